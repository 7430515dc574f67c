//! Which cases a figure is about: filters on the counted fields, a period and a measure.
//!
//! The columns are walked in pieces that fit in the processor's cache; every figure, and every list of the cases behind
//! one, walks the same way.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::register::{Definition, Kind, NEVER, day_number};

use super::columns::Columns;
use super::dimension::{Dimension, Ending, ending_of};
use super::error::FigureError;
use super::keys::{counted_as, read_dimension, read_key};
use super::measure::{Measure, Movement};
use super::period::Period;

/// How many rows are looked at together.
const PIECE: usize = 4096;

/// A part of a register: per field the keys that are wanted. Within a field "or", between fields "and".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slice {
    /// A field mostly has one set of keys; it has more where a cell of a filtered table asks for another of its keys,
    /// which a case with several choices can have as well.
    wanted: BTreeMap<String, Vec<BTreeSet<String>>>,
}

impl Slice {
    /// The whole register.
    pub fn whole() -> Self {
        Self::default()
    }

    /// Whether this is the whole register.
    pub fn is_whole(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Reads filters as they are written in commands: `wijk=Meerzicht`, field and value by id or by label.
    ///
    /// # Errors
    /// A filter that is not written so, or names a field or value that is not there.
    pub fn parse(definition: &Definition, filters: &[String]) -> Result<Self, FigureError> {
        let mut slice = Self::whole();
        for filter in filters {
            let (field, key) = read_filter(definition, filter)?;
            slice.want(&field, key);
        }
        Ok(slice)
    }

    /// This slice, of which only the cases with this key are wanted.
    #[must_use]
    pub fn and(mut self, field: &str, key: &str) -> Self {
        let wanted = self.wanted.entry(field.to_owned()).or_default();
        // A cell inside a filtered table: what the filter wants and the cell has. A filter that wants this key is met by
        // having it; any other still has to be met.
        wanted.retain(|keys| !keys.contains(key));
        wanted.push(BTreeSet::from([key.to_owned()]));
        self
    }

    /// Wants this key of the field as well, or no longer.
    pub fn toggle(&mut self, field: &str, key: &str) {
        if !self.wants(field, key) {
            self.want(field, key.to_owned());
            return;
        }
        let wanted = self.wanted.entry(field.to_owned()).or_default();
        for keys in &mut *wanted {
            keys.remove(key);
        }
        wanted.retain(|keys| !keys.is_empty());
        if wanted.is_empty() {
            self.wanted.remove(field);
        }
    }

    fn want(&mut self, field: &str, key: String) {
        let wanted = self.wanted.entry(field.to_owned()).or_default();
        match wanted.first_mut() {
            Some(keys) => {
                keys.insert(key);
            }
            None => wanted.push(BTreeSet::from([key])),
        }
    }

    /// Wants every key of the field again.
    pub fn clear(&mut self, field: &str) {
        self.wanted.remove(field);
    }

    /// The fields that are filtered, each with the keys of which a case must have one. A field stands here twice where
    /// a case must have one of both.
    pub fn filters(&self) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.wanted
            .iter()
            .flat_map(|(field, wanted)| wanted.iter().map(|keys| (field.as_str(), keys)))
    }

    /// Whether this key of the field is wanted by a filter.
    pub fn wants(&self, field: &str, key: &str) -> bool {
        self.wanted
            .get(field)
            .is_some_and(|wanted| wanted.iter().any(|keys| keys.contains(key)))
    }
}

/// Reads a field and a key of it as they are written in commands: `wijk=Meerzicht`, both by id or by label.
///
/// # Errors
/// What is not written so, or names a field or value that is not there.
pub fn read_filter(
    definition: &Definition,
    written: &str,
) -> Result<(String, String), FigureError> {
    let (field, value) = written
        .split_once('=')
        .ok_or_else(|| FigureError::NotAFilter(written.to_owned()))?;
    let field = read_dimension(definition, field)?;
    let key = read_key(definition, &field, value)?;
    Ok((field, key))
}

