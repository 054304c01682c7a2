//! What the desk sees of the people whom a Form 8 names: who has no account yet, and whose account may be meant; and who
//! is told when a team changes.

use applications::{Clerk, Warning};
use chrono::NaiveDate;
use domain::ids::{RoomId, UserId};
use domain::open_days::japan_day_begins_ms;
use domain::support_room::MemberInput;
use domain::text::fold_key;
use domain::words::{RoomEventKind, TeamChangeKind};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web::{
    Actor, AuditEvent, CareTeam, Clock, Db, DbError, Millis, OutboxMessage, Problem, RoomEvent, Transaction, params,
};

/// A member as the form names one.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TeamMember {
    /// The place in the form, from 0.
    at: usize,
    #[schema(required = true)]
    user_id: Option<UserId>,
    /// Whether the account that the form names is in use.
    known: bool,
    /// Accounts with the same reading, for a person who is named without one.
    candidates: Vec<Candidate>,
}

/// An account that may be meant.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Candidate {
    pub(crate) user_id: UserId,
    pub(crate) name: String,
    pub(crate) organization_name: String,
    #[serde(skip_serializing)]
    pub(crate) kana_key: String,
}

/// The members of a form, each with what is known of the account.
pub(crate) async fn members<'a>(
    db: &Db,
    inputs: impl Iterator<Item = &'a MemberInput> + Clone,
) -> Result<Vec<TeamMember>, Problem> {
    let known = crate::support_room_applications::known(db, inputs.clone().filter_map(|input| input.user_id)).await?;
    let unnamed = inputs.clone().filter(|input| input.user_id.is_none());
    let candidates = candidates(db, unnamed.map(|input| fold_key(&input.kana)).collect()).await?;
    let member = |(at, input): (usize, &MemberInput)| TeamMember {
        at,
        user_id: input.user_id.map(UserId),
        known: input.user_id.is_some_and(|id| known.contains(&id)),
        candidates: match input.user_id {
            Some(_) => Vec::new(),
            None => alike(&candidates, &fold_key(&input.kana)),
        },
    };
    Ok(inputs.enumerate().map(member).collect())
}

/// Those of the candidates who are read so.
pub(crate) fn alike(candidates: &[Candidate], kana_key: &str) -> Vec<Candidate> {
    candidates.iter().filter(|candidate| candidate.kana_key == kana_key).cloned().collect()
}

/// Active accounts whose owners are read so.
pub(crate) async fn candidates(db: &Db, kana_keys: Vec<String>) -> Result<Vec<Candidate>, Problem> {
    if kana_keys.is_empty() {
        return Ok(Vec::new());
    }
    let asked = serde_json::to_string(&kana_keys).map_err(Problem::internal)?;
    Ok(db.all(include_str!("../sql/candidates.sql"), params![asked]).await?)
}

/// What the desk should look at before it accepts: people without account, who cannot come in yet, and accounts that
/// were stopped since the form was filed.
pub(crate) async fn warnings<'a>(
    db: &Db,
    inputs: impl Iterator<Item = (String, &'a MemberInput)> + Clone,
) -> Result<Vec<Warning>, Problem> {
    let members = members(db, inputs.clone().map(|(_, input)| input)).await?;
    let warning = |((field, input), member): ((String, &MemberInput), TeamMember)| {
        if member.user_id.is_none() {
            return Some(without_account(&input.name, field));
        }
        let message = format!("{}さんのアカウントは、使われなくなっています。差し戻して確かめてください。", input.name);
        (!member.known).then_some(Warning { code: "stopped_account", message, field: Some(field) })
    };
    Ok(inputs.zip(members).filter_map(warning).collect())
}

/// A person who cannot come in yet.
pub(crate) fn without_account(name: &str, field: String) -> Warning {
    let message = format!(
        "{name}さんには、まだアカウントがありません。団体がアカウントの申請（様式第4号）をし、使えるようになってから割り当てます。"
    );
    Warning { code: "without_account", message, field: Some(field) }
}

/// Somebody came into a team or left it, or is going to.
pub(crate) struct MemberChange<'a> {
    pub(crate) room: RoomId,
    pub(crate) user: UserId,
    /// What the room reads.
    pub(crate) kind: RoomEventKind,
    pub(crate) change: TeamChangeKind,
    /// The day, when it lies ahead.
    pub(crate) day: Option<NaiveDate>,
    /// The Form 8 that asked for it (R16).
    pub(crate) receipt: &'a str,
}

impl MemberChange<'_> {
    /// Tells the room, the audit trail and the person. Trail and message hold numbers only.
    pub(crate) async fn tell(&self, transaction: &Transaction<'_>, clock: Clock, by: Clerk) -> Result<(), DbError> {
        let (room, user, from) = (self.room, self.user, self.day);
        let note = from.map(|day| day.to_string());
        let event = RoomEvent { room, kind: self.kind, about: Some(user), actor: Some(by.user), note };
        event.add(transaction, clock).await?;
        let action = match self.change {
            TeamChangeKind::Add => "support_room.member_joined",
            TeamChangeKind::Remove => "support_room.member_left",
        };
        let event = AuditEvent {
            actor: Actor::User(by.user),
            action,
            subject: format!("room:{room}"),
            detail: json!({ "user": user, "application": self.receipt, "from": from }),
        };
        transaction.audit(clock, event).await?;
        let payload = json!({ "room": room, "users": [user], "from": from });
        let message = OutboxMessage { topic: action, payload };
        match from {
            // Whoever is told of a room that does not open yet looks for it in vain.
            Some(day) => transaction.enqueue_for(clock, in_the_morning(day), message).await,
            None => transaction.enqueue(clock, message).await,
        }
    }
}

/// When people are told of what a day brings: nobody is woken at midnight.
fn in_the_morning(day: NaiveDate) -> Millis {
    const MINUTES: i64 = 8 * 60;
    Millis(japan_day_begins_ms(day)).plus_minutes(MINUTES)
}

/// Tells those who are in the room now that the team changed.
pub(crate) async fn tell_team(transaction: &Transaction<'_>, clock: Clock, team: &CareTeam) -> Result<(), DbError> {
    let members: Vec<UserId> = team.members_at(clock.now()).collect();
    let payload = json!({ "room": team.room(), "users": members });
    transaction.enqueue(clock, OutboxMessage { topic: "support_room.team_changed", payload }).await
}
