//! `GET /api/registrants/{registrant}`: one registrant's consents, rooms and teams, for the association.

use crate::rooms::header::{self, Member, Team};
use crate::rooms::show::{RoomRegistrant, registrant};
use crate::team::{Candidate, alike, candidates};
use chrono::NaiveDate;
use domain::application::Status;
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::words::{
    ClosingReason, OriginalReceivedBy, Profession, RepresentativeRelation, SignedBy, Viewed, ViewedVia,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    AssociationDesk, Clock, Db, Json, Millis, Path, Problem, RoomEventLine, Session, View, ViewLog, lacks, params,
};

/// One registrant.
#[derive(Serialize, ToSchema)]
pub(crate) struct RegistrantRecord {
    #[serde(flatten)]
    registrant: RoomRegistrant,
    /// Newest first.
    consents: Vec<ConsentRecord>,
    /// Newest first.
    rooms: Vec<RoomRecord>,
}

/// One consent.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct ConsentRecord {
    consent_id: i64,
    signed_by: SignedBy,
    #[schema(required = true)]
    representative_name: Option<String>,
    #[schema(required = true)]
    representative_relation: Option<RepresentativeRelation>,
    #[schema(value_type = String, format = Date)]
    signed_on: NaiveDate,
    #[schema(value_type = Option<String>, format = Date, required = true)]
    scan_agreed_on: Option<NaiveDate>,
    original_received_by: OriginalReceivedBy,
    #[schema(value_type = String, format = Date)]
    original_received_on: NaiveDate,
    #[schema(required = true)]
    withdrawn_at: Option<Millis>,
    receipt_number: String,
}

/// One room.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomRecord {
    #[serde(flatten)]
    state: RoomStateRecord,
    team: Vec<Member>,
    planned: Vec<Member>,
    past: Vec<Member>,
    awaiting: Vec<AwaitedRecord>,
    /// The last fifty, newest first.
    events: Vec<RoomEventLine>,
    applications: Vec<RoomApplication>,
    broken_glass: Vec<BrokenGlass>,
}

/// How a room stands.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct RoomStateRecord {
    room_id: RoomId,
    opened_at: Millis,
    #[schema(required = true)]
    closed_at: Option<Millis>,
    #[schema(required = true)]
    closed_reason: Option<ClosingReason>,
    #[schema(required = true)]
    closed_note: Option<String>,
    /// The day until which the content is kept (R38).
    #[schema(value_type = Option<String>, format = Date, required = true)]
    retain_until: Option<NaiveDate>,
    #[schema(required = true)]
    deletion_requested_at: Option<Millis>,
    #[schema(required = true)]
    deletion_requested_by: Option<String>,
    #[schema(required = true)]
    content_deleted_at: Option<Millis>,
    /// From when on doctor and visiting nurse are lacking (R17).
    #[schema(required = true)]
    without_clinician_from: Option<Millis>,
}

/// A person without account, and the accounts that may be his or hers by now.
#[derive(Serialize, ToSchema)]
pub(crate) struct AwaitedRecord {
    awaiting_id: i64,
    name: String,
    kana: String,
    profession: Profession,
    organization_name: String,
    candidates: Vec<Candidate>,
}

/// An application that the room came from or that changed its team.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct RoomApplication {
    receipt_number: String,
    form: i64,
    status: Status,
    received_at: Millis,
}

/// Who broke the glass.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct BrokenGlass {
    user_id: UserId,
    user_name: String,
    reason: String,
    at: Millis,
    until: Millis,
}

/// Shows one registrant to the association: who is in the rooms, not what is written there.
#[utoipa::path(get, path = "/api/registrants/{registrant}", tag = "open-support-room",
    operation_id = "registrant_record", params(("registrant" = i64, Path)),
    responses((status = 200, body = RegistrantRecord), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn show(
    session: Session<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(id): Path<RegistrantId>,
) -> Result<Json<RegistrantRecord>, Problem> {
    exists(&db, id).await?;
    let user = session.user_id();
    log.shows(View { user, what: Viewed::Register, via: ViewedVia::Desk, registrants: vec![id] })?;
    let states: Vec<RoomStateRecord> = db.all(include_str!("../../sql/rooms-of-registrant.sql"), params![id]).await?;
    let mut rooms = Vec::with_capacity(states.len());
    for state in states {
        rooms.push(room(&db, user, clock.now(), state).await?);
    }
    Ok(Json(RegistrantRecord {
        registrant: registrant(&db, id).await?,
        consents: db.all(include_str!("../../sql/consents.sql"), params![id]).await?,
        rooms,
    }))
}

/// A registrant whose data are still there; else a 404.
pub(crate) async fn exists(db: &Db, id: RegistrantId) -> Result<(), Problem> {
    let found: Option<serde::de::IgnoredAny> =
        db.first(include_str!("../../sql/registrant-exists.sql"), params![id]).await?;
    found.map(drop).ok_or_else(Problem::not_found)
}

async fn room(db: &Db, me: UserId, now: Millis, mut state: RoomStateRecord) -> Result<RoomRecord, Problem> {
    let room = state.room_id;
    if state.without_clinician_from.is_some() {
        state.without_clinician_from = lacks(db, &[room], now).await?.remove(&room);
    }
    let team = Team::load(db, room, me, now).await?;
    let awaited = header::awaited(db, room).await?;
    let accounts = candidates(db, awaited.iter().map(|person| person.kana_key.clone()).collect()).await?;
    let awaiting = awaited.into_iter().map(|person| AwaitedRecord {
        candidates: alike(&accounts, &person.kana_key),
        awaiting_id: person.awaiting_id,
        name: person.name,
        kana: person.kana,
        profession: person.profession,
        organization_name: person.organization_name,
    });
    Ok(RoomRecord {
        awaiting: awaiting.collect(),
        team: team.now,
        planned: team.planned,
        past: team.past,
        events: RoomEventLine::last_of(db, room).await?,
        applications: db.all(include_str!("../../sql/applications-of-room.sql"), params![room]).await?,
        broken_glass: db.all(include_str!("../../sql/broken-glass-of-room.sql"), params![room]).await?,
        state,
    })
}
