//! The vault service: holds the vault on a thread of its own, answers requests, and notices what others write.

mod backups;
mod cases;
mod definitions;
mod diagnosis;
mod drafts_and_views;
mod exports;
mod files;
mod imports;
mod indicators;
mod notify;
mod recovery;

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::clock::Clock;
use crate::desk::backend::daily_backup::DailyBackup;
use crate::desk::backend::lost_vault::LostVault;
use crate::desk::backend::protocol::{Answer, Reply, Request, RequestId};
use crate::desk::backend::service_error::ServiceError;
use crate::exchange;
use crate::logging;
use crate::report::Made;
use crate::store::{OpeningProgress, StoreError, TeamFile, Vault};

/// How often the service looks whether another window or command wrote to the vault.
const LOOK_AROUND: Duration = Duration::from_secs(1);

/// Takes the answers to one request.
type Answers<'a> = &'a mut dyn FnMut(Answer);

/// Holds the vault.
pub struct VaultService {
    clock: Clock,
    /// The user as the system knows him, to whom drafts and views belong.
    user: String,
    /// The name that stands with what is recorded.
    actor: String,
    vault: Option<Vault>,
    /// The vault that was open until the program failed, while it cannot be opened again.
    lost: Option<LostVault>,
    /// In which teams nothing can be stored, and what kind of error that is, as it was said last.
    unwritable: Option<Vec<(String, &'static str)>>,
    daily: DailyBackup,
}

impl VaultService {
    /// A service without a vault yet.
    pub fn new(clock: Clock, actor: String) -> Self {
        Self {
            clock,
            user: actor.clone(),
            actor,
            vault: None,
            lost: None,
            unwritable: None,
            daily: DailyBackup::default(),
        }
    }

    /// Answers requests until the window is gone. About every second it looks whether others wrote to the vault, also when
    /// requests come faster than that, as they do while drafts are saved.
    pub fn work(&mut self, asked: &Receiver<(RequestId, Request)>, send: &mut dyn FnMut(Reply)) {
        let mut looked = Instant::now();
        loop {
            let rest = LOOK_AROUND.saturating_sub(looked.elapsed());
            match asked.recv_timeout(rest) {
                Ok((id, request)) => self.handle(id, &request, send),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.back_up_on_closing(),
            }
            if looked.elapsed() >= LOOK_AROUND {
                let began = Instant::now();
                let answers: Answers<'_> = &mut |answer| send(Reply { to: None, answer });
                let looked_around = self.survive(answers, |service, answers| {
                    service.find_lost_vault(answers);
                    service.look_around(answers);
                    service.tend_backups(answers);
                    Ok(())
                });
                if let Err(refusal) = looked_around {
                    answers(Answer::Warning(refusal));
                }
                looked = Instant::now();
                logging::look_around(looked - began);
            }
        }
    }

