//! Evaluates figures over the columns of a register: tables, balances, totals, and the rows of the cases that are counted.

use crate::register::Kind;

use super::columns::Columns;
use super::crosstab::Crosstab;
use super::error::FigureError;
use super::figure::Figure;
use super::measure::{Balance, Measure, Movement};
use super::period::Period;
use super::quantity::{Number, Quantity};
use super::selection::Selection;
use super::slice::Slice;
use super::split::{Shown, Split, Tally};

/// Several parts of a register, split and counted alike, and not yet put in order.
struct CountedParts<'a> {
    split: Split,
    selections: Vec<Selection<'a>>,
    counts: Vec<Tally<u64>>,
    shown: Shown,
}

impl Columns {
    /// Evaluates a figure: how many cases, or reports, stand in each cell.
    ///
    /// # Errors
    /// A field, value or measure this register does not have, a field that stands in the table twice, or a table too
    /// large to read.
    pub fn crosstab(&self, figure: &Figure) -> Result<Crosstab, FigureError> {
        let part = (figure.slice.clone(), figure.period);
        let mut tables = self.crosstabs(figure, &[part])?;
        Ok(tables.remove(0))
    }

    /// How many cells a figure has at most, before any case is counted.
    ///
    /// # Errors
    /// A field this register does not have or that stands in the table twice, or a table too large to read.
    pub fn most_cells(&self, figure: &Figure) -> Result<usize, FigureError> {
        let split = Split::of(self, figure)?;
        Ok(split.rows.size * split.columns.size)
    }

    /// Evaluates a figure for several parts of the register or several periods in its place, in tables with the same rows and
    /// columns.
    pub(super) fn crosstabs(
        &self,
        figure: &Figure,
        parts: &[(Slice, Period)],
    ) -> Result<Vec<Crosstab>, FigureError> {
        let CountedParts {
            split,
            counts,
            shown,
            ..
        } = self.count_parts(figure, parts)?;
        let tables = counts.iter().zip(parts).map(|(counts, (slice, period))| {
            let mut table = split.table(&shown, counts);
            table.balance = self.balance_of(figure, slice, *period)?;
            Ok(table)
        });
        tables.collect()
    }

    /// Evaluates a quantity of a figure for several parts of the register or several periods in its place, in tables with
    /// the same rows and columns.
    ///
    /// # Errors
    /// Those of [`Columns::crosstab`], and a quantity that this register does not have.
    pub fn side_by_side(
        &self,
        figure: &Figure,
        quantity: &Quantity,
        parts: &[(Slice, Period)],
    ) -> Result<Vec<Crosstab<Number>>, FigureError> {
        quantity.check(self.definition())?;
        if *quantity == Quantity::Count {
            let tables = self.crosstabs(figure, parts)?.into_iter();
            return Ok(tables
                .map(|table| table.map(|count| Some(count as f64)))
                .collect());
        }
        let CountedParts {
            split,
            selections,
            shown,
            ..
        } = self.count_parts(figure, parts)?;
        let tables = selections
            .iter()
            .zip(parts)
            .map(|(selection, (_, period))| {
                let rows = split.rows_by_cell(self, selection);
                let amounts = rows.map(|rows| self.number(quantity, rows, *period));
                let mut table = split.table(&shown, &amounts);
                table.adds_up &= quantity.adds_up();
                table
            });
        Ok(tables.collect())
    }

    /// Evaluates a quantity of a figure.
    ///
    /// # Errors
    /// Those of [`Columns::side_by_side`].
    pub fn table(
        &self,
        figure: &Figure,
        quantity: &Quantity,
    ) -> Result<Crosstab<Number>, FigureError> {
        let part = (figure.slice.clone(), figure.period);
        let mut tables = self.side_by_side(figure, quantity, &[part])?;
        Ok(tables.remove(0))
    }

    /// The rows of the cases that are counted in every cell and total of a figure.
    ///
    /// # Errors
    /// Those of [`Columns::crosstab`].
    pub fn rows_by_cell(&self, figure: &Figure) -> Result<Crosstab<Vec<usize>>, FigureError> {
        let part = (figure.slice.clone(), figure.period);
        let CountedParts {
            split,
            selections,
            shown,
            ..
        } = self.count_parts(figure, &[part])?;
        let rows = split.rows_by_cell(self, &selections[0]);
        Ok(split.table(&shown, &rows))
    }

    /// Counts a figure for several parts of the register or several periods in its place.
    fn count_parts<'a>(
        &'a self,
        figure: &Figure,
        parts: &[(Slice, Period)],
    ) -> Result<CountedParts<'a>, FigureError> {
        let split = Split::of(self, figure)?;
        let select = |(slice, period): &(Slice, Period)| {
            Selection::new(self, slice, *period, figure.measure)
        };
        let selections = parts.iter().map(select).collect::<Result<Vec<_>, _>>()?;
        let counts = selections
            .iter()
            .zip(parts)
            .map(|(selection, (slice, period))| {
                self.look_up(&split, slice, *period, figure.measure)
                    .unwrap_or_else(|| split.count(self, selection))
            });
        let counts: Vec<_> = counts.collect();
        let periods: Vec<Period> = parts.iter().map(|(_, period)| *period).collect();
        let shown = split.shown(&periods, &counts);
        Ok(CountedParts {
            split,
            selections,
            counts,
            shown,
        })
    }

    /// The balance below a table of cases.
    fn balance_of(
        &self,
        figure: &Figure,
        slice: &Slice,
        period: Period,
    ) -> Result<Option<Balance>, FigureError> {
        match self.definition().kind {
            _ if matches!(figure.measure, Measure::Reports | Measure::Preparation) => Ok(None),
            Kind::Spell => self.balance(slice, period).map(Some),
            Kind::Event => Ok(None),
        }
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
        Selection::new(self, slice, period, Measure::Handled)?.walk(|chunk| {
            for (movement, selected) in chunk.movements.iter().zip(chunk.selected) {
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
        selection.walk(|chunk| total += chunk.rows().map(|at| chunk.times(at)).sum::<u64>());
        Ok(total)
    }

    /// The rows of the cases that are counted, in the order of the columns: where reports are counted, of the cases of
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
        Ok(Selection::new(self, slice, period, measure)?.rows())
    }
}
