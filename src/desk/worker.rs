//! The line between the desk and its clerk, who holds the vault on a thread of his own: the window never waits on the
//! disk.
//!
//! The desk asks and goes on drawing; the clerk answers and wakes it. In tests the same clerk works inline.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;

use super::bringing_in::{FileJob, ImportAnswer};
use super::bulk_told::BulkTold;
use super::clerk::Clerk;
use super::clipboard::Copied;
use super::going::{CopyJob, ExportJob};
use super::refusal::Refusal;
use super::task_book::TaskBook;
use crate::clock::Clock;
use crate::exchange::Finances;
use crate::figures::{Columns, YearKey, YearValue, YearValues};
use crate::language::Language;
use crate::register::{
    Address, CaseFile, CaseKey, Content, EntryKey, EntryState, Indicators, Misfits, Reason,
    Registers, Setting, Subject,
};
use crate::report::{Meeting, Scope};
use crate::store::{
    BulkPlan, Dossier, Draft, Edit, Edition, Found, KnownAt, MergePlan, Operation, Preview,
    Recorded, SharedRevision, StoreError, Usage, View,
};

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
    /// The story of a case.
    Dossier(String, CaseKey),
    /// What is known at this address; the number tells a stale answer.
    KnownAt(Address, u64),
    /// Keep that the details of these cases were looked at, each with its register.
    LookUp(Vec<(String, String)>),
    /// What is to be done now in a register.
    Tasks(String),
    /// Keep what is typed.
    KeepDraft(Draft),
    /// Throw a draft of this register away.
    DropDraft(String, String),
    /// Keep what makes a list under a name.
    KeepView(View),
    /// Throw this view of the register away.
    DropView(String, String),
    /// Put the document in this file on the timeline of a case.
    Attach {
        /// The register.
        register: String,
        /// The case.
        case: CaseKey,
        /// The file.
        path: PathBuf,
        /// The action it is part of.
        operation: Operation,
    },
    /// Write the document of an entry to this file, and open it with the system's program where that is asked.
    TakeOut {
        /// The register.
        register: String,
        /// The entry.
        entry: EntryKey,
        /// The file to write, which takes the place of one that is there.
        to: PathBuf,
        /// Whether to open it.
        open: bool,
    },
    /// Tie a case to another one.
    Tie {
        /// The one and the other.
        cases: Box<(CaseFile, CaseFile)>,
        /// The entry that is to tie them.
        state: EntryState,
        /// The action it is part of.
        operation: Operation,
    },
    /// Put cases on paper.
    Paper(Box<PaperJob>),
    /// Open this file with the system's program.
    OpenFile(PathBuf),
    /// The cases in which these words occur; the number tells a stale answer.
    Search(String, u64),
    /// What these cases of a register would become if they were given these settings; the number tells a stale answer.
    PlanBulk {
        /// The register.
        register: String,
        /// The cases, in their order.
        cases: Vec<CaseKey>,
        /// What they would be given.
        settings: Vec<Setting>,
        /// In which language that is told.
        language: Language,
        /// The number of the question.
        ticket: u64,
    },
    /// What merging the second case into the first comes to.
    PlanMerge(Box<(CaseFile, CaseFile)>),
    /// Merge two cases as was shown, unless one of them changed since: then what it comes to is told anew.
    Merge(Box<MergePlan>, Operation),
    /// Undo an action in this register, by its name, as another action.
    Undo(String, String, Operation),
    /// Change every case of the plan that can be changed, by this action.
    CarryOut(Box<BulkPlan>, Operation),
    /// Write what goes out to a file.
    Export(Box<ExportJob>),
    /// Make what goes to the clipboard.
    Copy(Box<CopyJob>),
    /// The cases of this register in which these words stand, or whose number ends so.
    FoundIn(String, String),
    /// Who handles the cases of this register.
    Owners(String),
    /// Store what the user did in this register.
    Record(String, Operation),
    /// Change a list, standard texts or a definition; the id tells which change it was.
    Edit(String, Edit),
    /// Everything that a list, standard texts or a definition ever was.
    Editions(Subject),
    /// Where the choices of a list are used.
    Usage(Subject),
    /// What would become of a register by this text of its definition; the number tells a stale answer.
    Preview(Subject, String, u64),
    /// What bringing in a file would do, or do it.
    Import(FileJob),
    /// Keep what is typed of indicators; the id tells which change it was.
    KeepYears(String, YearsEdit),
    /// Everything that was ever typed of an indicator for one year.
    YearHistory(YearKey),
    /// Whether the amounts in this file add up.
    CheckFinances(PathBuf),
}

