//! `table`: the figures that the municipality printed, and what a table says of itself.

use std::fs;

use peildatum::clock::Clock;
use peildatum::figures::Step;
use serde_json::{Value, json};

use crate::support::{COACHING, HOUSING, Place, SIGNALS, UNDERMINING, YOUTH, data, records};

pub fn numbers(values: &Value) -> Vec<u64> {
    let values = values.as_array().unwrap().iter();
    values.map(|value| value.as_u64().unwrap()).collect()
}

/// The cells of Tabel 5.1 as printed: a line a district, its total last, and the line of the totals.
pub fn printed() -> Vec<Vec<u64>> {
    let text = fs::read_to_string(data("tabel-5.1-woonoverlast-2024.csv")).unwrap();
    let lines = records(&text).into_iter().skip(1);
    let numbers = |line: Vec<String>| line[1..].iter().map(|cell| cell.parse().unwrap()).collect();
    lines.map(numbers).collect()
}

const TABLE: [&str; 8] = [
    "table",
    HOUSING,
    "--rows",
    "wijk",
    "--columns",
    "eigendom,stand",
    "--period",
    "2024",
];

#[test]
fn tabel_5_1_cell_by_cell() {
    let place = Place::with(&[HOUSING]);
    let table = place.json(&TABLE);
    let printed = printed();
    let (totals, districts) = printed.split_last().unwrap();
    assert_eq!(districts.len(), 8);
    for (at, district) in districts.iter().enumerate() {
        let (total, cells) = district.split_last().unwrap();
        assert_eq!(numbers(&table["cells"][at]), cells);
        assert_eq!(table["row_totals"][at], *total);
    }
    assert_eq!(numbers(&table["column_totals"]), totals[..6]);
    assert_eq!(table["total"], 210);
    assert_eq!(table["adds_up"], true);
    assert_eq!(table["register"], HOUSING);
    assert_eq!(table["measure"], "behandeld");
    assert_eq!(
        table["period"],
        json!({"from": "2024-01-01", "to": "2024-12-31"})
    );
    assert_eq!(table["rows"], json!(["wijk"]));
    assert_eq!(table["columns"], json!(["eigendom", "stand"]));
    assert_eq!(table["row_keys"][3], json!(["de-leyens"]));
    assert_eq!(table["column_keys"][3], json!(["corporatie", "afgerond"]));
    assert_eq!(
        table["balance"],
        json!({"beginstand": 98, "instroom": 112, "heropend": 0, "afgerond": 68, "eindstand": 142})
    );
}

#[test]
fn the_csv_of_tabel_5_1_carries_the_same_numbers() {
    let place = Place::with(&[HOUSING]);
    let csv = place.csv(&TABLE);
    let header = [
        "wijk",
        "koop / lopend",
        "koop / afgerond",
        "corporatie / lopend",
        "corporatie / afgerond",
        "particulier / lopend",
        "particulier / afgerond",
        "totaal",
    ];
    assert_eq!(csv[0], header);
    let given = csv[1..].iter();
    let given: Vec<Vec<u64>> = given
        .map(|line| line[1..].iter().map(|cell| cell.parse().unwrap()).collect())
        .collect();
    assert_eq!(given, printed());
    assert_eq!(csv[4][0], "de-leyens");
    assert_eq!(csv[9][0], "totaal");
}

#[test]
fn without_fields_it_is_the_first_standard_table() {
    let place = Place::with(&[HOUSING]);
    let standard = ["table", HOUSING, "--period", "2024"];
    assert_eq!(place.figures(&standard), place.figures(&TABLE));
    let text = place.done(&standard);
    assert!(text.starts_with("Tabel 5.1 Woonoverlast naar wijk en eigendom\n"));
    // Another measure of the same table.
    let inflow = place.json(&[&standard[..], &["--measure", "instroom"]].concat());
    assert_eq!(inflow["total"], 112);
    assert_eq!(inflow["rows"], json!(["wijk"]));
}

