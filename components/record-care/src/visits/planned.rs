//! A visit that is going to be changed: as it stands, and each step of it with what it was before (R38).

use crate::chart::Chart;
use crate::if_match::{IfMatch, changed_meanwhile};
use chrono::NaiveDate;
use domain::ids::{RoomId, UserId, VisitId};
use domain::visits::{Repeat, Series, VisitStep};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use web::{Actor, AuditEvent, ChangesRoom, Clock, Db, Millis, Problem, Transaction, params};

/// A visit as it stands.
#[derive(Debug, Deserialize)]
pub(crate) struct Planned {
    pub(crate) visitor_user_id: Option<UserId>,
    visitor_name: String,
    kind: String,
    pub(crate) first_day: NaiveDate,
    last_day: NaiveDate,
    start_minute: i64,
    minutes: i64,
    repeat: Option<String>,
    note: String,
    revision: i64,
}

/// What is special about one of its days.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(crate) struct DayState {
    pub(crate) cancelled_at: Option<Millis>,
    pub(crate) moved_to_day: Option<NaiveDate>,
    pub(crate) moved_to_minute: Option<i64>,
    pub(crate) moved_minutes: Option<i64>,
    pub(crate) note: Option<String>,
    pub(crate) done_at: Option<Millis>,
    done_by_name: Option<String>,
}

impl Planned {
    /// A visit of a room; one of another room does not exist.
    pub(crate) async fn load(db: &Db, room: RoomId, visit: VisitId) -> Result<Self, Problem> {
        let found: Option<Self> = db.first(include_str!("../../sql/visit.sql"), params![room, visit]).await?;
        found.ok_or_else(Problem::not_found)
    }

    /// Refuses whoever has read another state of it.
    pub(crate) fn matches(&self, IfMatch(known): IfMatch) -> Result<(), Problem> {
        if self.revision == known { Ok(()) } else { Err(changed_meanwhile("この予定")) }
    }

    /// A day on which it has no visit is a 404.
    pub(crate) fn has(&self, day: NaiveDate) -> Result<(), Problem> {
        let repeat: Option<Repeat> =
            self.repeat.as_deref().map(serde_json::from_str).transpose().map_err(Problem::internal)?;
        let series = Series {
            first: self.first_day,
            last: self.last_day,
            repeat: repeat.as_ref(),
            start_minute: self.start_minute,
            minutes: self.minutes,
        };
        if series.has(day) { Ok(()) } else { Err(Problem::not_found()) }
    }

    /// What it was, for its history.
    pub(crate) fn before(&self) -> Value {
        json!({
            "visitor": self.visitor_name, "kind": self.kind, "first_day": self.first_day.to_string(),
            "last_day": self.last_day.to_string(), "start_minute": self.start_minute, "minutes": self.minutes,
            "repeat": self.repeat, "note": self.note,
        })
    }
}

/// What is special about one day.
pub(crate) async fn day_state(db: &Db, visit: VisitId, day: NaiveDate) -> Result<DayState, Problem> {
    let found: Option<DayState> = db.first(include_str!("../../sql/visit-occurrence.sql"), params![visit, day]).await?;
    Ok(found.unwrap_or_default())
}

/// A step of a visit.
pub(crate) struct Step {
    pub(crate) visit: VisitId,
    pub(crate) day: Option<NaiveDate>,
    pub(crate) what: VisitStep,
    pub(crate) before: Option<Value>,
}

impl Step {
    /// Puts it into the visit's history and on record.
    pub(crate) async fn record(
        self,
        transaction: &Transaction<'_>,
        clock: Clock,
        chart: &Chart<ChangesRoom>,
    ) -> Result<(), Problem> {
        let by = chart.caller();
        let Self { visit, day, what, before } = self;
        let row = params![
            visit,
            chart.room(),
            day,
            what.as_str(),
            before.map(|before| before.to_string()),
            by.user,
            by.name,
            by.profession.as_str(),
            by.organization_name,
            clock.now()
        ];
        transaction.run(include_str!("../../sql/visit-step.sql"), row).await?;
        let action = match what {
            VisitStep::Planned => "visit.planned",
            VisitStep::Changed => "visit.day_changed",
            VisitStep::Following => "visit.following_changed",
            VisitStep::Ended => "visit.ended",
            VisitStep::Done => "visit.done",
            VisitStep::NotDone => "visit.not_done",
        };
        let event = AuditEvent {
            actor: Actor::User(by.user),
            action,
            subject: format!("visit:{visit}"),
            detail: json!({ "room": chart.room(), "day": day.map(|day| day.to_string()) }),
        };
        Ok(transaction.audit(clock, event).await?)
    }
}
