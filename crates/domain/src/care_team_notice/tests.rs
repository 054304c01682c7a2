use super::*;
use crate::account::ApplicantInput;
use crate::{KanaName, PersonName, Profession, Violations};

/// 2026-06-01 10:00 in Japan.
const NOW: i64 = 1_780_275_600_000;

fn midnight(day: &str) -> i64 {
    japan_day_begins_ms(day.parse().unwrap())
}

fn known(user: i64, profession: Profession) -> KnownMember {
    KnownMember {
        user_id: UserId(user),
        name: PersonName::parse("山田 花子").unwrap(),
        kana: KanaName::parse("ヤマダ ハナコ").unwrap(),
        profession,
        organization_name: OrganizationName::parse("みなみ診療所").unwrap(),
    }
}

fn stay(user: i64, profession: Profession, since: i64, until: Option<i64>) -> Assignment {
    Assignment { user: UserId(user), profession, since, until }
}

/// A room with a visiting nurse (1) and a care manager (2); a doctor (3) and a pharmacist (4) have accounts, too.
fn facts() -> Facts {
    let (nurse, manager) = (Profession::VisitingNurse, Profession::CareManager);
    let members = vec![known(1, nurse), known(2, manager)];
    Facts {
        organization: Some((OrganizationId(1), OrganizationName::parse("みなみ診療所").unwrap())),
        room: Some(KnownRoom {
            stays: vec![stay(1, nurse, 0, None), stay(2, manager, 0, None)],
            members: members.clone(),
        }),
        people: [members, vec![known(3, Profession::Doctor), known(4, Profession::Pharmacist)]].concat(),
        by_desk: false,
        now: NOW,
    }
}

fn change(kind: &str, user: i64, on: &str) -> ChangeInput {
    let (change, on) = (kind.to_owned(), on.to_owned());
    ChangeInput { change, on, user_id: Some(user), ..ChangeInput::default() }
}

fn without_account(on: &str) -> ChangeInput {
    let text = str::to_owned;
    ChangeInput {
        change: text("add"),
        on: text(on),
        user_id: None,
        name: text("田中 恵"),
        kana: text("タナカ メグミ"),
        profession: text("care_worker"),
        organization_name: text("きた介護"),
    }
}

fn notice(changes: Vec<ChangeInput>) -> CareTeamNoticeInput {
    let text = str::to_owned;
    CareTeamNoticeInput {
        organization_id: Some(1),
        applicant: ApplicantInput {
            name: text("鈴木 一郎"),
            kana: text("スズキ イチロウ"),
            email: String::new(),
            phone: text("047-300-1111"),
        },
        room_id: Some(7),
        changes,
        reason: String::new(),
        channel: None,
        typed_on: Some(japan_date(NOW)),
    }
}

fn wrong_with(input: &CareTeamNoticeInput, facts: &Facts) -> Vec<(String, &'static str)> {
    let violations: Violations = input.check(facts).unwrap_err();
    violations.iter().map(|violation| (violation.field.clone(), violation.code)).collect()
}

fn wrong(changes: Vec<ChangeInput>) -> Vec<(String, &'static str)> {
    wrong_with(&notice(changes), &facts())
}

fn at(field: &str, code: &'static str) -> (String, &'static str) {
    (field.to_owned(), code)
}

#[test]
fn a_day_begins_in_japan_and_today_at_the_acceptance() {
    assert_eq!(holds_from("2026-06-02".parse().unwrap(), NOW), midnight("2026-06-02"));
    assert_eq!(midnight("2026-06-02") - NOW, 14 * 3_600_000);
    assert_eq!(holds_from("2026-06-01".parse().unwrap(), NOW), NOW);
    assert_eq!(holds_from("2026-05-20".parse().unwrap(), NOW), NOW);
}

#[test]
fn r16_a_notice_is_read_and_can_be_kept() {
    let input =
        notice(vec![change("add", 3, "2026/06/05"), change("remove", 2, "2026-06-01"), without_account("2026-06-01")]);
    let checked = input.check(&facts()).unwrap();
    let doctor = stay(3, Profession::Doctor, midnight("2026-06-05"), None);
    let manager = stay(2, Profession::CareManager, 0, Some(NOW));
    assert!(checked.team_after.contains(&doctor) && checked.team_after.contains(&manager), "{:?}", checked.team_after);
    assert_eq!(checked.team_after.len(), 3);
    let kept = CareTeamNoticeInput::from(&checked);
    assert_eq!(kept.check(&facts()), Ok(checked));
    assert_eq!((kept.changes[0].name.as_str(), kept.changes[0].on.as_str()), ("山田 花子", "2026-06-05"));
}

