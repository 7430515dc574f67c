//! The split of a figure: the dimensions of its two sides, and the cells of its table in which each case stands.

use super::codes::each_bit;
use super::columns::Columns;
use super::crosstab::Crosstab;
use super::dimension::Dimension;
use super::error::FigureError;
use super::figure::Figure;
use super::period::Period;
use super::selection::{Chunk, Selection};

/// The greatest number of cells of a table.
pub const MOST_CELLS: usize = 1_000_000;

/// Both sides of a table.
pub(super) struct Split {
    pub rows: Axis,
    pub columns: Axis,
}

/// One side of a table: its dimensions, and the number of combinations of their codes.
pub(super) struct Axis {
    pub dimensions: Vec<Dimension>,
    pub size: usize,
    several: bool,
}

/// A value for every cell and every total, by the codes of both sides, before they are put in order.
pub(super) struct Tally<T> {
    pub cells: Vec<T>,
    pub rows: Vec<T>,
    pub columns: Vec<T>,
    pub total: T,
}

/// The rows and columns to show, in order, by the codes of both sides.
pub(super) struct Shown {
    rows: Vec<usize>,
    columns: Vec<usize>,
}

impl Split {
    /// The split of this figure.
    pub fn of(over: &Columns, figure: &Figure) -> Result<Self, FigureError> {
        let mut seen: Vec<&String> = Vec::new();
        for field in figure.rows.iter().chain(&figure.columns) {
            if seen.contains(&field) {
                return Err(FigureError::Twice(field.clone()));
            }
            seen.push(field);
        }
        let rows = Axis::over(over, &figure.rows)?;
        let columns = Axis::over(over, &figure.columns)?;
        if rows.size.saturating_mul(columns.size) > MOST_CELLS {
            return Err(FigureError::TooLarge(MOST_CELLS));
        }
        Ok(Self { rows, columns })
    }

    /// Its dimensions, down the side and then across the top.
    pub fn dimensions(&self) -> impl Iterator<Item = &Dimension> {
        self.rows.dimensions.iter().chain(&self.columns.dimensions)
    }

    /// Whether a case stands in one cell, so that the parts add up to the totals.
    pub fn adds_up(&self) -> bool {
        !self.rows.several && !self.columns.several
    }

    /// How often each cell and total counts what is selected.
    pub fn count(&self, over: &Columns, selection: &Selection<'_>) -> Tally<u64> {
        let mut counts = self.tally(0);
        if self.adds_up() {
            self.count_by_one(selection, &mut counts);
        } else {
            self.walk(over, selection, |place, _, times| {
                counts.add(place, |n| *n += times);
            });
        }
        counts
    }

    /// The rows of the cases in each cell and total, each of them once.
    pub fn rows_by_cell(&self, over: &Columns, selection: &Selection<'_>) -> Tally<Vec<usize>> {
        let mut rows_by_cell = self.tally(Vec::new());
        self.walk(over, selection, |place, row, _| {
            rows_by_cell.add(place, |rows| rows.push(row));
        });
        rows_by_cell
    }

    /// Every case has one key on both sides: the codes are mixed into one number, and that is counted.
    fn count_by_one(&self, selection: &Selection<'_>, counts: &mut Tally<u64>) {
        let mut mixed = Vec::new();
        selection.walk(|chunk| {
            mixed.clear();
            mixed.resize(chunk.selected.len(), 0);
            for dimension in self.dimensions() {
                chunk.mix(dimension, &mut mixed);
            }
            if chunk.reports.is_some() {
                for at in chunk.rows() {
                    counts.cells[mixed[at] as usize] += chunk.times(at);
                }
                return;
            }
            for (cell, selected) in mixed.iter().zip(chunk.selected) {
                // Adding nothing is quicker than jumping over it.
                counts.cells[*cell as usize] += u64::from(*selected);
            }
        });
        for (row, cells) in counts.cells.chunks(self.columns.size).enumerate() {
            counts.rows[row] = cells.iter().sum();
            for (column, count) in cells.iter().enumerate() {
                counts.columns[column] += count;
            }
        }
        counts.total = counts.rows.iter().sum();
    }

