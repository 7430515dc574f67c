//! A figure for a spreadsheet: as Dutch Excel opens it, or as the standard has it.

use std::io;

use csv::{Terminator, WriterBuilder};

use super::Publication;
use super::tabulation::Tabulation;
use super::unit::Unit;
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
        Dialect::Excel => csv_in(dialect, &labelled(&publication.table, publication.language)),
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

/// The records of a file that people open: labels, and numbers with all their decimals and no thousands apart.
pub(super) fn labelled(table: &Tabulation, language: Language) -> Vec<Vec<String>> {
    labelled_with(table, |number, _| language.number(number))
}

/// The records that people read, the header first, with their numbers written like this.
pub(super) fn labelled_with(
    table: &Tabulation,
    written: impl Fn(f64, Unit) -> String,
) -> Vec<Vec<String>> {
    let words = table.words.iter().map(|heading| harmless(&heading.label));
    let header = words.chain(table.columns.iter().map(|column| harmless(&column.name())));
    let mut records = vec![header.collect()];
    for line in &table.lines {
        let numbers = line.numbers.iter().zip(&table.columns);
        let numbers = numbers.map(|(number, column)| match number {
            Some(number) => written(*number, column.unit),
            None => String::new(),
        });
        let labels = line.labels.iter().map(|label| harmless(label));
        records.push(labels.chain(numbers).collect());
    }
    records
}

/// A text that no spreadsheet takes for a formula.
pub fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
