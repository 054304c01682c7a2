//! One pooled read and a text: the measure for everything else (`cargo xtask bench`), never deployed.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::disallowed_methods, reason = "the point is to have none of our layers between")]

use spin_sdk::http::{IntoResponse, Request, StatusCode};
use spin_sdk::sqlite::{Connection, Error};
use spin_sdk::wit_bindgen::yield_async;
use std::sync::Mutex;

/// Connections that no request holds at this moment.
static IDLE: Mutex<Vec<Connection>> = Mutex::new(Vec::new());

#[spin_sdk::http_service]
async fn serve(_: Request) -> impl IntoResponse {
    let answer = match read().await {
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
