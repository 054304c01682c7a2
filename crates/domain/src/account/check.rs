//! Every rule that a Form 4 must keep, and every reason why one does not.

use std::collections::{BTreeMap, BTreeSet};

use super::group_names::{is_group_name, is_role_mailbox};
use super::{
    AccountApplication, AccountApplicationInput, Applicant, ApplicantInput, ApplyingOrganization, Device, DeviceInput,
    Facts, KnownPerson, MAX_PEOPLE, OrganizationInput, Person, PersonInput, RegisteredOrganization,
};
use crate::{
    AddressText, AssetNumber, Channel, DeviceKind, Email, FieldError, KanaName, OrganizationKind, OrganizationName,
    PersonName, PhoneNumber, PostalCode, Profession, ShortText, Violations, fold_key,
};

const WHO_READ_AND_WROTE: &str = "だれが読み、だれが書いたかを明らかにするため、";

impl AccountApplicationInput {
    /// The application when it keeps every rule, else everything that is wrong with it.
    pub fn check(&self, facts: &Facts) -> Result<AccountApplication, Violations> {
        let mut v = Violations::new();
        let organization = organization(&mut v, &self.organization, facts);
        let applicant = manager(&mut v, "applicant", &self.applicant);
        not_the_manager(&mut v, self, applicant.as_ref(), facts);
        if !self.pledge {
            let message = "誓約の内容を確かめ、同意してください。同意がないと申請できません。";
            v.push_rule("R1", "pledge", "pledge_required", message);
        }
        let people = people(&mut v, &self.people);
        let organization_name = match &organization {
            Some(organization) => organization.name().key(),
            None => fold_key(&self.organization.name),
        };
        shared_accounts(&mut v, self, &organization_name);
        shared_mailboxes(&mut v, self, facts);
        same_people(&mut v, self, registered(&self.organization, facts));
        let channel = channel(&mut v, self.channel.as_deref(), facts.by_desk);
        v.in_order_of(&["organization", "applicant", "people", "pledge", "channel"]);
        v.finish(|| {
            Some(AccountApplication {
                organization: organization?,
                applicant: applicant?,
                people: people?,
                channel: channel?,
            })
        })
    }
}

/// The registered organization the application names.
fn registered<'a>(input: &OrganizationInput, facts: &'a Facts) -> Option<&'a RegisteredOrganization> {
    facts.organization.as_ref().filter(|organization| Some(organization.id.0) == input.id)
}

fn organization(v: &mut Violations, input: &OrganizationInput, facts: &Facts) -> Option<ApplyingOrganization> {
    if input.id.is_some() {
        let Some(known) = registered(input, facts) else {
            let message = "選ばれた団体は登録されていません。団体を選び直すか、新しい団体として入力してください。";
            v.push("organization.id", "unknown_organization", message);
            return None;
        };
        return Some(ApplyingOrganization::Registered { id: known.id, name: known.name.clone() });
    }
    let name = v.field("organization.name", OrganizationName::parse(&input.name));
    let kind = v.word("organization.kind", &input.kind, OrganizationKind::parse);
    let postal_code = v.field("organization.postal_code", PostalCode::parse(&input.postal_code));
    let address = v.field("organization.address", AddressText::parse(&input.address));
    let phone = v.field("organization.phone", PhoneNumber::parse(&input.phone));
    Some(ApplyingOrganization::New {
        name: name?,
        kind: kind?,
        postal_code: postal_code?,
        address: address?,
        phone: phone?,
    })
}

/// A manager's name and where the manager is reached, below `section`.
pub(crate) fn manager(v: &mut Violations, section: &str, input: &ApplicantInput) -> Option<Applicant> {
    let name = v.field(format!("{section}.name"), PersonName::parse(&input.name));
    let kana = v.field(format!("{section}.kana"), KanaName::parse(&input.kana));
    let email = v.field(format!("{section}.email"), Email::parse(&input.email));
    let phone = v.field(format!("{section}.phone"), PhoneNumber::parse(&input.phone));
    Some(Applicant { name: name?, kana: kana?, email: email?, phone: phone? })
}

