//! `GET /api/rooms/{room}/views` and `GET /api/registrants/{registrant}/views`: who looked, when, at what (R21).

use super::desk_looks;
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::words::{Profession, Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{
    AssociationDesk, Db, Json, Millis, Paging, Path, Problem, Query, RoomAccess, Session, ShowsLog, ViewLog, params,
};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ViewsQuery {
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of the record, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Views {
    items: Vec<ViewLine>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One look.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct ViewLine {
    #[serde(skip_serializing)]
    sequence: i64,
    at: Millis,
    user_id: UserId,
    user_name: String,
    profession: Profession,
    organization_name: String,
    what: Viewed,
    via: ViewedVia,
}

/// Who looked at the registrant of a room, for those who are in it.
#[utoipa::path(get, path = "/api/rooms/{room}/views", tag = "open-support-room", operation_id = "room_views",
    params(("room" = i64, Path), ViewsQuery),
    responses((status = 200, body = Views), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn of_room(
    access: RoomAccess<ShowsLog>,
    db: Db,
    Path(_): Path<RoomId>,
    Query(asked): Query<ViewsQuery>,
) -> Result<Json<Views>, Problem> {
    match access.registrant() {
        Some(registrant) => page(&db, registrant, &asked).await,
        // A collaboration room is about nobody.
        None => Ok(Json(Views { items: Vec::new(), next: None })),
    }
}

/// Who looked at a registrant, for the association.
#[utoipa::path(get, path = "/api/registrants/{registrant}/views", tag = "open-support-room",
    operation_id = "registrant_views", params(("registrant" = i64, Path), ViewsQuery),
    responses((status = 200, body = Views), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn of_registrant(
    session: Session<AssociationDesk>,
    db: Db,
    log: ViewLog,
    Path(registrant): Path<RegistrantId>,
    Query(asked): Query<ViewsQuery>,
) -> Result<Json<Views>, Problem> {
    desk_looks(&db, &log, session.user_id(), registrant).await?;
    page(&db, registrant, &asked).await
}

async fn page(db: &Db, registrant: RegistrantId, asked: &ViewsQuery) -> Result<Json<Views>, Problem> {
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let before = if paging.id == 0 { i64::MAX } else { paging.id };
    let given = params![registrant, before, paging.rows_to_read()];
    let mut items: Vec<ViewLine> = db.all(include_str!("../../sql/views-of-registrant.sql"), given).await?;
    let next = paging.cut(&mut items, |line| (String::new(), line.sequence));
    Ok(Json(Views { items, next }))
}
