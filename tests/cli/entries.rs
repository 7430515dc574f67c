//! What stands on timelines counted, and numbers summed and averaged, by the commands that count: the figures of the annual
//! report of 2024.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Utc};
use peildatum::register::{EntryState, Value};
use peildatum::store::{CaseOf, EntryWrite, Operation, Vault};
use serde_json::json;

use crate::support::{HOUSING, Place};

const INSPECTIONS: &str = "controles";

/// How many objects were visited on each of the six joint inspection days: 27 together.
const DAYS: [u32; 6] = [5, 5, 5, 4, 4, 4];

/// Six joint days with 27 businesses, of which eight had poor records, and nine dwellings with unlicensed prostitution.
fn inspected() -> Place {
    let place = Place::with_vault();
    let mut rows = "nummer;datum;soort;aantal-objecten\n".to_owned();
    for (day, objects) in (1..).zip(DAYS) {
        rows += &format!("D{day};0{day}-02-2024;Integrale controledag;{objects}\n");
    }
    for visit in 1..=9 {
        rows += &format!("P{visit};0{visit}-03-2024;Prostitutiecontrole;1\n");
    }
    let file = place.file("controles.csv", &rows);
    place.done(&["import", INSPECTIONS, &file]);
    let mut vault = Vault::open(&place.vault(), Utc::now()).unwrap();
    let store = vault.store_mut(INSPECTIONS).unwrap();
    let mut visits = Operation::by("anna", Utc::now());
    let mut poor = 8;
    let mut visit = |number: String, (month, day): (u32, u32), kind: &str, found: &str| {
        let case = store.case_by_number(INSPECTIONS, &number).unwrap().unwrap();
        let day = NaiveDate::from_ymd_opt(2024, month, day).unwrap();
        let entry = EntryState::at("object", day.and_hms_opt(10, 0, 0).unwrap())
            .with("soort-object", Value::Choice(kind.to_owned()))
            .with(
                "misstand",
                Value::Choices(BTreeSet::from([found.to_owned()])),
            )
            .with("bevinding", Value::Text("Verzonnen".to_owned()));
        visits
            .entries
            .push(EntryWrite::new(CaseOf::Existing(case.key), entry));
    };
    for (day, objects) in (1..).zip(DAYS) {
        for _ in 0..objects {
            let found = if poor > 0 {
                "gebrekkige-administratie"
            } else {
                "geen"
            };
            visit(format!("D{day}"), (2, day), "onderneming", found);
            poor = u32::saturating_sub(poor, 1);
        }
    }
    for day in 1..=9 {
        visit(
            format!("P{day}"),
            (3, day),
            "woning",
            "onvergunde-prostitutie",
        );
    }
    store.record(&visits).unwrap();
    place
}

#[test]
fn nine_times_unlicensed_prostitution_follows_from_what_was_found() {
    let place = inspected();
    let asked = [
        "table",
        INSPECTIONS,
        "--table",
        "misstanden",
        "--period",
        "2024",
    ];
    let table = place.json(&asked);
    assert_eq!(table["entries"], "object");
    assert_eq!(table["rows"], json!(["misstand"]));
    let row = table["row_keys"].as_array().unwrap().iter();
    let row = row
        .clone()
        .position(|keys| keys[0] == "onvergunde-prostitutie");
    assert_eq!(table["row_totals"][row.unwrap()], 9);
    assert_eq!(
        table["total"], 36,
        "27 on the joint days and nine dwellings"
    );
    let text = place.done(&asked);
    assert!(
        text.contains("Bezochte objecten naar misstand en soort controle"),
        "{text}"
    );
    // The door behind them.
    let behind = [
        "cases",
        INSPECTIONS,
        "--entries",
        "object",
        "--period",
        "2024",
        "--where",
        "misstand=Onvergunde prostitutie",
    ];
    let cases = place.json(&behind);
    assert_eq!(cases["total"], 9);
    let text = place.done(&behind);
    assert!(text.contains("Bezochte objecten, "), "{text}");
    assert!(text.contains("Misstand: Onvergunde prostitutie"), "{text}");
}

