//! A whole city is copied while people work, and comes back as it was at one moment.

use serde_json::Value;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use tests::{App, person, registrant, workspace};

fn xtask(arguments: &[&str]) -> (bool, String) {
    let mut xtask = Command::new(env!("CARGO"));
    xtask.current_dir(workspace()).args(["run", "--quiet", "--package", "xtask", "--bin", "xtask", "--"]);
    let output = xtask.args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said.into_owned())
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path")
}

/// Tables with their rows and hashes.
fn tables(folder: &Path) -> Value {
    let manifest: Value = serde_json::from_slice(&std::fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    manifest["tables"].clone()
}

#[test]
fn r38_a_city_is_copied_while_people_work_and_comes_back_as_it_was() {
    let app = App::start();
    let (nurse, association) = app.nurse_and_association();
    let room = app.support_room(&association, &registrant("千葉 花", "チバ ハナ"), &[&nurse]);
    let _ = app.manager("きた医院").applies_for(&[person("北 一郎", "キタ イチロウ")]);
    let place = std::env::temp_dir().join(format!("tasuki-city-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&place);
    let (copy, database) = (place.join("copy"), app.db_file());
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                let _ = nurse.writes(room.room, "今日は落ち着いています。");
            }
        });
        let (done, said) = xtask(&["backup", text(&copy), "--database", text(&database)]);
        // While people work nothing is put in the place of what they work on.
        let (replaced, refused) = xtask(&["restore", text(&copy), "--database", text(&database), "--replace"]);
        stop.store(true, Ordering::Relaxed);
        assert!(done && said.starts_with("taken: "), "{said}");
        assert!(!replaced && refused.contains("running"), "{refused}");
    });
    let rows = |name: &str| {
        let tables = tables(&copy);
        let table = tables.as_array().unwrap().iter().find(|table| table["name"] == name).cloned();
        table.unwrap_or_else(|| panic!("no {name}"))["rows"].as_i64().unwrap()
    };
    assert_eq!((rows("registrants"), rows("rooms")), (1, 1));
    // One moment: of every message that came along its event did, too.
    let (_, verified) = xtask(&["audit", "verify", text(&copy.join("tasuki.db"))]);
    assert!(verified.starts_with("intact: "), "{verified}");
    // An empty place, and from there once more: the same counts and hashes.
    let elsewhere = place.join("state/sqlite_db.db");
    let (done, said) = xtask(&["restore", text(&copy), "--database", text(&elsewhere)]);
    assert!(done && said.starts_with("restored: "), "{said}");
    let again = place.join("again");
    let (done, said) = xtask(&["backup", text(&again), "--database", text(&elsewhere)]);
    assert!(done, "{said}");
    assert_eq!(tables(&again), tables(&copy));
    // One byte of another value.
    let file = copy.join("tasuki.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let (done, said) = xtask(&["restore", text(&copy), "--database", text(&place.join("third/sqlite_db.db"))]);
    assert!(!done && said.contains("not the file that was taken"), "{said}");
    std::fs::remove_dir_all(place).unwrap();
}
