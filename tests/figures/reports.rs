//! Reports counted apart from cases: thirteen calls about one problem are thirteen reports and one case.

use chrono::{Days, NaiveDate};
use peildatum::figures::{Columns, Figure, FigureError, Measure, Period, Slice, Step};
use peildatum::register::{CaseKey, CaseState, EntryState, STAND, Value};
use proptest::prelude::*;
use proptest::sample::select;

use crate::definitions::Register;
use crate::edges::case;
use crate::invented::scene;

const FURTHER: &str = "nog-een-melding";

fn entry(kind: &str, day: &str) -> EntryState {
    let day: NaiveDate = day.parse().unwrap();
    EntryState::at(kind, day.and_hms_opt(0, 0, 0).unwrap())
}

fn of(cases: &[(CaseState, Vec<EntryState>)]) -> Columns {
    let keyed = cases.iter().zip(1..);
    let keyed = keyed.map(|((case, timeline), key)| (CaseKey(key), case, &timeline[..]));
    Columns::with_timelines(Register::Calls.definition(), keyed).unwrap()
}

fn reports(columns: &Columns, period: &str) -> u64 {
    let period = Period::parse(period).unwrap();
    let total = columns.total(&Slice::whole(), period, Measure::Reports);
    total.unwrap()
}

/// One problem in the south, about which was called in January and twelve times in March; and a quiet one elsewhere.
fn calls() -> Columns {
    let mut loud = case(&["2024-01-20.."]);
    loud.set("wijk", Some(Value::Choice("zuid".to_owned())));
    let mut timeline: Vec<EntryState> = (1..=12)
        .map(|day| entry(FURTHER, &format!("2024-03-{day:02}")))
        .collect();
    timeline.push(entry("bezoek", "2024-03-05"));
    timeline.push(EntryState {
        withdrawn: true,
        ..entry(FURTHER, "2024-03-06")
    });
    let mut quiet = case(&["2024-03-31..2024-05-01"]);
    quiet.set("wijk", Some(Value::Choice("noord".to_owned())));
    of(&[(loud, timeline), (quiet, Vec::new())])
}

#[test]
fn thirteen_calls_about_one_problem_are_thirteen_reports_and_one_case() {
    let columns = calls();
    let figure = Figure {
        entries: None,
        rows: vec!["wijk".to_owned()],
        columns: vec![STAND.to_owned()],
        measure: Measure::Reports,
        period: Period::year(2024).unwrap(),
        slice: Slice::whole(),
    };
    let table = columns.crosstab(&figure).unwrap();
    assert_eq!(table.row_keys, [["zuid"], ["noord"], ["haven"]]);
    assert_eq!(table.cells, [[13, 0], [0, 1], [0, 0]]);
    assert_eq!((&table.row_totals[..], table.total), (&[13, 1, 0][..], 14));
    assert!(table.adds_up);
    assert_eq!(table.balance, None, "a balance is of cases");
    let door = figure.slice_at(Some(&table.row_keys[0]), None);
    let rows = columns
        .rows(&door, figure.period, Measure::Reports)
        .unwrap();
    assert_eq!(rows, [0]);
    let handled = columns.total(&figure.slice, figure.period, Measure::Handled);
    assert_eq!(handled, Ok(2));
}

#[test]
fn a_report_counts_on_the_day_it_came_in() {
    let columns = calls();
    for (period, count) in [
        ("2024-01", 1),
        ("2024-02", 0),
        ("2024-03", 13),
        ("2024-03-01..2024-03-01", 1),
        ("2024-03-12..2024-03-30", 1),
        ("2024-04", 0),
        ("2024-Q1", 14),
    ] {
        assert_eq!(reports(&columns, period), count, "{period}");
    }
    let (slice, year) = (Slice::whole(), Period::year(2024).unwrap());
    let series = columns.series(&slice, year, Step::Quarter, Measure::Reports, None);
    assert_eq!(series.unwrap().lines, [(None, vec![14, 0, 0, 0])]);
}

#[test]
fn a_report_counts_whether_or_not_its_case_runs_and_a_case_that_is_reopened_began_once() {
    let spells = ["2024-01-10..2024-02-01", "2024-06-01..2024-06-20"];
    let timeline = vec![
        entry(FURTHER, "2024-01-05"),
        entry(FURTHER, "2024-03-03"),
        entry(FURTHER, "2024-06-01"),
    ];
    let columns = of(&[(case(&spells), timeline)]);
    let counts = ["2024-01", "2024-02", "2024-03", "2024-06", "2024"];
    let counts = counts.map(|period| reports(&columns, period));
    assert_eq!(counts, [2, 0, 1, 1, 4]);
    let stands = |period: &str| {
        let figure = Figure {
            entries: None,
            rows: vec![STAND.to_owned()],
            columns: Vec::new(),
            measure: Measure::Reports,
            period: Period::parse(period).unwrap(),
            slice: Slice::whole(),
        };
        columns.crosstab(&figure).unwrap().row_totals
    };
    // Running, finished: as at the end of the period; what is still to begin is not finished.
    assert_eq!(stands("2024-01-01..2024-01-05"), [1, 0]);
    assert_eq!(stands("2024-01"), [2, 0]);
    assert_eq!(stands("2024-03"), [0, 1]);
    assert_eq!(stands("2024-06-01..2024-06-10"), [1, 0]);
    assert_eq!(stands("2024"), [0, 4]);
}

#[test]
fn a_register_that_does_not_tell_reports_apart_has_no_such_measure() {
    for register in [Register::Buildings, Register::Reports] {
        let columns = crate::invented::columns(register, &[]);
        let year = Period::year(2024).unwrap();
        let refused = columns.rows(&Slice::whole(), year, Measure::Reports);
        let Err(FigureError::UnknownMeasure { measure, known, .. }) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(measure, "meldingen");
        assert!(!known.contains(&measure));
        assert!(!Measure::of_register(&register.definition()).contains(&Measure::Reports));
    }
    let measures = Measure::of_register(&Register::Calls.definition());
    assert_eq!(measures.first(), Some(&Measure::Handled));
    assert_eq!(measures.last(), Some(&Measure::Reports));
    assert!(Measure::Reports.adds_up_over_time());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn consecutive_periods_add_up(
        scene in scene(&[Register::Calls], 24),
        step in select(Step::NAMES.map(|(_, step)| step).to_vec()),
        cut in 0..400u64,
    ) {
        let columns = scene.columns();
        // What belongs to the reference date moves with it; the whole and the fields stay.
        let mut scene = scene;
        let definition = scene.register.definition();
        scene.filters.retain(|field, _| definition.field(field).is_some());
        let slice = scene.slice();
        let whole = |period| columns.total(&slice, period, Measure::Reports).unwrap();
        let first = scene.period.from;
        let last = scene.period.to.min(first + Days::new(730));
        let period = Period::between(first, last).unwrap();
        let middle = (first + Days::new(cut)).min(last);
        let before = Period::between(first, middle).unwrap();
        let after = match middle < last {
            true => whole(Period::between(middle + Days::new(1), last).unwrap()),
            false => 0,
        };
        prop_assert_eq!(whole(before) + after, whole(period));
        let steps = columns.series(&slice, period, step, Measure::Reports, None).unwrap();
        let (from, to) = (steps.periods[0].from, steps.periods[steps.periods.len() - 1].to);
        let sum: u64 = steps.lines[0].1.iter().sum();
        prop_assert_eq!(sum, whole(Period::between(from, to).unwrap()));
        // A case began with one report, whatever came after it.
        prop_assert!(whole(period) >= columns.total(&slice, period, Measure::Inflow).unwrap());
    }
}
