//! Why nothing was done.

use std::io;
use std::path::PathBuf;

use crate::exchange::ImportError;
use crate::figures::{FigureError, PeriodError};
use crate::language::{Explain, Language};
use crate::store::StoreError;

/// Why a command did nothing.
#[derive(Debug, thiserror::Error)]
pub(super) enum CommandError {
    /// There is no vault where the command looked.
    #[error("no vault in {0}")]
    NoVault(PathBuf),
    /// The system names no folder for data, and the user did not either.
    #[error("no folder for data")]
    NoFolder,
    /// A column is given a field as `COLUMN=field`.
    #[error("not column=field: {0}")]
    NotAMapping(String),
    /// What is counted of the cases was packed otherwise.
    #[error("what is counted of {0} cannot be read")]
    Uncountable(String),
    /// The vault says no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file cannot be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The figure cannot be made.
    #[error(transparent)]
    Figure(#[from] FigureError),
    /// The period is none.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// What was found cannot be written down.
    #[error(transparent)]
    Output(#[from] io::Error),
}

impl From<csv::Error> for CommandError {
    fn from(error: csv::Error) -> Self {
        Self::Output(error.into())
    }
}

impl From<serde_json::Error> for CommandError {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

impl Explain for CommandError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::NoVault(folder) => language.say(
                "cli-no-vault",
                &[("folder", folder.display().to_string().into())],
            ),
            Self::NoFolder => language.text("cli-no-folder"),
            Self::NotAMapping(written) => {
                language.say("cli-not-a-mapping", &[("value", written.into())])
            }
            Self::Uncountable(register) => {
                language.say("cli-uncountable", &[("register", register.into())])
            }
            Self::Store(error) => error.explain(language),
            Self::Import(error) => error.explain(language),
            Self::Figure(error) => error.explain(language),
            Self::Period(error) => error.explain(language),
            Self::Output(error) => {
                language.say("cli-output", &[("reason", error.to_string().into())])
            }
        }
    }
}
