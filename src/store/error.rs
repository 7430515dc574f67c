//! The errors of the store.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::merge_error::MergeError;
use crate::language::Label;
use crate::register::{CaseFile, CaseProblem, DefinitionError};

/// Why something could not be stored or read. It can be cloned, because the error of a file that could not be opened is
/// returned at every use of that file.
#[derive(Clone, Debug, thiserror::Error, strum::IntoStaticStr)]
pub enum StoreError {
    /// The case was changed since the version that the write was based on.
    #[error("case {number} of {register} was changed by somebody else")]
    Conflict {
        /// The register.
        register: String,
        /// The number of the case.
        number: String,
        /// The case as it is stored now, to put beside what was typed.
        stored: Box<CaseFile>,
    },
    /// A new case came with a number that another case of the register has.
    #[error("number {number} of {register} is taken")]
    NumberTaken {
        /// The register.
        register: String,
        /// The number.
        number: String,
    },
    /// The draft was stored before, from another window in which it was open too.
    #[error("the draft was stored before, in case {number} of {register}")]
    DraftStored {
        /// The register.
        register: String,
        /// The number of the case that it became, or to which it was added.
        number: String,
    },
    /// An entry was changed since the version that the write was based on.
    #[error("an entry of case {number} of {register} was changed by somebody else")]
    EntryConflict {
        /// The register.
        register: String,
        /// The number of the case.
        number: String,
    },
    /// What an action changed was changed again since; undoing the action would lose that.
    #[error("case {number} of {register} was changed since by {actor}")]
    ChangedSince {
        /// The register.
        register: String,
        /// The number of the case.
        number: String,
        /// What was changed since: a field, the status, something on the timeline.
        thing: Box<Label>,
        /// What it is now.
        now: Box<Label>,
        /// Who changed it last.
        actor: String,
        /// When.
        recorded: DateTime<Utc>,
    },
    /// The two cases cannot be one.
    #[error(transparent)]
    #[strum(transparent)]
    Merge(MergeError),
    /// The file knows no such action, or it changed nothing.
    #[error("there is no action {0} to undo")]
    NothingToUndo(String),
    /// An action also wrote in the file of another register, which does not know it: another copy of that file stands there.
    #[error("the other half of the action is not in the file of {register}")]
    OtherHalfMissing {
        /// The other register.
        register: String,
    },
    /// The case was taken back, or merged into another one.
    #[error("case {number} of {register} is withdrawn")]
    Withdrawn {
        /// The register.
        register: String,
        /// The number of the case.
        number: String,
        /// The number of the case into which it was merged.
        into: Option<String>,
    },
    /// The entry, or the case of its timeline, is not in the file.
    #[error("the entry or its case is not in the file")]
    MissingEntry,
    /// The file is too large to keep with a case.
    #[error("{} has {size} bytes, more than is kept with a case", .file.display())]
    DocumentTooLarge {
        /// The file.
        file: PathBuf,
        /// Its size in bytes.
        size: u64,
    },
    /// A shared record was changed since the version that the write was based on.
    #[error("{kind} {id} was changed by somebody else")]
    SharedConflict {
        /// The kind of record.
        kind: String,
        /// Its name among those of its kind.
        id: String,
    },
    /// The content of a shared record is not of its kind.
    #[error("{kind} {id} cannot be read")]
    SharedUnreadable {
        /// The kind of record.
        kind: String,
        /// Its name among those of its kind.
        id: String,
    },
    /// The entry holds no document.
    #[error("the entry holds no document")]
    NoDocument,
    /// Somebody else made the view; only they can change it.
    #[error("the view {name} was made by somebody else")]
    ViewOfAnother {
        /// What it is called.
        name: String,
    },
    /// The case that is to be changed is not in the file.
    #[error("the case that is to be changed is not in {register}")]
    MissingCase {
        /// The register.
        register: String,
    },
    /// The case has something that its definition does not allow.
    #[error("case {} of {register} cannot be stored", .number.as_deref().unwrap_or("(new)"))]
    Invalid {
        /// The register.
        register: String,
        /// The number of the case, where it has one already.
        number: Option<String>,
        /// Everything that is not allowed.
        problems: Vec<CaseProblem>,
    },
    /// A field with several choices has had more choices than there are codes to count them by.
    #[error("field {field} of {register} has had too many choices")]
    CodesExhausted {
        /// The register.
        register: String,
        /// The field.
        field: String,
    },
    /// There is no such register here.
    #[error("unknown register {register}")]
    UnknownRegister {
        /// What was asked for.
        register: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Another window opened the file with another definition of this register.
    #[error("the definition of {register} was changed")]
    DefinitionChanged {
        /// The register.
        register: String,
    },
    /// A choice would be removed that cases have, or had.
    #[error("choice {} of {register} is in use", .choice.nl)]
    ChoiceInUse {
        /// The register.
        register: String,
        /// The choice.
        choice: Label,
        /// How many cases have it; none where only the history of a case knows it.
        cases: u64,
    },
    /// A field would get another kind of value while cases have a value of it.
    #[error("field {} of {register} is in use", .field.nl)]
    FieldInUse {
        /// The register.
        register: String,
        /// The field.
        field: Label,
        /// How many cases have a value of it.
        cases: u64,
    },
    /// A register with cases would be removed, or become another register.
    #[error("{register} has {cases} cases: {key} cannot change")]
    RegisterInUse {
        /// The register.
        register: String,
        /// The key of the definition that would change.
        key: String,
        /// How many cases it has.
        cases: u64,
    },
    /// There are mistakes in the definition files.
    #[error("{} mistakes in the definitions", .0.len())]
    Definitions(Vec<DefinitionError>),
    /// The folder holds no vault.
    #[error("no vault in {0}")]
    NotAVault(PathBuf),
    /// The folder holds a vault already.
    #[error("a vault exists in {0}")]
    VaultExists(PathBuf),
    /// Another window or command has the vault open, while its files were to be replaced; or has it to itself for so long
    /// that it is waited for no more.
    #[error("the vault in {0} is in use")]
    VaultInUse(PathBuf),
    /// The vault was named by the address of a server, of which only the kind is told.
    #[error("{0} is no folder")]
    VaultIsAddress(String),
    /// The system knows no such group.
    #[error("no group {0}")]
    NoSuchGroup(String),
    /// What stands in the place of a file is none: a pipe, a device.
    #[error("{0} is no file")]
    NotAFile(PathBuf),
    /// The folder for a new vault holds other things.
    #[error("{folder} is not empty: {found}")]
    FolderNotEmpty {
        /// The folder.
        folder: PathBuf,
        /// One of the things in it.
        found: String,
    },
    /// The place for a new file is taken.
    #[error("{0} exists")]
    FileExists(PathBuf),
    /// The file of a team is gone or empty, although it held cases before.
    #[error("{file} is gone")]
    FileGone {
        /// The file.
        file: PathBuf,
        /// The name of the newest backup that has a copy of it.
        last_backup: Option<String>,
    },
    /// The file is damaged.
    #[error("{file} is damaged")]
    Damaged {
        /// The file.
        file: PathBuf,
        /// The name of the newest backup that has a copy of it.
        last_backup: Option<String>,
    },
    /// There is no backup with this name.
    #[error("no backup {name} in {folder}")]
    NoSuchBackup {
        /// What was asked for.
        name: String,
        /// Where it was looked for.
        folder: PathBuf,
        /// The newest one that is there.
        newest: Option<String>,
    },
    /// A copy in a backup is not as it was made.
    #[error("{file} of backup {name} is damaged")]
    BackupDamaged {
        /// The backup.
        name: String,
        /// The copy.
        file: PathBuf,
    },
    /// A backup is of another vault.
    #[error("backup {name} is of another vault")]
    BackupOfAnother {
        /// The backup.
        name: String,
    },
    /// The second folder for backups lies in that of the vault, and would be lost with it.
    #[error("{0} lies in the folder of the vault")]
    SecondFolderInVault(PathBuf),
    /// The file of this team is not in the backup.
    #[error("backup {name} has no file of {team}")]
    NotInBackup {
        /// The backup.
        name: String,
        /// The team.
        team: String,
        /// The teams of which it has a copy.
        known: Vec<String>,
    },
    /// The file holds what another team keeps: it was put in the place of this one.
    #[error("{file} holds {holds}, not {team}")]
    OtherTeam {
        /// The file.
        file: PathBuf,
        /// The team whose it is; of a file of an earlier version the registers in it.
        holds: String,
        /// The team whose it should be.
        team: String,
        /// The newest backup of the file that should be there.
        last_backup: Option<String>,
    },
    /// The file is of another vault than the shared file beside it.
    #[error("{file} is of another vault")]
    OtherVault {
        /// The file.
        file: PathBuf,
        /// The name of the newest backup that has a copy of it.
        last_backup: Option<String>,
    },
    /// The file is of another program that uses SQLite.
    #[error("{file} is of another program")]
    OtherProgram {
        /// The file.
        file: PathBuf,
        /// The newest backup of the file that should be there.
        last_backup: Option<String>,
    },
    /// The write-ahead log beside the file is that of another copy of it.
    #[error("{log} is not the log of {file}")]
    ForeignLog {
        /// The file.
        file: PathBuf,
        /// The log.
        log: PathBuf,
    },
    /// Another file was put in the place of this one while it was open.
    #[error("{file} was replaced while it was open")]
    FileReplaced {
        /// The file.
        file: PathBuf,
    },
    /// This user may not read or write the file.
    #[error("no permission for {0}")]
    NoPermission(PathBuf),
    /// The file can be read, and not written by this user.
    #[error("{0} is read-only")]
    ReadOnly(PathBuf),
    /// A folder stands where the file should be.
    #[error("{0} is a folder")]
    FolderInPlace(PathBuf),
    /// There is no room on the disk.
    #[error("no room for {0}")]
    DiskFull(PathBuf),
    /// The disk failed in reading or writing the file.
    #[error("{file}: {source}")]
    DiskFailed {
        /// The file.
        file: PathBuf,
        /// What SQLite says.
        source: Arc<rusqlite::Error>,
    },
    /// The file was made by a newer version of the program.
    #[error("{file} has version {version}, newer than {supported}")]
    Newer {
        /// The file.
        file: PathBuf,
        /// The version of its tables.
        version: i64,
        /// The newest version that this program knows.
        supported: i64,
    },
    /// The program was built with a version of SQLite that can lose data.
    #[error("SQLite {0} is too old")]
    OldSqlite(String),
    /// The clock of the machine stands before 1970 or after the year 9999.
    #[error("the clock says {0}")]
    ClockOff(DateTime<Utc>),
    /// The folder is copied elsewhere while it is worked in, by this.
    #[error("{0} is synchronised by {1}")]
    SyncedFolder(PathBuf, &'static str),
    /// The folder is on a network share.
    #[error("{0} is on a network share")]
    NetworkShare(PathBuf),
    /// What recorded an action part by part was stopped.
    #[error("stopped")]
    Stopped,
    /// Another window or command kept the file occupied for too long.
    #[error("{file} is in use")]
    Busy {
        /// The file.
        file: PathBuf,
    },
    /// The disk refused.
    #[error("{path}: {source}")]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: Arc<std::io::Error>,
    },
    /// SQLite refused, for a reason that is none of the above.
    #[error("{file}: {source}")]
    Sqlite {
        /// The file.
        file: PathBuf,
        /// What SQLite says.
        source: Arc<rusqlite::Error>,
    },
}
