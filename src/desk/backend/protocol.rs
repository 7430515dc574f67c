//! What the window asks of the vault service, and what it answers.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::desk::backend::bulk_plan_text::BulkPlanText;
use crate::desk::backend::clipboard::Copied;
use crate::desk::backend::diagnosis_job::DiagnosisJob;
use crate::desk::backend::export_job::{CopyJob, ExportJob};
use crate::desk::backend::import_job::{FileImport, ImportOutcome};
use crate::desk::backend::service_error::ServiceError;
use crate::desk::backend::task_book::TaskBook;
use crate::exchange::Finances;
use crate::figures::{Columns, YearKey, YearValue, YearValues};
use crate::language::Language;
use crate::register::{
    Address, CaseFile, CaseKey, Content, EntryKey, EntryState, Indicators, Misfits, Reason,
    Registers, Setting, Subject,
};
use crate::report::{Meeting, Scope};
use crate::store::{
    AddressLookup, BulkPlan, Dossier, Draft, Edit, Edition, MergePlan, Operation, Preview,
    Recorded, SearchResults, SharedRevision, StoreError, Usage, View,
};

/// The number of a request: every answer to it carries the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u64);

/// An answer of the vault service.
pub struct Reply {
    /// The request that it answers; none where the service noticed something by itself.
    pub to: Option<RequestId>,
    /// What it says.
    pub answer: Answer,
}

/// What the window asks.
#[derive(Debug, strum::IntoStaticStr)]
pub enum Request {
    /// Open the vault in this folder.
    Open(PathBuf),
    /// Make a new vault in this folder, and open it.
    Create(PathBuf),
    /// Make a new vault with invented cases in it, and open it.
    Demo(PathBuf),
    /// These cases of a register.
    Cases(String, Vec<CaseKey>),
    /// Everything about a case: its entries, its history, its links.
    Dossier(String, CaseKey),
    /// The cases at this address and in its street.
    AddressLookup(Address),
    /// Keep that the details of these cases were looked at, each with its register.
    LogLookUp(Vec<(String, String)>),
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
    /// Put a document on the timeline of a case.
    Attach(AttachJob),
    /// Write the document of an entry to a file.
    TakeOut(TakeOutJob),
    /// Link two cases.
    Link(Box<LinkJob>),
    /// Put cases on paper.
    Paper(Box<PaperJob>),
    /// Open this file with the system's program.
    OpenFile(PathBuf),
    /// The cases in which these words occur.
    Search(String),
    /// What many cases would become if they were given the same.
    PlanBulk(BulkQuestion),
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
    /// Change a list, standard texts or a definition.
    Edit(Edit),
    /// Everything that a list, standard texts or a definition ever was.
    Editions(Subject),
    /// Where the choices of a list are used.
    Usage(Subject),
    /// What would become of a register by this text of its definition.
    Preview(Subject, String),
    /// What importing a file would do, or do it.
    Import(FileImport),
    /// Keep what is typed of indicators.
    KeepYears(YearsEdit),
    /// Everything that was ever typed of an indicator for one year.
    YearHistory(YearKey),
    /// Whether the amounts in this file add up.
    CheckFinances(PathBuf),
    /// Make a diagnosis for a helpdesk.
    Diagnose(Box<DiagnosisJob>),
}

impl Request {
    /// Its name without its contents, for the log.
    pub fn kind(&self) -> &'static str {
        self.into()
    }
}

/// A document that is to be put on the timeline of a case.
#[derive(Debug)]
pub struct AttachJob {
    /// The register.
    pub register: String,
    /// The case.
    pub case: CaseKey,
    /// The file.
    pub path: PathBuf,
    /// The action it is part of.
    pub operation: Operation,
}

