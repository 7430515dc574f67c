//! Saves files: whole, or not at all.

use std::io;
use std::path::{Path, PathBuf};

use super::export_format::ExportFormat;
use crate::language::{Explain, Language};
use crate::logging;
use crate::store::PreparedFile;

/// Why there is no file.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
pub enum SaveError {
    /// The name has no ending of a document.
    #[error("no .docx or .html: {0}")]
    UnknownEnding(PathBuf),
    /// The name has no ending of a kind of file that can be made; with those that can.
    #[error("no such kind of file: {0}")]
    NoSuchKind(PathBuf, &'static [ExportFormat]),
    /// There is such a file, and it may not be overwritten.
    #[error("there is a file {0}")]
    Exists(PathBuf),
    /// The disk refuses.
    #[error("{path} cannot be written: {reason}")]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the disk says.
        reason: io::Error,
    },
}

impl Explain for SaveError {
    fn explain(&self, language: Language) -> String {
        let (id, path) = match self {
            Self::UnknownEnding(path) => ("paper-unknown-ending", path),
            Self::NoSuchKind(path, known) => {
                let kind = |kind: &ExportFormat| {
                    let name = language.text(&format!("format-{}", kind.ending()));
                    format!(".{} ({name})", kind.ending())
                };
                return language.say(
                    "publication-unknown-ending",
                    &[
                        ("file", path.display().to_string().into()),
                        (
                            "known",
                            known.iter().map(kind).collect::<Vec<_>>().join(", ").into(),
                        ),
                    ],
                );
            }
            Self::Exists(path) => ("paper-exists", path),
            Self::Unwritable { path, reason } => {
                return language.say(
                    "paper-unwritable",
                    &[
                        ("file", path.display().to_string().into()),
                        ("reason", reason.to_string().into()),
                    ],
                );
            }
        };
        language.say(id, &[("file", path.display().to_string().into())])
    }
}

impl ExportFormat {
    /// The kind of file that this name asks for, of those that can be made.
    ///
    /// # Errors
    /// A name with another ending, or without one.
    pub fn of(path: &Path, known: &'static [Self]) -> Result<Self, SaveError> {
        let named = ending(path, &Self::ENDINGS).filter(|named| known.contains(named));
        named.ok_or_else(|| SaveError::NoSuchKind(path.to_owned(), known))
    }
}

/// The meaning of the ending of this name, in capitals or not.
pub(super) fn ending<T: Copy>(path: &Path, known: &[(&str, T)]) -> Option<T> {
    let ending = path.extension().and_then(|ending| ending.to_str())?;
    let mut known = known.iter();
    let named = known.find(|(known, _)| ending.eq_ignore_ascii_case(known));
    named.map(|(_, meant)| *meant)
}

/// Writes a text to a file: whole, or not at all.
///
/// # Errors
/// There is a file that may not be overwritten, or the disk refuses.
pub fn save_text(path: &Path, overwrite: bool, text: &str) -> Result<(), SaveError> {
    write(path, overwrite, None, || Ok(text.as_bytes().to_vec()))
}

/// Writes a file whole, or not at all. Its contents are only made where it may be written. Of a table, the number of rows
/// is logged.
pub(super) fn write(
    path: &Path,
    overwrite: bool,
    rows: Option<usize>,
    bytes: impl FnOnce() -> io::Result<Vec<u8>>,
) -> Result<(), SaveError> {
    prepare(path, overwrite, rows, bytes)?.put_in_place()
}

/// A file that is written whole beside its place; until it is put there, there is nothing.
pub(super) struct Prepared {
    file: PreparedFile,
    path: PathBuf,
    size: usize,
    rows: Option<usize>,
}

/// Writes a file whole beside its place, where it may come there.
pub(super) fn prepare(
    path: &Path,
    overwrite: bool,
    rows: Option<usize>,
    bytes: impl FnOnce() -> io::Result<Vec<u8>>,
) -> Result<Prepared, SaveError> {
    if !overwrite && path.exists() {
        return Err(SaveError::Exists(path.to_owned()));
    }
    let bytes = bytes().map_err(unwritable(path))?;
    let file = PreparedFile::beside(path, &bytes).map_err(unwritable(path))?;
    Ok(Prepared {
        file,
        path: path.to_owned(),
        size: bytes.len(),
        rows,
    })
}

impl Prepared {
    /// Puts the file in its place.
    pub fn put_in_place(self) -> Result<(), SaveError> {
        let Self {
            file,
            path,
            size,
            rows,
        } = self;
        file.put_in_place().map_err(unwritable(&path))?;
        logging::exported(&path, size, rows);
        Ok(())
    }
}

/// The error for what the disk says of this file.
fn unwritable(path: &Path) -> impl Fn(io::Error) -> SaveError {
    let path = path.to_owned();
    move |reason| {
        logging::disk_refused(&reason);
        SaveError::Unwritable {
            path: path.clone(),
            reason,
        }
    }
}
