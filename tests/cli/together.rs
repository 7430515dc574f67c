//! Several commands at once: on the morning of a new version everybody opens the vault that was left by the earlier one.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use peildatum::store::{Backups, VaultLock};

use crate::support::{Place, data};

/// A vault as version 8 left it.
fn earlier() -> Place {
    let place = Place::empty();
    fs::create_dir(place.vault()).unwrap();
    for file in fs::read_dir(data("vault-version-8")).unwrap() {
        let file = file.unwrap().path();
        fs::copy(&file, place.vault().join(file.file_name().unwrap())).unwrap();
    }
    place
}

fn started(place: &Place) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin!())
        .arg("--vault")
        .arg(place.vault())
        .args(["balance", "jeugdaanpak", "--format", "json"])
        .env("XDG_CONFIG_HOME", place.folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn an_old_vault_is_brought_up_to_date_by_one_while_the_others_wait() {
    let place = earlier();
    let children: Vec<Child> = (0..24).map(|_| started(&place)).collect();
    let mut said = Vec::new();
    for child in children {
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{err}");
        // Nothing, or that it waited.
        assert!(err.lines().count() <= 1, "{err}");
        let read: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        said.push(read);
    }
    assert!(said.iter().all(|read| *read == said[0]));
    let backups = Backups::of(&place.vault()).list().unwrap();
    let [backup] = backups.as_slice() else {
        panic!("{backups:?}")
    };
    let teams = backup.files.iter().map(|file| file.team.as_str());
    assert_eq!(
        teams.collect::<Vec<_>>(),
        ["gedeeld", "jeugd", "maatregelen"]
    );
}

#[test]
fn a_command_waits_for_whoever_has_the_vault_alone_and_says_so() {
    let place = Place::with_vault();
    let alone = VaultLock::exclusive(&place.vault()).unwrap();
    let mut child = started(&place);
    sleep(Duration::from_millis(1800));
    assert!(child.try_wait().unwrap().is_none());
    drop(alone);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.contains("zodra dat klaar is"), "{err}");
}
