//! LibreOffice files, read row by row: another reader would hold every cell of every sheet in memory, those in which
//! nothing stands as well.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::cell::time_of_iso;
use super::row_maker::RowMaker;
use super::sheet_name::SheetName;
use crate::exchange::sheet::cells::Cell;
use crate::exchange::sheet::error::FormatError;
use crate::exchange::sheet::limits::{LONGEST_CELL, LONGEST_ROW, MOST_COLUMNS, MOST_ROWS};
use crate::exchange::sheet::too_much::TooMuch;

/// The filled cells of a sheet, those that are repeated counted each time.
const MOST_FILLED: usize = 50_000_000;

type Content<'a> = Reader<BufReader<Box<dyn Read + 'a>>>;
type Zip<'a> = ZipArchive<BufReader<&'a mut File>>;

/// Whether a zip is of LibreOffice.
pub(super) fn is_ods(zip: &mut Zip<'_>) -> bool {
    let Ok(mimetype) = zip.by_name("mimetype") else {
        return false;
    };
    let mut text = String::new();
    let read = mimetype.take(100).read_to_string(&mut text);
    read.is_ok() && text.starts_with("application/vnd.oasis.opendocument.spreadsheet")
}

/// The sheets of a file.
pub(super) fn sheets(zip: &mut Zip<'_>) -> Result<Vec<SheetName>, FormatError> {
    if has_password(zip)? {
        return Err(FormatError::Protected);
    }
    let mut sheets = Vec::new();
    let mut hidden = HashSet::new();
    let mut style = String::new();
    let mut content = content(zip)?;
    let mut buffer = Vec::new();
    loop {
        match event(&mut content, &mut buffer)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "style:style" => style = attribute(&tag, "style:name")?.unwrap_or_default(),
                "style:table-properties"
                    if attribute(&tag, "table:display")?.as_deref() == Some("false") =>
                {
                    hidden.insert(style.clone());
                }
                "table:table" => {
                    let style = attribute(&tag, "table:style-name")?.unwrap_or_default();
                    sheets.push(SheetName {
                        name: attribute(&tag, "table:name")?.unwrap_or_default(),
                        visible: !hidden.contains(&style),
                    });
                }
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

/// Every filled row of a sheet, until the visitor has enough.
pub(super) fn each_row(
    zip: &mut Zip<'_>,
    sheet: usize,
    rows: &mut RowMaker<'_>,
) -> Result<ControlFlow<()>, FormatError> {
    let mut content = content(zip)?;
    let mut buffer = Vec::new();
    let mut table = None;
    let mut row = OdsRow::default();
    let mut filled = 0;
    loop {
        match event(&mut content, &mut buffer)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table" => table = Some(table.map_or(0, |at| at + 1)),
                "table:table-row" if table == Some(sheet) => {
                    row = row.next(repeated(&tag, "table:number-rows-repeated")?);
                }
                "table:table-cell" | "table:covered-table-cell" if table == Some(sheet) => {
                    let times = repeated(&tag, "table:number-columns-repeated")?;
                    let tag = tag.into_owned();
                    let cell = cell(&tag, &mut content)?;
                    row.add(times, &cell)?;
                }
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "table:table-row" if table == Some(sheet) => {
                    filled += row.cells.len().saturating_mul(row.times);
                    if filled > MOST_FILLED {
                        return Err(TooMuch::Content.into());
                    }
                    if row.hand_over(rows)?.is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                "table:table" if table == Some(sheet) => return Ok(ControlFlow::Continue(())),
                _ => {}
            },
            Event::Eof => return Ok(ControlFlow::Continue(())),
            _ => {}
        }
    }
}

/// A row, which may stand for several that are the same.
#[derive(Default)]
struct OdsRow {
    first: usize,
    times: usize,
    column: usize,
    cells: Vec<(usize, Cell)>,
    /// The bytes of the texts in it.
    long: usize,
}

impl OdsRow {
    /// The row behind this one, so many times.
    fn next(mut self, times: usize) -> Self {
        self.cells.clear();
        Self {
            first: self.first.saturating_add(self.times),
            times,
            column: 0,
            cells: self.cells,
            long: 0,
        }
    }

    /// Adds a cell, so many times.
    fn add(&mut self, times: usize, cell: &Cell) -> Result<(), FormatError> {
        let next = self.column.saturating_add(times);
        if !cell.is_blank() {
            let row = self.first.saturating_add(1);
            if next > MOST_COLUMNS {
                return Err(TooMuch::Columns { row }.into());
            }
            self.long += cell.text().len() * times;
            if self.long > LONGEST_ROW {
                return Err(TooMuch::Text { row }.into());
            }
            for column in self.column..next {
                self.cells.push((column, cell.clone()));
            }
        }
        self.column = next;
        Ok(())
    }

    fn hand_over(&self, rows: &mut RowMaker<'_>) -> Result<ControlFlow<()>, FormatError> {
        if self.cells.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        if self.first.saturating_add(self.times) > MOST_ROWS {
            return Err(TooMuch::Rows.into());
        }
        for row in self.first..self.first + self.times {
            for (column, cell) in &self.cells {
                if rows
                    .add(row as u32, *column as u32, cell.clone())?
                    .is_break()
                {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// Reads a cell up to its end.
fn cell(tag: &BytesStart<'_>, content: &mut Content<'_>) -> Result<Cell, FormatError> {
    let kind = attribute(tag, "office:value-type")?.unwrap_or_default();
    let is_error = attribute(tag, "calcext:value-type")?.as_deref() == Some("error");
    let said = text_of(content, tag.name().as_ref())?;
    let value = |name| attribute(tag, name).map(Option::unwrap_or_default);
    if is_error {
        return Ok(Cell::Text(said));
    }
    Ok(match kind.as_str() {
        "float" | "percentage" | "currency" => match value("office:value")?.parse::<f64>() {
            Ok(number) => Cell::Number(number),
            Err(_) => Cell::Text(said),
        },
        "date" => match moment(&value("office:date-value")?) {
            Some(moment) => Cell::Date(moment),
            None => Cell::Text(said),
        },
        "time" => Cell::Text(time_of_iso(&value("office:time-value")?).unwrap_or(said)),
        "boolean" => Cell::YesNo(value("office:boolean-value")? == "true"),
        "string" => match attribute(tag, "office:string-value")? {
            Some(text) if said.is_empty() => Cell::Text(text),
            _ => Cell::Text(said),
        },
        _ if said.is_empty() => Cell::Empty,
        _ => Cell::Text(said),
    })
}

/// The paragraphs of a cell, without its notes, up to its end.
fn text_of(content: &mut Content<'_>, cell: &str) -> Result<String, FormatError> {
    let mut text = String::new();
    let mut buffer = Vec::new();
    let mut paragraphs = 0;
    let mut within = 0_usize;
    let mut notes = 0_usize;
    loop {
        let event = event(content, &mut buffer)?;
        match &event {
            Event::Start(tag) => match tag.name().as_ref() {
                "office:annotation" => notes += 1,
                _ if notes > 0 => {}
                "text:p" | "text:h" => {
                    within += 1;
                    paragraphs += 1;
                    if paragraphs > 1 {
                        text.push('\n');
                    }
                }
                "text:s" => {
                    let times = repeated(tag, "text:c")?.min(LONGEST_CELL);
                    text.extend(std::iter::repeat_n(' ', times));
                }
                "text:tab" => text.push('\t'),
                "text:line-break" => text.push('\n'),
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "office:annotation" => notes = notes.saturating_sub(1),
                "text:p" | "text:h" if notes == 0 => within = within.saturating_sub(1),
                name if name == cell => return Ok(text),
                _ => {}
            },
            Event::Text(piece) if within > 0 && notes == 0 => {
                text.push_str(&piece.xml10_content());
            }
            Event::CData(piece) if within > 0 && notes == 0 => {
                text.push_str(&piece.xml10_content());
            }
            Event::GeneralRef(name) if within > 0 && notes == 0 => match name.resolve_char_ref() {
                Ok(Some(letter)) => text.push(letter),
                _ => text.push_str(
                    quick_xml::escape::resolve_predefined_entity(&name.xml10_content())
                        .unwrap_or_default(),
                ),
            },
            Event::Eof => return Err(FormatError::NotATable("cell without end".to_owned())),
            _ => {}
        }
        if text.len() > LONGEST_CELL {
            return Ok(text);
        }
    }
}

/// A date, with a time or without.
fn moment(text: &str) -> Option<NaiveDateTime> {
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return Some(date.and_time(NaiveTime::MIN));
    }
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok()
}

/// How many times a cell or a row is repeated.
fn repeated(tag: &BytesStart<'_>, name: &str) -> Result<usize, FormatError> {
    let times = attribute(tag, name)?;
    Ok(times.and_then(|times| times.parse().ok()).unwrap_or(1))
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, FormatError> {
    let damaged = |error: String| FormatError::NotATable(error);
    let found = tag.try_get_attribute(name);
    let found = found.map_err(|error| damaged(error.to_string()))?;
    found
        .map(|found| {
            let value = found.normalized_value(XmlVersion::Implicit1_0);
            value
                .map(std::borrow::Cow::into_owned)
                .map_err(|error| damaged(error.to_string()))
        })
        .transpose()
}

fn event<'b>(content: &mut Content<'_>, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, FormatError> {
    buffer.clear();
    let event = content.read_event_into(buffer);
    event.map_err(|error| FormatError::NotATable(error.to_string()))
}

fn content<'a>(zip: &'a mut Zip<'_>) -> Result<Content<'a>, FormatError> {
    let part = zip.by_name("content.xml");
    let part = part.map_err(|error| FormatError::NotATable(error.to_string()))?;
    let mut content = Reader::from_reader(BufReader::new(Box::new(part) as Box<dyn Read + 'a>));
    let config = content.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    Ok(content)
}

/// Whether the parts of a file are encrypted.
fn has_password(zip: &mut Zip<'_>) -> Result<bool, FormatError> {
    let Ok(manifest) = zip.by_name("META-INF/manifest.xml") else {
        return Ok(false);
    };
    let mut text = Vec::new();
    manifest.take(1 << 20).read_to_end(&mut text)?;
    let mark = b"encryption-data";
    Ok(text.windows(mark.len()).any(|part| part == mark))
}
