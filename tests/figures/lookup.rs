//! A figure of a whole register is looked up; the same figure with a filter that every case meets is walked. They are one
//! figure.

use peildatum::figures::{Columns, Figure, Measure, Slice, dimensions};
use peildatum::register::{CaseState, Kind, STAND};
use proptest::prelude::*;

use crate::definitions::Register;
use crate::edges::case;
use crate::invented::{Scene, columns, every_key, period, scene};

/// A slice that leaves nothing out, though it filters.
fn everything(columns: &Columns) -> Slice {
    let definition = columns.definition();
    let field = dimensions(definition).remove(0);
    let mut slice = Slice::whole();
    for key in every_key(definition, &field) {
        slice.toggle(&field, &key);
    }
    assert!(!slice.is_whole());
    slice
}

/// Every figure of this scene that is split by one field at most, and by whether a case runs.
fn figures(scene: &Scene) -> Vec<Figure> {
    let definition = scene.register.definition();
    let mut sides = vec![(Vec::new(), Vec::new())];
    for field in dimensions(&definition) {
        sides.push((vec![field.clone()], Vec::new()));
        sides.push((Vec::new(), vec![field.clone()]));
        if definition.kind == Kind::Spell && field != STAND {
            sides.push((vec![field.clone()], vec![STAND.to_owned()]));
            sides.push((vec![STAND.to_owned(), field], Vec::new()));
        }
    }
    let figure = |(rows, columns): (Vec<String>, Vec<String>), measure| Figure {
        entries: None,
        rows,
        columns,
        measure,
        period: scene.period,
        slice: Slice::whole(),
    };
    let measures = Measure::of_register(&definition);
    sides
        .into_iter()
        .flat_map(|sides| {
            measures
                .iter()
                .map(move |measure| (sides.clone(), *measure))
        })
        .map(|(sides, measure)| figure(sides, measure))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_looked_up_is_what_is_walked(scene in scene(&Register::ALL, 24)) {
        let columns = scene.columns();
        let all = everything(&columns);
        for figure in figures(&scene) {
            let walked = Figure { entries: None, slice: all.clone(), ..figure.clone() };
            prop_assert_eq!(columns.crosstab(&figure), columns.crosstab(&walked), "{:?}", figure);
            let total = |figure: &Figure| columns.total(&figure.slice, figure.period, figure.measure);
            prop_assert_eq!(total(&figure), total(&walked));
            prop_assert_eq!(columns.balance(&figure.slice, figure.period), columns.balance(&all, figure.period));
        }
    }

    #[test]
    fn the_first_day_is_that_of_the_case_that_began_first(scene in scene(&Register::ALL, 12)) {
        let columns = scene.columns();
        let first = (0..columns.len()).map(|row| columns.first_opened(row)).min();
        prop_assert_eq!(columns.first_day(), first);
    }

    #[test]
    fn spells_that_are_not_in_order_are_walked_and_counted_alike(period in period()) {
        // No register lets these in; a damaged file may have them.
        let cases: Vec<CaseState> = [
            &["2024-03-01..2024-02-01"][..],
            &["2024-01-01..2024-06-01", "2024-04-01..2024-05-01"],
            &["2024-01-01..", "2024-04-01..2024-05-01"],
            &["2023-10-01..2023-11-01", "2024-04-01.."],
        ]
        .map(case)
        .to_vec();
        let columns = columns(Register::Buildings, &cases);
        prop_assert_eq!(columns.balance(&Slice::whole(), period), columns.balance(&everything(&columns), period));
        let first = (0..columns.len()).map(|row| columns.first_opened(row)).min();
        prop_assert_eq!(columns.first_day(), first);
    }
}

#[test]
fn a_case_that_is_closed_and_reopened_within_a_period_was_not_reopened_in_it() {
    let spells = [
        "2024-01-10..2024-03-31",
        "2024-05-01..2024-05-01",
        "2024-05-01..",
    ];
    let columns = columns(Register::Buildings, &[case(&spells)]);
    for (period, expected) in [
        ("2023", [0, 0, 0, 0, 0]),
        ("2024", [0, 1, 0, 0, 1]),
        ("2024-Q1", [0, 1, 0, 1, 0]),
        ("2024-04", [0, 0, 0, 0, 0]),
        ("2024-Q2", [0, 0, 1, 0, 1]),
        ("2024-05-01..2024-05-01", [0, 0, 1, 0, 1]),
        ("2024-03-31..2024-05-31", [1, 0, 0, 0, 1]),
        ("2025", [1, 0, 0, 0, 1]),
    ] {
        let period = peildatum::figures::Period::parse(period).unwrap();
        let balance = columns.balance(&Slice::whole(), period).unwrap();
        let terms = [
            balance.opening,
            balance.inflow,
            balance.reopened,
            balance.finished,
            balance.closing,
        ];
        assert_eq!(terms, expected, "{period:?}");
        assert_eq!(Ok(balance), columns.balance(&everything(&columns), period));
    }
}
