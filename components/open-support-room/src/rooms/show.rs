//! `GET /api/rooms/{room}`: what a room is and who is in it.

use super::header::{self, Awaited, Member, Team};
use chrono::NaiveDate;
use domain::collaboration_room::quiet_since;
use domain::ids::{RegistrantId, RoomId};
use domain::support_room::shown_name;
use domain::words::{OriginalReceivedBy, RepresentativeRelation, RoomKind, RoomVisibility, SignedBy, ViewedVia};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, DbError, Json, Millis, Path, Problem, RoomAccess, RoomEventLine, ShowsRoom, lacks, params};

/// A room's header.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomHeader {
    room_id: RoomId,
    kind: RoomKind,
    /// What it is called; a support room is called after its registrant.
    name: String,
    /// In which capacity the caller is here.
    via: ViewedVia,
    opened_at: Millis,
    #[schema(required = true)]
    registrant: Option<RoomRegistrant>,
    #[schema(required = true)]
    consent: Option<RoomConsent>,
    /// What a collaboration room is for.
    #[schema(required = true)]
    collaboration: Option<Collaboration>,
    /// Who is in it; of a collaboration room, which may have thousands, nobody: they are listed page by page.
    team: Vec<Member>,
    /// Who is going to be.
    planned: Vec<Member>,
    /// Who was named and has no account yet.
    awaiting: Vec<Awaited>,
    /// From when on doctor and visiting nurse are lacking (R17).
    #[schema(required = true)]
    without_clinician_from: Option<Millis>,
    /// Until when the caller sees it through broken glass.
    #[schema(required = true)]
    broken_glass_until: Option<Millis>,
    /// What happened, newest first.
    events: Vec<RoomEventLine>,
}

/// What a collaboration room is for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Collaboration {
    purpose: String,
    #[schema(required = true)]
    theme_name: Option<String>,
    /// Who takes part, in words (R24).
    scope: String,
    visibility: RoomVisibility,
    member_count: i64,
    /// Since when nobody posted, when that is 90 days or more (R26).
    #[schema(required = true)]
    quiet_since: Option<Millis>,
    /// When somebody last said that it is still needed.
    #[schema(required = true)]
    needed_at: Option<Millis>,
    #[schema(required = true)]
    needed_by_name: Option<String>,
    /// Whether an open request asks to close it.
    closure_pending: bool,
}

/// Whose room it is.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct RoomRegistrant {
    pub(crate) registrant_id: RegistrantId,
    pub(crate) name: String,
    pub(crate) kana: String,
    #[schema(value_type = String, format = Date)]
    pub(crate) birth_date: NaiveDate,
    /// Empty when it was not given.
    pub(crate) postal_code: String,
    pub(crate) address: String,
    /// Empty when it was not given.
    pub(crate) phone: String,
}

/// The consent that holds now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RoomConsent {
    state: ConsentState,
    signed_by: SignedBy,
    #[schema(required = true)]
    representative_name: Option<String>,
    #[schema(required = true)]
    representative_relation: Option<RepresentativeRelation>,
    #[schema(value_type = String, format = Date)]
    signed_on: NaiveDate,
    original_received_by: OriginalReceivedBy,
}

/// Whether a consent holds.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ConsentState {
    /// It holds.
    Valid,
    /// It was taken back.
    Withdrawn,
}

#[derive(Deserialize)]
struct RoomRow {
    kind: RoomKind,
    name: String,
    created_at: Millis,
    without_clinician_from: Option<Millis>,
}

/// Shows a room to its members, or through broken glass.
#[utoipa::path(get, path = "/api/rooms/{room}", tag = "open-support-room", operation_id = "room_header",
    params(("room" = i64, Path)),
    responses((status = 200, body = RoomHeader), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn show(
    access: RoomAccess<ShowsRoom>,
    db: Db,
    clock: Clock,
    Path(_): Path<RoomId>,
) -> Result<Json<RoomHeader>, Problem> {
    let room = access.room();
    let row: RoomRow = db.one(include_str!("../../sql/room.sql"), params![room]).await?;
    let registrant = match access.registrant() {
        Some(id) => Some(registrant(&db, id).await?),
        None => None,
    };
    let (team, collaboration) = match access.kind() {
        RoomKind::Support => (Team::load(&db, room, access.user(), clock.now()).await?, None),
        RoomKind::Collaboration => (Team::default(), Some(collaboration(&db, room, clock.now()).await?)),
    };
    Ok(Json(RoomHeader {
        room_id: room,
        kind: row.kind,
        name: shown_name(row.name, registrant.as_ref().map(|registrant| registrant.name.as_str())),
        via: access.via(),
        opened_at: row.created_at,
        consent: match access.registrant() {
            Some(id) => consent(&db, id).await?,
            None => None,
        },
        registrant,
        collaboration,
        team: team.now,
        planned: team.planned,
        awaiting: header::awaited(&db, room).await?,
        without_clinician_from: match row.without_clinician_from {
            Some(_) => lacks(&db, &[room], clock.now()).await?.remove(&room),
            None => None,
        },
        broken_glass_until: access.glass_until(),
        events: RoomEventLine::last_of(&db, room).await?,
    }))
}

/// What a collaboration room is for, and whether it fell silent.
async fn collaboration(db: &Db, room: RoomId, now: Millis) -> Result<Collaboration, DbError> {
    #[derive(Deserialize)]
    struct Row {
        purpose: String,
        theme_name: Option<String>,
        scope: String,
        visibility: RoomVisibility,
        member_count: i64,
        silent_since: Millis,
        needed_at: Option<Millis>,
        needed_by_name: Option<String>,
        closure_pending: bool,
    }
    let row: Row = db.one(include_str!("../../sql/collaboration.sql"), params![room]).await?;
    Ok(Collaboration {
        purpose: row.purpose,
        theme_name: row.theme_name,
        scope: row.scope,
        visibility: row.visibility,
        member_count: row.member_count,
        quiet_since: quiet_since(row.silent_since.0, now.0).map(Millis),
        needed_at: row.needed_at,
        needed_by_name: row.needed_by_name,
        closure_pending: row.closure_pending,
    })
}

/// A registrant's data.
pub(crate) async fn registrant(db: &Db, id: RegistrantId) -> Result<RoomRegistrant, DbError> {
    db.one(include_str!("../../sql/registrant.sql"), params![id]).await
}

async fn consent(db: &Db, registrant: RegistrantId) -> Result<Option<RoomConsent>, DbError> {
    #[derive(Deserialize)]
    struct Row {
        signed_by: SignedBy,
        representative_name: Option<String>,
        representative_relation: Option<RepresentativeRelation>,
        signed_on: NaiveDate,
        original_received_by: OriginalReceivedBy,
        withdrawn_at: Option<Millis>,
    }
    let row: Option<Row> = db.first(include_str!("../../sql/last-consent.sql"), params![registrant]).await?;
    Ok(row.map(|row| RoomConsent {
        state: if row.withdrawn_at.is_some() { ConsentState::Withdrawn } else { ConsentState::Valid },
        signed_by: row.signed_by,
        representative_name: row.representative_name,
        representative_relation: row.representative_relation,
        signed_on: row.signed_on,
        original_received_by: row.original_received_by,
    }))
}
