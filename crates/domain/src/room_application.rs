//! The application to open a collaboration room (R23, R24).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::account::channel;
use crate::collaboration_room::{DetailsFacts, DetailsInput, RoomDetails, details};
use crate::named_person::{
    AccountHolder, AccountHolderInput, KnownPerson, Named, RoomPerson, RoomPersonInput, holder, people,
};
use crate::words::{RoomCheck, RoomVisibility};
use crate::{Channel, Violations, lenient};

/// The number of this form in receipt numbers; it has none on paper.
pub const FORM: u8 = 1;

/// The most people whom an application may name besides its applicant.
pub const MAX_PARTICIPANTS: usize = 100;

/// An application to open a room, as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RoomApplicationInput {
    /// Who applies, and takes part from the opening on.
    #[schema(required = true)]
    pub applicant: AccountHolderInput,
    /// What the room is to be called: it says the purpose (R24). At most 60 characters.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub name: String,
    /// What it is for, at most 500 characters.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub purpose: String,
    /// A theme of the city's list.
    #[serde(deserialize_with = "lenient::optional_id")]
    #[schema(required = true)]
    pub theme_id: Option<i64>,
    /// Who takes part, in words: those whom the purpose needs (R24). At most 300 characters.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub scope: String,
    /// Who takes part from the opening on besides the applicant, at most 100.
    #[schema(required = true)]
    pub participants: Vec<RoomPersonInput>,
    /// Whether others find it in the list.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = RoomVisibility, required = true)]
    pub visibility: String,
    /// The rules of such rooms are accepted (R23).
    #[serde(deserialize_with = "lenient::tick")]
    #[schema(required = true)]
    pub rules_accepted: bool,
    /// How it arrived, when a clerk enters it; electronic when absent.
    #[serde(deserialize_with = "lenient::optional_text", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Channel>)]
    pub channel: Option<String>,
}

/// What the check has to know of the world; the caller reads it from the database.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// About the details.
    pub details: DetailsFacts,
    /// Those active accounts that the form may mean.
    pub people: Vec<KnownPerson>,
    /// Whether a clerk of a desk enters it (R12).
    pub by_desk: bool,
}

/// An application that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomApplication {
    /// Who applies.
    pub applicant: AccountHolder,
    /// What the room is to be.
    pub details: RoomDetails,
    /// Who takes part besides.
    pub participants: Vec<RoomPerson>,
    /// How it arrived.
    pub channel: Channel,
}

impl RoomApplicationInput {
    /// Everybody whom it names.
    pub fn named(&self) -> Named {
        Named::on(&self.applicant, &self.participants)
    }

    /// The application when it keeps every rule, else everything that is wrong with it.
    pub fn check(&self, facts: &Facts) -> Result<RoomApplication, Violations> {
        let mut v = Violations::new();
        let applicant = holder(&mut v, &self.applicant, &facts.people);
        let input = DetailsInput {
            name: &self.name,
            purpose: &self.purpose,
            theme_id: self.theme_id,
            scope: &self.scope,
            visibility: &self.visibility,
        };
        let details = details(&mut v, input, &facts.details);
        let participants = people(&mut v, "participants", &self.participants, &facts.people, MAX_PARTICIPANTS);
        if !self.rules_accepted {
            let message = "職種連携の部屋のルールを読み、守ることに同意してください。";
            v.push_rule("R23", "rules_accepted", "rules_required", message);
        }
        let channel = channel(&mut v, self.channel.as_deref(), facts.by_desk);
        v.finish(|| {
            let applicant = applicant?;
            let mut participants = participants?;
            // Who applies takes part anyway.
            participants.retain(|person| person.person.user_id != applicant.person.user_id);
            Some(RoomApplication { applicant, details: details?, participants, channel: channel? })
        })
    }
}

impl From<&RoomApplication> for RoomApplicationInput {
    fn from(application: &RoomApplication) -> Self {
        let details = &application.details;
        Self {
            applicant: AccountHolderInput::from(&application.applicant),
            name: details.name.as_str().to_owned(),
            purpose: details.purpose.as_str().to_owned(),
            theme_id: Some(details.theme.0),
            scope: details.scope.as_str().to_owned(),
            participants: application.participants.iter().map(RoomPersonInput::from).collect(),
            visibility: details.visibility.as_str().to_owned(),
            rules_accepted: true,
            channel: kept_channel(application.channel),
        }
    }
}

/// A channel as it is kept: the usual one is not said.
pub(crate) fn kept_channel(channel: Channel) -> Option<String> {
    (channel != Channel::Electronic).then(|| channel.as_str().to_owned())
}

/// What the city has not made sure of yet; nothing may be missing when it opens the room (R23).
pub fn missing_checks(done: &BTreeSet<RoomCheck>) -> Vec<RoomCheck> {
    RoomCheck::ALL.iter().copied().filter(|check| !done.contains(check)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ThemeId;
    use crate::named_person::tests::{known, login_id, typed};

    fn facts() -> Facts {
        Facts {
            details: DetailsFacts { theme: Some(ThemeId(3)), name_in_use: false },
            people: vec![known(1, "佐藤 太郎"), known(2, "山田 花子")],
            by_desk: false,
        }
    }

    fn input() -> RoomApplicationInput {
        RoomApplicationInput {
            applicant: AccountHolderInput {
                login_id: login_id(1),
                name: "佐藤 太郎".to_owned(),
                phone: "047-300-0000".to_owned(),
            },
            name: "褥瘡ケア研修の連絡".to_owned(),
            purpose: "研修の日程と資料を知らせ合います。".to_owned(),
            theme_id: Some(3),
            scope: "研修に参加する看護師".to_owned(),
            participants: vec![RoomPersonInput::default(), typed(2, "山田 花子"), typed(1, "佐藤 太郎")],
            visibility: "listed".to_owned(),
            rules_accepted: true,
            channel: None,
        }
    }

    #[test]
    fn what_was_checked_is_kept_and_checks_again() {
        let application = input().check(&facts()).unwrap();
        assert_eq!(application.participants.len(), 1, "the applicant is not named twice");
        let kept = RoomApplicationInput::from(&application);
        assert_eq!(RoomApplicationInput::from(&kept.check(&facts()).unwrap()), kept);
    }

    #[test]
    fn r23_rules_are_accepted() {
        let refused = RoomApplicationInput { rules_accepted: false, ..input() }.check(&facts()).unwrap_err();
        assert!(refused.has("rules_accepted", "rules_required"));
        assert_eq!(refused.rule(), Some("R23"));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let refused = RoomApplicationInput::default().check(&Facts::default()).unwrap_err();
        let fields: Vec<&str> = refused.iter().map(|found| found.field.as_str()).collect();
        let expected = [
            "applicant.login_id",
            "applicant.name",
            "name",
            "purpose",
            "theme_id",
            "scope",
            "visibility",
            "rules_accepted",
        ];
        assert_eq!(fields, expected);
    }

    #[test]
    fn r23_all_checks_are_wanted() {
        let mut done = BTreeSet::new();
        assert_eq!(missing_checks(&done), RoomCheck::ALL);
        done.extend(RoomCheck::ALL);
        assert!(missing_checks(&done).is_empty());
    }
}
