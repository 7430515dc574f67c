//! The figure itself: a definition, and the table that follows from the columns.

use crate::register::Kind;

use super::columns::Columns;
use super::dimension::Dimension;
use super::error::FigureError;
use super::measure::{Balance, Measure, Movement};
use super::period::Period;
use super::selection::{Piece, Selection, Slice};

/// How many cells a table may have before it is no longer one.
pub const MOST_CELLS: usize = 1_000_000;

/// The definition of a figure. Table, chart, export and the list of cases all follow from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The fields down the side; none gives one row.
    pub rows: Vec<String>,
    /// The fields across the top; none gives one column.
    pub columns: Vec<String>,
    /// What is counted.
    pub measure: Measure,
    /// The days it is about.
    pub period: Period,
    /// The part of the register it is about.
    pub slice: Slice,
}

/// A table of counts with its totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosstab {
    /// The keys of every row, one for each field down the side.
    pub row_keys: Vec<Vec<String>>,
    /// The keys of every column, one for each field across the top.
    pub column_keys: Vec<Vec<String>>,
    /// The counts, row by row.
    pub cells: Vec<Vec<u64>>,
    /// How many cases, or reports, each row has.
    pub row_totals: Vec<u64>,
    /// How many cases, or reports, each column has.
    pub column_totals: Vec<u64>,
    /// How many cases, or reports, there are.
    pub total: u64,
    /// Whether the parts add up to the totals; not where a case can have several choices of a field.
    pub adds_up: bool,
    /// The balance of the whole slice over the period; none for events, and none of reports, which are no cases.
    pub balance: Option<Balance>,
}

/// One side of a table: its dimensions, and the number of combinations of their codes.
pub(super) struct Axis {
    pub dimensions: Vec<Dimension>,
    pub size: usize,
    several: bool,
}

/// Counts by the codes of both sides, before they are put in order.
pub(super) struct Counts {
    pub cells: Vec<u64>,
    pub rows: Vec<u64>,
    pub columns: Vec<u64>,
    pub total: u64,
}

impl Columns {
    /// Evaluates a figure.
    ///
    /// # Errors
    /// A field, value or measure this register does not have, a field that stands in the table twice, or a table too
    /// large to read.
    pub fn crosstab(&self, figure: &Figure) -> Result<Crosstab, FigureError> {
        let mut seen: Vec<&String> = Vec::new();
        for field in figure.rows.iter().chain(&figure.columns) {
            if seen.contains(&field) {
                return Err(FigureError::Twice(field.clone()));
            }
            seen.push(field);
        }
        let rows = Axis::over(self, &figure.rows)?;
        let columns = Axis::over(self, &figure.columns)?;
        if rows.size.saturating_mul(columns.size) > MOST_CELLS {
            return Err(FigureError::TooLarge(MOST_CELLS));
        }
        let selection = Selection::new(self, &figure.slice, figure.period, figure.measure)?;
        let adds_up = !rows.several && !columns.several;
        let counts = self.look_up(figure, &rows, &columns).unwrap_or_else(|| {
            let mut counts = Counts::nothing(&rows, &columns);
            if adds_up {
                counts.by_one(&selection, &rows, &columns);
            } else {
                counts.by_several(self, &selection, &rows, &columns);
            }
            counts
        });
        let balance = match self.definition().kind {
            _ if figure.measure == Measure::Reports => None,
            Kind::Spell => Some(self.balance(&figure.slice, figure.period)?),
            Kind::Event => None,
        };
        let shown_rows = rows.shown(&counts.rows);
        let shown_columns = columns.shown(&counts.columns);
        let cell = |row: usize, column: usize| counts.cells[row * columns.size + column];
        Ok(Crosstab {
            row_keys: shown_rows.iter().map(|row| rows.keys(*row)).collect(),
            column_keys: shown_columns
                .iter()
                .map(|column| columns.keys(*column))
                .collect(),
            cells: shown_rows
                .iter()
                .map(|row| {
                    shown_columns
                        .iter()
                        .map(|column| cell(*row, *column))
                        .collect()
                })
                .collect(),
            row_totals: shown_rows.iter().map(|row| counts.rows[*row]).collect(),
            column_totals: shown_columns
                .iter()
                .map(|column| counts.columns[*column])
                .collect(),
            total: counts.total,
            adds_up,
            balance,
        })
    }

