//! A publication as a file: whole, or not at all.

use std::io;
use std::path::Path;

use super::{Dialect, Publication, csv, html_table, png, svg, xlsx};
use crate::report::saving::{PaperError, ending, write};

/// A kind of file that a figure can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicationFormat {
    /// Excel.
    Xlsx,
    /// A spreadsheet's text.
    Csv,
    /// For programs.
    Json,
    /// The chart, as a drawing.
    Svg,
    /// The chart, as a picture.
    Png,
    /// The table, to paste into a document.
    Html,
}

impl PublicationFormat {
    /// Every kind of file, with its ending.
    pub const ENDINGS: [(&str, Self); 6] = [
        ("xlsx", Self::Xlsx),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("svg", Self::Svg),
        ("png", Self::Png),
        ("html", Self::Html),
    ];

    /// The kind of file that this name asks for.
    ///
    /// # Errors
    /// A name with another ending, or without one.
    pub fn of(path: &Path) -> Result<Self, PaperError> {
        ending(path, &Self::ENDINGS).ok_or_else(|| PaperError::NoFigure(path.to_owned()))
    }

    /// Whether the cases behind the numbers are part of such a file.
    pub fn holds_cases(self) -> bool {
        self == Self::Xlsx
    }

    /// The publication as such a file.
    ///
    /// # Errors
    /// The archive that an Excel file is cannot be made, or the picture not drawn.
    pub fn bytes(self, publication: &Publication, dialect: Dialect) -> io::Result<Vec<u8>> {
        match self {
            Self::Xlsx => xlsx(publication).map_err(io::Error::other),
            Self::Csv => csv(publication, dialect),
            Self::Json => Ok(publication.json.clone().into_bytes()),
            Self::Svg => Ok(svg(publication).into_bytes()),
            Self::Png => png(publication),
            Self::Html => Ok(html_table(publication).into_bytes()),
        }
    }
}

/// Writes a publication to a file of the kind that its name says: whole, or not at all.
///
/// # Errors
/// The name says no kind of file, there is one that may not be overwritten, or the disk refuses.
pub fn save_publication(
    publication: &Publication,
    path: &Path,
    dialect: Dialect,
    overwrite: bool,
) -> Result<(), PaperError> {
    let format = PublicationFormat::of(path)?;
    write(path, overwrite, || format.bytes(publication, dialect))
}
