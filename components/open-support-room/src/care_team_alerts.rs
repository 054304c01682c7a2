//! `GET /api/care-team-alerts`: what the association has to look at before a care team lacks its doctor or visiting nurse:
//! Form 6 that name a member and are not decided yet, and rooms that lack one or are going to (R8, R17).

use domain::care_team::are_last_clinicians;
use domain::ids::{ApplicationId, RegistrantId, RoomId, UserId};
use domain::words::{Profession, Viewed, ViewedVia};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{
    AssociationDesk, Clock, Db, DbError, Json, Millis, Problem, Session, View, ViewLog, clinicians, lacks, params,
};

/// How many registrants one note of the log holds.
const VIEWS_A_NOTE: usize = 200;

/// What to look at.
#[derive(Serialize, ToSchema)]
pub(crate) struct CareTeamAlerts {
    /// Members whom a Form 6 names that the city has not decided yet, oldest first.
    stops: Vec<StoppingMember>,
    /// Rooms that lack doctor and visiting nurse, or are going to, soonest first.
    without_clinician: Vec<FlaggedRoom>,
}

/// A member who is going to stop.
#[derive(Serialize, ToSchema)]
pub(crate) struct StoppingMember {
    receipt_number: String,
    user_id: UserId,
    user_name: String,
    profession: Profession,
    organization_name: String,
    filed_at: Millis,
    /// The last day of use that the Form 6 names.
    #[schema(format = Date, required = true)]
    last_day: Option<String>,
    rooms: Vec<StoppingMembersRoom>,
}

/// A room of a member who is going to stop.
#[derive(Serialize, ToSchema)]
pub(crate) struct StoppingMembersRoom {
    room_id: RoomId,
    registrant_id: RegistrantId,
    registrant_name: String,
    /// Whether doctor and visiting nurse are lacking once everybody on the Form 6 has gone, this person one of them.
    last_clinician: bool,
}

/// A room that lacks doctor and visiting nurse, or is going to.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct FlaggedRoom {
    room_id: RoomId,
    registrant_id: RegistrantId,
    registrant_name: String,
    /// The first moment of the lack.
    from: Millis,
}

#[derive(Deserialize)]
struct Row {
    application_id: ApplicationId,
    receipt_number: String,
    filed_at: Millis,
    user_id: UserId,
    user_name: String,
    profession: Profession,
    organization_name: String,
    last_day: Option<String>,
    room_id: RoomId,
    registrant_id: RegistrantId,
    registrant_name: String,
}

/// Shows the association which stops are coming and which rooms lack doctor and visiting nurse.
#[utoipa::path(get, path = "/api/care-team-alerts", tag = "open-support-room", operation_id = "care_team_alerts",
    responses((status = 200, body = CareTeamAlerts), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn show(
    session: Session<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
) -> Result<Json<CareTeamAlerts>, Problem> {
    let now = clock.now();
    let rows: Vec<Row> = db.all(include_str!("../sql/stopping-members.sql"), params![now]).await?;
    let without_clinician = without_clinician(&db, now).await?;
    let shown: BTreeSet<RegistrantId> = rows
        .iter()
        .map(|row| row.registrant_id)
        .chain(without_clinician.iter().map(|room| room.registrant_id))
        .collect();
    for registrants in shown.into_iter().collect::<Vec<_>>().chunks(VIEWS_A_NOTE) {
        let (user, registrants) = (session.user_id(), registrants.to_vec());
        log.shows(View { user, what: Viewed::Register, via: ViewedVia::Desk, registrants })?;
    }
    Ok(Json(CareTeamAlerts { stops: stops(&db, now, rows).await?, without_clinician }))
}

/// The flagged rooms whose lack has not ended by itself.
async fn without_clinician(db: &Db, now: Millis) -> Result<Vec<FlaggedRoom>, DbError> {
    let mut rooms: Vec<FlaggedRoom> = db.all(include_str!("../sql/rooms-without-clinician.sql"), []).await?;
    let lacks = lacks(db, &rooms.iter().map(|room| room.room_id).collect::<Vec<_>>(), now).await?;
    rooms.retain_mut(|room| match lacks.get(&room.room_id) {
        Some(from) => {
            room.from = *from;
            true
        }
        None => false,
    });
    rooms.sort_by_key(|room| (room.from, room.room_id));
    Ok(rooms)
}

/// The rows by application and person.
async fn stops(db: &Db, now: Millis, rows: Vec<Row>) -> Result<Vec<StoppingMember>, DbError> {
    let teams = clinicians(db, &rows.iter().map(|row| row.room_id).collect(), now).await?;
    let leaving: BTreeSet<(ApplicationId, UserId)> = rows.iter().map(|row| (row.application_id, row.user_id)).collect();
    let is_last = |row: &Row| {
        let form = row.application_id;
        let together: Vec<UserId> =
            leaving.iter().filter(|(application, _)| *application == form).map(|(_, user)| *user).collect();
        teams.get(&row.room_id).is_some_and(|team| {
            team.iter().any(|stay| stay.user == row.user_id) && are_last_clinicians(team, &together, now.0)
        })
    };
    let mut stops: Vec<(ApplicationId, StoppingMember)> = Vec::new();
    for row in rows {
        let room = StoppingMembersRoom {
            last_clinician: is_last(&row),
            room_id: row.room_id,
            registrant_id: row.registrant_id,
            registrant_name: row.registrant_name,
        };
        match stops.last_mut() {
            Some((form, person)) if *form == row.application_id && person.user_id == row.user_id => {
                person.rooms.push(room);
            }
            _ => stops.push((
                row.application_id,
                StoppingMember {
                    receipt_number: row.receipt_number,
                    user_id: row.user_id,
                    user_name: row.user_name,
                    profession: row.profession,
                    organization_name: row.organization_name,
                    filed_at: row.filed_at,
                    last_day: row.last_day,
                    rooms: vec![room],
                },
            )),
        }
    }
    Ok(stops.into_iter().map(|(_, person)| person).collect())
}
