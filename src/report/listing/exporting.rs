//! Exports a list of cases: to each kind of file, and to the clipboard.

use std::io;

use super::list::CaseList;
use super::xlsx::xlsx;
use crate::report::delimited::Dialect;
use crate::report::export_format::ExportFormat;
use crate::report::exportable::Exportable;
use crate::report::markup::html_file;

impl Exportable for CaseList {
    fn formats(&self) -> &'static [ExportFormat] {
        ExportFormat::OF_LISTS
    }

    fn bytes(&self, format: ExportFormat, dialect: Dialect) -> io::Result<Vec<u8>> {
        match format {
            ExportFormat::Xlsx => xlsx(self).map_err(io::Error::other),
            ExportFormat::Csv => self.csv(dialect),
            ExportFormat::Json => Ok(self.json().into_bytes()),
            ExportFormat::Html => Ok(html_file(&self.title, &self.html(), self.language)),
            ExportFormat::Svg | ExportFormat::Png => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    fn rows(&self) -> usize {
        self.groups.iter().map(|group| group.lines.len()).sum()
    }

    fn html(&self) -> String {
        self.page()
    }

    fn text(&self) -> String {
        self.lines()
    }
}
