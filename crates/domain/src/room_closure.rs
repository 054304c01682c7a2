//! The request to close a collaboration room that is no longer needed (R26).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::account::channel;
use crate::collaboration_room::MAX_REASON;
use crate::membership_application::known_room;
use crate::named_person::{AccountHolder, AccountHolderInput, KnownPerson, Named, holder};
use crate::room_application::kept_channel;
use crate::text::RoomName;
use crate::{Channel, NoteText, RoomId, Violations, lenient};

/// The number of this form in receipt numbers; it has none on paper.
pub const FORM: u8 = 3;

/// A request to close a room, as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RoomClosureInput {
    /// Who asks: somebody who is in the room.
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
    /// Why it is no longer needed; may be empty. At most 500 characters.
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

/// A request that keeps every rule. Whether the applicant is in the room is asked when it arrives, not at the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomClosure {
    /// Who asks.
    pub applicant: AccountHolder,
    /// Which room.
    pub room: RoomId,
    /// What it is called.
    pub room_name: RoomName,
    /// Why; may be empty.
    pub reason: String,
    /// How it arrived.
    pub channel: Channel,
}

impl RoomClosureInput {
    /// Who it names.
    pub fn named(&self) -> Named {
        Named::on(&self.applicant, &[])
    }

    /// The request when it keeps every rule, else everything that is wrong with it.
    pub fn check(&self, facts: &Facts) -> Result<RoomClosure, Violations> {
        let mut v = Violations::new();
        let applicant = holder(&mut v, &self.applicant, &facts.people);
        let room = known_room(&mut v, self.room_id, &self.room_name, facts.room.as_ref());
        let reason = v.optional("reason", &self.reason, |raw| NoteText::within(MAX_REASON, raw));
        let channel = channel(&mut v, self.channel.as_deref(), facts.by_desk);
        v.finish(|| {
            let (room, room_name) = room?;
            Some(RoomClosure {
                applicant: applicant?,
                room,
                room_name,
                reason: reason.map(|reason| reason.as_str().to_owned()).unwrap_or_default(),
                channel: channel?,
            })
        })
    }
}

impl From<&RoomClosure> for RoomClosureInput {
    fn from(closure: &RoomClosure) -> Self {
        Self {
            applicant: AccountHolderInput::from(&closure.applicant),
            room_id: Some(closure.room.0),
            room_name: closure.room_name.as_str().to_owned(),
            reason: closure.reason.clone(),
            channel: kept_channel(closure.channel),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::named_person::tests::{known, login_id};

    #[test]
    fn r26_one_click_needs_no_reason() {
        let facts = Facts {
            room: Some((RoomId(5), RoomName::parse("褥瘡ケア研修").unwrap())),
            people: vec![known(1, "佐藤 太郎")],
            by_desk: false,
        };
        let applicant =
            AccountHolderInput { login_id: login_id(1), name: "佐藤太郎".to_owned(), phone: String::new() };
        let input = RoomClosureInput { applicant, room_id: Some(5), ..RoomClosureInput::default() };
        let closure = input.check(&facts).unwrap();
        assert_eq!((closure.room, closure.reason.as_str()), (RoomId(5), ""));
        assert_eq!(RoomClosureInput::from(&closure).check(&facts).unwrap(), closure);
        let nothing = RoomClosureInput::default().check(&Facts::default()).unwrap_err();
        assert!(nothing.has("applicant.login_id", "required") && nothing.has("room_name", "required"));
    }
}
