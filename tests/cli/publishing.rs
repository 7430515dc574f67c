//! `--out`, `--percent`, `--distinct`, `--against` and `--of-which`: the same figures, said and sent out in other ways.

use std::fs;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use serde_json::json;

use crate::support::{COACHING, HOUSING, Place, SIGNALS, UNDERMINING, YOUTH};
use crate::tables::{numbers, printed};

#[test]
fn the_sources_of_the_signals_are_percentages_that_total_a_hundred() {
    let place = Place::with(&[SIGNALS]);
    let sources = [
        "table",
        SIGNALS,
        "--rows",
        "bron",
        "--period",
        "2024",
        "--percent",
        "column",
    ];
    let table = place.json(&sources);
    assert_eq!(numbers(&table["row_totals"]), [122, 14, 32, 9]);
    assert_eq!(numbers(&table["percent"]["row_totals"]), [69, 8, 18, 5]);
    assert_eq!(table["percent"]["total"], 100);
    assert_eq!(table["percent"]["of"], "column");
    let text = place.done(&sources);
    assert!(
        text.contains("69 %") && text.contains("100 %") && text.contains(": 177"),
        "{text}"
    );
}

#[test]
fn an_excel_file_holds_tabel_5_1_and_the_cases_behind_it() {
    let place = Place::with(&[HOUSING]);
    let file = place.folder.path().join("tabel.xlsx");
    let asked = [
        "table",
        HOUSING,
        "--period",
        "2024",
        "--out",
        file.to_str().unwrap(),
    ];
    assert!(place.done(&asked).contains("tabel.xlsx"));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(fs::read(&file).unwrap())).unwrap();
    let sheet = book.worksheet_range("Cijfers").unwrap();
    let number = |cell: &Data| match cell {
        Data::Float(number) => Some(*number as u64),
        _ => None,
    };
    let lines = sheet
        .rows()
        .map(|row| row.iter().filter_map(number).collect::<Vec<_>>());
    let lines: Vec<Vec<u64>> = lines.filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, printed());
    // What a case is about does not go with it.
    let cases = book.worksheet_range("Zaken").unwrap();
    assert_eq!((cases.height(), cases.width()), (211, 5));
    // A file that is there is not overwritten unless somebody says so.
    let refused = place.refused(&asked);
    assert!(refused.contains("--overwrite"), "{refused}");
    place.done(&[&asked[..], &["--overwrite"]].concat());
}

#[test]
fn a_figure_goes_to_every_kind_of_file_and_no_other() {
    let place = Place::with(&[HOUSING]);
    for (ending, begins) in [
        ("csv", "\u{feff}Wijk;"),
        ("json", "{\"register\""),
        ("svg", "<svg "),
        ("html", "<!DOCTYPE html>"),
    ] {
        for command in [
            &["table", HOUSING, "--rows", "wijk", "--period", "2024"][..],
            &[
                "series", HOUSING, "--from", "2023", "--to", "2024", "--by", "wijk",
            ][..],
        ] {
            let file = place.folder.path().join(format!("{}.{ending}", command[0]));
            place.done(&[command, &["--out", file.to_str().unwrap()]].concat());
            let text = fs::read_to_string(&file).unwrap();
            let begins = match command[0] {
                "series" => begins.replace("Wijk", "Periode"),
                _ => begins.to_owned(),
            };
            assert!(text.starts_with(&begins), "{ending}: {text}");
        }
    }
    let picture = place.folder.path().join("grafiek.PNG");
    place.done(&["table", HOUSING, "--out", picture.to_str().unwrap()]);
    assert_eq!(&fs::read(picture).unwrap()[1..4], b"PNG");
    let refused = place.refused(&["table", HOUSING, "--out", "tabel.doc"]);
    assert!(refused.contains(".xlsx"), "{refused}");
}

#[test]
fn a_csv_file_for_programs_is_what_is_printed_for_them() {
    let place = Place::with(&[HOUSING]);
    let file = place.folder.path().join("tabel.csv");
    let out = ["--out", file.to_str().unwrap(), "--dialect", "rfc4180"];
    let asked = ["table", HOUSING, "--rows", "wijk", "--period", "2024"];
    place.done(&[&asked[..], &out].concat());
    let written = fs::read_to_string(&file).unwrap();
    let printed = place.done(&[&asked[..], &["--format", "csv"]].concat());
    assert_eq!(written.replace("\r\n", "\n"), printed);
}

