//! What stands on the page. The paper may be too small for all of it: who lays it out says what was left out and where it
//! is to be found.

use crate::basic_sheet::read::BasicSheetNow;
use crate::visits::row::{VisitRow, VisitShown, lay_out};
use crate::vitals::latest::{LatestValue, latest_values};
use chrono::{Days, NaiveDate};
use domain::ids::RoomId;
use domain::vitals::VitalKind;
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, Millis, Problem, params};

/// How many of the last values show where a kind is going.
const RECENT_VALUES: i64 = 8;
/// How far the next and the last visits are looked for, in days.
const DAYS_AROUND: u64 = 31;
/// The most visits that are named, of each.
const VISITS: usize = 8;
/// Far more series than a room may have.
const SERIES: i64 = 1_000;

/// A registrant's record for one page.
#[derive(Serialize, ToSchema)]
pub(crate) struct Summary {
    /// When it was gathered.
    at: Millis,
    registrant: SummaryRegistrant,
    sheet: BasicSheetNow,
    /// Who is in the team at this moment.
    team: Vec<SummaryMember>,
    /// The last value of each kind that was ever measured.
    vitals: Vec<SummaryVital>,
    /// The next visits of the coming 31 days, the first eight of them.
    next_visits: Vec<VisitShown>,
    /// How many there are in these days.
    next_visits_count: usize,
    /// The last visits of the past 31 days, newest first, up to eight.
    last_visits: Vec<VisitShown>,
    last_visits_count: usize,
}

/// Whose page it is.
#[derive(Serialize, Deserialize, ToSchema)]
struct SummaryRegistrant {
    name: String,
    kana: String,
    #[schema(value_type = String, format = Date)]
    birth_date: NaiveDate,
    postal_code: String,
    address: String,
    phone: String,
}

/// A member of the team.
#[derive(Serialize, Deserialize, ToSchema)]
struct SummaryMember {
    name: String,
    profession: Profession,
    organization_name: String,
    organization_phone: String,
}

/// The last value of a kind, and where it comes from.
#[derive(Serialize, ToSchema)]
struct SummaryVital {
    latest: LatestValue,
    /// The last values, oldest first, the newest of them too.
    recent: Vec<RecentValue>,
}

/// One of the last values.
#[derive(Serialize, ToSchema)]
struct RecentValue {
    at: Millis,
    /// In the unit people read.
    value: f64,
}

impl Summary {
    /// Gathers the page of a room that the caller may see.
    pub(crate) async fn load(db: &Db, clock: Clock, room: RoomId) -> Result<Self, Problem> {
        let registrant: SummaryRegistrant =
            db.one(include_str!("../../sql/summary-registrant.sql"), params![room]).await?;
        let team = db.all(include_str!("../../sql/summary-team.sql"), params![room, clock.now()]).await?;
        let Visits { next, last } = Visits::load(db, clock, room).await?;
        let (next_visits_count, last_visits_count) = (next.len(), last.len());
        Ok(Self {
            at: clock.now(),
            registrant,
            sheet: crate::basic_sheet::read::load(db, clock, room).await?,
            team,
            vitals: vitals(db, room).await?,
            next_visits: next.into_iter().take(VISITS).collect(),
            next_visits_count,
            last_visits: last.into_iter().take(VISITS).collect(),
            last_visits_count,
        })
    }
}

async fn vitals(db: &Db, room: RoomId) -> Result<Vec<SummaryVital>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        kind: VitalKind,
        recent: String,
    }
    #[derive(Deserialize)]
    struct Point {
        at: Millis,
        value: i32,
    }
    let latest = latest_values(db, room).await?;
    let kinds: Vec<VitalKind> = latest.iter().map(|value| value.kind).collect();
    let asked = params![room, serde_json::to_string(&kinds).map_err(Problem::internal)?, RECENT_VALUES];
    let rows: Vec<Row> = db.all(include_str!("../../sql/summary-vitals.sql"), asked).await?;
    let mut vitals = Vec::new();
    for latest in latest {
        let recent = rows.iter().find(|row| row.kind == latest.kind).map_or("[]", |row| &row.recent);
        let mut points: Vec<Point> = serde_json::from_str(recent).map_err(Problem::internal)?;
        points.sort_by_key(|point| point.at.0);
        let value = |point: Point| RecentValue { at: point.at, value: latest.kind.number(point.value) };
        let recent = points.into_iter().map(value).collect();
        vitals.push(SummaryVital { latest, recent });
    }
    Ok(vitals)
}

/// The visits around this moment that take or took place.
struct Visits {
    next: Vec<VisitShown>,
    last: Vec<VisitShown>,
}

impl Visits {
    async fn load(db: &Db, clock: Clock, room: RoomId) -> Result<Self, Problem> {
        let today = clock.today();
        let around = Days::new(DAYS_AROUND);
        let from = today.checked_sub_days(around).unwrap_or(today);
        let to = today.checked_add_days(around).unwrap_or(today);
        let asked = params![room, from, to, SERIES];
        let rows: Vec<VisitRow> = db.all(include_str!("../../sql/visits-of-room.sql"), asked).await?;
        let taking_place = lay_out(&rows, from, to)?.into_iter().filter(|visit| !visit.is_cancelled);
        // One that is marked as done is over, whatever the hour it was planned for.
        let is_over = |visit: &VisitShown| visit.done_at.is_some() || visit.ends() <= clock.now().0;
        let (mut last, next): (Vec<VisitShown>, Vec<VisitShown>) = taking_place.partition(is_over);
        last.reverse();
        Ok(Self { next, last })
    }
}
