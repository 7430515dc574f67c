//! What this user is typing, and the views that were saved.

use super::{Answers, VaultService};
use crate::desk::backend::service_error::ServiceError;
use crate::store::{Draft, View};

impl VaultService {
    /// Keeps what is typed.
    pub(super) fn keep_draft(
        &mut self,
        draft: &Draft,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        self.store(&draft.register)?.keep_draft(draft)?;
        self.notify_drafts(answers);
        Ok(())
    }

    /// Throws a draft away.
    pub(super) fn drop_draft(
        &mut self,
        register: &str,
        id: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        self.store(register)?.drop_draft(id)?;
        self.notify_drafts(answers);
        Ok(())
    }

    /// Keeps a list or a figure under a name.
    pub(super) fn keep_view(
        &mut self,
        view: &View,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        self.store(&view.register)?.keep_view(view)?;
        self.notify_views(answers);
        Ok(())
    }

    /// Throws a view away.
    pub(super) fn drop_view(
        &mut self,
        register: &str,
        id: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let actor = self.actor.clone();
        self.store(register)?.drop_view(id, &actor)?;
        self.notify_views(answers);
        Ok(())
    }
}
