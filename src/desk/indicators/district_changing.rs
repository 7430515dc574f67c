//! Typing what is known of districts: the fields are filled from what is kept, and stored.

use super::districts::{FactLine, lines};
use super::state::IndicatorPage;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::figures::{YearValue, YearValues};
use crate::language::{Explain, Language};
use crate::register::Amount;

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
