//! `DELETE …/takeovers/{takeover}`: what has come so far of a record is thrown away; nobody has seen it.

use super::progress::Takeover;
use domain::ids::{RoomId, TakeoverId};
use http::StatusCode;
use web::{ChangesRoom, Db, Path, Problem, RoomAccess, params};

/// Gives a takeover up that is not finished. Whoever is in the team may: its beginner may have left.
#[utoipa::path(delete, path = "/api/rooms/{room}/fhir/takeovers/{takeover}", tag = "transfer-record",
    operation_id = "give_takeover_up", params(("room" = i64, Path), ("takeover" = i64, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn give_up(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    Path((_, takeover)): Path<(RoomId, TakeoverId)>,
) -> Result<StatusCode, Problem> {
    let transaction = db.transaction().await?;
    Takeover::unfinished(&transaction, access.room(), takeover).await?;
    for sql in [
        include_str!("../../sql/takeover-delete-pieces.sql"),
        include_str!("../../sql/takeover-delete-entries.sql"),
        include_str!("../../sql/takeover-delete.sql"),
    ] {
        transaction.run(sql, params![takeover]).await?;
    }
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
