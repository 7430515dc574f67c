//! The clerk behind the desk: one thread that holds the vault, so that the window never waits on the disk.
//!
//! The desk asks and goes on drawing; the clerk answers and wakes it. In tests the same clerk works inline.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::clock::Clock;
use crate::exchange::{self, ImportError, Imported};
use crate::figures::{Columns, LoadError};
use crate::language::{Explain, Language};
use crate::register::{CaseFile, CaseKey, Registers, Revision};
use crate::store::{Operation, Store, StoreError, Vault};

/// How often the clerk looks whether another window or command wrote to the vault.
const LOOK_AROUND: Duration = Duration::from_secs(1);

/// What the desk asks.
#[derive(Clone, Debug)]
pub enum Request {
    /// Open the vault in this folder.
    Open(PathBuf),
    /// Make a new vault in this folder, and open it.
    Create(PathBuf),
    /// Make a new vault with invented cases in it, and open it.
    Demo(PathBuf),
    /// These cases of a register.
    Cases(String, Vec<CaseKey>),
    /// The history of a case.
    History(String, CaseKey),
    /// The cases in which these words occur; the number tells a stale answer.
    Search(String, u64),
    /// Store what the user did in this register.
    Record(String, Operation),
    /// What importing this file would do, or do it.
    Import {
        /// The register.
        register: String,
        /// The file.
        path: PathBuf,
        /// Whether to write; otherwise it is a dry run.
        write: bool,
        /// Whether one refused row holds back all others.
        all_or_nothing: bool,
    },
}

/// What the clerk answers.
pub enum Answer {
    /// A vault is open.
    Opened(PathBuf, Registers),
    /// The cases of a register as they are counted now, and the rank of every row by its case number.
    Columns(Arc<Columns>, Vec<u32>),
    /// The cases that were asked for.
    Cases(Vec<CaseFile>),
    /// The history that was asked for.
    History(String, CaseKey, Vec<Revision>),
    /// What a search found.
    Found(Vec<CaseFile>, u64),
    /// What the user did is stored.
    Recorded(Vec<CaseFile>),
    /// What importing does or did; written or not.
    Imported(Imported, bool),
    /// Something could not be done.
    Refused(Refusal),
}

/// Why something could not be done.
pub enum Refusal {
    /// The vault says no.
    Store(StoreError),
    /// The file that was to come in says no.
    Import(ImportError),
    /// No vault is open.
    NoVault,
    /// What is counted of a register cannot be read.
    Unreadable(String),
}

impl Explain for Refusal {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Store(error) => error.explain(language),
            Self::Import(error) => error.explain(language),
            Self::NoVault => language.text("vault-none-open"),
            Self::Unreadable(register) => {
                language.say("vault-unreadable-counts", &[("register", register.into())])
            }
        }
    }
}

impl From<ImportError> for Refusal {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// The desk's end of the line to the clerk.
pub struct Worker {
    line: Line,
    answers: Receiver<Answer>,
}

enum Line {
    /// A thread of its own; the desk is woken for every answer.
    Thread(Sender<Request>),
    /// The clerk works while it is asked.
    Inline(Box<Clerk>, Sender<Answer>),
}

impl Worker {
    /// A clerk on a thread of its own, who wakes the window for every answer.
    ///
    /// # Errors
    /// The system has no thread to spare.
    pub fn threaded(clock: Clock, actor: String, wake: egui::Context) -> std::io::Result<Self> {
        let (ask, asked) = channel();
        let (answer, answers) = channel();
        std::thread::Builder::new().name("peildatum vault".to_owned()).spawn(move || {
            Clerk::new(clock, actor).work(&asked, &mut |reply| {
                let heard = answer.send(reply).is_ok();
                wake.request_repaint();
                heard
            });
        })?;
        Ok(Self { line: Line::Thread(ask), answers })
    }

    /// A clerk who works while he is asked: for tests.
    pub fn inline(clock: Clock, actor: String) -> Self {
        let (answer, answers) = channel();
        Self { line: Line::Inline(Box::new(Clerk::new(clock, actor)), answer), answers }
    }

    /// Asks something; the answer comes later.
    pub fn ask(&mut self, request: Request) {
        match &mut self.line {
            // A clerk who is gone took the window with him: there is nobody left to tell.
            Line::Thread(ask) => drop(ask.send(request)),
            Line::Inline(clerk, answer) => {
                clerk.handle(request, &mut |reply| answer.send(reply).is_ok());
            }
        }
    }

    /// The next answer that has arrived.
    pub fn answer(&self) -> Option<Answer> {
        self.answers.try_recv().ok()
    }
}

/// Hands an answer over; false when nobody listens any more.
type Reply<'a> = &'a mut dyn FnMut(Answer) -> bool;

struct Clerk {
    clock: Clock,
    actor: String,
    vault: Option<Vault>,
}

impl Clerk {
    fn new(clock: Clock, actor: String) -> Self {
        Self { clock, actor, vault: None }
    }