    /// The balance of a slice over a period.
    ///
    /// # Errors
    /// Events have none; a field or value this register does not have.
    pub fn balance(&self, slice: &Slice, period: Period) -> Result<Balance, FigureError> {
        if self.definition().kind == Kind::Event {
            return Err(FigureError::NoBalance(self.definition().id.clone()));
        }
        if let Some(balance) = self.look_up_balance(slice, period) {
            return Ok(balance);
        }
        // Six bits a movement: the kinds of movement are counted, and their terms added up afterwards.
        let mut movements = [0u64; 64];
        Selection::new(self, slice, period, Measure::Handled)?.walk(|piece| {
            for (movement, selected) in piece.movements.iter().zip(piece.selected) {
                movements[usize::from(movement.0 & 63)] += u64::from(*selected);
            }
        });
        let mut balance = Balance::default();
        for (bits, count) in (0u8..).zip(movements) {
            balance = balance + Balance::of(Movement(bits)).times(count);
        }
        Ok(balance)
    }

    /// How many there are of what a figure counts.
    ///
    /// # Errors
    /// A field, value or measure this register does not have.
    pub fn total(
        &self,
        slice: &Slice,
        period: Period,
        measure: Measure,
    ) -> Result<u64, FigureError> {
        let selection = Selection::new(self, slice, period, measure)?;
        if let Some(total) = self.look_up_total(slice, period, measure) {
            return Ok(total);
        }
        let mut total = 0;
        selection.walk(|piece| total += piece.rows().map(|at| piece.times(at)).sum::<u64>());
        Ok(total)
    }

    /// The rows of the cases behind a figure, in the order of the columns: where reports are counted, of the cases of
    /// which one came in.
    ///
    /// # Errors
    /// A field, value or measure this register does not have.
    pub fn rows(
        &self,
        slice: &Slice,
        period: Period,
        measure: Measure,
    ) -> Result<Vec<usize>, FigureError> {
        let mut rows = Vec::new();
        Selection::new(self, slice, period, measure)?
            .walk(|piece| rows.extend(piece.rows().map(|at| piece.start + at)));
        Ok(rows)
    }
}

impl Figure {
    /// The part of the register behind one cell, row or column: the keys of the sides that are given.
    pub fn behind(&self, row: Option<&[String]>, column: Option<&[String]>) -> Slice {
        let mut slice = self.slice.clone();
        for (fields, keys) in [(&self.rows, row), (&self.columns, column)] {
            for (field, key) in fields.iter().zip(keys.unwrap_or_default()) {
                slice = slice.and(field, key);
            }
        }
        slice
    }
}

impl Counts {
    /// Nothing is counted yet.
    pub fn nothing(rows: &Axis, columns: &Axis) -> Self {
        Self {
            cells: vec![0; rows.size * columns.size],
            rows: vec![0; rows.size],
            columns: vec![0; columns.size],
            total: 0,
        }
    }

    /// Every case has one key on both sides: the codes are mixed into one number, and that is counted.
    fn by_one(&mut self, selection: &Selection<'_>, rows: &Axis, columns: &Axis) {
        let mut mixed = Vec::new();
        selection.walk(|piece| {
            mixed.clear();
            mixed.resize(piece.selected.len(), 0);
            for dimension in rows.dimensions.iter().chain(&columns.dimensions) {
                piece.mix(dimension, &mut mixed);
            }
            if piece.reports.is_some() {
                for at in piece.rows() {
                    self.cells[mixed[at] as usize] += piece.times(at);
                }
                return;
            }
            for (cell, selected) in mixed.iter().zip(piece.selected) {
                // Adding nothing is quicker than jumping over it.
                self.cells[*cell as usize] += u64::from(*selected);
            }
        });
        for (row, cells) in self.cells.chunks(columns.size).enumerate() {
            self.rows[row] = cells.iter().sum();
            for (column, count) in cells.iter().enumerate() {
                self.columns[column] += count;
            }
        }
        self.total = self.rows.iter().sum();
    }

