//! What the vault service sends without being asked: the content of a vault when it opens, and what changed in it since.

use std::sync::Arc;

use super::{Answers, VaultService};
use crate::desk::backend::draft_files::DraftFiles;
use crate::desk::backend::protocol::{Answer, Redefined, Unwritable};
use crate::desk::backend::service_error::ServiceError;
use crate::desk::backend::task_book::TaskBook;
use crate::exchange;
use crate::figures::{Columns, LoadError};
use crate::language::Label;
use crate::store::Vault;

impl VaultService {
    /// Takes over the definitions as they are now.
    pub(super) fn reload(&mut self, answers: Answers<'_>) -> Result<(), ServiceError> {
        let now = self.clock.now();
        self.vault_mut()?.reload(now)?;
        self.redefined(answers);
        Ok(())
    }

    /// Sends the registers as they are now, and everything that follows from them.
    pub(super) fn redefined(&mut self, answers: Answers<'_>) {
        let Some(vault) = &self.vault else { return };
        let registers = vault.registers().clone();
        let ids: Vec<String> = registers.ids().into_iter().map(str::to_owned).collect();
        let changed = Redefined {
            versions: vault.versions().clone(),
            misfits: vault.misfits().clone(),
            moved: ids
                .iter()
                .filter_map(|id| Some((id.clone(), vault.moved_figures(id)?)))
                .collect(),
        };
        answers(Answer::Redefined(registers, Box::new(changed)));
        self.unwritable = None;
        self.notify_unwritable(answers);
        for id in ids {
            self.count_again(&id, answers);
        }
        self.notify_indicators(answers);
    }

    /// Sends in which registers nothing can be stored, where that is otherwise than it was said last.
    fn notify_unwritable(&mut self, answers: Answers<'_>) {
        let Some(vault) = &self.vault else { return };
        let unwritable = vault.unwritable();
        let kinds = unwritable.iter();
        let kinds: Vec<_> = kinds
            .map(|(team, why)| ((*team).to_owned(), <&'static str>::from(why)))
            .collect();
        if self.unwritable.as_ref() == Some(&kinds) {
            return;
        }
        let all = vault.registers().all();
        let unwritable = unwritable.into_iter().map(|(team, why)| Unwritable {
            registers: all
                .iter()
                .filter(|register| register.team == team)
                .map(|register| register.label.clone())
                .collect(),
            why,
        });
        answers(Answer::Unwritable(unwritable.collect()));
        self.unwritable = Some(kinds);
    }

    /// Sends the indicators. Where they cannot be read that is a warning, and everything else is sent all the same.
    pub(super) fn notify_indicators(&self, answers: Answers<'_>) {
        let Some(vault) = &self.vault else { return };
        match vault.shared().and_then(exchange::year_values) {
            Ok(values) => {
                let indicators = Arc::new(vault.indicators().clone());
                answers(Answer::Indicators(indicators, Arc::new(values)));
            }
            Err(error) => answers(Answer::Warning(error.into())),
        }
        self.notify_finances(answers);
    }

    /// Sends the amounts that are kept. Where they cannot be read that is a warning.
    pub(super) fn notify_finances(&self, answers: Answers<'_>) {
        let Some(vault) = &self.vault else { return };
        match vault.shared().and_then(exchange::kept_finances) {
            Ok(kept) => answers(Answer::KeptFinances(kept)),
            Err(error) => answers(Answer::Warning(error.into())),
        }
    }

    /// Sends the open tasks of a register.
    pub(super) fn tasks(
        &mut self,
        register: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let today = self.clock.today();
        let tasks = self.store(register)?.tasks(register, today)?;
        let book = TaskBook::new(tasks, &self.actor, self.clock.wall());
        answers(Answer::Tasks(register.to_owned(), Arc::new(book)));
        Ok(())
    }

    /// Sends every draft of this user. That they cannot be read is only a warning: a refusal would have what was stored
    /// just now stored again.
    pub(super) fn notify_drafts(&self, answers: Answers<'_>) {
        if let Err(refusal) = self.drafts(answers) {
            answers(Answer::Warning(refusal));
        }
    }

    fn drafts(&self, answers: Answers<'_>) -> Result<(), ServiceError> {
        let mut drafts = Vec::new();
        let vault = self.vault()?;
        for (_, store) in vault.stores() {
            drafts.extend(store.drafts(&self.user)?);
        }
        // What the vault could not take in is newer than what it has of the same draft.
        for (_, waiting) in DraftFiles::of(vault.folder()).waiting(&self.user) {
            drafts.retain(|draft| draft.id != waiting.id);
            drafts.push(waiting);
        }
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.saved));
        answers(Answer::Drafts(drafts));
        Ok(())
    }

