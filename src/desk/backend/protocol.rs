//! The requests of the window to the vault service, and its answers.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::backend::backup_book::{BackupBook, BackupChoice};
use crate::desk::backend::bulk_plan_text::BulkPlanText;
use crate::desk::backend::clipboard::Copied;
use crate::desk::backend::diagnosis_job::DiagnosisJob;
use crate::desk::backend::export_job::{CopyJob, ExportJob};
use crate::desk::backend::import_job::{CasesJob, CasesOutcome, FiguresFileImport, FiguresOutcome};
use crate::desk::backend::import_look::{ImportLook, LookJob, RefusedRowsJob};
use crate::desk::backend::rows_check::{RowsCheck, RowsCheckJob};
use crate::desk::backend::service_error::ServiceError;
use crate::desk::backend::task_book::TaskBook;
use crate::exchange::{FinanceChange, FinanceDocument, Finances};
use crate::figures::{Columns, YearKey, YearValue, YearValues};
use crate::language::{Label, Language};
use crate::register::{
    Address, CaseFile, CaseKey, Content, EntryKey, EntryState, Indicators, Misfits, MovedFigures,
    Reason, Registers, Setting, Subject,
};
use crate::report::{Meeting, Scope};
use crate::store::{
    AddressLookup, Backup, BulkPlan, Dossier, Draft, Edit, Edition, MergePlan, Operation,
    OwnSettings, Preview, Recorded, RestorePlan, Restored, SearchResults, SharedRevision,
    StoreError, Usage, View,
};

/// The number of a request: every answer to it carries the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u64);

/// An answer of the vault service.
pub struct Reply {
    /// The request that it answers; none where the service noticed something by itself.
    pub to: Option<RequestId>,
    /// The answer.
    pub answer: Answer,
}

