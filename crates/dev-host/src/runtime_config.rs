//! The runtime configuration file: which label is which database or store.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use serde::Deserialize;

use crate::key_value::{Store, StoreFile};

/// Databases and stores by label.
pub struct Storage {
    databases: BTreeMap<String, Arc<Path>>,
    stores: BTreeMap<String, Store>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    sqlite_database: BTreeMap<String, toml::Table>,
    #[serde(default)]
    key_value_store: BTreeMap<String, toml::Table>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Local {
    #[serde(rename = "type")]
    _type: String,
    path: PathBuf,
}

impl Storage {
    /// The defaults in the state directory, and what the file adds or changes.
    pub fn load(state_dir: &Path, file: Option<&Path>) -> anyhow::Result<Self> {
        let config = match file {
            Some(path) => std::fs::read_to_string(path)
                .map_err(anyhow::Error::from)
                .and_then(|text| Ok(toml::from_str(&text)?))
                .with_context(|| format!("in {}", path.display()))?,
            None => File::default(),
        };
        // As in Spin, a database's path starts at the working directory, but
        // a store's at the file's own.
        let near = file.and_then(Path::parent).unwrap_or(Path::new(""));
        let mut databases = BTreeMap::new();
        for (label, table) in config.sqlite_database {
            let path = local(table).with_context(|| format!("sqlite_database.{label}"))?;
            databases.insert(label, std::path::absolute(path)?);
        }
        let mut stores = BTreeMap::new();
        for (label, table) in config.key_value_store {
            let path = local(table).with_context(|| format!("key_value_store.{label}"))?;
            stores.insert(label, std::path::absolute(near.join(path))?);
        }
        let default = "default".to_owned();
        databases.entry(default.clone()).or_insert_with(|| state_dir.join("sqlite_db.db"));
        stores.entry(default).or_insert_with(|| state_dir.join("sqlite_key_value.db"));
        Ok(Self {
            databases: databases.into_iter().map(|(label, path)| (label, path.into())).collect(),
            stores: open_stores(stores),
        })
    }

    /// The databases with these labels.
    pub fn databases(&self, labels: &[String]) -> anyhow::Result<BTreeMap<String, Arc<Path>>> {
        choose(&self.databases, labels, "sqlite_database")
    }

    /// The stores with these labels.
    pub fn stores(&self, labels: &[String]) -> anyhow::Result<BTreeMap<String, Store>> {
        choose(&self.stores, labels, "key_value_store")
    }
}

/// Labels that name the same file share its connection.
fn open_stores(paths: BTreeMap<String, PathBuf>) -> BTreeMap<String, Store> {
    let mut files = BTreeMap::new();
    paths
        .into_iter()
        .map(|(label, path)| {
            let file = files.entry(path.clone()).or_insert_with(|| Arc::new(StoreFile::new(path)));
            let store = Store::new(&label, Arc::clone(file));
            (label, store)
        })
        .collect()
}

fn local(table: toml::Table) -> anyhow::Result<PathBuf> {
    let kind = table.get("type").and_then(toml::Value::as_str);
    match kind {
        Some("spin") => {}
        Some(kind) => bail!("only the real Spin runs type {kind:?}; here it can be \"spin\""),
        None => bail!("missing `type`"),
    }
    let local = Local::deserialize(table).map_err(|error| anyhow::anyhow!("{}", error.message()))?;
    ensure!(!local.path.as_os_str().is_empty(), "`path` is empty");
    Ok(local.path)
}

fn choose<T: Clone>(all: &BTreeMap<String, T>, labels: &[String], kind: &str) -> anyhow::Result<BTreeMap<String, T>> {
    labels
        .iter()
        .map(|label| {
            let found = all
                .get(label)
                .with_context(|| format!("{label:?} needs a [{kind}.{label}] in a --runtime-config-file"))?;
            Ok((label.clone(), found.clone()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> anyhow::Result<Storage> {
        let dir = tempfile::tempdir()?;
        let file = dir.path().join("runtime.toml");
        std::fs::write(&file, text)?;
        Storage::load(Path::new("/state"), Some(&file))
    }

    #[test]
    fn defaults_are_in_the_state_directory() {
        let storage = Storage::load(Path::new("/state"), None).unwrap();
        let labels = ["default".to_owned()];
        let databases = storage.databases(&labels).unwrap();
        assert_eq!(&*databases["default"], Path::new("/state/sqlite_db.db"));
        assert!(storage.stores(&labels).is_ok());
        assert!(storage.databases(&["other".to_owned()]).is_err());
    }

    #[test]
    fn labels_come_from_the_file() {
        let storage = load("[sqlite_database.x]\ntype = \"spin\"\npath = \"/d/x.db\"").unwrap();
        let databases = storage.databases(&["x".to_owned()]).unwrap();
        assert_eq!(&*databases["x"], Path::new("/d/x.db"));
    }

    #[test]
    fn what_is_not_known_is_an_error() {
        for (text, says) in [
            ("[llm_compute]\ntype = \"spin\"", "llm_compute"),
            ("[sqlite_database.x]\ntype = \"libsql\"\nurl = \"u\"", "real Spin"),
            ("[key_value_store.x]\ntype = \"redis\"\nurl = \"u\"", "real Spin"),
            ("[key_value_store.x]\ntype = \"spin\"\npath = \"p\"\nfoo = 1", "foo"),
        ] {
            let error = format!("{:#}", load(text).err().unwrap());
            assert!(error.contains(says), "{error}");
        }
    }
}