#[test]
fn the_text_is_aligned_and_ends_with_the_balance() {
    let place = Place::with(&[HOUSING]);
    let text = place.done(&TABLE);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[1],
        "Behandeld, 01-01-2024 t/m 31-12-2024 · Peildatum 31-12-2024"
    );
    assert_eq!(
        lines[4],
        "            Koop              Corporatie        Particulier"
    );
    assert_eq!(
        lines[8],
        "Meerzicht        4         6      24         9       3         0      46"
    );
    assert_eq!(
        *lines.last().unwrap(),
        "beginstand 98 + instroom 112 + heropend 0 = 210 = afgerond 68 + eindstand 142"
    );
    let english = place.done(&[&["--lang", "en"], &TABLE[..]].concat());
    assert!(english.contains("Owner-occupied"), "{english}");
    assert!(
        english
            .ends_with("opening 98 + inflow 112 + reopened 0 = 210 = finished 68 + closing 142\n"),
        "{english}"
    );
}

#[test]
fn signals_by_source() {
    let place = Place::with(&[SIGNALS]);
    let table = place.json(&["table", SIGNALS, "--rows", "bron", "--period", "2024"]);
    assert_eq!(
        table["row_keys"],
        json!([["mma"], ["gemeentelijk-meldpunt"], ["partner"], ["anders"]])
    );
    assert_eq!(numbers(&table["row_totals"]), [122, 14, 32, 9]);
    assert_eq!(table["total"], 177);
    assert_eq!(table["measure"], "aantal");
    assert_eq!(table["balance"], Value::Null);
    let text = place.done(&["table", SIGNALS, "--period", "2024"]);
    assert!(!text.contains("beginstand"), "{text}");
}

#[test]
fn undermining_cases_by_outcome() {
    let place = Place::with(&[UNDERMINING]);
    let outcome = ["--rows", "uitkomst", "--columns", "tijdelijke-sluiting"];
    let table = place.json(&[&["table", UNDERMINING, "--period", "2024"], &outcome[..]].concat());
    let keys = [
        "lopend",
        "ontkracht",
        "onvoldoende-aanknopingspunten",
        "handhaving",
        "doorgezet",
    ];
    assert_eq!(table["row_keys"], json!(keys.map(|key| [key])));
    assert_eq!(numbers(&table["row_totals"]), [6, 5, 1, 8, 0]);
    assert_eq!(table["column_keys"], json!([["lopend"], ["ja"], ["nee"]]));
    assert_eq!(numbers(&table["column_totals"]), [6, 3, 11]);
    assert_eq!(numbers(&table["cells"][3]), [0, 3, 5]);
}

#[test]
fn young_people_by_approach() {
    let place = Place::with(&[YOUTH, COACHING]);
    let split = ["--rows", "aanpak", "--columns", "stand", "--period", "2024"];
    let table = place.json(&[&["table", YOUTH], &split[..]].concat());
    assert_eq!(table["row_keys"], json!([["pga"], ["rio"]]));
    assert_eq!(table["cells"], json!([[70, 50], [14, 0]]));
    assert_eq!(numbers(&table["row_totals"]), [120, 14]);
    assert_eq!(
        place.json(&["table", COACHING, "--period", "2024"])["total"],
        54
    );
}

#[test]
fn parts_that_do_not_add_up_say_so() {
    let place = Place::with(&[HOUSING]);
    let table = ["table", HOUSING, "--rows", "aard", "--period", "2024"];
    let given = place.json(&table);
    assert_eq!(given["adds_up"], false);
    assert_eq!(given["total"], 210);
    assert!(numbers(&given["row_totals"]).iter().sum::<u64>() > 210);
    let text = place.done(&table);
    assert!(text.contains("meer dan één keuze"), "{text}");
}

