//! A file with a table, whose rows are read anew each time they are asked for.

use std::fs::{self, File, Metadata};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::cells::Row;
use super::error::{FormatError, ReadError};
use super::head::{Beginning, SheetChoice, SheetHead};
use super::source::Source;
use super::total::Totals;
use crate::language::folded;
use crate::logging;

/// A file with a table. Its rows are read anew each time they are asked for, so that memory stays bounded whatever its
/// length.
#[derive(Debug)]
pub struct SheetFile {
    path: PathBuf,
    stamp: Stamp,
    source: Source,
    head: SheetHead,
}

/// By what a file is known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
        }
    }
}

impl SheetFile {
    /// Finds the table in a file: the sheet and the headings that were chosen, or those that look like them.
    ///
    /// # Errors
    /// The file cannot be read, has no such sheet or headings, or has nothing in it.
    pub fn open(path: &Path, choice: &SheetChoice) -> Result<Self, ReadError> {
        let (mut file, stamp) = opened(path)?;
        let source = caught(path, || Source::of(&mut file))?;
        let names: Vec<String> = source
            .sheets()
            .iter()
            .map(|sheet| sheet.name.clone())
            .collect();
        let chosen = match &choice.sheet {
            None => None,
            Some(sheet) => Some(named(&names, sheet).ok_or_else(|| ReadError::NoSheet {
                file: path.to_owned(),
                sheet: sheet.clone(),
                sheets: names.clone(),
            })?),
        };
        let (sheet, begins) = caught(path, || {
            beginning(&source, &mut file, chosen, choice.header_row)
        })?;
        let head = begins.head(choice.header_row);
        let head = head.ok_or_else(|| match choice.header_row {
            Some(row) => ReadError::NoHeaderRow {
                file: path.to_owned(),
                row,
            },
            None => ReadError::NoHeader(path.to_owned()),
        })?;
        let file = Self {
            path: path.to_owned(),
            stamp,
            head: SheetHead {
                sheet: (!names.is_empty()).then_some(sheet),
                sheets: names,
                ..head
            },
            source,
        };
        file.same()?;
        Ok(file)
    }

    /// What is known of the table before its rows are read.
    pub fn head(&self) -> &SheetHead {
        &self.head
    }

    /// Every filled row below the headings except totals, until the visitor has enough. Returns the numbers of the rows
    /// that were left out as totals.
    ///
    /// # Errors
    /// The file cannot be read, or is another one than when it was opened.
    pub fn each_row(
        &self,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<Vec<usize>, ReadError> {
        let mut totals = Totals::below(self.head.header_row, self.head.headers.len());
        self.each_filled_row(&mut |row| totals.pass(row, visit))?;
        Ok(totals.left_out())
    }

    /// Every filled row below the headings, until the visitor has enough.
    ///
    /// # Errors
    /// The file cannot be read, or is another one than when it was opened.
    pub(super) fn each_filled_row(
        &self,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.same()?;
        let (mut file, _) = opened(&self.path)?;
        let sheet = self.head.sheet.unwrap_or_default();
        let mut below = |row: &Row| match row.number > self.head.header_row {
            true => visit(row),
            false => ControlFlow::Continue(()),
        };
        caught(&self.path, || {
            self.source.each_row(&mut file, sheet, &mut below)
        })?;
        self.same()
    }

    /// Whether the file is still the one that was opened.
    fn same(&self) -> Result<(), ReadError> {
        let (_, stamp) = opened(&self.path)?;
        let changed = || ReadError::Changed(self.path.clone());
        (stamp == self.stamp).then_some(()).ok_or_else(changed)
    }
}

/// The sheet with this name.
fn named(names: &[String], wanted: &str) -> Option<usize> {
    let same = |name: &String| folded(name) == folded(wanted);
    let exactly = names.iter().position(|name| name == wanted);
    exactly.or_else(|| names.iter().position(same))
}

/// How the sheet begins that was chosen, or the one that looks like a table: the first that is shown with three headings
/// and rows below them, else with two, else the first that is not blank.
fn beginning(
    source: &Source,
    file: &mut File,
    chosen: Option<usize>,
    header_row: Option<usize>,
) -> Result<(usize, Beginning), FormatError> {
    let sheets = source.sheets();
    let none_shown = sheets.iter().all(|sheet| !sheet.visible);
    let looked_at: Vec<usize> = match chosen {
        Some(sheet) => vec![sheet],
        None => (0..sheets.len().max(1))
            .filter(|at| none_shown || sheets[*at].visible)
            .collect(),
    };
    let mut fewer = None;
    let mut filled = None;
    for &sheet in &looked_at {
        let read =
            |visit: &mut dyn FnMut(&Row) -> ControlFlow<()>| source.each_row(file, sheet, visit);
        let begins = Beginning::read(read, header_row)?;
        if looked_at.len() == 1 || begins.has_table(3) {
            return Ok((sheet, begins));
        }
        if fewer.is_none() && begins.has_table(2) {
            fewer = Some((sheet, begins));
        } else if filled.is_none() && !begins.is_blank() {
            filled = Some((sheet, begins));
        }
    }
    let first = looked_at.first().copied().unwrap_or_default();
    Ok(fewer.or(filled).unwrap_or((first, Beginning::default())))
}

fn opened(path: &Path) -> Result<(File, Stamp), ReadError> {
    let cannot_open = |cause| {
        logging::disk_refused(&cause);
        ReadError::CannotOpen {
            file: path.to_owned(),
            cause,
        }
    };
    // Linux opens a folder as a file, of which nothing can be read; and waits for ever to open a pipe that nobody writes in.
    let found = fs::metadata(path).map_err(cannot_open)?;
    if !found.is_file() {
        return Err(ReadError::NotAFile(path.to_owned()));
    }
    let file = File::open(path).map_err(cannot_open)?;
    let metadata = file.metadata().map_err(cannot_open)?;
    Ok((file, Stamp::of(&metadata)))
}

/// Calls a reader. Those of spreadsheets stop the thread on some damaged files; that is an answer as well.
fn caught<T>(path: &Path, read: impl FnOnce() -> Result<T, FormatError>) -> Result<T, ReadError> {
    match logging::without_panic(read) {
        Some(Ok(read)) => Ok(read),
        Some(Err(error)) => {
            if let FormatError::Disk(cause) = &error {
                logging::disk_refused(cause);
            }
            Err(error.of(path))
        }
        None => Err(ReadError::Unreadable(path.to_owned())),
    }
}
