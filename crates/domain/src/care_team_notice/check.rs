//! Every rule that a change of a care team must keep, and every reason why a notice does not.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate};

use super::{
    CareTeamNotice, CareTeamNoticeInput, ChangeInput, Facts, KnownRoom, MAX_CHANGES, MAX_DAYS_AHEAD, MAX_DAYS_BACK,
    MAX_REASON, TeamChange,
};
use crate::account::channel;
use crate::care_team::{Assignment, Change, ChangeRefused, apply, keeps_a_clinician};
use crate::open_days::japan_date;
use crate::support_room::{Member, coordinator, member, organization};
use crate::text::day;
use crate::words::TeamChangeKind;
use crate::{FieldError, NoteText, RoomId, Violations, fold_key};

impl CareTeamNoticeInput {
    /// The notice when it keeps every rule as the team stands now, else everything that is wrong with it.
    pub fn check(&self, facts: &Facts) -> Result<CareTeamNotice, Violations> {
        let mut v = Violations::new();
        let organization = organization(&mut v, self.organization_id, facts.organization.as_ref());
        let applicant = coordinator(&mut v, &self.applicant);
        let room = room(&mut v, self.room_id, facts);
        let changes = self.changes(&mut v, facts);
        let team_after = room.and_then(|(_, room)| self.team_after(&mut v, &changes, room, facts.now));
        let reason = v.optional("reason", &self.reason, reason);
        let channel = channel(&mut v, self.channel.as_deref(), facts.by_desk);
        v.in_order_of(&["organization_id", "applicant", "room_id", "changes", "reason", "channel"]);
        v.finish(|| {
            let (organization, organization_name) = organization?;
            Some(CareTeamNotice {
                organization,
                organization_name,
                applicant: applicant?,
                room: room?.0,
                changes: changes.into_iter().collect::<Option<_>>()?,
                reason: reason.unwrap_or_default(),
                channel: channel?,
                team_after: team_after?,
            })
        })
    }

    /// The changes, each with what could be read of it.
    fn changes(&self, v: &mut Violations, facts: &Facts) -> Vec<Option<TeamChange>> {
        if self.changes.is_empty() {
            v.push("changes", "required", "加える人か外す人を、一人以上入力してください。");
            return Vec::new();
        }
        if self.changes.len() > MAX_CHANGES {
            let message = format!("一度に届け出られる変更は{MAX_CHANGES}件までです。残りは別の届出にしてください。");
            v.push("changes", "too_many", message);
            return Vec::new();
        }
        let days = Reach { today: japan_date(facts.now), typed_on: self.typed_on };
        let records = self.changes.iter().enumerate().map(|(at, input)| (format!("changes[{at}]"), input));
        let changes = records.map(|(record, input)| change(v, &record, input, days, facts)).collect();
        awaited_twice(v, &self.changes);
        changes
    }

    /// The team after the notice, when the changes fit together and somebody whom R17 asks for always stays.
    fn team_after(
        &self,
        v: &mut Violations,
        changes: &[Option<TeamChange>],
        room: &KnownRoom,
        now: i64,
    ) -> Option<Vec<Assignment>> {
        let unread = self.changes.iter().zip(changes).filter(|(_, change)| change.is_none());
        let unread: Vec<Option<i64>> = unread.map(|(input, _)| input.user_id).collect();
        let whole = unread.is_empty() && !changes.is_empty();
        // Of whom a part could not be read, nothing is said yet: the rest may fit once it can.
        let mut of_team: Vec<(usize, Change)> = changes
            .iter()
            .enumerate()
            .filter_map(|(place, change)| Some((place, change.as_ref()?.of_team(now)?)))
            .filter(|(_, change)| !unread.contains(&Some(change.user().0)))
            .collect();
        let after = fitting(v, &mut of_team, room)?;
        if !whole {
            return None;
        }
        match keeps_a_clinician(&room.stays, &after, now) {
            Ok(()) => Some(after),
            Err(moment) => {
                no_clinician(v, moment);
                None
            }
        }
    }
}

/// The room that the notice names, while it is open.
fn room<'a>(v: &mut Violations, id: Option<i64>, facts: &'a Facts) -> Option<(RoomId, &'a KnownRoom)> {
    let Some(id) = id else {
        v.push("room_id", "required", "登録者支援の部屋を選んでください。");
        return None;
    };
    let Some(room) = &facts.room else {
        let message = "この部屋はないか、すでに閉じています。登録者支援の部屋を選び直してください。";
        v.push("room_id", "unknown_room", message);
        return None;
    };
    Some((RoomId(id), room))
}

/// Which days a change may name.
#[derive(Clone, Copy)]
struct Reach {
    today: NaiveDate,
    typed_on: Option<NaiveDate>,
}

