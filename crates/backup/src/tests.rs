//! A small system is copied while it writes, put back, and refused when anything of it is another.

use crate::manifest::Manifest;
use crate::{files, restore::restore, take::take};
use domain::audit::{GENESIS, chain_hash};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// A folder that goes with the test.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("tasuki-backup-{}-{number}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("state")).unwrap();
        Self(folder)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn system(&self) -> PathBuf {
        self.at("state/sqlite_db.db")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const SCHEMA: &str = "
    PRAGMA journal_mode = WAL;
    CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, name TEXT) STRICT;
    INSERT INTO schema_migrations VALUES (1, 'one'), (2, 'two');
    CREATE TABLE audit_events (sequence INTEGER PRIMARY KEY, at INTEGER, actor TEXT, action TEXT, subject TEXT,
                               detail TEXT, hash BLOB) STRICT;
    CREATE TABLE registrant_views (sequence INTEGER PRIMARY KEY, at INTEGER, registrant_id INTEGER, user_id INTEGER,
                                   what TEXT, via TEXT, hash BLOB) STRICT;
    CREATE TABLE messages (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE words USING fts5 (body, content = '', contentless_delete = 1);";

fn begin(path: &Path) -> Connection {
    let database = Connection::open(path).unwrap();
    database.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
    database.execute_batch(SCHEMA).unwrap();
    database
}

/// A message with its word and its event, as one transaction.
fn write(database: &mut Connection, number: i64, last: [u8; 32]) -> [u8; 32] {
    let subject = format!("message:{number}");
    let hash = chain_hash(&last, number, number, "user:1", "message.posted", &subject, "{}");
    let transaction = database.transaction().unwrap();
    transaction.execute("INSERT INTO messages VALUES (?1, ?2)", (number, format!("書き込み {number}"))).unwrap();
    transaction.execute("INSERT INTO words (rowid, body) VALUES (?1, 'word')", [number]).unwrap();
    let row = (number, number, "user:1", "message.posted", subject, "{}", hash);
    transaction.execute("INSERT INTO audit_events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", row).unwrap();
    transaction.commit().unwrap();
    hash
}

fn with_messages(path: &Path, count: i64) {
    let mut database = begin(path);
    let mut last = GENESIS;
    for number in 1..=count {
        last = write(&mut database, number, last);
    }
}

fn taken(place: &Place) -> Manifest {
    Manifest::read(&place.at("copy")).unwrap()
}

fn refusal(place: &Place) -> String {
    restore(&place.at("copy"), &place.at("elsewhere/sqlite_db.db"), false).unwrap_err().to_string()
}

/// What the file says of itself, after somebody changed it with care.
fn seals_again(place: &Place) {
    let mut manifest = taken(place);
    (manifest.file_sha256, manifest.file_bytes) = files::hash(&place.at("copy/tasuki.db")).unwrap();
    std::fs::write(place.at("copy/manifest.json"), serde_json::to_vec(&manifest).unwrap()).unwrap();
}

#[test]
fn a_copy_taken_while_others_write_is_one_moment_and_comes_back_whole() {
    let place = Place::new();
    let mut database = begin(&place.system());
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let (mut number, mut last) = (0, GENESIS);
            while !stop.load(Ordering::Relaxed) {
                number += 1;
                last = write(&mut database, number, last);
            }
        });
        while Connection::open(place.system())
            .unwrap()
            .query_row("SELECT count(*) FROM messages", [], |row| row.get::<_, i64>(0))
            .unwrap()
            < 20
        {
            std::thread::yield_now();
        }
        let said = take(&place.system(), &place.at("copy"));
        stop.store(true, Ordering::Relaxed);
        assert!(said.unwrap().starts_with("taken: "));
    });
    let manifest = taken(&place);
    let rows = |name: &str| manifest.tables.iter().find(|table| table.name == name).unwrap().rows;
    assert!(rows("messages") >= 20 && rows("messages") == rows("audit_events"), "one moment: {manifest:?}");
    assert_eq!((manifest.schema_version, manifest.audit_events.rows), (2, rows("audit_events")));
    let there = place.at("elsewhere/sqlite_db.db");
    assert!(restore(&place.at("copy"), &there, false).unwrap().starts_with("restored: "));
    let back = Manifest::of(&there).unwrap();
    assert_eq!((back.tables, back.audit_events), (manifest.tables, manifest.audit_events));
    let mode: String =
        Connection::open(&there).unwrap().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal", "as the system had set it");
}

