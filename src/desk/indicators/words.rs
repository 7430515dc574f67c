//! Values of indicators in words.

use crate::figures::{YearValue, written_amount};
use crate::language::Language;
use crate::register::{Amount, Indicator};

/// What differs between two values of an indicator, a piece for each thing that does.
pub fn differences(
    indicator: &Indicator,
    before: &YearValue,
    after: &YearValue,
    language: Language,
) -> Vec<String> {
    let amount = |amount: Option<Amount>| {
        amount.map(|amount| written_amount(amount, indicator.unit, language))
    };
    let version = |id: &Option<String>| {
        let mut known = indicator.versions.iter();
        let known = known.find(|version| Some(&version.id) == id.as_ref());
        known.map_or_else(
            || id.clone(),
            |known| Some(known.label.text(language).to_owned()),
        )
    };
    let mut things = vec![
        (
            text("budget", language),
            amount(before.budget),
            amount(after.budget),
        ),
        (
            text("edition", language),
            before.edition.clone(),
            after.edition.clone(),
        ),
        (
            text("actual", language),
            amount(before.actual),
            amount(after.actual),
        ),
    ];
    for part in &indicator.parts {
        let id = &part.choice.id;
        let of = |value: &YearValue| amount(value.parts.get(id).copied());
        let label = part.choice.label.text(language).to_lowercase();
        things.push((label, of(before), of(after)));
    }
    things.extend([
        (
            text("document", language),
            before.document.clone(),
            after.document.clone(),
        ),
        (
            text("source", language),
            before.source.clone(),
            after.source.clone(),
        ),
        (
            text("version", language),
            version(&before.version),
            version(&after.version),
        ),
        (
            text("note", language),
            before.note.clone(),
            after.note.clone(),
        ),
    ]);
    let said = things.into_iter().filter_map(|(what, before, after)| {
        let (id, before, after) = match (before, after) {
            (before, after) if before == after => return None,
            (None, Some(after)) => ("indicators-was-set", String::new(), after),
            (Some(before), Some(after)) => ("indicators-was-changed", before, after),
            (before, None) => ("indicators-was-cleared", before?, String::new()),
        };
        let words = [
            ("what", what.into()),
            ("before", before.into()),
            ("after", after.into()),
        ];
        Some(language.say(id, &words))
    });
    said.collect()
}

fn text(part: &str, language: Language) -> String {
    language.text(&format!("indicators-{part}")).to_lowercase()
}
