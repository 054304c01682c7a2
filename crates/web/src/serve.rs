//! Runs one request through a component's routes, and gives every answer what every answer needs.

use crate::session::Renewal;
use crate::{Html, Problem, Representation, ViewLog, input::FORM_BYTES_MAX, origin};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, header};
use http_body_util::BodyExt as _;

use std::sync::OnceLock;
use tower_service::Service as _;

pub use origin::Origins;

/// A page may load nothing but its own files, and nobody may frame it.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";

/// Serves a request under Spin.
///
/// The converted response is held back for three turns of the scheduler. Spin's server does not set `TCP_NODELAY`:
/// when a handler has awaited anything, it would write the head alone, and the client's delayed acknowledgement would
/// hold back the body for 40 ms on every request of a kept-alive connection. By then the first frame is ready and both
/// leave in one segment. (`cargo xtask bench` on the spin CLI shows the loss of this; the bundled host does not.)
pub async fn serve(routes: fn() -> Router, request: spin_sdk::http::Request) -> impl spin_sdk::http::IntoResponse {
    hold_back(respond(routes, None, request).await).await
}

/// As [`serve`], for a component that has pages: a browser that asks for a page gets refusals as one, too.
pub async fn serve_pages(
    routes: fn() -> Router,
    problem_page: ProblemPage,
    request: spin_sdk::http::Request,
) -> impl spin_sdk::http::IntoResponse {
    hold_back(respond(routes, Some(problem_page), request).await).await
}

/// Shows a problem to a person.
pub type ProblemPage = fn(&Problem) -> Html;

async fn hold_back(response: Response) -> impl spin_sdk::http::IntoResponse {
    let converted = spin_sdk::http::IntoResponse::into_response(response);
    for _ in 0..3 {
        spin_sdk::wit_bindgen::yield_async().await;
    }
    converted
}

async fn respond<B>(routes: fn() -> Router, problem_page: Option<ProblemPage>, request: Request<B>) -> Response
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError>,
{
    // One router an instance: building it costs more than most requests.
    static ROUTER: OnceLock<Router> = OnceLock::new();
    let path_is_api = request.uri().path().starts_with("/api/");
    let problem_page = problem_page.filter(|_| Representation::of(request.headers()) == Representation::Html);
    let renewal = Renewal::default();
    let views = ViewLog::default();
    let answer = async {
        if let Err(problem) = origin::check(&request).await {
            return problem.into_response();
        }
        let mut component = ROUTER.get_or_init(|| complete(routes())).clone();
        let mut request = request.map(|body| axum::body::Body::new(body.map_err(axum::Error::new)));
        request.extensions_mut().insert(renewal.clone());
        request.extensions_mut().insert(views.clone());
        match component.call(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    };
    let (mut response, recorded) = views.record_beside(answer).await;
    // R21: what is not on record is not shown. Neither is a refusal, which may say something of a person, too.
    if let Err(problem) = recorded {
        response = problem.into_response();
    }
    if let Some(page) = problem_page {
        response = show_problem(page, response);
    }
    add_headers(&mut response, path_is_api);
    renewal.add_to(response.headers_mut());
    response
}

fn show_problem(page: ProblemPage, response: Response) -> Response {
    let Some(problem) = response.extensions().get::<Problem>() else { return response };
    let mut shown = (response.status(), page(problem)).into_response();
    if let Some(seconds) = response.headers().get(header::RETRY_AFTER) {
        shown.headers_mut().insert(header::RETRY_AFTER, seconds.clone());
    }
    shown
}

fn complete(routes: Router) -> Router {
    routes
        .fallback(async || Problem::not_found())
        .method_not_allowed_fallback(async || {
            Problem::new(http::StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "この操作はできません。")
        })
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
}

fn add_headers(response: &mut Response, path_is_api: bool) {
    let headers = response.headers_mut();
    let mut default = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    default(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(header::REFERRER_POLICY, "same-origin");
    default(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    default(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    if path_is_api {
        default(header::CACHE_CONTROL, "no-store");
    } else {
        default(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    }
}
