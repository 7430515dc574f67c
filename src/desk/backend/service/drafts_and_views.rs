//! The drafts of this user, and saved views.

use super::{Answers, VaultService};
use crate::desk::backend::draft_files::DraftFiles;
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
        match self.store(&draft.register)?.keep_draft(draft) {
            // What is typed is kept, also where nothing can be stored.
            Err(why) if why.leaves_reading() => self.draft_files()?.keep(draft)?,
            kept => kept?,
        }
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
        self.draft_files()?.drop_draft(id, &self.user)?;
        match self.store(register)?.drop_draft(id) {
            Err(why) if why.leaves_reading() => {}
            dropped => dropped?,
        }
        self.notify_drafts(answers);
        Ok(())
    }

    /// Where drafts wait that the vault cannot take in.
    fn draft_files(&self) -> Result<DraftFiles, ServiceError> {
        Ok(DraftFiles::of(self.vault()?.folder()))
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
