//! Records as delimited text: CSV in two dialects, and tabs for the clipboard.

use std::io;

use csv::{Terminator, WriterBuilder};

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// As Dutch Excel opens it with a double click: semicolons, a byte order mark, decimal commas, labels.
    #[default]
    Excel,
    /// As RFC 4180 has it: commas, decimal points, and the same ids in every language.
    Standard,
}

impl Dialect {
    /// Every one with its name in commands.
    pub const NAMES: [(&str, Self); 2] = [("excel", Self::Excel), ("rfc4180", Self::Standard)];
}

/// Records as a file in a dialect.
///
/// # Errors
/// There is no room for them.
pub fn csv_in(dialect: Dialect, records: &[Vec<String>]) -> io::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new();
    writer.terminator(Terminator::CRLF);
    match dialect {
        Dialect::Standard => written(&writer, Vec::new(), records),
        Dialect::Excel => written(writer.delimiter(b';'), "\u{feff}".into(), records),
    }
}

/// Records as RFC 4180 has them, with lines as programs on this side end them.
///
/// # Errors
/// There is no room for them.
pub fn records(records: &[Vec<String>]) -> io::Result<Vec<u8>> {
    written(&WriterBuilder::new(), Vec::new(), records)
}

fn written(
    writer: &WriterBuilder,
    before: Vec<u8>,
    records: &[Vec<String>],
) -> io::Result<Vec<u8>> {
    let mut writer = writer.from_writer(before);
    for record in records {
        writer.write_record(record)?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}

/// A text that no spreadsheet takes for a formula.
pub fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// Lines of cells with a tab between them: what would begin another cell or line becomes a blank, and what a spreadsheet
/// would take for a formula does not.
pub(super) fn tabbed(records: &[Vec<String>]) -> String {
    let cell = |cell: &String| cell.replace(['\t', '\n', '\r'], " ");
    let lines = records.iter().map(|record| {
        let cells: Vec<String> = record.iter().map(cell).collect();
        cells.join("\t") + "\n"
    });
    lines.collect()
}
