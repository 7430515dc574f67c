//! Reading a file of finances: amounts as they are printed in documents.

use std::path::Path;

use super::figures_file_error::FiguresFileError;
use super::headers::{Column, Headers, Names, Refused, named};
use super::problem::{Problem, RowProblem, surplus};
use super::sheet::cells::{Row, Sheet};
use super::sheet::read::read_sheet;
use crate::figures::{AmountKind, BudgetLine, Convention, Phase};
use crate::register::{Amount, read_year};

const MUNICIPALITY: Names = &["gemeente"];
const DOCUMENT: Names = &["document", "bestand"];
const CONVENTION: Names = &["conventie"];
const ITEM: Names = &["post", "doelstelling"];
const KIND: Names = &["soort"];
const YEAR: Names = &["jaar"];
const PHASE: Names = &["fase"];
const AMOUNT: Names = &["bedrag"];

/// The contents of a file of finances.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finances {
    /// The amounts, in the order of the rows.
    pub lines: Vec<BudgetLine>,
    /// The rows that could not be read, and why.
    pub problems: Vec<RowProblem>,
    /// The columns that are not used.
    pub ignored: Vec<String>,
}

/// The columns of a file of finances.
struct Columns {
    municipality: Column,
    document: Column,
    convention: Column,
    item: Column,
    kind: Column,
    year: Column,
    phase: Column,
    amount: Column,
}

/// Reads the amounts of a file.
///
/// # Errors
/// The file cannot be read, or lacks a column.
pub fn read_finances(path: &Path) -> Result<Finances, FiguresFileError> {
    let sheet = read_sheet(path)?;
    let mut headers = Headers::of(&sheet);
    let columns = Columns {
        municipality: headers.required(MUNICIPALITY)?,
        document: headers.required(DOCUMENT)?,
        convention: headers.required(CONVENTION)?,
        item: headers.required(ITEM)?,
        kind: headers.required(KIND)?,
        year: headers.required(YEAR)?,
        phase: headers.required(PHASE)?,
        amount: headers.required(AMOUNT)?,
    };
    let mut finances = Finances {
        ignored: headers.ignored(),
        ..Finances::default()
    };
    let mut rows: Vec<usize> = Vec::new();
    for row in &sheet.rows {
        match columns.line(row, &sheet) {
            Ok(line) => {
                let first = finances.lines.iter().position(|known| known.repeats(&line));
                if let Some(first) = first {
                    let problem = Problem::RowTwice { first: rows[first] };
                    finances.problems.push(*columns.item.problem(row, problem));
                } else {
                    rows.push(row.number);
                    finances.lines.push(line);
                }
            }
            Err(problem) => finances.problems.push(*problem),
        }
    }
    Ok(finances)
}

impl Columns {
    /// The amount in a row, or the first thing that is wrong with it.
    fn line(&self, row: &Row, sheet: &Sheet) -> Result<BudgetLine, Refused> {
        let text = |written: &str| Ok(written.to_owned());
        let line = BudgetLine {
            municipality: self.municipality.need(row, text)?,
            document: self.document.need(row, text)?,
            convention: self.convention.need(row, |convention| {
                named(&Convention::NAMES, &convention.replace('×', "x"))
            })?,
            item: self.item.need(row, text)?,
            kind: self
                .kind
                .need(row, |kind| named(&AmountKind::NAMES, kind))?,
            year: self.year.need(row, read_year)?,
            phase: self.phase.need(row, |phase| named(&Phase::NAMES, phase))?,
            amount: self.amount.need(row, Amount::read)?,
        };
        match surplus(row, sheet.headers.len(), sheet.is_text) {
            Some(problem) => Err(Box::new(problem)),
            None => Ok(line),
        }
    }
}
