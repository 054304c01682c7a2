//! Reaches behind the API. Every word here is named `db_…`, and few scenarios need one.

use crate::App;
use rusqlite::Connection;
use std::path::PathBuf;

impl App {
    /// The file that holds the data of the system.
    pub fn db_file(&self) -> PathBuf {
        self.state_folder().join("sqlite_db.db")
    }

    /// A connection to the data of the running system.
    pub fn db_connection(&self) -> Connection {
        let connection = Connection::open(self.db_file()).unwrap();
        connection.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
        connection
    }

    /// How many rows a query counts.
    pub fn db_count(&self, sql: &str) -> i64 {
        self.db_connection().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// Whether any file of the system's state holds this text.
    pub fn db_contains(&self, text: &str) -> bool {
        let files = std::fs::read_dir(self.state_folder()).unwrap();
        let mut contents = files.map(|file| std::fs::read(file.unwrap().path()).unwrap_or_default());
        contents.any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
    }
}
