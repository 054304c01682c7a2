//! What the acceptance of Forms 7 and 8 brings about: registrant, consent, room and team, and everybody is told.

use super::SupportRoomApplications;
use super::desk::{Checks, Original};
use super::original::scan_counts;
use super::similar::similar;
use applications::{Application, Clerk, tie_to_room};
use chrono::NaiveDate;
use domain::care_team::{Assignment, Change, apply, keeps_a_clinician, without_clinician_from};
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::support_room::{Consent, Member, SupportRoom};
use domain::text::pairs;
use domain::validation::Violations;
use domain::words::{OriginalReceivedBy, RoomEventKind};
use serde::Deserialize;
use serde_json::json;
use web::{Actor, AuditEvent, CareTeam, Clock, OutboxMessage, Problem, RoomEvent, Transaction, params};

/// Opens the room, or adds to the one that the registrant has.
pub(crate) async fn accept(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: &Application,
    form: &SupportRoom,
) -> Result<(), Problem> {
    let consent = form.consent.as_ref().ok_or_else(|| Problem::internal("no consent"))?;
    let checks = Checks::load(transaction, application).await?;
    let original = checks.original.clone().ok_or_else(original_missing)?;
    let filed = application.content::<SupportRoomApplications>()?;
    scan_counts(&filed, original.received_by, Some(original.received_on))?;
    if original.received_by == OriginalReceivedBy::InternalMail && original.file_id.is_none() {
        return Err(original_missing());
    }
    let registrant = registrant_of(transaction, clock, &checks, form).await?;
    add_consent(transaction, clock, application, registrant, (consent, &original)).await?;
    let (room, is_new) = room_of(transaction, clock, registrant).await?;
    tie_to_room(transaction, application.id, room).await?;
    let joined = set_team(transaction, clock, application, room, &form.members).await?;
    await_accounts(transaction, clock, application, room, &form.members).await?;
    tell(transaction, clock, by, (application, room, registrant), is_new, &joined).await
}

fn original_missing() -> Problem {
    let message = "同意書の原本をまだ確かめていません。原本を受け取り、記録してから受理してください。";
    Problem::conflict("original_missing", message).rule("R19")
}

/// The registrant whom the desk chose, or a new one; undecided likeness is refused.
async fn registrant_of(
    transaction: &Transaction<'_>,
    clock: Clock,
    checks: &Checks,
    form: &SupportRoom,
) -> Result<RegistrantId, Problem> {
    #[derive(Deserialize)]
    struct Inserted {
        id: RegistrantId,
    }
    let alike = similar(transaction, &(&form.registrant).into()).await?;
    if let Some(chosen) = checks.identity.registrant_id {
        if alike.iter().any(|registrant| registrant.registrant_id == chosen) {
            return Ok(chosen);
        }
        let message = "選んだ登録者と、申請の内容が合わなくなりました。もう一度確かめてください。";
        return Err(Problem::conflict("identity_undecided", message));
    }
    if !checks.identity.decided && !alike.is_empty() {
        let message = "同じ方かもしれない登録者がいます。同じ方か別の方かを決めてから受理してください。";
        return Err(Problem::conflict("identity_undecided", message));
    }
    let registrant = &form.registrant;
    let row = params![
        registrant.name.as_str(),
        registrant.name.key(),
        registrant.kana.as_str(),
        registrant.kana.key(),
        registrant.birth_date,
        registrant.postal_code.as_ref().map_or("", |code| code.as_str()),
        registrant.address.as_str(),
        registrant.phone.as_ref().map_or("", |phone| phone.as_str()),
        clock.now()
    ];
    let inserted: Inserted = transaction.one(include_str!("../../sql/insert-registrant.sql"), row).await?;
    let words = pairs([registrant.name.as_str(), registrant.kana.as_str()]);
    transaction.run(include_str!("../../sql/put-registrant-words.sql"), params![inserted.id, words]).await?;
    Ok(inserted.id)
}

async fn add_consent(
    transaction: &Transaction<'_>,
    clock: Clock,
    application: &Application,
    registrant: RegistrantId,
    (consent, original): (&Consent, &Original),
) -> Result<(), Problem> {
    let representative = consent.representative.as_ref();
    let row = params![
        registrant,
        application.id,
        consent.signed_by.as_str(),
        representative.map(|person| person.name.as_str()),
        representative.map(|person| person.relation.as_str()),
        consent.signed_on,
        consent.scan_agreed_on,
        original.received_by.as_str(),
        original.received_on,
        clock.now(),
        original.file_id
    ];
    Ok(transaction.run(include_str!("../../sql/insert-consent.sql"), row).await?)
}

