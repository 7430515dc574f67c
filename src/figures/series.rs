//! One figure over consecutive periods, and the balance per key of a field.

use super::columns::Columns;
use super::crosstab::Crosstab;
use super::error::FigureError;
use super::figure::Figure;
use super::measure::{Balance, Measure};
use super::period::{Period, Step};
use super::quantity::{Number, Quantity};
use super::shares::Whole;
use super::slice::Slice;

/// A count, or another quantity, in each of a number of consecutive periods: for the whole or for every key of a field.
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

impl Series<Number> {
    /// The amounts as shares of a whole, where the periods have these totals.
    fn shares(self, totals: Vec<Number>, of: Whole) -> Self {
        let lines = || self.lines.iter().map(|(_, numbers)| numbers);
        let in_period = |at: usize| lines().map(|numbers| numbers[at]).collect();
        let sum = |numbers: &[Number]| {
            let known: Vec<f64> = numbers.iter().copied().flatten().collect();
            (!known.is_empty()).then(|| known.iter().sum())
        };
        let table = Crosstab {
            row_keys: self
                .periods
                .iter()
                .map(|period| vec![period.name()])
                .collect(),
            column_keys: self
                .lines
                .iter()
                .map(|(key, _)| key.iter().cloned().collect())
                .collect(),
            cells: (0..self.periods.len()).map(in_period).collect(),
            column_totals: lines().map(|numbers| sum(numbers)).collect(),
            total: sum(&totals),
            row_totals: totals,
            adds_up: self.adds_up,
            balance: None,
        };
        let shares = table.shares(of);
        let line = |(at, (key, _)): (usize, (Option<String>, Vec<Number>))| {
            (key, shares.cells.iter().map(|cells| cells[at]).collect())
        };
        Self {
            lines: self.lines.into_iter().enumerate().map(line).collect(),
            ..self
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
            entries: None,
            rows: by.map(str::to_owned).into_iter().collect(),
            columns: Vec::new(),
            measure,
            period: *first,
            slice: slice.clone(),
        };
        let tables = self.crosstabs(&figure, &in_each(slice, &periods))?;
        Ok(Series::beside(periods, &tables))
    }

    /// Evaluates a quantity of a figure, row by row, in each of these periods instead of its own.
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

    /// The same as shares of a whole: of the total of each period (a row), of that of each part over all periods (a
    /// column), or of all together. Together they are 100 in each whole.
    ///
    /// # Errors
    /// Those of [`Columns::series_of`], a quantity that has no shares, or a figure without rows to share; shares of several
    /// periods together of what stands in more than one of them.
    pub fn series_of_shares(
        &self,
        figure: &Figure,
        quantity: &Quantity,
        periods: Vec<Period>,
        of: Whole,
    ) -> Result<Series<Number>, FigureError> {
        if !quantity.has_shares() {
            return Err(FigureError::NoShares);
        }
        if figure.rows.is_empty() {
            return Err(FigureError::NothingToShare);
        }
        let once = figure.measure.adds_up_over_time() && *quantity != Quantity::Persons;
        if of != Whole::Row && !once {
            return Err(FigureError::SharesOverTime);
        }
        let tables = self.side_by_side(figure, quantity, &in_each(&figure.slice, &periods))?;
        let totals = tables.iter().map(|table| table.total).collect();
        Ok(Series::beside(periods, &tables).shares(totals, of))
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
            entries: None,
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
