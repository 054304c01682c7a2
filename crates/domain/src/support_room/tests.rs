use super::*;
use crate::account::ApplicantInput;

fn today() -> NaiveDate {
    "2026-06-01".parse().unwrap()
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

fn facts() -> Facts {
    Facts {
        organization: Some((OrganizationId(1), OrganizationName::parse("みなみ診療所").unwrap())),
        people: vec![known(5, Profession::VisitingNurse), known(6, Profession::CareManager)],
        by_desk: false,
        today: today(),
    }
}

fn form() -> SupportRoomInput {
    let text = str::to_owned;
    SupportRoomInput {
        organization_id: Some(1),
        applicant: ApplicantInput {
            name: text("鈴木 一郎"),
            kana: text("スズキ イチロウ"),
            email: String::new(),
            phone: text("047-300-1111"),
        },
        registrant: RegistrantInput {
            name: text("市川 花"),
            kana: text("いちかわ はな"),
            birth_date: text("1938/05/21"),
            postal_code: String::new(),
            address: text("市川市八幡1-1-1"),
            phone: String::new(),
        },
        consent: Some(ConsentInput {
            signed_by: text("representative"),
            representative_name: text("市川 進"),
            representative_relation: text("child"),
            signed_on: text("2026-05-20"),
            scan_agreed_on: String::new(),
        }),
        team: Some(TeamInput {
            members: vec![
                MemberInput { user_id: Some(5), ..MemberInput::default() },
                MemberInput {
                    name: text("田中 恵"),
                    kana: text("タナカ メグミ"),
                    profession: text("care_worker"),
                    organization_name: text("きた介護"),
                    ..MemberInput::default()
                },
            ],
        }),
        channel: None,
    }
}

fn wrong(input: &SupportRoomInput) -> Vec<(String, &'static str)> {
    let violations = input.check(&facts()).unwrap_err();
    violations.iter().map(|violation| (violation.field.clone(), violation.code)).collect()
}

#[test]
fn r14_a_whole_set_is_read_and_can_be_kept() {
    let checked = form().check(&facts()).unwrap();
    assert_eq!(checked.missing(), []);
    let consent = checked.consent.as_ref().unwrap();
    assert_eq!(consent.representative.as_ref().unwrap().relation, RepresentativeRelation::Child);
    assert_eq!(checked.members.iter().map(|member| member.user).collect::<Vec<_>>(), [Some(UserId(5)), None]);
    // What is kept reads as the same set, with what the account says filled in.
    let kept = SupportRoomInput::from(&checked);
    assert_eq!(kept.check(&facts()), Ok(checked));
    assert_eq!(kept.registrant.kana, "イチカワ ハナ");
    assert_eq!(kept.team.unwrap().members[0].name, "山田 花子");
}

#[test]
fn r14_half_a_set_is_kept_and_says_what_is_missing() {
    let without_team = SupportRoomInput { team: None, ..form() };
    assert_eq!(without_team.check(&facts()).unwrap().missing(), [MissingPart::Team]);
    let without_consent = SupportRoomInput { consent: None, ..form() };
    assert_eq!(without_consent.check(&facts()).unwrap().missing(), [MissingPart::Consent]);
    assert_eq!(without_consent.missing(), [MissingPart::Consent]);
    let nothing = SupportRoomInput { consent: None, team: None, ..form() };
    assert_eq!(wrong(&nothing), [("consent".to_owned(), "required")]);
}

#[test]
fn r17_a_team_needs_a_doctor_or_visiting_nurse() {
    let mut input = form();
    input.team.as_mut().unwrap().members[0].user_id = Some(6);
    assert_eq!(wrong(&input), [("team.members".to_owned(), "no_clinician")]);
}

#[test]
fn everything_wrong_is_named_at_once_in_the_order_of_the_form() {
    let mut input = form();
    input.organization_id = Some(2);
    input.applicant.phone = "x".to_owned();
    input.registrant.birth_date = "2026-06-02".to_owned();
    let consent = input.consent.as_mut().unwrap();
    (consent.signed_on, consent.representative_name) = ("2027-01-01".to_owned(), String::new());
    input.team.as_mut().unwrap().members[1].user_id = Some(7);
    let fields: Vec<String> = wrong(&input).into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            "organization_id",
            "applicant.phone",
            "registrant.birth_date",
            "consent.representative_name",
            "consent.signed_on",
            "team.members[1].user_id"
        ]
    );
}

#[test]
fn a_person_is_named_once() {
    let mut input = form();
    let team = &mut input.team.as_mut().unwrap().members;
    team.push(team[1].clone());
    team.push(team[0].clone());
    assert_eq!(
        wrong(&input),
        [
            ("team.members[2].user_id".to_owned(), "same_person_twice"),
            ("team.members[3].user_id".to_owned(), "same_person_twice")
        ]
    );
}

#[test]
fn a_person_signs_without_a_representative() {
    let mut input = form();
    let consent = input.consent.as_mut().unwrap();
    consent.signed_by = "person".to_owned();
    let checked = input.check(&facts()).unwrap();
    assert_eq!(checked.consent.unwrap().representative, None);
}
