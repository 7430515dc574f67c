//! What is known of districts: typed, imported, and what a figure by district is a rate of.

use serde_json::{Value, json};

use crate::support::{HOUSING, Place};

const FACTS: &str = "wijk;jaar;woningen;woningen-koop;inwoners;bron
Centrum;2024;5.000;1.500;9.000;Woningregister
Meerzicht;2024;8.000;2.500;15.000;Woningregister
Buytenweg;2024;4.000;1.000;8.000;Woningregister
De Leyens;2024;3.900;2.900;9.100;Woningregister
Seghwaert;2024;6.500;4.000;16.000;Woningregister
Noordhove;2024;450;400;9.000;Woningregister
Rokkeveen;2024;9.000;6.000;21.000;Woningregister
Oosterheem;2024;10.000;5.500;26.000;Woningregister
";

fn with_facts() -> Place {
    let place = Place::with(&[HOUSING]);
    let file = place.file("kenmerken.csv", FACTS);
    place.done(&["districts", "import", &file]);
    place
}

fn table<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let table = [
        "table", HOUSING, "--rows", "wijk", "--period", "2024", "--per", "woningen",
    ];
    [&table[..], more].concat()
}

fn cell(rates: &Value, row: usize, column: usize) -> Value {
    rates["cells"][row][column].clone()
}

