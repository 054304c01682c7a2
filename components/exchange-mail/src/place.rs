//! `PUT /api/mail/threads/{thread}/place`: a thread is put away, taken out again, starred.

use crate::open_box::{BoxQuery, OpenBox};
use crate::thread::Place;
use domain::ids::MailThreadId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, Db, Json, Path, Problem, params};

/// How a thread shall lie in its box.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceInput {
    is_archived: bool,
    is_starred: bool,
}

/// It lies so.
#[derive(Serialize, ToSchema)]
pub(crate) struct MailPlaced {}

/// Puts a thread where it shall lie. A new mail takes it out of the archive again; nothing is ever deleted (R38).
#[utoipa::path(put, path = "/api/mail/threads/{thread}/place", tag = "exchange-mail", operation_id = "place_mail_thread",
    params(("thread" = i64, Path), BoxQuery), request_body = PlaceInput,
    responses((status = 200, body = MailPlaced), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn put(
    mail_box: OpenBox,
    db: Db,
    Path(thread): Path<MailThreadId>,
    Body { value, .. }: Body<PlaceInput>,
) -> Result<Json<MailPlaced>, Problem> {
    Place::load(&db, mail_box.id(), thread).await?;
    let row = params![mail_box.id(), thread, value.is_archived, value.is_starred];
    db.run(include_str!("../sql/put-place.sql"), row).await?;
    Ok(Json(MailPlaced {}))
}
