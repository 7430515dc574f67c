//! What becomes of the vault when the program fails in the middle of a request: it is opened anew, and while that does not
//! succeed what is typed is kept beside it.

use std::path::Path;

use super::{Answers, VaultService};
use crate::desk::backend::draft_files::DraftFiles;
use crate::desk::backend::lost_vault::LostVault;
use crate::desk::backend::protocol::Answer;
use crate::desk::backend::service_error::ServiceError;
use crate::logging;
use crate::store::{StoreError, Vault};

impl VaultService {
    /// Does this work. Where it panics the vault is opened anew, because what the work left half done may be anything.
    pub(super) fn survive(
        &mut self,
        answers: Answers<'_>,
        work: impl FnOnce(&mut Self, Answers<'_>) -> Result<(), ServiceError>,
    ) -> Result<(), ServiceError> {
        match logging::survive(|| work(self, answers)) {
            Some(done) => done,
            None => Err(self.recover(answers)),
        }
    }

    /// Opens the vault anew. Returns what is said to whoever asked for what failed.
    fn recover(&mut self, answers: Answers<'_>) -> ServiceError {
        let Some(vault) = self.vault.take() else {
            return ServiceError::Failed;
        };
        let folder = vault.folder().to_owned();
        logging::survive(|| drop(vault));
        match self.open_again(&folder, answers) {
            Ok(()) => ServiceError::Failed,
            Err(refusal) => refusal,
        }
    }

    /// Opens the vault in this folder again under the screens that are on; they are told everything anew.
    pub(super) fn open_again(
        &mut self,
        folder: &Path,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let opened = logging::survive(|| Vault::open(folder, self.clock.now()));
        let why = match opened {
            Some(Ok(vault)) => {
                self.vault = Some(vault);
                self.lost = None;
                self.check_files();
                let told = logging::survive(|| {
                    self.take_in_draft_files(answers);
                    self.notify_views(answers);
                    self.redefined(answers);
                    self.notify_drafts(answers);
                });
                if told.is_some() {
                    return Ok(());
                }
                self.vault = None;
                None
            }
            Some(Err(error)) => Some(error),
            None => None,
        };
        let lost = LostVault::new(folder, why);
        let refusal = lost.refusal();
        answers(Answer::Lost(Some(Box::new(lost.refusal()))));
        self.lost = Some(lost);
        Err(refusal)
    }

    /// Tries a vault that is lost again, now and then.
    pub(super) fn find_lost_vault(&mut self, answers: Answers<'_>) {
        let due = self.lost.as_ref().and_then(LostVault::due);
        let Some(folder) = due.map(Path::to_owned) else {
            return;
        };
        if self.open_again(&folder, answers).is_ok() {
            answers(Answer::Lost(None));
            answers(Answer::Warning(ServiceError::VaultBack));
        }
    }

    /// Opens the vault anew because another file lies where one of its files was, or none, or it is back; says so.
    pub(super) fn follow_other_file(&mut self, why: Option<StoreError>, answers: Answers<'_>) {
        let Some(vault) = self.vault.take() else {
            return;
        };
        let folder = vault.folder().to_owned();
        drop(vault);
        if self.open_again(&folder, answers).is_ok() {
            let said = why.map_or(ServiceError::VaultBack, ServiceError::Store);
            answers(Answer::Warning(said));
        }
    }

    /// Begins to look in the background whether the files are whole.
    pub(super) fn check_files(&mut self) {
        if let Some(vault) = &mut self.vault {
            vault.check_files();
        }
    }

    /// Takes the drafts into the vault that were kept beside it. One that cannot be taken in stays where it is.
    pub(super) fn take_in_draft_files(&mut self, answers: Answers<'_>) {
        let Some(vault) = &mut self.vault else { return };
        let files = DraftFiles::of(vault.folder());
        for (file, draft) in files.waiting(&self.user) {
            let team = vault.definition(&draft.register).map(|it| it.team.clone());
            let waits = |id: &String| vault.unwritable().iter().any(|(team, _)| team == id);
            if team.as_ref().is_ok_and(waits) {
                continue;
            }
            let taken_in = vault
                .store_mut(&draft.register)
                .and_then(|store| store.keep_draft(&draft))
                .and_then(|()| DraftFiles::taken_in(&file));
            if let Err(error) = taken_in {
                answers(Answer::Warning(error.into()));
            }
        }
    }
}
