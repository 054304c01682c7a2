use super::*;
use crate::account::ApplicantInput;
use crate::organization::KnownManager;
use crate::{LoginId, PersonName, UserId, Violations, fold_key};

fn login_id() -> LoginId {
    "4827-1935".parse().unwrap()
}

fn manager(id: i64, name: &str, kana: &str) -> KnownManager {
    KnownManager { id, name_key: fold_key(name), kana_key: fold_key(kana), user_id: None }
}

fn facts() -> Facts {
    let account = KnownAccount {
        user_id: UserId(2),
        login_id: login_id(),
        name: PersonName::parse("高橋 次郎").unwrap(),
        kana_key: fold_key("タカハシ ジロウ"),
        active: true,
    };
    let organization = KnownOrganization {
        id: OrganizationId(7),
        name: OrganizationName::parse("みなみ診療所").unwrap(),
        managers: vec![manager(3, "佐藤 花子", "サトウ ハナコ")],
        accounts: vec![account],
    };
    Facts { organization: Some(organization), by_desk: false }
}

fn person(name: &str, kana: &str) -> ApplicantInput {
    ApplicantInput {
        name: name.to_owned(),
        kana: kana.to_owned(),
        email: "someone@minami.example.jp".to_owned(),
        phone: "047-300-0001".to_owned(),
    }
}

fn form() -> OrganizationChangeInput {
    OrganizationChangeInput {
        organization_id: Some(7),
        applicant: person("佐藤 花子", "さとう はなこ"),
        pledge: true,
        ..OrganizationChangeInput::default()
    }
}

fn device(asset_number: &str) -> FurtherDeviceInput {
    FurtherDeviceInput {
        login_id: login_id().to_string(),
        name: "高橋次郎".to_owned(),
        asset_number: asset_number.to_owned(),
        kind: "tablet".to_owned(),
    }
}

fn found(input: &OrganizationChangeInput) -> Violations {
    input.check(&facts()).unwrap_err()
}

#[test]
fn only_what_is_given_changes() {
    let mut input = form();
    input.changes.phone = "047-300-0002".to_owned();
    let change = input.check(&facts()).unwrap();
    assert_eq!(change.changes.phone.as_ref().map(AsRef::as_ref), Some("047-300-0002"));
    assert!(change.changes.name.is_none() && change.handover.is_none() && change.devices.is_empty());
    assert_eq!(OrganizationChangeInput::from(&change).check(&facts()).unwrap(), change);
    input.changes.kind = "castle".to_owned();
    input.changes.postal_code = "1".to_owned();
    let found = found(&input);
    assert!(found.has("changes.kind", "unknown_value") && found.has("changes.postal_code", "postal_code_invalid"));
}

#[test]
fn something_must_change_and_the_pledge_be_taken() {
    let mut input = form();
    // What a page without a script sends for rows left empty.
    input.new_manager = Some(ApplicantInput::default());
    input.devices = vec![FurtherDeviceInput::default()];
    assert!(found(&input).has("changes", "nothing_to_change"));
    input.pledge = false;
    input.changes.phone = "047-300-0002".to_owned();
    assert!(found(&input).has("pledge", "pledge_required"));
}

#[test]
fn r10_managers_change_places_in_one_step() {
    let mut input = form();
    input.new_manager = Some(person("鈴木 一郎", "スズキ イチロウ"));
    let change = input.check(&facts()).unwrap();
    assert_eq!(change.handover.unwrap().replaces, 3);
    // The one to come files it when the old one is gone; anybody else may not.
    input.applicant = person("鈴木一郎", "すずき いちろう");
    assert_eq!(input.check(&facts()).unwrap().handover.unwrap().replaces, 3);
    input.applicant = person("高橋 次郎", "タカハシ ジロウ");
    assert!(found(&input).has("applicant.kana", "not_the_manager"));
    input.new_manager = Some(person("看護師一同", "カンゴシ イチドウ"));
    assert!(found(&input).has("new_manager.name", "shared_account"));
}

#[test]
fn r10_of_several_managers_the_one_who_goes_is_named() {
    let mut facts = facts();
    let organization = facts.organization.as_mut().unwrap();
    organization.managers.push(manager(4, "田中 三郎", "タナカ サブロウ"));
    let mut input = form();
    input.new_manager = Some(person("鈴木 一郎", "スズキ イチロウ"));
    assert_eq!(input.check(&facts).unwrap().handover.unwrap().replaces, 3);
    input.applicant = person("鈴木 一郎", "スズキ イチロウ");
    assert!(input.check(&facts).unwrap_err().has("applicant.kana", "which_manager"));
    let mut input = form();
    input.new_manager = Some(person("田中 三郎", "タナカ サブロウ"));
    assert!(input.check(&facts).unwrap_err().has("new_manager.name", "already_manager"));
    // The same manager, reached differently.
    input.new_manager = Some(person("佐藤 花子", "サトウ ハナコ"));
    assert_eq!(input.check(&facts).unwrap().handover.unwrap().replaces, 3);
}

#[test]
fn r5_a_further_device_is_for_somebody_with_an_account() {
    let mut input = form();
    input.devices = vec![device("SKR-1"), device("SKR-2")];
    let change = input.check(&facts()).unwrap();
    assert_eq!(change.devices.iter().map(|device| device.account.user_id).collect::<Vec<_>>(), [UserId(2), UserId(2)]);
    input.devices = vec![device("SKR-1"), device("ＳＫＲ－1")];
    assert!(found(&input).has("devices[1].asset_number", "same_device_twice"));
    input.devices = vec![FurtherDeviceInput { name: "鈴木 一郎".to_owned(), ..device("SKR-1") }];
    assert!(found(&input).has("devices[0].login_id", "unknown_person"));
    input.devices = vec![device("SKR-1"); MAX_DEVICES + 1];
    assert!(found(&input).has("devices", "too_many"));
}