    /// A case may have several keys on a side: it counts in each of them, and once in every total.
    fn by_several(
        &mut self,
        over: &Columns,
        selection: &Selection<'_>,
        rows: &Axis,
        columns: &Axis,
    ) {
        let (mut in_rows, mut in_columns) = (Vec::new(), Vec::new());
        selection.walk(|piece| {
            for at in piece.rows() {
                let times = piece.times(at);
                rows.combinations(over, piece, at, &mut in_rows);
                columns.combinations(over, piece, at, &mut in_columns);
                for row in &in_rows {
                    self.rows[*row] += times;
                    for column in &in_columns {
                        self.cells[row * columns.size + column] += times;
                    }
                }
                for column in &in_columns {
                    self.columns[*column] += times;
                }
                self.total += times;
            }
        });
    }
}

impl Axis {
    fn over(columns: &Columns, fields: &[String]) -> Result<Self, FigureError> {
        let dimensions: Vec<Dimension> = fields
            .iter()
            .map(|id| Dimension::over(columns, id))
            .collect::<Result<_, _>>()?;
        let sizes = dimensions.iter().map(|dimension| dimension.keys.len());
        let size = sizes.fold(1, usize::saturating_mul);
        let several = dimensions
            .iter()
            .any(|dimension| dimension.several(columns));
        Ok(Self {
            dimensions,
            size,
            several,
        })
    }

    /// The combinations of codes that one case has on this side.
    fn combinations(&self, columns: &Columns, piece: &Piece<'_>, at: usize, into: &mut Vec<usize>) {
        into.clear();
        into.push(0);
        for dimension in &self.dimensions {
            let size = dimension.keys.len();
            match dimension.bits(columns, piece.start + at) {
                None => {
                    let code = piece.code(dimension, at);
                    into.iter_mut()
                        .for_each(|mixed| *mixed = *mixed * size + code);
                }
                Some(0) => into.iter_mut().for_each(|mixed| *mixed *= size),
                Some(bits) => {
                    let before = std::mem::take(into);
                    for bit in (0..64).filter(|bit| bits >> bit & 1 == 1) {
                        into.extend(before.iter().map(|mixed| mixed * size + bit + 1));
                    }
                }
            }
        }
    }

    /// The combinations to show, in order: those that are offered, and those that count something anyway.
    fn shown(&self, totals: &[u64]) -> Vec<usize> {
        let mut shown = vec![0];
        let mut after = self.size;
        for dimension in &self.dimensions {
            let size = dimension.keys.len();
            after /= size;
            // A key is shown when any combination with it counts something, so that the table stays a rectangle.
            let counts = |code: usize| {
                totals
                    .iter()
                    .enumerate()
                    .any(|(mixed, count)| *count > 0 && mixed / after % size == code)
            };
            let codes = dimension.shown_codes(counts);
            shown = shown
                .iter()
                .flat_map(|mixed| codes.iter().map(move |code| mixed * size + code))
                .collect();
        }
        shown
    }

    /// The keys of a combination.
    fn keys(&self, mut mixed: usize) -> Vec<String> {
        let mut keys: Vec<String> = self
            .dimensions
            .iter()
            .rev()
            .map(|dimension| {
                let size = dimension.keys.len();
                let key = dimension.keys[mixed % size].clone();
                mixed /= size;
                key
            })
            .collect();
        keys.reverse();
        keys
    }
}