#[test]
fn six_days_visited_27_businesses_and_eight_of_them_had_poor_records() {
    let place = inspected();
    let on_days = ["--where", "soort=integrale-controledag", "--period", "2024"];
    let days = place.json(&[&["table", INSPECTIONS, "--rows", "soort"], &on_days[..]].concat());
    assert_eq!(days["total"], 6);
    // As it was typed, and as it follows from the visits.
    let typed = ["table", INSPECTIONS, "--table", "objecten"];
    assert_eq!(
        place.json(&[&typed, &on_days[..]].concat())["total"],
        json!(27)
    );
    let visited = [
        "table",
        INSPECTIONS,
        "--entries",
        "object",
        "--rows",
        "soort-object",
        "--of-which",
        "misstand=gebrekkige-administratie",
    ];
    let visited = place.json(&[&visited[..], &on_days].concat());
    assert_eq!(visited["total"], 27);
    assert_eq!(visited["subsets"][0]["total"], 8);
    let cases = ["cases", INSPECTIONS, "--entries", "object"];
    assert_eq!(place.json(&[&cases, &on_days[..]].concat())["total"], 6);
    let months = [
        "series",
        INSPECTIONS,
        "--entries",
        "object",
        "--from",
        "2024-01",
        "--to",
        "2024-03",
        "--step",
        "month",
    ];
    let counts: Vec<String> = place.csv(&months)[1..]
        .iter()
        .map(|row| row[1].clone())
        .collect();
    assert_eq!(counts, ["0", "27", "9"]);
}

#[test]
fn nineteen_trainings_had_231_participants_who_gave_an_8_2() {
    let place = Place::with_vault();
    let mut rows = "nummer;datum;onderwerp;aantal-deelnemers;cijfer\n".to_owned();
    let groups = [(10, 20, "8,4"), (8, 3, "7"), (1, 7, "6,6")];
    let mut number = 0;
    for (trainings, participants, mark) in groups {
        for _ in 0..trainings {
            number += 1;
            rows += &format!("T{number};{number:02}-04-2024;EMO;{participants};{mark}\n");
        }
    }
    let file = place.file("trainingen.csv", &rows);
    place.done(&["import", "trainingen", &file]);
    let total = |table: &str| {
        let asked = ["table", "trainingen", "--table", table, "--period", "2024"];
        place.json(&asked)["total"].clone()
    };
    assert_eq!(total("onderwerp"), 19);
    assert_eq!(total("deelnemers"), json!(231));
    let mark = total("cijfer").as_f64().unwrap();
    assert!((mark - 8.2).abs() < 1e-9, "{mark}");
    let text = place.done(&[
        "table",
        "trainingen",
        "--table",
        "cijfer",
        "--period",
        "2024",
    ]);
    assert!(text.contains("8,2"), "{text}");
}

#[test]
fn a_standard_table_says_how_many_days_finished_cases_lasted() {
    let place = Place::with(&[HOUSING]);
    let asked = [
        "table",
        HOUSING,
        "--table",
        "doorlooptijd",
        "--period",
        "2024",
    ];
    let table = place.json(&asked);
    assert_eq!(
        (&table["measure"], &table["quantity"]),
        (&json!("afgerond"), &json!("duration:median"))
    );
    assert!(table["total"].as_f64().unwrap() > 0.0);
    let average = [
        "table",
        HOUSING,
        "--rows",
        "wijk",
        "--duration",
        "average",
        "--period",
        "2024",
    ];
    assert_eq!(place.json(&average)["quantity"], "duration:average");
}

#[test]
fn what_is_not_there_is_refused_in_a_sentence() {
    let place = Place::with_vault();
    let said = place.refused(&["table", INSPECTIONS, "--entries", "contact"]);
    assert!(said.contains("telt geen “contact”"), "{said}");
    assert!(said.contains("object"), "{said}");
    let said = place.refused(&["table", INSPECTIONS, "--table", "kleuren"]);
    assert!(said.contains("heeft geen tabel “kleuren”"), "{said}");
    assert!(said.contains("misstanden"), "{said}");
    let said = place.refused(&["balance", INSPECTIONS, "--entries", "object"]);
    assert!(said.contains("balans"), "{said}");
}
