//! `spin.toml` with the bare component added: made from it, so that it cannot go stale.

use crate::workspace;
use anyhow::{Context, Result};
use std::path::PathBuf;
use toml::{Table, Value};

pub(crate) const BARE_ROUTE: &str = "/bench/bare";
/// From `target/bench` back to the root, for the paths in the manifest.
const BACK: &str = "../../";

/// Writes the manifest and gives its path.
pub(crate) fn write() -> Result<PathBuf> {
    let manifest = with_bare(workspace::manifest()?)?;
    let folder = workspace::root().join("target/bench");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("spin.toml");
    std::fs::write(&path, toml::to_string(&manifest)?)?;
    Ok(path)
}

fn with_bare(mut manifest: Table) -> Result<Table> {
    let routes = manifest.get_mut("trigger").and_then(|trigger| trigger.get_mut("http")?.as_array_mut());
    let route = toml::toml! {
        route = "/bench/bare"
        component = "bare"
    };
    routes.context("spin.toml has no routes")?.push(Value::Table(route));
    let components = manifest.get_mut("component").and_then(Value::as_table_mut);
    let components = components.context("spin.toml has no components")?;
    let bare = toml::toml! {
        source = "target/wasm32-wasip2/wasm/bare.wasm"
        sqlite_databases = ["default"]
    };
    components.insert("bare".to_owned(), Value::Table(bare));
    for (_, component) in components.iter_mut() {
        let component = component.as_table_mut().context("a component is a table")?;
        component.remove("build");
        component.get_mut("source").map(move_path);
        for file in component.get_mut("files").and_then(Value::as_array_mut).into_iter().flatten() {
            file.get_mut("source").map(move_path);
        }
    }
    Ok(manifest)
}

fn move_path(path: &mut Value) {
    if let Value::String(text) = path {
        text.insert_str(0, BACK);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_product_stays_as_it_is_but_for_its_paths() {
        let manifest = with_bare(workspace::manifest().expect("spin.toml")).expect("a manifest");
        let sources = manifest["component"].as_table().expect("components").values();
        for component in sources {
            assert!(component["source"].as_str().is_some_and(|source| source.starts_with("../../target/")));
        }
        assert_eq!(manifest["component"]["bare"]["sqlite_databases"][0].as_str(), Some("default"));
    }
}
