//! Why the vault service could not do what was asked, as a sentence for the user.

use std::path::PathBuf;

use crate::exchange::{FiguresFileError, ImportError, MappingFileError};
use crate::figures::FigureError;
use crate::language::{Explain, Label, Language};
use crate::report::{SaveError, ShareError};
use crate::store::StoreError;

/// Why a request was refused.
#[derive(strum::IntoStaticStr)]
pub enum ServiceError {
    /// The vault refused it.
    #[strum(transparent)]
    Store(StoreError),
    /// The file cannot be imported.
    #[strum(transparent)]
    Import(ImportError),
    /// The mapping cannot be read or written.
    #[strum(transparent)]
    Mapping(MappingFileError),
    /// The file with figures cannot be read.
    #[strum(transparent)]
    FiguresFile(FiguresFileError),
    /// The document or the exported file cannot be written.
    #[strum(transparent)]
    Paper(SaveError),
    /// The list was not shared.
    #[strum(transparent)]
    Sharing(ShareError),
    /// The figure cannot be evaluated.
    #[strum(transparent)]
    Figure(FigureError),
    /// The chart cannot be drawn as a picture, for this reason.
    NoPicture(String),
    /// No vault is open.
    NoVault,
    /// The thread of the vault service ended: nothing can be stored any more.
    ServiceGone,
    /// The program failed while it did this. The vault was opened again since.
    Failed,
    /// The program failed, and the vault could not be opened again; why, where that is known. What is typed is kept in this
    /// folder.
    VaultLost {
        /// Why the vault cannot be opened.
        why: Option<Box<StoreError>>,
        /// The folder of what is typed meanwhile.
        kept: PathBuf,
    },
    /// The backup of the day could not be made.
    NoBackup(Box<StoreError>),
    /// The second folder did not get the backup of the day.
    SecondFolder(Box<StoreError>),
    /// The vault that was lost is open again.
    VaultBack,
    /// The counted values of this register cannot be read.
    Unreadable(String),
    /// The system has no program that opens this file.
    NotOpened(PathBuf),
    /// Opening a file of this name may run something.
    DocumentRuns(String),
    /// Figures of past years of these registers moved when the vault was opened.
    FiguresMoved(Vec<Label>),
    /// The folder of the vault is synchronised by this program.
    VaultIsSynced(PathBuf, &'static str),
    /// This file cannot be attached to a case.
    NoDocument(PathBuf, NoDocument),
}

/// Why a file cannot be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDocument {
    /// It does not exist.
    Absent,
    /// It is a folder.
    Folder,
    /// It is empty.
    Empty,
}

impl NoDocument {
    fn text_id(self) -> &'static str {
        match self {
            Self::Absent => "document-absent",
            Self::Folder => "document-is-folder",
            Self::Empty => "document-empty",
        }
    }
}

impl Explain for ServiceError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Store(error) => error.explain(language),
            Self::Import(error) => error.explain(language),
            Self::Mapping(error) => error.explain(language),
            Self::FiguresFile(error) => error.explain(language),
            Self::Paper(error) => error.explain(language),
            Self::Sharing(error) => error.explain(language),
            Self::Figure(error) => error.explain(language),
            Self::NoPicture(reason) => {
                language.say("chart-not-drawn", &[("reason", reason.into())])
            }
            Self::NoVault => language.text("vault-none-open"),
            Self::ServiceGone => language.text("vault-service-gone"),
            Self::NoBackup(why) => {
                language.say("backup-not-made", &[("why", why.explain(language).into())])
            }
            Self::SecondFolder(why) => language.say(
                "backup-not-in-second",
                &[("why", why.explain(language).into())],
            ),
            Self::Failed => language.text("vault-request-failed"),
            Self::VaultLost { why, kept } => {
                let why = match why {
                    Some(why) => why.explain(language),
                    None => language.text("vault-lost-by-fault"),
                };
                let kept = kept.display().to_string();
                let known = [("why", why.into()), ("folder", kept.into())];
                language.say("vault-lost", &known)
            }
            Self::VaultBack => language.text("vault-back"),
            Self::Unreadable(register) => {
                language.say("vault-unreadable-counts", &[("register", register.into())])
            }
            Self::NotOpened(file) => {
                let file = file.display().to_string();
                language.say("document-not-opened", &[("file", file.into())])
            }
            Self::DocumentRuns(name) => language.say("document-runs", &[("file", name.into())]),
            Self::FiguresMoved(registers) => {
                let registers = registers.iter().map(|label| label.text(language));
                let registers = registers.collect::<Vec<_>>().join(", ");
                language.say("vault-figures-moved", &[("registers", registers.into())])
            }
            Self::VaultIsSynced(folder, service) => {
                let folder = folder.display().to_string();
                let told = [("folder", folder.into()), ("service", (*service).into())];
                language.say("vault-is-synced", &told)
            }
            Self::NoDocument(file, why) => {
                let file = file.display().to_string();
                language.say(why.text_id(), &[("file", file.into())])
            }
        }
    }
}

impl From<ImportError> for ServiceError {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}

impl From<MappingFileError> for ServiceError {
    fn from(error: MappingFileError) -> Self {
        Self::Mapping(error)
    }
}

impl From<FigureError> for ServiceError {
    fn from(error: FigureError) -> Self {
        Self::Figure(error)
    }
}

impl From<FiguresFileError> for ServiceError {
    fn from(error: FiguresFileError) -> Self {
        Self::FiguresFile(error)
    }
}

impl From<ShareError> for ServiceError {
    fn from(error: ShareError) -> Self {
        match error {
            ShareError::Store(error) => Self::Store(error),
            ShareError::Save(error) => Self::Paper(error),
            error => Self::Sharing(error),
        }
    }
}

impl From<SaveError> for ServiceError {
    fn from(error: SaveError) -> Self {
        Self::Paper(error)
    }
}

impl From<StoreError> for ServiceError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