#[test]
fn a_figure_by_district_is_given_for_every_thousand_dwellings() {
    let place = with_facts();
    let rates = place.json(&table(&[]));
    assert_eq!(rates["year"], 2024);
    let keys = rates["row_keys"].as_array().unwrap();
    let row = |id: &str| keys.iter().position(|key| key[0] == id).unwrap();
    // 46 cases, 8.000 dwellings.
    assert_eq!(cell(&rates, row("meerzicht"), 0)["per_thousand"], 5.75);
    // Too few dwellings, or cases, for a rate: the two numbers themselves.
    let few = cell(&rates, row("noordhove"), 0);
    assert_eq!(few["per_thousand"], json!(null));
    assert_eq!((&few["cases"], &few["of"]), (&json!(10.0), &json!(450.0)));
    let total = cell(&rates, keys.len(), 0);
    assert_eq!(
        (&total["cases"], &total["of"]),
        (&json!(210.0), &json!(46850.0))
    );
    let text = place.done(&table(&["--where", "eigendom=koop"]));
    assert!(text.contains("per 1.000 woningen van 2024"), "{text}");
    let text: Vec<&str> = text.lines().collect();
    let line = |name: &str| {
        let line = text.iter().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // Of a tenure, to the dwellings of that tenure.
    assert_eq!(line("Meerzicht"), "Meerzicht 4,0");
    assert_eq!(line("Centrum"), "Centrum 9 van 1.500");
    assert_eq!(line("De Leyens"), "De Leyens 0 van 2.900");
}

#[test]
fn a_cell_of_a_tenure_is_a_rate_of_the_dwellings_of_that_tenure() {
    let place = with_facts();
    let rates = place.json(&table(&["--columns", "eigendom"]));
    let columns = rates["column_keys"].as_array().unwrap();
    let owned = columns.iter().position(|key| key[0] == "koop").unwrap();
    let let_out = columns
        .iter()
        .position(|key| key[0] == "corporatie")
        .unwrap();
    let keys = rates["row_keys"].as_array().unwrap();
    let seghwaert = keys.iter().position(|key| key[0] == "seghwaert").unwrap();
    assert_eq!(cell(&rates, seghwaert, owned)["of"], 4000.0);
    assert_eq!(cell(&rates, seghwaert, owned)["per_thousand"], 2.75);
    // Of housing associations nothing is known: no rate, and no other number in its place.
    assert_eq!(cell(&rates, seghwaert, let_out)["of"], json!(null));
}

#[test]
fn another_year_is_never_taken_unasked() {
    let place = with_facts();
    let of_2023 = [
        "table", HOUSING, "--rows", "wijk", "--period", "2023", "--per", "inwoners",
    ];
    let refused = place.refused(&of_2023);
    assert!(
        refused.contains("Van 2023 zijn geen inwoners per wijk bekend"),
        "{refused}"
    );
    assert!(refused.contains("is 2024"), "{refused}");
    let rates = place.json(&[&of_2023[..], &["--per-year", "2024"]].concat());
    assert_eq!(rates["year"], 2024);
    let refused = place.refused(&table(&["--per-year", "2019"]));
    assert!(refused.contains("Van 2019"), "{refused}");
    let unknown = ["table", HOUSING, "--rows", "wijk", "--per", "bomen"];
    assert!(
        place
            .refused(&unknown)
            .contains("Kies uit: woningen, woningen-koop")
    );
}

#[test]
fn what_is_known_of_a_district_is_typed_cleared_and_kept_with_its_source() {
    let place = with_facts();
    let of = ["Noordhove", "woningen", "2024"];
    let set = |amount: &[&str]| place.done(&[&["districts", "set"], &of[..], amount].concat());
    set(&["3.400", "--source", "BAG", "--reason", "hersteld"]);
    let shown = |year: &str| place.json(&["districts", "show", "--year", year]);
    let amount = |shown: &Value| {
        let facts = shown["facts"].as_array().unwrap().clone();
        let mut found = facts
            .into_iter()
            .filter(|fact| fact["district"] == "noordhove" && fact["characteristic"] == "woningen");
        found.next().map(|fact| fact["amount"].clone())
    };
    assert_eq!(amount(&shown("2024")), Some(json!(3400.0)));
    let history = place.json(&[&["districts", "history"], &of[..]].concat());
    assert_eq!(history[0]["waarde"], "3.400");
    assert_eq!(history[0]["bron"], "BAG");
    assert_eq!(history[1]["waarde"], "450");
    assert_eq!(history[1]["bron"], "Woningregister");
    set(&[]);
    assert_eq!(amount(&shown("2024")), None);
    // Without one district the whole is not known.
    let total = place.json(&table(&[]));
    let last = total["cells"].as_array().unwrap().last().unwrap()[0].clone();
    assert_eq!(last["of"], json!(null));
    assert_eq!(shown("2023")["facts"], json!([]));
}

#[test]
fn a_file_goes_out_as_it_comes_in() {
    let place = with_facts();
    let path = place.folder.path().join("uit.csv");
    let out = path.to_str().unwrap();
    place.done(&["districts", "show", "--year", "2024", "--out", out]);
    let again = place.json(&[
        "districts",
        "import",
        out,
        "--year",
        "2024",
        "--source",
        "Woningregister",
    ]);
    assert_eq!(
        (&again["refused"], &again["updated"]),
        (&json!(0), &json!(0))
    );
    let wrong = place.file(
        "fout.csv",
        "wijk;jaar;woningen\nNergens;2024;1\nCentrum;2024;-5\nCentrum;24;5\n",
    );
    let said = place.run(&["districts", "import", &wrong]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("“Nergens” is geen keuze"), "{}", said.out);
    assert!(said.out.contains("3 geweigerd"), "{}", said.out);
}

const PLACES: &str = "buurtcode;naam;wijk
BU06370101;Dorp;Centrum
BU06370102;Stadscentrum;Centrum
BU06370201;Meerzicht-West;Meerzicht
BU06370202;Meerzicht-Oost;Meerzicht
BU06370301;Rokkeveen-Oost;Rokkeveen
";

/// As Statistics Netherlands publishes them: every region of the country, points where something is kept back.
const STATISTICS: &str =
    "gwb_code_10;regio;gm_naam;recs;a_inw;a_woning;p_koopw;p_wcorpw;p_ov_hw;a_bedv
GM06370000;Zoetermeer;Zoetermeer;Gemeente;125.000;58.000;50;40;10;9.000
WK06370100;Wijk 01;Zoetermeer;Wijk;9.000;5.000;40;50;10;900
BU06370101;Dorp;Zoetermeer;Buurt;2.000;1.000;60;30;10;200
BU06370102;Stadscentrum;Zoetermeer;Buurt;4.000;3.000;20;70;10;500
BU06370201;Meerzicht-West;Zoetermeer;Buurt;7.000;4.000;30;60;10;.
BU06370202;Meerzicht-Oost;Zoetermeer;Buurt;6.000;3.000;.;.;.;100
BU06370901;Buitengebied;Zoetermeer;Buurt;50;20;.;.;.;.
BU05180101;Elders;Den Haag;Buurt;1.000;500;50;40;10;50
";

#[test]
fn the_key_figures_of_neighbourhoods_are_added_up_by_district() {
    let place = Place::with_vault();
    let statistics = place.file("kwb-2023.csv", STATISTICS);
    let refused = place.refused(&["districts", "import", &statistics]);
    assert!(
        refused.contains("in welke wijk een buurt ligt, is nog leeg"),
        "{refused}"
    );
    let places = place.file("buurten.csv", PLACES);
    place.done(&["districts", "neighbourhoods", "import", &places]);
    assert_eq!(place.csv(&["districts", "neighbourhoods", "show"]).len(), 6);
    let said = place.run(&["districts", "import", &statistics]);
    assert_eq!(said.code, 1, "{}", said.err);
    for sentence in [
        "Meerzicht, koopwoningen: onbekend, want buurt Meerzicht-Oost (BU06370202) is in het bestand afgeschermd.",
        "Meerzicht, bedrijfsvestigingen: onbekend, want buurt Meerzicht-West (BU06370201)",
        "Rokkeveen, woningen: onbekend, want buurt Rokkeveen-Oost (BU06370301) staat niet in het bestand.",
        "Deze buurten liggen volgens de tabel in geen wijk en zijn niet meegeteld: Buitengebied (BU06370901).",
    ] {
        assert!(said.err.contains(sentence), "{}", said.err);
    }
    // The year stands in the name of the file.
    let shown = place.json(&["districts", "show", "--year", "2023"]);
    let fact = |district: &str, kind: &str| {
        let facts = shown["facts"].as_array().unwrap().iter();
        let mut found =
            facts.filter(|it| it["district"] == district && it["characteristic"] == kind);
        found.next().map(|it| {
            (
                it["amount"].as_f64().unwrap(),
                it["circa"].as_bool().unwrap(),
            )
        })
    };
    assert_eq!(fact("centrum", "woningen"), Some((4000.0, false)));
    assert_eq!(fact("centrum", "inwoners"), Some((6000.0, false)));
    // 60% of 1.000 and 20% of 3.000: derived, and so about.
    assert_eq!(fact("centrum", "woningen-koop"), Some((1200.0, true)));
    assert_eq!(fact("meerzicht", "woningen"), Some((7000.0, false)));
    assert_eq!(fact("meerzicht", "woningen-koop"), None);
    assert_eq!(fact("rokkeveen", "woningen"), None);
    let text = place.done(&["districts", "show", "--year", "2023"]);
    assert!(
        text.contains("circa 1.200") && text.contains("Kerncijfers wijken en buurten 2023"),
        "{text}"
    );
    let wrong = place.file(
        "fout.csv",
        "buurtcode;wijk\n0637;Centrum\nBU06370101;Nergens\n",
    );
    let said = place.run(&["districts", "neighbourhoods", "import", &wrong]);
    assert!(said.out.contains("Dit is geen buurtcode"), "{}", said.out);
}

#[test]
fn business_parks_have_no_dwellings_and_stand_in_a_table_where_they_have_cases() {
    let place = with_facts();
    let keys = |place: &Place| {
        place.json(&table(&[]))["row_keys"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(keys(&place), 8);
    let file = place.file(
        "park.csv",
        "Zaaknummer;Datum melding;Wijk\nP-1;10-01-2024;Lansinghage\n",
    );
    place.done(&["import", HOUSING, &file]);
    assert_eq!(keys(&place), 9);
    let rates = place.json(&table(&[]));
    let park = cell(&rates, 8, 0);
    assert_eq!((&park["cases"], &park["of"]), (&json!(1.0), &json!(null)));
    // The dwellings of the municipality are those of its other districts.
    assert_eq!(cell(&rates, 9, 0)["of"], json!(46850.0));
    // Of its businesses nothing is known, so that those of all districts together are not known either.
    let known = FACTS.replace(
        "woningen;woningen-koop;inwoners",
        "bedrijven;woningen-koop;inwoners",
    );
    let file = place.file("bedrijven.csv", &known);
    place.done(&["districts", "import", &file]);
    let of_businesses: Vec<&str> = table(&[])
        .into_iter()
        .map(|it| if it == "woningen" { "bedrijven" } else { it })
        .collect();
    assert_eq!(cell(&place.json(&of_businesses), 9, 0)["of"], json!(null));
    place.done(&[
        "districts",
        "set",
        "bedrijventerreinen",
        "bedrijven",
        "2024",
        "1.200",
    ]);
    assert_eq!(
        cell(&place.json(&of_businesses), 9, 0)["of"],
        json!(48050.0)
    );
}
