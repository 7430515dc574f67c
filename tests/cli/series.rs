//! `series`: one figure over consecutive periods.

use serde_json::{Value, json};

use crate::support::{HOUSING, Place, SIGNALS};

fn points(series: &Value) -> Vec<(String, Option<String>, u64)> {
    let points = series["points"].as_array().unwrap().iter();
    let point = |point: &Value| {
        let text = |name: &str| point[name].as_str().map(str::to_owned);
        (
            text("period").unwrap(),
            text("key"),
            point["value"].as_u64().unwrap(),
        )
    };
    points.map(point).collect()
}

#[test]
fn years_quarters_and_months() {
    let place = Place::with(&[HOUSING, SIGNALS]);
    let years = place.json(&["series", HOUSING, "--from", "2022", "--to", "2024"]);
    assert_eq!(years["register"], HOUSING);
    assert_eq!(years["measure"], "behandeld");
    let point = |period: &str, value| (period.to_owned(), None, value);
    assert_eq!(
        points(&years),
        [point("2022", 0), point("2023", 98), point("2024", 210)]
    );
    let months = [
        "series", SIGNALS, "--from", "2024-Q1", "--to", "2024-12", "--step", "month",
    ];
    let months = points(&place.json(&months));
    assert_eq!(months.len(), 12);
    assert_eq!(months[2].0, "2024-03");
    let counted: u64 = months.iter().map(|(_, _, value)| value).sum();
    assert_eq!(counted, 177);
    let quarters = [
        "series", SIGNALS, "--from", "2024", "--to", "2024", "--step", "quarter",
    ];
    let quarters = points(&place.json(&quarters));
    let names: Vec<&str> = quarters.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names, ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]);
}

#[test]
fn a_line_for_every_key_and_another_measure() {
    let place = Place::with(&[HOUSING]);
    let span = ["series", HOUSING, "--from", "2023", "--to", "2024"];
    let split = [&span[..], &["--by", "eigendom", "--measure", "eindstand"]].concat();
    let series = place.json(&split);
    assert_eq!(series["measure"], "eindstand");
    let of_2024: Vec<_> = points(&series)
        .into_iter()
        .filter(|(period, ..)| period == "2024")
        .map(|(_, key, value)| (key.unwrap(), value))
        .collect();
    let expected = [("koop", 34), ("corporatie", 99), ("particulier", 9)];
    assert_eq!(
        of_2024,
        expected.map(|(key, value)| (key.to_owned(), value))
    );
    let csv = place.csv(&split);
    assert_eq!(csv[0], ["periode", "koop", "corporatie", "particulier"]);
    assert_eq!(csv[2], ["2024", "34", "99", "9"]);
    let filtered = [&span[..], &["--where", "wijk=Noordhove"]].concat();
    assert_eq!(place.json(&filtered)["points"][1]["value"], json!(10));
}

#[test]
fn the_text_says_what_cannot_be_added() {
    let place = Place::with(&[HOUSING]);
    let span = ["series", HOUSING, "--from", "2023", "--to", "2024"];
    let handled = place.done(&span);
    assert!(handled.contains("Tel de periodes dus niet op"), "{handled}");
    assert!(handled.contains("\n2024           210\n"), "{handled}");
    let inflow = place.done(&[&span[..], &["--measure", "instroom"]].concat());
    assert!(!inflow.contains("niet op"), "{inflow}");
    let english = place.done(&[&span[..], &["--by", "aard", "--lang", "en"]].concat());
    assert!(english.contains("more than one choice"), "{english}");
    assert!(english.contains("Period "), "{english}");
}

#[test]
fn the_parts_of_every_period_are_percentages_that_total_a_hundred() {
    let place = Place::with(&[SIGNALS]);
    let asked = [
        "series",
        SIGNALS,
        "--from",
        "2024",
        "--to",
        "2024",
        "--by",
        "bron",
        "--percent",
    ];
    let series = place.json(&asked);
    assert_eq!(series["percent"], "row");
    let shares: Vec<u64> = points(&series).iter().map(|(.., share)| *share).collect();
    assert_eq!(shares, [69, 8, 18, 5]);
    let text = place.done(&asked);
    assert!(text.contains("69 %"), "{text}");
    assert!(text.contains("van het totaal van elke periode"), "{text}");
    let whole = [&asked[..6], &["--percent"]].concat();
    assert!(place.refused(&whole).contains("--by"));
    // Of the row is what is meant where nothing is said.
    let row = place.json(&[&asked[..], &["row"]].concat());
    assert_eq!(points(&row), points(&series));
}

#[test]
fn over_several_periods_percentages_are_of_a_part_or_of_all_where_cases_count_once() {
    let place = Place::with(&[HOUSING]);
    let asked = [
        "series",
        HOUSING,
        "--from",
        "2023",
        "--to",
        "2024",
        "--by",
        "eigendom",
        "--measure",
        "instroom",
        "--percent",
    ];
    let of = |whole: &str| place.json(&[&asked[..], &[whole]].concat());
    let counts = points(&place.json(&asked[..10]));
    let total: u64 = counts.iter().map(|(.., count)| *count).sum();
    let all: Vec<u64> = points(&of("all"))
        .iter()
        .map(|(.., share)| *share)
        .collect();
    assert_eq!(all.iter().sum::<u64>(), 100);
    for ((.., count), share) in counts.iter().zip(&all) {
        let exact = *count as f64 * 100.0 / total as f64;
        assert!((exact - *share as f64).abs() < 1.0, "{count}: {share}");
    }
    assert_eq!(of("column")["percent"], "column");
    let shares = points(&of("column"));
    for key in ["koop", "corporatie", "particulier"] {
        let of_part = shares
            .iter()
            .filter(|(_, part, _)| part.as_deref() == Some(key));
        assert_eq!(of_part.map(|(.., share)| share).sum::<u64>(), 100, "{key}");
    }
    // Of cases that run in several periods there is no whole.
    let handled = [&asked[..8], &["--percent", "all"]].concat();
    assert!(place.refused(&handled).contains("meer dan één periode"));
}

#[test]
fn the_same_periods_a_year_earlier_stand_beside_it() {
    let place = Place::with(&[HOUSING]);
    let asked = [
        "series",
        HOUSING,
        "--from",
        "2023",
        "--to",
        "2024",
        "--against",
    ];
    let csv = place.csv(&asked);
    assert_eq!(
        csv[0],
        [
            "periode",
            "behandeld",
            "jaar-eerder",
            "verschil",
            "verschil-procent"
        ]
    );
    assert_eq!(csv[1], ["2023", "98", "0", "98", ""]);
    assert_eq!(csv[2][..4], ["2024", "210", "98", "112"]);
    let years = place.json(&asked);
    assert_eq!(years["points"][1]["year_before"], json!(98));
    let split = [&asked[..], &["--by", "wijk"]].concat();
    assert!(place.refused(&split).contains("verdeelde reeks"));
}
