//! Use case: support rooms. Forms 7 and 8 are filed and decided, rooms open, teams change, rooms close; who is in a room,
//! and who looked (R7, R14–R19, R21).

mod broken_glass;
mod care_team_alerts;
mod care_team_notices;
mod closing;
mod deletion;
mod desk_room;
mod directory;
mod registrants;
mod rooms;
mod support_room_applications;
mod team;
mod views;

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
        .merge(filing())
        .merge(desk())
        .merge(of_rooms())
        .merge(team_changes())
        .merge(ends())
        .merge(who_looked())
}

/// Forms 7 and 8 for those who file them.
fn filing() -> OpenApiRouter {
    use support_room_applications::{draft, mine, operations};
    OpenApiRouter::new()
        .routes(routes!(directory::directory))
        .routes(routes!(draft::show, draft::save, draft::throw_away))
        .routes(routes!(operations::submit, mine::list))
        .routes(routes!(operations::follow_up))
        .routes(routes!(operations::correct))
        .routes(routes!(operations::withdraw))
}

/// The association's desk.
fn desk() -> OpenApiRouter {
    use support_room_applications::{checks, desk, original};
    OpenApiRouter::new()
        .routes(routes!(desk::detail))
        .routes(routes!(desk::decide))
        .routes(routes!(original::record_original))
        .routes(routes!(checks::decide_identity))
        .routes(routes!(registrants::list::list))
        .routes(routes!(registrants::show::show))
}

/// Rooms for those who are in them.
fn of_rooms() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(rooms::list::list)).routes(routes!(rooms::show::show))
}

/// Teams change: by notices, by accounts that come later, by accounts that stop.
fn team_changes() -> OpenApiRouter {
    use care_team_notices::{desk, operations};
    OpenApiRouter::new()
        .routes(routes!(operations::submit))
        .routes(routes!(operations::follow_up))
        .routes(routes!(operations::correct))
        .routes(routes!(operations::withdraw))
        .routes(routes!(desk::detail))
        .routes(routes!(desk::decide))
        .routes(routes!(rooms::assignment::assign))
        .routes(routes!(care_team_alerts::show))
}

/// How a room ends, and what the association may do from outside.
fn ends() -> OpenApiRouter {
    use closing::{close, reopen};
    use deletion::{confirm, due, records, request};
    OpenApiRouter::new()
        .routes(routes!(broken_glass::break_glass))
        .routes(routes!(close::close))
        .routes(routes!(reopen::reopen))
        .routes(routes!(due::list))
        .routes(routes!(request::request, request::take_back))
        .routes(routes!(confirm::confirm))
        .routes(routes!(records::list))
}

/// Who looked at whom (R21).
fn who_looked() -> OpenApiRouter {
    use views::{counts, list, register};
    OpenApiRouter::new()
        .routes(routes!(list::of_room))
        .routes(routes!(list::of_registrant))
        .routes(routes!(counts::of_room))
        .routes(routes!(counts::of_registrant))
        .routes(routes!(register::counts))
}
