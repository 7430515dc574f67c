//! `cases`: a number is a door, and these are the cases behind it.

use serde_json::{Value, json};

use crate::support::{HOUSING, Place, SIGNALS, UNDERMINING};
use crate::tables::printed;

#[test]
fn behind_every_cell_of_tabel_5_1_are_as_many_cases() {
    let place = Place::with(&[HOUSING]);
    let table = place.json(&["table", HOUSING, "--period", "2024"]);
    let of = |keys: &Value, at: usize| keys[at].as_str().unwrap().to_owned();
    for (row, cells) in printed()[..8].iter().enumerate() {
        let district = format!("wijk={}", of(&table["row_keys"][row], 0));
        for (column, count) in cells[..6].iter().enumerate() {
            let keys = &table["column_keys"][column];
            let tenure = format!("eigendom={}", of(keys, 0));
            let stand = format!("stand={}", of(keys, 1));
            let filters = ["--where", &district, "--where", &tenure, "--where", &stand];
            let asked = [&["cases", HOUSING, "--period", "2024"], &filters[..]].concat();
            let cases = place.json(&asked);
            assert_eq!(cases["total"], *count, "{district} {tenure} {stand}");
            let listed = cases["cases"].as_array().unwrap();
            assert_eq!(listed.len() as u64, *count);
            for case in listed {
                assert_eq!(case["wijk"], district["wijk=".len()..]);
                assert_eq!(case["eigendom"], tenure["eigendom=".len()..]);
            }
        }
    }
}

