//! `spin:sqlite`: private connections to the application's databases.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::types::{Value as Bound, ValueRef};
use wasmtime::component::{Accessor, FutureReader, Resource, StreamReader};

use crate::bindings::sqlite::{Error, Host, HostConnection, HostConnectionWithStore, QueryResult, RowResult, Value};
use crate::linker::Spin;
use crate::state::HostState;

/// Spin's limit for the rows of one statement together.
const MAX_RESULT_BYTES: usize = 128 << 20;

/// One connection as a component holds it: private, opened at its first statement.
#[derive(Clone)]
pub struct Connection(Arc<Inner>);

struct Inner {
    path: Arc<Path>,
    connection: Mutex<Option<rusqlite::Connection>>,
}

/// What a statement gave until its end, or until it failed.
struct Outcome {
    columns: Vec<String>,
    rows: Vec<RowResult>,
    end: Result<(), Error>,
}

impl Connection {
    fn new(path: Arc<Path>) -> Self {
        Self(Arc::new(Inner { path, connection: Mutex::new(None) }))
    }

    /// Does something with the connection on this thread.
    fn with<R>(&self, work: impl FnOnce(&rusqlite::Connection) -> R) -> Result<R, Error> {
        let mut slot = self.0.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = match &mut *slot {
            Some(connection) => connection,
            empty => empty.insert(open(&self.0.path).map_err(io)?),
        };
        Ok(work(connection))
    }

    /// Runs one statement where it may block: a writer can wait for seconds
    /// for another writer, who perhaps needs this very thread to finish.
    async fn execute(&self, statement: String, parameters: Vec<Value>) -> Outcome {
        let connection = self.clone();
        let work = move || connection.with(|open| run(open, &statement, parameters));
        match tokio::task::spawn_blocking(work).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(error)) => Outcome::failed(error),
            Err(error) => Outcome::failed(Error::Io(error.to_string())),
        }
    }

    async fn changes(&self) -> wasmtime::Result<u64> {
        let connection = self.clone();
        let changes = tokio::task::spawn_blocking(move || connection.with(rusqlite::Connection::changes));
        changes.await?.map_err(trap)
    }

    async fn last_insert_rowid(&self) -> wasmtime::Result<i64> {
        let connection = self.clone();
        let id = tokio::task::spawn_blocking(move || connection.with(rusqlite::Connection::last_insert_rowid));
        id.await?.map_err(trap)
    }
}

impl Outcome {
    fn failed(error: Error) -> Self {
        Self { columns: Vec::new(), rows: Vec::new(), end: Err(error) }
    }
}

fn open(path: &Path) -> rusqlite::Result<rusqlite::Connection> {
    if let Some(parent) = path.parent() {
        // Should this fail, opening says why.
        _ = std::fs::create_dir_all(parent);
    }
    let connection = rusqlite::Connection::open(path)?;
    // Otherwise a component could reach any file of the machine, as with Spin.
    connection.authorizer(Some(|context: AuthContext<'_>| match context.action {
        AuthAction::Attach { filename } if !matches!(filename, "" | ":memory:") => Authorization::Deny,
        _ => Authorization::Allow,
    }));
    Ok(connection)
}

/// Runs one statement to its end.
fn run(connection: &rusqlite::Connection, sql: &str, parameters: Vec<Value>) -> Outcome {
    let mut statement = match connection.prepare_cached(sql) {
        Ok(statement) => statement,
        Err(error) => return Outcome::failed(io(error)),
    };
    let mut outcome = Outcome {
        columns: statement.column_names().into_iter().map(ToOwned::to_owned).collect(),
        rows: Vec::new(),
        end: Ok(()),
    };
    let bound = rusqlite::params_from_iter(parameters.into_iter().map(bind));
    outcome.end =
        statement.query(bound).map_err(io).and_then(|rows| fetch(rows, outcome.columns.len(), &mut outcome.rows));
    outcome
}

fn fetch(mut found: rusqlite::Rows<'_>, width: usize, rows: &mut Vec<RowResult>) -> Result<(), Error> {
    let mut bytes = 0;
    while let Some(row) = found.next().map_err(io)? {
        let mut values = Vec::with_capacity(width);
        for column in 0..width {
            let value = read(row.get_ref(column).map_err(io)?)?;
            bytes += size(&value);
            values.push(value);
        }
        if bytes > MAX_RESULT_BYTES {
            return Err(Error::Io(format!("query result exceeds limit of {MAX_RESULT_BYTES} bytes")));
        }
        rows.push(RowResult { values });
    }
    Ok(())
}

