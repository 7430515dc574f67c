//! Several municipalities work in one vault: every figure can be split by theirs.

use serde_json::json;

use crate::support::{HOUSING, Place};

const TWO: &str = r#"
id = "gemeenten"
label = { nl = "Gemeenten", en = "Municipalities" }

[[choice]]
id = "vught"
label = { nl = "Vught" }

[[choice]]
id = "boxtel"
label = { nl = "Boxtel" }
"#;

const FILE: &str = "\
Zaaknummer;Datum melding;Gemeente;Eigendom
1;10-01-2024;Vught;koop
2;11-02-2024;boxtel;koop
3;12-03-2024;Boxtel;corporatie
4;13-04-2024;;koop
";

#[test]
fn a_table_is_split_by_municipality() {
    let place = Place::empty();
    place.file("kluis/lists/gemeenten.toml", TWO);
    place.done(&["init"]);
    let file = place.file("meldingen.csv", FILE);
    // A file that does not say whose a case is comes in all the same: it is unknown.
    assert_eq!(place.json(&["import", HOUSING, &file])["added"], 4);
    let split = ["--rows", "gemeente", "--columns", "eigendom"];
    let table = ["table", HOUSING, "--period", "2024"];
    let table = place.json(&[&table[..], &split].concat());
    assert_eq!(
        table["row_keys"],
        json!([["vught"], ["boxtel"], ["onbekend"]])
    );
    assert_eq!(table["row_totals"], json!([1, 2, 1]), "{table}");
    let boxtel = ["--where", "gemeente=Boxtel", "--period", "2024"];
    let cases = place.json(&[&["cases", HOUSING], &boxtel[..]].concat());
    assert_eq!(cases["total"], 2);
    assert_eq!(cases["cases"][0]["gemeente"], "boxtel");
}

#[test]
fn the_demo_knows_whose_its_cases_are() {
    let place = Place::empty();
    place.file("kluis/lists/gemeenten.toml", TWO);
    place.done(&["demo", "--no-window", "--cases", "20"]);
    for register in [HOUSING, "huisverboden", "trainingen"] {
        let period = ["--period", "2000-01-01..2030-12-31"];
        let split = ["table", register, "--rows", "gemeente"];
        let table = place.json(&[&split[..], &period].concat());
        assert_eq!(
            table["row_keys"],
            json!([["vught"], ["boxtel"]]),
            "{register}"
        );
    }
}

#[test]
fn with_one_municipality_nothing_is_split() {
    let place = Place::with_vault();
    let said = place.refused(&["table", HOUSING, "--rows", "gemeente"]);
    assert!(said.contains("gemeente"), "{said}");
}

const DISTRICTS: &str = r#"
id = "wijken"
label = { nl = "Wijken" }

[[choice]]
id = "vught-noord"
label = { nl = "Vught-Noord" }
municipality = "vught"

[[choice]]
id = "vught-zuid"
label = { nl = "Vught-Zuid" }
municipality = "vught"

[[choice]]
id = "selissenwal"
label = { nl = "Selissenwal" }
municipality = "boxtel"
"#;

#[test]
fn a_district_of_another_municipality_is_refused_with_its_row() {
    let place = Place::empty();
    place.file("kluis/lists/gemeenten.toml", TWO);
    place.file("kluis/lists/wijken.toml", DISTRICTS);
    place.done(&["init"]);
    let file = place.file(
        "meldingen.csv",
        "Zaaknummer;Datum melding;Gemeente;Wijk\n1;10-01-2024;Vught;Vught-Noord\n2;11-02-2024;Vught;Selissenwal\n",
    );
    let said = place.run(&["import", HOUSING, &file]);
    assert_ne!(said.code, 0);
    let told = said.out.clone() + &said.err;
    assert!(
        told.contains("“Selissenwal” hoort niet bij Gemeente: Vught"),
        "{told}"
    );
    assert_eq!(place.count(HOUSING), 1);
}

#[test]
fn a_rate_of_one_municipality_is_a_rate_of_its_own_districts() {
    let place = Place::empty();
    place.file("kluis/lists/gemeenten.toml", TWO);
    place.file("kluis/lists/wijken.toml", DISTRICTS);
    place.done(&["init"]);
    let facts =
        "wijk;jaar;woningen\nVught-Noord;2024;3.000\nVught-Zuid;2024;2.000\nSelissenwal;2024;900\n";
    let file = place.file("kenmerken.csv", facts);
    place.done(&["districts", "import", &file]);
    let table = [
        "table", HOUSING, "--rows", "gemeente", "--period", "2024", "--per", "woningen",
    ];
    let rates = place.json(&table);
    let of: Vec<_> = (0..3)
        .map(|row| rates["cells"][row][0]["of"].clone())
        .collect();
    assert_eq!(of, [json!(5000.0), json!(900.0), json!(5900.0)], "{rates}");
}