/// R1: only a manager of the organization applies for its people. Readings are compared, as one person's name is
/// written in more than one way.
fn not_the_manager(v: &mut Violations, input: &AccountApplicationInput, applicant: Option<&Applicant>, facts: &Facts) {
    let (Some(organization), Some(applicant)) = (registered(&input.organization, facts), applicant) else { return };
    if !organization.manager_kana_keys.contains(&applicant.kana.key()) {
        let message = "この団体のシステム管理担当者として登録された方のふりがなと一致しません。\
            アカウントの申請は、利用者本人ではなくシステム管理担当者が行います。";
        v.push_rule("R1", "applicant.kana", "not_the_manager", message);
    }
}

fn people(v: &mut Violations, inputs: &[PersonInput]) -> Option<Vec<Person>> {
    if inputs.is_empty() {
        v.push("people", "required", "アカウントを使う人を一人以上入力してください。");
        return None;
    }
    if inputs.len() > MAX_PEOPLE {
        let message = format!("一度に申請できるのは{MAX_PEOPLE}人までです。残りの方は別の申請にしてください。");
        v.push("people", "too_many", message);
        return None;
    }
    // Every person is checked before the first missing one ends the collection.
    let people: Vec<_> = inputs.iter().enumerate().map(|(at, input)| person(v, at, input)).collect();
    people.into_iter().collect()
}

fn person(v: &mut Violations, at: usize, input: &PersonInput) -> Option<Person> {
    let name = v.field(path(at, "name"), PersonName::parse(&input.name));
    let kana = v.field(path(at, "kana"), KanaName::parse(&input.kana));
    let profession = v.word(path(at, "profession"), &input.profession, Profession::parse);
    // Every field is checked before the first missing one ends the building.
    let profession_other = (profession == Some(Profession::Other)).then(|| {
        let raw = input.profession_other.as_deref().unwrap_or_default();
        v.field(path(at, "profession_other"), ShortText::parse(raw))
    });
    let email = v.field(path(at, "email"), Email::parse(&input.email));
    let device = device(v, at, &input.device);
    let profession_other = match profession_other {
        Some(text) => Some(text?),
        None => None,
    };
    Some(Person { name: name?, kana: kana?, profession: profession?, profession_other, email: email?, device: device? })
}

fn device(v: &mut Violations, at: usize, input: &DeviceInput) -> Option<Device> {
    let asset_number = v.field(path(at, "device.asset_number"), AssetNumber::parse(&input.asset_number));
    let kind = v.word(path(at, "device.kind"), &input.kind, DeviceKind::parse);
    Some(Device { asset_number: asset_number?, kind: kind? })
}

fn path(at: usize, field: &str) -> String {
    format!("people[{at}].{field}")
}

/// R2: an account is one person's. The name of a group, of a place or of the organization is nobody's.
fn shared_accounts(v: &mut Violations, input: &AccountApplicationInput, organization_name: &str) {
    let names_nobody = |raw: &str| {
        let key = fold_key(raw);
        !key.is_empty() && (is_group_name(raw) || key == organization_name)
    };
    let mut check = |field: String, raw: &str, kana: &str| {
        if names_nobody(raw) || is_group_name(kana) {
            let message = format!(
                "「{}」は個人の氏名ではないようです。{WHO_READ_AND_WROTE}アカウントは一人に一つずつ発行し、\
                 組織や部署で共有するアカウントは発行できません。使う方の氏名を一人ずつ入力してください。",
                crate::tidy(raw)
            );
            v.push_rule("R2", field, "shared_account", message);
        }
    };
    check("applicant.name".to_owned(), &input.applicant.name, &input.applicant.kana);
    for (at, person) in input.people.iter().enumerate().take(MAX_PEOPLE) {
        check(path(at, "name"), &person.name, &person.kana);
    }
}

