//! `GET /api/desk/clerks`: the people of the caller's own desk, to whom an application can be given.

use crate::desk::{self, Clerk};
use serde::Serialize;
use utoipa::ToSchema;
use web::{AnyDesk, Db, Json, Problem, Session, params};

/// The clerks of one desk.
#[derive(Serialize, ToSchema)]
pub(crate) struct ClerkList {
    items: Vec<Clerk>,
    #[schema(required = true)]
    next: Option<String>,
}

/// Lists the clerks of the caller's desk.
#[utoipa::path(get, path = "/api/desk/clerks", tag = "oversee",
    responses((status = 200, body = ClerkList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn desk_clerks(session: Session<AnyDesk>, db: Db) -> Result<Json<ClerkList>, Problem> {
    let desk = desk::of(&session)?;
    let items = db.all(include_str!("../sql/clerks.sql"), params![desk.as_str()]).await?;
    Ok(Json(ClerkList { items, next: None }))
}
