//! Use case: overseeing the work and the system: the desks' queue, settings, the audit trail, health, the API's
//! description of itself.

mod assign;
mod at_desk;
mod audit_events;
mod audit_export;
mod audit_filter;
mod audit_verification;
mod clerks;
mod description;
mod desk_export;
mod desk_lists;
mod health;
mod note;
mod queue;
mod queue_export;
mod settings;
mod summary;
mod usage;

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
        .routes(routes!(health::health))
        .routes(routes!(description::description))
        .routes(routes!(queue::desk_queue))
        .routes(routes!(queue_export::export))
        .routes(routes!(desk_export::city))
        .routes(routes!(desk_export::association))
        .routes(routes!(assign::assign))
        .routes(routes!(note::add_note))
        .routes(routes!(summary::desk_summary))
        .routes(routes!(clerks::desk_clerks))
        .routes(routes!(usage::activity::activity))
        .routes(routes!(usage::rooms::rooms))
        .routes(routes!(usage::first_logins::first_logins))
        .routes(routes!(usage::notifications::notifications))
        .routes(routes!(usage::support_rooms::support_rooms))
        .routes(routes!(usage::export::export))
        .routes(routes!(settings::list_settings))
        .routes(routes!(settings::change_setting))
        .routes(routes!(audit_events::list_audit_events))
        .routes(routes!(audit_export::export_audit_events))
        .routes(routes!(audit_verification::verify))
}
