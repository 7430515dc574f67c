//! An indicator over the years. Across a break in how it was measured nothing is compared.

use std::ops::RangeInclusive;

use super::yearbook::{YearFigure, Yearbook};
use crate::register::{Amount, Indicator};

/// A year of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesPoint {
    /// What is known of the year.
    pub figure: YearFigure,
    /// Whether it was measured otherwise than the last year before it of which that is known: a *reeksbreuk*.
    pub broken: bool,
    /// What changed since the year before. Nothing is said where that year is not known, or was measured otherwise.
    pub change: Option<Amount>,
}

impl Yearbook<'_> {
    /// The years of which something is known, in order.
    pub fn series(&self, indicator: &Indicator, years: RangeInclusive<i32>) -> Vec<SeriesPoint> {
        let figures = years.map(|year| self.figure(indicator, year));
        let mut points: Vec<SeriesPoint> = Vec::new();
        // The way in which it was measured last: a year of which only the budget is known says nothing of that.
        let mut measured: Option<String> = None;
        for figure in figures.filter(|figure| !figure.is_empty()) {
            let version = figure.typed.version.clone();
            let broken = version.is_some() && measured.is_some() && version != measured;
            measured = version.or(measured);
            let before = points.last().map(|point| &point.figure);
            let before = before.filter(|before| !broken && before.year + 1 == figure.year);
            let change =
                before.and_then(|before| Some(figure.actual?.amount - before.actual?.amount));
            points.push(SeriesPoint {
                figure,
                broken,
                change,
            });
        }
        points
    }
}
