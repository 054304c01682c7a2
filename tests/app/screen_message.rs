//! The screening engine as a component of its own (R27). What it finds is told by the scenarios of what posts messages.

use tests::workspace;

fn manifest() -> toml::Table {
    std::fs::read_to_string(workspace().join("spin.toml")).unwrap().parse().unwrap()
}

#[test]
fn r27_the_engine_is_given_nothing() {
    let manifest = manifest();
    let mut given: Vec<&str> =
        manifest["component"]["screen-message"].as_table().unwrap().keys().map(String::as_str).collect();
    given.sort_unstable();
    assert_eq!(given, ["build", "source"]);
    let triggers = manifest["trigger"]["http"].as_array().unwrap();
    assert!(triggers.iter().all(|trigger| trigger["component"].as_str() != Some("screen-message")));
}

#[test]
fn r27_the_engine_reaches_for_nothing() {
    let source = manifest()["component"]["screen-message"]["source"].as_str().unwrap().to_owned();
    let component = std::fs::read(workspace().join(source)).unwrap();
    let names = |interface: &str| component.windows(interface.len()).any(|bytes| bytes == interface.as_bytes());
    assert!(names("tasuki:screening/screen@"), "it exports the interface");
    for interface in ["wasi:http", "wasi:sockets", "spin:", "fermyon:spin"] {
        assert!(!names(interface), "{interface}");
    }
}
