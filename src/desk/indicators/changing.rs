//! What is done on the screen of the indicators, carried out.

use super::IndicatorPage;
use super::form::{REASON, read, words};
use super::history_ui::History;
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

    /// The dialog with everything that was typed for the value that is looked at.
    pub fn history(&self, model: &mut Model) -> Option<History> {
        let key = self.key(model.vault.as_ref()?)?;
        model.ask(Request::YearHistory(key.clone()));
        Some(History::of(key))
    }

    /// Leaves what is typed, which waits.
    pub fn close(&mut self, model: &mut Model) {
        let typing = self.has_typed();
        self.leave_form();
        if typing {
            let text = model.text("indicators-waits");
            model.notify(text, Tone::Quiet);
        }
    }

    /// What was changed is kept.
    pub fn on_kept(&mut self, change: &YearChange, said: String, model: &mut Model) {
        self.typed.remove(&change.key);
        self.leave_form();
        model.notify(said, Tone::Ok);
    }

    /// What was changed is not kept: that is said where it was typed, and what was typed is still there.
    pub fn on_refused(&mut self, change: &YearChange, error: &ServiceError, model: &Model) {
        if matches!(
            error,
            ServiceError::Store(StoreError::SharedConflict { .. })
        ) {
            self.meet(model, &change.key);
        } else {
            self.fault = Some(error.explain(model.language));
        }
    }

    /// Stores what is typed.
    pub fn save(&mut self, model: &mut Model) {
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
            self.meet(model, &key);
            return;
        }
        let Some(value) = read(&mut typed.inputs, indicator, &known, language) else {
            return;
        };
        let reason = words(&typed.inputs, REASON);
        if value == known {
            self.typed.remove(&key);
            self.leave_form();
            let text = language.text("indicators-unchanged");
            model.notify(text, Tone::Quiet);
            return;
        }
        let says = [
            ("indicator", indicator.label.text(language).into()),
            ("year", key.year.to_string().into()),
        ];
        let said = language.say("indicators-said-kept", &says);
        self.change(model, key, value, said, reason);
    }

    /// Asks for a change of one value.
    pub(super) fn change(
        &mut self,
        model: &mut Model,
        key: YearKey,
        after: YearValue,
        said: String,
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
        model.ask_for(Pending::Years(change, said), Request::KeepYears(edit));
    }

    /// Somebody else changed what is typed over: what stands there now is said, and storing once more takes its place.
    fn meet(&mut self, model: &Model, key: &YearKey) {
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
