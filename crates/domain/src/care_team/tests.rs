use super::*;
use proptest::prelude::*;

const NOW: i64 = 1_000;

fn stay(user: i64, profession: Profession, since: i64, until: Option<i64>) -> Assignment {
    Assignment { user: UserId(user), profession, since, until }
}

fn add(user: i64, profession: Profession, at: i64) -> Change {
    Change::Add { user: UserId(user), profession, at }
}

fn remove(user: i64, at: i64) -> Change {
    Change::Remove { user: UserId(user), at }
}

#[test]
fn r17_the_last_nurse_stays() {
    let team = [stay(1, Profession::VisitingNurse, 0, None), stay(2, Profession::CareManager, 0, None)];
    let after = apply(&team, &[remove(1, NOW)]).unwrap();
    assert_eq!(keeps_a_clinician(&team, &after, NOW), Err(NOW));
    // A doctor comes in the same notice, but only the day after.
    let late = apply(&team, &[remove(1, NOW), add(3, Profession::Doctor, NOW + 1)]).unwrap();
    assert_eq!(keeps_a_clinician(&team, &late, NOW), Err(NOW));
    let in_time = apply(&team, &[remove(1, NOW + 1), add(3, Profession::Doctor, NOW + 1)]).unwrap();
    assert_eq!(keeps_a_clinician(&team, &in_time, NOW), Ok(()));
    assert_eq!(without_clinician_from(&in_time, NOW), None);
}

#[test]
fn r17_a_nurse_who_does_not_visit_is_not_enough() {
    assert!(!is_clinician(Profession::Nurse) && !is_clinician(Profession::Dentist));
    assert_eq!(without_clinician_from(&[stay(1, Profession::Nurse, 5, None)], NOW), Some(5));
    assert_eq!(without_clinician_from(&[], NOW), Some(NOW));
}

#[test]
fn r17_a_team_that_lost_its_doctor_can_still_be_changed() {
    let team = [stay(1, Profession::Doctor, 0, Some(500)), stay(2, Profession::Pharmacist, 0, None)];
    let without = apply(&team, &[remove(2, NOW)]).unwrap();
    assert_eq!(keeps_a_clinician(&team, &without, NOW), Ok(()));
    let planned = apply(&team, &[add(3, Profession::Doctor, 2_000)]).unwrap();
    assert_eq!(without_clinician_from(&planned, NOW), Some(500));
    assert_eq!(without_clinician_from(&planned, 2_000), None);
    // The doctor who is to come cannot be called off: the lack would get longer.
    let called_off = apply(&planned, &[remove(3, NOW)]).unwrap();
    assert_eq!(keeps_a_clinician(&planned, &called_off, NOW), Err(2_000));
}

#[test]
fn r17_two_who_leave_together_are_the_last_together() {
    let team = [
        stay(1, Profession::Doctor, 0, None),
        stay(2, Profession::VisitingNurse, 2_000, None),
        stay(3, Profession::CareManager, 0, None),
    ];
    let last = |users: &[i64]| {
        let users: Vec<UserId> = users.iter().copied().map(UserId).collect();
        are_last_clinicians(&team, &users, NOW)
    };
    // The nurse is only to come: until then the doctor is the only one.
    assert!(last(&[1]) && last(&[1, 2]) && !last(&[2]) && !last(&[3]) && !last(&[]));
    // A team that lacks them already loses nothing more.
    assert!(!are_last_clinicians(&team[2..], &[UserId(3)], NOW));
}

#[test]
fn r17_a_lack_after_another_is_another_one() {
    let team = [
        stay(1, Profession::Doctor, 0, Some(500)),
        stay(2, Profession::VisitingNurse, 2_000, Some(3_000)),
        stay(3, Profession::CareManager, 0, None),
    ];
    assert_eq!(
        [NOW, 1_999, 2_000, 3_500].map(|now| without_clinician_from(&team, now)),
        [500, 500, 3_000, 3_000].map(Some)
    );
    assert!(is_another_lack(&team, 500, 3_000) && is_another_lack(&team, 3_000, 500));
    assert!(!is_another_lack(&team, 500, 600));
}

#[test]
fn r18_who_returns_has_two_stays() {
    let team = [stay(1, Profession::Doctor, 0, None)];
    let after = apply(&team, &[add(1, Profession::Doctor, 3_000), remove(1, 2_000)]).unwrap();
    let held: Vec<bool> =
        [1_999, 2_000, 2_999, 3_000].map(|moment| after.iter().any(|stay| stay.holds_at(moment))).into();
    assert_eq!(held, [true, false, false, true]);
    // On one day: out and in again.
    let same_day = apply(&team, &[add(1, Profession::Doctor, 2_000), remove(1, 2_000)]).unwrap();
    assert_eq!(keeps_a_clinician(&team, &same_day, NOW), Ok(()));
}

#[test]
fn nobody_comes_twice_and_nobody_goes_who_is_not_there() {
    let team = [stay(1, Profession::Doctor, 0, Some(2_000)), stay(2, Profession::Doctor, 3_000, None)];
    assert_eq!(apply(&team, &[add(1, Profession::Doctor, NOW)]), Err((0, ChangeRefused::AlreadyMember)));
    assert_eq!(apply(&team, &[add(2, Profession::Doctor, NOW)]), Err((0, ChangeRefused::AlreadyMember)));
    assert_eq!(apply(&team, &[add(3, Profession::Doctor, NOW), remove(4, NOW)]), Err((1, ChangeRefused::NotMember)));
    assert!(apply(&team, &[add(1, Profession::Doctor, 2_000)]).is_ok());
    // Called off before it began, and planned again for the same moment.
    let again = apply(&team, &[remove(2, NOW), add(2, Profession::Doctor, 3_000)]).unwrap();
    assert_eq!(again.iter().filter(|stay| stay.user == UserId(2) && stay.holds_at(3_000)).count(), 1);
}

fn profession(UserId(user): UserId) -> Profession {
    match user % 3 {
        0 => Profession::Doctor,
        1 => Profession::VisitingNurse,
        _ => Profession::CareWorker,
    }
}

fn any_change() -> impl Strategy<Value = Change> {
    (0..6_i64, 0..40_i64, any::<bool>()).prop_map(|(user, day, adds)| {
        let (user, at) = (UserId(user), NOW + day * 10);
        if adds { Change::Add { user, profession: profession(user), at } } else { Change::Remove { user, at } }
    })
}

proptest! {
    /// Whatever notices are accepted one after another, nobody is in a team twice at one moment, and there is always a
    /// doctor or visiting nurse.
    #[test]
    fn r17_never_breaks_by_notices(notices in prop::collection::vec(prop::collection::vec(any_change(), 1..4), 0..30)) {
        let mut team = vec![stay(0, Profession::Doctor, 0, None)];
        let mut now = NOW;
        for notice in notices {
            now += 7;
            // What a notice asks for the past happens at its acceptance.
            let changes: Vec<Change> = notice.into_iter().map(|change| match change {
                Change::Add { user, profession, at } => Change::Add { user, profession, at: at.max(now) },
                Change::Remove { user, at } => Change::Remove { user, at: at.max(now) },
            }).collect();
            let Ok(after) = apply(&team, &changes) else { continue };
            if keeps_a_clinician(&team, &after, now).is_ok() {
                team = after;
            }
            prop_assert_eq!(without_clinician_from(&team, now), None);
            for moment in moments(&team, now) {
                for user in 0..6 {
                    let stays = team.iter().filter(|stay| stay.user == UserId(user) && stay.holds_at(moment)).count();
                    prop_assert!(stays <= 1);
                }
            }
        }
    }
}
