//! `GET /api/openapi.json`: the API describes itself.

use http::header;
use web::{IntoResponse, Response};

/// The OpenAPI 3.1 document; `cargo xtask generate` makes it from the Rust types, and a test fails when it is stale.
#[utoipa::path(get, path = "/api/openapi.json", tag = "oversee", responses((status = 200, body = Object)))]
pub(crate) async fn description() -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")];
    (headers, include_str!("../../../openapi.json")).into_response()
}
