//! `POST …/takeovers/{takeover}/finish`: all of it is here, and the team sees it from now on.

use super::progress::{Takeover, TakeoverProgress};
use domain::ids::{RoomId, TakeoverId};
use domain::words::RoomEventKind;
use serde::Deserialize;
use serde_json::json;
use web::{Actor, AuditEvent, ChangesRoom, Clock, Db, Json, Path, Problem, RoomAccess, RoomEvent, params};

#[derive(Deserialize)]
struct Different {
    different: i64,
}

/// Shows the team what was taken over, once every entry is here; the room is told. Asked again, it is done.
#[utoipa::path(post, path = "/api/rooms/{room}/fhir/takeovers/{takeover}/finish", tag = "transfer-record",
    operation_id = "finish_takeover", params(("room" = i64, Path), ("takeover" = i64, Path)),
    responses((status = 200, body = TakeoverProgress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn finish(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Path((room, takeover)): Path<(RoomId, TakeoverId)>,
) -> Result<Json<TakeoverProgress>, Problem> {
    let transaction = db.transaction().await?;
    let known = Takeover::load(&transaction, room, takeover).await?;
    if known.is_finished == 1 {
        transaction.roll_back().await?;
        return Ok(Json(known.progress()));
    }
    let missing = known.entries - known.received;
    if missing > 0 {
        let title = format!("まだ届いていない記録が{missing}件あります。続きを送ってください。");
        return Err(Problem::conflict("entries_missing", title).extension("missing", json!(missing)));
    }
    let Different { different } =
        transaction.one(include_str!("../../sql/takeover-different.sql"), params![takeover]).await?;
    if different != known.entries {
        let title = "同じ記録が二度入っているファイルです。取りやめて、書き出し直したファイルを選んでください。";
        return Err(Problem::conflict("entries_twice", title));
    }
    transaction.run(include_str!("../../sql/takeover-finish.sql"), params![takeover, clock.now()]).await?;
    let event = AuditEvent {
        actor: Actor::User(access.user()),
        action: "record.taken_over",
        subject: format!("room:{room}"),
        detail: json!({ "format": "fhir-r4", "entries": known.entries }),
    };
    transaction.audit(clock, event).await?;
    let told = RoomEvent {
        room,
        kind: RoomEventKind::RecordTakenOver,
        about: None,
        actor: Some(access.user()),
        note: Some(format!("理由：{}", known.reason)),
    };
    told.add(&transaction, clock).await?;
    let known = Takeover::load(&transaction, room, takeover).await?;
    transaction.commit().await?;
    Ok(Json(known.progress()))
}
