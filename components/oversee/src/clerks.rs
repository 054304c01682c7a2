//! `GET /api/desk/clerks`: the people of the caller's own desk, to whom an application can be given.

use applications::Clerk;
use domain::ids::UserId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyDesk, Db, Json, Problem, Session, params};

/// The clerks of one desk.
#[derive(Serialize, ToSchema)]
pub(crate) struct ClerkList {
    items: Vec<DeskClerk>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One clerk.
#[derive(Serialize, Deserialize, ToSchema)]
struct DeskClerk {
    user_id: UserId,
    name: String,
}

/// Lists the clerks of the caller's desk.
#[utoipa::path(get, path = "/api/desk/clerks", tag = "oversee",
    responses((status = 200, body = ClerkList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn desk_clerks(session: Session<AnyDesk>, db: Db) -> Result<Json<ClerkList>, Problem> {
    let desk = Clerk::of(&session)?.desk;
    let items = db.all(include_str!("../sql/clerks.sql"), params![desk.as_str()]).await?;
    Ok(Json(ClerkList { items, next: None }))
}
