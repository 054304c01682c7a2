//! Use case: collaboration rooms. Somebody applies for one, the city decides, opens, changes and closes it; themes; the
//! list in which others find rooms, the city's register, rooms that fell silent (R23, R24, R26).

mod details;
mod listed;
mod pages;
mod participants;
mod register;
mod room_applications;
mod room_closures;
mod still_needed;
mod themes;

use public_pages::show;
use room_applications::RoomApplications;
use room_closures::RoomClosures;
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
    api.route("/apply/room", get(show::form::<RoomApplications>))
        .route("/apply/room/{receipt}", get(show::follow_up::<RoomApplications>))
        .route("/apply/room/{receipt}/correct", get(show::correction_form::<RoomApplications>))
        .route("/apply/room/{receipt}/withdraw", get(show::withdraw_confirm::<RoomApplications>))
        .route("/apply/room-closure", get(show::form::<RoomClosures>))
        .route("/apply/room-closure/{receipt}", get(show::follow_up::<RoomClosures>))
        .route("/apply/room-closure/{receipt}/correct", get(show::correction_form::<RoomClosures>))
        .route("/apply/room-closure/{receipt}/withdraw", get(show::withdraw_confirm::<RoomClosures>))
}

/// The routes with their descriptions.
pub fn api() -> OpenApiRouter {
    OpenApiRouter::new().merge(applications()).merge(closures()).merge(of_rooms()).merge(city())
}

/// Rooms are applied for.
fn applications() -> OpenApiRouter {
    use room_applications::{checks, desk, mine, operations};
    OpenApiRouter::new()
        .routes(routes!(operations::submit, mine::list))
        .routes(routes!(operations::follow_up))
        .routes(routes!(operations::correct))
        .routes(routes!(operations::withdraw))
        .routes(routes!(desk::detail))
        .routes(routes!(checks::put))
        .routes(routes!(desk::decide))
}

/// Rooms are asked to be closed.
fn closures() -> OpenApiRouter {
    use room_closures::{desk, operations};
    OpenApiRouter::new()
        .routes(routes!(operations::submit))
        .routes(routes!(operations::follow_up))
        .routes(routes!(operations::correct))
        .routes(routes!(operations::withdraw))
        .routes(routes!(desk::detail))
        .routes(routes!(desk::decide))
}

/// Rooms for those who look for one or are in one.
fn of_rooms() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(listed::list))
        .routes(routes!(listed::show))
        .routes(routes!(participants::of_room))
        .routes(routes!(still_needed::say))
}

/// The city's themes and its register of rooms.
fn city() -> OpenApiRouter {
    use register::{change, close, list, reopen, show};
    OpenApiRouter::new()
        .routes(routes!(themes::list, themes::change::create))
        .routes(routes!(themes::order::put_in_order))
        .routes(routes!(themes::change::rename))
        .routes(routes!(themes::retirement::retire, themes::retirement::bring_back))
        .routes(routes!(list::list))
        .routes(routes!(show::show, change::change))
        .routes(routes!(participants::of_register))
        .routes(routes!(close::close))
        .routes(routes!(reopen::reopen))
        .routes(routes!(still_needed::note))
}
