//! Changing many cases at once.

use super::support::{HOUSING, Place, records};

const THREE: &str = "W2000,W2001,W2003";

fn district(place: &Place, district: &str) -> u64 {
    let wanted = format!("wijk={district}");
    let ever = ["--period", "1900-01-01..2999-12-31"];
    let cases = ["cases", HOUSING, "--where", &wanted];
    place.json(&[&cases[..], &ever].concat())["total"]
        .as_u64()
        .unwrap()
}

#[test]
fn a_dry_run_shows_what_would_change_and_changes_nothing() {
    let place = Place::with(&[HOUSING]);
    let (centre, before) = (district(&place, "centrum"), district(&place, "meerzicht"));
    let change = [
        "change",
        HOUSING,
        "--cases",
        THREE,
        "--set",
        "Wijk=Meerzicht",
    ];
    let seen = place.json(&[&change[..], &["--dry-run"]].concat());
    assert_eq!(
        (&seen["changed"], &seen["unchanged"]),
        (&3.into(), &0.into())
    );
    assert!(seen["operation"].is_null());
    let first = &seen["cases"][0];
    assert_eq!(first["number"], "W2000");
    assert_eq!(first["changes"][0]["field"], "wijk");
    assert_eq!(first["changes"][0]["before"], "centrum");
    assert_eq!(first["changes"][0]["after"], "meerzicht");
    assert_eq!(district(&place, "centrum"), centre);

    let told = place.done(&change);
    assert!(
        told.contains("3 zaken gewijzigd, 0 had dit al, 0 geweigerd."),
        "{told}"
    );
    assert!(told.contains("Centrum"), "{told}");
    assert!(told.contains("peildatum undo "), "{told}");
    assert_eq!(district(&place, "meerzicht"), before + 3);
}

#[test]
fn what_cannot_be_is_named_and_the_rest_is_done() {
    let place = Place::with(&[HOUSING]);
    // W2002 is closed: it cannot be handled any more.
    let said = place.run(&[
        "change",
        HOUSING,
        "--cases",
        "W2000,W2002",
        "--set",
        "status=in aanpak",
        "--format",
        "csv",
    ]);
    assert_eq!(said.code, 1, "{}", said.err);
    let records = records(&said.out);
    assert_eq!(records[1][1..5], ["W2000", "status", "nieuw", "in-aanpak"]);
    assert_eq!(records[2][1], "W2002");
    assert!(records[2][5].contains("afgesloten"), "{:?}", records[2]);
    assert!(!records[1][0].is_empty(), "the operation is named");

    let said = place.run(&[
        "change",
        HOUSING,
        "--cases",
        "W2002",
        "--set",
        "status=intake",
    ]);
    assert_eq!(said.code, 2);
}

#[test]
fn a_blank_makes_unknown_and_a_filter_says_which() {
    let place = Place::with(&[HOUSING]);
    let owners = district(&place, "centrum");
    let told = place.json(&[
        "change",
        HOUSING,
        "--where",
        "wijk=centrum",
        "--set",
        "wijk=",
    ]);
    assert_eq!(told["changed"], owners);
    assert_eq!(district(&place, "centrum"), 0);
    assert_eq!(
        told["cases"][0]["changes"][0]["after"],
        serde_json::Value::Null
    );
}

#[test]
fn what_is_not_understood_changes_nothing() {
    let place = Place::with(&[HOUSING]);
    for (arguments, sentence) in [
        (["--cases", "W2000", "--set", "wijk"], "VELD=WAARDE"),
        (["--cases", "W2000", "--set", "begin=1-1-2024"], "begin"),
        (["--cases", "W2000", "--set", "wijk=Atlantis"], "Atlantis"),
        (["--cases", "W1", "--set", "wijk=Centrum"], "W1"),
        (["--cases", "", "--set", "wijk=Centrum"], "--where"),
    ] {
        let arguments = [&["change", HOUSING][..], &arguments].concat();
        let refused = place.refused(&arguments);
        assert!(refused.contains(sentence), "{refused}");
    }
}
