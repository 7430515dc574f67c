//! Changing many cases at once.

use chrono::Utc;
use peildatum::register::{EntryState, Value};
use peildatum::store::{CaseOf, EntryWrite, Opens, Operation, Vault};

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

#[test]
fn what_was_changed_is_undone_by_its_code_and_done_again_by_the_next() {
    let place = Place::with(&[HOUSING]);
    let centre = district(&place, "centrum");
    let change = place.json(&[
        "change",
        HOUSING,
        "--cases",
        THREE,
        "--set",
        "wijk=Meerzicht",
        "--reason",
        "proef",
    ]);
    let operation = change["operation"].as_str().unwrap().to_owned();
    assert_ne!(district(&place, "centrum"), centre);
    let told = place.done(&["undo", &operation]);
    assert!(told.contains("3 zaken zijn weer zoals eerst."), "{told}");
    assert_eq!(district(&place, "centrum"), centre);
    let again = told.trim().rsplit(' ').next().unwrap();
    place.done(&["undo", again]);
    assert_ne!(district(&place, "centrum"), centre);
    let unknown = place.refused(&["undo", "bestaat-niet"]);
    assert!(unknown.contains("bestaat-niet"), "{unknown}");
}

#[test]
fn undoing_a_step_takes_back_the_case_that_it_opened_with_another_team() {
    let place = Place::with(&[HOUSING]);
    let now = Utc::now();
    let mut vault = Vault::open(&place.vault(), now).unwrap();
    let store = vault.store(HOUSING).unwrap();
    let case = store.case_by_number(HOUSING, "W2000").unwrap().unwrap();
    let step = EntryState::at("maatregel", now.naive_utc())
        .with("maatregel", Value::Choice("sluiting".to_owned()));
    let mut action = Operation::by("j.jansen", now)
        .with_entry(EntryWrite::new(CaseOf::Existing(case.key), step));
    action.opens = Some(Opens {
        register: "sluitingen".to_owned(),
        running: None,
    });
    vault.record(HOUSING, &action).unwrap();
    drop(vault);
    let closures = || {
        let ever = ["--period", "1900-01-01..2999-12-31"];
        let cases = ["cases", "sluitingen"];
        place.json(&[&cases[..], &ever].concat())["total"].clone()
    };
    assert_eq!(closures(), 1);
    let told = place.done(&["undo", &action.id]);
    assert!(told.contains("2 zaken zijn weer zoals eerst."), "{told}");
    assert_eq!(closures(), 0);
    let again = told.trim().rsplit(' ').next().unwrap();
    place.done(&["undo", again]);
    assert_eq!(closures(), 1);
}

#[test]
fn what_was_changed_since_is_not_undone_and_nothing_of_the_other_is_lost() {
    let place = Place::with(&[HOUSING]);
    let owner = |owner: &str| {
        let set = format!("behandelaar={owner}");
        let change = ["change", HOUSING, "--cases", "W2000", "--set", &set];
        let told = place.json(&change);
        told["operation"].as_str().unwrap().to_owned()
    };
    let first = owner("Anna Verzonnen");
    let second = owner("Bas Verzonnen");
    let refused = place.refused(&["undo", &first]);
    for part in ["W2000", "Behandelaar", "Bas Verzonnen", "j.jansen"] {
        assert!(refused.contains(part), "{part}: {refused}");
    }
    place.done(&["undo", &second]);
    place.done(&["undo", &first]);
}

#[test]
fn an_import_is_undone_as_a_whole_and_brings_its_cases_back() {
    let place = Place::with_vault();
    let file = super::support::data("woonoverlast-2024.csv");
    let import = ["import", HOUSING, file.to_str().unwrap()];
    let operation = place.json(&import)["operation"]
        .as_str()
        .unwrap()
        .to_owned();
    let cases = place.count(HOUSING);
    place.done(&["undo", &operation]);
    assert_eq!(place.count(HOUSING), 0);
    let again = place.json(&import);
    assert_eq!(
        (&again["added"], &again["refused"]),
        (&cases.into(), &0.into())
    );
    assert_eq!(place.count(HOUSING), cases);
    let third = place.json(&import);
    assert_eq!(third["unchanged"], cases);
    assert!(third["operation"].is_null());
}

#[test]
fn a_case_is_merged_into_another_one_and_is_found_there() {
    let place = Place::with(&[HOUSING]);
    let cases = place.count(HOUSING);
    let merge = ["merge", HOUSING, "W2001", "W2000"];
    let seen = place.done(&[&merge[..], &["--dry-run"]].concat());
    assert!(seen.contains("Wijk: Buytenweg"), "{seen}");
    assert_eq!(place.count(HOUSING), cases);
    let told = place.done(&merge);
    assert_eq!(place.count(HOUSING), cases - 1);
    // Whoever knows the other number still finds the case.
    let out = place.file("zaak.html", "");
    place.done(&["paper", HOUSING, "W2001", "--out", &out, "--overwrite"]);
    let paper = std::fs::read_to_string(&out).unwrap();
    assert!(paper.contains("W2000"), "{paper}");
    // The file from which it came says nothing new of it.
    let file = super::support::data("woonoverlast-2024.csv");
    let again = place.json(&["import", HOUSING, file.to_str().unwrap(), "--dry-run"]);
    assert_eq!(again["added"], 0);
    let operation = told.trim().rsplit(' ').next().unwrap();
    place.done(&["undo", operation]);
    assert_eq!(place.count(HOUSING), cases);
    let refused = place.refused(&["merge", HOUSING, "W2000", "W2000"]);
    assert!(refused.contains("zichzelf"), "{refused}");
}

#[test]
fn cases_are_closed_together_with_a_day_and_an_outcome() {
    let place = Place::with(&[HOUSING]);
    let change = ["change", HOUSING, "--cases", THREE];
    let outcome = ["--set", "uitkomst=Opgelost"];
    let said = place.run(&[&change[..], &outcome].concat());
    assert_ne!(said.code, 0);
    assert!(said.err.contains("--set einde=DATUM"), "{}", said.err);

    let end = ["--set", "einde=20-11-2025"];
    let closed = place.json(&[&change[..], &end, &outcome].concat());
    let wanted = (&3.into(), &0.into());
    assert_eq!((&closed["changed"], &closed["refused"]), wanted);
    let again = place.json(&[&change[..], &end, &outcome].concat());
    assert_eq!(
        (&again["changed"], &again["unchanged"]),
        (&0.into(), &3.into())
    );
}
