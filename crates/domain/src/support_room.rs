//! Forms 7 and 8 together (様式第7号, 様式第8号): the consent of a registrant and the care team, which open a support room
//! (R14, R15, R19). Form 8 alone, as a change of a team, is a notice of its own.

mod check;
mod input;
mod member;

use chrono::NaiveDate;

use crate::registrant::Registrant;
use crate::words::{MissingPart, RepresentativeRelation, SignedBy};
use crate::{Channel, Email, KanaName, OrganizationId, OrganizationName, PersonName, PhoneNumber, Profession, UserId};

pub use check::coordinator;
pub(crate) use check::organization;
pub use input::{ConsentInput, MemberInput, RegistrantInput, SupportRoomInput, TeamInput};
pub use member::{KnownMember, member, same_person_twice};

/// The number of this form in receipt numbers.
pub const FORM: u8 = 7;

/// The most people a care team may begin with.
pub const MAX_MEMBERS: usize = 50;

/// What a room is called: a support room by its registrant, any other by the name it was given.
#[must_use]
pub fn shown_name(name: String, registrant: Option<&str>) -> String {
    registrant.map_or(name, |registrant| format!("{registrant}さんの支援の部屋"))
}

/// What the check has to know of the world; the caller reads it from the database.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The organization with the number that the form names. None: there is no such organization.
    pub organization: Option<(OrganizationId, OrganizationName)>,
    /// Those of the members with an account that the form names by number who have an active one.
    pub people: Vec<KnownMember>,
    /// Whether a clerk of a desk enters the form (R12).
    pub by_desk: bool,
    /// The day on which it is checked, in Japan.
    pub today: NaiveDate,
}

/// A set of Forms 7 and 8, or half of one, that keeps every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportRoom {
    /// The organization from which it comes.
    pub organization: OrganizationId,
    /// What it is called.
    pub organization_name: OrganizationName,
    /// Who coordinates the team (R15).
    pub applicant: Coordinator,
    /// Whose room it is.
    pub registrant: Registrant,
    /// Form 7; none while it is missing.
    pub consent: Option<Consent>,
    /// Form 8, 1 to [`MAX_MEMBERS`]; empty while it is missing.
    pub members: Vec<Member>,
    /// How it arrived.
    pub channel: Channel,
}

/// Who files a Form 7 or 8 and answers questions about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coordinator {
    /// The name.
    pub name: PersonName,
    /// Its reading.
    pub kana: KanaName,
    /// The mailbox, when it was given.
    pub email: Option<Email>,
    /// The telephone.
    pub phone: PhoneNumber,
}

/// Form 7.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Who signed.
    pub signed_by: SignedBy,
    /// Who the representative is, when one signed.
    pub representative: Option<Representative>,
    /// When.
    pub signed_on: NaiveDate,
    /// When the person agreed that a scan counts as the original (R19); none: only paper does.
    pub scan_agreed_on: Option<NaiveDate>,
}

/// Who signs for a registrant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// The name.
    pub name: PersonName,
    /// What he or she is to the registrant.
    pub relation: RepresentativeRelation,
}

/// A member of a care team as a Form 8 names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The account; none for a person who has none yet and needs a Form 4 first.
    pub user: Option<UserId>,
    /// The name.
    pub name: PersonName,
    /// Its reading.
    pub kana: KanaName,
    /// What the person works as.
    pub profession: Profession,
    /// Where.
    pub organization_name: OrganizationName,
}

impl SupportRoom {
    /// The halves of the set that are missing (R14).
    pub fn missing(&self) -> Vec<MissingPart> {
        let consent = self.consent.is_none().then_some(MissingPart::Consent);
        let team = self.members.is_empty().then_some(MissingPart::Team);
        consent.into_iter().chain(team).collect()
    }
}

#[cfg(test)]
mod tests;
