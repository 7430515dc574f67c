//! `indicators`: the figures of the printed documents go in whole, and come out as the annual report prints them.

use serde_json::{Value, json};

use crate::support::{Place, Said, data, records};

const HOUSE_BANS: &str = "huisverboden";

fn file(name: &str) -> String {
    data(name).to_str().unwrap().to_owned()
}

/// A vault with the figures of the documents.
fn with_documents() -> Place {
    let place = Place::with_vault();
    for name in ["jaarcijfers.csv", "uitsplitsingen.csv"] {
        place.done(&["indicators", "import", &file(name)]);
    }
    place
}

/// A text without the blanks that put it in columns.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(place: &Place, year: &str, indicator: &str) -> Value {
    let shown = place.json(&["indicators", "show", "--year", year]);
    let all = shown["indicators"].as_array().unwrap();
    let mut found = all.iter().filter(|one| one["indicator"] == indicator);
    found
        .next()
        .unwrap_or_else(|| panic!("{indicator}"))
        .clone()
}

fn counts(report: &Value) -> [u64; 5] {
    ["read", "added", "updated", "unchanged", "refused"].map(|name| report[name].as_u64().unwrap())
}

#[test]
fn every_row_of_the_documents_goes_in_and_again_adds_nothing() {
    let place = Place::with_vault();
    let import = |name: &str| counts(&place.json(&["indicators", "import", &file(name)]));
    assert_eq!(import("jaarcijfers.csv"), [67, 67, 0, 0, 0]);
    // The totals of the damage and of the reports were there; all else is new.
    assert_eq!(import("uitsplitsingen.csv"), [16, 13, 0, 3, 0]);
    assert_eq!(import("jaarcijfers.csv"), [67, 0, 0, 67, 0]);
    assert_eq!(import("uitsplitsingen.csv"), [16, 0, 0, 16, 0]);
}

#[test]
fn an_indicator_stands_there_as_in_the_annual_report() {
    let place = with_documents();
    let text = place.done(&["indicators", "show", "--year", "2024"]);
    let expected = "\
Aantal woninginbraken per jaar
Doelstelling 5.1 Bevorderen van de veiligheid in de woning
Het aantal geschatte woninginbraken per jaar op basis van misdrijfcijfers van politie.
Bron: Politie

Type        2023  2024
----------------------
Begroting    180   180
Realisatie    97    89
Doel gehaald: Ja
";
    assert!(text.starts_with(expected), "{text}");
    let marks = "\
Begroting    7,5   7,5
Realisatie   8,0   8,0
Doel gehaald: Ja
";
    assert!(text.contains(marks), "{text}");
    assert!(text.contains("Bron: Stadspeiling"), "{text}");
}

#[test]
fn parts_that_do_not_reach_the_whole_leave_a_rest() {
    let place = with_documents();
    let text = place.done(&["indicators", "show", "--year", "2024"]);
    let expected = "\
Realisatie                € 52.787  € 63.857
  Afvalbakken                    -  € 28.122
  Containers               € 2.305  € 12.615
  Verharding              € 15.350   € 6.600
  Overig (niet uitgesplitst)  € 35.132  € 16.520
";
    assert!(squeezed(&text).contains(&squeezed(expected)), "{text}");
    let damage = shown(&place, "2024", "schade-jaarwisseling");
    let rest = damage["years"][1]["parts"]
        .as_array()
        .unwrap()
        .last()
        .unwrap();
    assert_eq!(*rest, json!({"part": null, "of": null, "amount": 16520.0}));
    // Of a part as well: 8 minors of the 27 who had a weapon, of 41.
    let bans = shown(&place, "2024", "gebiedsverboden");
    assert_eq!(
        bans["years"][1]["parts"],
        json!([
            {"part": "wapens", "of": null, "amount": 27.0},
            {"part": "wapens-minderjarig", "of": "wapens", "amount": 8.0},
            {"part": null, "of": "wapens", "amount": 19.0},
            {"part": null, "of": null, "amount": 14.0},
        ])
    );
}