impl Reach {
    fn day(self, raw: &str) -> Result<NaiveDate, FieldError> {
        let day = day(raw)?;
        let earliest = self.typed_on.and_then(|typed| typed.checked_sub_days(Days::new(MAX_DAYS_BACK)));
        if earliest.is_some_and(|earliest| day < earliest) {
            let message = format!("{MAX_DAYS_BACK}日より前の日付は届け出られません。今日の日付にしてください。");
            return Err(FieldError::new("too_long_ago", message));
        }
        let latest = self.today.checked_add_days(Days::new(MAX_DAYS_AHEAD));
        if latest.is_some_and(|latest| day > latest) {
            return Err(FieldError::new("too_far_ahead", "一年より先の日付は届け出られません。"));
        }
        Ok(day)
    }
}

fn change(v: &mut Violations, record: &str, input: &ChangeInput, days: Reach, facts: &Facts) -> Option<TeamChange> {
    let kind = v.word(format!("{record}.change"), &input.change, TeamChangeKind::parse);
    let on = v.field(format!("{record}.on"), days.day(&input.on));
    let member = match kind {
        // Without knowing what is asked for, nothing can be said of whom.
        None => None,
        Some(TeamChangeKind::Add) => member(v, record, &input.member(), &facts.people),
        Some(TeamChangeKind::Remove) => leaving(v, record, input, facts),
    };
    Some(TeamChange { kind: kind?, on: on?, member: member? })
}

/// The member who is taken out. The account need not be in use any more.
fn leaving(v: &mut Violations, record: &str, input: &ChangeInput, facts: &Facts) -> Option<Member> {
    let field = format!("{record}.user_id");
    let Some(id) = input.user_id else {
        v.push(field, "required", "外す人を、今の担当者の中から選んでください。");
        return None;
    };
    // What is wrong with the room is said at the room.
    let room = facts.room.as_ref()?;
    // Who comes for a while may be named with both days at once; whether the person is in then, the team says.
    let Some(known) = room.members.iter().chain(&facts.people).find(|person| person.user_id.0 == id) else {
        not_member(v, field);
        return None;
    };
    Some(Member {
        user: Some(known.user_id),
        name: known.name.clone(),
        kana: known.kana.clone(),
        profession: known.profession,
        organization_name: known.organization_name.clone(),
    })
}

fn not_member(v: &mut Violations, field: String) {
    let message = "この方は、その日にはこの部屋の担当者ではありません。選び直してください。";
    v.push_rule("R16", field, "not_member", message);
}

/// A person without account is named once. One with an account may leave and come back; the team says whether that fits.
fn awaited_twice(v: &mut Violations, changes: &[ChangeInput]) {
    let mut seen = BTreeMap::new();
    for (at, input) in changes.iter().enumerate().filter(|(_, input)| input.user_id.is_none()) {
        let who = [&input.name, &input.kana, &input.organization_name].map(|text| fold_key(text));
        if who.iter().all(String::is_empty) {
            continue;
        }
        if let Some(first) = seen.insert(who, at) {
            let message = format!("{}件目と同じ方です。どちらかを消してください。", first + 1);
            v.push(format!("changes[{at}].name"), "same_person_twice", message);
        }
    }
}

/// The team after the changes. When some do not fit, every person's first that does not is named.
fn fitting(v: &mut Violations, of_team: &mut Vec<(usize, Change)>, room: &KnownRoom) -> Option<Vec<Assignment>> {
    let mut refused = false;
    loop {
        let asked: Vec<Change> = of_team.iter().map(|(_, change)| change.clone()).collect();
        let (at, why) = match apply(&room.stays, &asked) {
            Ok(after) => return (!refused).then_some(after),
            Err(refusal) => refusal,
        };
        refused = true;
        let (place, user) = of_team.get(at).map(|(place, change)| (*place, change.user()))?;
        say_refused(v, format!("changes[{place}].user_id"), why);
        // What else does not fit of this person may follow from it.
        of_team.retain(|(_, change)| change.user() != user);
    }
}

fn no_clinician(v: &mut Violations, moment: i64) {
    let day = japan_date(moment);
    let message = format!(
        "このままでは、{}年{}月{}日から支援チームに医師も訪問看護師もいなくなります。\
         先に後任の医師か訪問看護師を加えてください。",
        day.year(),
        day.month(),
        day.day()
    );
    v.push_rule("R17", "changes", "no_clinician", message);
}

fn say_refused(v: &mut Violations, field: String, why: ChangeRefused) {
    match why {
        ChangeRefused::NotMember => not_member(v, field),
        ChangeRefused::AlreadyMember => {
            let message = "この方は、その日にはすでにこの部屋の担当者か、担当者になる予定です。";
            v.push_rule("R16", field, "already_member", message);
        }
    }
}

fn reason(raw: &str) -> Result<String, FieldError> {
    NoteText::within(MAX_REASON, raw).map(|reason| reason.as_str().to_owned())
}
