//! `import`: what goes in, what is refused, and what is said of it.

use chrono::Utc;
use peildatum::language::Language;
use peildatum::store::Vault;
use serde_json::json;

use crate::support::{COACHING, HOUSING, Place, SIGNALS, Said, UNDERMINING, YOUTH, data, records};

/// Five rows of which two are refused, and a column that says nothing of the register.
const MIXED: &str = "\
Zaaknummer;Datum melding;Datum afgesloten;Wijk;Eigendom;Kleur
A1;03-01-2024;;Centrum;koop;rood
A2;31-02-2024;;Centrum;koop;
A3;05-01-2024;;Nergens;koop;
A4;06-01-2024;01-03-2024;Meerzicht;corporatie;
A5;07-01-2024;;;koop;
";

fn housing_file() -> String {
    data("woonoverlast-2024.csv").to_str().unwrap().to_owned()
}

#[test]
fn every_row_of_the_documents_goes_in_and_again_adds_nothing() {
    let place = Place::with_vault();
    for (register, rows) in [
        (HOUSING, 210),
        (SIGNALS, 177),
        (UNDERMINING, 20),
        (YOUTH, 134),
        (COACHING, 54),
    ] {
        let file = data(&format!("{register}-2024.csv"));
        let import = ["import", register, file.to_str().unwrap()];
        let mut expected = json!({
            "read": rows, "added": rows, "updated": 0, "unchanged": 0, "refused": 0, "problems": [],
        });
        let mut said = place.json(&import);
        let operation = said.as_object_mut().unwrap().remove("operation");
        assert!(operation.is_some_and(|id| id.is_string()), "{register}");
        assert_eq!(said, expected, "{register}");
        (expected["added"], expected["unchanged"]) = (json!(0), json!(rows));
        // What changes nothing is no action that can be undone.
        expected["operation"] = json!(null);
        assert_eq!(place.json(&import), expected, "{register}");
        assert_eq!(place.count(register), rows, "{register}");
    }
}

#[test]
fn the_report_is_a_sentence_unless_a_program_reads_it() {
    let place = Place::with_vault();
    let first = place.done(&["import", HOUSING, &housing_file()]);
    let lines: Vec<&str> = first.lines().collect();
    assert_eq!(
        lines[0],
        "210 rijen gelezen: 210 toegevoegd, 0 bijgewerkt, 0 ongewijzigd, 0 geweigerd."
    );
    assert!(lines[1].contains("peildatum undo "), "{first}");
    assert_eq!(lines.len(), 2, "{first}");
    let again = place.done(&["import", HOUSING, &housing_file(), "--lang", "en"]);
    assert_eq!(
        again,
        "210 rows read: 0 added, 0 updated, 210 unchanged, 0 refused.\n"
    );
}

#[test]
fn good_rows_go_in_and_refused_ones_are_named() {
    let place = Place::with_vault();
    let file = place.file("meldingen.csv", MIXED);
    let Said { code, out, err } = place.run(&["import", HOUSING, &file]);
    assert_eq!(code, 1);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        lines[0],
        "5 rijen gelezen: 3 toegevoegd, 0 bijgewerkt, 0 ongewijzigd, 2 geweigerd."
    );
    assert!(lines[1].contains("peildatum undo "), "{out}");
    assert!(
        lines[2].starts_with("rij 3, kolom Datum melding, waarde 31-02-2024: “31-02-2024” is geen")
    );
    assert!(lines[3].starts_with("rij 4, kolom Wijk, waarde Nergens: "));
    assert!(lines[3].contains("Oosterheem"), "{}", lines[3]);
    assert!(
        err.contains("Kleur"),
        "the ignored column is named on the other output: {err}"
    );
    assert_eq!(place.count(HOUSING), 3);
}