/// What is to be kept of indicators.
#[derive(Clone, Debug)]
pub struct YearsEdit {
    /// The values, each with the version that it is based on.
    pub values: Vec<(YearKey, u32, YearValue)>,
    /// Why, where somebody said so.
    pub reason: Option<Reason>,
    /// Whether this undoes what was typed last.
    pub undoes: bool,
}

/// What is to be put on paper.
#[derive(Clone, Debug)]
pub struct PaperJob {
    /// The register of the cases.
    pub register: String,
    /// The cases, in their order.
    pub cases: Vec<CaseKey>,
    /// The meeting that discusses them; none makes the summary of one case.
    pub meeting: Option<Meeting>,
    /// For whom it is.
    pub scope: Scope,
    /// The language of the document.
    pub language: Language,
    /// The file to write; its name says of which kind it is.
    pub to: PathBuf,
    /// Whether a file that is there may go.
    pub overwrite: bool,
}

/// What the clerk answers.
pub enum Answer {
    /// A vault is open.
    Opened(PathBuf, Registers),
    /// The cases of a register as they are counted now, and the rank of every row by its case number.
    Columns(Arc<Columns>, Vec<u32>),
    /// The cases that were asked for.
    Cases(Vec<CaseFile>),
    /// The story that was asked for.
    Dossier(String, CaseKey, Box<Dossier>),
    /// What is known at the address that was asked about.
    KnownAt(KnownAt, u64),
    /// What is to be done in a register.
    Tasks(String, Arc<TaskBook>),
    /// The indicators, and what is typed of them.
    Indicators(Arc<Indicators>, Arc<YearValues>),
    /// Everything this user is typing, by draft, the last one first.
    Drafts(Vec<Draft>),
    /// Every saved view that this user may open, by name.
    Views(Vec<View>),
    /// A document was written to this file.
    TakenOut(PathBuf),
    /// Cases were put on paper in this file.
    OnPaper(PathBuf),
    /// What a search found.
    Found(Found, u64),
    /// What cases would become.
    BulkPlanned(Box<BulkTold>, u64),
    /// What is on the screen went to this file.
    Exported(PathBuf),
    /// What is to be put on the clipboard, and what is said of it.
    Copied(Box<Copied>, String),
    /// What merging two cases comes to, and whether that changed since it was shown.
    MergePlanned(Box<MergePlan>, bool),
    /// In which cases of a register the words stand that were asked for.
    FoundIn(String, String, Vec<CaseKey>),
    /// Who handles the cases of a register.
    Owners(String, Vec<(CaseKey, String)>),
    /// What the user did in this register is stored; the id tells which action it was.
    Recorded(String, String, Recorded),
    /// The registers are these from now on, with the version of everything that was changed in the program.
    Redefined(Registers, Box<Redefined>),
    /// What the user changed in a list or a definition is in force; the id tells which change it was.
    Edited(String),
    /// Everything that a list, standard texts or a definition ever was, and what the files say.
    Editions(Subject, Vec<Edition>, Option<Content>),
    /// Where the choices of a list are used.
    Usage(Subject, Vec<Usage>),
    /// What would become of a register, or what is wrong with the text of its definition.
    Previewed(Box<Result<Preview, StoreError>>, u64),
    /// What bringing in a file would do, or did.
    Imported(Box<ImportAnswer>),
    /// What was typed of indicators is kept; the id tells which change it was.
    YearsKept(String),
    /// Everything that was ever typed of an indicator for one year, newest first.
    YearHistory(YearKey, Vec<(SharedRevision, YearValue)>),
    /// What a file of finances says.
    Finances(PathBuf, Box<Finances>),
    /// What was asked could not be done.
    Refused(Asked, Refusal),
}

/// What was changed in the program, beside the registers that follow.
#[derive(Clone, Debug, Default)]
pub struct Redefined {
    /// The version of each subject.
    pub versions: BTreeMap<Subject, u32>,
    /// What does not fit any more and is left out.
    pub misfits: Misfits,
}

