//! Persons, sums, averages, durations, percentages and changes: of exactly the cases behind each cell.

use peildatum::figures::{
    Change, Columns, Crosstab, Figure, FigureError, Lasted, Measure, Number, Period, Quantity,
    Slice, Whole,
};
use peildatum::register::{CaseState, Value};
use proptest::prelude::*;
use proptest::sample::select;

use crate::definitions::Register;
use crate::edges::case;
use crate::invented::{Scene, columns, period, scene};

fn few() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(96)
    }
}

fn is_near(one: Number, other: Number) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-6,
        (one, other) => one == other,
    }
}

/// The keys of a row or a column; a total has none.
type Keys<'a> = Option<&'a [String]>;

/// Every amount with the keys of its row and its column.
fn every(table: &Crosstab<Number>) -> Vec<(Keys<'_>, Keys<'_>, Number)> {
    let mut all = vec![(None, None, table.total)];
    for (at, row) in table.row_keys.iter().enumerate() {
        all.push((Some(&row[..]), None, table.row_totals[at]));
        for (across, column) in table.column_keys.iter().enumerate() {
            all.push((Some(&row[..]), Some(&column[..]), table.cells[at][across]));
        }
    }
    for (across, column) in table.column_keys.iter().enumerate() {
        all.push((None, Some(&column[..]), table.column_totals[across]));
    }
    all
}

