//! What is known of the indicators: what is typed, and what the cases come to.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::kit::memo::Memo;
use crate::desk::state::vault::OpenVault;
use crate::figures::{CaseCounts, FigureError};
use crate::register::{Indicator, Indicators};

/// What the cases come to, counted again only when the years, the cases or the indicators are others.
#[derive(Default)]
pub struct KnownValues(Memo<(i32, i32, u64, u64), CaseCounts>);

impl KnownValues {
    /// What is known of every year up to the present one. A year that is still to come has no cases yet.
    ///
    /// # Errors
    /// An indicator is counted by what its register does not have.
    pub fn of(&mut self, vault: &OpenVault) -> Result<IndicatorBook, FigureError> {
        let (indicators, values, generation) = vault.indicators();
        let last = vault.reference.today.year();
        let begun = indicators.all().iter();
        let begun = begun.filter_map(|indicator| first_year(vault, indicator));
        let first = begun.min().unwrap_or(last).min(last);
        let key = (first, last, vault.generation_of_all(), generation);
        let counts = self
            .0
            .get(key, |_| case_counts(vault, &indicators, first..=last))?;
        Ok(IndicatorBook {
            indicators,
            values,
            counts,
        })
    }
}

/// The years from the first to the last of which something is known of an indicator.
pub fn known_years(
    known: &IndicatorBook,
    vault: &OpenVault,
    indicator: &Indicator,
) -> RangeInclusive<i32> {
    let counted = first_year(vault, indicator).map(|first| [first, vault.reference.today.year()]);
    let typed = known.values.years(&indicator.id);
    let mut years: Vec<i32> = typed.chain(counted.into_iter().flatten()).collect();
    if let Some(ratio) = &indicator.ratio {
        for term in [&ratio.of, &ratio.to] {
            years.extend(known.values.years(&term.indicator));
            let counted = known.indicators.get(&term.indicator);
            years.extend(counted.and_then(|other| first_year(vault, other)));
        }
    }
    for part in &indicator.total_of {
        years.extend(known.values.years(part));
    }
    let year = vault.reference.year();
    let first = years.iter().min().copied().unwrap_or(year);
    first..=years.iter().max().copied().unwrap_or(year)
}

/// What the cases come to in these years, for each indicator that counts them.
///
/// # Errors
/// An indicator is counted by what its register does not have.
pub fn case_counts(
    vault: &OpenVault,
    indicators: &Indicators,
    years: RangeInclusive<i32>,
) -> Result<CaseCounts, FigureError> {
    let mut counts = CaseCounts::default();
    for indicator in indicators.all() {
        let counted = indicator.counts.as_ref();
        let columns = counted.and_then(|counted| vault.columns(&counted.register));
        if let Some(columns) = columns {
            counts.count(indicator, &columns, years.clone())?;
        }
    }
    Ok(counts)
}

/// The year of the first case that an indicator counts.
fn first_year(vault: &OpenVault, indicator: &Indicator) -> Option<i32> {
    let counts = indicator.counts.as_ref()?;
    let first = vault.columns(&counts.register)?.first_day()?;
    Some(NaiveDate::from_num_days_from_ce_opt(first)?.year())
}
