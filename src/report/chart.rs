//! The model of a chart: its series, its groups with their numbers, and whether they become bars or lines.
//!
//! It has no sizes, and of colours only which series has which; [`crate::report::drawing`] lays it out, for the window as
//! for a picture.

use super::drill_down::DrillDown;
use super::unit::Unit;
use crate::figures::Number;
use crate::language::Language;

/// How many lines can be told apart in one chart; of more, each has a chart of its own.
pub(super) const MOST_LINES: usize = 6;
/// How many segments or bars can be told apart by their colours and the light halves of these.
pub(super) const MOST_PARTS: usize = 12;

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The language it is written in.
    pub language: Language,
    /// Its shape.
    pub shape: Shape,
    /// The unit of its numbers.
    pub unit: Unit,
    /// The series within each group: segments, bars or lines. One series has no legend.
    pub series: Vec<ChartSeries>,
    /// The groups: bars, or the points of time from left to right.
    pub groups: Vec<Group>,
    /// Whether the series of a group are parts that add up to its total.
    pub adds_up: bool,
    /// A sentence below the drawing.
    pub note: Option<String>,
}

/// The shape of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Horizontal bars of segments that add up.
    Stacked,
    /// Horizontal bars, one for each series of a group.
    Grouped,
    /// Vertical bars, one for every point of time.
    VerticalBars,
    /// Lines over time.
    Lines,
    /// A small chart over time for every series, all to one scale.
    Panels,
}

/// A series of a chart, with its colour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartSeries {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub shade: Shade,
    /// The drill-down to the cases behind its numbers.
    pub drill_down: DrillDown,
}

/// A colour of the theme, or the light half of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shade {
    /// The place of the colour in the theme.
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
    /// The number after a stacked bar; not always the sum.
    pub total: Number,
    /// A note after that number: its share of the whole, or the difference with a year earlier. Over time, what begins with
    /// this point: that it was measured otherwise from then on.
    pub note: String,
    /// The drill-down to the cases behind its numbers.
    pub drill_down: DrillDown,
}

impl Shade {
    /// The shade of one of several series by its place. What is not known is grey, where no other series is.
    pub(super) fn nth(place: usize, of: usize, is_unknown: bool) -> Self {
        Self {
            colour: match is_unknown && of <= MOST_LINES {
                true => MOST_LINES - 1,
                false => place % MOST_LINES,
            },
            light: place >= MOST_LINES,
        }
    }
}

impl Shape {
    /// Whether its groups are points of time.
    pub fn is_over_time(self) -> bool {
        matches!(self, Self::VerticalBars | Self::Lines | Self::Panels)
    }
}

impl Chart {
    /// The shapes that are true to its numbers: parts are stacked only where they add up.
    pub fn shapes(&self) -> &'static [Shape] {
        let one_bar = self.adds_up || self.series.len() < 2;
        match (self.shape.is_over_time(), one_bar) {
            (false, true) => &[Shape::Stacked, Shape::Grouped],
            (false, false) => &[Shape::Grouped],
            (true, true) => &[Shape::VerticalBars, Shape::Lines, Shape::Panels],
            (true, false) => &[Shape::Lines, Shape::Panels],
        }
    }

    /// The same chart in another shape, where that is true to its numbers.
    #[must_use]
    pub fn in_shape(mut self, shape: Shape) -> Self {
        if self.shapes().contains(&shape) {
            self.shape = shape;
        }
        if self.shape == Shape::Lines && self.series.len() > MOST_LINES {
            // Those that are drawn have the full colours.
            for (colour, series) in self.leading().into_iter().enumerate() {
                self.series[series].shade = Shade::nth(colour, MOST_LINES, false);
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
        let stacked = matches!(self.shape, Shape::Stacked | Shape::VerticalBars) && self.adds_up;
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

    /// The text of a mark: its group and series, and its number.
    pub fn mark_label(&self, group: usize, series: Option<usize>) -> String {
        let several = self.series.len() > 1;
        let name = series.filter(|_| several).map(|at| &self.series[at].name);
        let mut names = vec![&self.groups[group].name];
        // A line is read along its points of time, a bar by its parts.
        match self.shape {
            Shape::Lines | Shape::Panels => names.splice(0..0, name).for_each(drop),
            _ => names.extend(name),
        }
        let names: Vec<&str> = names.into_iter().map(String::as_str).collect();
        let number = self.unit.written(self.number(group, series), self.language);
        format!("{}: {number}", names.join(", "))
    }
}

/// Whether these numbers can be parts of a bar: none is below zero.
pub(super) fn are_parts<'a>(mut numbers: impl Iterator<Item = &'a Number>) -> bool {
    numbers.all(|number| number.is_none_or(|number| number >= 0.0))
}
