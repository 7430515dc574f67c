//! Lists, standard texts and definitions: changed, tried out, and what they were before.

use super::{Answers, VaultService};
use crate::desk::backend::content::content;
use crate::desk::backend::protocol::Answer;
use crate::desk::backend::service_error::ServiceError;
use crate::register::Subject;
use crate::store::Edit;

impl VaultService {
    /// Changes a list, standard texts or a definition.
    pub(super) fn edit(&mut self, edit: &Edit, answers: Answers<'_>) -> Result<(), ServiceError> {
        self.vault_mut()?.edit(edit)?;
        self.redefined(answers);
        answers(Answer::Edited);
        Ok(())
    }

    /// Everything that a list, standard texts or a definition ever was.
    pub(super) fn editions(
        &mut self,
        subject: &Subject,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let vault = self.vault()?;
        let editions = vault.editions_of(subject)?;
        let (registers, indicators) = vault.with(subject, None)?;
        let files = content(&registers, &indicators, subject);
        answers(Answer::Editions(subject.clone(), editions, files));
        Ok(())
    }

    /// Where the choices of a list are used.
    pub(super) fn usage(
        &mut self,
        subject: &Subject,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let usage = self.vault()?.usage(subject)?;
        answers(Answer::Usage(subject.clone(), usage));
        Ok(())
    }

    /// What would become of a register by this text of its definition.
    pub(super) fn preview(
        &mut self,
        subject: &Subject,
        text: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let preview = self.vault()?.preview(subject, text);
        answers(Answer::Previewed(Box::new(preview)));
        Ok(())
    }
}