/// A filter, made ready for the columns: which codes of the dimension are wanted.
struct Filter {
    dimension: Dimension,
    wanted: Vec<bool>,
    /// The same as bits, for fields with several choices.
    bits: u64,
}

/// The cases of a register that a slice, a period and a measure select.
pub(super) struct Selection<'a> {
    columns: &'a Columns,
    filters: Vec<Filter>,
    period: (i32, i32),
    measure: Measure,
}

/// A piece of the columns: which of its rows are selected, and what the period did to them.
pub(super) struct Piece<'a> {
    columns: &'a Columns,
    pub start: usize,
    pub selected: &'a [bool],
    pub movements: &'a [Movement],
    /// How many reports of each row came in, where those are counted; otherwise every selected row counts once.
    pub reports: Option<&'a [u32]>,
    /// The last day of the period.
    to: i32,
}

impl<'a> Selection<'a> {
    pub fn new(
        columns: &'a Columns,
        slice: &Slice,
        period: Period,
        measure: Measure,
    ) -> Result<Self, FigureError> {
        let definition = columns.definition();
        let fitting = Measure::of_register(definition);
        if !fitting.contains(&measure) {
            return Err(FigureError::UnknownMeasure {
                register: definition.id.clone(),
                measure: measure.name().to_owned(),
                known: fitting.iter().map(|fits| fits.name().to_owned()).collect(),
            });
        }
        let mut filters = Vec::new();
        for (field, keys) in slice.filters() {
            let dimension = Dimension::over(columns, field)?;
            let mut wanted = vec![false; dimension.keys.len()];
            let mut bits = 0;
            // A key that no case ever had selects nothing, which is right.
            let codes = keys.iter().map(|key| counted_as(definition, field, key));
            for code in codes.filter_map(|key| dimension.code(key)) {
                wanted[code] = true;
                if (1..=64).contains(&code) {
                    bits |= 1 << (code - 1);
                }
            }
            filters.push(Filter {
                dimension,
                wanted,
                bits,
            });
        }
        let period = (day_number(period.from), day_number(period.to));
        Ok(Self {
            columns,
            filters,
            period,
            measure,
        })
    }