#[test]
fn r16_who_is_in_is_not_added_and_who_is_not_in_is_not_removed() {
    let today = "2026-06-01";
    let all = vec![
        change("add", 2, today),
        change("remove", 3, today),
        change("add", 99, today),
        change("remove", 99, today),
    ];
    assert_eq!(
        wrong(all),
        [
            at("changes[0].user_id", "already_member"),
            at("changes[1].user_id", "not_member"),
            at("changes[2].user_id", "unknown_person"),
            at("changes[3].user_id", "not_member")
        ]
    );
    let twice =
        vec![change("add", 2, today), change("add", 1, today), change("add", 3, today), change("add", 3, "2026-06-09")];
    assert_eq!(
        wrong(twice),
        [
            at("changes[0].user_id", "already_member"),
            at("changes[1].user_id", "already_member"),
            at("changes[3].user_id", "already_member")
        ]
    );
    assert_eq!(
        wrong(vec![without_account(today), without_account(today)]),
        [at("changes[1].name", "same_person_twice")]
    );
    let mut nobody = change("remove", 1, today);
    nobody.user_id = None;
    assert_eq!(wrong(vec![nobody]), [at("changes[0].user_id", "required")]);
}

#[test]
fn r17_the_last_nurse_stays_and_the_day_is_named() {
    let input = notice(vec![change("remove", 1, "2026-06-10"), change("add", 3, "2026-06-11")]);
    let violations = input.check(&facts()).unwrap_err();
    let violation = violations.iter().next().unwrap();
    assert_eq!((violation.field.as_str(), violation.code, violation.rule), ("changes", "no_clinician", Some("R17")));
    assert!(violation.message.contains("2026年6月10日"), "{}", violation.message);
    let in_time = notice(vec![change("remove", 1, "2026-06-10"), change("add", 3, "2026-06-10")]);
    assert!(in_time.check(&facts()).is_ok());
    // Nobody without account can stand in for her.
    let mut doctor = without_account("2026-06-10");
    doctor.profession = "doctor".to_owned();
    assert_eq!(wrong(vec![change("remove", 1, "2026-06-10"), doctor]), [at("changes", "no_clinician")]);
}

#[test]
fn r18_who_leaves_may_come_back_in_the_same_notice() {
    let input = notice(vec![change("add", 2, "2026-06-20"), change("remove", 2, "2026-06-10")]);
    let after = input.check(&facts()).unwrap().team_after;
    let stays: Vec<(i64, Option<i64>)> =
        after.iter().filter(|stay| stay.user == UserId(2)).map(|stay| (stay.since, stay.until)).collect();
    assert_eq!(stays, [(0, Some(midnight("2026-06-10"))), (midnight("2026-06-20"), None)]);
}

#[test]
fn r16_who_comes_for_a_while_is_named_with_both_days() {
    let input = notice(vec![change("remove", 3, "2026-06-20"), change("add", 3, "2026-06-10")]);
    let after = input.check(&facts()).unwrap().team_after;
    let stay = stay(3, Profession::Doctor, midnight("2026-06-10"), Some(midnight("2026-06-20")));
    assert!(after.contains(&stay), "{after:?}");
}

#[test]
fn a_day_lies_within_reach_when_it_is_typed_and_may_grow_old_afterwards() {
    assert_eq!(wrong(vec![change("add", 3, "2026-05-01")]), [at("changes[0].on", "too_long_ago")]);
    assert!(notice(vec![change("add", 3, "2026-05-02")]).check(&facts()).is_ok());
    assert_eq!(wrong(vec![change("add", 3, "2027-06-03")]), [at("changes[0].on", "too_far_ahead")]);
    assert!(notice(vec![change("add", 3, "2027-06-02")]).check(&facts()).is_ok());
    assert_eq!(wrong(vec![change("add", 3, "6月1日")]), [at("changes[0].on", "day_invalid")]);
    let kept = CareTeamNoticeInput { typed_on: None, ..notice(vec![change("add", 3, "2026-01-01")]) };
    assert!(kept.check(&facts()).is_ok());
}

#[test]
fn everything_wrong_is_named_at_once_in_the_order_of_the_form() {
    let mut input = notice(vec![change("swap", 3, "2026-06-01"), change("add", 3, "")]);
    (input.organization_id, input.reason) = (Some(2), "あ".repeat(501));
    input.applicant.phone = "x".to_owned();
    input.channel = Some("post".to_owned());
    let found = wrong_with(&input, &Facts { room: None, ..facts() });
    assert_eq!(
        found,
        [
            at("organization_id", "unknown_organization"),
            at("applicant.phone", "phone_invalid"),
            at("room_id", "unknown_room"),
            at("changes[0].change", "unknown_value"),
            at("changes[1].on", "required"),
            at("reason", "too_long"),
            at("channel", "channel_not_allowed"),
        ]
    );
    let (none, many) = (notice(Vec::new()), notice(vec![change("add", 3, "2026-06-01"); MAX_CHANGES + 1]));
    assert_eq!(wrong_with(&none, &facts()), [at("changes", "required")]);
    assert_eq!(wrong_with(&many, &facts()), [at("changes", "too_many")]);
    assert_eq!(
        wrong_with(&CareTeamNoticeInput { room_id: None, ..notice(vec![change("add", 3, "2026-06-01")]) }, &facts()),
        [at("room_id", "required")]
    );
}
