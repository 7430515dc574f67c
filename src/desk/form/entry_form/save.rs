//! What Ctrl Enter does in the form of an entry: what is typed is read, and stored where nothing is wrong with it.

use crate::desk::backend::protocol::Request;
use crate::desk::form::entry_form::opens::OpensField;
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::store::Operation;

impl EntryForm {
    /// Stores what is typed; where something is wrong with it, that stands beside the fields instead. The answer goes to
    /// `pending`.
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
        let opens = OpensField::of(self, &definition, model);
        let opens = opens.and_then(|opens| {
            opens.choose_first(&mut self.inputs);
            opens.chosen(&self.inputs)
        });
        let operation = Operation {
            draft: Some(self.autosave.draft.clone()),
            opens,
            ..model.operation()
        };
        if let Some(operation) = self.read(&definition, operation, now, language) {
            let request = Request::Record(register, operation);
            self.saving = Some(model.ask_for(pending, request));
        }
    }
}
