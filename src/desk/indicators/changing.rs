//! Changing the values of indicators: a form is opened, what is typed is stored, and a refusal stands in the form.

use super::form::{REASON, read, words};
use super::history::History;
use super::state::IndicatorPage;
use super::words::differences;
use crate::desk::backend::protocol::{Request, YearsEdit};
use crate::desk::backend::service_error::ServiceError;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::figures::{YearChange, YearKey, YearValue};
use crate::language::Explain;
use crate::register::Reason;
use crate::store::StoreError;

impl IndicatorPage {
    /// Begins to type what is known of the selected indicator, or goes on with it.
    pub fn begin_typing(&mut self, model: &Model) {
        let Some(vault) = &model.vault else { return };
        let (indicators, ..) = vault.indicators();
        let Some(key) = self.key(vault) else { return };
        let Some(indicator) = indicators.get(&key.indicator) else {
            return;
        };
        self.typing = true;
        self.typed(&key, indicator, vault).inputs.take_focus = true;
    }

    /// The dialog with everything that was typed for the selected value.
    pub fn history(&self, model: &mut Model) -> Option<History> {
        let key = self.key(model.vault.as_ref()?)?;
        model.ask(Request::YearHistory(key.clone()));
        Some(History::of(key))
    }

    /// Closes the form. What is typed waits, and the status bar says so.
    pub fn close(&mut self, model: &mut Model) {
        if self.districts.shown {
            self.show_districts();
            return;
        }
        let typed = self.has_typed();
        self.close_form();
        if typed {
            let text = model.text("indicators-waits");
            model.notify(text, Tone::Quiet);
        }
    }

    /// A change is stored; this text says so.
    pub fn on_stored(&mut self, change: &YearChange, text: String, model: &mut Model) {
        self.typed.remove(&change.key);
        self.close_form();
        model.notify(text, Tone::Ok);
    }

    /// A change is not stored: the form says why, and still holds what was typed.
    pub fn on_refused(&mut self, change: &YearChange, error: &ServiceError, model: &Model) {
        if matches!(
            error,
            ServiceError::Store(StoreError::SharedConflict { .. })
        ) {
            self.show_conflict(model, &change.key);
            // Of a district the fields show what is kept now.
            if self.districts.shown {
                let text = model.text("districts-conflict");
                self.fault = Some(text);
            }
        } else {
            self.fault = Some(error.explain(model.language));
        }
    }

    /// Stores what is typed.
    pub fn save(&mut self, model: &mut Model) {
        if self.districts.shown {
            self.save_fact(model);
            return;
        }
        let Some(vault) = &model.vault else { return };
        let Some(key) = self.key(vault) else { return };
        let (indicators, values, _) = vault.indicators();
        let Some(indicator) = indicators.get(&key.indicator) else {
            return;
        };
        let language = model.language;
        let known = values.get(&key).cloned().unwrap_or_default();
        let typed = self.typed(&key, indicator, vault);
        if typed.version != values.version(&key) {
            self.show_conflict(model, &key);
            return;
        }
        let Some(value) = read(&mut typed.inputs, indicator, &known, language) else {
            return;
        };
        let reason = words(&typed.inputs, REASON);
        if value == known {
            self.typed.remove(&key);
            self.close_form();
            let text = language.text("indicators-unchanged");
            model.notify(text, Tone::Quiet);
            return;
        }
        let arguments = [
            ("indicator", indicator.label.text(language).into()),
            ("year", key.year.to_string().into()),
        ];
        let text = language.say("indicators-said-kept", &arguments);
        self.change(model, key, value, text, reason);
    }

    /// Asks to store one value, and to say this text once it is.
    pub(super) fn change(
        &mut self,
        model: &mut Model,
        key: YearKey,
        after: YearValue,
        text: String,
        reason: Option<String>,
    ) {
        let Some(vault) = &model.vault else { return };
        if is_storing(model) {
            return;
        }
        let (_, values, _) = vault.indicators();
        let before = values.get(&key).cloned().unwrap_or_default();
        let edit = YearsEdit {
            values: vec![(key.clone(), values.version(&key), after.clone())],
            reason: reason.map(Reason::Words),
            undoes: false,
        };
        self.fault = None;
        let change = Box::new(YearChange { key, before, after });
        model.ask_for(Pending::Years(change, text), Request::SaveYears(edit));
    }

    /// Somebody else changed the value meanwhile: the form says what is stored now; storing once more replaces that.
    fn show_conflict(&mut self, model: &Model, key: &YearKey) {
        let Some(vault) = &model.vault else { return };
        let (indicators, values, _) = vault.indicators();
        let Some(indicator) = indicators.get(&key.indicator) else {
            return;
        };
        let language = model.language;
        let now = values.get(key).cloned().unwrap_or_default();
        let nothing = YearValue::default();
        let now = differences(indicator, &nothing, &now, language).join("; ");
        let now = match now.is_empty() {
            true => language.text("indicators-nothing"),
            false => now,
        };
        self.fault = Some(language.say("indicators-conflict", &[("now", now.into())]));
        if let Some(typed) = self.typed.get_mut(key) {
            typed.version = values.version(key);
        }
    }
}

/// Whether a change of a value is being stored.
pub fn is_storing(model: &Model) -> bool {
    let mut pending = model.pending();
    pending.any(|pending| matches!(pending, Pending::Years(..)))
}