/// Every amount is that of the reference, and that of the cases which open behind it.
fn equals_the_reference(scene: &Scene) -> Result<(), TestCaseError> {
    let (columns, figure) = (scene.columns(), scene.figure());
    let table = columns.table(&figure, &scene.quantity).unwrap();
    let counts = columns.crosstab(&figure).unwrap();
    prop_assert_eq!(&table.row_keys, &counts.row_keys);
    prop_assert_eq!(&table.column_keys, &counts.column_keys);
    for (row, column, amount) in every(&table) {
        let slice = figure.slice_at(row, column);
        let behind = columns.rows(&slice, figure.period, figure.measure).unwrap();
        scene.compare(|reference| {
            let all = reference.rows(&scene.filters, scene.period, scene.measure);
            let all = reference.having(&all, &figure.rows, row.unwrap_or_default(), scene.period);
            let across = column.unwrap_or_default();
            let all = reference.having(&all, &figure.columns, across, scene.period);
            let expected = reference.comes_to(&scene.quantity, &all, scene.period);
            prop_assert!(
                is_near(amount, expected),
                "{:?} is not {:?}",
                amount,
                expected
            );
            let mut once = all;
            once.dedup();
            prop_assert_eq!(&behind, &once);
            Ok(())
        })?;
        if scene.quantity != Quantity::Count {
            prop_assert_eq!(
                amount,
                columns.number(&scene.quantity, &behind, figure.period)
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn every_amount_equals_the_reference(scene in scene(&Register::ALL, 24)) {
        equals_the_reference(&scene)?;
    }

    #[test]
    fn tables_side_by_side_have_the_same_rows_and_their_own_amounts(
        scene in scene(&Register::ALL, 16),
        other in period(),
    ) {
        let (columns, figure) = (scene.columns(), scene.figure());
        let parts = [(scene.slice(), scene.period), (Slice::whole(), other)];
        let tables = columns.side_by_side(&figure, &scene.quantity, &parts).unwrap();
        prop_assert_eq!(&tables[0].row_keys, &tables[1].row_keys);
        prop_assert_eq!(&tables[0].column_keys, &tables[1].column_keys);
        for (table, (slice, period)) in tables.iter().zip(parts) {
            let alone = Figure { entries: None, slice, period, ..figure.clone() };
            let alone = columns.table(&alone, &scene.quantity).unwrap();
            prop_assert_eq!(&alone.balance, &table.balance);
            prop_assert_eq!(alone.adds_up, table.adds_up);
            let together = every(table);
            // What one of them shows stands in both, and every other key counts nothing.
            let mut met = 0;
            for (row, column, amount) in &together {
                let found = every(&alone).into_iter().find(|(r, c, _)| (r, c) == (row, column));
                match found {
                    Some((_, _, expected)) => {
                        met += 1;
                        prop_assert!(is_near(*amount, expected));
                    }
                    None => prop_assert!(matches!(amount, None | Some(0.0))),
                }
            }
            prop_assert_eq!(met, every(&alone).len());
        }
    }

    #[test]
    fn shares_of_a_whole_total_a_hundred(
        scene in scene(&Register::ALL, 40),
        of in select(Whole::NAMES.map(|(_, whole)| whole).to_vec()),
    ) {
        let table = scene.columns().table(&scene.figure(), &Quantity::Count).unwrap();
        is_shared_out(&table, of)?;
    }

    #[test]
    fn shares_of_any_numbers_total_a_hundred(
        cells in (1..7usize, 1..7usize).prop_flat_map(|(height, width)| {
            let cell = prop_oneof![3 => 0..40u64, 1 => Just(0), 1 => 0..100_000u64];
            proptest::collection::vec(proptest::collection::vec(cell, width), height)
        }),
        of in select(Whole::NAMES.map(|(_, whole)| whole).to_vec()),
    ) {
        is_shared_out(&table_of(&cells), of)?;
    }
}

/// A table with these counts that add up.
fn table_of(cells: &[Vec<u64>]) -> Crosstab<Number> {
    let key = |at: usize| vec![at.to_string()];
    let width = cells[0].len();
    let sum = |numbers: Vec<u64>| Some(numbers.iter().sum::<u64>() as f64);
    let column = |at: usize| cells.iter().map(|row| row[at]).collect();
    Crosstab {
        row_keys: (0..cells.len()).map(key).collect(),
        column_keys: (0..width).map(key).collect(),
        cells: cells
            .iter()
            .map(|row| row.iter().map(|n| Some(*n as f64)).collect())
            .collect(),
        row_totals: cells.iter().map(|row| sum(row.clone())).collect(),
        column_totals: (0..width).map(|at| sum(column(at))).collect(),
        total: sum(cells.concat()),
        adds_up: true,
        balance: None,
    }
}

/// Every share lies within one of its exact percentage, and those of one whole total 100 where parts add up.
fn is_shared_out(table: &Crosstab<Number>, of: Whole) -> Result<(), TestCaseError> {
    let shares = table.shares(of);
    prop_assert_eq!(shares.clone(), table.shares(of));
    let whole = |at: Option<usize>, across: Option<usize>| match of {
        Whole::Row => at.map_or(table.total, |at| table.row_totals[at]),
        Whole::Column => across.map_or(table.total, |across| table.column_totals[across]),
        Whole::All => table.total,
    };
    let fits = |share: Number, part: Number, whole: Number| match share {
        Some(share) => {
            let exact = part.unwrap() * 100.0 / whole.unwrap();
            share.fract() == 0.0 && (share - exact).abs() < 1.0
        }
        None => whole == Some(0.0),
    };
    for (at, cells) in shares.cells.iter().enumerate() {
        for (across, share) in cells.iter().enumerate() {
            let (part, whole) = (table.cells[at][across], whole(Some(at), Some(across)));
            prop_assert!(
                fits(*share, part, whole),
                "{:?} for {:?} of {:?}",
                share,
                part,
                whole
            );
        }
        prop_assert!(fits(
            shares.row_totals[at],
            table.row_totals[at],
            whole(Some(at), None)
        ));
    }
    for (across, share) in shares.column_totals.iter().enumerate() {
        prop_assert!(fits(
            *share,
            table.column_totals[across],
            whole(None, Some(across))
        ));
    }
    if !table.adds_up || table.total == Some(0.0) {
        return Ok(());
    }
    let sum =
        |parts: &mut dyn Iterator<Item = Number>| parts.map(Option::unwrap_or_default).sum::<f64>();
    prop_assert_eq!(shares.total, Some(100.0));
    for (at, cells) in shares.cells.iter().enumerate() {
        if of != Whole::Column {
            let total = shares.row_totals[at].unwrap_or_default();
            prop_assert_eq!(sum(&mut cells.iter().copied()), total);
        }
    }
    for (across, total) in shares.column_totals.iter().enumerate() {
        if of != Whole::Row {
            let mut column = shares.cells.iter().map(|cells| cells[across]);
            prop_assert_eq!(sum(&mut column), total.unwrap_or_default());
        }
    }
    if of != Whole::Row {
        prop_assert_eq!(sum(&mut shares.row_totals.iter().copied()), 100.0);
    }
    if of != Whole::Column {
        prop_assert_eq!(sum(&mut shares.column_totals.iter().copied()), 100.0);
    }
    Ok(())
}

#[test]
fn the_sources_of_the_signals_are_69_8_18_and_5_percent() {
    let table = table_of(&[vec![122], vec![14], vec![32], vec![9]]);
    for of in [Whole::Column, Whole::All] {
        let shares = table.shares(of);
        assert_eq!(shares.row_totals, [69.0, 8.0, 18.0, 5.0].map(Some));
        assert_eq!(shares.cells.concat(), [69.0, 8.0, 18.0, 5.0].map(Some));
        assert_eq!(
            (shares.total, shares.column_totals),
            (Some(100.0), vec![Some(100.0)])
        );
    }
    // Thirds: what is missing goes to the first of equals.
    let thirds = table_of(&[vec![1, 1, 1]]).shares(Whole::Row);
    assert_eq!(thirds.cells, [[34.0, 33.0, 33.0].map(Some)]);
}

#[test]
fn a_change_is_a_difference_and_a_percentage_of_what_was() {
    let change = Change::between(Some(49.0), Some(59.0));
    assert_eq!(change.difference, Some(10.0));
    assert!(is_near(change.percent, Some(10.0 / 0.49)));
    let from_nothing = Change::between(Some(0.0), Some(3.0));
    assert_eq!(
        (from_nothing.difference, from_nothing.percent),
        (Some(3.0), None)
    );
    assert_eq!(Change::between(None, Some(3.0)), Change::default());
}

fn with(mut state: CaseState, field: &str, value: Value) -> CaseState {
    state.set(field, Some(value));
    state
}

fn about(name: &str, born: &str) -> CaseState {
    let state = with(
        case(&["2024-02-01.."]),
        "bewoner",
        Value::Text(name.to_owned()),
    );
    with(state, "geboren", Value::Date(born.parse().unwrap()))
}

fn year() -> Figure {
    Figure {
        entries: None,
        rows: Vec::new(),
        columns: Vec::new(),
        measure: Measure::Handled,
        period: Period::year(2024).unwrap(),
        slice: Slice::whole(),
    }
}

fn of(columns: &Columns, quantity: &Quantity) -> Number {
    columns.table(&year(), quantity).unwrap().total
}

#[test]
fn persons_are_told_apart_by_name_and_birth_date_and_who_is_unknown_is_another() {
    let columns = columns(
        Register::Buildings,
        &[
            about("Jo Verzonnen", "2006-05-01"),
            about(" jo  VERZONNEN", "2006-05-01"),
            about("Jo Verzonnen", "2006-05-02"),
            with(
                case(&["2024-02-01.."]),
                "bewoner",
                Value::Text("Jo Verzonnen".to_owned()),
            ),
            case(&["2024-02-01.."]),
        ],
    );
    assert_eq!(of(&columns, &Quantity::Persons), Some(4.0));
    assert_eq!(of(&columns, &Quantity::Count), Some(5.0));
    let rows = [0, 1, 2, 3, 4];
    assert_eq!(
        columns.unknown_among(&Quantity::Persons, &rows, year().period),
        2
    );
    let table = columns.table(&year(), &Quantity::Persons).unwrap();
    assert!(!table.adds_up && table.balance.is_none());
}

#[test]
fn an_age_changes_on_the_birthday_and_that_of_the_begin_never() {
    let columns = columns(Register::Buildings, &[about("Jo Verzonnen", "2006-05-01")]);
    let band = |field: &str, period: &str| {
        let mut figure = year();
        (figure.rows, figure.period) = (vec![field.to_owned()], Period::parse(period).unwrap());
        let table = columns.crosstab(&figure).unwrap();
        let at = table
            .row_totals
            .iter()
            .position(|count| *count == 1)
            .unwrap();
        table.row_keys[at][0].clone()
    };
    for (period, age) in [
        ("2024-02-01..2024-04-30", "12-17"),
        ("2024-02-01..2024-05-01", "18+"),
    ] {
        assert_eq!(band("leeftijd", period), age);
        assert_eq!(band("leeftijd-begin", period), "12-17");
    }
    assert_eq!(band("duur", "2024-02-01..2024-03-02"), "0-30");
    assert_eq!(band("duur", "2024-02-01..2024-03-03"), "31-91");
}

#[test]
fn a_mark_weighs_by_the_number_of_those_who_gave_it() {
    let given = |mark: Option<f64>, callers: Option<f64>| {
        let mut state = case(&["2024-02-01.."]);
        state.set("cijfer", mark.map(Value::Number));
        state.set("bellers", callers.map(Value::Number));
        state
    };
    let cases = [
        given(Some(8.5), Some(30.0)),
        given(Some(7.0), Some(10.0)),
        given(None, Some(5.0)),
        given(Some(2.0), None),
        given(Some(1.0), Some(0.0)),
    ];
    let columns = columns(Register::Reports, &cases);
    let said = |quantity: &Quantity| {
        let figure = Figure {
            entries: None,
            measure: Measure::Count,
            ..year()
        };
        columns.table(&figure, quantity).unwrap().total
    };
    let average = Quantity::Average("cijfer".to_owned());
    assert_eq!(said(&average), Some(8.125));
    assert_eq!(said(&Quantity::Sum("bellers".to_owned())), Some(45.0));
    assert_eq!(
        columns.unknown_among(&average, &[0, 1, 2, 3, 4], year().period),
        3
    );
    // Sums are exact: ten tenths are one.
    let tenths: Vec<CaseState> = (0..10).map(|_| given(None, Some(0.1))).collect();
    let columns = crate::invented::columns(Register::Reports, &tenths);
    let figure = Figure {
        entries: None,
        measure: Measure::Count,
        ..year()
    };
    let sum = columns.table(&figure, &Quantity::Sum("bellers".to_owned()));
    assert_eq!(sum.unwrap().total, Some(1.0));
}

#[test]
fn what_a_register_does_not_have_is_refused_by_name() {
    let buildings = columns(Register::Buildings, &[]);
    let refused = |columns: &Columns, quantity: Quantity| {
        columns.table(
            &Figure {
                entries: None,
                measure: Measure::default_of(columns.definition().kind),
                ..year()
            },
            &quantity,
        )
    };
    let number = refused(&buildings, Quantity::Sum("wijk".to_owned()));
    let Err(FigureError::UnknownNumber { field, known, .. }) = number else {
        panic!("{number:?}")
    };
    assert_eq!((field.as_str(), known), ("wijk", vec!["kosten".to_owned()]));
    let reports = columns(Register::Reports, &[]);
    assert_eq!(
        refused(&reports, Quantity::Persons),
        Err(FigureError::NoPersons("meldingen".to_owned()))
    );
    assert_eq!(
        refused(&reports, Quantity::Duration(Lasted::Median)),
        Err(FigureError::NoDuration("meldingen".to_owned()))
    );
}
