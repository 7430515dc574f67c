//! The diagnosis for a helpdesk, made on the thread of the vault service: it reads the files of the vault whole.

use super::{Answers, VaultService};
use crate::desk::backend::diagnosis_job::DiagnosisJob;
use crate::desk::backend::protocol::Answer;
use crate::desk::backend::service_error::ServiceError;
use crate::diagnosis::{Diagnosis, Surroundings};
use crate::places;
use crate::store::Vault;

impl VaultService {
    /// Makes a diagnosis of the open vault and saves it.
    pub(super) fn diagnose(
        &self,
        job: &DiagnosisJob,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let log = places::log_folder();
        let diagnosis = Diagnosis::gather(Surroundings {
            vault: self.vault.as_ref().map(Vault::folder),
            log: log.as_deref(),
            settings: job.settings.clone(),
            graphics: job.graphics.clone(),
            made: self.clock.wall(),
        });
        diagnosis.save(&job.to, job.overwrite, job.language)?;
        answers(Answer::Diagnosed(job.to.clone()));
        Ok(())
    }
}
