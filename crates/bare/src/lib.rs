//! For `cargo xtask bench` alone, never deployed: one pooled read and a text as the measure for everything else, and
//! the rows of a desk that has worked for years.
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
    let done = match request.uri().query().and_then(numbers) {
        Some((first, last)) => fill(first, last).await,
        None => read().await,
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

async fn read() -> Result<usize, Error> {
    let idle = IDLE.lock().ok().and_then(|mut idle| idle.pop());
    let connection = match idle {
        Some(connection) => connection,
        None => Connection::open_default().await?,
    };
    let result = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1", []).await?;
    let rows = result.collect().await?.len();
    if let Ok(mut idle) = IDLE.lock() {
        idle.push(connection);
    }
    Ok(rows)
}

/// `?fill=1-100`.
fn numbers(query: &str) -> Option<(i64, i64)> {
    let (first, last) = query.strip_prefix("fill=")?.split_once('-')?;
    Some((first.parse().ok()?, last.parse().ok()?))
}

/// Puts the applications of these numbers into the queue and the index of words, in one transaction.
async fn fill(first: i64, last: i64) -> Result<usize, Error> {
    let connection = Connection::open_default().await?;
    let numbers = [Value::Integer(first), Value::Integer(last)];
    connection.execute("BEGIN IMMEDIATE", []).await?.collect().await?;
    for sql in [include_str!("../sql/fill-applications.sql"), include_str!("../sql/fill-words.sql")] {
        connection.execute(sql, numbers.clone()).await?.collect().await?;
    }
    connection.execute("COMMIT", []).await?.collect().await?;
    Ok(0)
}
