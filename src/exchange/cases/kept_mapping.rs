//! A mapping under a name: as the team keeps it, and as a file that goes from one vault to another.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::choices::MappingChoices;
use crate::language::{Explain, Language, folded};
use crate::store::{SavedMapping, write_atomically};

/// What was decided about files with certain headings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptMapping {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The register.
    pub register: String,
    /// The headings of the file it was made for.
    #[serde(default)]
    pub headings: Vec<String>,
    /// What was decided.
    #[serde(default)]
    pub choices: MappingChoices,
}

/// Why a mapping cannot be read or written.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
pub enum MappingFileError {
    /// The file cannot be read.
    #[error("{file}: cannot be read: {cause}")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// It is no mapping.
    #[error("{file}: no mapping: {cause}")]
    NotAMapping {
        /// The file, or the name of the mapping.
        file: PathBuf,
        /// What is wrong in it.
        cause: serde_json::Error,
    },
    /// It is one of another register.
    #[error("{file}: a mapping of {register}")]
    OtherRegister {
        /// The file.
        file: PathBuf,
        /// The register it is of.
        register: String,
    },
    /// The file cannot be written.
    #[error("{file}: cannot be written: {cause}")]
    NotWritten {
        /// The file.
        file: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
}

impl Explain for MappingFileError {
    fn explain(&self, language: Language) -> String {
        let named = |file: &Path| file.display().to_string();
        match self {
            Self::Unreadable { file, .. } => {
                language.say("mapping-unreadable", &[("file", named(file).into())])
            }
            Self::NotAMapping { file, cause } => language.say(
                "mapping-not-a-mapping",
                &[
                    ("file", named(file).into()),
                    ("line", cause.line().to_string().into()),
                    ("cause", cause.to_string().into()),
                ],
            ),
            Self::OtherRegister { file, register } => language.say(
                "mapping-other-register",
                &[("file", named(file).into()), ("register", register.into())],
            ),
            Self::NotWritten { file, .. } => {
                language.say("mapping-not-written", &[("file", named(file).into())])
            }
        }
    }
}

impl KeptMapping {
    /// The mapping as the team kept it.
    ///
    /// # Errors
    /// Its content is of a newer version of the program, or damaged.
    pub fn of(saved: &SavedMapping) -> Result<Self, MappingFileError> {
        let choices = serde_json::from_str(&saved.content);
        Ok(Self {
            name: saved.name.clone(),
            register: saved.register.clone(),
            headings: saved.headings.clone(),
            choices: choices.map_err(|cause| MappingFileError::NotAMapping {
                file: PathBuf::from(&saved.name),
                cause,
            })?,
        })
    }

    /// The mapping as the team keeps it.
    ///
    /// # Errors
    /// It cannot be written as text.
    pub fn saved(
        &self,
        actor: &str,
        saved: DateTime<Utc>,
    ) -> Result<SavedMapping, MappingFileError> {
        let content = serde_json::to_string(&self.choices);
        Ok(SavedMapping {
            register: self.register.clone(),
            name: self.name.clone(),
            headings: self.headings.clone(),
            content: content.map_err(|cause| MappingFileError::NotAMapping {
                file: PathBuf::from(&self.name),
                cause,
            })?,
            saved,
            actor: actor.to_owned(),
        })
    }

    /// Reads a file with a mapping of this register.
    ///
    /// # Errors
    /// The file cannot be read, or is of another register.
    pub fn read(path: &Path, register: &str) -> Result<Self, MappingFileError> {
        let file = path.to_owned();
        let text = std::fs::read_to_string(path).map_err(|cause| {
            let file = file.clone();
            MappingFileError::Unreadable { file, cause }
        })?;
        let read: Self = serde_json::from_str(&text).map_err(|cause| {
            let file = file.clone();
            MappingFileError::NotAMapping { file, cause }
        })?;
        match read.register == register {
            true => Ok(read),
            false => Err(MappingFileError::OtherRegister {
                file,
                register: read.register,
            }),
        }
    }

    /// The mapping as the text of a file.
    ///
    /// # Errors
    /// It cannot be written as text.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Writes it to a file.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), MappingFileError> {
        let file = path.to_owned();
        let text = self.text().map_err(|cause| MappingFileError::NotAMapping {
            file: file.clone(),
            cause,
        })?;
        write_atomically(path, text.as_bytes())
            .map_err(|cause| MappingFileError::NotWritten { file, cause })
    }

    /// Whether it was made for a file with these headings, in whatever order.
    pub fn fits(&self, headings: &[String]) -> bool {
        let set = |headings: &[String]| -> BTreeSet<String> {
            let headings = headings.iter().map(|heading| folded(heading));
            headings.filter(|heading| !heading.is_empty()).collect()
        };
        !self.headings.is_empty() && set(&self.headings) == set(headings)
    }
}
