//! Every SQL file is prepared against the migrated schema, and its plan is compared with the reviewed one.

use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use tests::workspace;

/// An empty database after all migrations.
fn migrated() -> Connection {
    let database = Connection::open_in_memory().unwrap();
    // Plans of inserts would list checks of foreign keys that run only for deferred constraints; there are none.
    database.pragma_update(None, "foreign_keys", false).unwrap();
    // The runner makes this table before it reads the first file.
    database.execute_batch("CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY) STRICT").unwrap();
    for migration in web::MIGRATIONS {
        for statement in web::statements(migration.sql) {
            database
                .execute_batch(&statement)
                .unwrap_or_else(|error| panic!("{}: {error}\n{statement}", migration.name));
        }
    }
    database
}

/// The SQL files of all components and crates, by path from the repository's root.
fn sql_files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for parent in ["components", "crates"] {
        for owner in entries(&workspace().join(parent)) {
            files.extend(
                entries(&owner.join("sql")).into_iter().filter(|file| file.extension().is_some_and(|end| end == "sql")),
            );
        }
    }
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// How the database says it would run a statement.
fn plan(database: &Connection, sql: &str) -> rusqlite::Result<String> {
    let mut statement = database.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let count = statement.parameter_count();
    let nothing = rusqlite::params_from_iter(std::iter::repeat_n(rusqlite::types::Null, count));
    let steps = statement.query_map(nothing, |row| row.get::<_, String>("detail"))?;
    steps.map(|step| step.map(|step| format!("  {step}\n"))).collect()
}

#[test]
fn every_statement_is_known_to_the_schema_and_runs_as_reviewed() {
    let database = migrated();
    let (mut plans, mut mistakes) = (String::new(), String::new());
    let files = sql_files();
    assert!(files.len() > 20, "only {} SQL files found", files.len());
    for file in files {
        let name = file.strip_prefix(workspace()).unwrap().display().to_string();
        let sql = std::fs::read_to_string(&file).unwrap();
        match plan(&database, &sql) {
            Ok(plan) => write!(plans, "{name}\n{plan}").unwrap(),
            Err(error) => writeln!(mistakes, "{name}: {error}").unwrap(),
        }
    }
    assert!(mistakes.is_empty(), "SQL that does not fit the schema:\n{mistakes}");
    let reviewed_path = workspace().join("tests/app/snapshots/plans.txt");
    let reviewed = std::fs::read_to_string(&reviewed_path).unwrap_or_default();
    if plans != reviewed {
        let actual = workspace().join("target/plans.txt");
        std::fs::create_dir_all(actual.parent().unwrap()).unwrap();
        std::fs::write(&actual, &plans).unwrap();
        panic!(
            "query plans changed:\n{}\nA SCAN of a table that grows needs an index. When all is well: cp {} {}",
            difference(&reviewed, &plans),
            actual.display(),
            reviewed_path.display()
        );
    }
}

/// The statements whose plans differ, each with the plan it had and the one it has.
fn difference(before: &str, after: &str) -> String {
    let (before, after) = (plans_by_file(before), plans_by_file(after));
    let files: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let changed = files.into_iter().filter(|file| before.get(file) != after.get(file));
    let told = changed.map(|file| {
        let plan =
            |plans: &BTreeMap<&str, String>| plans.get(file).cloned().unwrap_or_else(|| "  no such file\n".to_owned());
        format!("{file}\n- before\n{}- now\n{}", plan(&before), plan(&after))
    });
    told.collect()
}

/// The plans of a snapshot, by the file of the statement: its name stands at the margin, the steps are indented.
fn plans_by_file(text: &str) -> BTreeMap<&str, String> {
    let mut plans: BTreeMap<&str, String> = BTreeMap::new();
    let mut file = "";
    for line in text.lines() {
        if line.starts_with(' ') {
            let plan = plans.entry(file).or_default();
            writeln!(plan, "{line}").unwrap();
        } else {
            file = line;
            plans.entry(file).or_default();
        }
    }
    plans
}

/// SQLite compiles a statement anew whenever a parameter changes from which it has planned: of the form `LIMIT ?1` it
/// does on every call, which costs more than most lists take. `LIMIT ?1 + 0` tells it nothing.
#[test]
fn no_statement_is_compiled_anew_for_its_parameters() {
    let database = migrated();
    database.execute_batch("BEGIN").unwrap();
    for file in sql_files() {
        let sql = std::fs::read_to_string(&file).unwrap();
        let mut statement = database.prepare(&sql).unwrap();
        if statement.parameter_count() == 0 {
            continue;
        }
        for round in 0..2 {
            for place in 1..=statement.parameter_count() {
                statement.raw_bind_parameter(place, round).unwrap();
            }
            let mut rows = statement.raw_query();
            // What it does with such parameters is not the point: many fail.
            while let Ok(Some(_)) = rows.next() {}
        }
        assert_eq!(statement.get_status(rusqlite::StatementStatus::RePrepare), 0, "{}", file.display());
    }
}

#[test]
fn a_statement_file_holds_one_statement() {
    for file in sql_files() {
        let sql = std::fs::read_to_string(&file).unwrap();
        let code: String =
            sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
        // Spin runs the first statement only and says nothing of a second.
        assert!(!code.trim().trim_end_matches(';').contains(';'), "{}", file.display());
    }
}

