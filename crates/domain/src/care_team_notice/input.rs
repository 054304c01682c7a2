//! A change of a care team as it is sent: nothing checked yet, and echoed back as it came.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CareTeamNotice, TeamChange};
use crate::account::ApplicantInput;
use crate::support_room::MemberInput;
use crate::words::TeamChangeKind;
use crate::{Channel, Profession, lenient};

/// A change of a care team as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CareTeamNoticeInput {
    /// The number of the organization from which it comes; the filer's own when absent.
    #[serde(deserialize_with = "lenient::optional_id")]
    #[schema(required = true)]
    pub organization_id: Option<i64>,
    /// Who coordinates the team (R15). What is absent is taken from the filer's account; the mailbox may be empty.
    #[schema(required = true)]
    pub applicant: ApplicantInput,
    /// The room whose team changes.
    #[serde(deserialize_with = "lenient::optional_id")]
    #[schema(required = true)]
    pub room_id: Option<i64>,
    /// What changes, 1 to 50.
    #[schema(required = true)]
    pub changes: Vec<ChangeInput>,
    /// Why, at most 500 characters; may be empty.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub reason: String,
    /// How it arrived, when a clerk enters it; electronic when absent.
    #[serde(deserialize_with = "lenient::optional_text", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Channel>)]
    pub channel: Option<String>,
    /// The day on which it was typed; none for a notice that was kept. One that waited for weeks is not refused for its
    /// days then, but one that is typed is.
    #[serde(skip)]
    pub typed_on: Option<NaiveDate>,
}

/// One change as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ChangeInput {
    /// What.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(value_type = TeamChangeKind, required = true)]
    pub change: String,
    /// The day from whose beginning it holds; today and before: from the acceptance. At most 30 days back and 366 ahead.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub on: String,
    /// The account, from the directory or the team. The rest is then taken from there. Only a person who is added may be
    /// without.
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

impl CareTeamNoticeInput {
    /// The accounts that the notice names by number.
    pub fn user_ids(&self) -> BTreeSet<i64> {
        self.changes.iter().filter_map(|change| change.user_id).collect()
    }
}

impl ChangeInput {
    /// Whom it is about.
    pub fn member(&self) -> MemberInput {
        MemberInput {
            user_id: self.user_id,
            name: self.name.clone(),
            kana: self.kana.clone(),
            profession: self.profession.clone(),
            organization_name: self.organization_name.clone(),
        }
    }
}

impl From<&CareTeamNotice> for CareTeamNoticeInput {
    fn from(notice: &CareTeamNotice) -> Self {
        Self {
            organization_id: Some(notice.organization.0),
            applicant: ApplicantInput::from(&notice.applicant),
            room_id: Some(notice.room.0),
            changes: notice.changes.iter().map(ChangeInput::from).collect(),
            reason: notice.reason.clone(),
            channel: (notice.channel != Channel::Electronic).then(|| notice.channel.as_str().to_owned()),
            typed_on: None,
        }
    }
}

impl From<&TeamChange> for ChangeInput {
    fn from(change: &TeamChange) -> Self {
        let member = MemberInput::from(&change.member);
        Self {
            change: change.kind.as_str().to_owned(),
            on: change.on.to_string(),
            user_id: member.user_id,
            name: member.name,
            kana: member.kana,
            profession: member.profession,
            organization_name: member.organization_name,
        }
    }
}
