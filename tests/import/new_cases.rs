//! What a row of a file becomes when its case is not known yet, and which rows are refused.

use chrono::NaiveTime;
use peildatum::exchange::Problem;
use peildatum::language::{Explain, Language};
use peildatum::register::{Address, Fault, Value, ValueProblem};

use crate::support::{Desk, counts, day, places, sheet};

#[test]
fn every_way_of_writing_a_date_is_read() {
    let mut desk = Desk::new("woonoverlast");
    let report = desk.import(
        "Nr;Start\nA;29-02-2024\nB;29-2-24\nC;2024-02-29\nD;29/2/2024\nE;2024-02-29T08:30:00\n",
    );
    assert_eq!(counts(&report), [5, 0, 0, 0]);
    for number in ["A", "B", "C", "D", "E"] {
        assert_eq!(
            desk.state(number).opened(),
            Some(day("29-02-2024")),
            "{number}"
        );
    }
}

#[test]
fn values_are_read_by_label_alias_or_id() {
    let mut desk = Desk::new("woonoverlast");
    let report = desk.import(
        "Nr;Start;Wijk;Eigendom;Aard overlast;Zorgcomponent;Postcode;Huisnummer;Toevoeging;Status\n\
         A;01-02-2024;  meerZICHT ;Sociale huur;Geluid|huisdieren;Ja;2715ab;12;A;In Onderzoek\n\
         B;01-02-2024;de-leyens;Owner-occupied;Geluid, één melder;nee;;;;\n\
         C;01-02-2024;;;geluid,Huisdieren;;;;;\n",
    );
    assert_eq!(counts(&report), [3, 0, 0, 0], "{:?}", report.problems);
    let [first, second, third] = ["A", "B", "C"].map(|number| desk.state(number));
    let choice = |id: &str| Some(Value::Choice(id.to_owned()));
    let choices = |ids: &[&str]| {
        Some(Value::Choices(
            ids.iter().map(|&id| id.to_owned()).collect(),
        ))
    };
    assert_eq!(first.values.get("wijk").cloned(), choice("meerzicht"));
    assert_eq!(first.values.get("eigendom").cloned(), choice("corporatie"));
    assert_eq!(
        first.values.get("aard").cloned(),
        choices(&["geluid", "huisdieren"])
    );
    assert_eq!(first.values.get("zorgcomponent"), Some(&Value::YesNo(true)));
    let address = Address {
        postcode: "2715 AB".to_owned(),
        number: "12".to_owned(),
        addition: "A".to_owned(),
        ..Address::default()
    };
    assert_eq!(first.values.get("adres"), Some(&Value::Address(address)));
    assert_eq!(first.status.as_deref(), Some("in-onderzoek"));
    assert_eq!(second.values.get("wijk").cloned(), choice("de-leyens"));
    assert_eq!(second.values.get("eigendom").cloned(), choice("koop"));
    assert_eq!(
        second.values.get("aard").cloned(),
        choices(&["geluid-een-melder"])
    );
    assert_eq!(
        third.values.get("aard").cloned(),
        choices(&["geluid", "huisdieren"])
    );
    assert_eq!(third.values.len(), 1, "blank is unknown: no value at all");
}

#[test]
fn a_new_case_gets_the_first_status_that_fits() {
    let mut desk = Desk::new("ondermijning-casussen");
    desk.import("Nr;Start;Afgerond;Uitkomst;Tijdelijke sluiting\nA;01-02-2024;;;nee\nB;01-02-2024;02-03-2024;handhaving;ja\n");
    let (open, closed) = (desk.state("A"), desk.state("B"));
    assert_eq!(open.status.as_deref(), Some("in-onderzoek"));
    assert_eq!(
        open.closing(),
        None,
        "that a running case had no closure goes without saying"
    );
    assert_eq!(closed.status.as_deref(), Some("afgerond"));
    let closing = closed.closing().unwrap();
    assert_eq!(
        (closing.date, closing.outcome.as_deref()),
        (day("02-03-2024"), Some("handhaving"))
    );
    assert_eq!(closing.flags.get("tijdelijke-sluiting"), Some(&true));
}

#[test]
fn an_event_is_one_day_and_has_no_status() {
    let mut desk = Desk::new("ondermijning-signalen");
    let report = desk.import("Nr;Ontvangen;Einde;Bron\nS1;01-02-2024;05-02-2024;MMA\n");
    assert_eq!(report.ignored, ["Einde"]);
    let state = desk.state("S1");
    assert_eq!(
        (state.spells.len(), state.closing(), state.status.as_deref()),
        (1, None, None)
    );
}

#[test]
fn a_date_in_the_future_is_accepted() {
    let mut desk = Desk::new("woonoverlast");
    assert_eq!(
        counts(&desk.import("Nr;Start;Einddatum\nA;01-02-2124;01-05-2125\n")),
        [1, 0, 0, 0]
    );
}

