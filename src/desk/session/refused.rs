//! What was asked on the screens could not be done: what was typed is given back, with why beside it. A conflict with what
//! somebody else stored goes to its form from here.

use super::screens::Session;
use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::backend::service_error::ServiceError;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::transfer::import_page::ImportPage;
use crate::language::Explain;
use crate::register::CaseFile;
use crate::store::StoreError;

impl Session {
    /// A request of a form or a screen could not be answered. Says whether that stands where it was asked.
    pub fn on_refused(
        &mut self,
        pending: Pending,
        id: RequestId,
        error: &ServiceError,
        model: &mut Model,
    ) -> bool {
        let sentence = error.explain(model.language);
        match pending {
            Pending::Cases(register) => {
                if let Some(vault) = &mut model.vault {
                    vault.on_unreadable(&register);
                }
                false
            }
            Pending::Draft(draft) => {
                self.forms.on_draft_refused(&draft);
                if let Some(grid) = self.grid_mut() {
                    grid.on_draft_refused(&draft);
                }
                if let Some(meeting) = &mut self.meeting {
                    meeting.on_draft_refused(&draft);
                }
                false
            }
            Pending::CaseForm => self.case_form_refused(id, error, model),
            Pending::Entry => self.entry_refused(id, error, model),
            Pending::Withdrawal => {
                self.panel.on_withdrawal_refused(id);
                false
            }
            Pending::Document => self.panel.on_attach_refused(id, sentence),
            Pending::Decision(case) => {
                if let Some(meeting) = &mut self.meeting {
                    meeting.on_refused(case, sentence);
                }
                false
            }
            Pending::Undo => {
                self.undo.on_refused(error);
                // What is wrong with a definition is said line by line.
                self.manage.on_refused(error, false, model);
                true
            }
            Pending::Edition(_) => {
                self.manage.on_refused(error, true, model);
                true
            }
            Pending::Years(change, _) => {
                self.indicators.on_refused(&change, error, model);
                true
            }
            Pending::Look | Pending::Import => {
                let import = self.import.as_mut().and_then(ImportPage::cases);
                import.is_some_and(|import| import.on_refused(id))
            }
            Pending::RowsCheck | Pending::TypedRows(_) => {
                if let Some(grid) = self.grid_mut() {
                    grid.on_refused(id);
                }
                false
            }
            Pending::Vault
            | Pending::RefusedRows
            | Pending::Attachment
            | Pending::Gathering(_)
            | Pending::Task(..)
            | Pending::BulkChange
            | Pending::Merge
            | Pending::Finances
            | Pending::KeepFinances
            | Pending::Paper
            | Pending::Export
            | Pending::Diagnose
            | Pending::Backups
            | Pending::Copy(_) => false,
        }
    }

    /// The form of a case is given back; where somebody else changed the case, both versions are compared in it.
    fn case_form_refused(
        &mut self,
        id: RequestId,
        error: &ServiceError,
        model: &mut Model,
    ) -> bool {
        let Some(form) = &mut self.forms.case else {
            return false;
        };
        if form.saving.take_if(|saving| *saving == id).is_none() {
            return false;
        }
        // A new case that gathers another one is refused when that other one changed: there is nothing to compare in this
        // form, and what is stored next goes by what was fetched.
        let own = |stored: &&CaseFile| {
            let case = form.case.as_ref();
            case.is_some_and(|case| case.id == stored.id)
        };
        let stored = conflict(error).filter(own).cloned();
        let vault = model.vault.as_ref();
        let definition = vault.and_then(|vault| vault.definition(&form.register));
        let (Some(stored), Some(definition)) = (stored, definition) else {
            return false;
        };
        form.on_conflict(Box::new(stored), &definition, model);
        true
    }

    /// The entry is given back; what somebody else changed meanwhile is taken in. Says whether the screen says itself what is
    /// the matter.
    fn entry_refused(&mut self, id: RequestId, error: &ServiceError, model: &mut Model) -> bool {
        let shown = self.entry_on_screen();
        let Some(form) = &mut self.forms.entry else {
            return false;
        };
        if form.saving.take_if(|saving| *saving == id).is_none() {
            return false;
        }
        let register = form.case.register.clone();
        if let Some(stored) = conflict(error).filter(|stored| stored.key == form.case.key) {
            let vault = model.vault.as_ref();
            if let Some(definition) = vault.and_then(|vault| vault.definition(&register)) {
                form.on_case_changed(&definition, stored.clone());
                return shown;
            }
        }
        if let ServiceError::Store(StoreError::EntryConflict { .. }) = error {
            form.overtaken = true;
            model.ask(Request::Dossier(register, form.case.key));
            return shown;
        }
        false
    }
}

/// The case as somebody else stored it meanwhile.
pub fn conflict(error: &ServiceError) -> Option<&CaseFile> {
    match error {
        ServiceError::Store(StoreError::Conflict { stored, .. }) => Some(stored),
        _ => None,
    }
}
