//! `POST …/visits/exports`: visits as a file for the calendar that a person uses besides; of a room, or the caller's own over
//! all rooms.
//!
//! The file is fetched through the session. There is no address with a secret in it to subscribe to: who reads such an address,
//! nobody sees, and for how long, nobody ends; whoever leaves a team would go on receiving (R18, R21). By default the file
//! says 登録者番号 instead of the name and holds no notes, as a notification does (R30): calendars lie on servers outside.
//! Every file is in the audit trail. Of one with names, the rooms are told, as of every other export; of one without, they
//! are not: the visitors' own weekly file would bury what matters.

use super::icalendar::{DayOff, Style, text};
use crate::chart::Chart;
use chrono::{Days, NaiveDate};
use domain::ids::{RegistrantId, RoomId, UserId, VisitId};
use domain::message::purpose;
use domain::visits::{Exception, Moved, Repeat, Series as Planned, VisitKind};
use domain::words::{Profession, RoomEventKind, Viewed, ViewedVia};
use http::header;
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use web::{
    Actor, AnyUser, AuditEvent, Body, Clock, Db, ExportsRecords, IntoResponse, Problem, Response, RoomEvent, Session,
    View, ViewLog, params,
};

/// The most visits and series of one file, and of days of them that are different.
const SERIES_MAX: usize = 2_000;
const DAYS_MAX: usize = 10_000;
/// What ended so many days ago is still in the file.
const DAYS_BACK: u64 = 31;
/// What was taken back is in it so long, as cancelled, in minutes: a year.
const TAKEN_BACK_MINUTES: i64 = 366 * 24 * 60;
/// More registrants than one answer may show are noted in several views.
const REGISTRANTS: usize = 200;

/// What stands in the file.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VisitsExportInput {
    /// With the registrants' names and the notes.
    #[serde(default)]
    with_names: bool,
    /// What for; needed with names, and told to the rooms.
    #[serde(default)]
    purpose: String,
}

/// A visit or a series.
#[derive(Debug, Deserialize)]
pub(super) struct Series {
    pub(super) visit_id: VisitId,
    room_id: RoomId,
    registrant_name: String,
    registrant_id: RegistrantId,
    visitor_name: String,
    visitor_profession: Profession,
    visitor_organization_name: String,
    kind: VisitKind,
    pub(super) first_day: NaiveDate,
    pub(super) last_day: NaiveDate,
    start_minute: i64,
    minutes: i64,
    #[serde(deserialize_with = "from_json")]
    pub(super) repeat: Option<Repeat>,
    note: String,
    pub(super) revision: i64,
    pub(super) is_withdrawn: bool,
}