/// A request of the window.
#[derive(Debug, strum::IntoStaticStr)]
pub enum Request {
    /// Open the vault in this folder.
    Open(PathBuf),
    /// Make a new vault in this folder, and open it.
    Create(PathBuf),
    /// Make a new vault with invented cases in it, and open it.
    Demo(PathBuf),
    /// Read these cases of a register.
    Cases(String, Vec<CaseKey>),
    /// Read everything about a case: its entries, its history, its links.
    Dossier(String, CaseKey),
    /// Look up the cases at this address and in its street.
    AddressLookup(Address),
    /// Log that the details of these cases, each a register and a case id, were looked at.
    LogLookUp(Vec<(String, String)>),
    /// Read the open tasks of a register.
    Tasks(String),
    /// Save what is being typed as a draft.
    SaveDraft(Draft),
    /// Delete the draft with this id from a register.
    DeleteDraft(String, String),
    /// Save a list or a figure under a name.
    SaveView(View),
    /// Delete the saved view with this id from a register.
    DeleteView(String, String),
    /// Put a document on the timeline of a case.
    Attach(AttachJob),
    /// Write the document of an entry to a file.
    TakeOut(TakeOutJob),
    /// Link two cases.
    Link(Box<LinkJob>),
    /// Gather cases in another one.
    Gather(Box<GatherJob>),
    /// Write cases to a document.
    Paper(Box<PaperJob>),
    /// Open this file with the system's program.
    OpenFile(PathBuf),
    /// The user has this name from now on.
    Actor(String),
    /// Find the cases in which these words occur, those of this register first.
    Search(String, Option<String>),
    /// Preview what many cases would become if they were given the same.
    PlanBulk(BulkQuestion),
    /// Preview merging the second case into the first.
    PlanMerge(Box<CaseFile>, Box<CaseFile>),
    /// Merge two cases as previewed; if one of them changed since, a new preview is the answer.
    Merge(Box<MergePlan>, Operation),
    /// Undo an action in this register, by its name, as another action.
    Undo(String, String, Operation),
    /// Change every case of the plan that can be changed, by this action.
    CarryOut(Box<BulkPlan>, Operation),
    /// Export to a file.
    Export(Box<ExportJob>),
    /// Make a copy for the clipboard.
    Copy(Box<CopyJob>),
    /// Find the cases of a register in which these words occur, or whose number ends in them.
    FoundIn(String, String),
    /// Read the owner of every case of a register.
    Owners(String),
    /// Read when something last happened in every case of a register.
    LastContacts(String),
    /// Put the cases of a register in order by a field.
    Order(String, String),
    /// Store what the user did in this register.
    Record(String, Operation),
    /// Change a list, standard texts or a definition.
    Edit(Edit),
    /// Read every earlier edition of a list, standard texts or a definition.
    Editions(Subject),
    /// Count where the choices of a list are used.
    Usage(Subject),
    /// Preview what a register would become with this text of its definition.
    Preview(Subject, String),
    /// Look at a file for a register: what its columns mean, and what every row would do.
    #[strum(serialize = "Import")]
    Look(Box<LookJob>),
    /// Check rows that are typed: what each would do, and what is wrong in it.
    #[strum(serialize = "Import")]
    CheckRows(Box<RowsCheckJob>),
    /// Import a file into a register, as it was looked at, or rows that are typed.
    #[strum(serialize = "Import")]
    ImportCases(Box<CasesJob>),
    /// Keep the rows of a file that are refused in a file to correct.
    SaveRefused(Box<RefusedRowsJob>),
    /// Import a file of figures, or try it without writing.
    #[strum(serialize = "Import")]
    ImportFigures(FiguresFileImport),
    /// Save typed values of indicators.
    SaveYears(YearsEdit),
    /// Read every value that was ever typed of an indicator for one year.
    YearHistory(YearKey),
    /// Check whether the amounts in this file add up.
    CheckFinances(PathBuf),
    /// Keep the amounts in this file.
    KeepFinances(PathBuf),
    /// Keep the amounts of documents as they were before the action that kept what stands there now.
    UndoFinances(Vec<FinanceChange>),
    /// Make a diagnosis for a helpdesk.
    Diagnose(Box<DiagnosisJob>),
    /// Read the backups of the vault in this folder.
    Backups(PathBuf),
    /// Make a backup of the vault in this folder.
    MakeBackup(PathBuf),
    /// Verify a backup, and open it aside.
    TryBackup(BackupChoice),
    /// Choose the second folder for the backups of the vault in the first one, or none.
    SecondFolder(PathBuf, Option<PathBuf>),
    /// Look what putting a backup back would change.
    PlanRestore(BackupChoice),
    /// Put a backup back: the files of these teams, or all.
    Restore(BackupChoice, Vec<String>),
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

/// Cases of a register that are to be gathered in another one.
#[derive(Debug)]
pub struct GatherJob {
    /// The register.
    pub register: String,
    /// The cases.
    pub cases: Vec<CaseKey>,
    /// Where they are gathered.
    pub into: CaseFile,
    /// When, by the clock on the wall.
    pub at: NaiveDateTime,
    /// The action it is part of.
    pub operation: Operation,
}

/// A question: what these cases of a register would become if they were given these settings.
#[derive(Debug)]
pub struct BulkQuestion {
    /// The register.
    pub register: String,
    /// The cases, in their order.
    pub cases: Vec<CaseKey>,
    /// What they would be given.
    pub settings: Vec<Setting>,
    /// What single cases would be given beside that.
    pub own: OwnSettings,
    /// The language of the answer.
    pub language: Language,
}

/// Values of indicators that are to be saved.
#[derive(Clone, Debug)]
pub struct YearsEdit {
    /// The values, each with the version that it is based on.
    pub values: Vec<(YearKey, u32, YearValue)>,
    /// Why, where somebody said so.
    pub reason: Option<Reason>,
    /// Whether this undoes what was kept last. The reason is then that of the undoing.
    pub undoes: bool,
}

/// Cases that are to be written to a document.
#[derive(Clone, Debug)]
pub struct PaperJob {
    /// The register of the cases.
    pub register: String,
    /// The cases, in their order.
    pub cases: Vec<CaseKey>,
    /// The meeting that discusses them; none makes the summary of one case.
    pub meeting: Option<Meeting>,
    /// For whom it is, which decides what is left out.
    pub scope: Scope,
    /// The language of the document.
    pub language: Language,
    /// The file to write; its ending says of which kind it is.
    pub to: PathBuf,
    /// Whether it may replace a file that exists.
    pub overwrite: bool,
}

/// An answer of the vault service.
pub enum Answer {
    /// Another window or command has the vault to itself; it opens when that is done.
    OpeningWaits,
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
    /// Every draft of this user, the one saved last first.
    Drafts(Vec<Draft>),
    /// Every saved view that this user may open, by name.
    Views(Vec<View>),
    /// A document was written to this file.
    TakenOut(PathBuf),
    /// Cases were written to this document.
    OnPaper(PathBuf),
    /// The cases that a search found.
    Found(SearchResults),
    /// The preview of a bulk change.
    BulkPlanned(Box<BulkPlanText>),
    /// What is on the screen was exported to this file.
    Exported(PathBuf),
    /// The copy for the clipboard.
    Copied(Box<Copied>),
    /// The preview of merging two cases, and whether it differs from the one that was shown before.
    MergePlanned(Box<MergePlan>, bool),
    /// The cases of a register in which the words of a filter occur.
    FoundIn(String, String, Vec<CaseKey>),
    /// The owner of every case of a register that has one.
    Owners(String, Vec<(CaseKey, String)>),
    /// When something last happened in every case of a register in which something did.
    LastContacts(String, Vec<(CaseKey, NaiveDate)>),
    /// The rank of every case of a register by this; those of which it is unknown are left out.
    Order(String, String, Vec<(CaseKey, u32)>),
    /// What the user did in this register is stored.
    Recorded(String, Recorded),
    /// The registers are these from now on, with the version of everything that was changed in the program.
    Redefined(Registers, Box<Redefined>),
    /// What the user changed in a list or a definition is in force.
    Edited,
    /// Every earlier edition of a list, standard texts or a definition, and its content in the shipped files.
    Editions(Subject, Vec<Edition>, Option<Content>),
    /// How often the choices of a list are used.
    Usage(Subject, Vec<Usage>),
    /// The preview of a changed definition, or what is wrong with its text.
    Previewed(Box<Result<Preview, StoreError>>),
    /// What was seen in a file.
    Looked(Box<ImportLook>),
    /// What was found in rows that are typed.
    RowsChecked(Box<RowsCheck>),
    /// A file was imported into a register, or rows that were typed.
    CasesImported(Box<CasesOutcome>),
    /// Refused rows were written to this file.
    RefusedSaved(PathBuf),
    /// The outcome of importing a file of figures, or of trying it.
    FiguresImported(Box<FiguresOutcome>),
    /// Typed values of indicators are saved.
    YearsSaved,
    /// Every value that was ever typed of an indicator for one year, newest first.
    YearHistory(YearKey, Vec<(SharedRevision, YearValue)>),
    /// The content of a file of finances.
    Finances(PathBuf, Box<Finances>),
    /// The amounts that are kept, by document.
    KeptFinances(Vec<FinanceDocument>),
    /// Amounts are kept: what was changed.
    FinancesSaved(Vec<FinanceChange>),
    /// A diagnosis was written to this file.
    Diagnosed(PathBuf),
    /// The backups of a vault.
    Backups(Box<BackupBook>),
    /// A backup was made.
    BackupMade(Box<Backup>),
    /// A backup was tried, and is good.
    BackupTried(Box<Backup>),
    /// It is time to try a backup.
    TrialDue,
    /// What putting a backup back would change.
    RestorePlanned(Box<RestorePlan>),
    /// A backup was put back; the vault was opened before this.
    Restored(Box<Restored>),
    /// The vault cannot be reached since, and why; none where it can be again.
    Lost(Option<Box<ServiceError>>),
    /// The registers in which nothing can be stored, with why: all of them that there are now.
    Unwritable(Vec<Unwritable>),
    /// The request is done: its last answer.
    Done,
    /// The request is refused, and why: its last answer.
    Refused(ServiceError),
    /// Something else went wrong meanwhile; the request itself is answered as well.
    Warning(ServiceError),
}

/// Registers in which nothing can be stored.
#[derive(Clone, Debug)]
pub struct Unwritable {
    /// What they are called.
    pub registers: Vec<Label>,
    /// Why: the file could not be opened, is damaged, or may not be written.
    pub why: StoreError,
}

/// The changes of lists and definitions that were made in the program.
#[derive(Clone, Debug, Default)]
pub struct Redefined {
    /// The version of every subject that was changed.
    pub versions: BTreeMap<Subject, u32>,
    /// The changes that no longer fit the shipped definitions and are left out.
    pub misfits: Misfits,
    /// By how much the figures of past years moved, by register, when its definition came to say otherwise when a case
    /// runs.
    pub moved: BTreeMap<String, MovedFigures>,
}
