//! What goes out: as a file of a kind that it can become, or on the clipboard as a table with and without its shape.

use std::io;
use std::path::Path;

use super::html::escaped;
use super::publication::{Dialect, PublicationFormat};
use super::saving::{PaperError, write};
use crate::language::Language;

/// Something that goes out, evaluated and in words.
pub trait Outgoing {
    /// The kinds of file that it can become.
    fn formats(&self) -> &'static [PublicationFormat];

    /// It as such a file.
    ///
    /// # Errors
    /// It cannot become one, the archive that an Excel file is cannot be made, or the picture not drawn.
    fn bytes(&self, format: PublicationFormat, dialect: Dialect) -> io::Result<Vec<u8>>;

    /// How many rows it has, totals included.
    fn rows(&self) -> usize;

    /// It as a piece of HTML, which Word takes as a table.
    fn html(&self) -> String;

    /// It as text with a tab between its cells, which a spreadsheet takes as cells.
    fn text(&self) -> String;
}

/// Writes it to a file of the kind that its name says: whole, or not at all.
///
/// # Errors
/// The name says no kind of file that it can become, there is one that may not be overwritten, or the disk refuses.
pub fn save_outgoing(
    outgoing: &dyn Outgoing,
    path: &Path,
    dialect: Dialect,
    overwrite: bool,
) -> Result<(), PaperError> {
    let format = PublicationFormat::of(path, outgoing.formats())?;
    let rows = Some(outgoing.rows());
    write(path, overwrite, rows, || outgoing.bytes(format, dialect))
}

/// A piece of HTML as a file, which says in which letters it is written: without that Word guesses.
pub(super) fn html_file(title: &str, piece: &str, language: Language) -> Vec<u8> {
    let (code, title) = (language.code(), escaped(title));
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <title>{title}</title>\n</head>\n<body>\n{piece}</body>\n</html>\n"
    );
    page.into_bytes()
}

/// Lines of cells with a tab between them: what would begin another cell or line becomes a blank, and what a spreadsheet
/// would take for a formula does not.
pub(super) fn tabbed(records: &[Vec<String>]) -> String {
    let cell = |cell: &String| cell.replace(['\t', '\n', '\r'], " ");
    let lines = records.iter().map(|record| {
        let cells: Vec<String> = record.iter().map(cell).collect();
        cells.join("\t") + "\n"
    });
    lines.collect()
}
