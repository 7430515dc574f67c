//! A question about a figure over consecutive periods, and its answer, evaluated.

use crate::figures::{Columns, Figure, FigureError, Number, Quantity, Series, Step, Whole};
use crate::register::Definition;
use crate::report::unit::Unit;

/// A question about a figure in each of a number of periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesQuestion {
    /// Its title.
    pub title: String,
    /// What is counted, a line for every key of its first row field; its period is that which the steps cover, the last of
    /// them as far as it goes.
    pub figure: Figure,
    /// What is computed from the cases.
    pub quantity: Quantity,
    /// How long a period is.
    pub step: Step,
    /// Of what whole each part is given as a share: of the total of its period, which is a row, of that of the part over
    /// all periods, or of all of it.
    pub shares: Option<Whole>,
    /// Whether the same periods a year earlier stand beside it.
    pub year_before: bool,
}

/// The answer to a question over time.
pub struct SeriesAnswer<'a> {
    pub definition: &'a Definition,
    pub question: &'a SeriesQuestion,
    pub series: Series<Number>,
    /// The same periods a year earlier, where they stand beside it; then there is one line.
    pub earlier: Option<Series<Number>>,
}

impl SeriesQuestion {
    /// The field by which it is split.
    pub(super) fn by(&self) -> Option<&str> {
        self.figure.rows.first().map(String::as_str)
    }

    /// Evaluates the series, and the one beside it.
    ///
    /// # Errors
    /// A field, value, measure or quantity this register does not have; shares of what has none, of a series that is not
    /// split, or of several periods where cases stand in more than one; one that is split beside a year earlier.
    pub(super) fn answer<'a>(
        &'a self,
        columns: &'a Columns,
    ) -> Result<SeriesAnswer<'a>, FigureError> {
        let periods = self.figure.period.steps_so_far(self.step);
        let earlier = match (self.year_before, self.by()) {
            (false, _) => None,
            (true, Some(_)) => return Err(FigureError::SplitAgainst),
            (true, None) => {
                let earlier = periods.iter().map(|period| period.year_before());
                let earlier = earlier.collect();
                Some(columns.series_of(&self.figure, &self.quantity, earlier)?)
            }
        };
        let series = match self.shares {
            Some(of) => columns.series_of_shares(&self.figure, &self.quantity, periods, of)?,
            None => columns.series_of(&self.figure, &self.quantity, periods)?,
        };
        Ok(SeriesAnswer {
            definition: columns.definition(),
            question: self,
            series,
            earlier,
        })
    }
}

impl SeriesAnswer<'_> {
    /// The unit of its numbers.
    pub fn unit(&self) -> Unit {
        match self.question.shares {
            Some(_) => Unit::Share,
            None => Unit::of(&self.question.quantity),
        }
    }

    /// The number of a year before a period.
    pub fn earlier_at(&self, at: usize) -> Option<Number> {
        let (_, numbers) = self.earlier.as_ref()?.lines.first()?;
        numbers.get(at).copied()
    }
}
