//! Periods by their names, and numbers as each language writes them.

use chrono::NaiveDate;
use peildatum::figures::{Period, PeriodError, Step};
use peildatum::language::Language;
use proptest::prelude::*;

use crate::invented::period;

fn day(written: &str) -> NaiveDate {
    written.parse().unwrap()
}

fn between(from: &str, to: &str) -> Period {
    Period::between(day(from), day(to)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn a_period_is_read_back_by_its_name(period in period()) {
        prop_assert_eq!(Period::parse(&period.name()), Ok(period));
    }

    #[test]
    fn whatever_is_read_is_a_period_of_our_centuries(written in "[0-9Qq.+ -]{0,24}|20[0-9]{2}-[0-9Q+]{1,3}") {
        if let Ok(period) = Period::parse(&written) {
            prop_assert!(period.from <= period.to);
            prop_assert!(period.from >= day("1800-01-01") && period.to <= day("2999-12-31"));
            prop_assert_eq!(Period::parse(&period.name()), Ok(period));
            prop_assert!(!written.contains('+'), "{}", written);
        }
    }

    #[test]
    fn steps_follow_each_other_and_cover_the_period(over in period()) {
        for (_, step) in Step::NAMES {
            let steps = over.steps(step);
            prop_assert!(steps[0].from <= over.from && over.from <= steps[0].to);
            let last = steps[steps.len() - 1];
            prop_assert!(last.from <= over.to && over.to <= last.to);
            for (one, next) in steps.iter().zip(&steps[1..]) {
                prop_assert_eq!(one.to.succ_opt(), Some(next.from));
            }
            for one in steps {
                prop_assert_eq!(one.step(), Some(step));
            }
        }
    }
}

#[test]
fn periods_are_read_as_people_name_them() {
    for (written, from, to) in [
        ("2024", "2024-01-01", "2024-12-31"),
        (" 2024 ", "2024-01-01", "2024-12-31"),
        ("2024-Q1", "2024-01-01", "2024-03-31"),
        ("2024-q4", "2024-10-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-03-05..2024-03-05", "2024-03-05", "2024-03-05"),
        ("2024-03-05 .. 2025-01-01", "2024-03-05", "2025-01-01"),
    ] {
        assert_eq!(Period::parse(written), Ok(between(from, to)), "{written}");
    }
}

#[test]
fn periods_have_the_shortest_name() {
    for (from, to, name) in [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-04-01", "2024-06-30", "2024-Q2"),
        ("2024-06-01", "2024-06-30", "2024-06"),
        ("2024-06-01", "2024-06-29", "2024-06-01..2024-06-29"),
        ("2024-01-01", "2025-12-31", "2024-01-01..2025-12-31"),
    ] {
        assert_eq!(between(from, to).name(), name);
    }
}

#[test]
fn what_is_no_period_is_refused() {
    for written in [
        "",
        "2024-13",
        "2024-00",
        "2024-3",
        "2024-+3",
        "2024-Q5",
        "2024-Q0",
        "2024-Q",
        "31-02",
        "2024-02-31..2024-03-01",
        "2024-03-01",
        "2024-03-01..",
        "..2024-03-01",
        "0204",
        "0204-01-01..0204-02-01",
        "204",
        "20244",
        "+2024-01-01..2024-02-01",
        "vorig jaar",
    ] {
        let refused = Period::parse(written);
        let expected = PeriodError::NotAPeriod(written.to_owned());
        assert_eq!(refused, Err(expected), "{written}");
    }
    assert_eq!(
        Period::parse("2024-03-31..2024-03-01"),
        Err(PeriodError::Backwards {
            from: day("2024-03-31"),
            to: day("2024-03-01"),
        })
    );
}

#[test]
fn a_moved_reference_date_keeps_the_kind_of_period() {
    let date = day("2024-08-15");
    for (step, from) in [
        (Step::Year, "2024-01-01"),
        (Step::Quarter, "2024-07-01"),
        (Step::Month, "2024-08-01"),
    ] {
        assert_eq!(Period::up_to(step, date), between(from, "2024-08-15"));
    }
    let whole = Period::up_to(Step::Quarter, day("2024-09-30"));
    assert_eq!(whole.step(), Some(Step::Quarter));
    assert_eq!(whole.name(), "2024-Q3");
}

#[test]
fn numbers_are_written_as_the_language_does() {
    let (dutch, english) = (Language::Dutch, Language::English);
    for (number, in_dutch, in_english) in [
        (0, "0", "0"),
        (7, "7", "7"),
        (999, "999", "999"),
        (1_000, "1.000", "1,000"),
        (13_939, "13.939", "13,939"),
        (1_234_567, "1.234.567", "1,234,567"),
        (-13_939, "−13.939", "−13,939"),
    ] {
        assert_eq!(dutch.count(number), in_dutch);
        assert_eq!(english.count(number), in_english);
    }
    assert_eq!(dutch.number(7.5), "7,5");
    assert_eq!(english.number(7.5), "7.5");
    assert_eq!(dutch.number(7.0), "7");
    assert_eq!(dutch.count(i64::MIN), "−9.223.372.036.854.775.808");
}