#[test]
fn filters_of_one_field_are_or_and_of_two_are_and() {
    let place = Place::with(&[HOUSING]);
    let total = |filters: &[&str]| {
        let mut arguments = vec!["table", HOUSING, "--rows", "eigendom", "--period", "2024"];
        for filter in filters {
            arguments.extend(["--where", filter]);
        }
        place.json(&arguments)["total"].as_u64().unwrap()
    };
    assert_eq!(total(&["wijk=centrum"]), 31);
    assert_eq!(total(&["wijk=Centrum", "wijk=Meerzicht"]), 77);
    assert_eq!(total(&["wijk=De Leyens", "eigendom=Corporatie"]), 11);
    assert_eq!(total(&["wijk=Meerzicht", "stand=lopend"]), 31);
    assert_eq!(total(&["wijk=onbekend"]), 0);
    let file = place.file("a.csv", "Zaaknummer;Datum melding\nX1;03-01-2024\n");
    place.done(&["import", HOUSING, &file]);
    assert_eq!(total(&["wijk=onbekend"]), 1);
}

#[test]
fn every_kind_of_period_can_be_asked() {
    let place = Place::with(&[SIGNALS]);
    let total = |period: &str| {
        let table = ["table", SIGNALS, "--rows", "bron", "--period", period];
        place.json(&table)["total"].as_u64().unwrap()
    };
    let quarters = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"];
    assert_eq!(quarters.map(total).iter().sum::<u64>(), 177);
    assert_eq!(total("2024-03"), total("2024-03-01..2024-03-31"));
    assert_eq!(total("2023"), 0);
}

#[test]
fn without_a_period_it_is_this_whole_year() {
    let place = Place::with_vault();
    let year = Step::Year.containing(Clock::system().today());
    let table = place.json(&["table", HOUSING]);
    assert_eq!(table["period"], json!({"from": year.from, "to": year.to}));
}

#[test]
fn a_table_without_one_side_or_both() {
    let place = Place::with(&[HOUSING]);
    let columns = ["table", HOUSING, "--columns", "stand", "--period", "2024"];
    assert_eq!(
        place.csv(&columns),
        [
            ["", "lopend", "afgerond", "totaal"],
            ["totaal", "142", "68", "210"]
        ]
    );
    let rows = ["table", HOUSING, "--rows", "stand", "--period", "2024"];
    assert_eq!(
        place.csv(&rows),
        [
            ["stand", "totaal"],
            ["lopend", "142"],
            ["afgerond", "68"],
            ["totaal", "210"]
        ]
    );
    let two = [
        "table",
        HOUSING,
        "--rows",
        "eigendom,stand",
        "--period",
        "2024",
    ];
    let two = place.csv(&two);
    assert_eq!(two[1], ["koop", "lopend", "34"]);
    assert_eq!(*two.last().unwrap(), ["totaal", "", "210"]);
}

#[test]
fn csv_is_the_same_in_every_language() {
    let place = Place::with(&[HOUSING]);
    for asked in [
        &["table", HOUSING, "--rows", "wijk", "--period", "2024"][..],
        &["balance", HOUSING, "--by", "wijk", "--period", "2024"],
        &["series", HOUSING, "--from", "2023", "--to", "2024"],
    ] {
        let english = [asked, &["--lang", "en"]].concat();
        assert_eq!(place.csv(asked), place.csv(&english), "{asked:?}");
    }
}

#[test]
fn blanks_in_a_list_of_fields_are_no_part_of_a_name() {
    let place = Place::with(&[HOUSING]);
    let table = |rows| place.csv(&["table", HOUSING, "--rows", rows, "--period", "2024"]);
    assert_eq!(table("wijk, eigendom"), table("wijk,eigendom"));
}

#[test]
fn a_filter_names_its_field_by_id_or_by_label() {
    let place = Place::with(&[HOUSING]);
    let total = |filter: &str| {
        let table = ["table", HOUSING, "--period", "2024", "--where", filter];
        place.json(&table)["total"].clone()
    };
    assert_eq!(total("wijk=meerzicht"), 46);
    assert_eq!(total("Wijk=Meerzicht"), 46);
    assert_eq!(total("district=Meerzicht"), 46);
}
