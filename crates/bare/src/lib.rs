//! For `cargo xtask bench` alone, never deployed: one pooled read and one durable insert as the measure for everything else, and
//! the rows of a desk that has worked for years and of many rooms.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::disallowed_methods, reason = "the point is to have none of our layers between")]

use spin_sdk::http::{IntoResponse, Request, StatusCode};
use spin_sdk::sqlite::{Connection, Error, Value};
use spin_sdk::wit_bindgen::yield_async;
use std::sync::Mutex;

/// Connections that no request holds at this moment.
static IDLE: Mutex<Vec<Connection>> = Mutex::new(Vec::new());

#[spin_sdk::http_service]
async fn serve(request: Request) -> impl IntoResponse {
    let query = request.uri().query().unwrap_or_default();
    let done = match FILLINGS.iter().find_map(|(name, filling)| Some((*filling, numbers(query, name)?))) {
        Some((filling, given)) => fill(filling, &given).await,
        None if query == "insert" => on_a_connection(INSERT).await,
        None if query == "posts-tell-nobody" => tell_nobody().await,
        None if query == "posts-tell" => tell_again().await,
        None => on_a_connection(READ).await,
    };
    let answer = match done {
        Ok(rows) => (StatusCode::OK, format!("{rows}\n")),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    };
    let response = answer.into_response();
    // The same cure as in `web::serve`, or this would be the slower one.
    for _ in 0..3 {
        yield_async().await;
    }
    response
}

/// The measure of reads, and that of durable writes.
const READ: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1";
const INSERT: &str = "INSERT INTO bare_rows (content) VALUES ('a line of about as many characters as people write')";

/// One statement on a pooled connection.
async fn on_a_connection(sql: &str) -> Result<usize, Error> {
    let idle = IDLE.lock().ok().and_then(|mut idle| idle.pop());
    let connection = match idle {
        Some(connection) => connection,
        None => Connection::open_default().await?,
    };
    let result = connection.execute(sql, []).await?;
    let rows = result.collect().await?.len();
    if let Ok(mut idle) = IDLE.lock() {
        idle.push(connection);
    }
    Ok(rows)
}

/// Statements with the numbers they take.
type Filling = [(&'static str, usize)];
/// The applications from one number to another, in the queue and the index of words.
const APPLICATIONS: [(&str, usize); 2] =
    [(include_str!("../sql/fill-applications.sql"), 2), (include_str!("../sql/fill-words.sql"), 2)];
/// The rooms from one number to another, each with its registrant, in which a person, the third number, has broken the
/// glass. Nobody is a member of so many, and each request counts the rooms that its caller is a member of.
const ROOMS: [(&str, usize); 4] = [
    (include_str!("../sql/fill-registrants.sql"), 2),
    (include_str!("../sql/fill-rooms.sql"), 2),
    (include_str!("../sql/fill-broken-glass.sql"), 3),
    (include_str!("../sql/lend-clerk.sql"), 3),
];

/// Collaboration rooms, listed and searchable, and people in the first of them.
const COLLABORATION_ROOMS: [(&str, usize); 2] =
    [(include_str!("../sql/fill-collaboration-rooms.sql"), 2), (include_str!("../sql/fill-room-words.sql"), 2)];
const PARTICIPANTS: [(&str, usize); 2] =
    [(include_str!("../sql/fill-participants.sql"), 2), (include_str!("../sql/fill-members.sql"), 2)];
/// Rooms with messages, in which a person, the third number, is a member and wrote them all.
const MESSAGE_ROOMS: [(&str, usize); 3] = [
    ("CREATE TABLE IF NOT EXISTS bare_rows (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT", 0),
    (include_str!("../sql/fill-message-rooms.sql"), 2),
    (include_str!("../sql/fill-message-members.sql"), 3),
];
const MESSAGES: [(&str, usize); 2] =
    [(include_str!("../sql/fill-messages.sql"), 3), (include_str!("../sql/fill-message-words.sql"), 3)];
/// What can be filled, by its name in the query.
const FILLINGS: [(&str, &Filling); 6] = [
    ("message-rooms=", &MESSAGE_ROOMS),
    ("messages=", &MESSAGES),
    ("applications=", &APPLICATIONS),
    ("rooms=", &ROOMS),
    ("collaboration-rooms=", &COLLABORATION_ROOMS),
    ("participants=", &PARTICIPANTS),
];

/// `?applications=1-100`, `?rooms=1-100-7`.
fn numbers(query: &str, name: &str) -> Option<Vec<i64>> {
    query.strip_prefix(name)?.split('-').map(|number| number.parse().ok()).collect()
}

/// Runs the statements in one transaction.
async fn fill(filling: &Filling, numbers: &[i64]) -> Result<usize, Error> {
    let connection = Connection::open_default().await?;
    connection.execute("BEGIN IMMEDIATE", []).await?.collect().await?;
    for (sql, count) in filling {
        let given: Vec<_> = numbers.iter().take(*count).copied().map(Value::Integer).collect();
        connection.execute(*sql, given).await?.collect().await?;
    }
    connection.execute("COMMIT", []).await?.collect().await?;
    Ok(0)
}

/// Takes the outbox row out of what a post writes, to see what it costs.
async fn tell_nobody() -> Result<usize, Error> {
    let connection = Connection::open_default().await?;
    let keep = "CREATE TABLE bare_triggers AS SELECT sql FROM sqlite_schema WHERE name = 'posting_is_done'";
    connection.execute(keep, []).await?.collect().await?;
    let trigger = kept_trigger(&connection).await?;
    let untold = trigger.split_once("INSERT INTO outbox").and_then(|(before, rest)| {
        let (_, after) = rest.split_once(';')?;
        Some(format!("{before}{after}"))
    });
    replace_trigger(&connection, untold.ok_or_else(|| Error::Io("a post has no outbox row".to_owned()))?).await
}

async fn tell_again() -> Result<usize, Error> {
    let connection = Connection::open_default().await?;
    let trigger = kept_trigger(&connection).await?;
    replace_trigger(&connection, trigger).await?;
    Ok(connection.execute("DROP TABLE bare_triggers", []).await?.collect().await?.len())
}

async fn kept_trigger(connection: &Connection) -> Result<String, Error> {
    let rows = connection.execute("SELECT sql FROM bare_triggers", []).await?.collect().await?;
    let text = rows.first().and_then(|row| row.get::<&str>(0)).map(ToOwned::to_owned);
    text.ok_or_else(|| Error::Io("there is no trigger of posts".to_owned()))
}

/// In one transaction: nobody posts without either.
async fn replace_trigger(connection: &Connection, trigger: String) -> Result<usize, Error> {
    for sql in ["BEGIN IMMEDIATE".to_owned(), "DROP TRIGGER posting_is_done".to_owned(), trigger, "COMMIT".to_owned()] {
        connection.execute(sql, []).await?.collect().await?;
    }
    Ok(0)
}
