//! Selects the cases that a figure counts: by filters on the counted fields, a period and a measure.
//!
//! The columns are walked in chunks that fit in the processor's cache; every figure, and every list of the cases behind
//! one, walks the same way.

use crate::register::{CountedSpell, Kind, NEVER};

use super::columns::Columns;
use super::dimension::Dimension;
use super::error::FigureError;
use super::keys::counted_as;
use super::measure::{Measure, Movement};
use super::period::{DayNumbers, Period};
use super::slice::Slice;
use super::spells::Ending;

/// How many rows are walked together.
const CHUNK: usize = 4096;

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
    days: DayNumbers,
    wanted: Movement,
    by_report: bool,
}

/// A chunk of the columns: which of its rows are selected, and what the period did to them.
pub(super) struct Chunk<'a> {
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
        let fitting = Measure::of_register(columns.definition());
        if !fitting.contains(&measure) {
            return Err(FigureError::UnknownMeasure {
                register: columns.definition().id.clone(),
                measure: measure.name().to_owned(),
                known: fitting.iter().map(|fits| fits.name().to_owned()).collect(),
            });
        }
        Ok(Self {
            by_report: measure == Measure::Reports,
            ..Self::moved(columns, slice, period, measure.movement())?
        })
    }

    /// The cases to which a period did any of this.
    pub fn moved(
        columns: &'a Columns,
        slice: &Slice,
        period: Period,
        wanted: Movement,
    ) -> Result<Self, FigureError> {
        let definition = columns.definition();
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
        Ok(Self {
            columns,
            filters,
            days: period.day_numbers(),
            wanted,
            by_report: false,
        })
    }

    /// Walks over the columns, a chunk at a time.
    pub fn walk(&self, mut visit: impl FnMut(&Chunk<'_>)) {
        let mut movements = vec![Movement::default(); CHUNK];
        let mut selected = vec![false; CHUNK];
        let mut codes = vec![0; CHUNK];
        let Self {
            wanted, by_report, ..
        } = *self;
        let mut reports = vec![0; if by_report { CHUNK } else { 0 }];
        for start in (0..self.columns.len()).step_by(CHUNK) {
            let length = CHUNK.min(self.columns.len() - start);
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
            let (columns, to) = (self.columns, self.days.to);
            visit(&Chunk {
                columns,
                start,
                selected,
                movements,
                reports: by_report.then(|| &reports[..length]),
                to,
            });
        }
    }

    /// The rows that are selected, in the order of the columns.
    pub fn rows(&self) -> Vec<usize> {
        let mut rows = Vec::new();
        self.walk(|chunk| rows.extend(chunk.rows().map(|at| chunk.start + at)));
        rows
    }

    /// How many reports of the rows from `start` on came in during the period.
    fn count_reports(&self, start: usize, movements: &mut [Movement], reports: &mut [u32]) {
        let DayNumbers { from, to } = self.days;
        let rows = start..start + movements.len();
        let within = |day: i32| u32::from(from <= day && day <= to);
        let opened = &self.columns.last_opened()[rows.clone()];
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
        let DayNumbers { from, to } = self.days;
        let rows = start..start + movements.len();
        let opened = &self.columns.last_opened()[rows.clone()];
        if self.columns.definition().kind == Kind::Event {
            for (movement, day) in movements.iter_mut().zip(opened) {
                *movement = Movement::of_event(*day, from, to);
            }
            return;
        }
        let closed = &self.columns.last_closed()[rows.clone()];
        for ((movement, opened), closed) in movements.iter_mut().zip(opened).zip(closed) {
            *movement = Movement::of_one(*opened, *closed, from, to);
        }
        for case in self.columns.reopened_in(&rows) {
            movements[case.row - start] = Movement::of_spells(&case.spells, from, to);
        }
        let prepared = self.columns.prepared_in(&rows);
        for ((movement, days), opened) in movements.iter_mut().zip(prepared).zip(opened) {
            *movement = movement.prepared(*days, *opened, to);
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
        let (columns, to) = (self.columns, self.days.to);
        let chunk = Chunk {
            columns,
            start,
            selected: &[],
            movements,
            reports: None,
            to,
        };
        chunk.mix(&filter.dimension, codes);
        for (selected, code) in selected.iter_mut().zip(&*codes) {
            *selected &= filter.wanted[*code as usize];
        }
    }
}

impl Chunk<'_> {
    /// Adds the codes of this dimension to the mixed-radix numbers of the rows.
    pub fn mix(&self, dimension: &Dimension, into: &mut [u32]) {
        // What has yet to begin is not finished.
        let runs = Movement::CLOSING | Movement::PREPARED;
        let closing = |at: usize| self.movements[at].has(runs);
        let ending = |at: usize| {
            let (row, columns) = (self.start + at, self.columns);
            match columns.spells_of_reopened(row) {
                Some(spells) => Ending::of(spells, self.to),
                None if columns.last_closed()[row] > self.to => Ending::Running,
                None => {
                    let CountedSpell { outcome, flags, .. } = columns.last_spell(row);
                    Ending::Ended { outcome, flags }
                }
            }
        };
        dimension.mix(self.columns, self.start, self.to, closing, ending, into);
    }

    /// The code of one row, for a dimension of which a case has one key.
    pub fn code(&self, dimension: &Dimension, at: usize) -> usize {
        let mut code = [0];
        let one = Chunk {
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

    /// The rows that are selected, by their place in this chunk.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.selected
            .iter()
            .enumerate()
            .filter(|(_, selected)| **selected)
            .map(|(at, _)| at)
    }
}
