//! A person with an account whom a form about a collaboration room names: the one who files it, and those it is about.
//!
//! Whoever is signed in picks people from the directory and so names them by the number of their account. On the public
//! pages, which show nobody's name, a person is named by login ID and name, and both have to fit.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::lenient;
use crate::{FieldError, LoginId, OrganizationId, OrganizationName, PersonName, PhoneNumber, UserId, Violations};

/// Who files a form, as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AccountHolderInput {
    /// The login ID. Of somebody who is signed in it is known and need not be sent.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub login_id: String,
    /// The name; known likewise.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub name: String,
    /// Where the city can ask back; may be empty.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub phone: String,
}

/// A person with an account, as sent: by the number of the account, or by login ID and name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RoomPersonInput {
    /// The account, from the directory.
    #[serde(deserialize_with = "lenient::optional_id")]
    #[schema(required = true)]
    pub user_id: Option<i64>,
    /// The login ID, where the account is not given.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub login_id: String,
    /// The name.
    #[serde(deserialize_with = "lenient::text")]
    #[schema(required = true)]
    pub name: String,
}

/// An active account, as these forms find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// The account.
    pub user_id: UserId,
    /// What the person logs in with.
    pub login_id: LoginId,
    /// What the person is called.
    pub name: PersonName,
    /// For whom the person works.
    pub organization: OrganizationId,
    /// What that is called.
    pub organization_name: OrganizationName,
    /// Whether the person is a manager there now.
    pub is_manager: bool,
}

/// Who files a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountHolder {
    /// The person.
    pub person: KnownPerson,
    /// Where the city can ask back.
    pub phone: Option<PhoneNumber>,
}

/// One of the people a form is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomPerson {
    /// The person.
    pub person: KnownPerson,
    /// Whether the form named the login ID: then it is kept, so that a correction finds it again.
    pub by_login_id: bool,
    /// The row of the form in which the person stands, from 0: blank ones are left out of the people.
    pub row: usize,
}

impl RoomPerson {
    /// Where an error about this person of a section belongs.
    pub fn field(&self, section: &str) -> String {
        format!("{section}[{}].{}", self.row, if self.by_login_id { "login_id" } else { "user_id" })
    }
}

impl AccountHolderInput {
    /// Who applied stays the one: a correction changes what is asked for, not who asks.
    pub fn stays(&mut self, applied: Self) {
        self.login_id = applied.login_id;
        self.name = applied.name;
    }
}

impl RoomPersonInput {
    /// Whether nothing was filled in: a row of a page that nobody needed.
    pub fn is_blank(&self) -> bool {
        self.user_id.is_none() && self.login_id.trim().is_empty() && self.name.trim().is_empty()
    }
}

/// The accounts that people on a form may be, for the database to look up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// By number.
    pub user_ids: BTreeSet<i64>,
    /// By the digits of the login ID.
    pub login_ids: BTreeSet<String>,
}

impl Named {
    /// Everybody whom these inputs name.
    pub fn on(applicant: &AccountHolderInput, people: &[RoomPersonInput]) -> Self {
        let login_ids = people.iter().map(|person| &person.login_id).chain([&applicant.login_id]);
        Self {
            user_ids: people.iter().filter_map(|person| person.user_id).collect(),
            login_ids: login_ids.filter_map(|typed| typed.parse().ok()).map(LoginId::digits).collect(),
        }
    }
}

/// Who files the form, when login ID and name are one person's.
pub fn holder(v: &mut Violations, input: &AccountHolderInput, people: &[KnownPerson]) -> Option<AccountHolder> {
    let person = by_login_id(v, "applicant", (&input.login_id, &input.name), people);
    let phone = v.optional("applicant.phone", &input.phone, PhoneNumber::parse);
    Some(AccountHolder { person: person?.clone(), phone })
}

/// The people of a section of the form, such as `participants`, at most `max`; rows that nobody filled in are left out.
/// None: some are not known, or somebody is named twice.
pub fn people(
    v: &mut Violations,
    section: &str,
    inputs: &[RoomPersonInput],
    known: &[KnownPerson],
    max: usize,
) -> Option<Vec<RoomPerson>> {
    let filled: Vec<(usize, &RoomPersonInput)> =
        inputs.iter().enumerate().filter(|(_, input)| !input.is_blank()).collect();
    if filled.len() > max {
        let message = format!("一度に申請できるのは{max}人までです。残りの方は別の申請にしてください。");
        v.push(section, "too_many", message);
        return None;
    }
    let mut seen = BTreeMap::new();
    let mut people = Vec::with_capacity(filled.len());
    for (at, input) in filled {
        // Every row is checked before the first that is wrong ends the collection.
        let person = person(v, (section, at), input, known);
        if let Some(person) = &person
            && let Some(first) = seen.insert(person.person.user_id, at)
        {
            let message = format!("{}人目と同じ方です。どちらかを消してください。", first + 1);
            v.push(person.field(section), "same_person_twice", message);
        }
        people.push(person);
    }
    people.into_iter().collect()
}

