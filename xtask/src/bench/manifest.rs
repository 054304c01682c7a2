//! `spin.toml` with the bare component added: made from it, so that it cannot go stale.

use crate::workspace;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use toml::{Table, Value};

pub(crate) const BARE_ROUTE: &str = "/bench/bare";

/// Lays out `target/bench` like the repository, since a manifest may serve only what lies beside it,
/// and gives the manifest's path there.
pub(crate) fn write() -> Result<PathBuf> {
    let manifest = with_bare(workspace::manifest()?)?;
    let folder = workspace::root().join("target/bench");
    for path in served_paths(&manifest)? {
        copy(&workspace::root().join(path), &folder.join(path))?;
    }
    let path = folder.join("spin.toml");
    std::fs::write(&path, toml::to_string(&manifest)?)?;
    Ok(path)
}

fn with_bare(mut manifest: Table) -> Result<Table> {
    let routes = manifest.get_mut("trigger").and_then(|trigger| trigger.get_mut("http")?.as_array_mut());
    let mut route = Table::new();
    route.insert("route".to_owned(), BARE_ROUTE.into());
    route.insert("component".to_owned(), "bare".into());
    routes.context("spin.toml has no routes")?.push(Value::Table(route));
    let components = manifest.get_mut("component").and_then(Value::as_table_mut);
    let mut bare = Table::new();
    bare.insert("source".to_owned(), format!("{}/bare.wasm", workspace::WASM_OUTPUT).into());
    bare.insert("sqlite_databases".to_owned(), vec!["default"].into());
    components.context("spin.toml has no components")?.insert("bare".to_owned(), Value::Table(bare));
    Ok(manifest)
}

/// Every file and folder that the components of a manifest are made of or serve.
fn served_paths(manifest: &Table) -> Result<Vec<&str>> {
    let components = manifest.get("component").and_then(Value::as_table).context("spin.toml has no components")?;
    let mut paths = Vec::new();
    for component in components.values() {
        let files = component.get("files").and_then(Value::as_array).into_iter().flatten();
        let sources = files.map(|file| file.get("source")).chain([component.get("source")]);
        paths.extend(sources.filter_map(|source| source?.as_str()));
    }
    Ok(paths)
}

/// Replaces `to` by what is at `from`, with all that is below.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        if to.exists() {
            std::fs::remove_dir_all(to)?;
        }
        std::fs::create_dir_all(to)?;
        for entry in std::fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    std::fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
    std::fs::copy(from, to).with_context(|| format!("copying {}", from.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bare_component_joins_all_others() {
        let manifest = with_bare(workspace::manifest().expect("spin.toml")).expect("a manifest");
        let paths = served_paths(&manifest).expect("paths");
        assert!(paths.contains(&"target/wasm32-wasip2/wasm/bare.wasm"));
        assert!(paths.contains(&"target/wasm32-wasip2/wasm/sign_in.wasm"));
        assert!(paths.contains(&"static/dist"));
    }
}
