//! `/api/open-day-exceptions`: the days on which the city opens or closes against the calendar (R3).

use chrono::NaiveDate;
use domain::text::NoteText;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Actor, AuditEvent, Body, CityDesk, Clock, Db, Json, Path, Problem, Session, params};

/// All exceptions, by day.
#[derive(Serialize, ToSchema)]
pub(crate) struct OpenDayExceptions {
    items: Vec<OpenDayException>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One day that is not as the calendar says.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct OpenDayException {
    #[schema(value_type = String, format = Date)]
    day: NaiveDate,
    /// Whether the city is open that day.
    #[serde(alias = "is_open")]
    open: bool,
    note: String,
}

/// What the desk says about a day.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExceptionInput {
    open: bool,
    #[serde(default)]
    note: String,
}

/// Lists the exceptions.
#[utoipa::path(get, path = "/api/open-day-exceptions", tag = "apply-for-account",
    responses((status = 200, body = OpenDayExceptions)))]
pub(crate) async fn list(_: Session<CityDesk>, db: Db) -> Result<Json<OpenDayExceptions>, Problem> {
    let items = db.all(include_str!("../sql/open-day-exceptions.sql"), []).await?;
    Ok(Json(OpenDayExceptions { items, next: None }))
}

/// Says that the city is open or closed on a day.
#[utoipa::path(put, path = "/api/open-day-exceptions/{day}", tag = "apply-for-account",
    params(("day" = String, Path)), request_body = ExceptionInput,
    responses((status = 200, body = OpenDayException), (status = 422, body = Problem)))]
pub(crate) async fn put(
    session: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Path(day): Path<NaiveDate>,
    Body { value, .. }: Body<ExceptionInput>,
) -> Result<Json<OpenDayException>, Problem> {
    let note = if value.note.trim().is_empty() {
        String::new()
    } else {
        NoteText::parse(&value.note)
            .map_err(|error| Problem::invalid_field("note", error.code, error.message))?
            .as_str()
            .to_owned()
    };
    let transaction = db.transaction().await?;
    transaction.run(include_str!("../sql/put-open-day-exception.sql"), params![day, value.open, note.as_str()]).await?;
    let detail = serde_json::json!({ "open": value.open, "note": note });
    transaction.audit(clock, event(&session, "open_day.changed", day, detail)).await?;
    transaction.commit().await?;
    Ok(Json(OpenDayException { day, open: value.open, note }))
}

/// Lets the calendar decide about a day again.
#[utoipa::path(delete, path = "/api/open-day-exceptions/{day}", tag = "apply-for-account",
    params(("day" = String, Path)), responses((status = 204)))]
pub(crate) async fn remove(
    session: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Path(day): Path<NaiveDate>,
) -> Result<StatusCode, Problem> {
    let transaction = db.transaction().await?;
    transaction.run(include_str!("../sql/remove-open-day-exception.sql"), params![day]).await?;
    transaction.audit(clock, event(&session, "open_day.cleared", day, serde_json::json!({}))).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

fn event(session: &Session<CityDesk>, action: &'static str, day: NaiveDate, detail: serde_json::Value) -> AuditEvent {
    AuditEvent { actor: Actor::User(session.user_id()), action, subject: format!("open_day:{day}"), detail }
}
