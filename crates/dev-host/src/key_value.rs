//! `spin:key-value`: stores in database files, laid out as the spin CLI lays them out.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{OptionalExtension as _, params};
use wasmtime::component::{Accessor, FutureReader, Resource, StreamReader};

use crate::bindings::key_value::{Error, Host, HostStore, HostStoreWithStore};
use crate::linker::Spin;
use crate::state::HostState;

/// A file with stores in it, on one connection that all components share.
pub struct StoreFile {
    path: PathBuf,
    connection: Mutex<Option<rusqlite::Connection>>,
}

/// One open store.
#[derive(Clone)]
pub struct Store {
    /// What distinguishes the stores of one file.
    label: Arc<str>,
    file: Arc<StoreFile>,
}

impl StoreFile {
    /// Names a file; it is opened, or made, at its first use.
    pub fn new(path: PathBuf) -> Self {
        Self { path, connection: Mutex::new(None) }
    }

    fn with<R>(&self, work: impl FnOnce(&rusqlite::Connection) -> rusqlite::Result<R>) -> Result<R, Error> {
        let mut slot = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = match &mut *slot {
            Some(connection) => connection,
            empty => empty.insert(open(&self.path).map_err(|error| other(&error))?),
        };
        work(connection).map_err(|error| other(&error))
    }
}

impl Store {
    /// A store of a file.
    pub fn new(label: &str, file: Arc<StoreFile>) -> Self {
        Self { label: label.into(), file }
    }

    /// Works on the file where it may block: a write waits for the disk.
    async fn run<R: Send + 'static>(
        &self,
        work: impl FnOnce(&rusqlite::Connection, &str) -> rusqlite::Result<R> + Send + 'static,
    ) -> Result<R, Error> {
        let Self { label, file } = self.clone();
        tokio::task::spawn_blocking(move || file.with(|connection| work(connection, &label)))
            .await
            .map_err(|error| other(&error))?
    }
}

fn open(path: &Path) -> rusqlite::Result<rusqlite::Connection> {
    if let Some(parent) = path.parent() {
        // Should this fail, opening says why.
        _ = std::fs::create_dir_all(parent);
    }
    let connection = rusqlite::Connection::open(path)?;
    connection.execute_batch(
        "CREATE TABLE IF NOT EXISTS spin_key_value (
            store TEXT NOT NULL,
            key TEXT NOT NULL,
            value BLOB NOT NULL,
            PRIMARY KEY (store, key)
        )",
    )?;
    Ok(connection)
}

fn other(error: &dyn std::error::Error) -> Error {
    Error::Other(error.to_string())
}

fn all_keys(connection: &rusqlite::Connection, label: &str) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT key FROM spin_key_value WHERE store = ?1")?
        .query_map([label], |row| row.get(0))?
        .collect()
}

fn store_of(accessor: &Accessor<HostState, Spin>, handle: &Resource<Store>) -> Result<Store, Error> {
    accessor.with(|mut access| access.get().table.get(handle).cloned()).map_err(|error| other(&error))
}

impl Host for HostState {}

impl HostStore for HostState {
    async fn drop(&mut self, handle: Resource<Store>) -> wasmtime::Result<()> {
        self.table.delete(handle)?;
        Ok(())
    }
}

impl HostStoreWithStore<HostState> for Spin {
    async fn open(accessor: &Accessor<HostState, Self>, label: String) -> Result<Resource<Store>, Error> {
        accessor.with(|mut access| {
            let state = access.get();
            let store = state.setup.stores.get(&label).cloned();
            let store = store.ok_or(Error::AccessDenied)?;
            state.table.push(store).map_err(|_| Error::StoreTableFull)
        })
    }

    async fn get(
        accessor: &Accessor<HostState, Self>,
        handle: Resource<Store>,
        key: String,
    ) -> Result<Option<Vec<u8>>, Error> {
        let store = store_of(accessor, &handle)?;
        store
            .run(move |connection, label| {
                connection
                    .prepare_cached("SELECT value FROM spin_key_value WHERE store = ?1 AND key = ?2")?
                    .query_row([label, &key], |row| row.get(0))
                    .optional()
            })
            .await
    }

    async fn set(
        accessor: &Accessor<HostState, Self>,
        handle: Resource<Store>,
        key: String,
        value: Vec<u8>,
    ) -> Result<(), Error> {
        let store = store_of(accessor, &handle)?;
        store
            .run(move |connection, label| {
                connection
                    .prepare_cached(
                        "INSERT INTO spin_key_value (store, key, value) VALUES (?1, ?2, ?3)
                         ON CONFLICT (store, key) DO UPDATE SET value = excluded.value",
                    )?
                    .execute(params![label, key, value])
                    .map(drop)
            })
            .await
    }

    async fn delete(accessor: &Accessor<HostState, Self>, handle: Resource<Store>, key: String) -> Result<(), Error> {
        let store = store_of(accessor, &handle)?;
        store
            .run(move |connection, label| {
                connection
                    .prepare_cached("DELETE FROM spin_key_value WHERE store = ?1 AND key = ?2")?
                    .execute([label, &key])
                    .map(drop)
            })
            .await
    }

    async fn exists(accessor: &Accessor<HostState, Self>, handle: Resource<Store>, key: String) -> Result<bool, Error> {
        let store = store_of(accessor, &handle)?;
        store
            .run(move |connection, label| {
                connection
                    .prepare_cached("SELECT 1 FROM spin_key_value WHERE store = ?1 AND key = ?2")?
                    .exists([label, &key])
            })
            .await
    }

    async fn get_keys(
        accessor: &Accessor<HostState, Self>,
        handle: Resource<Store>,
    ) -> wasmtime::Result<(StreamReader<String>, FutureReader<Result<(), Error>>)> {
        let found = match store_of(accessor, &handle) {
            Ok(store) => store.run(all_keys).await,
            Err(error) => Err(error),
        };
        let (keys, end) = match found {
            Ok(keys) => (keys, Ok(())),
            Err(error) => (Vec::new(), Err(error)),
        };
        accessor.with(|mut access| {
            let keys = StreamReader::new(&mut access, keys)?;
            let end = std::future::ready(Ok::<_, wasmtime::Error>(end));
            Ok((keys, FutureReader::new(&mut access, end)?))
        })
    }
}
