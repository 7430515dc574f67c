//! `indicators`: what a municipality is held to, typed, imported and shown as its annual report prints it.

mod changing;
mod show;
mod years;

use std::ops::RangeInclusive;

use super::Answer;
use super::arguments::ImportIndicators;
use super::counting;
use super::error::CommandError;
use super::import::answer;
use super::place::Context;
use crate::exchange::{IndicatorsJob, import_indicators, year_values};
use crate::figures::{Basis, CaseCounts, SourcedAmount, YearValues, Yearbook, written_amount};
use crate::language::Language;
use crate::register::{Amount, Indicator};
use crate::store::Vault;

pub(super) use changing::{history, restore, set};
pub(super) use show::show;
pub(super) use years::series;

/// Imports a file of values, or says what importing it would do.
pub(super) fn import(
    asked: &ImportIndicators,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    let job = IndicatorsJob {
        path: &asked.file,
        dry_run: asked.dry_run,
        all_or_nothing: asked.all_or_nothing,
    };
    let mut vault = context.open()?;
    let came = import_indicators(&mut vault, &job, context.actor, context.clock)?;
    answer(
        &came.imported,
        asked.dry_run,
        asked.format,
        context.language,
    )
}

/// What is known of the indicators of a vault.
struct Known {
    values: YearValues,
    counts: CaseCounts,
}

impl Known {
    /// What is typed, and what the cases come to in these years. A register of a team whose file cannot be opened here
    /// counts nothing.
    fn of(vault: &Vault, years: RangeInclusive<i32>) -> Result<Self, CommandError> {
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

    fn yearbook<'a>(&'a self, vault: &'a Vault) -> Yearbook<'a> {
        Yearbook {
            indicators: vault.indicators(),
            values: &self.values,
            counts: &self.counts,
        }
    }
}

/// The indicator that is meant by a name.
fn named<'a>(vault: &'a Vault, name: &str) -> Result<&'a Indicator, CommandError> {
    let indicators = vault.indicators();
    indicators.named(name).ok_or_else(|| {
        let all = indicators.all().iter();
        CommandError::UnknownIndicator {
            indicator: name.to_owned(),
            known: all.map(|indicator| indicator.id.clone()).collect(),
        }
    })
}

/// An amount for the eye; a dash where it is not known.
fn cell(amount: Option<Amount>, indicator: &Indicator, language: Language) -> String {
    amount.map_or_else(
        || "-".to_owned(),
        |amount| written_amount(amount, indicator.unit, language),
    )
}

/// What a year came to, marked where it is typed although it could follow from cases or other values.
fn actual_cell(
    reading: Option<SourcedAmount>,
    indicator: &Indicator,
    language: Language,
) -> String {
    let mark = match reading {
        Some(reading) if marked(reading, indicator) => "*",
        _ => "",
    };
    let amount = reading.map(|reading| reading.amount);
    // In front, so that the digits stay below each other.
    format!("{mark}{}", cell(amount, indicator, language))
}

fn marked(reading: SourcedAmount, indicator: &Indicator) -> bool {
    let follows = indicator.counts.is_some() || indicator.ratio.is_some();
    follows && reading.basis == Basis::Typed
}

/// A number for a program; empty where it is not known.
fn plain(amount: Option<Amount>) -> String {
    amount.map_or_else(String::new, |amount| amount.number().to_string())
}
