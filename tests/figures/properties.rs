//! What holds for every register, every slice and every period.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use peildatum::figures::{Columns, Crosstab, Figure, Measure, Period, Quantity, Step, dimensions};
use peildatum::register::{CaseKey, CaseState, Derived, FieldKind, Kind, OUTCOME, STAND};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::definitions::Register;
use crate::invented::{Scene, day, every_key, scene};

fn few() -> ProptestConfig {
    ProptestConfig {
        cases: 96,
        // What fails is printed whole; nothing is left behind in the folder of the tests.
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn steps() -> impl Strategy<Value = Step> {
    select(Step::NAMES.map(|(_, step)| step).to_vec())
}

/// Every cell and total of a table equals the reference, and is the number of cases that open behind it.
fn equals_the_reference(scene: &Scene) -> Result<(), TestCaseError> {
    let (columns, figure) = (scene.columns(), scene.figure());
    let table = columns.crosstab(&figure).unwrap();
    scene.compare(|reference| {
        prop_assert_eq!(&table, &reference.crosstab(&figure, &scene.filters));
        let all = reference.rows(&scene.filters, scene.period, scene.measure);
        let behind = |row: Option<&[String]>, column: Option<&[String]>| {
            let slice = figure.slice_at(row, column);
            let total = columns.total(&slice, scene.period, scene.measure);
            (
                columns.rows(&slice, scene.period, scene.measure).unwrap(),
                total.unwrap(),
            )
        };
        // A case of which several reports came in is behind the number once.
        let once = |rows: &[usize]| -> (Vec<usize>, u64) {
            let mut cases = rows.to_vec();
            cases.dedup();
            (cases, rows.len() as u64)
        };
        let having = |among: &[usize], fields: &[String], keys: &[String]| {
            reference.having(among, fields, keys, scene.period)
        };
        prop_assert_eq!(behind(None, None), once(&all));
        prop_assert_eq!(table.total, all.len() as u64);
        for (at, row) in table.row_keys.iter().enumerate() {
            let in_row = having(&all, &figure.rows, row);
            prop_assert_eq!(behind(Some(row), None), once(&in_row));
            prop_assert_eq!(table.row_totals[at], in_row.len() as u64);
            for (across, column) in table.column_keys.iter().enumerate() {
                let in_cell = having(&in_row, &figure.columns, column);
                prop_assert_eq!(behind(Some(row), Some(column)), once(&in_cell));
                prop_assert_eq!(table.cells[at][across], in_cell.len() as u64);
            }
        }
        for (across, column) in table.column_keys.iter().enumerate() {
            let in_column = having(&all, &figure.columns, column);
            prop_assert_eq!(behind(None, Some(column)), once(&in_column));
            prop_assert_eq!(table.column_totals[across], in_column.len() as u64);
        }
        Ok(())
    })
}

/// Where a case has one key of every field, the parts add up to the totals on both sides.
fn adds_up(table: &Crosstab) -> Result<(), TestCaseError> {
    let across = table.cells.iter().map(|cells| cells.iter().sum::<u64>());
    prop_assert_eq!(across.collect::<Vec<_>>(), table.row_totals.clone());
    for (at, total) in table.column_totals.iter().enumerate() {
        let down: u64 = table.cells.iter().map(|cells| cells[at]).sum();
        prop_assert_eq!(down, *total);
    }
    prop_assert_eq!(table.row_totals.iter().sum::<u64>(), table.total);
    prop_assert_eq!(table.column_totals.iter().sum::<u64>(), table.total);
    Ok(())
}

/// A case as it was known at the end of a day, had nothing happened since; none if it was not there yet.
fn up_to(case: &CaseState, day: NaiveDate) -> Option<CaseState> {
    let mut case = case.clone();
    case.spells.retain(|spell| spell.opened <= day);
    for spell in &mut case.spells {
        spell.closed = spell.closed.take().filter(|closing| closing.date <= day);
    }
    (!case.spells.is_empty()).then_some(case)
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn every_cell_total_and_list_equals_the_reference(scene in scene(&Register::ALL, 24)) {
        equals_the_reference(&scene)?;
    }

    #[test]
    fn the_balance_holds_for_every_slice_of_every_period(scene in scene(&Register::WITH_SPELLS, 24)) {
        let (columns, slice) = (scene.columns(), scene.slice());
        let balance = columns.balance(&slice, scene.period).unwrap();
        prop_assert_eq!(
            balance.opening + balance.inflow + balance.reopened,
            balance.finished + balance.closing
        );
        prop_assert_eq!(balance.handled(), balance.finished + balance.closing);
        scene.compare(|reference| {
            prop_assert_eq!(balance, reference.balance(&scene.filters, scene.period));
            for measure in Measure::of(Kind::Spell) {
                let rows = columns.rows(&slice, scene.period, measure).unwrap();
                prop_assert_eq!(&rows, &reference.rows(&scene.filters, scene.period, measure));
                prop_assert_eq!(balance.measure(measure), Some(rows.len() as u64));
            }
            prop_assert_eq!(balance.measure(Measure::Count), None);
            Ok(())
        })?;
    }

    #[test]
    fn what_a_period_leaves_the_next_one_begins_with(
        mut scene in scene(&Register::WITH_SPELLS, 24),
        days in 0..400u64,
    ) {
        // What belongs to the reference date itself moves with it; everything else stays with the case.
        let definition = scene.register.definition();
        let stays = |id: &str| match Derived::named(id) {
            Some(derived) => {
                matches!(derived, Derived::Year | Derived::Month | Derived::AgeAtBegin)
            }
            None => id != STAND && id != OUTCOME && definition.flag(id).is_none(),
        };
        scene.filters.retain(|field, _| stays(field));
        let (columns, slice) = (scene.columns(), scene.slice());
        let from = scene.period.to + Days::new(1);
        let next = Period::between(from, from + Days::new(days)).unwrap();
        let left = columns.rows(&slice, scene.period, Measure::Closing).unwrap();
        prop_assert_eq!(&left, &columns.rows(&slice, next, Measure::Opening).unwrap());
        prop_assert_eq!(
            columns.balance(&slice, scene.period).unwrap().closing,
            columns.balance(&slice, next).unwrap().opening
        );
    }

    #[test]
    fn the_order_of_the_cases_does_not_matter(
        (scene, order) in scene(&Register::ALL, 24).prop_flat_map(|scene| {
            let order: Vec<usize> = (0..scene.cases.len()).collect();
            (Just(scene), Just(order).prop_shuffle())
        }),
        step in steps(),
    ) {
        let (columns, figure) = (scene.columns(), scene.figure());
        let shuffled = scene.columns_of(order);
        prop_assert_eq!(columns.crosstab(&figure).unwrap(), shuffled.crosstab(&figure).unwrap());
        let by = scene.sides.0.first().map(String::as_str);
        let series = |of: &Columns| {
            of.series(&figure.slice, figure.period, step, figure.measure, by).unwrap()
        };
        prop_assert_eq!(series(&columns), series(&shuffled));
        let keys = |of: &Columns| -> BTreeSet<CaseKey> {
            let rows = of.rows(&figure.slice, figure.period, figure.measure).unwrap();
            rows.into_iter().map(|row| of.key(row).unwrap()).collect()
        };
        prop_assert_eq!(keys(&columns), keys(&shuffled));
    }

    #[test]
    fn slices_add_up_to_the_whole(scene in scene(&Register::WITH_SPELLS, 24)) {
        let (columns, slice) = (scene.columns(), scene.slice());
        let definition = scene.register.definition();
        let whole = columns.balance(&slice, scene.period).unwrap();
        for field in dimensions(&definition) {
            let parts = columns.balance_by(&slice, scene.period, &field).unwrap();
            for (key, balance) in &parts {
                let count = |measure| scene.compare(|reference| {
                    let rows = reference.rows(&scene.filters, scene.period, measure);
                    let (fields, keys) = ([field.clone()], [key.clone()]);
                    reference.having(&rows, &fields, &keys, scene.period).len() as u64
                });
                for measure in Measure::of(Kind::Spell) {
                    prop_assert_eq!(balance.measure(measure), Some(count(measure)), "{} {}", field, key);
                }
            }
            let several = definition.field(&field).is_some_and(|field| field.kind == FieldKind::Choices);
            if !several {
                let sum = parts.iter().fold(Default::default(), |sum, (_, balance)| sum + *balance);
                prop_assert_eq!(whole, sum, "{}", field);
            }
        }
    }

    #[test]
    fn the_parts_of_a_table_add_up_to_its_totals(scene in scene(&Register::ALL, 24)) {
        let table = scene.columns().crosstab(&scene.figure()).unwrap();
        if table.adds_up {
            adds_up(&table)?;
        } else {
            // A case stands in several parts, and is still one case.
            prop_assert!(table.row_totals.iter().sum::<u64>() >= table.total);
            prop_assert!(table.column_totals.iter().sum::<u64>() >= table.total);
        }
    }

    #[test]
    fn every_point_of_a_series_equals_the_reference(
        scene in scene(&Register::ALL, 16),
        step in steps(),
        by in any::<bool>(),
    ) {
        let (columns, slice) = (scene.columns(), scene.slice());
        let by = scene.sides.0.first().filter(|_| by).map(String::as_str);
        // A free range of months far ahead has a hundred points; two years have plenty.
        let to = scene.period.to.min(scene.period.from + Days::new(730));
        let over = Period::between(scene.period.from, to).unwrap();
        let series = columns.series(&slice, over, step, scene.measure, by).unwrap();
        scene.compare(|reference| {
            let expected = reference.series(&scene.filters, over, step, scene.measure, by);
            prop_assert_eq!(&series, &expected);
            Ok(())
        })?;
        for (key, points) in &series.lines {
            for (period, point) in series.periods.iter().zip(points) {
                let behind = match (by, key) {
                    (Some(by), Some(key)) => slice.clone().and(by, key),
                    _ => slice.clone(),
                };
                let total = columns.total(&behind, *period, scene.measure).unwrap();
                prop_assert_eq!(total, *point);
            }
        }
    }

    #[test]
    fn what_happens_after_the_reference_date_changes_nothing(scene in scene(&Register::WITH_SPELLS, 24)) {
        let mut scene = scene;
        for (case, timeline) in scene.cases.iter().zip(&mut scene.timelines) {
            timeline.retain(|entry| Some(entry.happened.date()) >= case.opened());
        }
        let figure = scene.figure();
        let (to, mut then) = (scene.period.to, scene.clone());
        (then.cases, then.timelines) = scene
            .cases
            .iter()
            .zip(&scene.timelines)
            .filter_map(|(case, timeline)| {
                let mut timeline = timeline.clone();
                timeline.retain(|entry| entry.happened.date() <= to);
                Some((up_to(case, to)?, timeline))
            })
            .unzip();
        prop_assert_eq!(
            scene.columns().crosstab(&figure).unwrap(),
            then.columns().crosstab(&figure).unwrap()
        );
    }

    #[test]
    fn events_count_the_dates_in_the_period(scene in scene(&[Register::Reports], 24)) {
        let columns = scene.columns();
        let rows = columns.rows(&scene.slice(), scene.period, Measure::Count).unwrap();
        let expected = scene.compare(|reference| {
            reference.rows(&scene.filters, scene.period, Measure::Count)
        });
        prop_assert_eq!(&rows, &expected);
        for row in rows {
            let day = scene.cases[row].opened().unwrap();
            prop_assert!(scene.period.from <= day && day <= scene.period.to);
        }
        prop_assert!(columns.balance(&scene.slice(), scene.period).is_err());
    }

    #[test]
    fn a_door_in_a_filtered_table_opens_on_its_own_cases(
        scene in scene(&Register::ALL, 24),
        field in any::<prop::sample::Index>(),
        key in any::<prop::sample::Index>(),
    ) {
        // The field that is filtered is also the one the table is split by.
        let definition = scene.register.definition();
        let fields = dimensions(&definition);
        let field = fields[field.index(fields.len())].clone();
        let keys = every_key(&definition, &field);
        let mut scene = scene;
        let wanted = keys[key.index(keys.len())].clone();
        scene.filters.insert(field.clone(), BTreeSet::from([wanted]));
        scene.sides = (vec![field], Vec::new());
        equals_the_reference(&scene)?;
    }

    #[test]
    fn first_and_last_day_are_those_of_the_case(scene in scene(&Register::WITH_SPELLS, 12), day in day()) {
        let columns = scene.columns();
        prop_assert_eq!(columns.len(), scene.cases.len());
        prop_assert_eq!(columns.is_empty(), scene.cases.is_empty());
        let number = peildatum::register::day_number;
        for (row, case) in scene.cases.iter().enumerate() {
            prop_assert_eq!(columns.key(row), Some(CaseKey(row as i64)));
            prop_assert_eq!(columns.first_opened(row), number(case.opened().unwrap()));
            let closed = case.closing().map(|closing| number(closing.date));
            prop_assert_eq!(columns.closed(row), closed);
            let today = Period::between(day, day).unwrap();
            let open = columns.rows(&scene.slice(), today, Measure::Closing).unwrap();
            prop_assert!(!open.contains(&row) || case.open_at_end_of(day));
        }
        prop_assert_eq!(columns.key(scene.cases.len()), None);
    }
}

/// Columns are walked a piece at a time: more cases than one piece holds, with reopened ones on both sides of every seam.
#[test]
fn a_register_of_many_cases_equals_the_reference() {
    let mut runner = TestRunner::deterministic();
    let strategy = proptest::collection::vec(
        crate::invented::case(&Register::Buildings.definition()),
        9_000,
    );
    let cases = strategy.new_tree(&mut runner).unwrap().current();
    assert!(cases.iter().filter(|case| case.spells.len() > 1).count() > 3_000);
    let figure = |rows: &[&str], columns: &[&str]| Scene {
        register: Register::Buildings,
        cases: cases.clone(),
        timelines: vec![Vec::new(); cases.len()],
        filters: [("zorg".to_owned(), BTreeSet::from(["ja".to_owned()]))].into(),
        period: Period::parse("2024-Q2").unwrap(),
        measure: Measure::Handled,
        quantity: Quantity::Count,
        sides: (
            rows.iter().map(|id| (*id).to_owned()).collect(),
            columns.iter().map(|id| (*id).to_owned()).collect(),
        ),
    };
    for scene in [
        figure(&["uitkomst"], &["stand"]),
        figure(&["aard"], &["sluiting"]),
    ] {
        let figure: Figure = scene.figure();
        let table = scene.columns().crosstab(&figure).unwrap();
        let expected = scene.compare(|reference| reference.crosstab(&figure, &scene.filters));
        assert_eq!(table, expected);
    }
}