/// R2: a mailbox is one person's, too: what is sent there must reach that person only.
fn shared_mailboxes(v: &mut Violations, input: &AccountApplicationInput, facts: &Facts) {
    let manager = (identity(&input.applicant.name, &input.applicant.kana), "申請者".to_owned());
    let manager_email = Email::parse(&input.applicant.email).ok();
    let mut owners = BTreeMap::new();
    owners.extend(manager_email.map(|email| (email.key(), manager)));
    for (at, person) in input.people.iter().enumerate().take(MAX_PEOPLE) {
        let Ok(email) = Email::parse(&person.email) else { continue };
        let who = identity(&person.name, &person.kana);
        let owner = owners.entry(email.key()).or_insert_with(|| (who.clone(), format!("{}人目", at + 1)));
        let reason = if is_role_mailbox(&email) {
            "窓口や部署で共有する宛先のようです。".to_owned()
        } else if facts.emails_in_use.contains(&email.key()) {
            "すでに別のアカウントで使われています。".to_owned()
        } else if owner.0 != who {
            format!("{}の方と同じです。", owner.1)
        } else {
            continue;
        };
        let message =
            format!("このメールアドレスは、{reason}{WHO_READ_AND_WROTE}本人だけが読む宛先を入力してください。");
        v.push_rule("R2", path(at, "email"), "shared_mailbox", message);
    }
}

/// R2: one account per person.
fn same_people(v: &mut Violations, input: &AccountApplicationInput, organization: Option<&RegisteredOrganization>) {
    let mut seen = BTreeMap::new();
    for (at, person) in input.people.iter().enumerate().take(MAX_PEOPLE) {
        let who = identity(&person.name, &person.kana);
        if who.name_key.is_empty() || who.kana_key.is_empty() {
            continue;
        }
        if organization.is_some_and(|organization| organization.people.contains(&who)) {
            let message = "この方は、この団体のアカウントをすでに持っています。アカウントは一人に一つです。\
                同姓同名の別の方のときは、市の窓口にご相談ください。";
            v.push_rule("R2", path(at, "name"), "already_has_account", message);
        }
        if let Some(first) = seen.insert(who, at) {
            let message = format!(
                "{}人目と同じ方です。アカウントは一人に一つです。どちらかを消してください。\
                 同姓同名の別の方のときは、市の窓口にご相談ください。",
                first + 1
            );
            v.push_rule("R2", path(at, "name"), "same_person_twice", message);
        }
    }
}

fn identity(name: &str, kana: &str) -> KnownPerson {
    KnownPerson { name_key: fold_key(name), kana_key: fold_key(kana) }
}

/// R12: only a clerk enters what came on paper or by internal mail; that there is such a mail is asked where it is filed.
pub(crate) fn channel(v: &mut Violations, raw: Option<&str>, by_desk: bool) -> Option<Channel> {
    let Some(raw) = raw else { return Some(Channel::Electronic) };
    let channel = v.field("channel", Channel::parse(raw.trim()).ok_or_else(FieldError::unknown_value))?;
    let allowed = match channel {
        Channel::Electronic => true,
        Channel::InPerson | Channel::Post | Channel::InternalMail => by_desk,
    };
    if !allowed {
        let message = "受付方法を選べるのは、窓口や郵送で受け取った申請を入力する窓口の職員だけです。";
        v.push_rule("R12", "channel", "channel_not_allowed", message);
        return None;
    }
    Some(channel)
}

impl PersonInput {
    /// One person alone, as a desk registers its clerks: the rules of Form 4 for a person, the errors at
    /// `person.name` and so on.
    pub fn check(&self, emails_in_use: &BTreeSet<String>) -> Result<Person, Violations> {
        let mut found = Violations::new();
        let value = person(&mut found, 0, self);
        let alone = AccountApplicationInput { people: vec![self.clone()], ..AccountApplicationInput::default() };
        let facts = Facts { emails_in_use: emails_in_use.clone(), ..Facts::default() };
        shared_accounts(&mut found, &alone, "");
        shared_mailboxes(&mut found, &alone, &facts);
        let mut v = Violations::new();
        for violation in found {
            let field = violation.field.replacen("people[0]", "person", 1);
            match violation.rule {
                Some(rule) => v.push_rule(rule, field, violation.code, violation.message),
                None => v.push(field, violation.code, violation.message),
            }
        }
        v.finish(|| value)
    }
}
