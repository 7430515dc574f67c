//! The clerk behind the desk: holds the vault, does what is asked, and notices what others write.

mod telling;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::clock::Clock;
use crate::desk::bringing_in::Recipient;
use crate::desk::bulk_told::BulkTold;
use crate::desk::documents::make_read_only;
use crate::desk::manage::content;
use crate::desk::refusal::{NoDocument, Refusal};
use crate::desk::worker::{Answer, PaperJob, Request, YearsEdit};
use crate::exchange;
use crate::register::{Address, CaseFile};
use crate::report::{self, Agenda, CaseOnPaper, CaseSummary, Made};
use crate::store::{
    BulkPlan, KnownAt, LookUp, MergePlan, Operation, StoreError, TeamFile, Vault, attachment,
};

/// How often the clerk looks whether another window or command wrote to the vault.
const LOOK_AROUND: Duration = Duration::from_secs(1);

/// Hands an answer over.
pub type Reply<'a> = &'a mut dyn FnMut(Answer);

/// The one who holds the vault.
pub struct Clerk {
    clock: Clock,
    actor: String,
    vault: Option<Vault>,
}

impl Clerk {
    /// A clerk without a vault yet.
    pub fn new(clock: Clock, actor: String) -> Self {
        Self {
            clock,
            actor,
            vault: None,
        }
    }

