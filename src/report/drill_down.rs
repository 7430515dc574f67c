//! What stands behind a number of a publication: the cases that are counted in it, as a figure of their own.

use crate::figures::{Figure, Period};

/// What a line, a column, a group or a series of a publication narrows its figure to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Behind {
    /// The keys that a case has, each with its field.
    pub filters: Vec<(String, String)>,
    /// The days it is about, where they are others than those of the figure.
    pub period: Option<Period>,
    /// Whether it is about the same days a year earlier.
    pub year_before: bool,
}

impl Behind {
    /// Whether it says over which days it is.
    pub fn has_period(&self) -> bool {
        self.period.is_some() || self.year_before
    }

    /// The cases with these keys of these fields.
    pub fn keys(fields: &[String], keys: &[String]) -> Self {
        Self {
            filters: fields.iter().cloned().zip(keys.iter().cloned()).collect(),
            ..Self::default()
        }
    }

    /// All cases of the figure, in another period.
    pub fn in_period(period: Period) -> Self {
        Self {
            period: Some(period),
            ..Self::default()
        }
    }

    /// All cases of the figure, in the same days a year earlier.
    pub(super) fn a_year_earlier() -> Self {
        Self {
            year_before: true,
            ..Self::default()
        }
    }

    /// The part of a figure whose cases stand where a line meets a column, or a group a series.
    pub fn of(figure: &Figure, line: &Self, column: &Self) -> Figure {
        let filters = line.filters.iter().chain(&column.filters);
        let slice = figure.slice.clone();
        Figure {
            slice: filters.fold(slice, |slice, (field, key)| slice.and(field, key)),
            period: Self::period_of(figure, line, column),
            ..figure.clone()
        }
    }

    /// The days it is about there.
    pub fn period_of(figure: &Figure, line: &Self, column: &Self) -> Period {
        let period = column.period.or(line.period).unwrap_or(figure.period);
        match line.year_before || column.year_before {
            true => period.year_before(),
            false => period,
        }
    }

    /// Of these cases those that have this key as well.
    #[must_use]
    pub(super) fn and(mut self, field: &str, key: &str) -> Self {
        self.filters.push((field.to_owned(), key.to_owned()));
        self
    }
}