/// The registrant's open room, or a new one; and whether it is new.
async fn room_of(
    transaction: &Transaction<'_>,
    clock: Clock,
    registrant: RegistrantId,
) -> Result<(RoomId, bool), Problem> {
    #[derive(Deserialize)]
    struct Found {
        id: RoomId,
    }
    let open: Option<Found> =
        transaction.first(include_str!("../../sql/open-room-of-registrant.sql"), params![registrant]).await?;
    if let Some(open) = open {
        return Ok((open.id, false));
    }
    let new: Found =
        transaction.one(include_str!("../../sql/insert-room.sql"), params![registrant, clock.now()]).await?;
    Ok((new.id, true))
}

/// Everybody with an account comes in at once; who is in already stays. R17 counts only those who can log in.
async fn set_team(
    transaction: &Transaction<'_>,
    clock: Clock,
    application: &Application,
    room: RoomId,
    members: &[Member],
) -> Result<Vec<UserId>, Problem> {
    let now = clock.now();
    let mut team = CareTeam::load(transaction, room).await?;
    let before: Vec<Assignment> = team.stays().to_vec();
    let there = |user: UserId| before.iter().any(|stay| stay.user == user && stay.holds_from(now.0));
    let changes: Vec<Change> = members
        .iter()
        .filter_map(|member| Some((member.user?, member.profession)))
        .filter(|(user, _)| !there(*user))
        .map(|(user, profession)| Change::Add { user, profession, at: now.0 })
        .collect();
    let after = apply(&before, &changes).map_err(|(_, refused)| Problem::internal(refused))?;
    let lacks = without_clinician_from(&after, now.0).is_some();
    if lacks && (before.is_empty() || keeps_a_clinician(&before, &after, now.0).is_err()) {
        let message =
            "アカウントのある医師か訪問看護師が、少なくとも一人必要です。アカウントができてから受理してください。";
        let mut violations = Violations::new();
        violations.push_rule("R17", "team.members", "no_clinician", message);
        return Err(Problem::invalid(violations));
    }
    team.become_team(transaction, clock, application.id, after).await?;
    Ok(changes.iter().map(Change::user).collect())
}

/// People without account are remembered until they have one (R16: the Form 8 has named them).
async fn await_accounts(
    transaction: &Transaction<'_>,
    clock: Clock,
    application: &Application,
    room: RoomId,
    members: &[Member],
) -> Result<(), Problem> {
    for member in members.iter().filter(|member| member.user.is_none()) {
        await_account(transaction, clock, (application, room), member, None).await?;
    }
    Ok(())
}

/// Remembers one person without account, who is to belong to the team from this day on; none: at once.
pub(crate) async fn await_account(
    transaction: &Transaction<'_>,
    clock: Clock,
    (application, room): (&Application, RoomId),
    member: &Member,
    wanted_from: Option<NaiveDate>,
) -> Result<(), Problem> {
    let row = params![
        room,
        application.id,
        member.name.as_str(),
        member.name.key(),
        member.kana.as_str(),
        member.kana.key(),
        member.profession.as_str(),
        member.organization_name.as_str(),
        clock.now(),
        wanted_from
    ];
    Ok(transaction.run(include_str!("../../sql/await-account.sql"), row).await?)
}

/// The room, the audit trail and whoever came in are told.
async fn tell(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    (application, room, registrant): (&Application, RoomId, RegistrantId),
    is_new: bool,
    joined: &[UserId],
) -> Result<(), Problem> {
    let kind = if is_new { RoomEventKind::Opened } else { RoomEventKind::ConsentAdded };
    RoomEvent { room, kind, about: None, actor: Some(by.user), note: None }.add(transaction, clock).await?;
    for user in joined {
        let kind = RoomEventKind::MemberJoined;
        RoomEvent { room, kind, about: Some(*user), actor: Some(by.user), note: None }.add(transaction, clock).await?;
    }
    let event = AuditEvent {
        actor: Actor::User(by.user),
        action: if is_new { "support_room.opened" } else { "support_room.consent_added" },
        subject: format!("room:{room}"),
        detail: json!({ "registrant": registrant, "application": application.receipt_number, "members": joined }),
    };
    transaction.audit(clock, event).await?;
    let payload = json!({ "room": room, "users": joined });
    let topic = if is_new { "support_room.opened" } else { "support_room.member_joined" };
    Ok(transaction.enqueue(clock, OutboxMessage { topic, payload }).await?)
}
