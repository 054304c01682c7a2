//! `…/records/vitals/limits`: what a doctor of the team asked to be told of, now and before. No alarm system.

use super::store;
use crate::chart::Chart;
use domain::ids::RoomId;
use domain::validation::Violations;
use domain::vitals::{Limit, VitalKind, may_set_limits};
use domain::words::Profession;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Number, json};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, DbError, Json, Millis, Path, Problem, ShowsRecords, ViewLog, params};

/// The limits of one registrant.
#[derive(Serialize, ToSchema)]
pub(crate) struct VitalLimits {
    /// Those that hold now.
    now: Vec<LimitLine>,
    /// Every one that was ever set, newest first: the last 200.
    history: Vec<LimitLine>,
    /// The caller is a doctor of the team.
    may_set_limits: bool,
}

/// Limits of one kind, in the unit people read; without either end there are none.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LimitLine {
    kind: VitalKind,
    #[schema(required = true)]
    low: Option<f64>,
    #[schema(required = true)]
    high: Option<f64>,
    set_by_name: String,
    set_by_profession: Profession,
    set_by_organization_name: String,
    set_at: Millis,
    #[schema(required = true)]
    ended_at: Option<Millis>,
}

impl LimitLine {
    pub(super) fn kind(&self) -> VitalKind {
        self.kind
    }
}

#[derive(Debug, Deserialize)]
struct Row {
    kind: VitalKind,
    low: Option<i32>,
    high: Option<i32>,
    set_by_name: String,
    set_by_profession: Profession,
    set_by_organization_name: String,
    set_at: Millis,
    ended_at: Option<Millis>,
}

impl From<Row> for LimitLine {
    fn from(row: Row) -> Self {
        Self {
            kind: row.kind,
            low: row.low.map(|low| row.kind.number(low)),
            high: row.high.map(|high| row.kind.number(high)),
            set_by_name: row.set_by_name,
            set_by_profession: row.set_by_profession,
            set_by_organization_name: row.set_by_organization_name,
            set_at: row.set_at,
            ended_at: row.ended_at,
        }
    }
}

/// Limits of one kind, to be set; neither end: none from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LimitInput {
    /// Below this a value is marked.
    #[schema(value_type = Option<f64>, required = true)]
    low: Option<Number>,
    /// Above this a value is marked.
    #[schema(value_type = Option<f64>, required = true)]
    high: Option<Number>,
}

impl LimitInput {
    fn read(&self, kind: VitalKind) -> Result<Limit, Violations> {
        let mut violations = Violations::new();
        let mut end = |field: &str, number: &Option<Number>| {
            number.as_ref().and_then(|number| violations.field(field, kind.parse_value(&number.to_string())))
        };
        let limit = Limit { low: end("low", &self.low), high: end("high", &self.high) };
        violations.finish(|| Some(limit))?.check(kind)
    }
}

/// The limits that hold now, in the order of the kinds.
pub(super) async fn now(db: &Db, room: RoomId) -> Result<Vec<LimitLine>, DbError> {
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/vitals-limits-now.sql"), params![room]).await?;
    rows.sort_by_key(|row| row.kind);
    Ok(rows.into_iter().map(LimitLine::from).collect())
}

async fn all(db: &Db, room: RoomId, profession: Profession) -> Result<Json<VitalLimits>, Problem> {
    let history: Vec<Row> = db.all(include_str!("../../sql/vitals-limits-history.sql"), params![room]).await?;
    Ok(Json(VitalLimits {
        now: now(db, room).await?,
        history: history.into_iter().map(LimitLine::from).collect(),
        may_set_limits: may_set_limits(profession),
    }))
}

/// Shows the limits, those of before, and who set them.
#[utoipa::path(get, path = "/api/rooms/{room}/records/vitals/limits", tag = "record-care",
    operation_id = "list_vital_limits", params(("room" = i64, Path)),
    responses((status = 200, body = VitalLimits), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn list(chart: Chart<ShowsRecords>, db: Db) -> Result<Json<VitalLimits>, Problem> {
    all(&db, chart.room(), chart.caller().profession).await
}

/// Sets the limits of one kind, for a doctor of the team. Values that are there keep the marks they have.
#[utoipa::path(put, path = "/api/rooms/{room}/records/vitals/limits/{kind}", tag = "record-care",
    operation_id = "set_vital_limit", params(("room" = i64, Path), ("kind" = VitalKind, Path)),
    request_body = LimitInput,
    responses((status = 200, body = VitalLimits), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn set(
    chart: Chart<ChangesRoom>,
    log: ViewLog,
    db: Db,
    clock: Clock,
    Path((room, kind)): Path<(RoomId, VitalKind)>,
    Body { value: input, .. }: Body<LimitInput>,
) -> Result<Json<VitalLimits>, Problem> {
    #[derive(Deserialize)]
    struct Before {
        low: Option<i32>,
        high: Option<i32>,
    }
    chart.shows_record(&log)?;
    let by = chart.caller();
    if !may_set_limits(by.profession) {
        let title = "お知らせの範囲を決められるのは、支援チームの医師だけです。";
        return Err(Problem::new(StatusCode::FORBIDDEN, "not_a_doctor", title));
    }
    let limit = input.read(kind).map_err(Problem::invalid)?;
    let transaction = db.transaction().await?;
    let asked = params![room, kind.as_str()];
    let before: Option<Before> = transaction.first(include_str!("../../sql/vitals-limit-now.sql"), asked).await?;
    let before = before.map_or(Limit { low: None, high: None }, |row| Limit { low: row.low, high: row.high });
    if before == limit {
        transaction.roll_back().await?;
        return all(&db, room, by.profession).await;
    }
    let ended = params![room, kind.as_str(), clock.now()];
    transaction.run(include_str!("../../sql/vitals-end-limit.sql"), ended).await?;
    let row = params![
        room,
        kind.as_str(),
        limit.low.map(i64::from),
        limit.high.map(i64::from),
        by.user,
        by.name,
        by.profession.as_str(),
        by.organization_name,
        clock.now(),
    ];
    transaction.run(include_str!("../../sql/vitals-set-limit.sql"), row).await?;
    let told = (format!("room:{room}"), json!({ "kind": kind }));
    store::audit(&transaction, clock, by, "vitals.limit_set", told).await?;
    transaction.commit().await?;
    all(&db, room, by.profession).await
}
