//! Application variables: where their values come from, and the templates that name them.

use std::collections::BTreeMap;

use anyhow::{Context as _, bail, ensure};
use indexmap::IndexMap;
use wasmtime::component::Accessor;

use crate::bindings::variables::{Error, Host, HostWithStore};
use crate::linker::Spin;
use crate::manifest::Variable;
use crate::state::HostState;

/// A text with `{{ name }}` expressions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Variable(String),
}

impl Template {
    /// Reads a template; an expression that is not closed is an error.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, tail) = after.split_once("}}").with_context(|| format!("`{{{{` without `}}}}` in {text:?}"))?;
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            parts.push(Part::Variable(name.trim().to_owned()));
            rest = tail;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Ok(Self(parts))
    }

    /// Puts the values in place of the names.
    pub fn expand(&self, values: &Variables) -> anyhow::Result<String> {
        let mut out = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Variable(name) => {
                    out.push_str(values.0.get(name).with_context(|| format!("unknown variable {name:?}"))?);
                }
            }
        }
        Ok(out)
    }
}

/// The values of all application variables.
#[derive(Clone, Debug, Default)]
pub struct Variables(BTreeMap<String, String>);

impl Variables {
    /// Finds each declared variable's value: given on the command line, else
    /// in the environment (`SPIN_VARIABLE_<NAME>`), else the default.
    ///
    /// The order is Spin's. A value for a variable that was not declared is
    /// refused, because it is most likely a typing error.
    pub fn resolve(
        declared: &IndexMap<String, Variable>,
        given: &BTreeMap<String, String>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> anyhow::Result<Self> {
        for name in given.keys() {
            ensure!(declared.contains_key(name), "--variable {name}: the manifest declares no such variable");
        }
        let mut values = BTreeMap::new();
        let mut missing = Vec::new();
        for (name, variable) in declared {
            check_name(name).map_err(|reason| anyhow::anyhow!("variable {name:?}: {reason}"))?;
            let value = given
                .get(name)
                .cloned()
                .or_else(|| environment(&format!("SPIN_VARIABLE_{}", name.to_ascii_uppercase())))
                .or_else(|| variable.default.clone());
            match value {
                Some(value) => _ = values.insert(name.clone(), value),
                None => missing.push(name.as_str()),
            }
        }
        if !missing.is_empty() {
            bail!(
                "these required variables have no value (use --variable name=value or SPIN_VARIABLE_<NAME>): {}",
                missing.join(", ")
            );
        }
        Ok(Self(values))
    }

    /// Expands a whole table of templates, as of a component's variables.
    pub fn expand_all(&self, templates: &IndexMap<String, String>) -> anyhow::Result<BTreeMap<String, String>> {
        let mut out = BTreeMap::new();
        for (name, text) in templates {
            check_name(name).map_err(|reason| anyhow::anyhow!("variable {name:?}: {reason}"))?;
            let value = Template::parse(text)
                .and_then(|template| template.expand(self))
                .with_context(|| format!("variable {name:?}"))?;
            out.insert(name.clone(), value);
        }
        Ok(out)
    }
}

/// Spin's rule for names: small letters, digits and single underscores,
/// starting with a letter and not ending with an underscore.
fn check_name(name: &str) -> Result<(), &'static str> {
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Err("a name starts with a small letter");
    }
    if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        return Err("a name holds only small letters, digits and underscores");
    }
    if name.ends_with('_') || name.contains("__") {
        return Err("underscores stand singly between other characters");
    }
    Ok(())
}

impl Host for HostState {}

impl HostWithStore<HostState> for Spin {
    async fn get(accessor: &Accessor<HostState, Self>, name: String) -> Result<String, Error> {
        if let Err(reason) = check_name(&name) {
            return Err(Error::InvalidName(format!("{name:?}: {reason}")));
        }
        accessor.with(|mut access| {
            let setup = &access.get().setup;
            setup
                .variables
                .get(&name)
                .cloned()
                .ok_or_else(|| Error::Undefined(format!("no variable for {:?}.{name:?}", setup.id)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> Variables {
        Variables(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn declared(pairs: &[(&str, Option<&str>)]) -> IndexMap<String, Variable> {
        pairs.iter().map(|(name, default)| ((*name).to_owned(), Variable::with_default(*default))).collect()
    }

    #[test]
    fn templates_expand() {
        let values = variables(&[("who", "world"), ("n", "2")]);
        let expand = |text: &str| Template::parse(text).and_then(|t| t.expand(&values));
        assert_eq!(expand("plain").unwrap(), "plain");
        assert_eq!(expand("hello {{ who }}! {{n}}{{n}}").unwrap(), "hello world! 22");
        assert_eq!(expand("").unwrap(), "");
        assert!(expand("{{ nobody }}").is_err());
        assert!(expand("{{ who").is_err());
    }

    #[test]
    fn values_come_in_spins_order() {
        let declared = declared(&[("a", Some("default")), ("b", Some("default")), ("c_d", None)]);
        let given = BTreeMap::from([("a".to_owned(), "given".to_owned())]);
        let environment = |name: &str| match name {
            "SPIN_VARIABLE_A" | "SPIN_VARIABLE_C_D" => Some("environment".to_owned()),
            _ => None,
        };
        let values = Variables::resolve(&declared, &given, environment).unwrap();
        let expected = variables(&[("a", "given"), ("b", "default"), ("c_d", "environment")]);
        assert_eq!(values.0, expected.0);
    }

    #[test]
    fn missing_and_undeclared_values_are_errors() {
        let declared = declared(&[("needed", None)]);
        let error = Variables::resolve(&declared, &BTreeMap::new(), |_| None).unwrap_err();
        assert!(error.to_string().contains("needed"));
        let given = BTreeMap::from([("other".to_owned(), "x".to_owned())]);
        assert!(Variables::resolve(&declared, &given, |_| Some("x".to_owned())).is_err());
    }

    #[test]
    fn names_follow_spins_rule() {
        assert!(check_name("a_b2").is_ok());
        for name in ["", "A", "2a", "a_", "a__b", "a-b", "_a"] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }
}
