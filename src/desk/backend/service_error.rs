//! Why the vault service could not do what was asked.

use std::path::PathBuf;

use crate::exchange::{FiguresFileError, ImportError};
use crate::figures::FigureError;
use crate::language::{Explain, Language};
use crate::report::SaveError;
use crate::store::StoreError;

/// Why something could not be done.
#[derive(strum::IntoStaticStr)]
pub enum ServiceError {
    /// The vault says no.
    #[strum(transparent)]
    Store(StoreError),
    /// The file that was to come in says no.
    #[strum(transparent)]
    Import(ImportError),
    /// The file of figures that was to be read says no.
    #[strum(transparent)]
    FiguresFile(FiguresFileError),
    /// The document cannot be made.
    #[strum(transparent)]
    Paper(SaveError),
    /// The figure cannot be made.
    #[strum(transparent)]
    Figure(FigureError),
    /// The chart cannot be drawn, for this reason.
    NoPicture(String),
    /// No vault is open.
    NoVault,
    /// The vault service is gone: nothing can be stored any more.
    ServiceGone,
    /// What is counted of a register cannot be read.
    Unreadable(String),
    /// The system has no program that opens this file.
    NotOpened(PathBuf),
    /// This is no document that can be attached.
    NoDocument(PathBuf, NoDocument),
}

/// Why something is no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDocument {
    /// There is no such file.
    Absent,
    /// It is a folder.
    Folder,
    /// Nothing stands in it.
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
            Self::FiguresFile(error) => error.explain(language),
            Self::Paper(error) => error.explain(language),
            Self::Figure(error) => error.explain(language),
            Self::NoPicture(reason) => {
                language.say("chart-not-drawn", &[("reason", reason.into())])
            }
            Self::NoVault => language.text("vault-none-open"),
            Self::ServiceGone => language.text("vault-clerk-gone"),
            Self::Unreadable(register) => {
                language.say("vault-unreadable-counts", &[("register", register.into())])
            }
            Self::NotOpened(file) => {
                let file = file.display().to_string();
                language.say("document-not-opened", &[("file", file.into())])
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