#[test]
fn another_period_stands_beside_it_with_the_difference() {
    let place = Place::with(&[HOUSING]);
    let asked = [
        "table",
        HOUSING,
        "--rows",
        "eigendom",
        "--period",
        "2024",
        "--against",
        "2023",
    ];
    let csv = place.csv(&asked);
    assert_eq!(
        csv[0],
        ["eigendom", "totaal", "2023", "verschil", "verschil-procent"]
    );
    let total = csv.last().unwrap();
    // What there was at the end of 2023 is what 2024 began with.
    assert_eq!(total[..4], ["totaal", "210", "98", "112"]);
    let json = place.json(&asked);
    assert_eq!(json["against"]["total"], 98);
    assert_eq!(
        json["against"]["period"],
        json!({"from": "2023-01-01", "to": "2023-12-31"})
    );
}

#[test]
fn subsets_stand_below_the_row_they_are_of() {
    let place = Place::with(&[UNDERMINING]);
    let asked = [
        "table",
        UNDERMINING,
        "--rows",
        "uitkomst",
        "--period",
        "2024",
        "--measure",
        "afgerond",
        "--of-which",
        "tijdelijke-sluiting=ja",
    ];
    let text = place.done(&asked);
    let lines: Vec<&str> = text.lines().collect();
    let at = lines
        .iter()
        .position(|line| line.starts_with("Handhaving"))
        .unwrap();
    assert!(lines[at].ends_with(" 8"), "{text}");
    assert!(
        lines[at + 1].contains("waarvan") && lines[at + 1].ends_with(" 3"),
        "{text}"
    );
    let json = place.json(&asked);
    assert_eq!(json["subsets"][0]["total"], 3);
}

#[test]
fn persons_ages_and_durations_of_the_youth_programmes() {
    let place = Place::with(&[YOUTH, COACHING]);
    let persons = [
        "table",
        YOUTH,
        "--columns",
        "aanpak",
        "--period",
        "2024",
        "--distinct",
        "persons",
    ];
    let table = place.json(&persons);
    assert_eq!(numbers(&table["column_totals"]), [120, 14]);
    assert_eq!(
        (&table["quantity"], &table["balance"]),
        (&json!("persons"), &json!(null))
    );
    let ages = place.json(&[
        "table",
        COACHING,
        "--rows",
        "leeftijd-begin",
        "--period",
        "2024",
    ]);
    assert_eq!(numbers(&ages["row_totals"]).iter().sum::<u64>(), 54);
    let years = place.json(&[
        "table",
        COACHING,
        "--rows",
        "jaar",
        "--period",
        "2024",
        "--measure",
        "instroom",
    ]);
    assert_eq!(
        (&years["row_keys"], &years["total"]),
        (&json!([["2024"]]), &json!(17))
    );
    let ended = [
        "cases",
        YOUTH,
        "--period",
        "2024",
        "--where",
        "jaar-einde=2024",
        "--where",
        "aanpak=PGA",
    ];
    assert_eq!(place.json(&ended)["total"], 50);
    let duration = [
        "table",
        YOUTH,
        "--period",
        "2024",
        "--columns",
        "aanpak",
        "--duration",
        "median",
    ];
    assert!(place.json(&duration)["total"].as_f64().unwrap() > 0.0);
}

#[test]
fn what_cannot_be_said_of_a_register_is_refused_with_what_can() {
    let place = Place::with(&[HOUSING]);
    for (asked, says) in [
        (&["--distinct", "persons"][..], "geboortedatum"),
        (&["--sum", "wijk"][..], "geen getallen"),
        (
            &["--duration", "median", "--percent", "all"][..],
            "percentages",
        ),
        (&["--where", "jaar=dit jaar"][..], "dit jaar"),
        (&["--of-which", "wijk"][..], "VELD=WAARDE"),
        (&["--against", "vorig jaar"][..], "vorig jaar"),
    ] {
        let refused = place.refused(&[&["table", HOUSING], asked].concat());
        assert!(refused.contains(says), "{asked:?}: {refused}");
    }
}
