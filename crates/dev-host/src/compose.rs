//! A component with its dependencies put into it, as Spin composes them.

use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use indexmap::IndexMap;
use wac_graph::types::{Package, SubtypeChecker, WorldId};
use wac_graph::{CompositionGraph, EncodeOptions, NodeId};

use crate::manifest::{Component, Dependency, Manifest, TextOr};

/// What a dependency may only use when it inherits its parent's configuration.
const CAPABILITIES: &[(&str, &[&str])] = &[
    ("allowed_outbound_hosts", &["wasi:http/client", "wasi:http/outgoing-handler"]),
    ("key_value_stores", &["spin:key-value/key-value"]),
    ("sqlite_databases", &["spin:sqlite/sqlite"]),
    ("variables", &["spin:variables/variables"]),
];

/// Loads a component's file, with its dependencies composed into it.
pub fn load(manifest: &Manifest, id: &str, component: &Component, root: &Path) -> anyhow::Result<Vec<u8>> {
    let source = read(&component.source(root)?)?;
    if component.dependencies.is_empty() {
        return Ok(source);
    }
    let mut dependencies = Vec::new();
    for (name, dependency) in &component.dependencies {
        // The manifest's check leaves no other form.
        let TextOr::Table(dependency) = dependency else {
            continue;
        };
        let bytes = source_of(manifest, dependency, root).with_context(|| format!("dependency {name:?}"))?;
        dependencies.push(Loaded {
            name,
            bytes,
            export: dependency.export.as_deref(),
            inherits: if component.dependencies_inherit_configuration {
                Inherits::All
            } else {
                Inherits::read(dependency.inherit_configuration.as_ref())
                    .with_context(|| format!("dependency {name:?}"))?
            },
        });
    }
    compose(id, source, dependencies)
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    // Both start alike, but a component's layer field, after the version, is 1.
    ensure!(bytes.get(..4) == Some(b"\0asm") && bytes.get(6) == Some(&1), "{} is no WASM component", path.display());
    Ok(bytes)
}

fn source_of(manifest: &Manifest, dependency: &Dependency, root: &Path) -> anyhow::Result<Vec<u8>> {
    match (&dependency.path, &dependency.component) {
        (Some(path), _) => read(&root.join(path)),
        (None, Some(id)) => {
            let component = manifest.component.get(id).with_context(|| format!("there is no component {id:?}"))?;
            ensure!(
                component.dependencies.is_empty(),
                "component {id:?} has dependencies of its own; only the real Spin runs this"
            );
            read(&component.source(root)?)
        }
        (None, None) => bail!("it has no source"),
    }
}

/// A dependency whose file has been read.
struct Loaded<'a> {
    name: &'a str,
    bytes: Vec<u8>,
    export: Option<&'a str>,
    inherits: Inherits,
}

/// What of its parent's configuration a dependency may use.
enum Inherits {
    All,
    Some(Vec<String>),
}

impl Inherits {
    fn read(value: Option<&toml::Value>) -> anyhow::Result<Self> {
        match value {
            None | Some(toml::Value::Boolean(false)) => Ok(Self::Some(Vec::new())),
            Some(toml::Value::Boolean(true)) => Ok(Self::All),
            Some(other) => Ok(Self::Some(
                other.clone().try_into().context("inherit_configuration is true, false or a list of names")?,
            )),
        }
    }

    /// Spin lets forbidden calls trap when they happen. Here the import alone
    /// is refused, which shows the same mistake sooner.
    fn check<'a>(&self, imports: impl Iterator<Item = &'a String>) -> anyhow::Result<()> {
        let Self::Some(inherited) = self else {
            return Ok(());
        };
        for import in imports {
            let interface = import.split('@').next().unwrap_or(import);
            let needs = CAPABILITIES.iter().find(|(_, interfaces)| interfaces.contains(&interface));
            if let Some((name, _)) = needs {
                ensure!(
                    inherited.iter().any(|own| own == name),
                    "it imports {import}, which needs inherit_configuration = [{name:?}]"
                );
            }
        }
        Ok(())
    }
}

/// A dependency in the graph.
struct Placed<'a> {
    name: &'a str,
    export: Option<&'a str>,
    world: WorldId,
    node: NodeId,
}

