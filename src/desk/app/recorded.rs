//! What the user did in a register is stored: it goes to who asked, and can be undone.

use super::desk::Desk;
use super::overlay::Overlay;
use crate::desk::backend::protocol::RequestId;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::pending::Pending;
use crate::store::Recorded;

impl Desk {
    /// Something was stored: it goes to who asked, and can be undone from now on.
    pub(super) fn recorded(&mut self, to: Option<RequestId>, register: &str, recorded: Recorded) {
        let (Some(session), Some(id)) = (&mut self.session, to) else {
            return;
        };
        let (model, operation) = (&mut self.model, recorded.action.clone());
        match model.answered(to) {
            Some(Pending::Undo) => return session.on_undone(&recorded, model),
            Some(Pending::Task(_, said) | Pending::Gathering(said)) => {
                session.follow(register, &recorded, model);
                model.notify(said, Tone::Ok);
            }
            // That there is a file is said with the next answer, and what is undone is that it was given.
            Some(Pending::Export) => {
                session.follow(register, &recorded, model);
                let count = [("count", (recorded.entries.len() as i64).into())];
                let said = model.language.say("list-shared-recorded", &count);
                model.notify(said, Tone::Ok);
            }
            Some(Pending::Decision(case)) => session.on_decided(case, recorded, model),
            Some(Pending::Merge) => {
                let merged = |dialog: &mut Overlay| matches!(dialog, Overlay::Merge(merge) if merge.is_saved_by(id));
                match self.overlay.take_if(merged) {
                    Some(Overlay::Merge(dialog)) => dialog.on_stored(model),
                    _ => session.on_case_stored(register, recorded, false, model),
                }
            }
            Some(Pending::BulkChange) => {
                let stored = |dialog: &mut Overlay| matches!(dialog, Overlay::BulkChange(bulk) if bulk.is_stored_by(id));
                match self.overlay.take_if(stored) {
                    Some(Overlay::BulkChange(dialog)) => {
                        dialog.on_stored(recorded.cases.len(), model);
                        session.take_keyboard(model);
                    }
                    _ => session.on_case_stored(register, recorded, false, model),
                }
            }
            pending => session.on_form_stored(pending.as_ref(), id, register, recorded, model),
        }
        session
            .undo
            .push_cases(register.to_owned(), operation, model);
    }
}
