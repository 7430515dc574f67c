//! What happens when a case that is stored was changed by somebody else meanwhile: both versions are compared, the user
//! chooses, and what was chosen is stored over the version that is there now.

use crate::desk::command::Command;
use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::case_form::two_versions::Conflict;
use crate::desk::form::field_ids::REASON;
use crate::desk::state::model::Model;
use crate::register::{CaseFile, Definition, END};

impl CaseForm {
    /// The vault refused to store the case, because somebody else stored it while this was typed: shows both versions.
    pub fn on_conflict(&mut self, stored: Box<CaseFile>, definition: &Definition, model: &Model) {
        let (today, language) = (model.clock.today(), model.language);
        let Some(base) = self.case.as_ref().map(|case| case.state.clone()) else {
            return;
        };
        // It was read once already, or it would not have been refused.
        if let Some(mine) = self.read(definition, today, language) {
            self.conflict = Some(Conflict::new(stored, &base, &mine.state));
        }
    }

    /// Fills the form with what was chosen, on top of the version that is stored now, and asks to store it once more.
    pub fn resolve_conflict(&mut self, definition: &Definition, model: &mut Model) {
        let Some(conflict) = self.conflict.take() else {
            return;
        };
        let merged = CaseFile {
            state: conflict.merged(),
            ..(*conflict.stored).clone()
        };
        // A reopening stays one: as a mere change it would take away the end that the case had.
        let purpose = match self.purpose {
            Purpose::Reopen => Purpose::Reopen,
            _ => Purpose::Change,
        };
        let today = model.clock.today();
        let mut next = Self::of_case(definition, merged, purpose, today, &model.actor);
        let reopened_on = (purpose == Purpose::Reopen).then_some(END);
        for id in reopened_on.into_iter().chain([REASON]) {
            if let Some(text) = self.inputs.texts.remove(id) {
                next.inputs.texts.insert(id.to_owned(), text);
            }
        }
        next.case = Some(*conflict.stored);
        next.inputs.changes = self.inputs.changes;
        next.inputs.change();
        next.autosave = self.autosave.clone();
        *self = next;
        model.actions.push(Command::Save);
    }
}
