//! The drafts of this user, and saved views.

use super::{Answers, VaultService};
use crate::desk::backend::service_error::ServiceError;
use crate::store::{Draft, View};

impl VaultService {
    /// Saves a draft.
    pub(super) fn save_draft(
        &mut self,
        draft: &Draft,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        if let Some(lost) = &self.lost {
            return lost.keep(draft);
        }
        self.store(&draft.register)?.keep_draft(draft)?;
        self.notify_drafts(answers);
        Ok(())
    }

    /// Deletes a draft.
    pub(super) fn delete_draft(
        &mut self,
        register: &str,
        id: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        self.store(register)?.drop_draft(id)?;
        self.notify_drafts(answers);
        Ok(())
    }

    /// Saves a list or a figure under a name.
    pub(super) fn save_view(
        &mut self,
        view: &View,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        self.store(&view.register)?.keep_view(view)?;
        self.notify_views(answers);
        Ok(())
    }

    /// Deletes a saved view.
    pub(super) fn delete_view(
        &mut self,
        register: &str,
        id: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let user = self.user.clone();
        self.store(register)?.drop_view(id, &user)?;
        self.notify_views(answers);
        Ok(())
    }
}
