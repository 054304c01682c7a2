//! The aims of issue 6 hold on the messages that were labelled before there was an engine, on those it was tuned on, and on
//! those that others wrote later to see whether it holds in general.

#[path = "../examples/measure/cases.rs"]
mod cases;
#[path = "../examples/measure/score.rs"]
mod score;

use std::path::Path;

const IDENTIFIERS_MIN: f64 = 0.95;
const COMBINATIONS_MIN: f64 = 0.85;
const FALSE_ALARMS_MAX: f64 = 0.05;

fn meets_the_aims(file: &str) -> Result<(), String> {
    let set = cases::Set::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(file))?;
    let score = score::Score::of(&set);
    let report = score.report(file, false);
    assert!(set.cases.len() >= 80, "{file}");
    assert!(score.identifiers.value() >= IDENTIFIERS_MIN, "{report}");
    assert!(score.combinations.value() >= COMBINATIONS_MIN, "{report}");
    assert!(score.false_alarms.value() <= FALSE_ALARMS_MAX, "{report}");
    Ok(())
}

#[test]
fn r27_the_held_out_messages_are_judged_well() -> Result<(), String> {
    meets_the_aims("held-out.toml")
}

#[test]
fn r27_the_messages_tuned_on_are_judged_well() -> Result<(), String> {
    meets_the_aims("develop.toml")
}

#[test]
fn r27_the_messages_written_later_are_judged_well() -> Result<(), String> {
    ["second.toml", "third.toml", "fourth.toml"].into_iter().try_for_each(meets_the_aims)
}
