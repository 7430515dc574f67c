//! Copies of a vault on the command line.

use std::fs;

use crate::support::{HOUSING, Place, json};

#[test]
fn backups_are_made_listed_and_checked() {
    let place = Place::with(&[HOUSING]);
    assert!(
        place
            .done(&["backup", "list"])
            .contains("geen reservekopieën")
    );
    let disk = place.folder.path().join("schijf");
    let disk = disk.to_str().unwrap();
    let made = place.done(&["backup", "make", "--to", disk]);
    assert!(made.contains("210 zaken in 8 bestanden"), "{made}");
    let list = place.json(&["backup", "list"]);
    let [backup] = list.as_array().unwrap().as_slice() else {
        panic!("{list}")
    };
    assert_eq!(
        (&backup["kind"], &backup["verified"], &backup["cases"]),
        (&"manual".into(), &true.into(), &210.into())
    );
    let keys: Vec<&String> = backup.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["cases", "kind", "made", "name", "verified"]);
    let second = json(&place.done(&["backup", "list", "--from", disk, "--format", "json"]));
    assert_eq!(second[0]["cases"], 210);
    let name = backup["name"].as_str().unwrap();
    assert!(place.done(&["backup", "list"]).contains(name));
    assert!(place.done(&["backup", "verify"]).contains(name));
    assert!(
        place
            .done(&["backup", "verify", name, "--from", disk])
            .contains(name)
    );
    // One byte of a copy that is not as it was.
    let copy = place.vault().join("backups").join(name).join("jeugd.db");
    let mut bytes = fs::read(&copy).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&copy, bytes).unwrap();
    let refused = place.refused(&["backup", "verify", name]);
    assert!(refused.contains("jeugd.db"), "{refused}");
    let list = place.json(&["backup", "list"]);
    assert_eq!(list[0]["verified"], false);
}

#[test]
fn without_a_vault_or_a_backup_it_is_said() {
    let nothing = Place::empty();
    nothing.refused(&["backup", "make"]);
    let place = Place::with_vault();
    place.refused(&["backup", "verify"]);
    let refused = place.refused(&["backup", "restore", "gisteren"]);
    assert!(refused.contains("geen reservekopie"), "{refused}");
}

#[test]
fn a_backup_is_put_back_without_a_question() {
    let place = Place::with(&[HOUSING]);
    place.done(&["backup", "make"]);
    let name = place.json(&["backup", "list"])[0]["name"].clone();
    let name = name.as_str().unwrap();
    let reported = place.done(&[
        "change",
        HOUSING,
        "--cases",
        "W2001",
        "--set",
        "wijk=centrum",
    ]);
    let dry = place.done(&["backup", "restore", name, "--dry-run"]);
    assert!(
        dry.contains("1 zaak wordt weer zoals zij toen was (W2001)"),
        "{dry}{reported}"
    );
    assert!(dry.contains("Er is niets gewijzigd."), "{dry}");
    assert!(place.json(&["backup", "list"]).as_array().unwrap().len() == 1);
    let done = place.done(&["backup", "restore", name]);
    assert!(done.contains("is teruggezet"), "{done}");
    let list = place.json(&["backup", "list"]);
    let kinds: Vec<_> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["kind"])
        .collect();
    assert_eq!(kinds, ["restore", "manual"]);
    let again = place.done(&["backup", "restore", name, "--dry-run"]);
    assert!(!again.contains("W2001"), "{again}");
    place.done(&["doctor"]);
}