    fn work(&mut self, asked: &Receiver<Request>, reply: Reply<'_>) {
        loop {
            match asked.recv_timeout(LOOK_AROUND) {
                Ok(request) => self.handle(request, reply),
                Err(RecvTimeoutError::Timeout) => self.look_around(reply),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn handle(&mut self, request: Request, reply: Reply<'_>) {
        if let Err(refusal) = self.attempt(request, reply) {
            reply(Answer::Refused(refusal));
        }
    }

    fn attempt(&mut self, request: Request, reply: Reply<'_>) -> Result<(), Refusal> {
        let now = self.clock.now();
        match request {
            Request::Open(folder) => {
                let vault = Vault::open(&folder, now)?;
                self.opened(vault, reply)?;
            }
            Request::Create(folder) => {
                let vault = Vault::create(&folder, now)?;
                self.opened(vault, reply)?;
            }
            Request::Demo(folder) => {
                let mut vault = Vault::create(&folder, now)?;
                let (cases, seed) = (exchange::DEMO_CASES, exchange::DEMO_SEED);
                exchange::fill_with_invented_cases(&mut vault, cases, seed, &self.clock)?;
                self.opened(vault, reply)?;
            }
            Request::Cases(register, keys) => {
                reply(Answer::Cases(self.store(&register)?.cases(&keys)?));
            }
            Request::History(register, key) => {
                let history = self.store(&register)?.history(key)?;
                reply(Answer::History(register, key, history));
            }
            Request::Search(words, ticket) => {
                if let Some(vault) = &self.vault {
                    reply(Answer::Found(vault.search(&words, 40)?, ticket));
                }
            }
            Request::Record(register, operation) => {
                let recorded = self.store(&register)?.record(&operation)?;
                // Columns first: whoever is told that a case is stored already finds it in the list.
                self.count(&register, reply)?;
                reply(Answer::Recorded(recorded.cases));
            }
            Request::Import { register, path, write, all_or_nothing } => {
                let Some(vault) = &mut self.vault else { return Ok(()) };
                let job = exchange::ImportJob {
                    register: &register,
                    path: &path,
                    named: &[],
                    dry_run: !write,
                    all_or_nothing,
                };
                let imported = exchange::import(vault, &job, &self.actor, &self.clock)?;
                if write {
                    self.count(&register, reply)?;
                }
                reply(Answer::Imported(imported, write));
            }
        }
        Ok(())
    }

    fn store(&mut self, register: &str) -> Result<&mut dyn Store, Refusal> {
        match &mut self.vault {
            Some(vault) => Ok(vault.store_mut(register)?),
            None => Err(Refusal::NoVault),
        }
    }

    fn opened(&mut self, vault: Vault, reply: Reply<'_>) -> Result<(), Refusal> {
        let registers = vault.registers().clone();
        let folder = vault.folder().to_owned();
        let ids: Vec<String> = registers.ids().into_iter().map(str::to_owned).collect();
        self.vault = Some(vault);
        reply(Answer::Opened(folder, registers));
        for id in ids {
            self.count(&id, reply)?;
        }
        Ok(())
    }

    /// Loads the columns of a register anew and hands them over.
    fn count(&mut self, register: &str, reply: Reply<'_>) -> Result<(), Refusal> {
        let Some(vault) = &self.vault else { return Ok(()) };
        let Some(definition) = vault.registers().get(register) else { return Ok(()) };
        let store = vault.store(register)?;
        let columns = Columns::load(Arc::clone(definition), |visit| store.counted(register, visit))
            .map_err(|error| match error {
                LoadError::Source(error) => Refusal::Store(error),
                LoadError::Unreadable => Refusal::Unreadable(register.to_owned()),
            })?;
        let ranks = columns.ranks(&store.by_number(register)?);
        reply(Answer::Columns(Arc::new(columns), ranks));
        Ok(())
    }

    /// Loads again what another window or command changed.
    fn look_around(&mut self, reply: Reply<'_>) {
        let Some(vault) = &mut self.vault else { return };
        let changed = match vault.changed_elsewhere() {
            Ok(changed) => changed,
            Err(error) => {
                reply(Answer::Refused(error.into()));
                return;
            }
        };
        let registers = vault.registers().all().iter();
        let changed: Vec<String> = registers
            .filter(|register| changed.contains(&register.team))
            .map(|register| register.id.clone())
            .collect();
        for register in changed {
            if let Err(refusal) = self.count(&register, reply) {
                reply(Answer::Refused(refusal));
            }
        }
    }
}