#[test]
fn percentages_follow_from_two_values_of_the_same_year() {
    let place = with_documents();
    let actual = |indicator: &str| {
        let years = shown(&place, "2024", indicator)["years"].clone();
        [0, 1].map(|at| (years[at]["actual"].clone(), years[at]["basis"].clone()))
    };
    assert_eq!(
        actual("huisverboden-per-melding"),
        [
            (json!(25.0), json!("computed")),
            (json!(26.0), json!("computed"))
        ]
    );
    assert_eq!(
        actual("gebiedsverboden-wapens"),
        [(json!(null), json!(null)), (json!(66.0), json!("computed"))]
    );
    assert_eq!(
        actual("wapens-minderjarig")[1],
        (json!(30.0), json!("computed"))
    );
}

#[test]
fn a_past_figure_without_cases_is_typed_marked_and_the_earlier_year_of_a_series() {
    let place = with_documents();
    let set = [
        "indicators",
        "set",
        "gebiedsverboden-wapens",
        "2023",
        "--actual",
        "46%",
    ];
    place.done(
        &[
            &set[..],
            &[
                "--document",
                "Jaarverslag 2024",
                "--reason",
                "uit het jaarverslag",
            ],
        ]
        .concat(),
    );
    let text = place.done(&[
        "indicators",
        "series",
        "gebiedsverboden-wapens",
        "--to-year",
        "2024",
    ]);
    let squeezed: Vec<String> = text.lines().map(squeezed).collect();
    assert_eq!(
        squeezed[4..6],
        ["2023 - *46%", "2024 - 66% +20 procentpunt"]
    );
    assert!(text.contains("* Ingevuld: er staan geen zaken"), "{text}");
    let shown = shown(&place, "2024", "gebiedsverboden-wapens");
    assert_eq!(shown["years"][0]["basis"], "typed");
    assert_eq!(shown["years"][0]["document"], "Jaarverslag 2024");
}

#[test]
fn across_a_break_in_the_series_nothing_is_compared() {
    let place = with_documents();
    let series = place.json(&[
        "indicators",
        "series",
        "rapportcijfer-buurt",
        "--to-year",
        "2024",
    ]);
    let years: Vec<_> = series["years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|year| {
            (
                year["year"].as_i64().unwrap(),
                year["broken"].as_bool().unwrap(),
                year["change"].clone(),
            )
        })
        .collect();
    assert_eq!(
        years,
        [
            (2014, false, json!(null)),
            (2015, false, json!(0.0)),
            (2016, false, json!(0.2)),
            (2017, false, json!(0.0)),
            (2023, true, json!(null)),
            (2024, false, json!(0.0)),
        ]
    );
    let text = place.done(&["indicators", "series", "rapportcijfer veiligheid buurt"]);
    assert!(text.contains("Stadspeiling, reeksbreuk"), "{text}");
    // Two years that stand side by side say so too.
    let older = place.file(
        "x.csv",
        "indicator;jaar;realisatie;bron\nrapportcijfer veiligheid buurt;2022;7,9;Omnibusenquête\n",
    );
    place.done(&["indicators", "import", &older]);
    assert_eq!(shown(&place, "2023", "rapportcijfer-buurt")["broken"], true);
    assert!(
        place
            .done(&["indicators", "show", "--year", "2023"])
            .contains("Reeksbreuk: dit jaar is anders")
    );
}

#[test]
fn what_the_cases_come_to_stands_beside_what_is_typed() {
    let place = with_documents();
    let bans: Vec<String> = (1..=3).map(|at| format!("H{at};0{at}-02-2025")).collect();
    let bans = place.file("h.csv", &format!("nummer;begin\n{}\n", bans.join("\n")));
    place.done(&["import", HOUSE_BANS, &bans]);
    let reading = |year: &str| shown(&place, year, "tijdelijke-huisverboden")["years"][1].clone();
    // The register began in 2025: of 2024 it knows nothing, and says nothing of it.
    let typed = reading("2024");
    assert_eq!(
        (&typed["basis"], &typed["otherwise"]),
        (&json!("typed"), &json!(null))
    );
    let counted = reading("2025");
    assert_eq!(
        (&counted["actual"], &counted["basis"]),
        (&json!(3.0), &json!("counted"))
    );
    place.done(&[
        "indicators",
        "set",
        "tijdelijke-huisverboden",
        "2025",
        "--actual",
        "4",
    ]);
    let differs = reading("2025");
    assert_eq!(
        (&differs["actual"], &differs["basis"], &differs["otherwise"]),
        (&json!(4.0), &json!("typed"), &json!(3.0))
    );
    let text = place.done(&["indicators", "show", "--year", "2025"]);
    assert!(
        text.contains("voor 2025 is 4 ingevuld, maar uit de zaken of de andere waarden volgt 3."),
        "{text}"
    );
}