#[test]
fn a_case_is_told_by_its_ids_newest_first() {
    let place = Place::with(&[UNDERMINING]);
    let file = place.file(
        "a.csv",
        "Nr;Gestart;Afgerond;Uitkomst;Tijdelijke sluiting;Partners\n\
         Z1;30-12-2024;31-12-2024;Handhaving;ja;RIEC|Politie\n\
         Z2;31-12-2024;;;;\n",
    );
    place.done(&["import", UNDERMINING, &file]);
    let asked = ["cases", UNDERMINING, "--period", "2024", "--limit", "2"];
    let text = place.done(&[&asked[..], &["--format", "json"]].concat());
    let running = r#"{"number":"Z2","opened":"2024-12-31","closed":null,"thema":null,"wijk":null,"partners":null,"interventie":null,"status":"in-onderzoek","uitkomst":null,"tijdelijke-sluiting":null}"#;
    let closed = r#"{"number":"Z1","opened":"2024-12-30","closed":"2024-12-31","thema":null,"wijk":null,"partners":["politie","riec"],"interventie":null,"status":"afgerond","uitkomst":"handhaving","tijdelijke-sluiting":"ja"}"#;
    let list = format!(r#""total":22,"cases":[{running},{closed}]}}"#) + "\n";
    assert!(text.ends_with(&list), "{text}");
    let told = place.json(&asked);
    assert_eq!(told["register"], UNDERMINING);
    assert_eq!(told["made"]["by"], "j.jansen");
    let period = json!({"from": "2024-01-01", "to": "2024-12-31"});
    assert_eq!(
        told["behind"],
        json!({"measure": "behandeld", "period": period})
    );
    // Ids are the same in every language.
    let english = place.done(&[&asked[..], &["--format", "json", "--lang", "en"]].concat());
    assert!(english.ends_with(&list), "{english}");
    let said = place.done(&asked);
    assert!(said.ends_with("2 van 22 casussen\n"), "{said}");
    assert!(said.contains("RIEC"), "{said}");
    assert!(said.contains("31-12-2024"), "{said}");
    let one = [
        &asked[..4],
        &[
            "--where",
            "interventie=onbekend",
            "--where",
            "partners=riec",
        ],
    ];
    assert!(place.done(&one.concat()).ends_with("\n1 casus\n"));
}

#[test]
fn the_measure_decides_which_cases() {
    let place = Place::with(&[HOUSING]);
    for (measure, count) in [
        ("behandeld", 210),
        ("beginstand", 98),
        ("instroom", 112),
        ("heropend", 0),
        ("afgerond", 68),
        ("eindstand", 142),
    ] {
        let asked = ["cases", HOUSING, "--period", "2024", "--measure", measure];
        assert_eq!(place.json(&asked)["total"], count, "{measure}");
    }
}

#[test]
fn an_event_never_closes() {
    let place = Place::with(&[SIGNALS]);
    let asked = ["cases", SIGNALS, "--period", "2024", "--limit", "1"];
    let cases = place.json(&asked);
    assert_eq!(cases["total"], 177);
    assert_eq!(cases["cases"][0]["closed"], json!(null));
    assert!(cases["cases"][0].get("uitkomst").is_none());
    assert_eq!(
        place.csv(&asked)[0],
        [
            "nummer",
            "begin",
            "bron",
            "thema",
            "wijk",
            "weging",
            "bestemming"
        ]
    );
}

#[test]
fn what_is_listed_as_csv_can_be_imported_elsewhere() {
    let place = Place::with(&[HOUSING, UNDERMINING, SIGNALS]);
    let other = Place::with_vault();
    for register in [HOUSING, UNDERMINING, SIGNALS] {
        let listed = place.done(&["cases", register, "--period", "2024", "--format", "csv"]);
        let file = other.file("lijst.csv", &listed);
        assert_eq!(other.json(&["import", register, &file])["refused"], 0);
        let table = ["table", register, "--period", "2024"];
        assert_eq!(other.done(&table), place.done(&table), "{register}");
    }
}

#[test]
fn a_list_goes_to_every_kind_of_file_that_it_can_become() {
    let place = Place::with(&[HOUSING]);
    let asked = [
        "cases",
        HOUSING,
        "--period",
        "2024",
        "--where",
        "wijk=noordhove",
    ];
    let out = |name: &str| place.folder.path().join(name).to_str().unwrap().to_owned();
    for (name, begins) in [
        ("lijst.csv", "\u{feff}Nummer;Datum melding;"),
        ("lijst.json", "{\"register\":\"woonoverlast\",\"made\":"),
        ("lijst.html", "<!DOCTYPE html>"),
    ] {
        let file = out(name);
        let said = place.done(&[&asked[..], &["--out", &file]].concat());
        assert!(said.contains(name), "{said}");
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with(begins), "{text}");
        let again = place.refused(&[&asked[..], &["--out", &file]].concat());
        assert!(again.contains("--overwrite"), "{again}");
    }
    let file = out("plain.csv");
    let plain = [&asked[..], &["--out", &file, "--dialect", "rfc4180"]].concat();
    place.done(&plain);
    let written = std::fs::read_to_string(&file).unwrap();
    let printed = place.done(&[&asked[..], &["--format", "csv"]].concat());
    assert_eq!(written.replace("\r\n", "\n"), printed);
    let page = std::fs::read_to_string(out("lijst.html")).unwrap();
    for said in [
        "Behandeld, 01-01-2024",
        "Wijk: Noordhove",
        "10 casussen",
        "door j.jansen",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    place.done(&[&asked[..], &["--out", &out("lijst.xlsx")]].concat());
    let refused = place.refused(&[&asked[..], &["--out", &out("lijst.png")]].concat());
    assert!(
        refused.contains(".xlsx") && !refused.contains(".svg"),
        "{refused}"
    );
}

#[test]
fn what_came_from_the_police_is_in_no_list() {
    let place = Place::with_vault();
    let bans = place.file(
        "verboden.csv",
        "Nummer;Uitgereikt;Informatie van de politie;Wijk\nH1;30-12-2024 12:00;Verzonnen geheim;Centrum\n",
    );
    place.run(&["import", "huisverboden", &bans, "--map", "Uitgereikt=begin"]);
    let asked = ["cases", "huisverboden", "--period", "2024"];
    let out = place.folder.path().join("lijst.json");
    place.done(&[&asked[..], &["--out", out.to_str().unwrap()]].concat());
    let listed = std::fs::read_to_string(out).unwrap() + &place.done(&asked);
    assert!(
        listed.contains("\"H1\"") && !listed.contains("geheim"),
        "{listed}"
    );
}
