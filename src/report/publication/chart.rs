//! A figure as it is drawn: the numbers of its table, and how they become bars or lines.
//!
//! The model knows no colours and no sizes but which series belongs to which; how it is laid out, for the window as for a
//! picture, is the work of [`crate::report::drawing`].

use super::about::period_label;
use super::behind::Behind;
use super::series::AnsweredSeries;
use super::table::Answered;
use super::tabulation::{Column, Line, LineKind, Part, Tabulation};
use super::unit::Unit;
use crate::figures::{Number, UNKNOWN_KEY};
use crate::language::Language;
use crate::register::{FieldKind, STAND};

/// How many lines can be told apart in one chart; more of them stand each in a chart of its own.
const MOST_LINES: usize = 6;
/// How many segments or bars can be told apart by their colours and the light halves of these.
const MOST_PARTS: usize = 12;

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
    /// Whether the series of a group are parts that add up to its total.
    pub adds_up: bool,
    /// What has to be said of the drawing, beside what is said of its numbers.
    pub note: Option<String>,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hue {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub shade: Shade,
    /// The cases behind its numbers.
    pub behind: Behind,
}

/// A colour of the theme, or the light half of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shade {
    /// Which of them.
    pub colour: usize,
    /// Whether it is the light half, as finished is of running.
    pub light: bool,
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
    /// What is said behind that: its share of the whole, the difference with a year earlier. Over time, what begins with
    /// it: that it was measured otherwise from then on.
    pub note: String,
    /// The cases behind its numbers.
    pub behind: Behind,
}

impl Shape {
    /// Whether its groups are points of time.
    pub fn is_over_time(self) -> bool {
        matches!(self, Self::Standing | Self::Lines | Self::Panels)
    }
}

impl Chart {
    /// How it can be drawn so that what is seen is true: parts are stacked only where they add up.
    pub fn shapes(&self) -> &'static [Shape] {
        let one_bar = self.adds_up || self.series.len() < 2;
        match (self.shape.is_over_time(), one_bar) {
            (false, true) => &[Shape::Stacked, Shape::Grouped],
            (false, false) => &[Shape::Grouped],
            (true, true) => &[Shape::Standing, Shape::Lines, Shape::Panels],
            (true, false) => &[Shape::Lines, Shape::Panels],
        }
    }

    /// The same numbers in another shape, where that is true to them.
    #[must_use]
    pub fn drawn(mut self, shape: Shape) -> Self {
        if self.shapes().contains(&shape) {
            self.shape = shape;
        }
        if self.shape == Shape::Lines && self.series.len() > MOST_LINES {
            // Those that are drawn have the full colours.
            for (colour, series) in self.leading().into_iter().enumerate() {
                self.series[series].shade = shade(colour, MOST_LINES, false);
            }
        }
        self
    }

    /// The series that are drawn as lines, in their order: all of them, or those with the greatest last numbers where more
    /// of them could not be told apart.
    pub fn leading(&self) -> Vec<usize> {
        let mut leading: Vec<usize> = (0..self.series.len()).collect();
        let size = |series: &usize| {
            let last = self.last(*series);
            last.map_or(f64::NEG_INFINITY, |(_, number)| number)
        };
        leading.sort_by(|one, other| size(other).total_cmp(&size(one)));
        leading.truncate(MOST_LINES);
        leading.sort_unstable();
        leading
    }

    /// The last number of a series that is known, and the group where it stands.
    pub fn last(&self, series: usize) -> Option<(usize, f64)> {
        let groups = self.groups.iter().enumerate().rev();
        let mut known = groups.filter_map(|(at, group)| Some((at, group.numbers[series]?)));
        known.next()
    }

    /// Whether there is no number to draw.
    pub fn is_empty(&self) -> bool {
        let mut numbers = self.groups.iter().flat_map(|group| &group.numbers);
        !numbers.any(Option::is_some)
    }

    /// The numbers between which everything lies: from zero, or below it where a number is, to the greatest.
    pub fn range(&self) -> (f64, f64) {
        let stacked = matches!(self.shape, Shape::Stacked | Shape::Standing) && self.adds_up;
        let reach = |group: &Group| {
            let numbers = group.numbers.iter().flatten().copied();
            match stacked {
                true => {
                    let sum: f64 = numbers.sum();
                    (sum.min(0.0), sum)
                }
                false => numbers.fold((0.0, 0.0), |(low, high): (f64, f64), number| {
                    (low.min(number), high.max(number))
                }),
            }
        };
        let reaches = self.groups.iter().map(reach);
        let (low, high) = reaches.fold((0.0, 0.0), |(low, high): (f64, f64), reach| {
            (low.min(reach.0), high.max(reach.1))
        });
        if low == high { (0.0, 1.0) } else { (low, high) }
    }

    /// The number of a mark: of a series in a group, or the total of the group.
    pub fn number(&self, group: usize, series: Option<usize>) -> Number {
        let group = &self.groups[group];
        series.map_or(group.total, |series| group.numbers[series])
    }

    /// What a mark says: where it stands, and its number.
    pub fn says(&self, group: usize, series: Option<usize>) -> String {
        let several = self.series.len() > 1;
        let hue = series.filter(|_| several).map(|at| &self.series[at].name);
        let mut names = vec![&self.groups[group].name];
        // A line is read along its points of time, a bar by its parts.
        match self.shape {
            Shape::Lines | Shape::Panels => names.splice(0..0, hue).for_each(drop),
            _ => names.extend(hue),
        }
        let names: Vec<&str> = names.into_iter().map(String::as_str).collect();
        let number = self.unit.written(self.number(group, series), self.language);
        format!("{}: {number}", names.join(", "))
    }
}

