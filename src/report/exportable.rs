//! What can be exported: to a file of several kinds, or to the clipboard as a table, formatted and as text.

use std::io;
use std::path::Path;

use super::delimited::Dialect;
use super::export_format::ExportFormat;
use super::saving::{SaveError, write};

/// Something that can be exported, evaluated and in words.
pub trait Exportable {
    /// The kinds of file that it can become.
    fn formats(&self) -> &'static [ExportFormat];

    /// The contents of such a file.
    ///
    /// # Errors
    /// It cannot become one, the archive that an Excel file is cannot be made, or the picture not drawn.
    fn bytes(&self, format: ExportFormat, dialect: Dialect) -> io::Result<Vec<u8>>;

    /// How many rows it has, totals included.
    fn rows(&self) -> usize;

    /// A piece of HTML, which Word takes as a table.
    fn html(&self) -> String;

    /// Text with a tab between its cells, which a spreadsheet takes as cells.
    fn text(&self) -> String;
}

/// Saves it as the kind of file that the name asks for: whole, or not at all.
///
/// # Errors
/// The name has no ending of a kind of file that it can become, there is one that may not be overwritten, or the disk refuses.
pub fn save_export(
    exported: &dyn Exportable,
    path: &Path,
    dialect: Dialect,
    overwrite: bool,
) -> Result<(), SaveError> {
    let format = ExportFormat::of(path, exported.formats())?;
    let rows = Some(exported.rows());
    write(path, overwrite, rows, || exported.bytes(format, dialect))
}
