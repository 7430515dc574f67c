//! What is done on the screen of the indicators, carried out.

use super::form::{REASON, read, words};
use super::history_ui::History;
use super::words::differences;
use super::{IndicatorPage, Pending};
use crate::desk::app::Desk;
use crate::desk::model::Model;
use crate::desk::refusal::Refusal;
use crate::desk::shell::Place;
use crate::desk::widgets::Tone;
use crate::desk::worker::{Request, YearsEdit};
use crate::figures::{YearChange, YearKey, YearValue};
use crate::language::Explain;
use crate::register::Reason;
use crate::store::{StoreError, new_id};

impl Desk {
    /// Whether the indicators are on the screen, with nothing before them.
    pub(in crate::desk) fn shows_indicators(&self) -> bool {
        self.place == Place::Indicators && self.import.is_none()
    }

    /// Whether a value is being typed.
    pub(in crate::desk) fn types_year(&self) -> bool {
        self.shows_indicators() && self.indicators.typing
    }

    /// Goes to an indicator.
    pub(in crate::desk) fn show_indicator(&mut self, id: &str) {
        self.go(Place::Indicators);
        self.indicators.select(id);
    }

    /// Begins to type what is known of the selected indicator, or goes on with it.
    pub(in crate::desk) fn type_year(&mut self) {
        let page = &mut self.indicators;
        let Some(vault) = &self.model.vault else {
            return;
        };
        let (indicators, ..) = vault.indicators();
        let Some(key) = page.key(vault) else { return };
        let Some(indicator) = indicators.get(&key.indicator) else {
            return;
        };
        page.typing = true;
        page.typed(&key, indicator, vault).sheet.take_focus = true;
    }

    /// Shows everything that was typed for the value that is looked at.
    pub(in crate::desk) fn year_history(&mut self) {
        let Some(vault) = &self.model.vault else {
            return;
        };
        if let Some(key) = self.indicators.key(vault) {
            self.indicators.history = Some(History::of(key.clone()));
            self.model.ask(Request::YearHistory(key));
        }
    }

    /// Stores what is typed.
    pub(in crate::desk) fn save_year(&mut self) {
        self.indicators.save(&mut self.model);
    }

    /// Leaves what is typed, which waits.
    pub(in crate::desk) fn close_year(&mut self) {
        let typing = self.indicators.is_typing(&self.place);
        self.indicators.leave_form();
        if typing {
            let text = self.model.text("indicators-waits");
            self.model.tell(text, Tone::Quiet);
        }
    }

    /// What was changed is kept.
    pub(in crate::desk) fn years_kept(&mut self, id: &str) {
        let page = &mut self.indicators;
        let Some(pending) = page.pending.take_if(|pending| pending.id == id) else {
            self.years_undone(id);
            return;
        };
        page.typed.remove(&pending.change.key);
        page.leave_form();
        self.model.tell(pending.said.clone(), Tone::Ok);
        self.did_years(vec![pending.change], pending.said);
    }

    /// What was changed is not kept: that is said where it was typed, and what was typed is still there.
    pub(in crate::desk) fn years_refused(&mut self, id: &str, refusal: &Refusal) {
        let page = &mut self.indicators;
        let pending = page.pending.take_if(|pending| pending.id == id);
        self.not_undone(id, refusal);
        let conflict = matches!(refusal, Refusal::Store(StoreError::SharedConflict { .. }));
        match pending {
            Some(pending) if conflict => {
                self.indicators.meet(&self.model, &pending.change.key);
            }
            Some(_) => self.indicators.fault = Some(refusal.explain(self.model.language)),
            None => self.model.complain(refusal),
        }
    }
}

impl IndicatorPage {
    fn save(&mut self, model: &mut Model) {
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
        let Some(value) = read(&mut typed.sheet, indicator, &known, language) else {
            return;
        };
        let reason = words(&typed.sheet, REASON);
        if value == known {
            self.typed.remove(&key);
            self.leave_form();
            let text = language.text("indicators-unchanged");
            model.tell(text, Tone::Quiet);
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
        if self.pending.is_some() {
            return;
        }
        let (_, values, _) = vault.indicators();
        let before = values.get(&key).cloned().unwrap_or_default();
        let edit = YearsEdit {
            values: vec![(key.clone(), values.version(&key), after.clone())],
            reason: reason.map(Reason::Said),
            undoes: false,
        };
        let id = new_id();
        self.fault = None;
        self.pending = Some(Pending {
            id: id.clone(),
            change: YearChange { key, before, after },
            said,
        });
        model.ask(Request::KeepYears(id, edit));
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
