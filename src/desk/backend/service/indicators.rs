//! The typed values of the indicators, and the check whether the amounts of a programme add up.

use std::path::Path;

use super::{Answers, VaultService};
use crate::desk::backend::protocol::{Answer, YearsEdit};
use crate::desk::backend::service_error::ServiceError;
use crate::exchange::{self, FinanceChange, FinancesJob};
use crate::figures::YearKey;

impl VaultService {
    /// Saves typed values of indicators.
    pub(super) fn save_years(
        &mut self,
        edit: &YearsEdit,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (self.actor.clone(), self.clock.now());
        let shared = self.vault_mut()?.shared_mut()?;
        let YearsEdit {
            values,
            reason,
            undoes,
        } = edit;
        let saved = match undoes {
            true => exchange::undo_year_values(shared, values, &actor, now),
            false => exchange::keep_year_values(shared, values, &actor, now, reason.clone()),
        };
        // Also where it was refused: who hears that somebody else was first sees what stands there now.
        self.notify_indicators(answers);
        saved?;
        answers(Answer::YearsSaved);
        Ok(())
    }

    /// Every value that was ever typed of an indicator for one year.
    pub(super) fn year_history(
        &mut self,
        key: &YearKey,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let history = exchange::year_value_history(self.vault()?.shared()?, key)?;
        answers(Answer::YearHistory(key.clone(), history));
        Ok(())
    }

    /// Keeps the amounts in this file.
    pub(super) fn keep_finances(
        &mut self,
        path: &Path,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let (actor, clock) = (self.actor.clone(), self.clock.clone());
        let job = FinancesJob {
            path,
            dry_run: false,
            all_or_nothing: false,
        };
        let kept = exchange::import_finances(self.vault_mut()?, &job, &actor, &clock);
        self.notify_finances(answers);
        answers(Answer::FinancesSaved(kept?.changes));
        Ok(())
    }

    /// Keeps the amounts of documents as they were.
    pub(super) fn undo_finances(
        &mut self,
        changes: &[FinanceChange],
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (self.actor.clone(), self.clock.now());
        let shared = self.vault_mut()?.shared_mut()?;
        let saved = exchange::undo_finances(shared, changes, &actor, now);
        self.notify_finances(answers);
        saved?;
        answers(Answer::FinancesSaved(changes.to_vec()));
        Ok(())
    }

    /// Whether the amounts in this file add up.
    pub(super) fn check_finances(
        &mut self,
        path: &Path,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let finances = exchange::read_finances(path)?;
        answers(Answer::Finances(path.to_owned(), Box::new(finances)));
        Ok(())
    }
}
