//! `POST /api/rooms/{room}/awaiting/{awaiting}/assignment`: a person whom a Form 8 named without account comes into the
//! room with the account that exists by now, or is no longer wanted (R16).

use crate::support_room_applications::facts::known_members;
use crate::team::{MemberChange, tell_team};
use applications::Clerk;
use chrono::NaiveDate;
use domain::care_team::{Change, apply};
use domain::care_team_notice::holds_from;
use domain::ids::{ApplicationId, RoomId, UserId};
use domain::support_room::KnownMember;
use domain::words::{RoomEventKind, TeamChangeKind};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{
    Actor, AssociationDesk, AuditEvent, Body, CareTeam, Clock, Db, FreshSession, Json, Path, Problem, Transaction,
    params,
};

/// Which account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AwaitedAssignmentInput {
    /// The account; null: the person is no longer wanted. To leave it out is a mistake.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required = true)]
    user_id: Option<UserId>,
}

/// It is settled.
#[derive(Serialize, ToSchema)]
pub(crate) struct Settled {}

/// A person whom a Form 8 named without account.
#[derive(Deserialize)]
struct Awaited {
    application_id: ApplicationId,
    receipt_number: String,
    kana_key: String,
    wanted_from: Option<NaiveDate>,
    is_settled: bool,
    is_closed: bool,
}

/// Assigns the account that a person has by now, from the day that the Form 8 named, or settles that the person is no
/// longer wanted. Once only.
#[utoipa::path(post, path = "/api/rooms/{room}/awaiting/{awaiting}/assignment", tag = "open-support-room",
    operation_id = "assign_awaited_member", params(("room" = i64, Path), ("awaiting" = i64, Path)),
    request_body = AwaitedAssignmentInput,
    responses((status = 200, body = Settled), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn assign(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    Path((room, awaiting)): Path<(RoomId, i64)>,
    Body { value: input, .. }: Body<AwaitedAssignmentInput>,
) -> Result<Json<Settled>, Problem> {
    let clerk = Clerk::of(&session)?;
    let transaction = db.transaction().await?;
    let asked = params![room, awaiting];
    let awaited: Option<Awaited> = transaction.first(include_str!("../../sql/awaiting.sql"), asked).await?;
    let awaited = awaited.ok_or_else(Problem::not_found)?;
    if awaited.is_closed {
        return Err(Problem::conflict("room_closed", "この部屋はすでに閉じています。"));
    }
    if awaited.is_settled {
        return Err(Problem::conflict("already_settled", "この方の割り当ては、すでに済んでいます。"));
    }
    let person = match input.user_id {
        Some(user) => Some(active(&transaction, user).await?),
        None => None,
    };
    let settled = params![awaiting, clock.now(), input.user_id];
    transaction.run(include_str!("../../sql/settle-awaiting.sql"), settled).await?;
    let reading_differs = person.as_ref().map(|person| person.kana.key() != awaited.kana_key);
    let event = AuditEvent {
        actor: Actor::User(clerk.user),
        action: "support_room.awaiting_settled",
        subject: format!("room:{room}"),
        detail: json!({
            "awaiting": awaiting, "user": input.user_id, "application": awaited.receipt_number,
            "reading_differs": reading_differs,
        }),
    };
    transaction.audit(clock, event).await?;
    if let Some(person) = person {
        bring_in(&transaction, clock, clerk, room, &awaited, &person).await?;
    }
    transaction.commit().await?;
    Ok(Json(Settled {}))
}

/// An account that is in use, and no clerk's.
async fn active(db: &Db, user: UserId) -> Result<KnownMember, Problem> {
    let found = known_members(db, &BTreeSet::from([user.0])).await?.into_iter().next();
    found.ok_or_else(|| {
        let message = "このアカウントは使われていません。使われているアカウントを選んでください。";
        Problem::invalid_field("user_id", "unknown_person", message)
    })
}

/// The person joins the team, unless another Form 8 has brought him or her in meanwhile.
async fn bring_in(
    transaction: &Transaction<'_>,
    clock: Clock,
    clerk: Clerk,
    room: RoomId,
    awaited: &Awaited,
    person: &KnownMember,
) -> Result<(), Problem> {
    let (user, profession, now) = (person.user_id, person.profession, clock.now().0);
    let at = awaited.wanted_from.map_or(now, |day| holds_from(day, now));
    let mut team = CareTeam::load(transaction, room).await?;
    let Ok(after) = apply(team.stays(), &[Change::Add { user, profession, at }]) else { return Ok(()) };
    team.become_team(transaction, clock, awaited.application_id, after).await?;
    let day = awaited.wanted_from.filter(|_| at > now);
    let kind = if day.is_some() { RoomEventKind::JoiningPlanned } else { RoomEventKind::MemberJoined };
    let change = TeamChangeKind::Add;
    let joined = MemberChange { room, user, kind, change, day, receipt: &awaited.receipt_number };
    joined.tell(transaction, clock, clerk).await?;
    Ok(tell_team(transaction, clock, &team).await?)
}
