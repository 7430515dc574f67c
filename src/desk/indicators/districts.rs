//! What is known of districts, typed for the year of the reference date: a line for each district and each thing that can be
//! known of it, and two fields for the one that is selected.

use super::state::IndicatorPage;
use crate::desk::kit::table::{TableState, Widths};
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::figures::{DistrictFacts, YearKey, YearValue, YearValues};
use crate::language::{Explain, Label, Language};
use crate::register::{Amount, Registers};

/// The characteristics of districts on the screen.
#[derive(Default)]
pub struct DistrictsPage {
    /// Whether they are on the screen in place of the indicators.
    pub shown: bool,
    /// The line that the keyboard is on.
    pub cursor: usize,
    /// What is typed for it.
    pub amount: String,
    /// Where that comes from.
    pub source: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// Whether the field for the amount is to take the keyboard.
    pub take_field: bool,
    /// The value for which the fields were filled, and its version.
    pub(super) filled: Option<(YearKey, u32)>,
    pub(super) table: TableState,
    pub(super) widths: Widths,
}

/// A line: a district, and something that can be known of it.
pub struct FactLine {
    /// The district.
    pub district: Label,
    /// What can be known.
    pub kind: Label,
    /// The key under which it is kept.
    pub key: YearKey,
    /// What is kept.
    pub value: YearValue,
}

impl FactLine {
    /// The name of the line.
    pub fn name(&self, language: Language) -> String {
        let kind = self.kind.text(language).to_lowercase();
        format!("{}, {kind}", self.district.text(language))
    }
}

/// The lines of a year.
pub fn lines(registers: &Registers, values: &YearValues, year: i32) -> Vec<FactLine> {
    let Some(facts) = DistrictFacts::of(registers, values) else {
        return Vec::new();
    };
    let districts = facts.districts.choices.iter().filter(|it| it.is_current());
    let lines = districts.flat_map(|district| {
        let kinds = facts.kinds.choices.iter().filter(|it| it.is_current());
        kinds.map(|kind| {
            let key = DistrictFacts::key(&district.id, &kind.id, year);
            FactLine {
                district: district.label.clone(),
                kind: kind.label.clone(),
                value: values.get(&key).cloned().unwrap_or_default(),
                key,
            }
        })
    });
    lines.collect()
}

impl IndicatorPage {
    /// Shows what is known of districts, or the indicators again.
    pub fn show_districts(&mut self) {
        self.typing = false;
        self.over_years.shown = false;
        self.districts.shown = !self.districts.shown;
        self.take_focus = true;
    }

    /// Fills the fields with what is kept for the line that the keyboard is on, unless they hold it already.
    pub(super) fn fill_fact(&mut self, line: &FactLine, values: &YearValues) {
        let filled = (line.key.clone(), values.version(&line.key));
        let page = &mut self.districts;
        if page.filled.as_ref() == Some(&filled) {
            return;
        }
        let amount = line.value.actual;
        page.amount = amount.map_or_else(String::new, |it| it.written(0, Language::Dutch));
        page.source = line.value.source.clone().unwrap_or_default();
        page.fault = None;
        page.filled = Some(filled);
    }

    /// Stores what is typed for the line that the keyboard is on; a blank amount clears it.
    pub(super) fn save_fact(&mut self, model: &mut Model) {
        let Some(vault) = &model.vault else { return };
        let (_, values, _) = vault.indicators();
        let lines = lines(&vault.registers, &values, vault.reference.year());
        let Some(line) = lines.get(self.districts.cursor) else {
            return;
        };
        let language = model.language;
        let typed = self.districts.amount.trim();
        let amount = match typed.is_empty() {
            true => Ok(None),
            false => Amount::read(typed).map(Some),
        };
        let amount = match amount {
            Ok(amount) => amount,
            Err(problem) => {
                self.districts.fault = Some(problem.explain(language));
                return;
            }
        };
        let source = self.districts.source.trim();
        let source = Some(source.to_owned()).filter(|source| !source.is_empty());
        let value = match amount {
            // What is typed over a derived amount is exact.
            Some(amount) => YearValue {
                actual: Some(amount),
                circa: line.value.circa && line.value.actual == Some(amount),
                source,
                ..YearValue::default()
            },
            None => YearValue::default(),
        };
        if value == line.value {
            let text = language.text("indicators-unchanged");
            model.notify(text, Tone::Quiet);
            return;
        }
        let says = [
            ("indicator", line.name(language).into()),
            ("year", line.key.year.to_string().into()),
        ];
        let text = language.say("indicators-said-kept", &says);
        self.change(model, line.key.clone(), value, text, None);
    }
}
