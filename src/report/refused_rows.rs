//! The rows of a file that an import refused, as an Excel file to correct: as they were, with what is wrong behind them.

use std::io;
use std::path::Path;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::export_format::ExportFormat;
use super::saving::{SaveError, write};
use super::workbook::{self, MOST_LINES, write_cell};
use crate::exchange::{ImportError, ImportJob, Progress, Row, RowOutcome, RowProblem, look};
use crate::language::{Explain, Language};
use crate::store::Vault;

/// How wide the column is that says what is wrong, in characters.
const PROBLEM_WIDTH: f64 = 72.0;

/// The refused rows of a file.
pub struct RefusedRows {
    /// The name of the file.
    pub file: String,
    /// Its headings.
    pub headers: Vec<String>,
    /// The rows, each with what is wrong with it.
    pub rows: Vec<(Row, Vec<RowProblem>)>,
    /// In which language it is said.
    pub language: Language,
}

impl RefusedRows {
    /// The rows that an import of this file would refuse.
    ///
    /// # Errors
    /// The file or the vault cannot be read.
    pub fn gather(vault: &Vault, job: &ImportJob, language: Language) -> Result<Self, ImportError> {
        let mut rows = Vec::new();
        let looked = look(vault, job, &Progress::default(), &mut |_, planned| {
            if planned.outcome == RowOutcome::Refused {
                rows.push((planned.row.clone(), planned.problems.to_vec()));
            }
        })?;
        Ok(Self {
            file: job.source.file_name(),
            headers: looked.head.headers,
            rows,
            language,
        })
    }

    /// Writes them to an Excel file.
    ///
    /// # Errors
    /// There is a file that may not be overwritten, it would be no Excel file, or the disk refuses.
    pub fn save(&self, path: &Path, overwrite: bool) -> Result<(), SaveError> {
        ExportFormat::of(path, &[ExportFormat::Xlsx])?;
        write(path, overwrite, Some(self.rows.len()), || {
            self.xlsx().map_err(io::Error::other)
        })
    }

    fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let title = self
            .language
            .say("refused-title", &[("file", (&self.file).into())]);
        let readable = self.language.text("refused-is-readable");
        workbook::describe(&mut book, &title, "", "");
        let sheet = book.add_worksheet();
        sheet.set_name(self.language.text("refused-sheet"))?;
        let top = workbook::above(sheet, &[title, readable])?;
        self.table(sheet, top)?;
        book.save_to_buffer()
    }

    fn table(&self, sheet: &mut Worksheet, top: u32) -> Result<(), XlsxError> {
        let problem = u16::try_from(self.headers.len()).unwrap_or(u16::MAX);
        for (at, header) in (0..).zip(&self.headers) {
            sheet.write_with_format(top, at, header, &workbook::heading())?;
            sheet.set_column_width(at, (header.chars().count() + 4).clamp(12, 32) as f64)?;
        }
        let said = self.language.text("refused-column");
        sheet.write_with_format(top, problem, said, &workbook::heading())?;
        sheet.set_column_width(problem, PROBLEM_WIDTH)?;
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let most = MOST_LINES - top as usize - 1;
        for (line, (row, problems)) in (top + 1..).zip(self.rows.iter().take(most)) {
            for (at, cell) in (0..problem).zip(&row.cells) {
                write_cell(sheet, line, at, cell, Format::new())?;
            }
            let problems: Vec<String> = problems
                .iter()
                .map(|problem| problem.explain(self.language))
                .collect();
            let text = problems.join("\n");
            sheet.write_string_with_format(line, problem, workbook::fitting(&text), &wrapped)?;
        }
        sheet.set_freeze_panes(top + 1, 0)?;
        Ok(())
    }
}
