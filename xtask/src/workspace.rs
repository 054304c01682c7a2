//! Where things are, and what `spin.toml` says: it is the truth for every host and for this build.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The folder with the components as `spin.toml` names them.
pub(crate) const WASM_OUTPUT: &str = "target/wasm32-wasip2/wasm";

/// The repository's root folder.
pub(crate) fn root() -> PathBuf {
    // `cargo run` sets the variable; the compiled-in value serves a binary started by hand.
    let here =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// The database, the key-value store and the demo's notes: Spin's own default place.
pub(crate) fn state_dir() -> PathBuf {
    root().join(".spin")
}

/// This build system's own scratch folder.
pub(crate) fn scratch_dir() -> PathBuf {
    root().join("target/xtask")
}

/// `spin.toml` as a table.
pub(crate) fn manifest() -> Result<toml::Table> {
    read_toml(&root().join("spin.toml"))
}

/// Any TOML file as a table.
pub(crate) fn read_toml(path: &Path) -> Result<toml::Table> {
    let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    text.parse().with_context(|| format!("parsing {}", path.display()))
}

/// One component of `spin.toml` that this workspace builds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Component {
    /// Its name in `spin.toml`.
    pub(crate) id: String,
    /// The package it is built from.
    pub(crate) package: String,
}

/// The components of a manifest whose source is a WASM file of this workspace.
pub(crate) fn components(manifest: &toml::Table) -> Vec<Component> {
    let Some(table) = manifest.get("component").and_then(toml::Value::as_table) else {
        return Vec::new();
    };
    let ours = |(id, entry): (&String, &toml::Value)| {
        let file = entry.get("source")?.as_str()?.strip_prefix(WASM_OUTPUT)?;
        let stem = file.strip_prefix('/')?.strip_suffix(".wasm")?;
        // Cargo turns `-` of a package into `_` of the file; no package here has a `_`.
        Some(Component { id: id.clone(), package: stem.replace('_', "-") })
    };
    table.iter().filter_map(ours).collect()
}

/// The packages below `crates/`.
pub(crate) fn crate_packages() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root().join("crates"))? {
        let path = entry?.path().join("Cargo.toml");
        if !path.exists() {
            continue;
        }
        let name =
            read_toml(&path)?.get("package").and_then(|package| package.get("name")?.as_str().map(ToOwned::to_owned));
        names.push(name.with_context(|| format!("{} names no package", path.display()))?);
    }
    names.sort();
    Ok(names)
}

/// The newest modification below `path`, leaving out the folders named in `skip`.
pub(crate) fn newest_change(path: &Path, skip: &[&str]) -> Result<SystemTime> {
    let metadata = std::fs::metadata(path)?;
    let mut newest = metadata.modified()?;
    if metadata.is_dir() {
        for entry in std::fs::read_dir(path)? {
            let entry = entry?;
            if skip.iter().any(|name| entry.file_name() == *name) {
                continue;
            }
            newest = newest.max(newest_change(&entry.path(), skip)?);
        }
    }
    Ok(newest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_workspaces_wasm_files_are_components_to_build() {
        let manifest: toml::Table = r#"
            [component.sign-in]
            source = "target/wasm32-wasip2/wasm/sign_in.wasm"
            [component.other]
            source = { url = "https://example.com/other.wasm", digest = "sha256:0" }
        "#
        .parse()
        .expect("a table");
        let expected = Component { id: "sign-in".to_owned(), package: "sign-in".to_owned() };
        assert_eq!(components(&manifest), [expected]);
    }
}
