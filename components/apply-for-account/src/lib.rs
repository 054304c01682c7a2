//! Use case: an organization applies for accounts (Form 4), reports changes (Form 5) and stops (Form 6), the city decides, prints the notices and posts them.

mod account_applications;
mod account_stops;
mod accounts;
mod answer_objection;
mod applicant_session;
mod codes;
mod desk_accounts;
mod emergency_codes;
mod issue_notices;
mod issued_accounts;
mod known_organization;
mod list_notices;
mod may_file;
mod open_day_exceptions;
mod organization_changes;
mod organizations;
mod pages;
mod post_notices;
mod setup;
mod show_pages;

use account_applications::{AccountApplications, operations as form4};
use account_stops::{AccountStops, operations as form6};
use organization_changes::{OrganizationChanges, operations as form5};
use public_pages::show;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{get, post};

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_service]
async fn serve(request: spin_sdk::http::Request) -> impl spin_sdk::http::IntoResponse {
    web::serve_pages(router, PROBLEM_PAGE, request).await
}

/// How this component shows a refusal to a browser.
pub const PROBLEM_PAGE: web::ProblemPage = public_pages::problem::problem;

/// The component's routes: the API, and the pages that work without JavaScript.
pub fn router() -> web::Router {
    let api: web::Router = api().into();
    api.route("/apply", get(show_pages::entry))
        .route("/apply/account", get(show::form::<AccountApplications>))
        .route("/apply/account/{receipt}/correct", get(show::correction_form::<AccountApplications>))
        .route("/apply/organization-change", get(show::form::<OrganizationChanges>))
        .route("/apply/organization-change/{receipt}/correct", get(show::correction_form::<OrganizationChanges>))
        .route("/apply/account-stop", get(show::form::<AccountStops>))
        .route("/apply/account-stop/{receipt}/correct", get(show::correction_form::<AccountStops>))
        .route("/apply/forms", get(show_pages::blank_forms))
        .route("/apply/status", get(show_pages::status_form).post(show_pages::open_status))
        .route("/apply/status/{receipt}", get(show_pages::follow_up))
        .route("/apply/status/{receipt}/withdraw", get(show_pages::withdraw_confirm))
        .route("/apply/sign-out", post(show_pages::close_status))
}

/// The API's routes with their descriptions.
pub fn api() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(form4::submit))
        .routes(routes!(form4::detail))
        .routes(routes!(form4::decide))
        .routes(routes!(form4::follow_up))
        .routes(routes!(form4::correct))
        .routes(routes!(form4::withdraw))
        .routes(routes!(form5::submit))
        .routes(routes!(form5::detail))
        .routes(routes!(form5::decide))
        .routes(routes!(form5::follow_up))
        .routes(routes!(form5::correct))
        .routes(routes!(form5::withdraw))
        .routes(routes!(form6::submit))
        .routes(routes!(form6::detail))
        .routes(routes!(form6::decide))
        .routes(routes!(form6::follow_up))
        .routes(routes!(form6::correct))
        .routes(routes!(form6::withdraw))
        .routes(routes!(applicant_session::applicant_session))
        .routes(routes!(organizations::search))
        .routes(routes!(organizations::show::show))
        .routes(routes!(organizations::applications::applications))
        .routes(routes!(organizations::people::people))
        .routes(routes!(organizations::confirmation::confirm))
        .routes(routes!(list_notices::list_notices))
        .routes(routes!(issue_notices::issue_notices))
        .routes(routes!(post_notices::post_notices))
        .routes(routes!(answer_objection::answer_objection))
        .routes(routes!(open_day_exceptions::list))
        .routes(routes!(open_day_exceptions::put, open_day_exceptions::remove))
        .routes(routes!(desk_accounts::register))
        .routes(routes!(setup::setup))
        .routes(routes!(emergency_codes::list, emergency_codes::request))
        .routes(routes!(emergency_codes::confirm))
        .routes(routes!(emergency_codes::refuse))
}
