//! The content of a table as one hash, whatever pages it lies on.
//!
//! Rows are read in the order of the primary key, columns in the order of the table, and each value goes into the hash
//! with its type and its length: two tables have one hash when they say the same.

use crate::files::hex;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A table and what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TableContent {
    pub(crate) name: String,
    pub(crate) rows: u64,
    pub(crate) sha256: String,
}

/// Every table that has rows of its own, by name. An index of words (FTS5) keeps its rows in tables beside it, which are
/// among them.
pub(crate) fn contents(database: &Connection) -> rusqlite::Result<Vec<TableContent>> {
    let names = "SELECT name FROM sqlite_schema
                  WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%'
                  ORDER BY name";
    let names: Vec<String> =
        database.prepare(names)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    names.into_iter().map(|name| content(database, name)).collect()
}

/// The tables, indexes, triggers and views themselves.
pub(crate) fn schema(database: &Connection) -> rusqlite::Result<String> {
    let sql = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name";
    hash_of(database, sql).map(|(_, hash)| hash)
}

fn content(database: &Connection, name: String) -> rusqlite::Result<TableContent> {
    let key = "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk";
    let key: Vec<String> =
        database.prepare(key)?.query_map([&name], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let order = if key.is_empty() {
        "rowid".to_owned()
    } else {
        key.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ")
    };
    let (rows, sha256) = hash_of(database, &format!("SELECT * FROM {} ORDER BY {order}", quoted(&name)))?;
    Ok(TableContent { name, rows, sha256 })
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn hash_of(database: &Connection, sql: &str) -> rusqlite::Result<(u64, String)> {
    let mut statement = database.prepare(sql)?;
    let mut hash = Sha256::new();
    for column in statement.column_names() {
        put(&mut hash, b'c', column.as_bytes());
    }
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        hash.update(b"r");
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Null => put(&mut hash, b'n', &[]),
                ValueRef::Integer(value) => put(&mut hash, b'i', &value.to_be_bytes()),
                ValueRef::Real(value) => put(&mut hash, b'f', &value.to_bits().to_be_bytes()),
                ValueRef::Text(text) => put(&mut hash, b't', text),
                ValueRef::Blob(bytes) => put(&mut hash, b'b', bytes),
            }
        }
        count += 1;
    }
    Ok((count, hex(&hash.finalize())))
}

fn put(hash: &mut Sha256, kind: u8, bytes: &[u8]) {
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(sql: &str) -> Vec<TableContent> {
        let database = Connection::open_in_memory().unwrap();
        database.execute_batch(sql).unwrap();
        contents(&database).unwrap()
    }

    #[test]
    fn the_same_rows_have_one_hash_in_whatever_order_they_came() {
        let table = "CREATE TABLE t (a TEXT, b INTEGER, PRIMARY KEY (b, a)) WITHOUT ROWID;";
        let one = hashes(&format!("{table} INSERT INTO t VALUES ('x', 1), ('y', 2);"));
        let other = hashes(&format!(
            "PRAGMA page_size = 512; {table} INSERT INTO t VALUES ('z', 0), ('y', 2), ('x', 1); DELETE FROM t WHERE b = 0;"
        ));
        assert_eq!((&one, one.first().unwrap().rows), (&other, 2));
    }

    #[test]
    fn any_other_value_or_type_has_another_hash() {
        let table = "CREATE TABLE t (id INTEGER PRIMARY KEY, a ANY, b ANY) STRICT;";
        let with = |values: &str| hashes(&format!("{table} INSERT INTO t VALUES {values};")).remove(0).sha256;
        let all =
            ["(1, 'ab', 'c')", "(1, 'a', 'bc')", "(1, 1, 'c')", "(1, '1', 'c')", "(1, NULL, '')", "(1, x'', NULL)"];
        let distinct: std::collections::BTreeSet<String> = all.iter().map(|values| with(values)).collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn words_of_a_search_are_among_the_tables() {
        let tables = hashes("CREATE VIRTUAL TABLE w USING fts5 (x, content = '', contentless_delete = 1);");
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        assert!(names.contains(&"w_data") && !names.contains(&"w"), "{names:?}");
    }
}
