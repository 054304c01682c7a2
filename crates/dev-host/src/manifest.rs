//! Reading `spin.toml`: every key is known or an error.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use indexmap::IndexMap;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

/// A whole manifest, version 2.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    spin_manifest_version: u32,
    /// The application's own description.
    pub application: Application,
    /// Declared application variables.
    #[serde(default)]
    pub variables: IndexMap<String, Variable>,
    trigger: Triggers,
    /// Components by id.
    #[serde(default)]
    pub component: IndexMap<String, Component>,
}

/// The `[application]` table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// Shown by `/.well-known/spin/info`.
    pub name: String,
    /// Shown by `/.well-known/spin/info`.
    #[serde(default)]
    pub version: Option<String>,
    #[serde(default, rename = "description")]
    _description: Option<String>,
    #[serde(default, rename = "authors")]
    _authors: Vec<String>,
    #[serde(default, rename = "targets")]
    _targets: Vec<toml::Value>,
    #[serde(default, rename = "tool")]
    _tool: toml::Table,
}

/// One declared application variable.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variable {
    #[serde(default, rename = "description")]
    _description: Option<String>,
    /// Taken when nothing else gives a value.
    #[serde(default)]
    pub default: Option<String>,
    /// Must get its value from outside.
    #[serde(default)]
    pub required: bool,
    #[serde(default, rename = "secret")]
    _secret: bool,
}

impl Variable {
    /// A variable with this default, or a required one.
    pub fn with_default(default: Option<&str>) -> Self {
        Self { required: default.is_none(), default: default.map(ToOwned::to_owned), ..Self::default() }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Triggers {
    #[serde(default)]
    http: Vec<HttpTrigger>,
}

/// One `[[trigger.http]]` entry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpTrigger {
    #[serde(default, rename = "id")]
    _id: Option<String>,
    /// A path pattern, or private.
    pub route: TextOr<PrivateRoute>,
    /// The component which answers.
    #[serde(default)]
    pub component: Option<String>,
    #[serde(default)]
    executor: Option<Executor>,
    /// A fixed answer, instead of a component.
    #[serde(default)]
    pub static_response: Option<StaticResponse>,
}

/// `{ private = true }`: reached by no path.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrivateRoute {
    private: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Executor {
    r#type: String,
}

/// A fixed answer of a route.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaticResponse {
    /// 200 unless given.
    #[serde(default)]
    pub status_code: Option<u16>,
    /// Header names and values.
    #[serde(default)]
    pub headers: IndexMap<String, String>,
    /// Empty unless given.
    #[serde(default)]
    pub body: Option<String>,
}

/// One `[component.<id>]` table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    source: TextOr<toml::Table>,
    #[serde(default, rename = "description")]
    _description: Option<String>,
    /// What to show to the component under `/`.
    #[serde(default)]
    pub files: Vec<TextOr<Placement>>,
    /// Patterns of files not to show.
    #[serde(default)]
    pub exclude_files: Vec<String>,
    /// Where it may send requests to.
    #[serde(default)]
    pub allowed_outbound_hosts: Vec<String>,
    /// Key-value store labels it may open.
    #[serde(default)]
    pub key_value_stores: Vec<String>,
    /// Database labels it may open.
    #[serde(default)]
    pub sqlite_databases: Vec<String>,
    /// Templates of its variables.
    #[serde(default)]
    pub variables: IndexMap<String, String>,
    /// WASI environment variables.
    #[serde(default)]
    pub environment: IndexMap<String, String>,
    #[serde(default, rename = "build")]
    _build: Option<Build>,
    #[serde(default, rename = "targets")]
    _targets: Vec<toml::Value>,
    #[serde(default, rename = "tool")]
    _tool: toml::Table,
    /// Components which satisfy its imports, by import name.
    #[serde(default)]
    pub dependencies: IndexMap<String, TextOr<Dependency>>,
    /// Lets all dependencies use what the component itself may use.
    #[serde(default)]
    pub dependencies_inherit_configuration: bool,
}

/// Files or a directory shown at another place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// Relative to the manifest.
    pub source: String,
    /// As the component sees it.
    pub destination: String,
}

