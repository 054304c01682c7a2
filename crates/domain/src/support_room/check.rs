//! Every rule that Forms 7 and 8 must keep, and every reason why a set does not.

use chrono::{Datelike as _, NaiveDate};

use super::{
    Consent, ConsentInput, Coordinator, Facts, MAX_MEMBERS, Member, RegistrantInput, Representative, SupportRoom,
    SupportRoomInput, TeamInput, member, same_person_twice,
};
use crate::account::{ApplicantInput, channel};
use crate::care_team::is_clinician;
use crate::registrant::Registrant;
use crate::text::day;
use crate::words::{RepresentativeRelation, SignedBy};
use crate::{
    AddressText, Email, FieldError, KanaName, OrganizationId, OrganizationName, PersonName, PhoneNumber, PostalCode,
    Violations,
};

/// The oldest anybody may be, in years.
const AGE_MAX: i32 = 130;

impl SupportRoomInput {
    /// The set when it keeps every rule, else everything that is wrong with it. Half a set is no mistake (R14).
    pub fn check(&self, facts: &Facts) -> Result<SupportRoom, Violations> {
        let mut v = Violations::new();
        let organization = organization(&mut v, self.organization_id, facts.organization.as_ref());
        let applicant = coordinator(&mut v, &self.applicant);
        let registrant = registrant(&mut v, &self.registrant, facts.today);
        if self.consent.is_none() && self.team.is_none() {
            let message = "同意書（様式第7号）と支援チームの届出（様式第8号）の、少なくとも一方を入力してください。";
            v.push_rule("R14", "consent", "required", message);
        }
        let consent = self.consent.as_ref().map(|input| consent(&mut v, input, facts.today));
        let members = self.team.as_ref().map(|team| members(&mut v, team, facts));
        let channel = channel(&mut v, self.channel.as_deref(), facts.by_desk);
        v.in_order_of(&["organization_id", "applicant", "registrant", "consent", "team", "channel"]);
        v.finish(|| {
            let (organization, organization_name) = organization?;
            Some(SupportRoom {
                organization,
                organization_name,
                applicant: applicant?,
                registrant: registrant?,
                consent: match consent {
                    Some(consent) => Some(consent?),
                    None => None,
                },
                members: members.unwrap_or_else(|| Some(Vec::new()))?,
                channel: channel?,
            })
        })
    }
}

/// The organization that a form names by its number.
pub(crate) fn organization(
    v: &mut Violations,
    id: Option<i64>,
    known: Option<&(OrganizationId, OrganizationName)>,
) -> Option<(OrganizationId, OrganizationName)> {
    let Some(id) = id else {
        v.push("organization_id", "required", "団体を選んでください。");
        return None;
    };
    let found = known.filter(|(known, _)| known.0 == id).cloned();
    if found.is_none() {
        v.push("organization_id", "unknown_organization", "この番号の団体は登録されていません。選び直してください。");
    }
    found
}

/// Who files the form and can be asked (R15). Mail is not needed: the desk calls.
pub fn coordinator(v: &mut Violations, input: &ApplicantInput) -> Option<Coordinator> {
    let name = v.field("applicant.name", PersonName::parse(&input.name));
    let kana = v.field("applicant.kana", KanaName::parse(&input.kana));
    let email = v.optional("applicant.email", &input.email, Email::parse);
    let phone = v.field("applicant.phone", PhoneNumber::parse(&input.phone));
    Some(Coordinator { name: name?, kana: kana?, email, phone: phone? })
}

fn registrant(v: &mut Violations, input: &RegistrantInput, today: NaiveDate) -> Option<Registrant> {
    let name = v.field("registrant.name", PersonName::parse(&input.name));
    let kana = v.field("registrant.kana", KanaName::parse(&input.kana));
    let birth_date = v.field("registrant.birth_date", birth_date(&input.birth_date, today));
    let postal_code = v.optional("registrant.postal_code", &input.postal_code, PostalCode::parse);
    let address = v.field("registrant.address", AddressText::parse(&input.address));
    let phone = v.optional("registrant.phone", &input.phone, PhoneNumber::parse);
    Some(Registrant { name: name?, kana: kana?, birth_date: birth_date?, postal_code, address: address?, phone })
}

fn birth_date(raw: &str, today: NaiveDate) -> Result<NaiveDate, FieldError> {
    let day = day(raw).map_err(|error| match error.code {
        "day_invalid" => FieldError::new("day_invalid", "生年月日を1940-03-02のように入力してください。"),
        _ => error,
    })?;
    if day > today {
        return Err(FieldError::new("in_the_future", "生年月日が先の日付になっています。"));
    }
    if today.year() - day.year() > AGE_MAX {
        return Err(FieldError::new("day_invalid", "生年月日の年を確かめてください。"));
    }
    Ok(day)
}

fn consent(v: &mut Violations, input: &ConsentInput, today: NaiveDate) -> Option<Consent> {
    let signed_by = v.word("consent.signed_by", &input.signed_by, SignedBy::parse);
    let representative = (signed_by == Some(SignedBy::Representative)).then(|| representative(v, input));
    let signed_on = v.field("consent.signed_on", past_day(&input.signed_on, today));
    let scan_agreed_on = v.optional("consent.scan_agreed_on", &input.scan_agreed_on, |raw| past_day(raw, today));
    Some(Consent {
        signed_by: signed_by?,
        representative: match representative {
            Some(representative) => Some(representative?),
            None => None,
        },
        signed_on: signed_on?,
        scan_agreed_on,
    })
}

fn representative(v: &mut Violations, input: &ConsentInput) -> Option<Representative> {
    let name = v.field("consent.representative_name", PersonName::parse(&input.representative_name));
    let relation =
        v.word("consent.representative_relation", &input.representative_relation, RepresentativeRelation::parse);
    Some(Representative { name: name?, relation: relation? })
}

fn members(v: &mut Violations, team: &TeamInput, facts: &Facts) -> Option<Vec<Member>> {
    if team.members.is_empty() {
        v.push("team.members", "required", "担当者を一人以上加えてください。");
        return None;
    }
    if team.members.len() > MAX_MEMBERS {
        let message = format!("担当者は{MAX_MEMBERS}人までです。");
        v.push("team.members", "too_many", message);
        return None;
    }
    let records = || team.members.iter().enumerate().map(|(at, input)| (format!("team.members[{at}]"), input));
    // Every member is checked before the first missing one ends the collection.
    let members: Vec<Option<Member>> =
        records().map(|(record, input)| member(v, &record, input, &facts.people)).collect();
    same_person_twice(v, records());
    let members: Vec<Member> = members.into_iter().collect::<Option<_>>()?;
    if !members.iter().any(|member| is_clinician(member.profession)) {
        no_clinician(v, "team.members");
    }
    Some(members)
}

/// R17, said at the field of the team.
pub(crate) fn no_clinician(v: &mut Violations, field: &str) {
    let message = "支援チームには、医師か訪問看護師が少なくとも一人必要です。";
    v.push_rule("R17", field, "no_clinician", message);
}

fn past_day(raw: &str, today: NaiveDate) -> Result<NaiveDate, FieldError> {
    let day = day(raw)?;
    if day > today {
        return Err(FieldError::new("in_the_future", "先の日付になっています。確かめてください。"));
    }
    if day.year() < 2000 {
        return Err(FieldError::new("day_invalid", "日付の年を確かめてください。"));
    }
    Ok(day)
}