/// The statements that read or write who is in a room, each reviewed for R18: those that decide what a person may see
/// take `since <= now`, `until` and `closed_at` into account as room-access.sql does.
const KNOWS_MEMBERS: &[&str] = &[
    "components/apply-for-account/sql/end-memberships-of-user.sql",
    "components/apply-for-account/sql/rooms-of-people.sql",
    "components/apply-for-account/sql/support-rooms-of-user.sql",
    // Whoever takes part in a collaboration room stays for as long as `until` is open: nothing there is planned ahead.
    // Who is in the room when the worker comes is told of it.
    "components/notify/sql/told-document-readers.sql",
    "components/notify/sql/told-members.sql",
    "components/notify/sql/told-moved.sql",
    "components/notify/sql/told-readers.sql",
    "components/open-room/sql/closure-standing.sql",
    "components/open-room/sql/listed-room.sql",
    "components/open-room/sql/listed-rooms-of-theme.sql",
    "components/open-room/sql/listed-rooms-search.sql",
    "components/open-room/sql/listed-rooms.sql",
    "components/open-room/sql/members-to-tell.sql",
    "components/open-room/sql/participants.sql",
    "components/open-support-room/sql/ended-assignments.sql",
    "components/open-support-room/sql/my-rooms.sql",
    "components/open-support-room/sql/named-members-of-room.sql",
    "components/open-support-room/sql/register-search.sql",
    "components/open-support-room/sql/register.sql",
    "components/open-support-room/sql/stays.sql",
    "components/open-support-room/sql/stopping-members.sql",
    // Who is in a room is the association's to know.
    "components/oversee/sql/export-teams.sql",
    // They count, and name nobody.
    "components/oversee/sql/usage-professions.sql",
    "components/oversee/sql/usage-team-sizes.sql",
    "components/post-message/sql/authors.sql",
    "components/post-message/sql/draft.sql",
    // It counts those who are asked for 了解, and since when the reader is there; its caller has made sure of the room.
    "components/post-message/sql/messages.sql",
    "components/post-message/sql/post-facts.sql",
    "components/post-message/sql/posting-facts.sql",
    // Since when somebody came: what was written before is not counted as unread.
    "components/post-message/sql/read-up-to.sql",
    "components/post-message/sql/readers.sql",
    "components/post-message/sql/search-messages.sql",
    "components/post-message/sql/unread.sql",
    // Who has read a document, of those who are in the team now, and of those who have left.
    "components/record-care/sql/document-readers.sql",
    // Who comes is a member at this moment; a calendar over rooms shows those that are open to the caller at this moment.
    "components/record-care/sql/summary-team.sql",
    "components/record-care/sql/visit-visitor.sql",
    "components/record-care/sql/visits-export-of-user.sql",
    "components/record-care/sql/visits-of-user.sql",
    // Who is and was in the team is part of its record; they run behind a RoomAccess.
    "components/transfer-record/sql/organizations.sql",
    "components/transfer-record/sql/people.sql",
    "components/transfer-record/sql/stays.sql",
    "crates/applications/sql/standing.sql",
    // Fills rooms for `cargo xtask bench`.
    "crates/bare/sql/fill-members.sql",
    "crates/bare/sql/fill-message-members.sql",
    "crates/web/sql/add-member.sql",
    "crates/web/sql/add-participant.sql",
    "crates/web/sql/care-team.sql",
    "crates/web/sql/clinicians.sql",
    "crates/web/sql/end-member.sql",
    "crates/web/sql/end-participant.sql",
    "crates/web/sql/filer.sql",
    "crates/web/sql/member-access.sql",
    "crates/web/sql/room-access.sql",
    "crates/web/sql/session.sql",
];

#[test]
fn r18_no_statement_decides_by_itself_who_is_in_a_room() {
    let files = sql_files().into_iter().filter(|file| std::fs::read_to_string(file).unwrap().contains("room_members"));
    let names: Vec<String> = files.map(|file| file.strip_prefix(workspace()).unwrap().display().to_string()).collect();
    assert_eq!(
        names, KNOWS_MEMBERS,
        "Take a RoomAccess. If it must be SQL, ask whether a person who was taken out, is to come only, or whose room is \
         closed would see anything; then add the file to the list."
    );
}

#[test]
fn tables_are_strict() {
    let database = migrated();
    let mut statement = database
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")
        .unwrap();
    let loose: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(loose.is_empty(), "tables that are not STRICT: {loose:?}");
}

#[test]
fn names_are_found_by_one_character_or_more_and_no_longer_once_they_changed() {
    let database = migrated();
    let put = std::fs::read_to_string(workspace().join("crates/applications/sql/put-words.sql")).unwrap();
    let index = |id: i64, words: &[&str]| {
        database.execute(&put, rusqlite::params![id, domain::text::pairs(words.iter().copied())]).unwrap()
    };
    let found = |query: &str| -> Vec<i64> {
        let query = domain::text::pairs_query(query).unwrap();
        let mut statement = database
            .prepare("SELECT rowid FROM application_words WHERE application_words MATCH ?1 ORDER BY rowid")
            .unwrap();
        statement.query_map([query], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    index(1, &["4-26-000001-24", "みなみ診療所", "髙﨑 ユミ", "𠀋田 一"]);
    index(2, &["4-26-000002-21", "きた薬局", "高橋 由美"]);
    assert_eq!((found("高"), found("ユミ"), found("診療"), found("局")), (vec![1, 2], vec![1], vec![1], vec![2]));
    assert_eq!((found("4-26-000002"), found("高崎 診療"), found("𠀋田")), (vec![2], vec![1], vec![1]));
    assert!(found("薬診").is_empty() && found("所髙").is_empty() && found("OR").is_empty());
    index(2, &["4-26-000002-21", "きた薬局", "鈴木 一郎"]);
    assert_eq!((found("高橋"), found("鈴木")), (vec![], vec![2]));
}