    /// Visits every place that a selected case has, with its row and how often it counts. A case may have several keys on
    /// a side: it stands in each of them, and once in every total.
    fn walk(
        &self,
        over: &Columns,
        selection: &Selection<'_>,
        mut visit: impl FnMut(Place, usize, u64),
    ) {
        let (mut in_rows, mut in_columns) = (Vec::new(), Vec::new());
        selection.walk(|chunk| {
            for at in chunk.rows() {
                let (case, times) = (chunk.start + at, chunk.times(at));
                self.rows.combinations(over, chunk, at, &mut in_rows);
                self.columns.combinations(over, chunk, at, &mut in_columns);
                for row in &in_rows {
                    visit(Place::Row(*row), case, times);
                    for column in &in_columns {
                        visit(Place::Cell(row * self.columns.size + column), case, times);
                    }
                }
                for column in &in_columns {
                    visit(Place::Column(*column), case, times);
                }
                visit(Place::Total, case, times);
            }
        });
    }

    /// A tally with the same value everywhere.
    pub fn tally<T: Clone>(&self, nothing: T) -> Tally<T> {
        Tally {
            cells: vec![nothing.clone(); self.rows.size * self.columns.size],
            rows: vec![nothing.clone(); self.rows.size],
            columns: vec![nothing.clone(); self.columns.size],
            total: nothing,
        }
    }

    /// What to show: what is offered in any of these periods, and what counts something in any of these tables.
    pub fn shown(&self, periods: &[Period], counts: &[Tally<u64>]) -> Shown {
        let any = |totals: &dyn Fn(&Tally<u64>) -> &[u64], size: usize| -> Vec<u64> {
            let count = |at: usize| counts.iter().map(|counts| totals(counts)[at]).sum();
            (0..size).map(count).collect()
        };
        Shown {
            rows: self
                .rows
                .shown(periods, &any(&|counts| &counts.rows, self.rows.size)),
            columns: self
                .columns
                .shown(periods, &any(&|counts| &counts.columns, self.columns.size)),
        }
    }

    /// The table of a tally, in order, without a balance.
    pub fn table<T: Clone>(&self, shown: &Shown, tally: &Tally<T>) -> Crosstab<T> {
        let cell =
            |row: usize, column: usize| tally.cells[row * self.columns.size + column].clone();
        let cells = |row: &usize| {
            shown
                .columns
                .iter()
                .map(|column| cell(*row, *column))
                .collect()
        };
        Crosstab {
            row_keys: shown.rows.iter().map(|row| self.rows.keys(*row)).collect(),
            column_keys: shown
                .columns
                .iter()
                .map(|column| self.columns.keys(*column))
                .collect(),
            cells: shown.rows.iter().map(cells).collect(),
            row_totals: shown
                .rows
                .iter()
                .map(|row| tally.rows[*row].clone())
                .collect(),
            column_totals: shown
                .columns
                .iter()
                .map(|column| tally.columns[*column].clone())
                .collect(),
            total: tally.total.clone(),
            adds_up: self.adds_up(),
            balance: None,
        }
    }
}

/// A place in a table, by the codes of its sides.
#[derive(Clone, Copy)]
enum Place {
    Cell(usize),
    Row(usize),
    Column(usize),
    Total,
}

impl<T> Tally<T> {
    fn add(&mut self, place: Place, with: impl FnOnce(&mut T)) {
        with(match place {
            Place::Cell(at) => &mut self.cells[at],
            Place::Row(at) => &mut self.rows[at],
            Place::Column(at) => &mut self.columns[at],
            Place::Total => &mut self.total,
        });
    }

    /// The same places with something else in them.
    pub fn map<U>(&self, with: impl Fn(&T) -> U) -> Tally<U> {
        let each = |all: &[T]| all.iter().map(&with).collect();
        Tally {
            cells: each(&self.cells),
            rows: each(&self.rows),
            columns: each(&self.columns),
            total: with(&self.total),
        }
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
    fn combinations(&self, columns: &Columns, chunk: &Chunk<'_>, at: usize, into: &mut Vec<usize>) {
        into.clear();
        into.push(0);
        for dimension in &self.dimensions {
            let size = dimension.keys.len();
            match dimension.bits(columns, chunk.start + at) {
                None => {
                    let code = chunk.code(dimension, at);
                    into.iter_mut()
                        .for_each(|mixed| *mixed = *mixed * size + code);
                }
                Some(0) => into.iter_mut().for_each(|mixed| *mixed *= size),
                Some(bits) => {
                    let before = std::mem::take(into);
                    for bit in each_bit(bits) {
                        into.extend(before.iter().map(|mixed| mixed * size + bit + 1));
                    }
                }
            }
        }
    }

    /// The combinations to show, in order: those that are offered, and those that count something anyway.
    fn shown(&self, periods: &[Period], totals: &[u64]) -> Vec<usize> {
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
            let codes = dimension.shown_codes(periods, counts);
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
