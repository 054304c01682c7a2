//! `PUT /api/rooms/{room}/read-mark`: up to where somebody has read (R20).

use domain::ids::MessageId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Json, Problem, RoomAccess, params};

/// The last message that was seen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReadMarkInput {
    up_to: MessageId,
}

/// It is noted.
#[derive(Serialize, ToSchema)]
pub(crate) struct Noted {}

/// Moves the caller's reading mark; it never goes back.
#[utoipa::path(put, path = "/api/rooms/{room}/read-mark", tag = "post-message", operation_id = "read_up_to",
    params(("room" = i64, Path)), request_body = ReadMarkInput,
    responses((status = 200, body = Noted), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn read(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<ReadMarkInput>,
) -> Result<Json<Noted>, Problem> {
    let row = params![access.room(), access.user(), value.up_to, clock.now()];
    db.run(include_str!("../sql/read-up-to.sql"), row).await?;
    Ok(Json(Noted {}))
}
