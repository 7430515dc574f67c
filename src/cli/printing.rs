//! Printing a figure or a report: as text for people, CSV for a spreadsheet, JSON for a program.

use serde::Serialize;

use super::arguments::values::Format;
use super::error::CommandError;
use super::grid::{Column, Grid};
use crate::figures::{Period, Slice};
use crate::language::Language;
use crate::register::{Definition, FieldKind};
use crate::report::{self, Line, LineKind, Publication, Tabulation, days, filters};

/// Something that can be printed in every format.
pub(super) trait Printed {
    /// As text for people, with labels.
    fn text(&self, language: Language) -> String;

    /// The records of a CSV file, the header first; ids and names that are the same in every language, so that it can be
    /// processed. Only sentences are in the language of the screen.
    fn records(&self, language: Language) -> Vec<Vec<String>>;

    /// As a program reads it: always the same names.
    fn json(&self, language: Language) -> impl Serialize;

    /// In this format.
    fn printed(&self, format: Format, language: Language) -> Result<String, CommandError> {
        match format {
            Format::Text => Ok(self.text(language)),
            Format::Csv => csv_of(&self.records(language)),
            Format::Json => Ok(serde_json::to_string(&self.json(language))? + "\n"),
        }
    }
}

pub(super) fn csv_of(records: &[Vec<String>]) -> Result<String, CommandError> {
    let bytes = report::records(records)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A figure of a publication, printed.
pub(super) fn published(publication: &Publication, format: Format) -> Result<String, CommandError> {
    match format {
        Format::Text => Ok(figure_text(publication)),
        Format::Csv => csv_of(&publication.table.records()),
        Format::Json => Ok(publication.json.clone()),
    }
}

fn figure_text(publication: &Publication) -> String {
    let mut text = above(publication.above());
    text += &grid(&publication.table, publication.language).text();
    let below = publication.below();
    if !below.is_empty() {
        text += &format!("\n{}\n", below.join("\n"));
    }
    text
}

fn grid(table: &Tabulation, language: Language) -> Grid {
    let words = table.words.iter().enumerate().map(|(at, heading)| {
        let label = |line: &Line| match line.kind {
            LineKind::Subset if !line.labels[at].is_empty() => format!("  {}", line.labels[at]),
            _ => line.labels[at].clone(),
        };
        Column::words(
            heading.label.clone(),
            table.lines.iter().map(label).collect(),
        )
    });
    let numbers = table.columns.iter().enumerate().map(|(at, column)| {
        let lines = table.lines.iter();
        let cells = lines.map(|line| column.unit.written(line.numbers[at], language));
        Column::numbers(column.headings.clone(), cells.collect())
    });
    let has_rows = table.of_kind(LineKind::Row).next().is_some();
    let total = table
        .lines
        .iter()
        .position(|line| line.kind == LineKind::Total);
    // Below the total come the subsets of it.
    let totals = total
        .filter(|_| has_rows)
        .map_or(0, |at| table.lines.len() - at);
    Grid {
        columns: words.chain(numbers).collect(),
        totals,
    }
}

/// The lines above a figure: its title, the days it is about, and the part of the register.
pub(super) fn heading(
    title: &str,
    period: Period,
    definition: &Definition,
    slice: &Slice,
    language: Language,
) -> String {
    let lines = [title.to_owned(), days(period, language)].into_iter();
    above(lines.chain(filters(definition, slice, language)))
}

/// Lines with a blank one below them.
pub(super) fn above(lines: impl IntoIterator<Item = String>) -> String {
    lines
        .into_iter()
        .map(|line| line + "\n")
        .collect::<String>()
        + "\n"
}

/// The name of the totals among ids.
pub(super) const TOTAL: &str = "totaal";

/// Whether a case can have several keys of this field, so that the parts do not add up.
pub(super) fn several(definition: &Definition, field: &str) -> bool {
    definition
        .field(field)
        .is_some_and(|field| field.kind == FieldKind::Choices)
}

/// A number as text.
pub(super) fn number(count: u64, language: Language) -> String {
    language.count(i64::try_from(count).unwrap_or(i64::MAX))
}
