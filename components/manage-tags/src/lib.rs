//! Use case: the city's common set of tags, and what users wish for (R28).

mod change;
mod list;
mod order;
mod retirement;
mod revision;
mod wishes;

use utoipa_axum::{router::OpenApiRouter, routes};

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_service]
async fn serve(request: spin_sdk::http::Request) -> impl spin_sdk::http::IntoResponse {
    web::serve(router, request).await
}

/// The component's routes.
pub fn router() -> web::Router {
    api().into()
}

/// The routes with their descriptions.
pub fn api() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list::list, change::create))
        .routes(routes!(order::put_in_order))
        .routes(routes!(change::rename))
        .routes(routes!(retirement::retire, retirement::bring_back))
        .routes(routes!(wishes::mine::list, wishes::wish::wish))
        .routes(routes!(wishes::groups::list))
        .routes(routes!(wishes::answer::answer))
}
