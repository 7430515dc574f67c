//! The chart of a series: bars or lines over time.

use super::series_question::SeriesAnswer;
use crate::figures::Number;
use crate::language::Language;
use crate::register::STAND;
use crate::report::chart::{
    Chart, ChartSeries, Group, MOST_LINES, MOST_PARTS, Shade, Shape, are_parts,
};
use crate::report::tabulation::{Column, Line, LineKind, Part, Tabulation};
use crate::report::unit::Unit;

/// The chart of a series: bars for one series, lines for a few and for one beside that of a year earlier, a chart
/// each for many.
pub(super) fn series_chart(
    answer: &SeriesAnswer<'_>,
    table: &Tabulation,
    language: Language,
) -> Chart {
    let by = answer.question.by();
    let columns = table.columns.iter().enumerate();
    let drawn: Vec<(usize, &Column)> = columns
        .filter(|(_, column)| column.part != Part::Change)
        .collect();
    let shape = match drawn.len() {
        2 if by.is_none() => Shape::Lines,
        _ if by.is_none() => Shape::VerticalBars,
        series if series > MOST_LINES => Shape::Panels,
        _ => Shape::Lines,
    };
    let chart_series = |(at, column): &(usize, &Column)| ChartSeries {
        name: column.name(),
        shade: match column.part {
            Part::Earlier => Shade {
                colour: 0,
                light: true,
            },
            _ if by == Some(STAND) => Shade {
                colour: 0,
                light: *at == 1,
            },
            _ => Shade::nth(at % MOST_PARTS, drawn.len(), column.is_unknown()),
        },
        drill_down: column.drill_down.clone().unwrap_or_default(),
    };
    let adds_up = by.is_some()
        && answer.series.adds_up
        && drawn.len() <= MOST_PARTS
        && are_parts(table.lines.iter().flat_map(|line| &line.numbers));
    let group = |line: &Line| {
        let numbers: Vec<Number> = drawn.iter().map(|(at, _)| line.numbers[*at]).collect();
        let sum = || numbers.iter().flatten().sum();
        Group {
            name: line.labels.join(" / "),
            total: match by {
                Some(_) => adds_up.then(sum),
                None => numbers.first().copied().flatten(),
            },
            numbers,
            note: String::new(),
            drill_down: line.drill_down.clone(),
        }
    };
    Chart {
        language,
        shape,
        unit: table
            .columns
            .first()
            .map_or(Unit::Count, |column| column.unit),
        series: drawn.iter().map(chart_series).collect(),
        groups: table.of_kind(LineKind::Row).map(group).collect(),
        adds_up,
        note: None,
    }
}
