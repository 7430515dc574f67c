//! Labels of what is published: periods, measures, quantities, filters and balances in words.

use crate::figures::{
    Balance, Lasted, Measure, Period, Quantity, Slice, dimension_label, key_label,
};
use crate::language::Language;
use crate::language::letters::capital;
use crate::register::Definition;

/// The days of a period.
pub fn days(period: Period, language: Language) -> String {
    language.say(
        "cli-days",
        &[
            ("from", language.date(period.from).into()),
            ("to", language.date(period.to).into()),
        ],
    )
}

/// The label of a period: its name where it is a year, a quarter or a month, its days where it is not.
pub fn period_label(period: Period, language: Language) -> String {
    match period.step() {
        Some(_) => period.name(),
        None => days(period, language),
    }
}

/// The label of a measure.
pub fn measure_label(measure: Measure, language: Language) -> String {
    language.text(&format!("measure-{}", measure.name()))
}

/// What is counted: a measure of the cases, or the entries of a kind.
pub fn counted_label(definition: &Definition, measure: Measure, language: Language) -> String {
    match &definition.counted_kind {
        Some(_) => capital(definition.case_words.many.text(language)),
        None => measure_label(measure, language),
    }
}

/// A filter a line: the field, and the keys of which a case has one.
pub fn filters(definition: &Definition, slice: &Slice, language: Language) -> Vec<String> {
    let filters = slice.filters().map(|(field, keys)| {
        let keys = keys
            .iter()
            .map(|key| key_label(definition, field, key, language));
        let keys = keys.collect::<Vec<_>>().join(", ");
        format!("{}: {keys}", dimension_label(definition, field, language))
    });
    filters.collect()
}

/// The label of a quantity; none where cases are counted, which the label of the measure says.
pub fn quantity_label(
    definition: &Definition,
    quantity: &Quantity,
    language: Language,
) -> Option<String> {
    let of = |id: &str, field: &str| {
        let label = definition
            .field(field)
            .map(|field| field.label.text(language));
        language.say(id, &[("field", label.unwrap_or(field).into())])
    };
    Some(match quantity {
        Quantity::Count => return None,
        Quantity::Persons => language.text("quantity-persons"),
        Quantity::Sum(field) => of("quantity-sum", field),
        Quantity::Average(field) => of("quantity-average", field),
        Quantity::Duration(quartile) => language.text(match quartile {
            Lasted::First => "quantity-duration-q1",
            Lasted::Median => "quantity-duration-median",
            Lasted::Third => "quantity-duration-q3",
            Lasted::Average => "quantity-duration-average",
        }),
    })
}

/// The balance as a sentence: both sides of it, and what they come to.
pub fn balance_line(balance: Balance, language: Language) -> String {
    language.say(
        "cli-balance",
        &[
            ("opening", balance.opening.into()),
            ("inflow", balance.inflow.into()),
            ("reopened", balance.reopened.into()),
            ("handled", balance.handled().into()),
            ("finished", balance.finished.into()),
            ("closing", balance.closing.into()),
        ],
    )
}
