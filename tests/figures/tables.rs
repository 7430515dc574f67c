//! Tables with exact numbers: outcomes, flags, the unknown, several choices, events, and what is refused.

use std::collections::BTreeSet;

use peildatum::figures::{Columns, Crosstab, Figure, FigureError, Measure, Period, Slice};
use peildatum::register::{CaseState, Value};

use crate::definitions::Register;
use crate::edges::case;
use crate::invented::columns;

fn figure(rows: &[&str], columns: &[&str], period: &str) -> Figure {
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    Figure {
        entries: None,
        rows: owned(rows),
        columns: owned(columns),
        measure: Measure::Handled,
        period: Period::parse(period).unwrap(),
        slice: Slice::whole(),
    }
}

/// A case with a district, and the kinds it has.
fn with(spells: &[&str], district: Option<&str>, kinds: &[&str]) -> CaseState {
    let mut state = case(spells);
    state.set("wijk", district.map(|id| Value::Choice(id.to_owned())));
    if !kinds.is_empty() {
        let kinds = kinds.iter().map(|id| (*id).to_owned()).collect();
        state.set("aard", Some(Value::Choices(kinds)));
    }
    state
}

/// The spell of a case ends with this outcome, and a flag that is known or not.
fn ending(
    mut state: CaseState,
    spell: usize,
    outcome: Option<&str>,
    closure: Option<bool>,
) -> CaseState {
    let closing = state.spells[spell].closed.as_mut().unwrap();
    closing.outcome = outcome.map(str::to_owned);
    if let Some(closure) = closure {
        closing.flags.insert("sluiting".to_owned(), closure);
    }
    state
}

/// The rows of a table with one field: key and count.
fn lines(columns: &Columns, figure: &Figure) -> Vec<(String, u64)> {
    let Crosstab {
        row_keys,
        row_totals,
        ..
    } = columns.crosstab(figure).unwrap();
    row_keys.into_iter().flatten().zip(row_totals).collect()
}

fn expected(lines: &[(&str, u64)]) -> Vec<(String, u64)> {
    lines
        .iter()
        .map(|(key, count)| ((*key).to_owned(), *count))
        .collect()
}

#[test]
fn an_outcome_belongs_to_the_spell_that_ended_on_or_before_the_last_day() {
    let state = case(&["2024-01-10..2024-03-31", "2024-05-01..2024-09-01"]);
    let state = ending(state, 0, Some("geen"), None);
    let state = ending(state, 1, Some("maatregel"), Some(true));
    let columns = columns(Register::Buildings, &[state]);
    let key = |field: &str, period: &str| {
        let lines = lines(&columns, &figure(&[field], &[], period));
        let counted: Vec<String> = lines
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, _)| key)
            .collect();
        assert_eq!(counted.len(), 1, "{field} {period}: {counted:?}");
        counted[0].clone()
    };
    for (period, stand, outcome, closure) in [
        ("2024-01-01..2024-03-30", "lopend", "lopend", "lopend"),
        ("2024-Q1", "afgerond", "geen", "nee"),
        ("2024-01-01..2024-04-30", "afgerond", "geen", "nee"),
        ("2024-01-01..2024-05-01", "lopend", "lopend", "lopend"),
        ("2024-01-01..2024-08-31", "lopend", "lopend", "lopend"),
        ("2024-01-01..2024-09-01", "afgerond", "maatregel", "ja"),
        ("2024", "afgerond", "maatregel", "ja"),
    ] {
        assert_eq!(key("stand", period), stand, "{period}");
        assert_eq!(key("uitkomst", period), outcome, "{period}");
        assert_eq!(key("sluiting", period), closure, "{period}");
    }
}

#[test]
fn a_flag_is_unknown_only_where_the_outcome_could_have_it() {
    let ended = |outcome, closure| ending(case(&["2024-01-01..2024-02-01"]), 0, outcome, closure);
    let columns = columns(
        Register::Buildings,
        &[
            case(&["2024-01-01.."]),
            ended(Some("maatregel"), Some(true)),
            ended(Some("maatregel"), Some(false)),
            ended(Some("maatregel"), None),
            ended(Some("dwangsom"), None),
            ended(Some("geen"), None),
            ended(Some("geen"), Some(false)),
            ended(None, None),
        ],
    );
    let table = columns.crosstab(&figure(&["uitkomst"], &["sluiting"], "2024"));
    let table = table.unwrap();
    let keys = |keys: &[Vec<String>]| keys.concat();
    assert_eq!(
        keys(&table.row_keys),
        ["lopend", "maatregel", "dwangsom", "geen", "onbekend"]
    );
    assert_eq!(
        keys(&table.column_keys),
        ["lopend", "ja", "nee", "onbekend"]
    );
    assert_eq!(
        table.cells,
        [
            [1, 0, 0, 0],
            [0, 1, 1, 1],
            [0, 0, 1, 0],
            [0, 0, 2, 0],
            [0, 0, 0, 1],
        ]
    );
    assert_eq!(table.row_totals, [1, 3, 1, 2, 1]);
    assert_eq!(table.column_totals, [1, 1, 4, 2]);
    assert_eq!(table.total, 8);
    assert!(table.adds_up);
}

