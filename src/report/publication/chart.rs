//! A figure as it is drawn: the numbers of its table, and how they become bars or lines.
//!
//! The model knows no colours and no sizes but which series belongs to which: the desk and the writer of pictures draw the
//! same one.

use super::behind::Behind;
use super::table::Answered;
use super::tabulation::{Line, LineKind, Part, Tabulation};
use super::unit::Unit;
use crate::figures::{Number, UNKNOWN_KEY};
use crate::language::Language;
use crate::register::{FieldKind, STAND};

/// How many lines can be told apart in one chart; more of them stand each in a chart of its own.
const MOST_LINES: usize = 6;

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The language it is written in.
    pub language: Language,
    /// How it is drawn.
    pub shape: Shape,
    /// In what its numbers are given.
    pub unit: Unit,
    /// What is told apart within a group: segments, bars or lines. One series has no legend.
    pub series: Vec<Hue>,
    /// The groups: bars, or the points of time from left to right.
    pub groups: Vec<Group>,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Lying bars of segments that add up.
    Stacked,
    /// Lying bars beside each other.
    Grouped,
    /// Standing bars, one for every point of time.
    Standing,
    /// Lines over time.
    Lines,
    /// A small chart over time for every series, all to one scale.
    Panels,
}

/// A series, and the colour that tells it apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hue {
    /// Its name.
    pub name: String,
    /// Which of the colours of the theme.
    pub colour: usize,
    /// Whether it is the light half of that colour, as finished is of running.
    pub light: bool,
    /// The cases behind its numbers.
    pub behind: Behind,
}

/// A bar, or a point of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// A number for every series.
    pub numbers: Vec<Number>,
    /// What stands behind a stacked bar; not always the sum.
    pub total: Number,
    /// The cases behind its numbers.
    pub behind: Behind,
}

impl Chart {
    /// The greatest number that is drawn, and at least one.
    pub fn most(&self) -> f64 {
        let drawn = self.groups.iter().map(|group| {
            let numbers = group.numbers.iter().flatten().copied();
            match self.shape {
                Shape::Stacked => numbers.sum::<f64>().max(group.total.unwrap_or_default()),
                _ => numbers.fold(0.0, f64::max),
            }
        });
        let most = drawn.fold(0.0, f64::max);
        if most > 0.0 { most } else { 1.0 }
    }
}

/// The bars of a table: a bar a row, its columns as segments where they add up to it.
pub(super) fn of_table(answered: &Answered<'_>, table: &Tabulation, language: Language) -> Chart {
    let figure = &answered.question.figure;
    let has_parts = !figure.columns.is_empty();
    // What is drawn: the parts, or where there are none the totals, with those of the other period before them.
    let is_drawn = |at: &usize| match table.columns[*at].part {
        Part::Part => true,
        Part::Total | Part::Earlier => !has_parts,
        Part::Change => false,
    };
    let mut drawn: Vec<usize> = (0..table.columns.len()).filter(is_drawn).collect();
    if !has_parts {
        drawn.reverse();
    }
    let halves = figure.columns.last().is_some_and(|id| id == STAND);
    let each = if halves { 2 } else { 1 };
    let beside = !has_parts && drawn.len() > 1;
    let hue = |(at, column): (usize, &usize)| {
        let column = &table.columns[*column];
        let name = match column.part {
            Part::Total if beside => answered.question.figure.period.name(),
            _ => column.name(),
        };
        Hue {
            name,
            colour: if beside { 0 } else { at / each },
            light: if beside {
                at == 0
            } else {
                halves && at % 2 == 1
            },
            behind: column.behind.clone().unwrap_or_default(),
        }
    };
    let series = drawn.iter().enumerate().map(hue).collect();
    let total = table
        .columns
        .iter()
        .position(|column| column.part == Part::Total);
    let group = |line: &Line| Group {
        name: line.labels.join(" / "),
        numbers: drawn.iter().map(|at| line.numbers[*at]).collect(),
        total: total.and_then(|at| line.numbers[at]),
        behind: line.behind.clone(),
    };
    let rows: Vec<&Line> = match figure.rows.is_empty() {
        true => table.of_kind(LineKind::Total).collect(),
        false => by_size(answered, table.of_kind(LineKind::Row).collect(), total),
    };
    let shares_of_row = answered.question.shares == Some(crate::figures::Whole::Row);
    let stacks = has_parts && answered.whole.now.adds_up && (table.adds_up || shares_of_row);
    let unit = table
        .columns
        .first()
        .map_or(Unit::Count, |column| column.unit);
    Chart {
        language,
        shape: if stacks {
            Shape::Stacked
        } else {
            Shape::Grouped
        },
        unit,
        series,
        groups: rows.into_iter().map(group).collect(),
    }
}

/// Rows that are choices without an order of their own stand by their size, the greatest first and the unknown last.
fn by_size<'a>(
    answered: &Answered<'_>,
    mut lines: Vec<&'a Line>,
    total: Option<usize>,
) -> Vec<&'a Line> {
    let [only] = &answered.question.figure.rows[..] else {
        return lines;
    };
    let field = answered.definition.field(only);
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

/// The chart of a table over time: bars for one series, lines for a few and for one beside that of a year earlier, a chart
/// each for many.
pub(super) fn of_series(table: &Tabulation, is_split: bool, language: Language) -> Chart {
    let columns = table.columns.iter().enumerate();
    let drawn: Vec<(usize, &super::Column)> = columns
        .filter(|(_, column)| column.part != Part::Change)
        .collect();
    let shape = match drawn.len() {
        2 if !is_split => Shape::Lines,
        _ if !is_split => Shape::Standing,
        series if series > MOST_LINES => Shape::Panels,
        _ => Shape::Lines,
    };
    let hue = |(at, column): &(usize, &super::Column)| Hue {
        name: column.name(),
        colour: match (shape, column.part) {
            (Shape::Panels, _) | (_, Part::Earlier) => 0,
            _ => *at,
        },
        light: column.part == Part::Earlier,
        behind: column.behind.clone().unwrap_or_default(),
    };
    let group = |line: &Line| Group {
        name: line.labels.join(" / "),
        numbers: drawn.iter().map(|(at, _)| line.numbers[*at]).collect(),
        total: line.numbers.first().copied().flatten(),
        behind: line.behind.clone(),
    };
    Chart {
        language,
        shape,
        unit: table
            .columns
            .first()
            .map_or(Unit::Count, |column| column.unit),
        series: drawn.iter().map(hue).collect(),
        groups: table.of_kind(LineKind::Row).map(group).collect(),
    }
}
