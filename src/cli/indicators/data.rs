//! The data of indicators: typed values, and counts of cases.

use std::ops::RangeInclusive;

use crate::cli::counting;
use crate::cli::error::CommandError;
use crate::exchange::year_values;
use crate::figures::{CaseCounts, YearValues, Yearbook};
use crate::register::Indicator;
use crate::store::Vault;

/// The values of the indicators of a vault, and the counts of cases from which they follow.
pub(super) struct IndicatorData {
    values: YearValues,
    counts: CaseCounts,
}

impl IndicatorData {
    /// Reads the values, and counts the cases of these years. A register of a team whose file cannot be opened here counts
    /// nothing.
    pub fn of(vault: &Vault, years: RangeInclusive<i32>) -> Result<Self, CommandError> {
        let mut counts = CaseCounts::default();
        for indicator in vault.indicators().all() {
            let Some(counted) = &indicator.counts else {
                continue;
            };
            if vault.store(&counted.register).is_ok() {
                let columns = counting::columns(vault, &counted.register)?;
                counts.count(indicator, &columns, years.clone())?;
            }
        }
        Ok(Self {
            values: year_values(vault.shared()?)?,
            counts,
        })
    }

    /// The yearbook of these values and counts.
    pub fn yearbook<'a>(&'a self, vault: &'a Vault) -> Yearbook<'a> {
        Yearbook {
            indicators: vault.indicators(),
            values: &self.values,
            counts: &self.counts,
        }
    }
}

/// The indicator with this name.
pub(super) fn named<'a>(vault: &'a Vault, name: &str) -> Result<&'a Indicator, CommandError> {
    let indicators = vault.indicators();
    indicators.named(name).ok_or_else(|| {
        let all = indicators.all().iter();
        CommandError::UnknownIndicator {
            indicator: name.to_owned(),
            known: all.map(|indicator| indicator.id.clone()).collect(),
        }
    })
}