#[test]
fn a_goal_that_is_missed_says_so_and_one_without_a_target_says_nothing() {
    let place = with_documents();
    place.done(&[
        "indicators",
        "set",
        "woninginbraken",
        "2025",
        "--actual",
        "181",
    ]);
    assert_eq!(shown(&place, "2025", "woninginbraken")["reached"], false);
    assert!(
        place
            .done(&["indicators", "show", "--year", "2025"])
            .contains("Doel gehaald: Nee")
    );
    assert_eq!(
        shown(&place, "2024", "schade-jaarwisseling")["reached"],
        json!(null)
    );
    assert_eq!(
        shown(&place, "2026", "woninginbraken")["reached"],
        json!(null)
    );
}

#[test]
fn a_refused_row_says_what_would_be_right() {
    let place = Place::with_vault();
    let rows = "indicator;uitsplitsing;jaar;realisatie;begroting;eenheid;richting;bron
woninginbraken;;2024;89;;aantal;lager;Politie
woninbraken;;2024;89;;;;
woninginbraken;wapens;2024;1;;;;
woninginbraken;;2023;97;;euro;;
woninginbraken;;2022;97;;;hoger;
woninginbraken;;2024;90;;;;
rapportcijfer veiligheid stad;;2024;7,6;;;;Burgerpanel
schade jaarwisseling;afvalbakken;2024;100;50;;;
schade jaarwisseling;afvalbakken;2024;100;;;;
schade jaarwisseling;totaal;2024;99;;;;
schade jaarwisseling;containers;2023;;;;;
woninginbraken;;'24;1;;;;
woninginbraken;;2021;veel;;;;
";
    let path = place.file("fout.csv", rows);
    let Said { code, out, .. } = place.run(&["indicators", "import", &path]);
    assert_eq!(code, 1);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        lines[0],
        "13 rijen gelezen: 2 toegevoegd, 0 bijgewerkt, 0 ongewijzigd, 11 geweigerd."
    );
    for (line, expected) in lines[1..].iter().zip([
        "rij 3, kolom indicator, waarde woninbraken: “woninbraken” is geen bekende indicator.",
        "rij 4, kolom uitsplitsing, waarde wapens: “wapens” is geen keuze. Kies uit: totaal.",
        "rij 5, kolom eenheid, waarde euro: “euro” past niet bij deze indicator: die is vastgelegd met “aantal”.",
        "rij 6, kolom richting, waarde hoger: “hoger” past niet bij deze indicator: die is vastgelegd met “lager”.",
        "rij 7, kolom indicator, waarde woninginbraken: Dit staat al in rij 2.",
        "rij 8, kolom bron, waarde Burgerpanel: “Burgerpanel” is geen keuze. Kies uit: Omnibusenquête; Stadspeiling.",
        "rij 9, kolom begroting, waarde 50: Een onderdeel heeft geen eigen begroting.",
        "rij 11, kolom realisatie, waarde 99: De onderdelen van “Schade jaarwisseling” zijn samen € 100, meer dan het geheel van € 99.",
        "rij 12, kolom realisatie: Hier staat niets.",
        "rij 13, kolom jaar, waarde '24: “'24” is geen jaar.",
        "rij 14, kolom realisatie, waarde veel: “veel” is geen getal.",
    ]) {
        assert!(line.starts_with(expected), "{line}");
    }
}