    /// Answers what is asked, and looks around in between, until nobody can ask any more. Also while much is asked: what is
    /// typed is kept every second, and whoever types is to hear of others as soon as anybody else.
    pub fn work(&mut self, asked: &Receiver<Request>, reply: Reply<'_>) {
        let mut looked = Instant::now();
        loop {
            let rest = LOOK_AROUND.saturating_sub(looked.elapsed());
            match asked.recv_timeout(rest) {
                Ok(request) => self.handle(request, reply),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if looked.elapsed() >= LOOK_AROUND {
                self.look_around(reply);
                looked = Instant::now();
            }
        }
    }

    /// Answers one request; a refusal says what it refuses.
    pub fn handle(&mut self, request: Request, reply: Reply<'_>) {
        let asked = request.asked();
        let mut done = self.attempt(request.clone(), reply);
        // Another window changed a definition just now: it is taken over, and what was asked is done by it.
        if let Err(Refusal::Store(StoreError::DefinitionChanged { .. })) = done {
            done = self
                .reload(reply)
                .and_then(|()| self.attempt(request, reply));
        }
        if let Err(refusal) = done {
            reply(Answer::Refused(asked, refusal));
        }
    }

    fn attempt(&mut self, request: Request, reply: Reply<'_>) -> Result<(), Refusal> {
        let now = self.clock.now();
        match request {
            Request::Open(folder) => {
                let vault = Vault::open(&folder, now)?;
                self.opened(vault, reply);
            }
            Request::Create(folder) => {
                let vault = Vault::create(&folder, now)?;
                self.opened(vault, reply);
            }
            Request::Demo(folder) => {
                let mut vault = Vault::create(&folder, now)?;
                let (cases, seed) = (exchange::DEMO_CASES, exchange::DEMO_SEED);
                exchange::fill_with_invented_cases(&mut vault, cases, seed, &self.clock)?;
                self.opened(vault, reply);
            }
            Request::Cases(register, keys) => {
                reply(Answer::Cases(self.store(&register)?.cases(&keys)?));
            }
            Request::Dossier(register, key) => {
                let dossier = self.vault()?.dossier(&register, key)?;
                reply(Answer::Dossier(register, key, Box::new(dossier)));
            }
            Request::KnownAt(address, ticket) => {
                let cases = self.vault()?.known_at(&address)?;
                let street = self.in_street(&address, &cases)?;
                reply(Answer::KnownAt(KnownAt { cases, street }, ticket));
            }
            Request::LookUp(cases) => self.log_look_up(cases)?,
            Request::Tasks(register) => self.tasks(&register, reply)?,
            Request::KeepDraft(draft) => {
                self.store(&draft.register)?.keep_draft(&draft)?;
                self.tell_drafts(reply);
            }
            Request::DropDraft(register, id) => {
                self.store(&register)?.drop_draft(&id)?;
                self.tell_drafts(reply);
            }
            Request::KeepView(view) => {
                self.store(&view.register)?.keep_view(&view)?;
                self.tell_views(reply);
            }
            Request::DropView(register, id) => {
                let actor = self.actor.clone();
                self.store(&register)?.drop_view(&id, &actor)?;
                self.tell_views(reply);
            }
            Request::Attach {
                register,
                case,
                path,
                operation,
            } => {
                let happened = self.clock.wall();
                check_document(&path)?;
                let definition = self.vault()?.definition(&register)?;
                let entry = attachment(definition, case, &path, happened)?;
                self.record(register, &operation.with_entry(entry), reply)?;
            }
            Request::TakeOut {
                register,
                entry,
                to,
                open,
            } => {
                self.vault()?.take_out(&register, entry, &to)?;
                if open {
                    make_read_only(&to);
                }
                if open && opener::open(&to).is_err() {
                    return Err(Refusal::NotOpened(to));
                }
                reply(Answer::TakenOut(to));
            }
            Request::Paper(job) => self.put_on_paper(*job, reply)?,
            Request::OpenFile(path) => {
                if opener::open(&path).is_err() {
                    return Err(Refusal::NotOpened(path));
                }
            }
            Request::Tie {
                cases,
                state,
                operation,
            } => {
                let (one, other) = *cases;
                let (register, entry) = self.vault()?.tie(&one, &other, state)?;
                self.record(register, &operation.with_entry(entry), reply)?;
                // The tie shows at both ends, which may be in two registers.
                self.count_again(&one.register, reply);
                self.count_again(&other.register, reply);
            }
            Request::Search(words, ticket) => {
                reply(Answer::Found(self.vault()?.find(&words, 40)?, ticket));
            }
            Request::PlanBulk {
                register,
                cases,
                settings,
                language,
                ticket,
            } => {
                let today = self.clock.today();
                let vault = self.vault()?;
                let cases = vault.store(&register)?.cases(&cases)?;
                let definition = vault.definition(&register)?;
                let plan = BulkPlan::make(definition, cases, &settings, today);
                let told = BulkTold::new(plan, definition, language);
                reply(Answer::BulkPlanned(Box::new(told), ticket));
            }
            Request::CarryOut(plan, by) => {
                let operation = plan.operation(by);
                self.record(plan.register, &operation, reply)?;
            }
            Request::Export(job) => self.export(&job, reply)?,
            Request::Copy(job) => self.copy(*job, reply)?,
            Request::PlanMerge(cases) => {
                let (remaining, other) = *cases;
                let plan = self.vault()?.plan_merge(remaining, other)?;
                reply(Answer::MergePlanned(Box::new(plan), false));
            }
            Request::Merge(plan, operation) => self.merge(&plan, operation, reply)?,
            Request::Undo(register, action, by) => {
                let operation = by.id.clone();
                let recorded = self.store(&register)?.undo(&action, by)?;
                self.count_team_again(&register, reply);
                reply(Answer::Recorded(register, operation, recorded));
            }
            Request::FoundIn(register, words) => {
                let cases = self.store(&register)?.found_in(&register, &words)?;
                reply(Answer::FoundIn(register, words, cases));
            }
            Request::Owners(register) => {
                let owner = self.vault()?.definition(&register)?.work.owner.clone();
                let owners = match owner {
                    Some(owner) => self.store(&register)?.texts(&register, &owner)?,
                    None => Vec::new(),
                };
                reply(Answer::Owners(register, owners));
            }
            Request::Record(register, operation) => self.record(register, &operation, reply)?,
            Request::Edit(id, edit) => {
                self.vault_mut()?.edit(&edit)?;
                self.redefined(reply);
                reply(Answer::Edited(id));
            }
            Request::Editions(subject) => {
                let vault = self.vault()?;
                let editions = vault.editions_of(&subject)?;
                let files = content(&vault.with(&subject, None)?, &subject);
                reply(Answer::Editions(subject, editions, files));
            }
            Request::Usage(subject) => {
                let usage = self.vault()?.usage(&subject)?;
                reply(Answer::Usage(subject, usage));
            }
            Request::Preview(subject, text, ticket) => {
                let preview = self.vault()?.preview(&subject, &text);
                reply(Answer::Previewed(Box::new(preview), ticket));
            }
            Request::Import(job) => {
                let vault = self.vault.as_mut().ok_or(Refusal::NoVault)?;
                let answer = job.carry_out(vault, &self.actor, &self.clock)?;
                match &answer.into {
                    _ if !answer.written => {}
                    Recipient::Register(register) => self.count_again(register, reply),
                    Recipient::Indicators => self.tell_indicators(reply),
                }
                reply(Answer::Imported(Box::new(answer)));
            }
            Request::KeepYears(id, edit) => {
                let actor = self.actor.clone();
                let shared = self.vault_mut()?.shared_mut()?;
                let YearsEdit {
                    values,
                    reason,
                    undoes,
                } = edit;
                let kept = match undoes {
                    true => exchange::undo_year_values(shared, &values, (&actor, now)),
                    false => exchange::keep_year_values(shared, &values, (&actor, now), reason),
                };
                // Also where it was refused: whoever is told that somebody else was first is to see what stands there now.
                self.tell_indicators(reply);
                kept?;
                reply(Answer::YearsKept(id));
            }
            Request::YearHistory(key) => {
                let history = exchange::year_value_history(self.vault()?.shared()?, &key)?;
                reply(Answer::YearHistory(key, history));
            }
            Request::CheckFinances(path) => {
                let finances = exchange::read_finances(&path)?;
                reply(Answer::Finances(path, Box::new(finances)));
            }
        }
        Ok(())
    }

    /// Writes the summary of a case, or the agenda of a meeting.
    fn put_on_paper(&self, job: PaperJob, reply: Reply<'_>) -> Result<(), Refusal> {
        let vault = self.vault()?;
        let definition = vault.definition(&job.register)?;
        let cases = vault.store(&job.register)?.cases(&job.cases)?.into_iter();
        let cases: Vec<CaseOnPaper> = cases
            .map(|case| CaseOnPaper::gather(vault, case))
            .collect::<Result<_, _>>()?;
        let made = self.made();
        let document = match (&job.meeting, cases.first()) {
            (Some(meeting), _) => {
                let agenda = Agenda::new(definition, meeting, &cases, job.scope, &made);
                agenda.document(job.language)
            }
            (None, Some(case)) => CaseSummary::new(case, job.scope, &made).document(job.language),
            (None, None) => {
                let register = job.register;
                return Err(StoreError::MissingCase { register }.into());
            }
        };
        report::save(&document, &job.to, job.overwrite)?;
        reply(Answer::OnPaper(job.to));
        Ok(())
    }

    /// By whom something is made, and when.
    pub(super) fn made(&self) -> Made {
        Made {
            at: self.clock.now(),
            by: self.actor.clone(),
        }
    }

    fn vault_mut(&mut self) -> Result<&mut Vault, Refusal> {
        self.vault.as_mut().ok_or(Refusal::NoVault)
    }

    pub(super) fn vault(&self) -> Result<&Vault, Refusal> {
        self.vault.as_ref().ok_or(Refusal::NoVault)
    }

    /// The cases in the street. A caller says a postcode and a number: the street is that of a case at the address.
    fn in_street(&self, address: &Address, known: &[CaseFile]) -> Result<Vec<CaseFile>, Refusal> {
        let mut address = address.clone();
        let here = known.iter().flat_map(|case| case.state.addresses());
        let mut here = here.filter(|known| known.postcode == address.postcode);
        if address.street.is_empty()
            && let Some(known) = here.find(|known| !known.street.is_empty())
        {
            address.street.clone_from(&known.street);
        }
        Ok(self.vault()?.in_street(&address)?)
    }

    fn store(&mut self, register: &str) -> Result<&mut dyn TeamFile, Refusal> {
        match &mut self.vault {
            Some(vault) => Ok(vault.store_mut(register)?),
            None => Err(Refusal::NoVault),
        }
    }

    fn record(
        &mut self,
        register: String,
        operation: &Operation,
        reply: Reply<'_>,
    ) -> Result<(), Refusal> {
        let recorded = self.store(&register)?.record(operation)?;
        // Columns first: whoever is told that a case is stored already finds it in the list.
        let written = operation.writes.iter().map(|write| write.register.clone());
        let written: BTreeSet<String> = written.chain([register.clone()]).collect();
        for register in &written {
            self.count_again(register, reply);
        }
        if operation.draft.is_some() {
            self.tell_drafts(reply);
        }
        reply(Answer::Recorded(register, operation.id.clone(), recorded));
        Ok(())
    }

    /// Keeps the look-up in the file of every team of which cases were shown.
    fn log_look_up(&mut self, cases: Vec<(String, String)>) -> Result<(), Refusal> {
        let mut shown: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
        for (register, id) in cases {
            let team = self.vault()?.definition(&register)?.team.clone();
            shown
                .entry(team)
                .or_insert((register, Vec::new()))
                .1
                .push(id);
        }
        let (recorded, actor) = (self.clock.now(), self.actor.clone());
        for (register, cases) in shown.into_values() {
            let actor = actor.clone();
            self.store(&register)?.log_look_up(&LookUp {
                recorded,
                actor,
                cases,
            })?;
        }
        Ok(())
    }

    /// Merges two cases, unless what that comes to is no longer what was shown.
    fn merge(
        &mut self,
        shown: &MergePlan,
        operation: Operation,
        reply: Reply<'_>,
    ) -> Result<(), Refusal> {
        let register = shown.remaining.register.clone();
        let vault = self.vault()?;
        let keys = [shown.remaining.key, shown.other.key];
        let cases = vault.store(&register)?.cases(&keys)?;
        let Ok([remaining, other]) = <[CaseFile; 2]>::try_from(cases) else {
            return Err(StoreError::MissingCase { register }.into());
        };
        let plan = vault.plan_merge(remaining, other)?;
        if plan != *shown {
            reply(Answer::MergePlanned(Box::new(plan), true));
            return Ok(());
        }
        let definition = vault.definition(&register)?;
        let operation = plan.operation(definition, operation, self.clock.wall());
        self.record(register, &operation, reply)
    }
}

/// Refuses what is no document. What else can be wrong with a file shows when it is read.
fn check_document(path: &Path) -> Result<(), Refusal> {
    let why = match fs::metadata(path) {
        Ok(found) if found.is_dir() => NoDocument::Folder,
        Ok(found) if found.len() == 0 => NoDocument::Empty,
        Err(error) if error.kind() == ErrorKind::NotFound => NoDocument::Absent,
        _ => return Ok(()),
    };
    Err(Refusal::NoDocument(path.to_owned(), why))
}