/// Known and ignored: building is not this host's work.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Build {
    #[serde(rename = "command")]
    _command: toml::Value,
    #[serde(default, rename = "workdir")]
    _workdir: Option<String>,
    #[serde(default, rename = "watch")]
    _watch: Vec<String>,
}

/// Where a dependency comes from; `path` and `component` are supported.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dependency {
    /// A component file, relative to the manifest.
    #[serde(default)]
    pub path: Option<PathBuf>,
    /// Another component of the same manifest.
    #[serde(default)]
    pub component: Option<String>,
    /// The export to take, when it is not named as the import.
    #[serde(default)]
    pub export: Option<String>,
    /// What of its parent's capabilities it may use.
    #[serde(default)]
    pub inherit_configuration: Option<toml::Value>,
}

/// A plain text, or a table with more to say.
#[derive(Debug)]
pub enum TextOr<T> {
    /// The short form.
    Text(String),
    /// The long form.
    Table(T),
}

// serde's own `untagged` would swallow the name of an unknown key.
impl<'de, T: DeserializeOwned> Deserialize<'de> for TextOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match toml::Value::deserialize(deserializer)? {
            toml::Value::String(text) => Ok(Self::Text(text)),
            other => T::deserialize(other).map(Self::Table).map_err(|error| D::Error::custom(error.message())),
        }
    }
}

impl Manifest {
    /// Reads and checks a manifest file.
    pub fn load(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| format!("in {}", path.display()))
    }

    /// Reads and checks a manifest's text.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let manifest: Self = toml::from_str(text)?;
        manifest.check()?;
        Ok(manifest)
    }

    /// The HTTP triggers, in the manifest's order.
    pub fn http_triggers(&self) -> &[HttpTrigger] {
        &self.trigger.http
    }

    fn check(&self) -> anyhow::Result<()> {
        ensure!(self.spin_manifest_version == 2, "spin_manifest_version must be 2");
        for (name, variable) in &self.variables {
            ensure!(
                variable.required != variable.default.is_some(),
                "variable {name:?} needs either `required = true` or a default"
            );
        }
        for trigger in &self.trigger.http {
            trigger.check(self)?;
        }
        for (id, component) in &self.component {
            ensure!(is_kebab(id), "component id {id:?} is not in kebab-case");
            component.check().with_context(|| format!("component {id:?}"))?;
        }
        Ok(())
    }
}

impl HttpTrigger {
    /// The path pattern; none for a private route.
    pub fn pattern(&self) -> Option<&str> {
        match &self.route {
            TextOr::Text(pattern) => Some(pattern),
            TextOr::Table(_) => None,
        }
    }

    fn check(&self, manifest: &Manifest) -> anyhow::Result<()> {
        let name = self.pattern().unwrap_or("(private)");
        if let TextOr::Table(route) = &self.route {
            ensure!(route.private, "a route is a text or {{ private = true }}");
        }
        match (&self.component, &self.static_response) {
            (Some(id), None) => {
                ensure!(manifest.component.contains_key(id), "route {name:?} names the unknown component {id:?}");
            }
            (None, Some(_)) => {}
            _ => bail!("route {name:?} needs either `component` or `static_response`"),
        }
        if let Some(executor) = &self.executor {
            ensure!(
                matches!(executor.r#type.as_str(), "http" | "spin"),
                "route {name:?}: executor {:?} is only run by the real Spin",
                executor.r#type
            );
        }
        Ok(())
    }
}

impl Component {
    /// The component's file.
    pub fn source(&self, root: &Path) -> anyhow::Result<PathBuf> {
        match &self.source {
            TextOr::Text(path) => Ok(root.join(path)),
            TextOr::Table(_) => {
                bail!("a source from a URL or registry is only run by the real Spin")
            }
        }
    }

