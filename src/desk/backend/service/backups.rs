//! Backups: those that the window makes by itself, and what somebody asks of them.

use std::path::Path;

use super::{Answers, VaultService};
use crate::desk::backend::backup_book::{BackupBook, BackupChoice};
use crate::desk::backend::protocol::Answer;
use crate::desk::backend::service_error::ServiceError;
use crate::logging;
use crate::store::{BackupKind, Backups, MadeBackup, StoreError, Vault};

impl VaultService {
    /// Makes the backup of the day where it is time for it, and says what came of it.
    pub(super) fn tend_backups(&mut self, answers: Answers<'_>) {
        if let Some(made) = self.daily.done() {
            told(made, answers);
        }
        let Some(vault) = &self.vault else { return };
        let (now, years) = (self.clock.now(), vault.registers().shortest_retention());
        let is_first = self.daily.begin(vault.folder(), now, years);
        if is_first
            && Backups::of(vault.folder())
                .is_trial_due(now)
                .unwrap_or_default()
        {
            answers(Answer::TrialDue);
        }
    }

    /// Makes the backup that is made on closing. Nobody is there any more to whom it could be said.
    pub(super) fn back_up_on_closing(&mut self) {
        self.daily.wait();
        if let Some(vault) = &self.vault {
            let (now, years) = (self.clock.now(), vault.registers().shortest_retention());
            let backups = Backups::of(vault.folder());
            logging::survive(|| drop(backups.make_if_due(BackupKind::Closing, now, years)));
        }
    }

    pub(super) fn backups(&self, vault: &Path, answers: Answers<'_>) -> Result<(), ServiceError> {
        let book = BackupBook::read(vault, self.clock.now())?;
        answers(Answer::Backups(Box::new(book)));
        Ok(())
    }

    pub(super) fn make_backup(
        &mut self,
        vault: &Path,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        self.daily.wait();
        let open = self.vault.as_ref().filter(|open| open.folder() == vault);
        // Without a vault nobody knows how long its cases may be kept; then no backup of it is too old.
        let years = open.map_or(u16::MAX, |open| open.registers().shortest_retention());
        let backups = Backups::of(vault);
        let made = backups.make_everywhere(BackupKind::Manual, self.clock.now(), years)?;
        self.backups(vault, answers)?;
        for why in made.missing.iter().chain(&made.second) {
            answers(Answer::Warning(why.clone().into()));
        }
        if made.missing.is_empty() && made.second.is_none() {
            answers(Answer::BackupMade(Box::new(made.backup)));
        }
        Ok(())
    }

    pub(super) fn try_backup(
        &self,
        choice: &BackupChoice,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let tried = choice.backups().try_out(&choice.name, self.clock.now());
        // Also that a copy is not as it was made stands in the list from now on.
        self.backups(&choice.vault, answers)?;
        answers(Answer::BackupTried(Box::new(tried?)));
        Ok(())
    }

    pub(super) fn choose_second_folder(
        &self,
        vault: &Path,
        folder: Option<&Path>,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        Backups::of(vault).set_second_folder(folder)?;
        self.backups(vault, answers)
    }

    pub(super) fn plan_restore(
        &self,
        choice: &BackupChoice,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let backups = choice.backups();
        let plan = backups.plan(&choice.name, &[], self.clock.now())?;
        answers(Answer::RestorePlanned(Box::new(plan)));
        Ok(())
    }

    /// Puts a backup back and opens the vault as it is then. Where that is refused, the vault stays open as it was.
    pub(super) fn restore(
        &mut self,
        choice: &BackupChoice,
        teams: &[String],
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        self.daily.wait();
        let was_open = self.vault.take_if(|open| open.folder() == choice.vault);
        let is_open = was_open.is_some();
        drop(was_open);
        let now = self.clock.now();
        let restored = choice.backups().restore(&choice.name, teams, now);
        match restored {
            Ok(restored) => {
                let vault = match Vault::open(&choice.vault, now) {
                    Err(_) if is_open => return self.open_again(&choice.vault, answers),
                    opened => opened?,
                };
                answers(Answer::Lost(None));
                self.opened(vault, answers);
                answers(Answer::Restored(Box::new(restored)));
                Ok(())
            }
            Err(refusal) => {
                if is_open {
                    self.open_again(&choice.vault, answers)?;
                }
                Err(refusal.into())
            }
        }
    }
}

/// Says what came of the backup of the day, where something stood in its way.
fn told(made: Result<Option<MadeBackup>, StoreError>, answers: Answers<'_>) {
    match made {
        // Who may not write here was told so, and the others make it.
        Ok(None) | Err(StoreError::NoPermission(_) | StoreError::ReadOnly(_)) => {}
        Ok(Some(made)) => {
            if let Some(why) = made.second {
                answers(Answer::Warning(ServiceError::SecondFolder(Box::new(why))));
            }
        }
        Err(why) => answers(Answer::Warning(ServiceError::NoBackup(Box::new(why)))),
    }
}