#[test]
fn a_dry_run_and_all_or_nothing_write_nothing() {
    let place = Place::with_vault();
    let said = place.done(&[
        "indicators",
        "import",
        &file("jaarcijfers.csv"),
        "--dry-run",
    ]);
    assert!(
        said.contains("67 toegevoegd") && said.contains("er is niets opgeslagen"),
        "{said}"
    );
    let path = place.file(
        "fout.csv",
        "indicator;jaar;realisatie\nwoninginbraken;2024;89\nonbekend;2024;1\n",
    );
    let said = place.run(&["indicators", "import", &path, "--all-or-nothing"]);
    assert_eq!(said.code, 2);
    assert!(
        said.out.starts_with("2 rijen gelezen: 0 toegevoegd"),
        "{}",
        said.out
    );
    let none = place.done(&["indicators", "show", "--year", "2024"]);
    assert!(
        none.starts_with("Van 2024 en het jaar ervoor is nog geen indicator bekend."),
        "{none}"
    );
}

#[test]
fn what_was_typed_before_is_kept_and_can_be_restored() {
    let place = with_documents();
    let of = ["woninginbraken", "2024"];
    let set = [
        &["indicators", "set"],
        &of[..],
        &["--actual", "88", "--reason", "nagekomen cijfer"],
    ]
    .concat();
    assert_eq!(place.done(&set), "Vastgelegd: woninginbraken/2024\n");
    let history = place.csv(&[&["indicators", "history"], &of[..]].concat());
    assert_eq!(history[1][0], "2");
    assert_eq!(
        history[1][2..],
        ["j.jansen", "nagekomen cijfer", "180", "88"]
    );
    assert_eq!(
        history[2][2..],
        ["j.jansen", "Ingelezen uit jaarcijfers.csv", "180", "89"]
    );
    place.done(&[&["indicators", "restore"], &of[..], &["1"]].concat());
    assert_eq!(
        shown(&place, "2024", "woninginbraken")["years"][1]["actual"],
        89.0
    );
    assert_eq!(
        place
            .csv(&[&["indicators", "history"], &of[..]].concat())
            .len(),
        4
    );
    let refused = place.refused(&[&["indicators", "restore"], &of[..], &["9"]].concat());
    assert!(
        refused.contains("woninginbraken/2024 heeft geen versie 9"),
        "{refused}"
    );
}

#[test]
fn what_cannot_be_set_is_refused_and_nothing_changes() {
    let place = with_documents();
    let refused = |arguments: &[&str]| place.refused(&[&["indicators", "set"], arguments].concat());
    assert!(
        refused(&["inbraken", "2024", "--actual", "1"]).contains("Er is geen indicator “inbraken”")
    );
    assert!(refused(&["woninginbraken", "24", "--actual", "1"]).contains("“24” is geen jaar"));
    assert!(
        refused(&["woninginbraken", "2024", "--actual", "0,12345"])
            .contains("te veel cijfers achter de komma")
    );
    let damage = ["schade-jaarwisseling", "2024"];
    assert!(
        refused(&[&damage[..], &["--part", "afvalbakken"]].concat())
            .contains("is geen onderdeel met een bedrag")
    );
    assert!(
        refused(&[&damage[..], &["--part", "bomen=1"]].concat()).contains("Kies uit: Afvalbakken")
    );
    assert!(
        refused(&[&damage[..], &["--part", "Afvalbakken=50.000"]].concat())
            .contains("meer dan het geheel van € 63.857")
    );
    let mark = [
        "rapportcijfer-stad",
        "2024",
        "--actual",
        "7",
        "--definition",
        "panel",
    ];
    assert!(refused(&mark).contains("Kies uit: Omnibusenquête; Stadspeiling."));
    assert_eq!(
        place
            .csv(&["indicators", "history", "schade-jaarwisseling", "2024"])
            .len(),
        3
    );
}

#[test]
fn the_same_for_a_spreadsheet_and_in_the_other_language() {
    let place = with_documents();
    let said = place.done(&["indicators", "show", "--year", "2024", "--format", "csv"]);
    let records = records(&said);
    let names = [
        "indicator",
        "jaar",
        "van",
        "onderdeel",
        "begroting",
        "realisatie",
        "herkomst",
        "doel-gehaald",
    ];
    assert_eq!(records[0], names);
    assert_eq!(
        records[2],
        ["woninginbraken", "2024", "", "", "180", "89", "typed", "ja"]
    );
    let rest = [
        "schade-jaarwisseling",
        "2024",
        "",
        "rest",
        "",
        "16520",
        "",
        "",
    ];
    assert!(records.iter().any(|record| *record == rest), "{said}");
    let english = place.done(&["indicators", "show", "--year", "2024", "--lang", "en"]);
    assert!(english.contains("Goal reached: Yes"), "{english}");
    assert!(english.contains("€ 63,857"), "{english}");
    assert!(!english.contains("indicator-"), "{english}");
}

