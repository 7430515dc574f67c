//! The figures of an annual report: of every indicator the year and the one before.

use super::breakdown::{BreakdownLine, PartsExceed};
use super::yearbook::{YearFigure, Yearbook};
use crate::register::Indicator;

/// An indicator as an annual report prints it.
#[derive(Clone, Debug)]
pub struct AnnualFigure<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The year before.
    pub before: YearFigure,
    /// The year.
    pub this: YearFigure,
    /// What the two years are made up of, the year before first, and what that leaves; or that the parts are more than the
    /// whole.
    pub breakdowns: [Result<Vec<BreakdownLine<'a>>, PartsExceed>; 2],
}

impl AnnualFigure<'_> {
    /// Whether the goal of the year was reached.
    pub fn reached(&self) -> Option<bool> {
        self.this.reached(self.indicator.direction)
    }

    /// Whether the two years cannot be compared.
    pub fn broken(&self) -> bool {
        self.this.broken_from(&self.before)
    }
}

impl<'a> Yearbook<'a> {
    /// What an annual report of this year prints: every indicator of which something is known in it or in the year before.
    pub fn annual(&self, year: i32) -> Vec<AnnualFigure<'a>> {
        let years = [year.saturating_sub(1), year];
        let figures = self.indicators.all().iter().map(|indicator| {
            let [before, this] = years.map(|year| self.figure(indicator, year));
            AnnualFigure {
                indicator,
                before,
                this,
                breakdowns: years.map(|year| self.breakdown(indicator, year)),
            }
        });
        let known =
            |figure: &AnnualFigure<'_>| !(figure.before.is_empty() && figure.this.is_empty());
        figures.filter(known).collect()
    }
}
