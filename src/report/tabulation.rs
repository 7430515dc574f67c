//! A table as it is read: lines and columns of numbers, with names for people and for programs.

use super::delimited::harmless;
use super::drill_down::DrillDown;
use super::unit::{Unit, plain};
use crate::figures::{Number, UNKNOWN_KEY};
use crate::language::Language;

/// A table as it is read: words to the left, numbers to the right, totals last.
#[derive(Clone, Debug, PartialEq)]
pub struct Tabulation {
    /// The headings of the columns of words.
    pub words: Vec<Heading>,
    /// The columns of numbers.
    pub columns: Vec<Column>,
    /// The lines.
    pub lines: Vec<Line>,
    /// Whether the total of a line is the sum of its parts, and that of a column the sum of its lines.
    pub adds_up: bool,
}

/// The heading of a column of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// For programs.
    pub id: String,
    /// For people.
    pub label: String,
}

/// A column of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// For programs.
    pub id: String,
    /// For people, the widest group first.
    pub headings: Vec<String>,
    /// The unit of its numbers.
    pub unit: Unit,
    /// Its role in the line.
    pub part: Part,
    /// The drill-down to the cases behind its numbers; none of a change, which is of two periods.
    pub drill_down: Option<DrillDown>,
}

/// The role of a column in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A part.
    Part,
    /// The total.
    Total,
    /// The total in another period.
    Earlier,
    /// The difference between the totals of the two periods.
    Change,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The keys of its words, for programs.
    pub keys: Vec<String>,
    /// Its words.
    pub labels: Vec<String>,
    /// Its numbers, one for every column.
    pub numbers: Vec<Number>,
    /// Its role in the table.
    pub kind: LineKind,
    /// The drill-down to the cases behind its numbers.
    pub drill_down: DrillDown,
}

/// The role of a line in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A row.
    Row,
    /// A subset of the cases of the last line that is none: "of which minors".
    Subset,
    /// The totals.
    Total,
}

impl Tabulation {
    /// How many levels of headings the columns have.
    pub fn levels(&self) -> usize {
        let levels = self.columns.iter().map(|column| column.headings.len());
        levels.max().unwrap_or(0).max(1)
    }

    /// The heading of a column at a level, the highest being zero; a column with fewer levels has its own at the foot.
    pub fn heading(&self, column: usize, level: usize) -> &str {
        let headings = &self.columns[column].headings;
        let above = self.levels() - headings.len();
        level.checked_sub(above).map_or("", |at| &headings[at])
    }

    /// The runs of columns that share their headings down to a level, each with its first column and the one after it.
    pub fn groups(&self, level: usize) -> Vec<(usize, usize)> {
        let lowest = level + 1 == self.levels();
        let shares = |one: usize, other: usize| {
            let alike = |up: usize| self.heading(one, up) == self.heading(other, up);
            !lowest && !self.heading(one, level).is_empty() && (0..=level).all(alike)
        };
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for at in 0..self.columns.len() {
            match groups.last_mut() {
                Some((start, end)) if shares(*start, at) => *end = at + 1,
                _ => groups.push((at, at + 1)),
            }
        }
        groups
    }

    /// The lines of a kind.
    pub fn of_kind(&self, kind: LineKind) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.kind == kind)
    }

    /// The records that a program reads, the header first: ids, and numbers with a point.
    pub fn records(&self) -> Vec<Vec<String>> {
        let words = self.words.iter().map(|heading| heading.id.clone());
        let header = words.chain(self.columns.iter().map(|column| column.id.clone()));
        let mut records = vec![header.collect()];
        for line in &self.lines {
            let numbers = line.numbers.iter().map(|number| plain(*number));
            records.push(line.keys.iter().cloned().chain(numbers).collect());
        }
        records
    }

    /// The records of a file that people open: labels, and numbers with all their decimals and no thousands apart.
    pub(super) fn labelled(&self, language: Language) -> Vec<Vec<String>> {
        self.labelled_with(|number, _| language.number(number))
    }

    /// The records that people read, the header first, with their numbers written like this.
    pub(super) fn labelled_with(&self, written: impl Fn(f64, Unit) -> String) -> Vec<Vec<String>> {
        let words = self.words.iter().map(|heading| harmless(&heading.label));
        let header = words.chain(self.columns.iter().map(|column| harmless(&column.name())));
        let mut records = vec![header.collect()];
        for line in &self.lines {
            let numbers = line.numbers.iter().zip(&self.columns);
            let numbers = numbers.map(|(number, column)| match number {
                Some(number) => written(*number, column.unit),
                None => String::new(),
            });
            let labels = line.labels.iter().map(|label| harmless(label));
            records.push(labels.chain(numbers).collect());
        }
        records
    }
}

impl Column {
    /// The columns with what differs from another period: how much, and of what is no share itself as a percentage too.
    pub(super) fn of_change(of_shares: bool, language: Language) -> Vec<Self> {
        let column = |id: &str, text: &str, unit| Self {
            id: id.to_owned(),
            headings: vec![language.text(text)],
            unit,
            part: Part::Change,
            drill_down: None,
        };
        let (difference, change) = (Unit::Difference, Unit::Change);
        match of_shares {
            true => vec![column(
                "verschil",
                "publication-difference-of-shares",
                difference,
            )],
            false => vec![
                column("verschil", "publication-difference", difference),
                column("verschil-procent", "publication-change", change),
            ],
        }
    }

    /// Whether it counts what is not known of its first field.
    pub(super) fn is_unknown(&self) -> bool {
        let first = self.drill_down.iter().flat_map(|to| &to.filters);
        first.take(1).any(|(_, key)| key == UNKNOWN_KEY)
    }

    /// Its headings in one line.
    pub fn name(&self) -> String {
        // The first level says by what the columns are split, which the levels below it answer.
        match &self.headings[..] {
            [_, labels @ ..] if !labels.is_empty() => labels.join(" / "),
            headings => headings.concat(),
        }
    }
}
