//! The edges that the definitions name, with exact numbers.

use chrono::NaiveDate;
use peildatum::figures::{Balance, Columns, Measure, Period, Slice, Step};
use peildatum::register::{CaseState, Closing, Spell};

use crate::definitions::Register;
use crate::invented::columns;

fn day(written: &str) -> NaiveDate {
    written.parse().unwrap()
}

/// A case with these spells, written `2024-01-10..2024-03-31`, or without an end while it runs.
pub fn case(spells: &[&str]) -> CaseState {
    let spell = |written: &&str| {
        let (opened, closed) = written.split_once("..").unwrap();
        let closed = (!closed.is_empty()).then(|| Closing::on(day(closed)));
        Spell {
            opened: day(opened),
            closed,
        }
    };
    CaseState {
        spells: spells.iter().map(spell).collect(),
        ..CaseState::default()
    }
}

fn buildings(cases: &[CaseState]) -> Columns {
    columns(Register::Buildings, cases)
}

/// Beginstand, instroom, heropend, afgerond and eindstand of one case in a period.
fn moved(spells: &[&str], period: &str) -> [u64; 5] {
    let columns = buildings(&[case(spells)]);
    let period = Period::parse(period).unwrap();
    let Balance {
        opening,
        inflow,
        reopened,
        finished,
        closing,
    } = columns.balance(&Slice::whole(), period).unwrap();
    [opening, inflow, reopened, finished, closing]
}

const NOTHING: [u64; 5] = [0; 5];

#[test]
fn on_the_closing_day_a_case_counts_as_closed() {
    let until_march = ["2024-01-10..2024-03-31"];
    assert_eq!(moved(&until_march, "2024-Q1"), [0, 1, 0, 1, 0]);
    assert_eq!(
        moved(&until_march, "2024-01-01..2024-03-30"),
        [0, 1, 0, 0, 1]
    );
    assert_eq!(moved(&until_march, "2024-Q2"), NOTHING);
    let until_april = ["2024-01-10..2024-04-01"];
    assert_eq!(moved(&until_april, "2024-Q1"), [0, 1, 0, 0, 1]);
    assert_eq!(moved(&until_april, "2024-Q2"), [1, 0, 0, 1, 0]);
    assert_eq!(moved(&until_april, "2024-04-02..2024-06-30"), NOTHING);
}

#[test]
fn a_case_that_ends_on_the_day_it_began_was_handled_that_day() {
    let visit = ["2024-07-01..2024-07-01"];
    assert_eq!(moved(&visit, "2024-07"), [0, 1, 0, 1, 0]);
    assert_eq!(moved(&visit, "2024-07-01..2024-07-01"), [0, 1, 0, 1, 0]);
    assert_eq!(moved(&visit, "2024-06"), NOTHING);
    assert_eq!(moved(&visit, "2024-07-02..2024-07-31"), NOTHING);
}

#[test]
fn closed_and_reopened_within_the_period_counts_once_as_running() {
    let twice = ["2024-02-01..2024-03-01", "2024-05-01.."];
    assert_eq!(moved(&twice, "2024"), [0, 1, 0, 0, 1]);
    let from_before = ["2023-02-01..2024-03-01", "2024-05-01.."];
    assert_eq!(moved(&from_before, "2024"), [1, 0, 0, 0, 1]);
}

#[test]
fn reopened_is_what_began_before_and_did_not_run_at_the_start() {
    let again = ["2023-02-01..2023-06-01", "2024-05-10.."];
    assert_eq!(moved(&again, "2023"), [0, 1, 0, 1, 0]);
    assert_eq!(moved(&again, "2024-Q1"), NOTHING);
    assert_eq!(moved(&again, "2024"), [0, 0, 1, 0, 1]);
    assert_eq!(moved(&again, "2025"), [1, 0, 0, 0, 1]);
    // Closed on the last day of the year it does not run at its end; opened the next day it is reopened.
    let overnight = ["2023-02-01..2023-12-31", "2024-01-01..2024-02-01"];
    assert_eq!(moved(&overnight, "2023"), [0, 1, 0, 1, 0]);
    assert_eq!(moved(&overnight, "2024"), [0, 0, 1, 1, 0]);
}

#[test]
fn reopened_on_the_closing_day_a_case_never_stopped() {
    let same_day = ["2023-11-01..2024-01-15", "2024-01-15.."];
    assert_eq!(moved(&same_day, "2024"), [1, 0, 0, 0, 1]);
    assert_eq!(moved(&same_day, "2024-01-15..2024-01-15"), [1, 0, 0, 0, 1]);
    let new_year = ["2023-11-01..2023-12-31", "2023-12-31.."];
    assert_eq!(moved(&new_year, "2023"), [0, 1, 0, 0, 1]);
    assert_eq!(moved(&new_year, "2024"), [1, 0, 0, 0, 1]);
}

#[test]
fn days_may_lie_ahead_of_everyone() {
    let ban = ["2024-06-01..2031-06-01"];
    assert_eq!(moved(&ban, "2030"), [1, 0, 0, 0, 1]);
    assert_eq!(moved(&ban, "2031"), [1, 0, 0, 1, 0]);
    assert_eq!(moved(&ban, "2032"), NOTHING);
    assert_eq!(moved(&["2040-01-01.."], "2039"), NOTHING);
    assert_eq!(moved(&["2040-01-01.."], "2040-01"), [0, 1, 0, 0, 1]);
}

#[test]
fn four_quarters_need_not_add_up_to_the_year() {
    let columns = buildings(&[case(&[
        "2023-12-01..2024-02-10",
        "2024-05-01..2024-06-01",
        "2024-11-01..2024-12-31",
    ])]);
    let year = Period::year(2024).unwrap();
    let quarters = |measure| {
        let series = columns
            .series(&Slice::whole(), year, Step::Quarter, measure, None)
            .unwrap();
        assert_eq!(series.lines.len(), 1);
        series.lines[0].1.clone()
    };
    let whole = columns.balance(&Slice::whole(), year).unwrap();
    assert_eq!(quarters(Measure::Finished), [1, 1, 0, 1]);
    assert_eq!(whole.finished, 1);
    assert_eq!(quarters(Measure::Reopened), [0, 1, 0, 1]);
    assert_eq!(whole.reopened, 0);
    assert_eq!(quarters(Measure::Opening), [1, 0, 0, 0]);
    assert_eq!(whole.opening, 1);
}

#[test]
fn a_register_without_cases_counts_nothing() {
    let columns = buildings(&[]);
    assert!(columns.is_empty());
    let balance = columns.balance(&Slice::whole(), Period::year(2024).unwrap());
    assert_eq!(balance.unwrap(), Balance::default());
    assert_eq!(Columns::new(Register::Buildings.definition()).len(), 0);
}

#[test]
fn a_case_that_has_no_begin_is_never_counted() {
    let columns = buildings(&[CaseState::default()]);
    for period in ["1800", "2024", "2999"] {
        let period = Period::parse(period).unwrap();
        let balance = columns.balance(&Slice::whole(), period).unwrap();
        assert_eq!(balance, Balance::default());
    }
}
