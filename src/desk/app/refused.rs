//! What was asked could not be done: that is said where it was asked, and what was typed is given back.

use super::desk::Desk;
use super::overlay::Overlay;
use crate::desk::backend::protocol::RequestId;
use crate::desk::backend::service_error::ServiceError;
use crate::desk::session::refused::conflict;
use crate::desk::state::pending::Pending;
use crate::language::Explain;
use crate::report::SaveError;

impl Desk {
    /// A request could not be answered.
    pub(super) fn refused(&mut self, to: Option<RequestId>, error: &ServiceError) {
        if matches!(error, ServiceError::ServiceGone) && self.session.is_some() {
            self.model.lost = Some(Box::new(ServiceError::ServiceGone));
        }
        let pending = self.model.answered(to);
        let (Some(session), Some(id)) = (&mut self.session, to) else {
            if to.is_none() {
                self.model.forget_pending();
            }
            // The one dialog that is there without a vault.
            if let (Some(Pending::Backups), Some(Overlay::Backups(dialog))) =
                (pending, &mut self.overlay)
            {
                return dialog.refused(error.explain(self.model.language));
            }
            return self.model.notify_error(error);
        };
        let model = &mut self.model;
        let stored = conflict(error);
        if let (Some(stored), Some(vault)) = (stored, &mut model.vault) {
            vault.on_cases(vec![stored.clone()]);
        }
        let sentence = error.explain(model.language);
        let told = match (pending, &mut self.overlay) {
            (Some(Pending::Merge), Some(Overlay::Merge(dialog))) => {
                dialog.on_refused();
                false
            }
            (Some(Pending::BulkChange), Some(Overlay::BulkChange(dialog)))
                if dialog.is_stored_by(id) =>
            {
                let list = session.lists.get_mut(&dialog.register);
                dialog.on_refused(stored, list, model)
            }
            (Some(Pending::Paper), Some(Overlay::Paper(dialog))) => {
                dialog.refused(sentence, existing(error));
                true
            }
            (Some(Pending::Export), Some(Overlay::Export(dialog))) => {
                dialog.refused(sentence, existing(error));
                true
            }
            (Some(Pending::Diagnose), Some(Overlay::Diagnose(dialog))) => {
                dialog.refused(sentence, existing(error));
                true
            }
            (Some(Pending::Backups), Some(Overlay::Backups(dialog))) => {
                dialog.refused(sentence);
                true
            }
            (Some(Pending::RefusedRows), Some(Overlay::RefusedRows(dialog))) => {
                dialog.refused(sentence, existing(error));
                true
            }
            (Some(pending), _) => session.on_refused(pending, id, error, model),
            (None, _) => false,
        };
        if !told {
            model.notify_error(error);
        }
    }
}

/// The file that is there already.
fn existing(error: &ServiceError) -> Option<&std::path::Path> {
    match error {
        ServiceError::Paper(SaveError::Exists(path)) => Some(path),
        _ => None,
    }
}
