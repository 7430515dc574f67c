//! Every number of a publication drills down to the cases of which it is the number: in the table, in the table over time
//! and in the chart.

use peildatum::figures::{Columns, Figure, Number, Quantity, share};
use peildatum::report::{DrillDown, LineKind, Part, Publication, Unit};
use proptest::prelude::*;

use crate::publishing::is_near;

/// What a quantity comes to for the cases of a figure.
fn of(columns: &Columns, quantity: &Quantity, figure: &Figure) -> Number {
    let Figure {
        slice,
        period,
        measure,
        ..
    } = figure;
    if *quantity == Quantity::Count {
        return Some(columns.total(slice, *period, *measure).unwrap() as f64);
    }
    let rows = columns.rows(slice, *period, *measure).unwrap();
    columns.number(quantity, &rows, *period)
}

/// Every number of a table is that of the cases which open behind it.
pub fn the_table_opens_its_cases(
    columns: &Columns,
    quantity: &Quantity,
    publication: &Publication,
) -> Result<(), TestCaseError> {
    let all = DrillDown::default();
    let mut whole = &all;
    for line in &publication.table.lines {
        if line.kind != LineKind::Subset {
            whole = &line.drill_down;
        }
        for (column, number) in publication.table.columns.iter().zip(&line.numbers) {
            let Some(across) = &column.drill_down else {
                prop_assert_eq!(column.part, Part::Change);
                continue;
            };
            let behind = publication.drill_down(&line.drill_down, across);
            let number_behind = of(columns, quantity, &behind);
            let expected = match (column.unit, line.kind) {
                (Unit::Share, LineKind::Subset) => {
                    let whole = publication.drill_down(whole, across);
                    share(number_behind, of(columns, quantity, &whole))
                }
                // Of what whole is tested where shares are.
                (Unit::Share, _) => continue,
                _ => number_behind,
            };
            prop_assert!(
                is_near(*number, expected),
                "{number:?} is not {expected:?} in {line:?}, {column:?}"
            );
        }
    }
    Ok(())
}

/// Every bar, segment and point of a chart is that of the cases which open behind it.
pub fn the_chart_opens_its_cases(
    columns: &Columns,
    quantity: &Quantity,
    publication: &Publication,
) -> Result<(), TestCaseError> {
    let chart = &publication.chart;
    for group in chart.groups.iter().filter(|_| chart.unit != Unit::Share) {
        for (hue, number) in chart.series.iter().zip(&group.numbers) {
            let behind = publication.drill_down(&group.drill_down, &hue.drill_down);
            let expected = of(columns, quantity, &behind);
            prop_assert!(
                is_near(*number, expected),
                "{number:?} is not {expected:?} in {group:?}, {hue:?}"
            );
        }
    }
    Ok(())
}
