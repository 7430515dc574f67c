//! What is typed in a form is stored: what follows from it is recorded, and the form waits for the answer.

use crate::desk::backend::protocol::Request;
use crate::desk::form::case_form::CaseForm;
use crate::desk::form::entry_form::EntryForm;
use crate::desk::form::gathering::gathered;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::register::{Definition, Reason};
use crate::store::Operation;

impl CaseForm {
    /// Stores what is typed, unless something is wrong with it: then that stands beside the fields.
    pub fn save(&mut self, definition: &Definition, model: &mut Model) {
        if self.is_saving() {
            return;
        }
        let (today, language) = (model.clock.today(), model.language);
        let Some(write) = self.write(definition, today, language) else {
            return;
        };
        let operation = Operation {
            draft: Some(self.autosave.draft.clone()),
            reason: self.reason().map(Reason::from),
            ..model.operation().with(write)
        };
        let Some(operation) = gathered(self, operation, model) else {
            let text = model.text("gather-not-at-hand");
            model.notify(text, Tone::Warn);
            return;
        };
        let request = Request::Record(definition.id.clone(), operation);
        self.saving = Some(model.ask_for(Pending::CaseForm, request));
    }
}

impl EntryForm {
    /// Stores what is typed, unless something is wrong with it: then that stands beside the fields.
    pub fn save(&mut self, pending: Pending, model: &mut Model) {
        let register = self.case.register.clone();
        let vault = model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(&register)) else {
            return;
        };
        if self.is_saving() {
            return;
        }
        let (now, language) = (model.clock.wall(), model.language);
        let operation = Operation {
            draft: Some(self.autosave.draft.clone()),
            ..model.operation()
        };
        if let Some(operation) = self.write(&definition, operation, now, language) {
            let request = Request::Record(register, operation);
            self.saving = Some(model.ask_for(pending, request));
        }
    }
}