/// What a refusal is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Storing what the user did, by the id of the action.
    Record(String),
    /// Keeping the draft with this id.
    Draft(String),
    /// Work that takes a while: opening, importing.
    Long,
    /// Cases or the story of one of this register, to be asked for again.
    Fetch(String),
    /// Putting cases on paper.
    Paper,
    /// Writing what is on the screen to a file.
    Export,
    /// Attaching a document, by the id of the action.
    Attach(String),
    /// Changing a list or a definition, by the id of the change.
    Edit(String),
    /// Keeping what is typed of indicators, by the id of the change.
    Years(String),
    /// Anything else.
    Other,
}

impl Request {
    /// What a refusal of this request is about.
    pub fn asked(&self) -> Asked {
        match self {
            Self::Open(_)
            | Self::Create(_)
            | Self::Demo(_)
            | Self::Import(_)
            | Self::CheckFinances(_) => Asked::Long,
            Self::Record(_, operation)
            | Self::CarryOut(_, operation)
            | Self::Undo(_, _, operation)
            | Self::Merge(_, operation) => Asked::Record(operation.id.clone()),
            Self::Cases(register, _) | Self::Dossier(register, _) => Asked::Fetch(register.clone()),
            Self::Paper(_) => Asked::Paper,
            Self::Export(_) => Asked::Export,
            Self::Attach { operation, .. } => Asked::Attach(operation.id.clone()),
            Self::KeepDraft(draft) => Asked::Draft(draft.id.clone()),
            Self::Edit(id, _) => Asked::Edit(id.clone()),
            Self::KeepYears(id, _) => Asked::Years(id.clone()),
            Self::Search(..)
            | Self::Editions(_)
            | Self::YearHistory(_)
            | Self::Usage(_)
            | Self::Preview(..)
            | Self::PlanMerge(_)
            | Self::FoundIn(..)
            | Self::Owners(_)
            | Self::PlanBulk { .. }
            | Self::Copy(_)
            | Self::KnownAt(..)
            | Self::LookUp(_)
            | Self::Tasks(_)
            | Self::DropDraft(..)
            | Self::KeepView(_)
            | Self::DropView(..)
            | Self::TakeOut { .. }
            | Self::OpenFile(_)
            | Self::Tie { .. } => Asked::Other,
        }
    }
}

/// The desk's end of the line to the clerk.
pub struct Worker {
    line: Line,
    answers: Receiver<Answer>,
    /// Whether it was said that the clerk is gone.
    gone: bool,
}

enum Line {
    /// A thread of its own; the desk is woken for every answer.
    Thread(Option<Sender<Request>>, Option<JoinHandle<()>>),
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
        let thread = std::thread::Builder::new().name("peildatum vault".to_owned());
        let clerk = thread.spawn(move || {
            Clerk::new(clock, actor).work(&asked, &mut |reply| {
                // A window that is closed needs no answer; what it asked for is done all the same.
                let _ = answer.send(reply);
                wake.request_repaint();
            });
        })?;
        Ok(Self::on(Line::Thread(Some(ask), Some(clerk)), answers))
    }

    /// A clerk who works while he is asked: for tests.
    pub fn inline(clock: Clock, actor: String) -> Self {
        let (answer, answers) = channel();
        let clerk = Box::new(Clerk::new(clock, actor));
        Self::on(Line::Inline(clerk, answer), answers)
    }

    fn on(line: Line, answers: Receiver<Answer>) -> Self {
        Self {
            line,
            answers,
            gone: false,
        }
    }

    /// Asks something; the answer comes later.
    pub fn ask(&mut self, request: Request) {
        match &mut self.line {
            // That a clerk is gone shows where his answers end.
            Line::Thread(Some(ask), _) => drop(ask.send(request)),
            Line::Thread(None, _) => {}
            Line::Inline(clerk, answer) => {
                clerk.handle(request, &mut |reply| drop(answer.send(reply)));
            }
        }
    }

    /// The next answer that has arrived.
    pub fn answer(&mut self) -> Option<Answer> {
        match self.answers.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Disconnected) if !self.gone => {
                self.gone = true;
                Some(Answer::Refused(Asked::Long, Refusal::ClerkGone))
            }
            Err(_) => None,
        }
    }
}

impl Drop for Worker {
    /// What was asked is still done: the window is gone when the clerk has finished.
    fn drop(&mut self) {
        if let Line::Thread(ask, clerk) = &mut self.line {
            drop(ask.take());
            if let Some(clerk) = clerk.take() {
                // A clerk who failed said so before, or cannot any more.
                let _ = clerk.join();
            }
        }
    }
}
