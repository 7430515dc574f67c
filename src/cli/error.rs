//! The errors of the commands.

use std::io;
use std::path::PathBuf;

use crate::exchange::{FiguresFileError, ImportError, MappingFileError};
use crate::figures::{FigureError, PartsExceed, PeriodError, RateError};
use crate::language::{Explain, Language};
use crate::register::ValueProblem;
use crate::report::{SaveError, ShareError};
use crate::store::StoreError;

/// Why a command did nothing.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
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
    /// The team keeps no mapping of this name, and there is no such file.
    #[error("no mapping {name} of {register}")]
    NoSuchMapping {
        /// The register.
        register: String,
        /// What was asked for.
        name: String,
    },
    /// A mapping is kept under a name, and this one has none.
    #[error("a mapping without a name")]
    MappingWithoutName,
    /// The mapping cannot be read or written.
    #[error(transparent)]
    #[strum(transparent)]
    MappingFile(#[from] MappingFileError),
    /// The value that cases are given is written as `FIELD=VALUE`.
    #[error("not field=value: {0}")]
    NotASetting(String),
    /// Cases end with an outcome on a day, and no day was given.
    #[error("an outcome without an end: {0}")]
    OutcomeWithoutEnd(String),
    /// Nothing of this name can be given to cases.
    #[error("{value} of {register} cannot be set")]
    NotSettable {
        /// The register.
        register: String,
        /// What was named.
        value: String,
    },
    /// Neither numbers nor filters say which cases are meant.
    #[error("no cases named")]
    NothingToChange,
    /// The counted values of the cases were packed in another layout.
    #[error("what is counted of {0} cannot be read")]
    Uncountable(String),
    /// The register has no case with this number.
    #[error("no case {number} in {register}")]
    NoSuchCase {
        /// The register.
        register: String,
        /// The number that was asked for.
        number: String,
    },
    /// There is no case for the agenda.
    #[error("no cases for an agenda in {0}")]
    NothingToDiscuss(String),
    /// The vault refuses.
    #[error(transparent)]
    #[strum(transparent)]
    Store(#[from] StoreError),
    /// The file cannot be imported.
    #[error(transparent)]
    #[strum(transparent)]
    Import(#[from] ImportError),
    /// The file of figures cannot be read.
    #[error(transparent)]
    #[strum(transparent)]
    FiguresFile(#[from] FiguresFileError),
    /// A figure cannot be given for every thousand of something.
    #[error(transparent)]
    #[strum(transparent)]
    Rate(#[from] RateError),
    /// The register has no such table.
    #[error("no table {table} in {register}")]
    UnknownTable {
        /// The register.
        register: String,
        /// What was asked for.
        table: String,
        /// What there is.
        known: Vec<String>,
    },
    /// There is no such indicator.
    #[error("no indicator {indicator}")]
    UnknownIndicator {
        /// What was asked for.
        indicator: String,
        /// What there is.
        known: Vec<String>,
    },
    /// A part of an indicator is given as `PART=AMOUNT`.
    #[error("not part=amount: {0}")]
    NotAPart(String),
    /// The parts of an indicator would be more than the whole.
    #[error(transparent)]
    PartsExceed(#[from] PartsExceed),
    /// The value has no such revision.
    #[error("no revision {revision} of {id}")]
    NoSuchRevision {
        /// The value.
        id: String,
        /// What was asked for.
        revision: u32,
    },
    /// The figure cannot be made.
    #[error(transparent)]
    #[strum(transparent)]
    Figure(#[from] FigureError),
    /// The period cannot be read.
    #[error(transparent)]
    #[strum(transparent)]
    Period(#[from] PeriodError),
    /// A value cannot be read.
    #[error(transparent)]
    #[strum(transparent)]
    Value(#[from] ValueProblem),
    /// The document cannot be made.
    #[error(transparent)]
    #[strum(transparent)]
    Paper(#[from] SaveError),
    /// The list was not shared.
    #[error(transparent)]
    #[strum(transparent)]
    Sharing(#[from] ShareError),
    /// The answer cannot be written.
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
            Self::NoSuchMapping { register, name } => language.say(
                "cli-no-such-mapping",
                &[("register", register.into()), ("name", name.into())],
            ),
            Self::MappingWithoutName => language.text("cli-mapping-without-name"),
            Self::MappingFile(error) => error.explain(language),
            Self::OutcomeWithoutEnd(written) => language.say(
                "cli-outcome-without-end",
                &[("value", written.as_str().into())],
            ),
            Self::NotASetting(written) => {
                language.say("cli-not-a-setting", &[("value", written.into())])
            }
            Self::NotSettable { register, value } => language.say(
                "cli-not-settable",
                &[("register", register.into()), ("value", value.into())],
            ),
            Self::NothingToChange => language.text("cli-nothing-to-change"),
            Self::Uncountable(register) => {
                language.say("cli-uncountable", &[("register", register.into())])
            }
            Self::NoSuchCase { register, number } => language.say(
                "cli-no-such-case",
                &[("register", register.into()), ("number", number.into())],
            ),
            Self::NothingToDiscuss(register) => {
                language.say("cli-nothing-to-discuss", &[("register", register.into())])
            }
            Self::Store(error) => error.explain(language),
            Self::Import(error) => error.explain(language),
            Self::FiguresFile(error) => error.explain(language),
            Self::Rate(error) => error.explain(language),
            Self::UnknownIndicator { indicator, known } => language.say(
                "cli-unknown-indicator",
                &[
                    ("value", indicator.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::UnknownTable {
                register,
                table,
                known,
            } => language.say(
                "cli-unknown-table",
                &[
                    ("register", register.into()),
                    ("table", table.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::NotAPart(written) => language.say("cli-not-a-part", &[("value", written.into())]),
            Self::PartsExceed(problem) => problem.explain(language),
            Self::NoSuchRevision { id, revision } => language.say(
                "cli-no-such-revision",
                &[("id", id.into()), ("revision", (*revision).into())],
            ),
            Self::Figure(error) => error.explain(language),
            Self::Period(error) => error.explain(language),
            Self::Value(problem) => problem.explain(language),
            Self::Paper(error) => error.explain(language),
            Self::Sharing(error) => error.explain(language),
            Self::Output(error) => {
                language.say("cli-output", &[("reason", error.to_string().into())])
            }
        }
    }
}
