//! The chart of a table: a bar a row.

use super::table_question::TableAnswer;
use crate::figures::{Figure, UNKNOWN_KEY};
use crate::language::Language;
use crate::register::{FieldKind, STAND};
use crate::report::chart::{Chart, ChartSeries, Group, MOST_PARTS, Shade, Shape, are_parts};
use crate::report::labels::period_label;
use crate::report::tabulation::{Column, Line, LineKind, Part, Tabulation};
use crate::report::unit::Unit;

/// The bars of a table: a bar a row, its columns as segments where they add up to it.
pub(super) fn table_chart(
    answer: &TableAnswer<'_>,
    table: &Tabulation,
    language: Language,
) -> Chart {
    let figure = &answer.question.figure;
    let parts = table.columns.iter();
    let parts = parts.filter(|column| column.part == Part::Part).count();
    // Parts of which two would have one colour are not drawn: the table has them.
    let has_parts = (1..=MOST_PARTS).contains(&parts);
    let drawn = drawn_columns(table, has_parts);
    let total = table
        .columns
        .iter()
        .position(|column| column.part == Part::Total);
    let group = |line: &Line| Group {
        name: line.labels.join(" / "),
        numbers: drawn.iter().map(|at| line.numbers[*at]).collect(),
        total: total.and_then(|at| line.numbers[at]),
        note: String::new(),
        drill_down: line.drill_down.clone(),
    };
    let rows: Vec<&Line> = match figure.rows.is_empty() {
        true => table.of_kind(LineKind::Total).collect(),
        false => by_size(answer, table.of_kind(LineKind::Row).collect(), total),
    };
    // A case can stand in several bars and in one part of each of them: then a bar is still the sum of its parts.
    let groups: Vec<Group> = rows.into_iter().map(group).collect();
    let adds_up = has_parts
        && answer.question.quantity.adds_up()
        && are_parts(groups.iter().flat_map(|group| &group.numbers))
        && groups.iter().all(is_sum);
    let columns: Vec<&Column> = drawn.iter().map(|at| &table.columns[*at]).collect();
    Chart {
        language,
        shape: if adds_up {
            Shape::Stacked
        } else {
            Shape::Grouped
        },
        unit: table
            .columns
            .first()
            .map_or(Unit::Count, |column| column.unit),
        series: match has_parts {
            true => series_of_parts(&columns, figure),
            false => series_of_totals(&columns, figure, language),
        },
        groups,
        adds_up,
        note: (parts > MOST_PARTS).then(|| language.text("chart-too-many-parts")),
    }
}

/// The places of the columns that are drawn: the parts, or where there are none the totals, with those of the other period
/// before them.
fn drawn_columns(table: &Tabulation, has_parts: bool) -> Vec<usize> {
    let is_drawn = |at: &usize| match table.columns[*at].part {
        Part::Part => has_parts,
        Part::Total | Part::Earlier => !has_parts,
        Part::Change => false,
    };
    let mut drawn: Vec<usize> = (0..table.columns.len()).filter(is_drawn).collect();
    if !has_parts {
        drawn.reverse();
    }
    drawn
}

/// A series for every part. Running and finished are the two halves of one colour.
fn series_of_parts(parts: &[&Column], figure: &Figure) -> Vec<ChartSeries> {
    let halves = figure.columns.last().is_some_and(|id| id == STAND);
    let series = parts.iter().enumerate().map(|(at, column)| ChartSeries {
        name: column.name(),
        shade: match halves {
            true => Shade {
                light: at % 2 == 1,
                ..Shade::nth(at / 2, parts.len() / 2, column.is_unknown())
            },
            false => Shade::nth(at, parts.len(), column.is_unknown()),
        },
        drill_down: column.drill_down.clone().unwrap_or_default(),
    });
    series.collect()
}

/// A series for the totals, and one for those of the other period before it, as the light half of the same colour.
fn series_of_totals(totals: &[&Column], figure: &Figure, language: Language) -> Vec<ChartSeries> {
    let beside = totals.len() > 1;
    let series = totals.iter().enumerate().map(|(at, column)| ChartSeries {
        name: match column.part {
            Part::Total if beside => period_label(figure.period, language),
            _ => column.name(),
        },
        shade: Shade {
            colour: 0,
            light: beside && at == 0,
        },
        drill_down: column.drill_down.clone().unwrap_or_default(),
    });
    series.collect()
}

/// Whether the numbers of a group are what its total is made of.
fn is_sum(group: &Group) -> bool {
    let sum: f64 = group.numbers.iter().flatten().sum();
    (sum - group.total.unwrap_or_default()).abs() < 1e-6
}

/// Rows that are choices without an order of their own stand by their size, the greatest first and the unknown last.
fn by_size<'a>(
    answer: &TableAnswer<'_>,
    mut lines: Vec<&'a Line>,
    total: Option<usize>,
) -> Vec<&'a Line> {
    let [only] = &answer.question.figure.rows[..] else {
        return lines;
    };
    let field = answer.definition.field(only);
    if field.is_some_and(|field| field.kind != FieldKind::YesNo) {
        let size = |line: &Line| total.and_then(|at| line.numbers[at]).unwrap_or_default();
        let unknown = |line: &Line| line.keys[0] == UNKNOWN_KEY;
        lines.sort_by(|one, other| {
            let known_first = unknown(one).cmp(&unknown(other));
            known_first.then(size(other).total_cmp(&size(one)))
        });
    }
    lines
}
