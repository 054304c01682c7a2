//! The application to join or to leave a collaboration room: one form for both, whose first question is which (R25).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::account::channel;
use crate::collaboration_room::MAX_REASON;
use crate::named_person::{
    AccountHolder, AccountHolderInput, KnownPerson, Named, RoomPerson, RoomPersonInput, holder, people,
};
use crate::room_application::kept_channel;
use crate::text::RoomName;
use crate::words::MembershipChange;
use crate::{Channel, NoteText, RoomId, Violations, lenient};

/// The number of this form in receipt numbers; it has none on paper.
pub const FORM: u8 = 2;

/// The most people whom one application may name.
pub const MAX_PEOPLE: usize = 50;

/// An application to join or to leave, as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MembershipApplicationInput {
    /// Which of the two.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = MembershipChange, required = true)]
    pub change: String,
    /// Who applies; need not be one of the people.
    #[schema(required = true)]
    pub applicant: AccountHolderInput,
    /// The number of the room.
    #[serde(deserialize_with = "lenient::optional_id")]
    #[schema(required = true)]
    pub room_id: Option<i64>,
    /// What the room is called; needed when its number is not given.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub room_name: String,
    /// Who is to join or to leave, 1 to 50.
    #[schema(required = true)]
    pub people: Vec<RoomPersonInput>,
    /// What they have to do with the purpose of the room (R24), or why they leave. Needed to join; at most 500 characters.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub reason: String,
    /// How it arrived, when a clerk enters it; electronic when absent.
    #[serde(deserialize_with = "lenient::optional_text", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Channel>)]
    pub channel: Option<String>,
}

/// What the check has to know of the world; the caller reads it from the database.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The open collaboration room that the form means.
    pub room: Option<(RoomId, RoomName)>,
    /// Those active accounts that the form may mean.
    pub people: Vec<KnownPerson>,
    /// Whether a clerk of a desk enters it (R12).
    pub by_desk: bool,
}

/// An application that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembershipApplication {
    /// Which of the two.
    pub change: MembershipChange,
    /// Who applies.
    pub applicant: AccountHolder,
    /// Which room.
    pub room: RoomId,
    /// What it is called.
    pub room_name: RoomName,
    /// Who is to join or to leave.
    pub people: Vec<RoomPerson>,
    /// Why; may be empty for those who leave.
    pub reason: String,
    /// How it arrived.
    pub channel: Channel,
}

impl MembershipApplicationInput {
    /// Everybody whom it names.
    pub fn named(&self) -> Named {
        Named::on(&self.applicant, &self.people)
    }

    /// The application when it keeps every rule, else everything that is wrong with it.
    pub fn check(&self, facts: &Facts) -> Result<MembershipApplication, Violations> {
        let mut v = Violations::new();
        let change = v.word("change", &self.change, MembershipChange::parse);
        let applicant = holder(&mut v, &self.applicant, &facts.people);
        let room = known_room(&mut v, self.room_id, &self.room_name, facts.room.as_ref());
        let people = people(&mut v, "people", &self.people, &facts.people, MAX_PEOPLE);
        if self.people.iter().all(RoomPersonInput::is_blank) {
            v.push("people", "required", "参加又は退出する人を、一人以上入力してください。");
        }
        if change == Some(MembershipChange::Leave) && !facts.by_desk {
            ones_own(&mut v, applicant.as_ref(), people.as_deref());
        }
        let reason = match change {
            Some(MembershipChange::Leave) => {
                Some(v.optional("reason", &self.reason, |raw| NoteText::within(MAX_REASON, raw)))
            }
            _ => v.field("reason", NoteText::within(MAX_REASON, &self.reason)).map(Some),
        };
        let channel = channel(&mut v, self.channel.as_deref(), facts.by_desk);
        v.in_order_of(&["change", "applicant", "room_id", "room_name", "people", "reason", "channel"]);
        v.finish(|| {
            let (room, room_name) = room?;
            Some(MembershipApplication {
                change: change?,
                applicant: applicant?,
                room,
                room_name,
                people: people?,
                reason: reason?.map(|reason| reason.as_str().to_owned()).unwrap_or_default(),
                channel: channel?,
            })
        })
    }
}

/// R25: to leave, one asks for oneself, or as manager for the people of one's organization.
fn ones_own(v: &mut Violations, applicant: Option<&AccountHolder>, people: Option<&[RoomPerson]>) {
    let (Some(applicant), Some(people)) = (applicant, people) else { return };
    let applicant = &applicant.person;
    let is_own = |person: &KnownPerson| {
        person.user_id == applicant.user_id || (applicant.is_manager && person.organization == applicant.organization)
    };
    for person in people.iter().filter(|person| !is_own(&person.person)) {
        let message = "ほかの方の退出を申請できるのは、その方の団体のシステム管理担当者だけです。";
        v.push_rule("R25", person.field("people"), "not_yours", message);
    }
}

