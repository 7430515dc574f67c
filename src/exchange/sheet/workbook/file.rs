//! A workbook as sheets.

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use calamine::{
    Cell, Data, DataRef, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
    Xlsx, XlsxError,
};
use zip::ZipArchive;

use super::compound::Compound;
use super::row_maker::RowMaker;
use super::sheet_name::SheetName;
use super::unpacked::look_through;
use super::{cell, ods, old_records};
use crate::exchange::sheet::cells::Row;
use crate::exchange::sheet::error::FormatError;
use crate::exchange::sheet::too_much::TooMuch;

/// The bytes of an older file, which is held in memory.
const MOST_XLS: u64 = 100 << 20;

/// Which kind of workbook a file is, and its sheets.
#[derive(Clone, Debug)]
pub(in crate::exchange::sheet) struct Workbook {
    kind: Kind,
    sheets: Vec<SheetName>,
}

/// The kinds of workbooks.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

impl Workbook {
    /// Finds the kind and the sheets of this file.
    pub fn of(file: &mut File) -> Result<Self, FormatError> {
        let mut begin = [0; 2];
        file.seek(SeekFrom::Start(0))?;
        file.read_exact(&mut begin)?;
        let kind = match &begin {
            b"PK" => {
                look_through(file)?;
                let mut zip = zipped(file)?;
                if ods::is_ods(&mut zip) {
                    Kind::Ods
                } else if zip.index_for_name("xl/workbook.bin").is_some() {
                    Kind::Xlsb
                } else {
                    Kind::Xlsx
                }
            }
            _ => Kind::Xls,
        };
        let sheets = match kind {
            Kind::Xlsx => with_cells(xlsx(file)?.sheets_metadata()),
            Kind::Xlsb => with_cells(xlsb(file)?.sheets_metadata()),
            Kind::Xls => with_cells(xls(file)?.sheets_metadata()),
            Kind::Ods => ods::sheets(&mut zipped(file)?)?,
        };
        Ok(Self { kind, sheets })
    }

    /// Its sheets.
    pub fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// Every row of a sheet that is not blank, until the visitor has enough.
    pub fn each_row(
        &self,
        file: &mut File,
        sheet: usize,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<(), FormatError> {
        let Some(SheetName { name, .. }) = self.sheets.get(sheet) else {
            return Ok(());
        };
        let mut rows = RowMaker::to(visit);
        let flow = match self.kind {
            Kind::Xlsx => {
                let mut book = xlsx(file)?;
                let mut cells = book.worksheet_cells_reader(name)?;
                each_cell(&mut rows, || cells.next_cell())?
            }
            Kind::Xlsb => {
                let mut book = xlsb(file)?;
                let mut cells = book.worksheet_cells_reader(name)?;
                each_cell(&mut rows, || cells.next_cell())?
            }
            Kind::Xls => add_range(&mut rows, &xls(file)?.worksheet_range(name)?)?,
            Kind::Ods => ods::each_row(&mut zipped(file)?, sheet, &mut rows)?,
        };
        if flow.is_continue() {
            // Nothing follows the last row, whatever the visitor says.
            let _ = rows.end();
        }
        Ok(())
    }
}

/// Takes cells one by one.
fn each_cell<'a, E>(
    rows: &mut RowMaker<'_>,
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, E>,
) -> Result<ControlFlow<()>, FormatError>
where
    FormatError: From<E>,
{
    while let Some(cell) = next()? {
        let (row, column) = cell.get_position();
        let value = cell::of_ref(cell.get_value());
        if rows.add(row, column, value)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// Takes the cells of a sheet that is held in memory.
fn add_range(rows: &mut RowMaker<'_>, range: &Range<Data>) -> Result<ControlFlow<()>, FormatError> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let (row, column) = (first_row + row as u32, first_column + column as u32);
        if rows.add(row, column, cell::of(data.clone()))?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

fn with_cells(sheets: &[calamine::Sheet]) -> Vec<SheetName> {
    let with_cells = sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let name = |sheet: &calamine::Sheet| SheetName {
        name: sheet.name.clone(),
        visible: sheet.visible == SheetVisible::Visible,
    };
    with_cells.map(name).collect()
}

fn zipped(file: &mut File) -> Result<ZipArchive<BufReader<&mut File>>, FormatError> {
    let zip = ZipArchive::new(BufReader::new(file));
    zip.map_err(|error| FormatError::NotATable(error.to_string()))
}

fn xlsx(file: &mut File) -> Result<Xlsx<BufReader<&mut File>>, FormatError> {
    Ok(Xlsx::new(BufReader::new(file))?)
}

fn xlsb(file: &mut File) -> Result<Xlsb<BufReader<&mut File>>, FormatError> {
    Ok(Xlsb::new(BufReader::new(file))?)
}

/// An older file, or a newer one with a password, which is wrapped in the container of an older one.
fn xls(file: &mut File) -> Result<Xls<Cursor<Vec<u8>>>, FormatError> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(MOST_XLS + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_XLS {
        return Err(TooMuch::Content.into());
    }
    let container = Compound::of(&bytes)?;
    if container.has("EncryptedPackage") {
        return Err(FormatError::Protected);
    }
    let stream = container
        .stream("Workbook")
        .or_else(|_| container.stream("Book"))?;
    old_records::look_through(&stream)?;
    drop(stream);
    Ok(Xls::new(Cursor::new(bytes))?)
}

impl From<XlsxError> for FormatError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Password => Self::Protected,
            XlsxError::Io(error) => error.into(),
            error => Self::NotATable(error.to_string()),
        }
    }
}

impl From<XlsbError> for FormatError {
    fn from(error: XlsbError) -> Self {
        match error {
            XlsbError::Password => Self::Protected,
            XlsbError::Io(error) => error.into(),
            error => Self::NotATable(error.to_string()),
        }
    }
}

impl From<XlsError> for FormatError {
    fn from(error: XlsError) -> Self {
        match error {
            XlsError::Password => Self::Protected,
            XlsError::Io(error) => error.into(),
            error => Self::NotATable(error.to_string()),
        }
    }
}