/// Gives out the visits of a room as an iCalendar file (RFC 5545).
#[utoipa::path(post, path = "/api/rooms/{room}/records/visits/exports", tag = "record-care",
    operation_id = "export_visits_of_room", params(("room" = i64, Path)), request_body = VisitsExportInput,
    responses((status = 200, body = String, content_type = "text/calendar"), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn of_room(
    chart: Chart<ExportsRecords>,
    db: Db,
    clock: Clock,
    Body { value: input, .. }: Body<VisitsExportInput>,
) -> Result<Response, Problem> {
    let purpose = input.purpose()?;
    let asked = params![chart.room(), since(clock), taken_back_since(clock), limit(SERIES_MAX)];
    let series: Vec<Series> = db.all(include_str!("../../sql/visits-export-of-room.sql"), asked).await?;
    let file = File { series, purpose, user: chart.user(), subject: format!("room:{}", chart.room()) };
    // A room without any visit is told, too, of an export with names.
    file.give(&db, clock, BTreeSet::from([chart.room()])).await
}

/// Gives out the caller's own visits in all rooms that are open to the caller (R18) as an iCalendar file (RFC 5545).
#[utoipa::path(post, path = "/api/records/visits/exports", tag = "record-care",
    operation_id = "export_visits_of_user", request_body = VisitsExportInput,
    responses((status = 200, body = String, content_type = "text/calendar"), (status = 401, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn of_user(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    views: ViewLog,
    Body { value: input, .. }: Body<VisitsExportInput>,
) -> Result<Response, Problem> {
    let (user, purpose) = (session.user_id(), input.purpose()?);
    let asked = params![user, clock.now(), since(clock), taken_back_since(clock), limit(SERIES_MAX)];
    let series: Vec<Series> = db.all(include_str!("../../sql/visits-export-of-user.sql"), asked).await?;
    let registrants: BTreeSet<RegistrantId> = series.iter().map(|one| one.registrant_id).collect();
    let registrants: Vec<RegistrantId> = registrants.into_iter().collect();
    for part in registrants.chunks(REGISTRANTS) {
        let (what, via) = (Viewed::RecordExport, ViewedVia::Member);
        views.shows(View { user, what, via, registrants: part.to_vec() })?;
    }
    let rooms = series.iter().map(|one| one.room_id).collect();
    File { series, purpose, user, subject: format!("user:{user}") }.give(&db, clock, rooms).await
}

/// A file that is going to be given out.
struct File {
    series: Vec<Series>,
    /// Some: with names.
    purpose: Option<String>,
    user: UserId,
    /// Of the audit event.
    subject: String,
}

impl File {
    /// Puts it on record, tells the rooms when it holds names, and gives it out.
    async fn give(self, db: &Db, clock: Clock, rooms: BTreeSet<RoomId>) -> Result<Response, Problem> {
        #[derive(Deserialize)]
        struct System {
            numbers: String,
        }
        if self.series.len() > SERIES_MAX {
            return Err(too_many(SERIES_MAX));
        }
        let system: System = db.one(include_str!("../../sql/system-numbers.sql"), []).await?;
        let days = different_days(db, &self.series).await?;
        let style = Style { system: &system.numbers, now: clock.now(), with_names: self.purpose.is_some() };
        let visits = self.series.iter();
        let text = text(style, visits.map(|one| (one, days.get(&one.visit_id).map_or(&[][..], Vec::as_slice))));
        self.put_on_record(db, clock, rooms).await?;
        let headers = [
            (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"visits-{}.ics\"", clock.today())),
            (header::CACHE_CONTROL, "private, no-store".to_owned()),
        ];
        Ok((headers, text).into_response())
    }

    /// Before the answer leaves.
    async fn put_on_record(&self, db: &Db, clock: Clock, rooms: BTreeSet<RoomId>) -> Result<(), Problem> {
        let transaction = db.transaction().await?;
        let event = AuditEvent {
            actor: Actor::User(self.user),
            action: "visit.exported",
            subject: self.subject.clone(),
            detail: json!({
                "format": "icalendar", "visits": self.series.len(), "with_names": self.purpose.is_some(), "rooms": rooms,
            }),
        };
        transaction.audit(clock, event).await?;
        if let Some(purpose) = &self.purpose {
            for room in rooms {
                let note = Some(format!("目的：{purpose}"));
                let kind = RoomEventKind::VisitsExported;
                let told = RoomEvent { room, kind, about: None, actor: Some(self.user), note };
                told.add(&transaction, clock).await?;
            }
        }
        Ok(transaction.commit().await?)
    }
}

/// What is different on single days, by visit.
async fn different_days(db: &Db, series: &[Series]) -> Result<BTreeMap<VisitId, Vec<DayOff>>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        visit_id: VisitId,
        day: NaiveDate,
        is_cancelled: bool,
        moved_to_day: Option<NaiveDate>,
        moved_to_minute: Option<i64>,
        moved_minutes: Option<i64>,
        note: Option<String>,
    }
    let visits: Vec<VisitId> = series.iter().map(|one| one.visit_id).collect();
    let asked = params![serde_json::to_string(&visits).map_err(Problem::internal)?, limit(DAYS_MAX)];
    let rows: Vec<Row> = db.all(include_str!("../../sql/visits-export-days.sql"), asked).await?;
    if rows.len() > DAYS_MAX {
        return Err(too_many(DAYS_MAX));
    }
    let mut days: BTreeMap<VisitId, Vec<DayOff>> = BTreeMap::new();
    for row in rows {
        let moved = match (row.moved_to_day, row.moved_to_minute, row.moved_minutes) {
            (Some(day), Some(start_minute), Some(minutes)) => Some(Moved { day, start_minute, minutes }),
            _ => None,
        };
        let exception = Exception { day: row.day, is_cancelled: row.is_cancelled, moved };
        days.entry(row.visit_id).or_default().push(DayOff { exception, note: row.note.unwrap_or_default() });
    }
    Ok(days)
}

impl VisitsExportInput {
    /// What for, when names are asked for; none without names.
    fn purpose(&self) -> Result<Option<String>, Problem> {
        if !self.with_names {
            return Ok(None);
        }
        let read = purpose(&self.purpose);
        read.map(Some).map_err(|error| Problem::invalid_field("purpose", error.code, error.message.clone()))
    }
}

impl Series {
    /// When it takes place.
    pub(super) fn series(&self) -> Planned<'_> {
        Planned {
            first: self.first_day,
            last: self.last_day,
            repeat: self.repeat.as_ref(),
            start_minute: self.start_minute,
            minutes: self.minutes,
        }
    }

    /// What a calendar shows in a box.
    pub(super) fn title(&self, with_names: bool) -> String {
        let kind = self.kind.label_ja();
        if with_names {
            format!("{kind} {}さん", self.registrant_name)
        } else {
            format!("{kind} 登録者番号{}", self.registrant_id)
        }
    }

    /// Who comes; with names the notes, too.
    pub(super) fn description(&self, with_names: bool, day_note: &str) -> String {
        let Self { visitor_name, visitor_profession, visitor_organization_name, note, .. } = self;
        let mut lines = vec![format!("{visitor_name}（{}）{visitor_organization_name}", visitor_profession.label_ja())];
        if with_names {
            lines.extend([note.as_str(), day_note].into_iter().filter(|line| !line.is_empty()).map(str::to_owned));
        }
        lines.join("\n")
    }
}

fn too_many(most: usize) -> Problem {
    let title = format!("予定が{most}件を超えるため、1つのファイルにできません。部屋ごとに取り出してください。");
    Problem::conflict("too_many_visits", title)
}

fn since(clock: Clock) -> NaiveDate {
    clock.today().checked_sub_days(Days::new(DAYS_BACK)).unwrap_or_default()
}

fn taken_back_since(clock: Clock) -> web::Millis {
    clock.now().plus_minutes(-TAKEN_BACK_MINUTES)
}

/// One more than may be, to know whether there are more.
fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1)
}

fn from_json<'de, D: serde::Deserializer<'de>>(column: D) -> Result<Option<Repeat>, D::Error> {
    let text = Option::<String>::deserialize(column)?;
    text.as_deref().map(serde_json::from_str).transpose().map_err(serde::de::Error::custom)
}