    /// Walks over the columns, a piece at a time.
    pub fn walk(&self, mut visit: impl FnMut(&Piece<'_>)) {
        let mut movements = vec![Movement::default(); PIECE];
        let mut selected = vec![false; PIECE];
        let mut codes = vec![0; PIECE];
        let by_report = self.measure == Measure::Reports;
        let mut reports = vec![0; if by_report { PIECE } else { 0 }];
        let wanted = self.measure.movement();
        for start in (0..self.columns.len()).step_by(PIECE) {
            let length = PIECE.min(self.columns.len() - start);
            let (movements, selected) = (&mut movements[..length], &mut selected[..length]);
            self.move_rows(start, movements);
            if by_report {
                let reports = &mut reports[..length];
                self.count_reports(start, movements, reports);
                for (selected, reports) in selected.iter_mut().zip(&*reports) {
                    *selected = *reports > 0;
                }
            } else {
                for (selected, movement) in selected.iter_mut().zip(&*movements) {
                    *selected = movement.has(wanted);
                }
            }
            for filter in &self.filters {
                self.apply(filter, start, movements, selected, &mut codes[..length]);
            }
            let (columns, to) = (self.columns, self.period.1);
            visit(&Piece {
                columns,
                start,
                selected,
                movements,
                reports: by_report.then(|| &reports[..length]),
                to,
            });
        }
    }

    /// How many reports of the rows from `start` on came in during the period.
    fn count_reports(&self, start: usize, movements: &mut [Movement], reports: &mut [u32]) {
        let (from, to) = self.period;
        let rows = start..start + movements.len();
        let within = |day: i32| u32::from(from <= day && day <= to);
        let opened = &self.columns.opened[rows.clone()];
        for ((movement, reports), opened) in movements.iter_mut().zip(&mut *reports).zip(opened) {
            *reports = within(*opened);
            *movement = movement.also_before(*opened, to);
        }
        for case in self.columns.reopened_in(&rows) {
            let first = case.spells.first().map_or(NEVER, |spell| spell.opened);
            let movement = Movement::of_spells(&case.spells, from, to);
            reports[case.row - start] = within(first);
            movements[case.row - start] = movement.also_before(first, to);
        }
        for (row, day) in self.columns.further_in(&rows) {
            reports[row - start] += within(*day);
        }
    }

    /// What the period did to the rows from `start` on.
    fn move_rows(&self, start: usize, movements: &mut [Movement]) {
        let (from, to) = self.period;
        let rows = start..start + movements.len();
        let opened = &self.columns.opened[rows.clone()];
        if self.columns.definition().kind == Kind::Event {
            for (movement, day) in movements.iter_mut().zip(opened) {
                *movement = Movement::of_event(*day, from, to);
            }
            return;
        }
        let closed = &self.columns.closed[rows.clone()];
        for ((movement, opened), closed) in movements.iter_mut().zip(opened).zip(closed) {
            *movement = Movement::of_one(*opened, *closed, from, to);
        }
        for case in self.columns.reopened_in(&rows) {
            movements[case.row - start] = Movement::of_spells(&case.spells, from, to);
        }
    }

    fn apply(
        &self,
        filter: &Filter,
        start: usize,
        movements: &[Movement],
        selected: &mut [bool],
        codes: &mut [u32],
    ) {
        if filter.dimension.several(self.columns) {
            for (at, selected) in selected.iter_mut().enumerate() {
                let bits = filter.dimension.bits(self.columns, start + at).unwrap_or(0);
                *selected &= bits & filter.bits != 0 || bits == 0 && filter.wanted[0];
            }
            return;
        }
        codes.fill(0);
        let (columns, to) = (self.columns, self.period.1);
        let piece = Piece {
            columns,
            start,
            selected: &[],
            movements,
            reports: None,
            to,
        };
        piece.mix(&filter.dimension, codes);
        for (selected, code) in selected.iter_mut().zip(&*codes) {
            *selected &= filter.wanted[*code as usize];
        }
    }
}

impl Piece<'_> {
    /// Adds the codes of this dimension to the mixed-radix numbers of the rows.
    pub fn mix(&self, dimension: &Dimension, into: &mut [u32]) {
        let closing = |at: usize| self.movements[at].has(Movement::CLOSING);
        let ending = |at: usize| {
            let (row, columns) = (self.start + at, self.columns);
            match columns.spells_of_reopened(row) {
                Some(spells) => ending_of(spells, self.to),
                None if columns.closed[row] > self.to => Ending::Running,
                None => Ending::Ended {
                    outcome: columns.outcome[row],
                    flags: columns.flags[row],
                },
            }
        };
        dimension.mix(self.columns, (self.start, self.to), closing, ending, into);
    }

    /// The code of one row, for a dimension of which a case has one key.
    pub fn code(&self, dimension: &Dimension, at: usize) -> usize {
        let mut code = [0];
        let one = Piece {
            columns: self.columns,
            start: self.start + at,
            selected: &[],
            movements: &self.movements[at..=at],
            reports: None,
            to: self.to,
        };
        one.mix(dimension, &mut code);
        code[0] as usize
    }

    /// How often a selected row counts.
    pub fn times(&self, at: usize) -> u64 {
        self.reports.map_or(1, |reports| reports[at].into())
    }

    /// The rows that are selected, by their place in this piece.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.selected
            .iter()
            .enumerate()
            .filter(|(_, selected)| **selected)
            .map(|(at, _)| at)
    }
}