/// The bars of a table: a bar a row, its columns as segments where they add up to it.
pub(super) fn of_table(answered: &Answered<'_>, table: &Tabulation, language: Language) -> Chart {
    let figure = &answered.question.figure;
    let parts = table.columns.iter();
    let parts = parts.filter(|column| column.part == Part::Part).count();
    // Parts of which two would have one colour are not drawn: the table has them.
    let halves = figure.columns.last().is_some_and(|id| id == STAND);
    let has_parts = (1..=MOST_PARTS).contains(&parts);
    // What is drawn: the parts, or where there are none the totals, with those of the other period before them.
    let is_drawn = |at: &usize| match table.columns[*at].part {
        Part::Part => has_parts,
        Part::Total | Part::Earlier => !has_parts,
        Part::Change => false,
    };
    let mut drawn: Vec<usize> = (0..table.columns.len()).filter(is_drawn).collect();
    if !has_parts {
        drawn.reverse();
    }
    let beside = !has_parts && drawn.len() > 1;
    let hue = |(at, column): (usize, &usize)| {
        let column = &table.columns[*column];
        let name = match column.part {
            Part::Total if beside => period_label(figure.period, language),
            _ => column.name(),
        };
        Hue {
            name,
            shade: match (beside, halves) {
                (true, _) => Shade {
                    colour: 0,
                    light: at == 0,
                },
                (false, true) => Shade {
                    light: at % 2 == 1,
                    ..shade(at / 2, drawn.len() / 2, is_unknown(column))
                },
                (false, false) => shade(at, drawn.len(), is_unknown(column)),
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
        note: String::new(),
        behind: line.behind.clone(),
    };
    let rows: Vec<&Line> = match figure.rows.is_empty() {
        true => table.of_kind(LineKind::Total).collect(),
        false => by_size(answered, table.of_kind(LineKind::Row).collect(), total),
    };
    // A case can stand in several bars and in one part of each of them: then a bar is still the sum of its parts.
    let groups: Vec<Group> = rows.into_iter().map(group).collect();
    let adds_up = has_parts
        && answered.question.quantity.adds_up()
        && are_parts(groups.iter().flat_map(|group| &group.numbers))
        && groups.iter().all(is_sum);
    let unit = table
        .columns
        .first()
        .map_or(Unit::Count, |column| column.unit);
    Chart {
        language,
        shape: if adds_up {
            Shape::Stacked
        } else {
            Shape::Grouped
        },
        unit,
        series,
        groups,
        adds_up,
        note: (parts > MOST_PARTS).then(|| language.text("chart-too-many-parts")),
    }
}

/// The shade of the series at this place. What is not known is grey, where no other series is.
fn shade(at: usize, of: usize, is_unknown: bool) -> Shade {
    Shade {
        colour: match is_unknown && of <= MOST_LINES {
            true => MOST_LINES - 1,
            false => at % MOST_LINES,
        },
        light: at >= MOST_LINES,
    }
}

/// Whether a column is that of what is not known of its first field.
fn is_unknown(column: &Column) -> bool {
    let first = column.behind.iter().flat_map(|behind| &behind.filters);
    first.take(1).any(|(_, key)| key == UNKNOWN_KEY)
}

/// Whether the numbers of a group are what its total is made of.
fn is_sum(group: &Group) -> bool {
    let sum: f64 = group.numbers.iter().flatten().sum();
    (sum - group.total.unwrap_or_default()).abs() < 1e-6
}

/// What is less than nothing is no part of a bar.
fn are_parts<'a>(mut numbers: impl Iterator<Item = &'a Number>) -> bool {
    numbers.all(|number| number.is_none_or(|number| number >= 0.0))
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
pub(super) fn of_series(
    answered: &AnsweredSeries<'_>,
    table: &Tabulation,
    language: Language,
) -> Chart {
    let by = answered.question.by();
    let columns = table.columns.iter().enumerate();
    let drawn: Vec<(usize, &Column)> = columns
        .filter(|(_, column)| column.part != Part::Change)
        .collect();
    let shape = match drawn.len() {
        2 if by.is_none() => Shape::Lines,
        _ if by.is_none() => Shape::Standing,
        series if series > MOST_LINES => Shape::Panels,
        _ => Shape::Lines,
    };
    let hue = |(at, column): &(usize, &Column)| Hue {
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
            _ => shade(at % MOST_PARTS, drawn.len(), is_unknown(column)),
        },
        behind: column.behind.clone().unwrap_or_default(),
    };
    let adds_up = by.is_some()
        && answered.series.adds_up
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
            behind: line.behind.clone(),
        }
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
        adds_up,
        note: None,
    }
}
