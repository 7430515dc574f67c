//! What a file with a table is: a text or a workbook.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use super::cells::Row;
use super::error::FormatError;
use super::text::file::TextFormat;
use super::workbook::file::Workbook;
use super::workbook::sheet_name::SheetName;

/// The first bytes of a zip, as Excel and LibreOffice write, and of the older Excel files.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

/// How a file is read. Its content decides, not its name: a spreadsheet that is called `.csv` is read as well.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// A text.
    Text(TextFormat),
    /// A workbook.
    Workbook(Workbook),
}

impl Source {
    /// Finds how this file is read.
    pub fn of(file: &mut File) -> Result<Self, FormatError> {
        let mut begin = Vec::new();
        file.by_ref().take(4).read_to_end(&mut begin)?;
        file.seek(SeekFrom::Start(0))?;
        Ok(match WORKBOOKS.contains(&begin.as_slice()) {
            true => Self::Workbook(Workbook::of(file)?),
            false => Self::Text(TextFormat::of(file)?),
        })
    }

    /// The sheets of a workbook; none of a text.
    pub fn sheets(&self) -> &[SheetName] {
        match self {
            Self::Text(_) => &[],
            Self::Workbook(workbook) => workbook.sheets(),
        }
    }

    /// Every row that is not blank of a sheet, until the visitor has enough.
    pub fn each_row(
        &self,
        file: &mut File,
        sheet: usize,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<(), FormatError> {
        match self {
            Self::Text(format) => format.each_row(file, visit),
            Self::Workbook(workbook) => workbook.each_row(file, sheet, visit),
        }
    }
}