    /// Answers one request. The last answer is always that it is done, or that it is refused and why.
    pub fn handle(&mut self, id: RequestId, request: &Request, send: &mut dyn FnMut(Reply)) {
        let work = logging::request(request.kind());
        let to = Some(id);
        let answers: Answers<'_> = &mut |answer| send(Reply { to, answer });
        let done = self.survive(answers, |service, answers| {
            let done = service.attempt(request, answers);
            // Another window changed a definition just now: it is loaded, and the request is tried again.
            if let Err(ServiceError::Store(StoreError::DefinitionChanged { .. })) = done {
                service.reload(answers)?;
                return service.attempt(request, answers);
            }
            done
        });
        work.done(done.as_ref().err().map(<&'static str>::from));
        answers(match done {
            Ok(()) => Answer::Done,
            Err(error) => Answer::Refused(error),
        });
    }

    fn attempt(&mut self, request: &Request, answers: Answers<'_>) -> Result<(), ServiceError> {
        match request {
            Request::Open(folder) => self.open(folder, answers),
            Request::Create(folder) => self.create(folder, answers),
            Request::Demo(folder) => self.demo(folder, answers),
            Request::Cases(register, keys) => self.cases(register, keys, answers),
            Request::Dossier(register, key) => self.dossier(register, *key, answers),
            Request::AddressLookup(address) => self.address_lookup(address, answers),
            Request::LogLookUp(cases) => self.log_look_up(cases),
            Request::Tasks(register) => self.tasks(register, answers),
            Request::Actor(name) => {
                name.clone_into(&mut self.actor);
                Ok(())
            }
            Request::Search(words, first) => self.search(words, first.as_deref(), answers),
            Request::FoundIn(register, words) => self.found_in(register, words, answers),
            Request::Owners(register) => self.owners(register, answers),
            Request::LastContacts(register) => self.last_contacts(register, answers),
            Request::Order(register, by) => self.order(register, by, answers),
            Request::PlanBulk(question) => self.plan_bulk(question, answers),
            Request::CarryOut(plan, by) => self.carry_out(plan, by, answers),
            Request::PlanMerge(remaining, other) => self.plan_merge(remaining, other, answers),
            Request::Merge(plan, by) => self.merge(plan, by, answers),
            Request::Record(register, operation) => self.record(register, operation, answers),
            Request::Undo(register, action, by) => self.undo(register, action, by, answers),
            Request::Link(job) => self.link(job, answers),
            Request::Gather(job) => self.gather(job, answers),
            Request::SaveDraft(draft) => self.save_draft(draft, answers),
            Request::DeleteDraft(register, id) => self.delete_draft(register, id, answers),
            Request::SaveView(view) => self.save_view(view, answers),
            Request::DeleteView(register, id) => self.delete_view(register, id, answers),
            Request::Edit(edit) => self.edit(edit, answers),
            Request::Editions(subject) => self.editions(subject, answers),
            Request::Usage(subject) => self.usage(subject, answers),
            Request::Preview(subject, text) => self.preview(subject, text, answers),
            Request::SaveYears(edit) => self.save_years(edit, answers),
            Request::YearHistory(key) => self.year_history(key, answers),
            Request::CheckFinances(path) => self.check_finances(path, answers),
            Request::KeepFinances(path) => self.keep_finances(path, answers),
            Request::UndoFinances(changes) => self.undo_finances(changes, answers),
            Request::Attach(job) => self.attach(job, answers),
            Request::TakeOut(job) => self.take_out(job, answers),
            Request::Paper(job) => self.put_on_paper(job, answers),
            Request::OpenFile(path) => self.open_file(path),
            Request::Look(job) => self.look(job, answers),
            Request::CheckRows(job) => self.check_rows(job, answers),
            Request::ImportCases(job) => self.import_cases(job, answers),
            Request::SaveRefused(job) => self.save_refused(job, answers),
            Request::ImportFigures(job) => self.import_figures(job, answers),
            Request::Export(job) => self.export(job, answers),
            Request::Copy(job) => self.copy(job, answers),
            Request::Diagnose(job) => self.diagnose(job, answers),
            Request::Backups(vault) => self.backups(vault, answers),
            Request::MakeBackup(vault) => self.make_backup(vault, answers),
            Request::TryBackup(choice) => self.try_backup(choice, answers),
            Request::SecondFolder(vault, folder) => {
                self.choose_second_folder(vault, folder.as_deref(), answers)
            }
            Request::PlanRestore(choice) => self.plan_restore(choice, answers),
            Request::Restore(choice, teams) => self.restore(choice, teams, answers),
        }
    }

    fn open(&mut self, folder: &Path, answers: Answers<'_>) -> Result<(), ServiceError> {
        let now = self.clock.now();
        let mut tell = |OpeningProgress::Waits| answers(Answer::OpeningWaits);
        let vault = Vault::open_and_tell(folder, now, &mut tell)?;
        self.opened(vault, answers);
        Ok(())
    }

    fn create(&mut self, folder: &Path, answers: Answers<'_>) -> Result<(), ServiceError> {
        let vault = Vault::create(folder, self.clock.now())?;
        self.opened(vault, answers);
        Ok(())
    }

    fn demo(&mut self, folder: &Path, answers: Answers<'_>) -> Result<(), ServiceError> {
        let (years, seed) = (exchange::DEMO_YEARS, exchange::DEMO_SEED);
        let me = Some(self.actor.as_str());
        let vault = Vault::create_filled(folder, self.clock.now(), |vault| {
            exchange::fill_with_a_municipality(vault, years, seed, &self.clock, me)
        })?;
        self.opened(vault, answers);
        Ok(())
    }

    /// Who makes a document or an export, and when.
    fn made(&self) -> Made {
        Made {
            at: self.clock.now(),
            by: self.actor.clone(),
        }
    }

    fn vault_mut(&mut self) -> Result<&mut Vault, ServiceError> {
        match &mut self.vault {
            Some(vault) => Ok(vault),
            None => Err(no_vault(self.lost.as_ref())),
        }
    }

    fn vault(&self) -> Result<&Vault, ServiceError> {
        self.vault
            .as_ref()
            .ok_or_else(|| no_vault(self.lost.as_ref()))
    }

    /// The store of the team of this register.
    fn store(&mut self, register: &str) -> Result<&mut dyn TeamFile, ServiceError> {
        match &mut self.vault {
            Some(vault) => Ok(vault.store_mut(register)?),
            None => Err(no_vault(self.lost.as_ref())),
        }
    }
}

/// Why there is no vault to do something in.
fn no_vault(lost: Option<&LostVault>) -> ServiceError {
    lost.map_or(ServiceError::NoVault, LostVault::refusal)
}