    fn check(&self) -> anyhow::Result<()> {
        for (name, dependency) in &self.dependencies {
            let TextOr::Table(dependency) = dependency else {
                bail!("dependency {name:?}: registry packages are only run by the real Spin");
            };
            ensure!(
                dependency.path.is_some() != dependency.component.is_some(),
                "dependency {name:?} needs either `path` or `component`"
            );
        }
        self.source(Path::new("")).map(drop)
    }
}

/// Spin's rule for ids: words of letters and digits, each starting with a
/// letter and in one case, joined by single hyphens.
fn is_kebab(id: &str) -> bool {
    id.split('-').all(|word| {
        word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.chars().all(|c| c.is_ascii_alphanumeric())
            && (!word.contains(|c: char| c.is_ascii_lowercase()) || !word.contains(|c: char| c.is_ascii_uppercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
        spin_manifest_version = 2
        [application]
        name = "app"
        version = "1.0.0"
        authors = ["A"]
        [variables]
        who = { default = "world" }
        token = { required = true, secret = true }
        [[trigger.http]]
        route = "/..."
        component = "web"
        [[trigger.http]]
        route = { private = true }
        component = "web"
        [[trigger.http]]
        id = "away"
        route = "/old"
        static_response = { status_code = 302, headers = { location = "/new" } }
        [component.web]
        source = "web.wasm"
        files = ["a/*", { source = "static", destination = "/s" }]
        sqlite_databases = ["default"]
        [component.web.variables]
        greeting = "hello {{ who }}"
        [component.web.build]
        command = "cargo build"
        watch = ["src/**"]
        [component.web.dependencies]
        "a:b/c" = { path = "dep.wasm", export = "d" }
        [component.web.tool.anything]
        at = "all"
    "#;

    #[test]
    fn a_full_manifest_is_read() {
        let manifest = Manifest::parse(GOOD).unwrap();
        assert_eq!(manifest.http_triggers().len(), 3);
        assert_eq!(manifest.http_triggers()[1].pattern(), None);
        let web = &manifest.component["web"];
        assert_eq!(web.source(Path::new("/app")).unwrap(), Path::new("/app/web.wasm"));
        assert_eq!(web.files.len(), 2);
    }

    #[test]
    fn an_unknown_key_is_named_wherever_it_stands() {
        for (place, with) in [
            ("name = \"app\"", "name = \"app\"\nsurprise = 1"),
            ("route = \"/...\"", "route = \"/...\"\nsurprise = 1"),
            ("source = \"web.wasm\"", "source = \"web.wasm\"\nsurprise = 1"),
            ("command = \"cargo build\"", "command = \"x\"\nsurprise = 1"),
            ("private = true", "private = true, surprise = 1"),
            ("destination = \"/s\"", "destination = \"/s\", surprise = 1"),
            ("export = \"d\"", "export = \"d\", surprise = 1"),
            ("status_code = 302", "surprise = 302"),
            ("default = \"world\"", "default = \"world\", surprise = 1"),
            ("[[trigger.http]]\n        id", "[[trigger.surprise]]\n        id"),
        ] {
            let text = GOOD.replacen(place, with, 1);
            assert_ne!(text, GOOD, "{place}");
            let error = format!("{:#}", Manifest::parse(&text).unwrap_err());
            assert!(error.contains("surprise"), "{place}: {error}");
        }
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        for (place, with, says) in [
            ("version = 2", "version = 1", "must be 2"),
            ("component = \"web\"", "component = \"wob\"", "wob"),
            ("component = \"web\"", "", "either"),
            ("\"web.wasm\"", "{ url = \"http://x\", digest = \"d\" }", "URL"),
            ("required = true", "required = false", "token"),
            ("component.web]", "component.Web_1]", ""),
            ("{ path = \"dep.wasm\", export = \"d\" }", "\"1.0\"", "registry"),
        ] {
            let text = GOOD.replacen(place, with, 1);
            assert_ne!(text, GOOD, "{place}");
            let error = format!("{:#}", Manifest::parse(&text).unwrap_err());
            assert!(error.contains(says), "{place}: {error}");
        }
    }

    #[test]
    fn ids_are_kebab_case() {
        for good in ["web", "sign-in", "a1-b", "ABC-x"] {
            assert!(is_kebab(good), "{good}");
        }
        for bad in ["", "a_b", "a--b", "-a", "1a", "aB"] {
            assert!(!is_kebab(bad), "{bad}");
        }
    }
}
