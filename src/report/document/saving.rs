//! Saves a document as the kind of file that its name asks for.

use std::io;
use std::path::Path;

use super::docx::docx;
use super::html::html;
use super::model::Document;
use crate::report::saving::{SaveError, ending, write};

/// A kind of file that a document can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFormat {
    /// Word.
    Docx,
    /// A page to print.
    Html,
}

impl DocumentFormat {
    /// Every kind of file, with its ending.
    pub const ENDINGS: [(&str, Self); 2] = [("docx", Self::Docx), ("html", Self::Html)];

    /// The kind of file that this name asks for.
    ///
    /// # Errors
    /// A name with another ending, or without one.
    pub fn of(path: &Path) -> Result<Self, SaveError> {
        ending(path, &Self::ENDINGS).ok_or_else(|| SaveError::UnknownEnding(path.to_owned()))
    }

    /// The document as such a file.
    ///
    /// # Errors
    /// The archive that a Word file is cannot be made.
    pub fn bytes(self, document: &Document) -> io::Result<Vec<u8>> {
        match self {
            Self::Docx => docx(document),
            Self::Html => Ok(html(document).into_bytes()),
        }
    }
}

/// Saves a document as the kind of file that the name asks for: whole, or not at all.
///
/// # Errors
/// The name has no ending of a document, there is one that may not be overwritten, or the disk refuses.
pub fn save(document: &Document, path: &Path, overwrite: bool) -> Result<(), SaveError> {
    let format = DocumentFormat::of(path)?;
    write(path, overwrite, None, || format.bytes(document))
}
