//! Row ids as distinct types, so that one cannot stand where another belongs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The text of a path segment is no id: not a positive decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is a positive decimal number")]
pub struct InvalidId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                positive_decimal(text).map(Self).ok_or(InvalidId)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> i64 {
                id.0
            }
        }
    )*};
}

ids! {
    /// A person with an account.
    UserId,
    /// A clinic, nursing station, the city …
    OrganizationId,
    /// An application of any form.
    ApplicationId,
    /// A printed notice with login ID and one-time code (R4).
    NoticeId,
    /// A device managed by an organization (R6).
    DeviceId,
    /// A support room or a collaboration room.
    RoomId,
    /// The person whose care is shared in a support room.
    RegistrantId,
    /// A tag of the city's common set (R28).
    TagId,
    /// A theme of collaboration rooms, from the city's list (R23).
    ThemeId,
    /// A message of a room.
    MessageId,
    /// A file of a room, or of a mail: each has numbers of its own.
    FileId,
    /// A visit to a registrant, or a series of visits.
    VisitId,
    /// A document of a registrant.
    DocumentId,
    /// A folder that a team made for its documents.
    FolderId,
    /// A record of another system on its way into a room, or there.
    TakeoverId,
    /// A mail between users (R29).
    MailId,
    /// A mail and its answers.
    MailThreadId,
    /// A mail that is begun and not sent.
    MailDraftId,
    /// Where mails lie for somebody: for a user, or for a desk, which all clerks of that desk share.
    MailBoxId,
    /// What was measured together of a registrant.
    MeasurementId,
}

/// Digits only, no sign, no leading zero, greater than zero.
fn positive_decimal(text: &str) -> Option<i64> {
    let well_formed = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if well_formed { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_positive_decimals_are_ids() {
        for refused in ["", "0", "007", "-1", "+1", " 1", "1 ", "1.0", "0x1", "１", "9223372036854775808"] {
            assert_eq!(refused.parse::<UserId>(), Err(InvalidId), "{refused:?}");
        }
        assert_eq!("9223372036854775807".parse(), Ok(UserId(i64::MAX)));
    }

    #[test]
    fn an_id_is_a_number_in_json() {
        assert_eq!(serde_json::to_string(&RoomId(7)).unwrap(), "7");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(id in 1..=i64::MAX) {
            prop_assert_eq!(NoticeId(id).to_string().parse(), Ok(NoticeId(id)));
        }
    }
}
