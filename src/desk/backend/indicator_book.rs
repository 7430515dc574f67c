//! Everything the figures of the indicators follow from: definitions, typed values and counts of cases.

use std::sync::Arc;

use crate::figures::{CaseCounts, YearValues, Yearbook};
use crate::register::Indicators;

/// The indicators with their typed values and the counts of cases.
#[derive(Clone, Debug)]
pub struct IndicatorBook {
    /// The definitions.
    pub indicators: Arc<Indicators>,
    /// The values that were typed, by year.
    pub values: Arc<YearValues>,
    /// The counts of those indicators that follow from cases.
    pub counts: Arc<CaseCounts>,
}

impl IndicatorBook {
    /// The same, borrowed by the code that evaluates it.
    pub fn yearbook(&self) -> Yearbook<'_> {
        Yearbook {
            indicators: &self.indicators,
            values: &self.values,
            counts: &self.counts,
        }
    }
}
