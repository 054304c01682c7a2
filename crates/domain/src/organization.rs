//! A registered organization as its forms find it: who its managers are, and who the people are that a form names (R1,
//! R9).

use crate::account::Applicant;
use crate::{FieldError, LoginId, OrganizationId, OrganizationName, PersonName, UserId, Violations, fold_key};

/// What Forms 5 and 6 have to know of the organization they are for; the caller reads it from the database.
#[derive(Clone, Debug)]
pub struct KnownOrganization {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    pub name: OrganizationName,
    /// Its managers now.
    pub managers: Vec<KnownManager>,
    /// Its accounts with the login IDs that the form names, stopped ones too.
    pub accounts: Vec<KnownAccount>,
}

/// A manager.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownManager {
    /// The row that says so.
    pub id: i64,
    /// [`PersonName::key`] of the name.
    pub name_key: String,
    /// [`KanaName::key`](crate::KanaName::key) of the reading.
    pub kana_key: String,
    /// The manager's account, if he or she has one.
    pub user_id: Option<UserId>,
}

/// An account of the organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownAccount {
    /// The person.
    pub user_id: UserId,
    /// What the person logs in with.
    pub login_id: LoginId,
    /// The person's name.
    pub name: PersonName,
    /// [`KanaName::key`](crate::KanaName::key) of the reading.
    pub kana_key: String,
    /// Whether the account has not been stopped.
    pub active: bool,
}

impl KnownOrganization {
    /// Whether this person is a manager now. Readings are compared, as one person's name is written in more than one
    /// way.
    pub fn is_manager(&self, person: &Applicant) -> bool {
        let kana_key = person.kana.key();
        self.managers.iter().any(|manager| manager.kana_key == kana_key)
    }
}

/// The organization that a form names by its number.
pub(crate) fn named<'a>(
    v: &mut Violations,
    id: Option<i64>,
    known: Option<&'a KnownOrganization>,
) -> Option<&'a KnownOrganization> {
    let Some(id) = id else {
        v.push("organization_id", "required", "団体の番号（利用団体番号）を入力してください。");
        return None;
    };
    let found = known.filter(|organization| organization.id.0 == id);
    if found.is_none() {
        let message = "この番号の団体は登録されていません。番号を確かめてください。";
        v.push("organization_id", "unknown_organization", message);
    }
    found
}

/// R1: only a manager of the organization files its forms.
pub(crate) fn not_the_manager(v: &mut Violations) {
    let message = "この団体のシステム管理担当者として登録された方のふりがなと一致しません。\
        団体の申請は、利用者本人ではなくシステム管理担当者が行います。";
    v.push_rule("R1", "applicant.kana", "not_the_manager", message);
}

/// The active account that a form names by login ID and name. An unknown login ID and a wrong name are told apart to
/// nobody: who files without signing in must not learn whose number it is.
pub(crate) fn account<'a>(
    v: &mut Violations,
    record: &str,
    (login_id, name): (&str, &str),
    organization: Option<&'a KnownOrganization>,
) -> Option<&'a KnownAccount> {
    let at = |key: &str| format!("{record}.{key}");
    let invalid = || FieldError::new("login_id_invalid", "ログインIDは8けたの数字です。例:4827-1935");
    let login_id = if login_id.trim().is_empty() {
        v.field(at("login_id"), Err(FieldError::required()))
    } else {
        v.field(at("login_id"), login_id.parse::<LoginId>().map_err(|_| invalid()))
    };
    let name = v.field(at("name"), PersonName::parse(name));
    let (login_id, name, organization) = (login_id?, name?, organization?);
    let found = organization.accounts.iter().find(|account| account.login_id == login_id);
    let Some(found) = found.filter(|account| account.name.key() == name.key()) else {
        let message = "このログインIDと氏名の利用者は、この団体にいません。通知書などで確かめてください。";
        v.push_rule("R9", at("login_id"), "unknown_person", message);
        return None;
    };
    if !found.active {
        v.push(at("login_id"), "already_stopped", "この方のアカウントは、すでに利用を中止しています。");
        return None;
    }
    Some(found)
}

/// Whether two people as typed are the same.
pub(crate) fn same_person(a: &Applicant, name: &str, kana: &str) -> bool {
    a.name.key() == fold_key(name) && a.kana.key() == fold_key(kana)
}
