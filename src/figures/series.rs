//! One figure over consecutive periods, and the balance per key of a field.

use super::columns::Columns;
use super::crosstab::Figure;
use super::dimension::Dimension;
use super::error::FigureError;
use super::measure::{Balance, Measure};
use super::period::{Period, Step};
use super::selection::Slice;

/// A count in each of a number of consecutive periods, for the whole or for every key of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The periods, in order.
    pub periods: Vec<Period>,
    /// The lines: the key of the field, or none for the whole, with a count for every period.
    pub lines: Vec<(Option<String>, Vec<u64>)>,
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
        let mut lines: Vec<(Option<String>, Vec<u64>)> = Vec::new();
        for (at, period) in periods.iter().enumerate() {
            let table = self.crosstab(&Figure {
                rows: by.map(str::to_owned).into_iter().collect(),
                columns: Vec::new(),
                measure,
                period: *period,
                slice: slice.clone(),
            })?;
            for (keys, count) in table.row_keys.into_iter().zip(table.row_totals) {
                let key = keys.into_iter().next();
                let line = match lines.iter().position(|(known, _)| *known == key) {
                    Some(line) => line,
                    // A key that first occurs now, such as unknown, counted nothing before.
                    None => {
                        lines.push((key, vec![0; periods.len()]));
                        lines.len() - 1
                    }
                };
                lines[line].1[at] = count;
            }
        }
        if let Some(by) = by {
            let order = Dimension::over(self, by)?.ordered_keys();
            lines.sort_by_key(|(line, _)| order.iter().position(|key| line.as_ref() == Some(key)));
        }
        Ok(Series { periods, lines })
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