#[test]
fn unknown_and_retired_show_only_where_they_count() {
    let (old, new) = ("2023-01-01..2023-12-31", "2024-01-01..");
    let columns = columns(
        Register::Buildings,
        &[
            with(&[old], Some("polder"), &[]),
            with(&[old], None, &[]),
            with(&[new], Some("haven"), &[]),
            with(&[new], Some("zuid"), &[]),
        ],
    );
    assert_eq!(
        lines(&columns, &figure(&["wijk"], &[], "2023")),
        expected(&[
            ("zuid", 0),
            ("noord", 0),
            ("polder", 1),
            ("haven", 0),
            ("onbekend", 1)
        ])
    );
    assert_eq!(
        lines(&columns, &figure(&["wijk"], &[], "2024")),
        expected(&[("zuid", 1), ("noord", 0), ("haven", 1)])
    );
}

#[test]
fn a_choice_the_definition_lost_is_still_counted_behind_the_others() {
    let new = "2024-01-01..";
    let columns = columns(
        Register::Buildings,
        &[
            with(&[new], Some("zz"), &[]),
            with(&[new], Some("aa"), &[]),
            with(&[new], None, &[]),
        ],
    );
    assert_eq!(
        lines(&columns, &figure(&["wijk"], &[], "2024")),
        expected(&[
            ("zuid", 0),
            ("noord", 0),
            ("haven", 0),
            ("aa", 1),
            ("zz", 1),
            ("onbekend", 1)
        ])
    );
}

#[test]
fn a_value_of_another_kind_than_the_field_is_unknown() {
    let mut swapped = case(&["2024-01-01.."]);
    swapped.set("zorg", Some(Value::Choice("noord".to_owned())));
    swapped.set("wijk", Some(Value::YesNo(true)));
    swapped.set("aard", Some(Value::Text("hennep".to_owned())));
    let mut several = case(&["2024-01-01.."]);
    several.set(
        "wijk",
        Some(Value::Choices(BTreeSet::from(["zuid".to_owned()]))),
    );
    // More codes than yes and no have, had they been taken for choices.
    let mut others: Vec<CaseState> = ["zuid", "haven", "noord"]
        .map(|id| {
            let mut other = case(&["2024-01-01.."]);
            other.set("zorg", Some(Value::Choice(id.to_owned())));
            other
        })
        .to_vec();
    others.extend([swapped, several]);
    let columns = columns(Register::Buildings, &others);
    for field in ["wijk", "zorg", "aard"] {
        let lines = lines(&columns, &figure(&[field], &[], "2024"));
        let known: u64 = lines
            .iter()
            .filter(|(key, _)| key != "onbekend")
            .map(|(_, count)| count)
            .sum();
        assert_eq!((known, lines.last().unwrap().1), (0, 5), "{field}");
    }
}

#[test]
fn several_choices_count_cases_in_the_totals() {
    let new = "2024-01-01..";
    let columns = columns(
        Register::Buildings,
        &[
            with(&[new], Some("zuid"), &["hennep", "afval"]),
            with(&[new], Some("zuid"), &["afval"]),
            with(&[new], Some("noord"), &["afval", "bewoning", "hennep"]),
            with(&[new], Some("noord"), &[]),
        ],
    );
    let asked = figure(&["aard"], &["wijk"], "2024");
    let table = columns.crosstab(&asked).unwrap();
    assert!(!table.adds_up);
    assert_eq!(
        table.row_keys.concat(),
        ["hennep", "bewoning", "afval", "onbekend"]
    );
    assert_eq!(table.column_keys.concat(), ["zuid", "noord", "haven"]);
    assert_eq!(table.cells, [[1, 1, 0], [0, 1, 0], [2, 1, 0], [0, 1, 0]]);
    assert_eq!(table.row_totals, [2, 1, 3, 1]);
    assert_eq!(table.column_totals, [2, 2, 0]);
    assert_eq!(table.total, 4);
}

