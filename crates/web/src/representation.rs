//! Whether the caller wants a page or data, and pages.

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, header, request::Parts};
use std::convert::Infallible;

/// What the caller can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Representation {
    /// A browser that asks for a page.
    Html,
    /// A program.
    Json,
}

impl Representation {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let position = |kind: &str| accept.find(kind).unwrap_or(usize::MAX);
        if position("text/html") < position("json") { Self::Html } else { Self::Json }
    }
}

impl<S: Sync> FromRequestParts<S> for Representation {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

/// A page made on the server. It may show what somebody typed, so no cache keeps it.
#[derive(Debug)]
pub struct Html(pub String);

impl IntoResponse for Html {
    fn into_response(self) -> Response {
        let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
        let policy = [(header::CONTENT_SECURITY_POLICY, crate::serve::CONTENT_SECURITY_POLICY)];
        (headers, policy, self.0).into_response()
    }
}
