//! The inputs of the form of a value: filled from what is stored, and read back.

use super::state::{IndicatorPage, TypedValue};
use crate::desk::form::inputs::Inputs;
use crate::desk::state::vault::OpenVault;
use crate::figures::{YearKey, YearValue};
use crate::language::{Explain, Language};
use crate::register::{Amount, Indicator};

/// The ids of the fields of the form. The budget.
pub const BUDGET: &str = "budget";
/// The edition of the budget.
pub const EDITION: &str = "edition";
/// What the year came to.
pub const ACTUAL: &str = "actual";
/// The document that says so.
pub const DOCUMENT: &str = "document";
/// Who measured it.
pub const SOURCE: &str = "source";
/// How it was measured.
pub const VERSION: &str = "version";
/// A remark.
pub const NOTE: &str = "note";
/// Why it is typed, for its history.
pub const REASON: &str = "reason";

/// The field of a part.
pub fn part_field(part: &str) -> String {
    format!("part.{part}")
}

/// Fills the inputs with a value.
fn fill(inputs: &mut Inputs, indicator: &Indicator, value: &YearValue) {
    let amount = |amount: Option<Amount>| {
        amount.map_or_else(String::new, |amount| amount.written(0, Language::Dutch))
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let parts = indicator.parts.iter().map(|part| {
        let id = &part.choice.id;
        (part_field(id), amount(value.parts.get(id).copied()))
    });
    let fields = [
        (BUDGET, amount(value.budget)),
        (EDITION, text(&value.edition)),
        (ACTUAL, amount(value.actual)),
        (DOCUMENT, text(&value.document)),
        (SOURCE, text(&value.source)),
        (NOTE, text(&value.note)),
        (REASON, String::new()),
    ];
    let fields = fields.map(|(id, text)| (id.to_owned(), text));
    inputs.texts = fields.into_iter().chain(parts).collect();
    inputs.faults.clear();
    inputs.chosen.clear();
    // A new value is measured as it is at present, unless somebody says otherwise.
    let present = indicator.versions.last().map(|version| &version.id);
    if let Some(version) = value.version.as_ref().or(present) {
        inputs.choose(VERSION, version);
    }
}

/// Reads what is typed over a known value. What cannot be read stays in its field, with a sentence beside it.
pub fn read(
    inputs: &mut Inputs,
    indicator: &Indicator,
    known: &YearValue,
    language: Language,
) -> Option<YearValue> {
    inputs.faults.clear();
    let mut value = YearValue {
        budget: amount(inputs, BUDGET, language),
        edition: words(inputs, EDITION),
        actual: amount(inputs, ACTUAL, language),
        document: words(inputs, DOCUMENT),
        source: words(inputs, SOURCE),
        note: words(inputs, NOTE),
        ..YearValue::default()
    };
    for part in &indicator.parts {
        let id = &part.choice.id;
        let read = amount(inputs, &part_field(id), language);
        value.parts.extend(read.map(|amount| (id.clone(), amount)));
    }
    // How it was measured says something of what it came to alone.
    let measured = value.actual.is_some() || known.version.is_some();
    value.version = inputs.choice(VERSION).filter(|_| measured).cloned();
    if inputs.faults.is_empty()
        && let Err(problem) = value.check(indicator)
    {
        inputs.fault(ACTUAL, problem.explain(language));
    }
    if !inputs.faults.is_empty() {
        let parts = indicator.parts.iter();
        let parts = parts.map(|part| part_field(&part.choice.id));
        let order = [BUDGET, ACTUAL].map(str::to_owned).into_iter().chain(parts);
        inputs.go_to_fault(order);
        return None;
    }
    Some(value)
}

/// The words that are typed in a field.
pub fn words(inputs: &Inputs, id: &str) -> Option<String> {
    Some(inputs.text(id).to_owned()).filter(|text| !text.is_empty())
}

fn amount(inputs: &mut Inputs, id: &str, language: Language) -> Option<Amount> {
    let text = words(inputs, id)?;
    match Amount::read(&text) {
        Ok(amount) => Some(amount),
        Err(problem) => {
            inputs.fault(id, problem.explain(language));
            None
        }
    }
}

impl IndicatorPage {
    /// What is typed for a value, or what is known of it where nothing was typed yet.
    pub(super) fn typed(
        &mut self,
        key: &YearKey,
        indicator: &Indicator,
        vault: &OpenVault,
    ) -> &mut TypedValue {
        let (_, values, _) = vault.indicators();
        let typed = self.typed.entry(key.clone()).or_insert_with(|| TypedValue {
            inputs: Inputs::new(),
            version: u32::MAX,
        });
        let version = values.version(key);
        if !typed.inputs.touched && typed.version != version {
            let known = values.get(key).cloned().unwrap_or_default();
            fill(&mut typed.inputs, indicator, &known);
            typed.version = version;
        }
        typed
    }
}
