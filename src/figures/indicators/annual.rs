//! The figures of an annual report: every indicator in the year and in the one before.

use super::added_up::AddedUp;
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
    /// The indicators of which it is the total, in the two years.
    pub totals: [Option<AddedUp<'a>>; 2],
}

impl<'a> AnnualFigure<'a> {
    /// The lines of both breakdowns: those of the year, and below them those that only the year before has.
    pub fn part_lines(&self) -> Vec<BreakdownLine<'a>> {
        let [before, this] = &self.breakdowns;
        let of = |lines: &Result<Vec<BreakdownLine<'a>>, PartsExceed>| {
            lines.as_deref().unwrap_or_default().to_vec()
        };
        let (before, mut lines) = (of(before), of(this));
        let gone = |line: &BreakdownLine<'a>| !lines.iter().any(|other| other.is_like(line));
        let gone: Vec<BreakdownLine<'a>> = before.into_iter().filter(gone).collect();
        lines.extend(gone);
        lines
    }

    /// Whether the goal of the year was reached.
    pub fn reached(&self) -> Option<bool> {
        self.this.reached(self.indicator.direction)
    }

    /// Whether the two years cannot be compared.
    pub fn broken(&self) -> bool {
        self.this.broken_from(&self.before)
    }

    /// Whether anything is known of one of the two years.
    pub fn is_known(&self) -> bool {
        let mut years = [&self.before, &self.this].into_iter();
        years.any(|year| year.is_shown(self.indicator))
    }
}

impl<'a> Yearbook<'a> {
    /// What an annual report of this year prints: every indicator of which something is known in it or in the year before.
    pub fn annual(&self, year: i32) -> Vec<AnnualFigure<'a>> {
        let all = self.indicators.all().iter();
        let figures = all.map(|indicator| self.annual_of(indicator, year));
        figures.filter(AnnualFigure::is_known).collect()
    }

    /// What is known of an indicator in this year and the one before.
    pub fn annual_of(&self, indicator: &'a Indicator, year: i32) -> AnnualFigure<'a> {
        let years = [year.saturating_sub(1), year];
        let [before, this] = years.map(|year| self.figure(indicator, year));
        AnnualFigure {
            indicator,
            before,
            this,
            breakdowns: years.map(|year| self.breakdown(indicator, year)),
            totals: years.map(|year| self.total(indicator, year)),
        }
    }
}
