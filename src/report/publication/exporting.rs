//! Exports a publication: to each kind of file, and to the clipboard.

use std::io;

use super::csv::csv;
use super::html::html_table;
use super::model::Publication;
use super::png::png;
use super::svg::svg;
use super::xlsx::xlsx;
use crate::report::delimited::Dialect;
use crate::report::export_format::ExportFormat;
use crate::report::exportable::Exportable;
use crate::report::markup::html_file;

impl ExportFormat {
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
            Self::Html => {
                let piece = html_table(publication);
                Ok(html_file(&publication.title, &piece, publication.language))
            }
        }
    }
}

impl Exportable for Publication {
    fn formats(&self) -> &'static [ExportFormat] {
        ExportFormat::OF_FIGURES
    }

    fn bytes(&self, format: ExportFormat, dialect: Dialect) -> io::Result<Vec<u8>> {
        format.bytes(self, dialect)
    }

    fn rows(&self) -> usize {
        self.table.lines.len()
    }

    fn html(&self) -> String {
        html_table(self)
    }

    fn text(&self) -> String {
        self.page().text()
    }
}