#[test]
fn a_municipality_has_indicators_of_its_own() {
    let place = Place::empty();
    let own = "\
[[indicator]]
id = \"bekeuringen\"
label = { nl = \"Bekeuringen\" }
unit = \"aantal\"
direction = \"neutraal\"
";
    place.file("kluis/indicators/eigen.toml", own);
    place.done(&["init"]);
    place.done(&[
        "indicators",
        "set",
        "Bekeuringen",
        "2024",
        "--actual",
        "1.234",
    ]);
    assert!(
        place
            .done(&["indicators", "show", "--year", "2024"])
            .contains("1.234")
    );
    let wrong = own.replace("neutraal", "omhoog");
    place.file("kluis/indicators/eigen.toml", &wrong);
    let refused = place.refused(&["indicators", "show"]);
    assert!(
        refused.contains("indicator[0].direction") && refused.contains("lager, hoger, neutraal"),
        "{refused}"
    );
}

#[test]
fn a_year_and_a_series_go_to_a_file() {
    let place = with_documents();
    let path = place.folder.path().join("jaar.csv");
    let out = path.to_str().unwrap();
    place.done(&[
        "indicators",
        "show",
        "--year",
        "2024",
        "--out",
        out,
        "--dialect",
        "rfc4180",
    ]);
    let text = std::fs::read_to_string(&path).unwrap();
    let burglaries = text
        .lines()
        .find(|line| line.contains("woninginbraken"))
        .unwrap();
    assert!(
        burglaries.contains(",180,97,180,89,ja,typed,"),
        "{burglaries}"
    );
    // What a program reads is what is printed for it.
    let path = place.folder.path().join("jaar.json");
    place.done(&[
        "indicators",
        "show",
        "--year",
        "2024",
        "--out",
        path.to_str().unwrap(),
    ]);
    let file: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(file, place.json(&["indicators", "show", "--year", "2024"]));
    let path = place.folder.path().join("reeks.csv");
    let out = path.to_str().unwrap();
    place.done(&["indicators", "series", "rapportcijfer-stad", "--out", out]);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("2023;7,4;7,6;;ingevoerd;Stadspeiling;ja"),
        "{text}"
    );
    // A kind of file that it cannot become is refused before any work.
    let said = place.refused(&["indicators", "show", "--out", "jaar.png"]);
    assert!(said.contains(".xlsx"), "{said}");
}

const FIRST_TABLE: [&str; 6] = [
    "misdrijven",
    "high-impact-crimes",
    "geweld",
    "woninginbraken",
    "straatroof",
    "overvallen",
];

fn many_years(place: &Place, indicators: &[&str], years: [&str; 2]) -> Value {
    let years = ["--from-year", years[0], "--to-year", years[1]];
    place.json(&[&["indicators", "table"], indicators, &years].concat())
}

#[test]
fn a_table_of_many_years_is_that_of_the_framework_memorandum() {
    let place = with_documents();
    let table = many_years(&place, &FIRST_TABLE, ["2014", "2017"]);
    let amounts = |at: usize| table["indicators"][at]["amounts"].clone();
    assert_eq!(amounts(0), json!([7713.0, 6463.0, 5781.0, 5714.0]));
    assert_eq!(amounts(1), json!([1364.0, 1253.0, 1015.0, 924.0]));
    assert_eq!(amounts(5), json!([13.0, 8.0, 8.0, 11.0]));
    let robbery = &table["indicators"][4];
    assert_eq!(robbery["average"], 43.3);
    assert_eq!(robbery["least"], json!({"year": 2017, "amount": 29.0}));
    assert_eq!(robbery["most"], json!({"year": 2015, "amount": 53.0}));
    let text = place.done(&[
        "indicators",
        "table",
        "overvallen",
        "rapportcijfer-stad",
        "--from-year",
        "2014",
        "--to-year",
        "2017",
    ]);
    let text = squeezed(&text);
    assert!(text.starts_with("2014 tot en met 2017"), "{text}");
    assert!(
        text.contains("Overvallen 13 8 8 11 10,0 8 (2015) – 13 (2014)"),
        "{text}"
    );
    assert!(
        text.contains("7,2 7,2 7,4 7,4 7,3 7,2 (2014) – 7,4 (2016)"),
        "{text}"
    );
}