    /// Sends every saved view that this user may open.
    pub(super) fn notify_views(&self, answers: Answers<'_>) {
        let mut send = || -> Result<(), ServiceError> {
            let mut views = Vec::new();
            for (_, store) in self.vault()?.stores() {
                views.extend(store.views(&self.user)?);
            }
            answers(Answer::Views(views));
            Ok(())
        };
        if let Err(refusal) = send() {
            answers(Answer::Warning(refusal));
        }
    }

    pub(super) fn opened(&mut self, vault: Vault, answers: Answers<'_>) {
        let registers = vault.registers().clone();
        let folder = vault.folder().to_owned();
        let moved = vault.moved_now().filter_map(|id| registers.get(id));
        let moved: Vec<Label> = moved.map(|register| register.label.clone()).collect();
        let synced = vault.synced_by();
        self.vault = Some(vault);
        self.lost = None;
        self.check_files();
        answers(Answer::Opened(folder.clone(), registers));
        if let Some(service) = synced {
            answers(Answer::Warning(ServiceError::VaultIsSynced(
                folder, service,
            )));
        }
        if !moved.is_empty() {
            answers(Answer::Warning(ServiceError::FiguresMoved(moved)));
        }
        self.take_in_draft_files(answers);
        // Views first: a list opens with the one that was chosen for it.
        self.notify_views(answers);
        self.redefined(answers);
        self.notify_drafts(answers);
    }

    /// Counts a register anew. What was stored stays stored whatever comes of the counting, and one register that cannot
    /// be counted keeps no other from the screen: a refusal is said by itself.
    pub(super) fn count_again(&mut self, register: &str, answers: Answers<'_>) {
        let counted = self.count(register, answers);
        if let Err(refusal) = counted.and_then(|()| self.tasks(register, answers)) {
            answers(Answer::Warning(refusal));
        }
    }

    /// Counts every register of the same team anew: what is undone may have been done in several.
    pub(super) fn count_team_again(&mut self, register: &str, answers: Answers<'_>) {
        let Some(vault) = &self.vault else { return };
        let registers = vault.registers();
        let team = registers.get(register).map(|definition| &definition.team);
        let of_team = registers.all().iter();
        let of_team = of_team.filter(|definition| Some(&definition.team) == team);
        let of_team: Vec<String> = of_team.map(|definition| definition.id.clone()).collect();
        for register in of_team {
            self.count_again(&register, answers);
        }
    }

    /// Loads the columns of a register anew and hands them over.
    pub(super) fn count(
        &mut self,
        register: &str,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let Some(vault) = &self.vault else {
            return Ok(());
        };
        let Some(definition) = vault.registers().get(register) else {
            return Ok(());
        };
        let store = vault.store(register)?;
        let columns = Columns::load(Arc::clone(definition), |visit| {
            store.counted(register, visit)
        })
        .map_err(|error| match error {
            LoadError::Source(error) => ServiceError::Store(error),
            LoadError::Unreadable => ServiceError::Unreadable(register.to_owned()),
        })?;
        let ranks = columns.ranks(&store.by_number(register)?);
        answers(Answer::Columns(Arc::new(columns), ranks));
        Ok(())
    }

    /// Loads again what another window or command changed.
    pub(super) fn look_around(&mut self, answers: Answers<'_>) {
        let now = self.clock.now();
        self.notify_unwritable(answers);
        let Some(vault) = &mut self.vault else { return };
        if vault.has_file_back() {
            return self.follow_other_file(None, answers);
        }
        let changed = match vault.changed_elsewhere() {
            Ok(changed) => changed,
            Err(error) if error.is_about_another_file() => {
                return self.follow_other_file(Some(error), answers);
            }
            Err(error) => {
                answers(Answer::Warning(error.into()));
                return;
            }
        };
        if !changed.is_empty() {
            match vault.take_over_editions(now) {
                Ok(true) => return self.redefined(answers),
                Ok(false) => {}
                Err(error) => return answers(Answer::Warning(error.into())),
            }
            self.notify_indicators(answers);
        }
        let Some(vault) = &self.vault else { return };
        let registers = vault.registers().all().iter();
        let changed: Vec<String> = registers
            .filter(|register| changed.contains(&register.team))
            .map(|register| register.id.clone())
            .collect();
        if !changed.is_empty() {
            self.notify_views(answers);
        }
        for register in changed {
            self.count_again(&register, answers);
        }
    }
}
