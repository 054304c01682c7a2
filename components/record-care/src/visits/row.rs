//! A visit as it is stored, and laid out in a calendar.

use crate::written_by::{AuthorColumns, WrittenBy};
use chrono::NaiveDate;
use domain::ids::{RegistrantId, RoomId, UserId, VisitId};
use domain::open_days::japan_day_begins_ms;
use domain::visits::{Exception, Moved, Occurrence, Repeat, Series, VisitKind, WITHOUT_END};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Millis, Problem};

/// A visit, or a series, with what is different on the days that are looked at.
#[derive(Debug, Deserialize)]
pub(crate) struct VisitRow {
    pub(crate) visit_id: VisitId,
    pub(crate) room_id: RoomId,
    /// The registrant's name in a calendar over several rooms.
    pub(crate) room_name: String,
    pub(crate) registrant_id: RegistrantId,
    pub(crate) visitor_user_id: Option<UserId>,
    visitor_name: String,
    visitor_profession: Profession,
    visitor_organization_name: String,
    kind: VisitKind,
    first_day: NaiveDate,
    last_day: NaiveDate,
    start_minute: i64,
    minutes: i64,
    repeat: Option<String>,
    note: String,
    revision: i64,
    exceptions: String,
    #[serde(flatten)]
    author: AuthorColumns,
}

/// One day of it that is special, as the statement gives it.
#[derive(Debug, Deserialize)]
struct Special {
    day: NaiveDate,
    is_cancelled: i64,
    moved_to_day: Option<NaiveDate>,
    moved_to_minute: Option<i64>,
    moved_minutes: Option<i64>,
    note: Option<String>,
    done_at: Option<Millis>,
    done_by_name: Option<String>,
}

/// One visit in a calendar.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VisitShown {
    pub(crate) visit_id: VisitId,
    pub(crate) room_id: RoomId,
    /// The registrant's name in a calendar over several rooms; else empty.
    registrant_name: String,
    /// The day that the series gives it; by this the visit is named.
    #[schema(value_type = String, format = Date)]
    day: NaiveDate,
    /// The day on which it takes place.
    #[schema(value_type = String, format = Date)]
    pub(crate) on: NaiveDate,
    /// Minutes since midnight in Japan.
    pub(crate) start_minute: i64,
    minutes: i64,
    kind: VisitKind,
    visitor: VisitorShown,
    note: String,
    /// What is special this time.
    #[schema(required = true)]
    day_note: Option<String>,
    pub(crate) is_cancelled: bool,
    is_moved: bool,
    /// Null: a single visit.
    #[schema(required = true)]
    repeat: Option<Repeat>,
    #[schema(value_type = String, format = Date)]
    first_day: NaiveDate,
    /// Null: without end.
    #[schema(value_type = Option<String>, format = Date, required = true)]
    last_day: Option<NaiveDate>,
    /// What a change has to name in `If-Match`.
    revision: i64,
    /// The visitor said that it was done.
    #[schema(required = true)]
    pub(crate) done_at: Option<Millis>,
    #[schema(required = true)]
    done_by_name: Option<String>,
    /// The same visitor has another visit at this time, in a room that the caller sees.
    pub(crate) is_double_booked: bool,
    written: WrittenBy,
}

/// Who comes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct VisitorShown {
    /// Null: somebody without an account here.
    #[schema(required = true)]
    pub(crate) user_id: Option<UserId>,
    name: String,
    profession: Profession,
    organization_name: String,
}

impl VisitShown {
    /// When it ends, in milliseconds UTC.
    pub(crate) fn ends(&self) -> i64 {
        japan_day_begins_ms(self.on).saturating_add((self.start_minute + self.minutes) * 60_000)
    }
}

/// Lays the visits of a window out, in the order of time, and marks who is booked twice.
pub(crate) fn lay_out(rows: &[VisitRow], from: NaiveDate, to: NaiveDate) -> Result<Vec<VisitShown>, Problem> {
    let mut all: Vec<(Occurrence, VisitShown)> = Vec::new();
    for row in rows {
        all.extend(row.occurrences(from, to)?);
    }
    all.sort_by_key(|(one, shown)| (one.on, one.start_minute, shown.visit_id));
    let doubled: Vec<bool> = all
        .iter()
        .map(|(one, shown)| {
            let is_other = |(_, other): &&(Occurrence, VisitShown)| {
                shown.visitor.user_id.is_some()
                    && other.visitor.user_id == shown.visitor.user_id
                    && (other.visit_id, other.day) != (shown.visit_id, shown.day)
            };
            // No visit is longer than a day, and all stand in their order.
            let (before, after) = (one.on.pred_opt().unwrap_or(one.on), one.on.succ_opt().unwrap_or(one.on));
            let near = all.partition_point(|(other, _)| other.on < before)
                ..all.partition_point(|(other, _)| other.on <= after);
            all.get(near).unwrap_or_default().iter().filter(is_other).any(|(other, _)| one.meets(other))
        })
        .collect();
    let marked = all.into_iter().zip(doubled);
    Ok(marked.map(|((_, shown), is_double_booked)| VisitShown { is_double_booked, ..shown }).collect())
}

impl VisitRow {
    fn occurrences(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<(Occurrence, VisitShown)>, Problem> {
        let repeat: Option<Repeat> =
            self.repeat.as_deref().map(serde_json::from_str).transpose().map_err(Problem::internal)?;
        let special: Vec<Special> = serde_json::from_str(&self.exceptions).map_err(Problem::internal)?;
        let exceptions: Vec<Exception> = special.iter().map(Special::exception).collect();
        let series = Series {
            first: self.first_day,
            last: self.last_day,
            repeat: repeat.as_ref(),
            start_minute: self.start_minute,
            minutes: self.minutes,
        };
        let laid_out = series.occurrences(&exceptions, from, to).into_iter().map(|one| {
            let special = special.iter().find(|special| special.day == one.day);
            (one, self.shown(&one, repeat.clone(), special))
        });
        Ok(laid_out.collect())
    }

    fn shown(&self, one: &Occurrence, repeat: Option<Repeat>, special: Option<&Special>) -> VisitShown {
        VisitShown {
            visit_id: self.visit_id,
            room_id: self.room_id,
            registrant_name: self.room_name.clone(),
            day: one.day,
            on: one.on,
            start_minute: one.start_minute,
            minutes: one.minutes,
            kind: self.kind,
            visitor: VisitorShown {
                user_id: self.visitor_user_id,
                name: self.visitor_name.clone(),
                profession: self.visitor_profession,
                organization_name: self.visitor_organization_name.clone(),
            },
            note: self.note.clone(),
            day_note: special.and_then(|special| special.note.clone()),
            is_cancelled: one.is_cancelled,
            is_moved: one.is_moved,
            repeat,
            first_day: self.first_day,
            last_day: Some(self.last_day).filter(|last| *last != WITHOUT_END),
            revision: self.revision,
            done_at: special.and_then(|special| special.done_at),
            done_by_name: special.and_then(|special| special.done_by_name.clone()),
            is_double_booked: false,
            written: self.author.clone().into(),
        }
    }
}

impl Special {
    fn exception(&self) -> Exception {
        let moved = match (self.moved_to_day, self.moved_to_minute, self.moved_minutes) {
            (Some(day), Some(start_minute), Some(minutes)) => Some(Moved { day, start_minute, minutes }),
            _ => None,
        };
        Exception { day: self.day, is_cancelled: self.is_cancelled == 1, moved }
    }
}