fn compose(id: &str, source: Vec<u8>, dependencies: Vec<Loaded<'_>>) -> anyhow::Result<Vec<u8>> {
    let mut graph = CompositionGraph::new();
    let (world, node) = add(&mut graph, id, source)?;
    let imports: Vec<String> = graph.types()[world].imports.keys().cloned().collect();
    let mut filled: IndexMap<&String, &str> = IndexMap::new();
    for Loaded { name, bytes, export, inherits } in dependencies {
        let (its_world, its_node) = add(&mut graph, name, bytes).with_context(|| format!("dependency {name:?}"))?;
        inherits.check(graph.types()[its_world].imports.keys()).with_context(|| format!("dependency {name:?}"))?;
        let placed = Placed { name, export, world: its_world, node: its_node };
        let mut matched = false;
        for import in imports.iter().filter(|import| fits(name, import)) {
            matched = true;
            if let Some(other) = filled.insert(import, name) {
                bail!("dependencies {other:?} and {name:?} both satisfy import {import:?}");
            }
            connect(&mut graph, (world, node), import, &placed)?;
        }
        ensure!(matched, "dependency {name:?} matches no import");
    }
    let exports: Vec<String> = graph.types()[world].exports.keys().cloned().collect();
    for export in exports {
        let alias = graph.alias_instance_export(node, &export)?;
        graph.export(alias, &export)?;
    }
    Ok(graph.encode(EncodeOptions::default())?)
}

fn add(graph: &mut CompositionGraph, name: &str, bytes: Vec<u8>) -> anyhow::Result<(WorldId, NodeId)> {
    let package = Package::from_bytes(name, None, bytes, graph.types_mut())?;
    let world = package.ty();
    let package = graph.register_package(package)?;
    Ok((world, graph.instantiate(package)))
}

/// Satisfies an import with a dependency's export of the right type.
fn connect(
    graph: &mut CompositionGraph,
    (world, node): (WorldId, NodeId),
    import: &str,
    dependency: &Placed<'_>,
) -> anyhow::Result<()> {
    let name = dependency.name;
    let export = dependency.export.unwrap_or(import);
    let types = graph.types();
    let offered = types[dependency.world]
        .exports
        .get(export)
        .with_context(|| format!("dependency {name:?} does not export {export:?}"))?;
    let wanted = types[world].imports.get(import).with_context(|| format!("there is no import {import:?}"))?;
    SubtypeChecker::new(&mut std::collections::HashSet::default())
        .is_subtype(*offered, types, *wanted, types)
        .with_context(|| format!("export {export:?} of {name:?} does not fit {import:?}"))?;
    let alias = graph.alias_instance_export(dependency.node, export)?;
    graph.set_instantiation_argument(node, import, alias)?;
    Ok(())
}

/// Tells whether a dependency's name means an import: `a:b`, `a:b@1.0.0`,
/// `a:b/c` and `a:b/c@1.0.0` all mean `a:b/c@1.0.0`; a plain name only itself.
fn fits(name: &str, import: &str) -> bool {
    if !name.contains([':', '/']) {
        return name == import;
    }
    let (name, version) = split(name, '@');
    let (package, interface) = split(name, '/');
    let (import, import_version) = split(import, '@');
    let (import_package, import_interface) = split(import, '/');
    package == import_package
        && (interface.is_none() || interface == import_interface)
        && (version.is_none() || version == import_version)
}

fn split(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_imports_as_in_spin() {
        for (name, import) in [
            ("a:b/c@0.1.0", "a:b/c@0.1.0"),
            ("a:b/c", "a:b/c@0.1.0"),
            ("a:b/c", "a:b/c"),
            ("a:b", "a:b/c@0.1.0"),
            ("a:b@0.1.0", "a:b/c@0.1.0"),
            ("a-b", "a-b"),
        ] {
            assert!(fits(name, import), "{name} {import}");
        }
        for (name, import) in [
            ("a:b/c@0.1.0", "a:b/c"),
            ("a:b/c", "a:b/d"),
            ("a:b", "a:x/c"),
            ("a:b@0.1.0", "a:b/c@0.2.0"),
            ("a-b", "a:b/a-b"),
            ("a:b/c", "a-c"),
        ] {
            assert!(!fits(name, import), "{name} {import}");
        }
    }

    #[test]
    fn capabilities_must_be_inherited() {
        let imports = ["wasi:cli/stdout@0.2.6".to_owned(), "spin:sqlite/sqlite@3.1.0".to_owned()];
        let check = |value: Option<toml::Value>| Inherits::read(value.as_ref()).unwrap().check(imports.iter());
        let error = check(None).unwrap_err().to_string();
        assert!(error.contains("sqlite_databases"), "{error}");
        assert!(check(Some(false.into())).is_err());
        assert!(check(Some(true.into())).is_ok());
        assert!(check(Some(vec!["sqlite_databases"].into())).is_ok());
        assert!(check(Some(vec!["variables"].into())).is_err());
        assert!(Inherits::read(Some(&1.into())).is_err());
    }
}
