//! A fresh session cookie on its way from the guard, which sees the request, to the answer.

use http::{HeaderMap, HeaderValue, header, request::Parts};
use std::sync::{Arc, OnceLock};

/// Carried by each request as an extension; empty unless the guard made a fresh cookie.
#[derive(Debug, Clone, Default)]
pub(crate) struct Renewal(Arc<OnceLock<HeaderValue>>);

impl Renewal {
    /// The request's own; a request that carries none has nobody to renew for.
    pub(super) fn of(parts: &Parts) -> Self {
        parts.extensions.get::<Self>().cloned().unwrap_or_default()
    }

    /// Leaves the cookie for the answer.
    pub(super) fn set(&self, cookie: HeaderValue) {
        // A second guard in the same request has made the same cookie again.
        let _ = self.0.set(cookie);
    }

    /// Adds the cookie, unless the answer sets one itself: a login or logout knows better.
    pub(crate) fn add_to(&self, headers: &mut HeaderMap) {
        if let Some(cookie) = self.0.get()
            && !headers.contains_key(header::SET_COOKIE)
        {
            headers.insert(header::SET_COOKIE, cookie.clone());
        }
    }
}
