//! Cross-site request forgery: an unsafe method must come from our own pages, or from the city's website as a form.

use crate::{Problem, variable};
use http::{HeaderMap, Method, Request, StatusCode, Uri, header};

/// Whose web pages may send what.
pub struct Origins;

/// Refuses an unsafe request whose `Origin` is neither our own host nor, for a form post, one of `city_origins`.
///
/// Requests without `Origin` come from programs, which carry no browser's cookies by accident; a browser of the last
/// years always sends it with an unsafe method.
pub(crate) async fn check<B>(request: &Request<B>) -> Result<(), Problem> {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let Some(origin) = request.headers().get(header::ORIGIN) else { return Ok(()) };
    let origin = origin.to_str().unwrap_or_default();
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    if authority.is_some() && authority == host(request.headers()).as_deref() {
        return Ok(());
    }
    if is_form(request.headers()) && Origins::city().await.iter().any(|allowed| allowed == origin) {
        return Ok(());
    }
    Err(Problem::new(
        StatusCode::FORBIDDEN,
        "foreign_origin",
        "ほかのサイトからの操作は受け付けられません。このシステムの画面からやり直してください。",
    ))
}

impl Origins {
    /// The city's own websites that may post forms, from the variable `city_origins` (comma-separated).
    pub async fn city() -> Vec<String> {
        let listed = variable("city_origins").await.unwrap_or_default();
        listed.split(',').map(str::trim).filter(|origin| !origin.is_empty()).map(str::to_owned).collect()
    }
}

/// `host[:port]` as the browser sees us: Spin's own header (the last, since a client's copy is not stripped), else `Host`.
pub(crate) fn host(headers: &HeaderMap) -> Option<String> {
    let full_url = headers.get_all("spin-full-url").iter().next_back().and_then(|url| url.to_str().ok());
    let from_spin = full_url.and_then(|url| url.parse::<Uri>().ok()).and_then(|uri| Some(uri.authority()?.to_string()));
    from_spin.or_else(|| Some(headers.get(header::HOST)?.to_str().ok()?.to_owned()))
}

/// Whether we are spoken to on this very machine without TLS, where browsers refuse `Secure` cookies.
pub(crate) fn is_loopback(headers: &HeaderMap) -> bool {
    let Some(host) = host(headers) else { return false };
    let name = host.rsplit_once(':').map_or(host.as_str(), |(name, port)| {
        if port.bytes().all(|byte| byte.is_ascii_digit()) { name } else { &host }
    });
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

fn is_form(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    content_type.starts_with("application/x-www-form-urlencoded") || content_type.starts_with("multipart/form-data")
}
