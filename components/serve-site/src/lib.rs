//! Use case: the built front end: compression, caching, security headers.

mod asset;

use asset::Asset;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use web::{IntoResponse, PAGE_SECURITY, Problem, Response, Router, get};

/// A browser's own viewer obeys the policy of the file it shows; the one for pages would keep it from its own styles.
const PAPER_SECURITY: &str = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// Beside what every page may: a PDF that was fetched for its reader (R18) is shown within the page by the browser's own
/// viewer, from an address that the page has made itself. Nothing from elsewhere is framed.
const OWN_PAPERS_FRAMED: &str = "frame-src blob:";

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_service]
async fn serve(request: spin_sdk::http::Request) -> impl spin_sdk::http::IntoResponse {
    web::serve(router, request).await
}

/// The component's routes: every path that no other component has.
pub fn router() -> Router {
    Router::new().route("/", get(file)).route("/{*path}", get(file))
}

/// A file of the built front end. A path that looks like a page is the application's own to show, also when it says
/// that there is no such page; a missing file is a 404.
async fn file(uri: Uri, headers: HeaderMap) -> Result<Response, Problem> {
    let path = uri.path().trim_start_matches('/');
    if path.starts_with("api/") || path.starts_with(".well-known/") {
        return Err(Problem::not_found());
    }
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if let Some(asset) = Asset::read(path, accepts) {
        return Ok(answer(&asset, &headers));
    }
    if path.rsplit('/').next().is_some_and(|last| last.contains('.')) {
        return Err(Problem::not_found());
    }
    let page = Asset::read("index.html", accepts).ok_or_else(Problem::not_found)?;
    Ok(answer(&page, &headers))
}

fn answer(asset: &Asset, request: &HeaderMap) -> Response {
    let mut headers = HeaderMap::new();
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, asset.content_type());
    set(header::ETAG, asset.etag());
    set(header::CACHE_CONTROL, asset.cache_control());
    set(header::VARY, "Accept-Encoding");
    if let Some(encoding) = asset.encoding() {
        set(header::CONTENT_ENCODING, encoding);
    }
    if asset.is_paper() {
        set(header::CONTENT_DISPOSITION, "inline");
        set(header::CONTENT_SECURITY_POLICY, PAPER_SECURITY);
    } else {
        set(header::CONTENT_SECURITY_POLICY, &format!("{PAGE_SECURITY}; {OWN_PAPERS_FRAMED}"));
    }
    let known = request.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // A proxy that compresses makes tags weak; for this they still say the same (RFC 9110 §13.1.2).
    if known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == asset.etag()) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, asset.bytes().to_vec()).into_response()
}
