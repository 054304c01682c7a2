//! Where the world finds us: for links on paper and in mail.

use crate::{origin, variable};
use axum::extract::FromRequestParts;
use http::request::Parts;
use std::convert::Infallible;

/// The base of absolute links: the variable `public_url`, else the address this request came to.
#[derive(Debug, Clone)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// The absolute link to a path that begins with `/`.
    pub fn to(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl<S: Sync> FromRequestParts<S> for PublicUrl {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        if let Some(url) = variable("public_url").await {
            return Ok(Self(url.trim_end_matches('/').to_owned()));
        }
        let scheme = if origin::is_loopback(&parts.headers) { "http" } else { "https" };
        let host = origin::host(&parts.headers).unwrap_or_default();
        Ok(Self(format!("{scheme}://{host}")))
    }
}
