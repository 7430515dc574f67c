//! One figure over consecutive periods, and the balance per key of a field.

use super::columns::Columns;
use super::crosstab::{Crosstab, Figure};
use super::error::FigureError;
use super::measure::{Balance, Measure};
use super::period::{Period, Step};
use super::quantity::{Number, Quantity};
use super::selection::Slice;
use super::shares::Whole;

/// A count, or what else is said of cases, in each of a number of consecutive periods: for the whole or for every key of a
/// field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series<T = u64> {
    /// The periods, in order.
    pub periods: Vec<Period>,
    /// The lines: the key of the field, or none for the whole, with a number for every period.
    pub lines: Vec<(Option<String>, Vec<T>)>,
    /// Whether the lines of a period add up to its total; not where a case can have several keys.
    pub adds_up: bool,
}

impl<T: Copy> Series<T> {
    /// The tables of the periods, all with the same rows, beside one another.
    fn beside(periods: Vec<Period>, tables: &[Crosstab<T>]) -> Self {
        let keys = tables.first().map_or(&[][..], |table| &table.row_keys);
        let line = |(at, keys): (usize, &Vec<String>)| {
            let numbers = tables.iter().map(|table| table.row_totals[at]);
            (keys.first().cloned(), numbers.collect())
        };
        let lines = keys.iter().enumerate().map(line).collect();
        Self {
            periods,
            lines,
            adds_up: tables.iter().all(|table| table.adds_up),
        }
    }
}

impl Columns {
    /// Evaluates a measure in every step of a period. Counts of a case that lasts longer than a step stand in several
    /// of them: four quarters need not add up to the year.
    ///
    /// # Errors
    /// A field, value or measure this register does not have.
    pub fn series(
        &self,
        slice: &Slice,
        over: Period,
        step: Step,
        measure: Measure,
        by: Option<&str>,
    ) -> Result<Series, FigureError> {
        self.series_over(slice, over.steps(step), measure, by)
    }

    /// The same for periods that are given, in order.
    ///
    /// # Errors
    /// A field, value or measure this register does not have.
    pub fn series_over(
        &self,
        slice: &Slice,
        periods: Vec<Period>,
        measure: Measure,
        by: Option<&str>,
    ) -> Result<Series, FigureError> {
        let Some(first) = periods.first() else {
            return Ok(Series {
                periods,
                lines: Vec::new(),
                adds_up: true,
            });
        };
        let figure = Figure {
            rows: by.map(str::to_owned).into_iter().collect(),
            columns: Vec::new(),
            measure,
            period: *first,
            slice: slice.clone(),
        };
        let tables = self.crosstabs(&figure, &in_each(slice, &periods))?;
        Ok(Series::beside(periods, &tables))
    }

    /// What is said of the cases of a figure, row by row, in each of these periods instead of its own.
    ///
    /// # Errors
    /// A field, value, measure or quantity this register does not have.
    pub fn series_of(
        &self,
        figure: &Figure,
        quantity: &Quantity,
        periods: Vec<Period>,
    ) -> Result<Series<Number>, FigureError> {
        let tables = self.side_by_side(figure, quantity, &in_each(&figure.slice, &periods))?;
        Ok(Series::beside(periods, &tables))
    }

    /// The same, every row as a share of the total of its period: together 100 in each of them.
    ///
    /// # Errors
    /// Those of [`Columns::series_of`], a quantity that has no shares, or a figure without rows to share.
    pub fn series_of_shares(
        &self,
        figure: &Figure,
        quantity: &Quantity,
        periods: Vec<Period>,
    ) -> Result<Series<Number>, FigureError> {
        if !quantity.has_shares() {
            return Err(FigureError::NoShares);
        }
        if figure.rows.is_empty() {
            return Err(FigureError::NothingToShare);
        }
        let tables = self.side_by_side(figure, quantity, &in_each(&figure.slice, &periods))?;
        let shares: Vec<_> = tables
            .iter()
            .map(|table| table.shares(Whole::All))
            .collect();
        Ok(Series::beside(periods, &shares))
    }

    /// The balance of every key of a field.
    ///
    /// # Errors
    /// Events have none; a field or value this register does not have.
    pub fn balance_by(
        &self,
        slice: &Slice,
        period: Period,
        by: &str,
    ) -> Result<Vec<(String, Balance)>, FigureError> {
        let table = self.crosstab(&Figure {
            rows: vec![by.to_owned()],
            columns: Vec::new(),
            measure: Measure::Handled,
            period,
            slice: slice.clone(),
        })?;
        let keys = table.row_keys.into_iter().flatten();
        keys.map(|key| {
            let balance = self.balance(&slice.clone().and(by, &key), period)?;
            Ok((key, balance))
        })
        .collect()
    }
}

fn in_each(slice: &Slice, periods: &[Period]) -> Vec<(Slice, Period)> {
    periods
        .iter()
        .map(|period| (slice.clone(), *period))
        .collect()
}
