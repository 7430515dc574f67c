//! What comes in: files of cases and of figures.

use super::{Answers, VaultService};
use crate::desk::backend::import_job::{CasesJob, FiguresFileImport};
use crate::desk::backend::import_look::{LookJob, RefusedRowsJob};
use crate::desk::backend::protocol::Answer;
use crate::desk::backend::rows_check::RowsCheckJob;
use crate::desk::backend::service_error::ServiceError;

impl VaultService {
    /// Looks at a file for a register. Nothing is written.
    pub(super) fn look(&self, job: &LookJob, answers: Answers<'_>) -> Result<(), ServiceError> {
        let look = job.carry_out(self.vault()?)?;
        answers(Answer::Looked(Box::new(look)));
        Ok(())
    }

    /// Checks rows that are typed. Nothing is written.
    pub(super) fn check_rows(
        &self,
        job: &RowsCheckJob,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let check = job.carry_out(self.vault()?)?;
        answers(Answer::RowsChecked(Box::new(check)));
        Ok(())
    }

    /// Imports a file into a register, or rows that are typed.
    pub(super) fn import_cases(
        &mut self,
        job: &CasesJob,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let vault = self.vault.as_mut().ok_or(ServiceError::NoVault)?;
        let outcome = job.carry_out(vault, &self.actor, &self.clock)?;
        self.count_again(&job.import.register, answers);
        answers(Answer::CasesImported(Box::new(outcome)));
        Ok(())
    }

    /// Keeps the rows of a file that are refused in a file to correct.
    pub(super) fn save_refused(
        &self,
        job: &RefusedRowsJob,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        job.carry_out(self.vault()?)?;
        answers(Answer::RefusedSaved(job.to.clone()));
        Ok(())
    }

    /// Imports a file of figures, or tries it without writing.
    pub(super) fn import_figures(
        &mut self,
        job: &FiguresFileImport,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let vault = self.vault.as_mut().ok_or(ServiceError::NoVault)?;
        let outcome = job.carry_out(vault, &self.actor, &self.clock)?;
        if outcome.written {
            self.notify_indicators(answers);
        }
        answers(Answer::FiguresImported(Box::new(outcome)));
        Ok(())
    }
}
