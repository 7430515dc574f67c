//! What goes out: as a file of a kind that it can become, or on the clipboard as a table with and without its shape.

use std::io;
use std::path::Path;

use super::delimited::Dialect;
use super::export_format::PublicationFormat;
use super::saving::{PaperError, write};

/// Something that goes out, evaluated and in words.
pub trait Outgoing {
    /// The kinds of file that it can become.
    fn formats(&self) -> &'static [PublicationFormat];

    /// It as such a file.
    ///
    /// # Errors
    /// It cannot become one, the archive that an Excel file is cannot be made, or the picture not drawn.
    fn bytes(&self, format: PublicationFormat, dialect: Dialect) -> io::Result<Vec<u8>>;

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
    write(path, overwrite, || outgoing.bytes(format, dialect))
}