/// A document that is to be written to a file.
#[derive(Debug)]
pub struct TakeOutJob {
    /// The register.
    pub register: String,
    /// The entry that holds the document.
    pub entry: EntryKey,
    /// The file to write, which takes the place of one that is there.
    pub to: PathBuf,
    /// Whether to open it with the system's program.
    pub open: bool,
}

/// Two cases that are to be linked.
#[derive(Debug)]
pub struct LinkJob {
    /// The one.
    pub one: CaseFile,
    /// The other.
    pub other: CaseFile,
    /// The entry that is to link them.
    pub state: EntryState,
    /// The action it is part of.
    pub operation: Operation,
}

/// What these cases of a register would become if they were given these settings.
#[derive(Debug)]
pub struct BulkQuestion {
    /// The register.
    pub register: String,
    /// The cases, in their order.
    pub cases: Vec<CaseKey>,
    /// What they would be given.
    pub settings: Vec<Setting>,
    /// The language of the answer.
    pub language: Language,
}

/// What is to be kept of indicators.
#[derive(Clone, Debug)]
pub struct YearsEdit {
    /// The values, each with the version that it is based on.
    pub values: Vec<(YearKey, u32, YearValue)>,
    /// Why, where somebody said so.
    pub reason: Option<Reason>,
    /// Whether this undoes what was kept last. The reason is then that of the undoing.
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

/// What the vault service answers.
pub enum Answer {
    /// A vault is open.
    Opened(PathBuf, Registers),
    /// The cases of a register as they are counted now, and the rank of every row by its case number.
    Columns(Arc<Columns>, Vec<u32>),
    /// The cases that were asked for.
    Cases(Vec<CaseFile>),
    /// Everything about a case that was asked for.
    Dossier(String, CaseKey, Box<Dossier>),
    /// The cases at the address that was asked about, and in its street.
    AddressLookup(AddressLookup),
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
    Found(SearchResults),
    /// What cases would become.
    BulkPlanned(Box<BulkPlanText>),
    /// What is on the screen went to this file.
    Exported(PathBuf),
    /// What is to be put on the clipboard.
    Copied(Box<Copied>),
    /// What merging two cases comes to, and whether that changed since it was shown.
    MergePlanned(Box<MergePlan>, bool),
    /// In which cases of a register the words stand that were asked for.
    FoundIn(String, String, Vec<CaseKey>),
    /// Who handles the cases of a register.
    Owners(String, Vec<(CaseKey, String)>),
    /// What the user did in this register is stored.
    Recorded(String, Recorded),
    /// The registers are these from now on, with the version of everything that was changed in the program.
    Redefined(Registers, Box<Redefined>),
    /// What the user changed in a list or a definition is in force.
    Edited,
    /// Everything that a list, standard texts or a definition ever was, and what the files have.
    Editions(Subject, Vec<Edition>, Option<Content>),
    /// Where the choices of a list are used.
    Usage(Subject, Vec<Usage>),
    /// What would become of a register, or what is wrong with the text of its definition.
    Previewed(Box<Result<Preview, StoreError>>),
    /// What importing a file would do, or did.
    Imported(Box<ImportOutcome>),
    /// What was typed of indicators is kept.
    YearsKept,
    /// Everything that was ever typed of an indicator for one year, newest first.
    YearHistory(YearKey, Vec<(SharedRevision, YearValue)>),
    /// What a file of finances says.
    Finances(PathBuf, Box<Finances>),
    /// A diagnosis was written to this file.
    Diagnosed(PathBuf),
    /// What was asked is done: the last answer to it.
    Done,
    /// What was asked could not be done, and why: the last answer to it.
    Refused(ServiceError),
    /// Something went wrong beside what was asked, which is answered all the same.
    Warning(ServiceError),
}

/// What was changed in the program, beside the registers that follow.
#[derive(Clone, Debug, Default)]
pub struct Redefined {
    /// The version of each subject.
    pub versions: BTreeMap<Subject, u32>,
    /// What does not fit any more and is left out.
    pub misfits: Misfits,
}
