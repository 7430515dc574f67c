//! Amounts of indicators as they are printed.

use crate::figures::{Basis, SourcedAmount, written_amount};
use crate::language::Language;
use crate::register::{Amount, Indicator};

/// An amount as text; a dash where it is not known.
pub(super) fn cell(amount: Option<Amount>, indicator: &Indicator, language: Language) -> String {
    amount.map_or_else(
        || "-".to_owned(),
        |amount| written_amount(amount, indicator.unit, language),
    )
}

/// The actual value of a year, marked where it is typed although it could follow from cases or other values.
pub(super) fn actual_cell(
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

/// Whether a value is typed although it could follow from cases or other values.
pub(super) fn marked(reading: SourcedAmount, indicator: &Indicator) -> bool {
    let follows = indicator.counts.is_some() || indicator.ratio.is_some();
    follows && reading.basis == Basis::Typed
}

/// A number for a program; empty where it is not known.
pub(super) fn plain(amount: Option<Amount>) -> String {
    amount.map_or_else(String::new, |amount| amount.number().to_string())
}
