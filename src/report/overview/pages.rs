//! The pages of the overview as files: all of them for Excel and Word, the summaries of the registers for programs.

use std::io;

use crate::language::Language;
use crate::report::delimited::{Dialect, csv_in};
use crate::report::export_format::ExportFormat;
use crate::report::exportable::Exportable;
use crate::report::markup::html_file;
use crate::report::publication::{Page, html_page, xlsx_of};

/// The overview, evaluated and in words.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewPages {
    /// The summaries of the registers, and then what stands below them.
    pub pages: Vec<Page>,
    pub(super) language: Language,
    pub(super) json: String,
}

impl Exportable for OverviewPages {
    fn formats(&self) -> &'static [ExportFormat] {
        ExportFormat::OF_LISTS
    }

    /// Excel and HTML have every page, the others the summaries of the registers.
    fn bytes(&self, format: ExportFormat, dialect: Dialect) -> io::Result<Vec<u8>> {
        match format {
            ExportFormat::Xlsx => xlsx_of(&self.pages).map_err(io::Error::other),
            ExportFormat::Html => {
                let title = self.pages.first().map_or("", Page::title);
                Ok(html_file(title, &self.html(), self.language))
            }
            ExportFormat::Json => Ok(self.json.clone().into_bytes()),
            ExportFormat::Csv => {
                let Some(page) = self.pages.first() else {
                    return Ok(Vec::new());
                };
                let records = match dialect {
                    Dialect::Standard => page.table.records(),
                    Dialect::Excel => page.table.labelled(page.language),
                };
                csv_in(dialect, &records)
            }
            ExportFormat::Svg | ExportFormat::Png => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    fn rows(&self) -> usize {
        self.pages.iter().map(|page| page.table.lines.len()).sum()
    }

    fn html(&self) -> String {
        self.pages.iter().map(html_page).collect()
    }

    fn text(&self) -> String {
        let pages = self.pages.iter().map(Page::text);
        pages.collect::<Vec<_>>().join("\n")
    }
}
