//! `GET …/visits/{visit}/changes`: who changed what of a visit, and when (R38).

use super::planned::DayState;
use crate::chart::Chart;
use crate::written_by::{AuthorColumns, WrittenBy};
use chrono::NaiveDate;
use domain::ids::{RoomId, VisitId};
use domain::visits::{Repeat, VisitKind, VisitStep, WITHOUT_END};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::{Db, Json, Millis, Path, Problem, ShowsRecords, params};

/// The newest steps that are shown.
const STEPS_MAX: usize = 200;

/// The steps of a visit, newest first, with those of the series that it continues.
#[derive(Serialize, ToSchema)]
pub(crate) struct VisitChanges {
    items: Vec<VisitChange>,
    /// There are older ones.
    is_cut: bool,
}

/// One step.
#[derive(Serialize, ToSchema)]
struct VisitChange {
    change_id: i64,
    visit_id: VisitId,
    what: VisitStep,
    /// Of one visit: the day that the series gives it. Of a series: from when on. Null: of all of it.
    #[schema(value_type = Option<String>, format = Date, required = true)]
    day: Option<NaiveDate>,
    /// Of one visit: how it was before.
    #[schema(required = true)]
    day_before: Option<VisitDayState>,
    /// Of one visit: what the step made of it.
    #[schema(required = true)]
    day_after: Option<VisitDayState>,
    /// Of a series: how it was planned before.
    #[schema(required = true)]
    plan_before: Option<VisitPlanBefore>,
    written: WrittenBy,
}

/// What is special about one visit of a series.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
struct VisitDayState {
    is_cancelled: bool,
    /// Null: as planned, with the two that follow.
    #[schema(value_type = Option<String>, format = Date, required = true)]
    moved_to_day: Option<NaiveDate>,
    #[schema(required = true)]
    moved_to_minute: Option<i64>,
    #[schema(required = true)]
    moved_minutes: Option<i64>,
    /// Empty: none.
    note: String,
    #[schema(required = true)]
    done_at: Option<Millis>,
}

/// How a series was planned.
#[derive(Serialize, ToSchema)]
struct VisitPlanBefore {
    visitor_name: String,
    kind: VisitKind,
    #[schema(value_type = String, format = Date)]
    first_day: NaiveDate,
    /// Null: without end.
    #[schema(value_type = Option<String>, format = Date, required = true)]
    last_day: Option<NaiveDate>,
    start_minute: i64,
    minutes: i64,
    #[schema(required = true)]
    repeat: Option<Repeat>,
    note: String,
}

/// As `visit_changes.before` holds it of a series.
#[derive(Deserialize)]
struct StoredPlan {
    visitor: String,
    kind: VisitKind,
    first_day: NaiveDate,
    last_day: NaiveDate,
    start_minute: i64,
    minutes: i64,
    repeat: Option<String>,
    note: String,
}

#[derive(Deserialize)]
struct Row {
    change_id: i64,
    visit_id: VisitId,
    day: Option<NaiveDate>,
    what: VisitStep,
    before: Option<String>,
    #[serde(flatten)]
    author: AuthorColumns,
}

/// What each day of each visit was made to by the steps that were not looked at yet.
type Days = BTreeMap<(VisitId, NaiveDate), VisitDayState>;

/// Shows the newest two hundred steps.
#[utoipa::path(get, path = "/api/rooms/{room}/records/visits/{visit}/changes", tag = "record-care",
    operation_id = "visit_changes", params(("room" = i64, Path), ("visit" = i64, Path)),
    responses((status = 200, body = VisitChanges), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(
    chart: Chart<ShowsRecords>,
    db: Db,
    Path((_, visit)): Path<(RoomId, VisitId)>,
) -> Result<Json<VisitChanges>, Problem> {
    let limit = i64::try_from(STEPS_MAX + 1).map_err(Problem::internal)?;
    let asked = params![chart.room(), visit, limit];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/visit-changes.sql"), asked).await?;
    if rows.is_empty() {
        return Err(Problem::not_found());
    }
    let is_cut = rows.len() > STEPS_MAX;
    rows.truncate(STEPS_MAX);
    let mut days = days_now(&db, &rows).await?;
    let items = rows.into_iter().map(|row| row.shown(&mut days)).collect::<Result<_, _>>()?;
    Ok(Json(VisitChanges { items, is_cut }))
}

/// The days of these visits as they are now.
async fn days_now(db: &Db, rows: &[Row]) -> Result<Days, Problem> {
    #[derive(Deserialize)]
    struct Now {
        visit_id: VisitId,
        day: NaiveDate,
        #[serde(flatten)]
        state: DayState,
    }
    let mut visits: Vec<VisitId> = rows.iter().map(|row| row.visit_id).collect();
    visits.sort_unstable();
    visits.dedup();
    let visits = serde_json::to_string(&visits).map_err(Problem::internal)?;
    let now: Vec<Now> = db.all(include_str!("../../sql/visit-days.sql"), params![visits]).await?;
    Ok(now.into_iter().map(|now| ((now.visit_id, now.day), now.state.into())).collect())
}

impl Row {
    /// From the newest to the oldest: what a step left behind is what the next one of that day found, or what there is now.
    fn shown(self, days: &mut Days) -> Result<VisitChange, Problem> {
        let Self { change_id, visit_id, day, what, before, author } = self;
        let of_one_day = matches!(what, VisitStep::Changed | VisitStep::Done | VisitStep::NotDone);
        let (mut day_before, mut day_after, mut plan_before) = (None, None, None);
        if let (true, Some(day)) = (of_one_day, day) {
            let before: Option<DayState> =
                before.as_deref().map(serde_json::from_str).transpose().map_err(Problem::internal)?;
            let before = VisitDayState::from(before.unwrap_or_default());
            day_after = Some(days.insert((visit_id, day), before.clone()).unwrap_or_default());
            day_before = Some(before);
        } else if let Some(before) = before {
            let before: StoredPlan = serde_json::from_str(&before).map_err(Problem::internal)?;
            plan_before = Some(before.shown()?);
        }
        Ok(VisitChange { change_id, visit_id, what, day, day_before, day_after, plan_before, written: author.into() })
    }
}

impl From<DayState> for VisitDayState {
    fn from(state: DayState) -> Self {
        Self {
            is_cancelled: state.cancelled_at.is_some(),
            moved_to_day: state.moved_to_day,
            moved_to_minute: state.moved_to_minute,
            moved_minutes: state.moved_minutes,
            note: state.note.unwrap_or_default(),
            done_at: state.done_at,
        }
    }
}

impl StoredPlan {
    fn shown(self) -> Result<VisitPlanBefore, Problem> {
        Ok(VisitPlanBefore {
            visitor_name: self.visitor,
            kind: self.kind,
            first_day: self.first_day,
            last_day: Some(self.last_day).filter(|last| *last != WITHOUT_END),
            start_minute: self.start_minute,
            minutes: self.minutes,
            repeat: self.repeat.as_deref().map(serde_json::from_str).transpose().map_err(Problem::internal)?,
            note: self.note,
        })
    }
}