/// The open collaboration room that a form means by number or by name; what is wrong is said where it was typed.
pub(crate) fn known_room(
    v: &mut Violations,
    id: Option<i64>,
    name: &str,
    known: Option<&(RoomId, RoomName)>,
) -> Option<(RoomId, RoomName)> {
    if let Some(known) = known {
        return Some(known.clone());
    }
    let (field, message) = match id {
        Some(_) => ("room_id", "この番号の部屋はないか、すでに閉じています。"),
        None if name.trim().is_empty() => {
            v.push("room_name", "required", "部屋の名前か番号を入力してください。");
            return None;
        }
        None => ("room_name", "この名前の部屋はないか、すでに閉じています。名前を正確に入力してください。"),
    };
    v.push(field, "unknown_room", message);
    None
}

impl From<&MembershipApplication> for MembershipApplicationInput {
    fn from(application: &MembershipApplication) -> Self {
        Self {
            change: application.change.as_str().to_owned(),
            applicant: AccountHolderInput::from(&application.applicant),
            room_id: Some(application.room.0),
            room_name: application.room_name.as_str().to_owned(),
            people: application.people.iter().map(RoomPersonInput::from).collect(),
            reason: application.reason.clone(),
            channel: kept_channel(application.channel),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OrganizationId;
    use crate::named_person::tests::{known, login_id, typed};

    fn facts() -> Facts {
        Facts {
            room: Some((RoomId(5), RoomName::parse("褥瘡ケア研修").unwrap())),
            people: vec![known(1, "佐藤 太郎"), known(2, "山田 花子")],
            by_desk: false,
        }
    }

    fn input(change: &str) -> MembershipApplicationInput {
        MembershipApplicationInput {
            change: change.to_owned(),
            applicant: AccountHolderInput {
                login_id: login_id(1),
                name: "佐藤 太郎".to_owned(),
                ..AccountHolderInput::default()
            },
            room_id: Some(5),
            people: vec![RoomPersonInput::default(), typed(2, "山田 花子")],
            reason: "研修の講師です。".to_owned(),
            ..MembershipApplicationInput::default()
        }
    }

    #[test]
    fn r25_anybody_asks_to_join_for_several() {
        let mut input = input("join");
        input.people.push(typed(1, "佐藤 太郎"));
        let application = input.check(&facts()).unwrap();
        assert_eq!(application.people.len(), 2);
        let kept = MembershipApplicationInput::from(&application);
        assert_eq!(kept.room_name, "褥瘡ケア研修");
        assert_eq!(MembershipApplicationInput::from(&kept.check(&facts()).unwrap()), kept);
    }

    #[test]
    fn r25_to_leave_is_asked_for_oneself_or_by_the_manager() {
        let refused = input("leave").check(&facts()).unwrap_err();
        assert!(refused.has("people[1].login_id", "not_yours"), "{refused}");
        assert_eq!(refused.rule(), Some("R25"));
        let mut world = facts();
        world.people[0].is_manager = true;
        assert!(input("leave").check(&world).is_err(), "of another organization");
        world.people[1].organization = OrganizationId(1);
        assert!(input("leave").check(&world).is_ok());
        assert!(input("leave").check(&Facts { by_desk: true, ..facts() }).is_ok());
        let oneself =
            MembershipApplicationInput {
                people: vec![typed(1, "佐藤 太郎")], reason: String::new(), ..input("leave")
            };
        assert!(oneself.check(&facts()).is_ok());
    }

    #[test]
    fn the_room_is_meant_by_number_or_name() {
        let gone = Facts { room: None, ..facts() };
        assert!(input("join").check(&gone).unwrap_err().has("room_id", "unknown_room"));
        let named = MembershipApplicationInput { room_id: None, room_name: "どこか".to_owned(), ..input("join") };
        assert!(named.check(&gone).unwrap_err().has("room_name", "unknown_room"));
        let unnamed = MembershipApplicationInput { room_id: None, ..input("join") };
        assert!(unnamed.check(&gone).unwrap_err().has("room_name", "required"));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once_and_in_order() {
        let refused = MembershipApplicationInput::default().check(&Facts::default()).unwrap_err();
        let fields: Vec<&str> = refused.iter().map(|found| found.field.as_str()).collect();
        assert_eq!(fields, ["change", "applicant.login_id", "applicant.name", "room_name", "people", "reason"]);
    }
}
