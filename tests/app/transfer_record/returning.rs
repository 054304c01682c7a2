//! Somebody moves back: the record that comes home knows more than the one that left, and nothing is told twice (R38).

use super::taking_over::{Sent, elsewhere, entries};
use super::valid::{findings, full_record};
use super::{Team, of_type};
use serde_json::{Value, json};

#[test]
fn r38_a_record_that_comes_home_is_not_told_twice() {
    let (home, _) = full_record();
    let file = home.doctor.sends_file(home.room, "創部.txt", "写真の代わり".as_bytes());
    home.doctor.posts(home.room, &json!({ "body": "明日診ます", "files": [file] })).created();
    let left = home.exported();
    let away = elsewhere(&left);
    away.takes_over(&Sent::of(&left, 1));
    let _ = away.nurse.writes(away.room, "転居先での記録です。");
    // Into the very room that it has left.
    home.takes_over(&Sent::of(&away.exported(), 2));
    let back = home.exported();
    assert_eq!(findings(&back), "");
    let all = back["entry"].as_array().unwrap();
    assert_eq!(entries(&back).len(), all.len(), "an entry is there twice");
    let said = |bundle: &Value| of_type(bundle, "Communication").len();
    assert_eq!(said(&back), said(&left) + 1);
    assert_eq!(of_type(&back, "Binary"), of_type(&left, "Binary"));
    assert_eq!(of_type(&back, "Observation").len(), of_type(&left, "Observation").len());
    assert_eq!(of_type(&back, "Patient").len(), 2);
}

#[test]
fn r38_nobody_is_another_one_of_herself() {
    let home = Team::start();
    home.takes_over(&Sent::of(&home.exported(), 1));
    let again = home.exported();
    let patients = of_type(&again, "Patient");
    assert_eq!((patients.len(), patients[0].get("link")), (1, None), "{patients:?}");
}
