//! What Ctrl Enter does in the form of a case: what is typed is read, and stored where nothing is wrong with it.

use crate::desk::backend::protocol::Request;
use crate::desk::form::case_form::state::CaseForm;
use crate::desk::form::gathering::with_source;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::register::{Definition, Reason};
use crate::store::Operation;

impl CaseForm {
    /// Stores what is typed, or what was chosen where somebody else changed the case meanwhile.
    pub fn save(&mut self, definition: &Definition, model: &mut Model) {
        match self.conflict {
            Some(_) => self.resolve_conflict(definition, model),
            None => self.store(definition, model),
        }
    }

    /// Stores what is typed; where something is wrong with it, that stands beside the fields instead.
    fn store(&mut self, definition: &Definition, model: &mut Model) {
        if self.is_saving() {
            return;
        }
        let (today, language) = (model.clock.today(), model.language);
        let Some(write) = self.read(definition, today, language) else {
            return;
        };
        let operation = Operation {
            draft: Some(self.autosave.draft.clone()),
            reason: self.reason().map(Reason::from),
            ..model.operation().with(write)
        };
        let Some(operation) = with_source(self, operation, model) else {
            let text = model.text("gather-not-at-hand");
            model.notify(text, Tone::Warn);
            return;
        };
        let request = Request::Record(definition.id.clone(), operation);
        self.saving = Some(model.ask_for(Pending::CaseForm, request));
    }
}
