//! One member of a care team, as Forms 7 with 8 and Form 8 alone name one.

use std::collections::BTreeMap;

use super::{Member, MemberInput};
use crate::{KanaName, OrganizationName, PersonName, Profession, UserId, Violations, fold_key};

/// An active account, as the form finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownMember {
    /// The person.
    pub user_id: UserId,
    /// The person's name.
    pub name: PersonName,
    /// Its reading.
    pub kana: KanaName,
    /// What the person works as.
    pub profession: Profession,
    /// Where.
    pub organization_name: OrganizationName,
}

/// The member that the record at this path names.
pub fn member(v: &mut Violations, record: &str, input: &MemberInput, people: &[KnownMember]) -> Option<Member> {
    let Some(id) = input.user_id else { return without_account(v, record, input) };
    let Some(known) = people.iter().find(|person| person.user_id.0 == id) else {
        let message = "この方のアカウントは使われていません。一覧から選び直してください。";
        v.push(format!("{record}.user_id"), "unknown_person", message);
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

fn without_account(v: &mut Violations, record: &str, input: &MemberInput) -> Option<Member> {
    let name = v.field(format!("{record}.name"), PersonName::parse(&input.name));
    let kana = v.field(format!("{record}.kana"), KanaName::parse(&input.kana));
    let profession = v.word(format!("{record}.profession"), &input.profession, Profession::parse);
    let place = v.field(format!("{record}.organization_name"), OrganizationName::parse(&input.organization_name));
    Some(Member { user: None, name: name?, kana: kana?, profession: profession?, organization_name: place? })
}

/// Names each person once: by account, or by name, reading and organization.
pub fn same_person_twice<'a>(v: &mut Violations, members: impl Iterator<Item = (String, &'a MemberInput)>) {
    let mut seen = BTreeMap::new();
    for (at, (record, member)) in members.enumerate() {
        let who = match member.user_id {
            Some(id) => id.to_string(),
            None => [&member.name, &member.kana, &member.organization_name].map(|text| fold_key(text)).join("|"),
        };
        if who == "||" {
            continue;
        }
        if let Some(first) = seen.insert(who, at) {
            let message = format!("{}人目と同じ方です。どちらかを消してください。", first + 1);
            v.push(format!("{record}.user_id"), "same_person_twice", message);
        }
    }
}