#[test]
fn a_filter_on_a_field_with_several_choices_keeps_its_doors() {
    let new = "2024-01-01..";
    let columns = columns(
        Register::Buildings,
        &[
            with(&[new], None, &["hennep", "afval"]),
            with(&[new], None, &["afval"]),
            with(&[new], None, &["hennep"]),
        ],
    );
    let definition = Register::Buildings.definition();
    let mut asked = figure(&["aard"], &[], "2024");
    asked.slice = Slice::parse(&definition, &["aard=hennep".to_owned()]).unwrap();
    assert_eq!(
        lines(&columns, &asked),
        expected(&[("hennep", 2), ("bewoning", 0), ("afval", 1)])
    );
    let behind = asked.slice_at(Some(&["afval".to_owned()]), None);
    let rows = columns.rows(&behind, asked.period, asked.measure).unwrap();
    assert_eq!(rows, [0]);
    let balances = columns.balance_by(&asked.slice, asked.period, "aard");
    let handled: Vec<u64> = balances
        .unwrap()
        .into_iter()
        .map(|(_, balance)| balance.handled())
        .collect();
    assert_eq!(handled, [2, 0, 1]);
}

#[test]
fn events_count_on_their_day() {
    let at = |day: &str| {
        let mut state = case(&[&format!("{day}..")]);
        state.set("bron", Some(Value::Choice("politie".to_owned())));
        state
    };
    let cases = ["2023-12-31", "2024-01-01", "2024-03-31", "2024-04-01"].map(at);
    let columns = columns(Register::Reports, &cases);
    let mut asked = figure(&["bron"], &[], "2024-Q1");
    asked.measure = Measure::Count;
    let table = columns.crosstab(&asked).unwrap();
    assert_eq!(table.row_keys.concat(), ["politie", "bewoner"]);
    assert_eq!((table.row_totals, table.total), (vec![2, 0], 2));
    assert_eq!(table.balance, None);
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let buildings = columns(Register::Buildings, &[case(&["2024-01-01.."])]);
    let reports = columns(Register::Reports, &[case(&["2024-01-01.."])]);
    let refused = |columns: &Columns, figure: &Figure| columns.crosstab(figure).unwrap_err();
    let twice = refused(&buildings, &figure(&["wijk"], &["wijk"], "2024"));
    assert_eq!(twice, FigureError::Twice("wijk".to_owned()));
    for field in ["toelichting", "bron", ""] {
        let unknown = refused(&buildings, &figure(&[field], &[], "2024"));
        assert!(
            matches!(&unknown, FigureError::UnknownField { field: named, known, .. }
                if named == field && known.contains(&"wijk".to_owned())),
            "{unknown:?}"
        );
    }
    let mut count = figure(&["wijk"], &[], "2024");
    count.measure = Measure::Count;
    assert!(matches!(
        refused(&buildings, &count),
        FigureError::UnknownMeasure { .. }
    ));
    assert!(matches!(
        refused(&reports, &figure(&["bron"], &[], "2024")),
        FigureError::UnknownMeasure { .. }
    ));
    assert!(matches!(
        refused(&reports, &figure(&["stand"], &[], "2024")),
        FigureError::UnknownField { .. }
    ));
    let year = Period::year(2024).unwrap();
    assert_eq!(
        reports.balance(&Slice::whole(), year),
        Err(FigureError::NoBalance("meldingen".to_owned()))
    );
}

#[test]
fn filters_are_read_by_id_label_and_alias() {
    let definition = Register::Buildings.definition();
    let parse = |filter: &str| Slice::parse(&definition, &[filter.to_owned()]);
    let south = parse("wijk=zuid").unwrap();
    for written in ["wijk=Zuid", " wijk = SOUTH ", "wijk=zuiderwijk"] {
        assert_eq!(parse(written).unwrap(), south, "{written}");
    }
    assert_eq!(
        parse("stand=Lopend").unwrap(),
        parse("stand=lopend").unwrap()
    );
    assert!(matches!(parse("wijk"), Err(FigureError::NotAFilter(_))));
    assert!(matches!(
        parse("straat=x"),
        Err(FigureError::UnknownField { .. })
    ));
    assert!(
        matches!(parse("wijk=oost"), Err(FigureError::UnknownValue { known, .. })
            if known == ["zuid", "noord", "polder", "haven", "onbekend"])
    );
}

#[test]
fn a_slice_can_be_ticked_and_cleared() {
    let definition = Register::Buildings.definition();
    let mut slice = Slice::whole();
    slice.toggle("wijk", "zuid");
    slice.toggle("wijk", "noord");
    let read = ["wijk=noord", "wijk=zuid"].map(str::to_owned);
    assert_eq!(slice, Slice::parse(&definition, &read).unwrap());
    assert!(slice.wants("wijk", "zuid") && !slice.wants("wijk", "haven"));
    slice.toggle("wijk", "zuid");
    assert!(!slice.wants("wijk", "zuid"));
    slice.toggle("wijk", "noord");
    assert_eq!(slice.filters().count(), 0);
    slice.toggle("zorg", "ja");
    assert_eq!(slice.filters().count(), 1);
    slice.clear("zorg");
    assert_eq!(slice, Slice::whole());
}
