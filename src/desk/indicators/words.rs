//! Values of indicators in words, as a history or an import shows them.

use crate::figures::{YearValue, written_amount};
use crate::language::Language;
use crate::register::{Amount, Indicator};

/// What differs between two values of an indicator: a piece of text for each thing that does.
pub fn differences(
    indicator: &Indicator,
    before: &YearValue,
    after: &YearValue,
    language: Language,
) -> Vec<String> {
    let facts = facts(indicator, before, language)
        .into_iter()
        .zip(facts(indicator, after, language));
    let differences = facts.filter_map(|((name, before), (_, after))| {
        let (id, before, after) = match (before, after) {
            (before, after) if before == after => return None,
            (None, Some(after)) => ("indicators-was-set", String::new(), after),
            (Some(before), Some(after)) => ("indicators-was-changed", before, after),
            (before, None) => ("indicators-was-cleared", before?, String::new()),
        };
        let arguments = [
            ("what", name.into()),
            ("before", before.into()),
            ("after", after.into()),
        ];
        Some(language.say(id, &arguments))
    });
    differences.collect()
}

/// Everything that can be known of a value, in a fixed order: the name of it, and what is known.
fn facts(
    indicator: &Indicator,
    value: &YearValue,
    language: Language,
) -> Vec<(String, Option<String>)> {
    let name = |part: &str| language.text(&format!("indicators-{part}")).to_lowercase();
    let amount = |amount: Option<Amount>| {
        amount.map(|amount| written_amount(amount, indicator.unit, language))
    };
    let version = value.version.as_ref().map(|id| {
        let mut versions = indicator.versions.iter();
        let version = versions.find(|version| version.id == *id);
        version.map_or_else(
            || id.clone(),
            |version| version.label.text(language).to_owned(),
        )
    });
    let mut facts = vec![
        (name("budget"), amount(value.budget)),
        (name("edition"), value.edition.clone()),
        (name("actual"), amount(value.actual)),
    ];
    facts.extend(indicator.parts.iter().map(|part| {
        let label = part.choice.label.text(language).to_lowercase();
        (label, amount(value.parts.get(&part.choice.id).copied()))
    }));
    facts.extend([
        (name("document"), value.document.clone()),
        (name("source"), value.source.clone()),
        (name("version"), version),
        (name("note"), value.note.clone()),
    ]);
    facts
}