fn person(
    v: &mut Violations,
    (section, row): (&str, usize),
    input: &RoomPersonInput,
    known: &[KnownPerson],
) -> Option<RoomPerson> {
    let record = format!("{section}[{row}]");
    let Some(id) = input.user_id else {
        let person = by_login_id(v, &record, (&input.login_id, &input.name), known)?.clone();
        return Some(RoomPerson { person, by_login_id: true, row });
    };
    let Some(person) = known.iter().find(|person| person.user_id.0 == id) else {
        let message = "この方のアカウントは使われていません。一覧から選び直してください。";
        v.push(format!("{record}.user_id"), "unknown_account", message);
        return None;
    };
    // A kept form has both.
    let by_login_id = input.login_id.parse() == Ok(person.login_id);
    Some(RoomPerson { person: person.clone(), by_login_id, row })
}

/// One answer for a login ID that nobody has and for one of somebody else: the form is open to everybody.
fn by_login_id<'a>(
    v: &mut Violations,
    record: &str,
    (login_id, name): (&str, &str),
    known: &'a [KnownPerson],
) -> Option<&'a KnownPerson> {
    let field = format!("{record}.login_id");
    let login_id = if login_id.trim().is_empty() {
        v.field(field.clone(), Err(FieldError::required()))
    } else {
        let invalid = |_| FieldError::new("login_id_invalid", "ログインIDは8けたの数字です。例：4827-1935");
        v.field(field.clone(), login_id.parse::<LoginId>().map_err(invalid))
    };
    let name = v.field(format!("{record}.name"), PersonName::parse(name));
    let (login_id, name) = (login_id?, name?);
    let found = known.iter().find(|person| person.login_id == login_id && person.name.key() == name.key());
    if found.is_none() {
        let message = "このログインIDと氏名の組み合わせで、使われているアカウントはありません。\
            通知書のログインIDと、登録した氏名を確かめてください。";
        v.push(field, "unknown_account", message);
    }
    found
}

impl From<&AccountHolder> for AccountHolderInput {
    fn from(holder: &AccountHolder) -> Self {
        Self {
            login_id: holder.person.login_id.to_string(),
            name: holder.person.name.as_str().to_owned(),
            phone: holder.phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
        }
    }
}

impl From<&RoomPerson> for RoomPersonInput {
    fn from(person: &RoomPerson) -> Self {
        Self {
            user_id: Some(person.person.user_id.0),
            // A login ID that the applicant did not know is nothing for the applicant to read.
            login_id: if person.by_login_id { person.person.login_id.to_string() } else { String::new() },
            name: person.person.name.as_str().to_owned(),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An account for tests: `id` makes the login ID and the organization.
    pub(crate) fn known(id: i64, name: &str) -> KnownPerson {
        KnownPerson {
            user_id: UserId(id),
            login_id: login_id(id).parse().unwrap(),
            name: PersonName::parse(name).unwrap(),
            organization: OrganizationId(id),
            organization_name: OrganizationName::parse("みなみ診療所").unwrap(),
            is_manager: false,
        }
    }

    pub(crate) fn login_id(id: i64) -> String {
        format!("4827-{id:04}")
    }

    pub(crate) fn typed(id: i64, name: &str) -> RoomPersonInput {
        RoomPersonInput { user_id: None, login_id: login_id(id), name: name.to_owned() }
    }

    #[test]
    fn login_id_and_name_must_fit() {
        let people = [known(1, "佐藤 太郎"), known(2, "山田 花子")];
        let mut v = Violations::new();
        let input =
            |id, name: &str| AccountHolderInput { login_id: login_id(id), name: name.to_owned(), phone: String::new() };
        assert_eq!(holder(&mut v, &input(1, "佐藤　太郎"), &people).unwrap().person.user_id, UserId(1));
        assert!(v.is_empty());
        for (id, name) in [(1, "山田 花子"), (3, "佐藤 太郎")] {
            let mut v = Violations::new();
            assert!(holder(&mut v, &input(id, name), &people).is_none());
            assert!(v.has("applicant.login_id", "unknown_account"), "{v}");
        }
        let mut v = Violations::new();
        assert!(holder(&mut v, &AccountHolderInput::default(), &people).is_none());
        assert!(v.has("applicant.login_id", "required") && v.has("applicant.name", "required"));
    }

    #[test]
    fn rows_are_people_once_each_and_blank_ones_are_left_out() {
        let known = [known(1, "佐藤 太郎"), known(2, "山田 花子")];
        let by_number = RoomPersonInput { user_id: Some(2), ..RoomPersonInput::default() };
        let rows = [typed(1, "佐藤 太郎"), RoomPersonInput::default(), by_number.clone()];
        let mut v = Violations::new();
        let found = people(&mut v, "people", &rows, &known, 2).unwrap();
        assert_eq!(found.iter().map(|person| person.person.user_id.0).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(RoomPersonInput::from(&found[1]).login_id, "");
        assert_eq!(RoomPersonInput::from(&found[0]).login_id, login_id(1));

        let mut v = Violations::new();
        let unknown = RoomPersonInput { user_id: Some(9), ..RoomPersonInput::default() };
        assert!(people(&mut v, "people", &[by_number.clone(), typed(2, "山田 花子"), unknown], &known, 9).is_none());
        assert!(v.has("people[1].login_id", "same_person_twice") && v.has("people[2].user_id", "unknown_account"));

        let mut v = Violations::new();
        assert!(people(&mut v, "people", &[by_number, typed(1, "佐藤 太郎")], &known, 1).is_none());
        assert!(v.has("people", "too_many"));
    }
}