#[test]
fn the_same_report_for_a_program_and_for_a_spreadsheet() {
    let place = Place::with_vault();
    let file = place.file("meldingen.csv", MIXED);
    let import = ["import", HOUSING, &file, "--dry-run", "--format"];
    let Said { code, out, err } = place.run(&[&import[..], &["json"]].concat());
    assert_eq!(code, 1);
    assert!(err.contains("Kleur"));
    let report = crate::support::json(&out);
    let counts = ["read", "added", "updated", "unchanged", "refused"];
    assert_eq!(
        counts.map(|name| report[name].as_u64().unwrap()),
        [5, 3, 0, 0, 2]
    );
    let problem = &report["problems"][1];
    assert_eq!(problem["row"], 4);
    assert_eq!(problem["column"], "Wijk");
    assert_eq!(problem["value"], "Nergens");
    assert!(
        problem["message"]
            .as_str()
            .unwrap()
            .starts_with("“Nergens” is geen keuze")
    );
    let Said { code, out, err } = place.run(&[&import[..], &["csv", "--lang", "en"]].concat());
    assert_eq!(code, 1);
    assert!(err.contains("5 rows read: 3 added"), "{err}");
    let records = records(&out);
    assert_eq!(records[0], ["rij", "kolom", "waarde", "melding"]);
    assert_eq!(records[2][..3], ["4", "Wijk", "Nergens"]);
}

#[test]
fn a_dry_run_writes_nothing() {
    let place = Place::with_vault();
    let said = place.done(&["import", HOUSING, &housing_file(), "--dry-run"]);
    assert!(said.contains("210 toegevoegd"), "{said}");
    assert!(said.contains("er is niets opgeslagen"), "{said}");
    assert_eq!(place.count(HOUSING), 0);
}

#[test]
fn all_or_nothing_is_nothing_when_a_row_is_refused() {
    let place = Place::with_vault();
    let file = place.file("meldingen.csv", MIXED);
    let Said { code, out, err } = place.run(&["import", HOUSING, &file, "--all-or-nothing"]);
    assert_eq!(code, 2);
    assert!(out.contains("0 toegevoegd"), "{out}");
    assert!(out.contains("waarde Nergens"), "{out}");
    assert!(err.contains("Er zijn 2 rijen geweigerd"), "{err}");
    assert_eq!(place.count(HOUSING), 0);
    // A dry run says what would happen: nothing.
    let dry = place.run(&["import", HOUSING, &file, "--all-or-nothing", "--dry-run"]);
    assert_eq!(dry.code, 1);
    assert!(dry.out.contains("0 toegevoegd"), "{}", dry.out);
    assert!(dry.err.contains("Er zijn 2 rijen geweigerd"), "{}", dry.err);
    // Without a refusal everything goes in.
    place.done(&["import", HOUSING, &housing_file(), "--all-or-nothing"]);
    assert_eq!(place.count(HOUSING), 210);
}

#[test]
fn a_column_can_be_pointed_out() {
    let place = Place::with_vault();
    let file = place.file(
        "export.csv",
        "Id;Aangemaakt=op;Buurt\nB1;03-01-2024;Centrum\n",
    );
    let maps = ["--map", "Id=nummer", "--map", "Aangemaakt=op=begin"];
    let import = [
        &["import", HOUSING, &file],
        &maps[..],
        &["--map", "Buurt=wijk"],
    ]
    .concat();
    place.done(&import);
    let cases = place.json(&[
        "cases",
        HOUSING,
        "--period",
        "2024",
        "--where",
        "wijk=centrum",
    ]);
    assert_eq!(cases["cases"][0]["number"], "B1");
}

#[test]
fn a_changed_row_updates_its_case() {
    let place = Place::with_vault();
    let header = "Zaaknummer;Datum melding;Wijk";
    let file = place.file("a.csv", &format!("{header}\nB1;03-01-2024;Centrum\n"));
    place.done(&["import", HOUSING, &file]);
    let file = place.file("a.csv", &format!("{header}\nB1;03-01-2024;Meerzicht\n"));
    assert_eq!(place.json(&["import", HOUSING, &file])["updated"], 1);
    let history = history(&place);
    assert_eq!(history.len(), 2);
}

#[test]
fn the_history_names_who_imported_and_from_which_file() {
    let place = Place::with_vault();
    let file = place.file("a.csv", "Zaaknummer;Datum melding\nB1;03-01-2024\n");
    place.done(&["import", HOUSING, &file]);
    let history = history(&place);
    assert_eq!(history[0].actor, "j.jansen");
    assert!(history[0].why(Language::Dutch).unwrap().contains("a.csv"));
}

fn history(place: &Place) -> Vec<peildatum::register::Revision> {
    let vault = Vault::open(&place.vault(), Utc::now()).unwrap();
    let store = vault.store(HOUSING).unwrap();
    let case = store.case_by_number(HOUSING, "B1").unwrap().unwrap();
    store.history(case.key).unwrap()
}