fn bind(value: Value) -> Bound {
    match value {
        Value::Integer(number) => Bound::Integer(number),
        Value::Real(number) => Bound::Real(number),
        Value::Text(text) => Bound::Text(text),
        Value::Blob(bytes) => Bound::Blob(bytes),
        Value::Null => Bound::Null,
    }
}

fn read(value: ValueRef<'_>) -> Result<Value, Error> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => Value::Text(
            String::from_utf8(text.to_vec())
                .map_err(|_| Error::Io("a text in the database is not UTF-8".to_owned()))?,
        ),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    })
}

fn size(value: &Value) -> usize {
    size_of::<Value>()
        + match value {
            Value::Text(text) => text.len(),
            Value::Blob(bytes) => bytes.len(),
            _ => 0,
        }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn io(error: rusqlite::Error) -> Error {
    Error::Io(error.to_string())
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn trap(error: Error) -> wasmtime::Error {
    wasmtime::Error::msg(format!("{error:?}"))
}

impl HostState {
    fn open_database(&mut self, label: &str) -> Result<Resource<Connection>, Error> {
        let path = self.setup.databases.get(label).ok_or(Error::AccessDenied)?;
        let connection = Connection::new(Arc::clone(path));
        self.table.push(connection).map_err(|error| Error::Io(error.to_string()))
    }

    fn connection(&mut self, handle: &Resource<Connection>) -> Result<Connection, Error> {
        self.table.get(handle).cloned().map_err(|_| Error::InvalidConnection)
    }
}

impl Host for HostState {}

impl HostConnection for HostState {
    async fn open(&mut self, database: String) -> Result<Resource<Connection>, Error> {
        self.open_database(&database)
    }

    async fn execute(
        &mut self,
        handle: Resource<Connection>,
        statement: String,
        parameters: Vec<Value>,
    ) -> Result<QueryResult, Error> {
        let connection = self.connection(&handle)?;
        let outcome = connection.execute(statement, parameters).await;
        outcome.end.map(|()| QueryResult { columns: outcome.columns, rows: outcome.rows })
    }

    async fn last_insert_rowid(&mut self, handle: Resource<Connection>) -> wasmtime::Result<i64> {
        let connection = self.connection(&handle).map_err(trap)?;
        connection.last_insert_rowid().await
    }

    async fn changes(&mut self, handle: Resource<Connection>) -> wasmtime::Result<u64> {
        let connection = self.connection(&handle).map_err(trap)?;
        connection.changes().await
    }

    async fn drop(&mut self, handle: Resource<Connection>) -> wasmtime::Result<()> {
        self.table.delete(handle)?;
        Ok(())
    }
}

impl HostConnectionWithStore<HostState> for Spin {
    async fn open_async(accessor: &Accessor<HostState, Self>, database: String) -> Result<Resource<Connection>, Error> {
        accessor.with(|mut access| access.get().open_database(&database))
    }

    /// All rows are fetched before the call returns. Spin streams them while
    /// the statement runs; a component that awaits the result sees no difference.
    async fn execute_async(
        accessor: &Accessor<HostState, Self>,
        handle: Resource<Connection>,
        statement: String,
        parameters: Vec<Value>,
    ) -> Result<(Vec<String>, StreamReader<RowResult>, FutureReader<Result<(), Error>>), Error> {
        let connection = accessor.with(|mut access| access.get().connection(&handle))?;
        let Outcome { columns, rows, end } = connection.execute(statement, parameters).await;
        accessor
            .with(|mut access| {
                let rows = StreamReader::new(&mut access, rows)?;
                let end = std::future::ready(Ok::<_, wasmtime::Error>(end));
                let end = FutureReader::new(&mut access, end)?;
                Ok((columns, rows, end))
            })
            .map_err(|error: wasmtime::Error| Error::Io(error.to_string()))
    }

    async fn last_insert_rowid_async(
        accessor: &Accessor<HostState, Self>,
        handle: Resource<Connection>,
    ) -> wasmtime::Result<i64> {
        let connection = accessor.with(|mut access| access.get().connection(&handle));
        connection.map_err(trap)?.last_insert_rowid().await
    }

    async fn changes_async(
        accessor: &Accessor<HostState, Self>,
        handle: Resource<Connection>,
    ) -> wasmtime::Result<u64> {
        let connection = accessor.with(|mut access| access.get().connection(&handle));
        connection.map_err(trap)?.changes().await
    }
}