#[test]
fn across_a_break_a_table_of_many_years_gives_no_average() {
    let place = with_documents();
    let marks = &many_years(&place, &["rapportcijfer-stad"], ["2014", "2024"])["indicators"][0];
    assert_eq!(marks["breaks"], json!([2023]));
    assert_eq!(marks["average"], json!(null));
    assert_eq!(marks["least"], json!(null));
    let text = place.done(&["indicators", "table", "rapportcijfer-stad"]);
    assert!(text.contains("vanaf 2023 is anders gemeten"), "{text}");
}

#[test]
fn a_table_of_many_years_goes_to_a_file() {
    let place = with_documents();
    let path = place.folder.path().join("reeks.csv");
    let out = path.to_str().unwrap();
    let years = ["--from-year", "2014", "--to-year", "2017"];
    let names = [&["indicators", "table", "geweld", "straatroof"], &years[..]].concat();
    place.done(&[&names[..], &["--out", out, "--dialect", "rfc4180"]].concat());
    let read = records(&std::fs::read_to_string(path).unwrap());
    assert_eq!(
        read[0],
        [
            "indicator",
            "eenheid",
            "2014",
            "2015",
            "2016",
            "2017",
            "gemiddeld",
            "laagste",
            "hoogste"
        ]
    );
    assert_eq!(
        read[1],
        [
            "Geweld", "aantal", "752", "697", "659", "637", "686.3", "637", "752"
        ]
    );
}

#[test]
fn the_parts_of_the_high_impact_crimes_have_to_reach_their_total() {
    let place = with_documents();
    let contradictions = |year: &str| {
        let text = place.done(&["indicators", "show", "--year", year]);
        text.matches("Dit telt niet op").count()
    };
    assert_eq!(contradictions("2017"), 0);
    let set = |id: &str, year: &str, amount: &str| {
        place.done(&["indicators", "set", id, year, "--actual", amount]);
    };
    set("straatroof", "2016", "64");
    let text = place.done(&["indicators", "show", "--year", "2016"]);
    let sentence = "voor 2016 is het totaal 1.015, maar geweld 659, aantal woninginbraken per jaar 302, \
                    straatroof 64, overvallen 8 zijn samen 1.033. Dat scheelt 18.";
    assert!(text.contains(sentence), "{text}");
    // A total that nobody typed is what its parts come to.
    for (id, amount) in [("geweld", "600"), ("straatroof", "20"), ("overvallen", "9")] {
        set(id, "2018", amount);
    }
    let total = |year: &str| shown(&place, year, "high-impact-crimes")["years"][1].clone();
    assert_eq!(total("2018")["actual"], json!(null));
    set("woninginbraken", "2018", "200");
    assert_eq!(
        (&total("2018")["actual"], &total("2018")["basis"]),
        (&json!(829.0), &json!("computed"))
    );
    // Where one of them is not known, the others are not more than the total either.
    set("high-impact-crimes", "2019", "100");
    set("geweld", "2019", "90");
    assert_eq!(contradictions("2019"), 0);
    set("straatroof", "2019", "20");
    assert_eq!(contradictions("2019"), 1);
}

#[test]
fn training_on_extremism_is_counted_with_those_who_came_and_the_mark_they_gave() {
    let place = Place::with_vault();
    let rows = "nummer;datum;onderwerp;aantal-deelnemers;cijfer
T1;01-02-2025;EMO;10;8
T2;01-03-2025;EMO;30;9
T3;01-04-2025;Ondermijning herkennen;50;6
";
    let file = place.file("t.csv", rows);
    place.done(&["import", "trainingen", &file]);
    let of = |id: &str| {
        let figure = shown(&place, "2025", id)["years"][1].clone();
        (figure["actual"].clone(), figure["basis"].clone())
    };
    let counted = |amount: f64| (json!(amount), json!("counted"));
    assert_eq!(of("trainingen-emo"), counted(2.0));
    assert_eq!(of("trainingen-emo-professionals"), counted(40.0));
    // Weighted by how many came: (10 × 8 + 30 × 9) / 40 = 8,75.
    assert_eq!(of("trainingen-emo-cijfer"), counted(8.8));
    // Of the year before there is no training at all: nothing is known of it, and never 0.
    let before = &shown(&place, "2025", "trainingen-emo")["years"][0];
    assert_eq!(before["actual"], json!(null));
}

