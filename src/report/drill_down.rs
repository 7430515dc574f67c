//! The drill-down from a number to its cases: the part of a figure that a line, a column, a group or a series counts.

use crate::figures::{Figure, Period};

/// What a line, a column, a group or a series of a publication narrows its figure to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DrillDown {
    /// The keys that a case has, each with its field.
    pub filters: Vec<(String, String)>,
    /// The days it is about, where they are others than those of the figure.
    pub period: Option<Period>,
    /// Whether it is about the same days a year earlier.
    pub year_before: bool,
}

impl DrillDown {
    /// To the cases with these keys of these fields.
    pub fn keys(fields: &[String], keys: &[String]) -> Self {
        Self {
            filters: fields.iter().cloned().zip(keys.iter().cloned()).collect(),
            ..Self::default()
        }
    }

    /// To all cases of the figure, in another period.
    pub fn in_period(period: Period) -> Self {
        Self {
            period: Some(period),
            ..Self::default()
        }
    }

    /// To all cases of the figure, in the same days a year earlier.
    pub(super) fn a_year_earlier() -> Self {
        Self {
            year_before: true,
            ..Self::default()
        }
    }

    /// To those of these cases that have this key as well.
    #[must_use]
    pub(super) fn and(mut self, field: &str, key: &str) -> Self {
        self.filters.push((field.to_owned(), key.to_owned()));
        self
    }

    /// Whether it has a period of its own.
    pub fn has_period(&self) -> bool {
        self.period.is_some() || self.year_before
    }

    /// The part of a figure whose cases are counted where a line meets a column, or a group a series.
    pub fn figure(figure: &Figure, line: &Self, column: &Self) -> Figure {
        let filters = line.filters.iter().chain(&column.filters);
        let slice = figure.slice.clone();
        Figure {
            slice: filters.fold(slice, |slice, (field, key)| slice.and(field, key)),
            period: Self::period_of(figure, line, column),
            ..figure.clone()
        }
    }

    /// The days over which cases are counted there.
    pub fn period_of(figure: &Figure, line: &Self, column: &Self) -> Period {
        let period = column.period.or(line.period).unwrap_or(figure.period);
        match line.year_before || column.year_before {
            true => period.year_before(),
            false => period,
        }
    }
}
