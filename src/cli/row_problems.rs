//! The problems of a file that is read, as they are printed.

use serde::Serialize;

use super::grid::one_line;
use crate::exchange::{RowProblem, some_of};
use crate::language::{Explain, Language};

/// The problem of a row, as a program reads it.
#[derive(Serialize)]
pub(super) struct JsonProblem<'a> {
    row: usize,
    column: Option<&'a str>,
    value: &'a str,
    message: String,
}

impl<'a> JsonProblem<'a> {
    pub fn of(found: &'a RowProblem, language: Language) -> Self {
        Self {
            row: found.row,
            column: found.column.as_deref(),
            value: &found.value,
            message: found.problem.explain(language),
        }
    }
}

/// A line about the columns that were ignored, where there are any.
pub(super) fn ignored_line(columns: &[String], language: Language) -> Option<String> {
    let names = one_line(&some_of(columns, language));
    let line = || language.say("cli-import-ignored", &[("columns", names.into())]);
    (!columns.is_empty()).then(line)
}

/// A line about the problem of a row: row, column, the text of the cell, and what is wrong.
pub(super) fn problem_line(found: &RowProblem, language: Language) -> String {
    // Row numbers are written as the spreadsheet writes them: without thousands.
    let row = language.say("cli-in-row", &[("row", found.row.to_string().into())]);
    let column = found.column.as_ref();
    let column = column.map(|name| language.say("cli-in-column", &[("column", name.into())]));
    let value = Some(&found.value).filter(|value| !value.is_empty());
    let value = value.map(|value| language.say("cli-in-value", &[("value", value.into())]));
    let place: Vec<String> = [row].into_iter().chain(column).chain(value).collect();
    one_line(&format!(
        "{}: {}",
        place.join(", "),
        found.problem.explain(language)
    ))
}