#[test]
fn a_changed_byte_is_refused_and_so_is_a_changed_row_whose_file_was_sealed_again() {
    let place = Place::new();
    with_messages(&place.system(), 30);
    let _ = take(&place.system(), &place.at("copy")).unwrap();
    let file = place.at("copy/tasuki.db");
    let whole = std::fs::read(&file).unwrap();
    let mut bytes = whole.clone();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    assert!(refusal(&place).contains("not the file that was taken"));
    std::fs::write(&file, &whole).unwrap();
    for (change, names) in [
        ("UPDATE messages SET body = 'other' WHERE id = 7", "table messages: 30 rows were taken, 30 are there"),
        ("DELETE FROM messages WHERE id = 30", "table messages: 30 rows were taken, 29 are there"),
        ("CREATE INDEX further ON messages (body)", "the schema"),
        ("CREATE TABLE further (id INTEGER) STRICT", "which tables there are"),
        ("UPDATE audit_events SET actor = 'user:2' WHERE sequence = 7", "BROKEN at event 7"),
        ("DELETE FROM audit_events WHERE sequence = 30", "the audit trail's length or last hash"),
        ("UPDATE schema_migrations SET version = 3 WHERE version = 2", "the schema's version"),
    ] {
        Connection::open(&file).unwrap().execute_batch(change).unwrap();
        assert!(refusal(&place).contains("not the file that was taken"), "{change}");
        let sealed = std::fs::read(place.at("copy/manifest.json")).unwrap();
        seals_again(&place);
        let said = refusal(&place);
        assert!(said.contains(names), "{change}: {said}");
        std::fs::write(place.at("copy/manifest.json"), sealed).unwrap();
        std::fs::write(&file, &whole).unwrap();
    }
    assert!(!place.at("elsewhere/sqlite_db.db").exists(), "nothing was put there");
    assert!(restore(&place.at("copy"), &place.at("elsewhere/sqlite_db.db"), false).is_ok(), "unchanged it is taken");
}

#[test]
fn a_manifest_that_says_something_else_is_refused() {
    let place = Place::new();
    with_messages(&place.system(), 3);
    let _ = take(&place.system(), &place.at("copy")).unwrap();
    let path = place.at("copy/manifest.json");
    let text = std::fs::read_to_string(&path).unwrap();
    for (was, is) in
        [("\"format\": 1", "\"format\": 2"), ("\"rows\": 3", "\"rows\": 4"), ("{", "["), ("\"tables\"", "\"x\"")]
    {
        std::fs::write(&path, text.replacen(was, is, 1)).unwrap();
        assert!(!refusal(&place).is_empty(), "{was}");
    }
    std::fs::remove_file(&path).unwrap();
    assert!(refusal(&place).contains("manifest.json"));
}

#[test]
fn a_system_is_replaced_only_on_request_and_never_while_it_runs() {
    let place = Place::new();
    with_messages(&place.system(), 3);
    let _ = take(&place.system(), &place.at("copy")).unwrap();
    std::fs::write(place.at("state/sqlite_key_value.db"), "").unwrap();
    let put = |replace| restore(&place.at("copy"), &place.system(), replace).map_err(|refused| refused.to_string());
    assert!(put(false).unwrap_err().contains("--replace"));
    let running = Connection::open(place.system()).unwrap();
    running.execute_batch("INSERT INTO messages VALUES (4, 'since then')").unwrap();
    assert!(put(true).unwrap_err().contains("running"));
    drop(running);
    assert!(put(true).is_ok());
    let count = |path: &Path| -> i64 {
        Connection::open(path).unwrap().query_row("SELECT count(*) FROM messages", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count(&place.system()), 3);
    assert!(!place.at("state/sqlite_key_value.db").exists(), "it says nothing of this system");
    let kept = std::fs::read_dir(place.at("state")).unwrap().map(|file| file.unwrap().path());
    let kept = kept.filter(|path| path.to_string_lossy().contains("sqlite_db.db.before-")).collect::<Vec<_>>();
    assert_eq!((kept.len(), count(&kept[0])), (1, 4), "what was there is kept");
}

#[test]
fn no_backup_is_made_of_what_is_none_or_over_another() {
    let place = Place::new();
    let none = take(&place.system(), &place.at("copy")).unwrap_err().to_string();
    assert!(none.contains("no database"), "{none}");
    with_messages(&place.system(), 9);
    let _ = take(&place.system(), &place.at("copy")).unwrap();
    let over = take(&place.system(), &place.at("copy")).unwrap_err().to_string();
    assert!(over.contains("is not empty"), "{over}");
    Connection::open(place.system()).unwrap().execute_batch("DELETE FROM audit_events WHERE sequence = 4").unwrap();
    let broken = take(&place.system(), &place.at("next")).unwrap_err().to_string();
    assert!(broken.contains("BROKEN at event 4"), "{broken}");
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_a_backup() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    with_messages(&place.system(), 3);
    let _ = take(&place.system(), &place.at("copy")).unwrap();
    let mode = |name: &str| std::fs::metadata(place.at(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("copy"), mode("copy/tasuki.db"), mode("copy/manifest.json")), (0o700, 0o600, 0o600));
}
