//! The overview: every number on it is the total of a figure that can be asked for by itself.

use std::sync::Arc;

use peildatum::figures::{
    Columns, Crosstab, Figure, Measure, Number, Overview, Period, Quantity, Slice, YEARS,
    breakdown_field,
};
use peildatum::language::Language;
use peildatum::register::Kind;
use peildatum::report::{LineKind, OverviewQuestion, TableQuestion, Tabulation};
use proptest::prelude::*;

use crate::definitions::Register;
use crate::invented::{period, scene};
use crate::publishing::made;

fn of(columns: &Columns, period: Period) -> Overview {
    let registers = [Arc::new(columns.clone())];
    let one = |kind| (columns.definition().kind == kind).then_some(0);
    Overview::of(&registers, one(Kind::Spell), one(Kind::Event), period).unwrap()
}

fn parsed(written: &str) -> Period {
    Period::parse(written).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_is_the_total_of_its_figure(scene in scene(&Register::ALL, 24)) {
        let (columns, period) = (scene.columns(), scene.period);
        let overview = of(&columns, period);
        let total = |period, measure| columns.total(&Slice::whole(), period, measure).unwrap();
        let glance = &overview.summaries[0];
        for number in &glance.counts {
            prop_assert_eq!(number.count, total(period, number.measure));
            prop_assert_eq!(number.before, total(period.year_before(), number.measure));
            prop_assert_eq!(glance.count_of(number.measure), Some(*number));
        }
        let main = glance.counts[0];
        prop_assert!(glance.trend.len() <= YEARS);
        prop_assert_eq!(glance.trend.last(), Some(&(period, main.count)));
        for (year, count) in &glance.trend {
            prop_assert_eq!(*count, total(*year, main.measure));
        }
        let parts = overview.parts.or(overview.events).unwrap();
        // A key that counted only a year earlier stands in both tables, with nothing in the one of now.
        let table = columns.crosstab(&parts.figure).unwrap();
        let counting = |table: &Crosstab| {
            let rows = table.row_keys.iter().zip(table.row_totals.clone());
            rows.filter(|(_, total)| *total > 0).map(|(keys, total)| (keys.clone(), total)).collect::<Vec<_>>()
        };
        prop_assert_eq!(counting(&parts.table), counting(&table));
        prop_assert_eq!(parts.table.total, table.total);
        let before = Figure { entries: None, period: period.year_before(), ..parts.figure.clone() };
        let before = columns.crosstab(&before).unwrap();
        prop_assert_eq!(&parts.table.row_keys, &parts.before.row_keys);
        for (row, keys) in parts.table.row_keys.iter().enumerate() {
            let earlier = before.row_keys.iter().position(|known| known == keys);
            prop_assert_eq!(parts.before.row_totals[row], earlier.map_or(0, |row| before.row_totals[row]));
        }
        let Some(years) = overview.years else { return Ok(()) };
        for (at, year) in years.periods.iter().enumerate() {
            let balance = columns.balance(&Slice::whole(), *year).unwrap();
            let of_year = |key: &str| {
                let mut lines = years.lines.iter();
                lines.find(|(line, _)| line.as_deref() == Some(key)).map(|(_, counts)| counts[at])
            };
            prop_assert_eq!(of_year("lopend"), Some(balance.closing));
            prop_assert_eq!(of_year("afgerond"), Some(balance.finished));
        }
    }

    #[test]
    fn what_goes_out_is_what_was_evaluated(scene in scene(&Register::ALL, 16), compare in any::<bool>()) {
        let (columns, period) = (Arc::new(scene.columns()), scene.period);
        let overview = of(&columns, period);
        let [parts_of, events_of] = [Kind::Spell, Kind::Event].map(|kind| (columns.definition().kind == kind).then_some(0));
        let question = OverviewQuestion {
            title: "Overzicht".to_owned(),
            registers: vec![Arc::clone(&columns)],
            names: vec!["Proef".to_owned()],
            parts_of,
            events_of,
            overview: overview.clone(),
            period,
            compare,
            late: vec![3],
            indicators: Vec::new(),
            indicator_heads: Default::default(),
        };
        let pages = question.published(&made(), Language::Dutch).unwrap().pages;
        let numbers: Vec<Number> = pages[0].table.lines[0].numbers.clone();
        for standing in overview.summaries[0].counts.iter().filter(|one| one.measure != Measure::Reopened) {
            prop_assert!(numbers.contains(&Some(standing.count as f64)));
            prop_assert!(!compare || numbers.contains(&Some(standing.before as f64)));
        }
        prop_assert_eq!(numbers.last(), Some(&Some(3.0)));
        // The page of the parts is the table that can be asked for by itself.
        let parts = overview.parts.or(overview.events).unwrap();
        let asked = TableQuestion {
            title: pages[1].title().to_owned(),
            figure: parts.figure.clone(),
            quantity: Quantity::Count,
            shares: None,
            against: compare.then(|| period.year_before()),
            subsets: Vec::new(),
        };
        let alone = asked.published(&columns, &made(), Language::Dutch).unwrap();
        let total = |page: &Tabulation| page.of_kind(LineKind::Total).map(|line| line.numbers.last().copied()).collect::<Vec<_>>();
        prop_assert_eq!(total(&pages[1].table), total(&alone.table));
        if compare {
            prop_assert_eq!(&pages[1].table, &alone.table);
        }
        prop_assert_eq!(pages.len(), if overview.years.is_some() { 3 } else { 2 });
    }

    #[test]
    fn a_year_before_is_as_long_give_or_take_a_leap_day(period in period()) {
        let before = period.year_before();
        let days = |period: Period| (period.to - period.from).num_days();
        prop_assert!((days(before) - days(period)).abs() <= 1);
        prop_assert!(before.to < period.to && before.from < period.from);
    }
}

#[test]
fn the_end_of_a_month_stays_the_end_of_that_month() {
    for (period, before) in [
        ("2024", "2023"),
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2024-Q1", "2023-Q1"),
        ("2024-01-01..2024-02-28", "2023-01-01..2023-02-28"),
        ("2024-02-29..2024-03-10", "2023-02-28..2023-03-10"),
    ] {
        assert_eq!(parsed(period).year_before(), parsed(before), "{period}");
    }
}

#[test]
fn a_register_is_told_by_its_district_and_events_by_their_first_table() {
    let registers = peildatum::register::Registers::shipped().unwrap();
    let told = |id: &str| breakdown_field(registers.get(id).unwrap());
    assert_eq!(told("woonoverlast"), Some("wijk"));
    assert_eq!(told("ondermijning-signalen"), Some("bron"));
    assert_eq!(told("acties"), Some("speerpunt"));
    assert_eq!(Measure::default_of(Kind::Event), Measure::Count);
}

#[test]
fn registers_that_are_not_looked_at_have_a_glance_alone() {
    let columns = Arc::new(Columns::new(Register::Buildings.definition()));
    let overview = Overview::of(&[columns], None, None, parsed("2024")).unwrap();
    assert_eq!(overview.summaries[0].trend, [(parsed("2024"), 0)]);
    assert_eq!(
        (overview.parts, overview.years, overview.events),
        (None, None, None)
    );
}