#[test]
fn years_before_the_program_was_used_are_typed_beside_counted_ones() {
    let place = Place::with(&["woonoverlast"]);
    for (year, amount) in [("2022", "180"), ("2023", "195"), ("2024", "211")] {
        place.done(&[
            "indicators",
            "set",
            "woonoverlast-behandeld",
            year,
            "--actual",
            amount,
        ]);
    }
    let row = &many_years(&place, &["woonoverlast-behandeld"], ["2021", "2024"])["indicators"][0];
    assert_eq!(row["amounts"].as_array().unwrap().last().unwrap(), 211.0);
    assert_eq!(row["basis"][1], "typed");
    // What is typed holds, and what the cases come to stands beside it.
    assert_eq!(row["otherwise"][3], 210.0);
    place.done(&[
        "indicators",
        "set",
        "woonoverlast-afgerond",
        "2022",
        "--actual",
        "60",
    ]);
    let finished = shown(&place, "2024", "woonoverlast-afgerond")["years"][1].clone();
    assert_eq!(
        (&finished["actual"], &finished["basis"]),
        (&json!(68.0), &json!("counted"))
    );
    assert_eq!(
        shown(&place, "2024", "woonoverlast-eindstand")["years"][1]["actual"],
        142.0
    );
}

#[test]
fn the_registers_of_the_documents_come_to_what_the_documents_print() {
    let registers = [
        "ondermijning-signalen",
        "ondermijning-casussen",
        "jeugdaanpak",
        "ipta",
    ];
    let place = Place::with(&registers);
    for (id, amount) in [
        ("ondermijning-signalen", 177.0),
        ("ondermijning-casussen-behandeld", 20.0),
        ("ondermijning-casussen-afgerond", 14.0),
        ("ondermijning-casussen-eindstand", 6.0),
        ("pga-behandeld", 120.0),
        ("pga-eindstand", 70.0),
        ("rio-behandeld", 14.0),
        ("rio-instroom", 4.0),
        ("ipta-behandeld", 54.0),
        ("ipta-instroom", 17.0),
    ] {
        assert_eq!(
            shown(&place, "2024", id)["years"][1]["actual"],
            amount,
            "{id}"
        );
    }
    let parts =
        shown(&place, "2024", "ondermijning-casussen-afgerond")["years"][1]["parts"].clone();
    let amounts: Vec<f64> = parts
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["amount"].as_f64().unwrap())
        .collect();
    // 14 = 5 + 1 + 8, and of the 8 there are 3 closures.
    assert_eq!(amounts, [5.0, 1.0, 8.0, 3.0, 5.0]);
}

#[test]
fn persons_are_counted_as_well_as_their_bans() {
    let place = Place::with_vault();
    let rows = "nummer;persoon;geboortedatum;begin
G1;Verzonnen, V.;01-01-2000;01-02-2025
G2;Verzonnen, V.;01-01-2000;01-06-2025
G3;Bedacht, B.;02-02-2001;01-07-2025
";
    let file = place.file("g.csv", rows);
    place.done(&["import", "gebiedsverboden", &file]);
    let of = |id: &str| shown(&place, "2025", id)["years"][1]["actual"].clone();
    assert_eq!(of("gebiedsverboden"), 3.0);
    assert_eq!(of("gebiedsverboden-personen"), 2.0);
}

#[test]
fn reports_of_domestic_violence_are_no_cases_and_have_no_verdict() {
    let place = with_documents();
    let reports = || shown(&place, "2024", "meldingen-huiselijk-geweld");
    place.done(&[
        "indicators",
        "set",
        "meldingen-huiselijk-geweld",
        "2024",
        "--budget",
        "100",
    ]);
    assert_eq!(reports()["reached"], json!(null));
    assert_eq!(reports()["years"][1]["actual"], 228.0);
}
