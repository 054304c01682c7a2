//! Cookies: read from a request, made for an answer.

use crate::origin::is_loopback;
use axum::extract::FromRequestParts;
use http::{HeaderMap, HeaderValue, header, request::Parts};
use std::convert::Infallible;

/// The request's cookies, and how cookies are written for this caller.
#[derive(Debug, Clone)]
pub struct CookieJar {
    pairs: Vec<(String, String)>,
    loopback: bool,
}

impl CookieJar {
    pub(crate) fn from_headers(headers: &HeaderMap) -> Self {
        let pairs = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self { pairs, loopback: is_loopback(headers) }
    }

    /// A cookie by its short name.
    pub fn get(&self, name: &str) -> Option<&str> {
        let name = self.full_name(name);
        self.pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    /// A `Set-Cookie` that lasts so many seconds; 0 removes it.
    pub fn set(&self, name: &str, value: &str, seconds: i64) -> Option<HeaderValue> {
        let secure = if self.loopback { "" } else { "; Secure" };
        let name = self.full_name(name);
        HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}"))
            .ok()
    }

    /// `__Host-` binds a cookie to this host over TLS. Browsers refuse it on plain http at loopback; nowhere else is it
    /// dropped.
    fn full_name(&self, name: &str) -> String {
        if self.loopback { format!("tasuki_{name}") } else { format!("__Host-tasuki_{name}") }
    }
}

impl<S: Sync> FromRequestParts<S> for CookieJar {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::from_headers(&parts.headers))
    }
}
