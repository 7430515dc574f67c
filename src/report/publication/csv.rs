//! A figure for a spreadsheet: as Dutch Excel opens it, or as the standard has it.

use std::io;

use csv::{Terminator, WriterBuilder};

use super::Publication;
use crate::language::Language;

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

/// The numbers of a publication in a dialect.
///
/// # Errors
/// There is no room for them.
pub fn csv(publication: &Publication, dialect: Dialect) -> io::Result<Vec<u8>> {
    match dialect {
        Dialect::Standard => csv_in(dialect, &publication.table.records()),
        Dialect::Excel => csv_in(dialect, &labelled(publication)),
    }
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

/// The records that people read, the header first.
pub(super) fn labelled(publication: &Publication) -> Vec<Vec<String>> {
    let table = &publication.table;
    let words = table.words.iter().map(|heading| harmless(&heading.label));
    let header = words.chain(table.columns.iter().map(|column| harmless(&column.name())));
    let mut records = vec![header.collect()];
    for line in &table.lines {
        let numbers = line.numbers.iter().map(|number| match number {
            Some(number) => comma(*number, publication.language),
            None => String::new(),
        });
        let labels = line.labels.iter().map(|label| harmless(label));
        records.push(labels.chain(numbers).collect());
    }
    records
}

/// A number as Excel reads it in this language: all its decimals, and no thousands apart.
fn comma(number: f64, language: Language) -> String {
    language.number(number)
}

/// A text that no spreadsheet takes for a formula.
pub fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
