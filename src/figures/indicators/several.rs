//! Several indicators over many years beside each other, as a framework memorandum prints them, each with its average and
//! its range.

use std::ops::RangeInclusive;

use super::added_up::AddedUp;
use super::series::SeriesPoint;
use super::yearbook::{YearFigure, Yearbook};
use crate::register::{Amount, Indicator};

/// Several indicators over the same years.
#[derive(Clone, Debug)]
pub struct ManyYears<'a> {
    /// The years, the first one first.
    pub years: Vec<i32>,
    /// The indicators, in the order in which they were asked for.
    pub rows: Vec<YearsRow<'a>>,
}

/// An indicator over the years.
#[derive(Clone, Debug)]
pub struct YearsRow<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// What is known of each year.
    pub figures: Vec<YearFigure>,
    /// What the indicators come to of which it is the total, in each year.
    pub totals: Vec<Option<AddedUp<'a>>>,
    /// The years that were measured otherwise than the last year before them: over all years together nothing is said then.
    pub breaks: Vec<i32>,
    /// The average of the years of which it is known, rounded to one decimal more than the amounts have; none of no year,
    /// and none across a break.
    pub average: Option<Amount>,
    /// The least and the most, each with the first year in which it was that; none across a break.
    pub range: Option<[(i32, Amount); 2]>,
}

impl YearsRow<'_> {
    /// Whether it stands in a table of all indicators: of one of the years something is known.
    pub fn is_shown(&self) -> bool {
        let mut years = self.figures.iter();
        years.any(|year| year.actual.is_some() && year.is_shown(self.indicator))
    }
}

impl<'a> Yearbook<'a> {
    /// These indicators over these years.
    pub fn many_years(
        &self,
        indicators: &[&'a Indicator],
        years: RangeInclusive<i32>,
    ) -> ManyYears<'a> {
        let row = |indicator: &&'a Indicator| self.years_row(indicator, years.clone());
        ManyYears {
            rows: indicators.iter().map(row).collect(),
            years: years.collect(),
        }
    }

    fn years_row(&self, indicator: &'a Indicator, years: RangeInclusive<i32>) -> YearsRow<'a> {
        let points = self.series(indicator, years.clone());
        let breaks = points.iter().filter(|point| point.broken);
        let breaks: Vec<i32> = breaks.map(|point| point.figure.year).collect();
        let known: Vec<(i32, Amount)> = points.iter().filter_map(amount).collect();
        let known = known.as_slice();
        let comparable = breaks.is_empty() && !known.is_empty();
        YearsRow {
            indicator,
            totals: years
                .clone()
                .map(|year| self.total(indicator, year))
                .collect(),
            figures: years.map(|year| self.figure(indicator, year)).collect(),
            breaks,
            average: comparable.then(|| average(known)).flatten(),
            range: comparable.then(|| range(known)).flatten(),
        }
    }
}

fn amount(point: &SeriesPoint) -> Option<(i32, Amount)> {
    Some((point.figure.year, point.figure.actual?.amount))
}

fn average(known: &[(i32, Amount)]) -> Option<Amount> {
    let amounts = known.iter().map(|(_, amount)| *amount);
    let sum: Amount = amounts.sum();
    // A mark has one decimal, everything else is whole.
    let decimals = match known.iter().all(|(_, amount)| amount.is_whole()) {
        true => 1,
        false => 2,
    };
    Amount::rounded(sum.number() / known.len() as f64, decimals)
}

fn range(known: &[(i32, Amount)]) -> Option<[(i32, Amount); 2]> {
    let least = known.iter().min_by_key(|(year, amount)| (*amount, *year))?;
    let most = known
        .iter()
        .max_by_key(|(year, amount)| (*amount, -*year))?;
    Some([*least, *most])
}
