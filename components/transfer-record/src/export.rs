//! `POST /api/rooms/{room}/fhir`: the record of a registrant as one FHIR Bundle; the room is told (R21).

mod bundle;
mod carried;
mod content;
mod sections;

use crate::fhir::patient::Registrant;
use axum::body::Body as Stream;
use bundle::Bundle;
use domain::message::purpose;
use domain::words::RoomEventKind;
use http::header;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, Body, Clock, Db, ExportsRecords, IntoResponse, Problem, Response, RoomAccess, RoomEvent, params,
};

/// What the record is taken out for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TransferInput {
    /// Kept on record, and told to the room.
    purpose: String,
}

/// Gives out what another system needs of a registrant's record: a FHIR R4 Bundle of type `collection`, sent as it is read.
#[utoipa::path(post, path = "/api/rooms/{room}/fhir", tag = "transfer-record", operation_id = "export_record",
    params(("room" = i64, Path)), request_body = TransferInput,
    responses((status = 200, content_type = "application/fhir+json", body = String), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn export(
    access: RoomAccess<ExportsRecords>,
    db: Db,
    clock: Clock,
    Body { value: input, .. }: Body<TransferInput>,
) -> Result<Response, Problem> {
    #[derive(Deserialize)]
    struct System {
        numbers: String,
    }
    access.registrant().ok_or_else(Problem::not_found)?;
    let purpose = purpose(&input.purpose)
        .map_err(|error| Problem::invalid_field("purpose", error.code, error.message.clone()))?;
    let system: System = db.one(include_str!("../sql/numbers.sql"), []).await?;
    let patient: Registrant =
        db.one(include_str!("../sql/patient.sql"), params![access.room(), system.numbers.as_str()]).await?;
    put_on_record(&access, &db, clock, &purpose).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/fhir+json; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"record-{}.json\"", clock.today())),
    ];
    let bundle = Bundle::of(db, access.room(), system.numbers, patient, clock);
    Ok((headers, Stream::from_stream(bundle.stream())).into_response())
}

/// Before the answer leaves.
async fn put_on_record(
    access: &RoomAccess<ExportsRecords>,
    db: &Db,
    clock: Clock,
    purpose: &str,
) -> Result<(), Problem> {
    let (room, user) = (access.room(), access.user());
    let transaction = db.transaction().await?;
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "record.exported",
        subject: format!("room:{room}"),
        detail: json!({ "format": "fhir-r4", "via": access.via().as_str() }),
    };
    transaction.audit(clock, event).await?;
    let note = Some(format!("目的：{purpose}"));
    let told = RoomEvent { room, kind: RoomEventKind::RecordExported, about: None, actor: Some(user), note };
    told.add(&transaction, clock).await?;
    Ok(transaction.commit().await?)
}