#[expect(clippy::too_many_lines, reason = "one file, row by row")]
#[test]
fn an_impossible_value_is_refused_with_its_place_and_what_would_be_right() {
    let mut desk = Desk::new("ondermijning-casussen");
    for (row, column, value, right) in [
        ("A;31-02-2024;;;;;;", "Start", "31-02-2024", "31-12-2024"),
        ("A;;;;;;;", "Start", "", "31-12-2024"),
        (
            "A;01-02-2024;01-01-2024;;;;;",
            "Einde",
            "01-01-2024",
            "01-02-2024",
        ),
        (
            "A;01-02-2024;morgen;;;;;",
            "Einde",
            "morgen",
            "dag-maand-jaar",
        ),
        (
            "A;01-02-2024;;Atlantis;;;;",
            "Wijk",
            "Atlantis",
            "Meerzicht",
        ),
        ("A;01-02-2024;;;zoek;;;", "Status", "zoek", "In onderzoek"),
        (
            "A;01-02-2024;;;Afgerond;;;",
            "Status",
            "Afgerond",
            "Vul de einddatum in",
        ),
        (
            "A;01-02-2024;01-03-2024;;Monitoring;;;",
            "Status",
            "Monitoring",
            "de zaak is afgesloten",
        ),
        (
            "A;01-02-2024;;;;ontkracht;;",
            "Uitkomst",
            "ontkracht",
            "einddatum",
        ),
        (
            "A;01-02-2024;01-03-2024;;;weg;;",
            "Uitkomst",
            "weg",
            "Handhaving",
        ),
        (
            "A;01-02-2024;;;;;ja;",
            "Tijdelijke sluiting",
            "ja",
            "einddatum",
        ),
        (
            "A;01-02-2024;01-03-2024;;;ontkracht;ja;",
            "Tijdelijke sluiting",
            "ja",
            "Handhaving",
        ),
        (
            "A;01-02-2024;01-03-2024;;;;ja;",
            "Tijdelijke sluiting",
            "ja",
            "Handhaving",
        ),
        (
            "A;01-02-2024;01-03-2024;;;;soms;",
            "Tijdelijke sluiting",
            "soms",
            "nee",
        ),
        ("A;01-02-2024;;;;;;27ab", "Postcode", "27ab", "2712 AH"),
        (
            "A;01-02-2024;;;;;;;een;;twee",
            "",
            "een twee",
            "aanhalingstekens",
        ),
    ] {
        let text = format!(
            "Nr;Start;Einde;Wijk;Status;Uitkomst;Tijdelijke sluiting;Postcode\n{row}\nB;01-02-2024;;;;;;\n"
        );
        let report = desk.import_sheet(&sheet(&text));
        assert_eq!(places(&report), [(2, column, value)], "{row}");
        assert_eq!(report.refused, 1, "{row}");
        assert_eq!(report.added + report.unchanged, 1, "the good row goes in");
        let sentence = report.problems[0].explain(Language::Dutch);
        assert!(sentence.contains(right), "{sentence} says {right}");
    }
    assert_eq!(desk.store.cases.len(), 1, "a refused row leaves no trace");
}

#[test]
fn every_reason_is_given_and_the_row_counts_once() {
    let mut desk = Desk::new("woonoverlast");
    let report = desk.import(
        "Nr;Start;Einde;Wijk;Eigendom\nA;01-02-2024;01-01-2024;Atlantis;kasteel\nB;30-02-2024;x;;\n",
    );
    assert_eq!(counts(&report), [0, 0, 0, 2]);
    let expected = [
        (2, "Wijk", "Atlantis"),
        (2, "Eigendom", "kasteel"),
        (2, "Einde", "01-01-2024"),
        (3, "Start", "30-02-2024"),
        (3, "Einde", "x"),
    ];
    assert_eq!(places(&report), expected);
    let unread = Problem::Value(ValueProblem::NotADate("x".to_owned()));
    assert_eq!(report.problems[4].problem, unread);
}

#[test]
fn a_birth_date_after_the_begin_is_refused() {
    let mut desk = Desk::new("jeugdaanpak");
    let report = desk.import("Nr;Start;Geboortedatum\nJ1;01-02-2024;02-02-2024\n");
    assert_eq!(places(&report), [(2, "Geboortedatum", "02-02-2024")]);
    let fault = Fault::BornAfterBegin {
        born: day("02-02-2024"),
    };
    assert_eq!(report.problems[0].problem, Problem::Fault(fault));
}

#[test]
fn the_first_row_of_a_number_counts_even_when_it_is_refused() {
    let mut desk = Desk::new("woonoverlast");
    let report = desk.import(
        "Nr;Start;Wijk\nA;01-02-2024;Centrum\nB;31-02-2024;\nA;01-02-2024;Meerzicht\nB;01-02-2024;\n",
    );
    assert_eq!(counts(&report), [1, 0, 0, 3]);
    assert_eq!(
        places(&report),
        [(3, "Start", "31-02-2024"), (4, "Nr", "A"), (5, "Nr", "B")]
    );
    let expected = Problem::NumberTwice {
        number: "B".to_owned(),
        first: 3,
    };
    assert_eq!(report.problems[2].problem, expected);
    assert_eq!(
        desk.state("A").values["wijk"],
        Value::Choice("centrum".to_owned())
    );
}

#[test]
fn a_repeated_row_is_refused_for_that_alone() {
    let mut desk = Desk::new("woonoverlast");
    let report = desk.import(
        "Nr;Start;Einde;Uitkomst\nA;01-02-2024;01-03-2024;opgelost\nA;01-02-2024;;opgelost\n",
    );
    assert_eq!(places(&report), [(3, "Nr", "A")]);
}

#[test]
fn a_time_is_kept_where_the_field_keeps_one() {
    // No shipped register has such a field yet, so one is made.
    let mut desk = Desk::new("woonoverlast");
    let definition = std::sync::Arc::make_mut(&mut desk.definition);
    let field = definition
        .fields
        .iter_mut()
        .find(|field| field.id == "actie-uiterlijk")
        .unwrap();
    field.kind = peildatum::register::FieldKind::DateTime;
    desk.import("Nr;Start;Actiedatum\nA;01-02-2024;03-02-2024 22:15\n");
    let time = NaiveTime::from_hms_opt(22, 15, 0).unwrap();
    let expected = Value::DateTime(day("03-02-2024").and_time(time));
    assert_eq!(desk.state("A").values["actie-uiterlijk"], expected);
}
