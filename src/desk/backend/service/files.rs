//! Files: documents in and out, and paper.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::{Answers, VaultService};
use crate::desk::backend::protocol::{Answer, AttachJob, PaperJob, TakeOutJob};
use crate::desk::backend::service_error::{NoDocument, ServiceError};
use crate::file_names;
use crate::report::{self, Agenda, CaseContents, CaseSummary};
use crate::store::{StoreError, attachment};

impl VaultService {
    /// Puts a document on the timeline of a case.
    pub(super) fn attach(
        &mut self,
        job: &AttachJob,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let happened = self.clock.wall();
        check_document(&job.path)?;
        let definition = self.vault()?.definition(&job.register)?;
        let entry = attachment(definition, job.case, &job.path, happened)?;
        let operation = job.operation.clone().with_entry(entry);
        self.record(&job.register, &operation, answers)?;
        Ok(())
    }

    /// Writes the document of an entry to a file, and opens that where it is asked.
    pub(super) fn take_out(
        &mut self,
        job: &TakeOutJob,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        if job.open {
            refuse_running(&job.to)?;
        }
        self.vault()?
            .save_document(&job.register, job.entry, &job.to)?;
        if job.open {
            make_read_only(&job.to);
            self.open_file(&job.to)?;
        }
        answers(Answer::TakenOut(job.to.clone()));
        Ok(())
    }

    /// Opens a file with the system's program, unless it could run something.
    pub(super) fn open_file(&self, path: &Path) -> Result<(), ServiceError> {
        refuse_running(path)?;
        opener::open(path).map_err(|_| ServiceError::NotOpened(path.to_owned()))
    }

    /// Writes the summary of a case, or the agenda of a meeting.
    pub(super) fn put_on_paper(
        &self,
        job: &PaperJob,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let vault = self.vault()?;
        let definition = vault.definition(&job.register)?;
        let cases = vault.store(&job.register)?.cases(&job.cases)?.into_iter();
        let cases: Vec<CaseContents> = cases
            .map(|case| CaseContents::gather(vault, case))
            .collect::<Result<_, _>>()?;
        let made = self.made();
        let document = match (&job.meeting, cases.first()) {
            (Some(meeting), _) => {
                let agenda = Agenda::new(definition, meeting, &cases, job.scope, &made);
                agenda.document(job.language)
            }
            (None, Some(case)) => CaseSummary::new(case, job.scope, &made).document(job.language),
            (None, None) => {
                let register = job.register.clone();
                return Err(StoreError::MissingCase { register }.into());
            }
        };
        report::save(&document, &job.to, job.overwrite)?;
        answers(Answer::OnPaper(job.to.clone()));
        Ok(())
    }
}

/// Refuses to open a file that may run something: whoever sent it to a case decides what.
fn refuse_running(path: &Path) -> Result<(), ServiceError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match file_names::runs(&name) {
        true => Err(ServiceError::DocumentRuns(name.into_owned())),
        false => Ok(()),
    }
}

/// Makes a copy that is only looked at read-only, because what is typed in it would be lost. Where the system refuses, the
/// copy is opened all the same.
fn make_read_only(path: &Path) {
    let Ok(found) = fs::metadata(path) else {
        return;
    };
    let mut permissions = found.permissions();
    permissions.set_readonly(true);
    // The window says that it is a copy.
    let _ = fs::set_permissions(path, permissions);
}

/// Refuses what cannot be attached: no file, a folder, an empty file. Anything else that is wrong shows when it is read.
fn check_document(path: &Path) -> Result<(), ServiceError> {
    let why = match fs::metadata(path) {
        Ok(found) if found.is_dir() => NoDocument::Folder,
        Ok(found) if found.len() == 0 => NoDocument::Empty,
        Err(error) if error.kind() == ErrorKind::NotFound => NoDocument::Absent,
        _ => return Ok(()),
    };
    Err(ServiceError::NoDocument(path.to_owned(), why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_at_cannot_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("brief.pdf");
        fs::write(&file, "Verzonnen brief").unwrap();
        make_read_only(&file);
        assert!(fs::metadata(&file).unwrap().permissions().readonly());
    }
}
