//! Making a vault that is stopped at any moment: it can be made again, or it is there whole.

use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::{HOUSING, Place};

fn started(place: &Place, arguments: &[&str]) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin!())
        .arg("--vault")
        .arg(place.vault())
        .args(arguments)
        .env("XDG_CONFIG_HOME", place.folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// How long a command takes that is not stopped.
fn needed(arguments: &[&str]) -> Duration {
    let begin = Instant::now();
    let mut child = started(&Place::empty(), arguments);
    assert!(child.wait().unwrap().success());
    begin.elapsed()
}

/// Stops a command as soon as the moment has come, and does it again.
fn stopped_at(arguments: &[&str], cases: u64, moment: impl Fn(&Place) -> bool) {
    let place = Place::empty();
    let mut child = started(&place, arguments);
    while !moment(&place) && child.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(200));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let again = place.run(arguments);
    // It was there already, whole.
    let is_there = again.code == 2 && again.err.contains("staan al gegevens");
    assert!(again.code == 0 || is_there, "{again:?}");
    assert_eq!(place.count(HOUSING), cases);
    assert!(!place.vault().join(".staged").exists());
}

#[test]
fn a_new_vault_that_is_stopped_at_any_moment_can_be_made_again() {
    let needed = needed(&["init"]);
    for third in 0..=3 {
        let begin = Instant::now();
        let part = needed.mul_f64(f64::from(third) / 3.0);
        stopped_at(&["init"], 0, |_| begin.elapsed() > part);
    }
    let ready = |place: &Place| place.vault().join(".staged/ready").exists();
    stopped_at(&["init"], 0, ready);
}

#[test]
fn a_demo_that_is_stopped_at_any_moment_can_be_made_again() {
    let demo = ["demo", "--cases", "5", "--no-window"];
    let needed = needed(&demo);
    for third in 1..=2 {
        let begin = Instant::now();
        let part = needed.mul_f64(f64::from(third) / 3.0);
        stopped_at(&demo, 5, |_| begin.elapsed() > part);
    }
    let ready = |place: &Place| place.vault().join(".staged/ready").exists();
    stopped_at(&demo, 5, ready);
}
