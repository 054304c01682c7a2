//! Forms 7 and 8 as they are sent: nothing checked yet, and echoed back as they came.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Consent, Coordinator, Member, SupportRoom};
use crate::account::ApplicantInput;
use crate::registrant::Registrant;
use crate::words::{MissingPart, SignedBy};
use crate::{Channel, Email, PhoneNumber, PostalCode, Profession, UserId, lenient};

/// Forms 7 and 8 as sent. Either half may be missing (R14), not both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SupportRoomInput {
    /// The number of the organization from which it comes; the filer's own when absent.
    #[serde(deserialize_with = "lenient::optional_id")]
    #[schema(required = true)]
    pub organization_id: Option<i64>,
    /// Who coordinates the team (R15). What is absent is taken from the filer's account; the mailbox may be empty.
    #[schema(required = true)]
    pub applicant: ApplicantInput,
    /// Whose room it is.
    #[schema(required = true)]
    pub registrant: RegistrantInput,
    /// Form 7.
    #[schema(required = true)]
    pub consent: Option<ConsentInput>,
    /// Form 8.
    #[schema(required = true)]
    pub team: Option<TeamInput>,
    /// How it arrived, when a clerk enters it; electronic when absent.
    #[serde(deserialize_with = "lenient::optional_text", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Channel>)]
    pub channel: Option<String>,
}

/// A registrant as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RegistrantInput {
    /// The name.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub name: String,
    /// Its reading.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub kana: String,
    /// The day of birth, `1938-05-21`.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub birth_date: String,
    /// The postal code; may be empty.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub postal_code: String,
    /// The address.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub address: String,
    /// The telephone; may be empty.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub phone: String,
}

/// Form 7 as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConsentInput {
    /// Who signed.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = SignedBy, required = true)]
    pub signed_by: String,
    /// The representative's name, when one signed.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub representative_name: String,
    /// What the representative is to the registrant; empty when the person signed.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub representative_relation: String,
    /// When it was signed.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub signed_on: String,
    /// When the person agreed that a scan counts as the original (R19); empty when not.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub scan_agreed_on: String,
}

/// Form 8 as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TeamInput {
    /// The care team, 1 to 50.
    #[schema(required = true)]
    pub members: Vec<MemberInput>,
}

/// A member as sent: by the number of an account, or in words when the person has none yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MemberInput {
    /// The account, from the directory. The rest is then taken from there.
    #[serde(deserialize_with = "lenient::optional_id")]
    #[schema(required = true)]
    pub user_id: Option<i64>,
    /// The name.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub name: String,
    /// Its reading.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub kana: String,
    /// What the person works as.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = Profession, required = true)]
    pub profession: String,
    /// Where.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub organization_name: String,
}

impl SupportRoomInput {
    /// The accounts that the form names by number.
    pub fn user_ids(&self) -> BTreeSet<i64> {
        self.team.iter().flat_map(|team| &team.members).filter_map(|member| member.user_id).collect()
    }

    /// The halves of the set that are missing (R14).
    pub fn missing(&self) -> Vec<MissingPart> {
        let consent = self.consent.is_none().then_some(MissingPart::Consent);
        let team = self.team.is_none().then_some(MissingPart::Team);
        consent.into_iter().chain(team).collect()
    }
}

impl From<&SupportRoom> for SupportRoomInput {
    fn from(form: &SupportRoom) -> Self {
        let members: Vec<MemberInput> = form.members.iter().map(MemberInput::from).collect();
        Self {
            organization_id: Some(form.organization.0),
            applicant: ApplicantInput::from(&form.applicant),
            registrant: RegistrantInput::from(&form.registrant),
            consent: form.consent.as_ref().map(ConsentInput::from),
            team: Some(TeamInput { members }).filter(|team| !team.members.is_empty()),
            channel: (form.channel != Channel::Electronic).then(|| form.channel.as_str().to_owned()),
        }
    }
}

impl From<&Coordinator> for ApplicantInput {
    fn from(coordinator: &Coordinator) -> Self {
        Self {
            name: coordinator.name.as_str().to_owned(),
            kana: coordinator.kana.as_str().to_owned(),
            email: coordinator.email.as_ref().map(Email::to_string).unwrap_or_default(),
            phone: coordinator.phone.as_str().to_owned(),
        }
    }
}

impl From<&Registrant> for RegistrantInput {
    fn from(registrant: &Registrant) -> Self {
        Self {
            name: registrant.name.as_str().to_owned(),
            kana: registrant.kana.as_str().to_owned(),
            birth_date: registrant.birth_date.to_string(),
            postal_code: registrant.postal_code.as_ref().map(PostalCode::to_string).unwrap_or_default(),
            address: registrant.address.as_str().to_owned(),
            phone: registrant.phone.as_ref().map(PhoneNumber::to_string).unwrap_or_default(),
        }
    }
}

impl From<&Consent> for ConsentInput {
    fn from(consent: &Consent) -> Self {
        let representative = consent.representative.as_ref();
        let relation = representative.map(|person| person.relation.as_str().to_owned());
        Self {
            signed_by: consent.signed_by.as_str().to_owned(),
            representative_name: representative.map(|person| person.name.to_string()).unwrap_or_default(),
            representative_relation: relation.unwrap_or_default(),
            signed_on: consent.signed_on.to_string(),
            scan_agreed_on: consent.scan_agreed_on.map(|day| day.to_string()).unwrap_or_default(),
        }
    }
}

impl From<&Member> for MemberInput {
    fn from(member: &Member) -> Self {
        Self {
            user_id: member.user.map(|UserId(id)| id),
            name: member.name.as_str().to_owned(),
            kana: member.kana.as_str().to_owned(),
            profession: member.profession.as_str().to_owned(),
            organization_name: member.organization_name.as_str().to_owned(),
        }
    }
}
