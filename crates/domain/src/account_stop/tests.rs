use proptest::prelude::*;

use super::*;
use crate::account::ApplicantInput;
use crate::organization::KnownManager;
use crate::{KanaName, LoginId, PersonName, Violations, fold_key};

fn known(id: i64, name: &str, kana: &str) -> KnownAccount {
    KnownAccount {
        user_id: UserId(id),
        login_id: login_id(id),
        name: PersonName::parse(name).unwrap(),
        kana_key: fold_key(kana),
        active: true,
    }
}

fn login_id(id: i64) -> LoginId {
    (10_000_000 + id).to_string().parse().unwrap()
}

fn manager(id: i64, name: &str, kana: &str, user: Option<i64>) -> KnownManager {
    KnownManager { id, name_key: fold_key(name), kana_key: fold_key(kana), user_id: user.map(UserId) }
}

/// みなみ診療所 with its manager 佐藤 花子, who has the account 1, and two more people.
fn facts() -> Facts {
    let organization = KnownOrganization {
        id: OrganizationId(7),
        name: OrganizationName::parse("みなみ診療所").unwrap(),
        managers: vec![manager(3, "佐藤 花子", "サトウ ハナコ", Some(1))],
        accounts: vec![
            known(1, "佐藤 花子", "サトウ ハナコ"),
            known(2, "髙橋 次郎", "タカハシ ジロウ"),
            KnownAccount { active: false, ..known(4, "鈴木 一郎", "スズキ イチロウ") },
        ],
    };
    Facts { organization: Some(organization), by_desk: false }
}

fn stops(people: &[(i64, &str)]) -> AccountStopInput {
    let person = |(id, name): &(i64, &str)| StoppingPersonInput {
        login_id: login_id(*id).to_string(),
        name: (*name).to_owned(),
        reason: "retired".to_owned(),
        last_day: Some("2026-12-31".to_owned()),
    };
    AccountStopInput {
        organization_id: Some(7),
        applicant: ApplicantInput {
            name: "佐藤 花子".to_owned(),
            kana: KanaName::parse("さとう はなこ").unwrap().to_string(),
            email: "hanako@minami.example.jp".to_owned(),
            phone: "047-300-0001".to_owned(),
        },
        people: people.iter().map(person).collect(),
        channel: None,
    }
}

fn found(input: &AccountStopInput, facts: &Facts) -> Violations {
    input.check(facts).unwrap_err()
}

#[test]
fn r8_the_manager_reports_who_stops() {
    let stop = stops(&[(2, "高橋次郎")]).check(&facts()).unwrap();
    assert_eq!((stop.users(), stop.stopping_managers.len()), ([UserId(2)].into(), 0));
    // Kept in the spelling of the account.
    let kept = AccountStopInput::from(&stop);
    assert_eq!((kept.people[0].name.as_str(), kept.people[0].login_id.as_str()), ("髙橋 次郎", "1000-0002"));
    assert_eq!(kept.check(&facts()).unwrap(), stop);
}

#[test]
fn r1_nobody_else_does() {
    let mut input = stops(&[(2, "髙橋 次郎")]);
    input.applicant.kana = "タカハシ ジロウ".to_owned();
    assert!(found(&input, &facts()).has("applicant.kana", "not_the_manager"));
    input.organization_id = Some(8);
    assert!(found(&input, &facts()).has("organization_id", "unknown_organization"));
    input.organization_id = None;
    assert!(found(&input, &facts()).has("organization_id", "required"));
}

#[test]
fn a_wrong_name_and_an_unknown_login_id_look_the_same() {
    let wrong_name = found(&stops(&[(2, "高橋 三郎")]), &facts());
    let unknown = found(&stops(&[(99, "高橋 三郎")]), &facts());
    assert_eq!(wrong_name, unknown);
    assert!(unknown.has("people[0].login_id", "unknown_person"));
}

#[test]
fn who_has_stopped_does_not_stop_again_and_nobody_stops_twice() {
    assert!(found(&stops(&[(4, "鈴木 一郎")]), &facts()).has("people[0].login_id", "already_stopped"));
    let twice = found(&stops(&[(2, "髙橋 次郎"), (2, "髙橋 次郎")]), &facts());
    assert!(twice.has("people[1].login_id", "same_person_twice"));
    assert!(found(&stops(&[]), &facts()).has("people", "required"));
    let many = vec![(2, "髙橋 次郎"); MAX_PEOPLE + 1];
    assert!(found(&stops(&many), &facts()).has("people", "too_many"));
}

#[test]
fn r10_the_last_manager_hands_over_first() {
    let last = found(&stops(&[(2, "髙橋 次郎"), (1, "佐藤 花子")]), &facts());
    assert!(last.has("people[1].login_id", "last_manager") && last.rule() == Some("R10"));
    let mut two = facts();
    let organization = two.organization.as_mut().unwrap();
    organization.managers.push(manager(5, "髙橋 次郎", "タカハシ ジロウ", None));
    let stop = stops(&[(1, "佐藤 花子")]).check(&two).unwrap();
    assert_eq!(stop.stopping_managers, [3]);
    // Both at once would leave none, linked to an account or not.
    let both = found(&stops(&[(1, "佐藤 花子"), (2, "髙橋 次郎")]), &two);
    assert!(both.has("people[0].login_id", "last_manager") && both.has("people[1].login_id", "last_manager"));
}

#[test]
fn a_day_is_read_as_people_write_it() {
    let mut input = stops(&[(2, "髙橋 次郎")]);
    for day in ["2026-12-31", "2026/12/31", " ２０２６-12-31 "] {
        input.people[0].last_day = Some(day.to_owned());
        let stop = input.check(&facts()).unwrap();
        assert_eq!(stop.people[0].last_day, "2026-12-31".parse().ok(), "{day}");
    }
    for day in ["12/31", "2026-02-30", "令和8年", "0001-01-01"] {
        input.people[0].last_day = Some(day.to_owned());
        assert!(found(&input, &facts()).has("people[0].last_day", "day_invalid"), "{day}");
    }
}

#[test]
fn r12_only_a_desk_says_how_paper_came() {
    let mut input = stops(&[(2, "髙橋 次郎")]);
    input.channel = Some("post".to_owned());
    assert!(found(&input, &facts()).has("channel", "channel_not_allowed"));
    let stop = input.check(&Facts { by_desk: true, ..facts() }).unwrap();
    assert_eq!(stop.channel, Channel::Post);
}

proptest! {
    #[test]
    fn a_form_that_passes_leaves_a_manager(stopping in proptest::collection::vec(0..6_usize, 1..6), managers in 1..4_usize) {
        let names = ["あ", "い", "う", "え", "お", "か"];
        let mut facts = facts();
        let organization = facts.organization.as_mut().unwrap();
        organization.accounts = names.iter().zip(1..).map(|(name, id)| known(id, &format!("山田 {name}"), name)).collect();
        organization.managers = names.iter().zip(1..).take(managers)
            .map(|(name, id)| manager(id * 10, &format!("山田 {name}"), name, Some(id))).collect();
        let kana = names[0];
        let people: Vec<(i64, String)> =
            stopping.iter().map(|at| (i64::try_from(*at).unwrap() + 1, format!("山田 {}", names[*at]))).collect();
        let mut input = stops(&people.iter().map(|(id, name)| (*id, name.as_str())).collect::<Vec<_>>());
        input.applicant.kana = kana.to_owned();
        if let Ok(stop) = input.check(&facts) {
            prop_assert!(stop.stopping_managers.len() < managers);
            prop_assert_eq!(stop.users().len(), stopping.len());
        }
    }
}
