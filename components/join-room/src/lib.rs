//! Use case: somebody joins or leaves a collaboration room. One form for both, whose first question is which; the city
//! decides (R25).

mod membership_applications;
mod pages;

use membership_applications::{MembershipApplications, desk, operations};
use public_pages::show;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::get;

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_service]
async fn serve(request: spin_sdk::http::Request) -> impl spin_sdk::http::IntoResponse {
    web::serve_pages(router, public_pages::problem::problem, request).await
}

/// The component's routes: the API, and the pages that work without JavaScript.
pub fn router() -> web::Router {
    let api: web::Router = api().into();
    api.route("/apply/room-membership", get(show::form::<MembershipApplications>))
        .route("/apply/room-membership/{receipt}", get(show::follow_up::<MembershipApplications>))
        .route("/apply/room-membership/{receipt}/correct", get(show::correction_form::<MembershipApplications>))
        .route("/apply/room-membership/{receipt}/withdraw", get(show::withdraw_confirm::<MembershipApplications>))
}

/// The routes with their descriptions.
pub fn api() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(operations::submit))
        .routes(routes!(operations::follow_up))
        .routes(routes!(operations::correct))
        .routes(routes!(operations::withdraw))
        .routes(routes!(desk::detail))
        .routes(routes!(desk::decide))
}
