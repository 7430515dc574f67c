//! What is known of the indicators: what there is, what is typed, and what the cases come to.

use std::sync::Arc;

use crate::figures::{CaseCounts, YearValues, Yearbook};
use crate::register::Indicators;

/// Everything that is known of the indicators.
#[derive(Clone, Debug)]
pub struct IndicatorBook {
    /// What there is.
    pub indicators: Arc<Indicators>,
    /// What is typed.
    pub values: Arc<YearValues>,
    /// What the cases come to.
    pub counts: Arc<CaseCounts>,
}

impl IndicatorBook {
    /// The same, as it is evaluated.
    pub fn yearbook(&self) -> Yearbook<'_> {
        Yearbook {
            indicators: &self.indicators,
            values: &self.values,
            counts: &self.counts,
        }
    }
}
