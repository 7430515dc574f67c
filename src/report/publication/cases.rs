//! The cases behind the cells of a table, by their numbers.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::table_question::TableQuestion;
use crate::figures::{Columns, FigureError, key_label};
use crate::language::Language;
use crate::register::CaseKey;
use crate::store::{StoreError, Vault};

/// A case in a cell: its number and its cell, and nothing else of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseInCell {
    /// The labels of its row and its column.
    pub labels: Vec<String>,
    /// Its number.
    pub number: String,
    /// The day it began, or the event happened.
    pub begun: Option<NaiveDate>,
}

/// The cases in every cell of a table, row by row. A case of several choices stands there more than once.
pub(super) fn in_cells(
    columns: &Columns,
    question: &TableQuestion,
    numbers: &HashMap<CaseKey, String>,
    language: Language,
) -> Result<Vec<CaseInCell>, FigureError> {
    let figure = &question.figure;
    let rows_by_cell = columns.rows_by_cell(figure)?;
    let fields: Vec<&String> = figure.rows.iter().chain(&figure.columns).collect();
    let mut cases = Vec::new();
    for (keys, cells) in rows_by_cell.row_keys.iter().zip(&rows_by_cell.cells) {
        for (across, rows) in rows_by_cell.column_keys.iter().zip(cells) {
            let keys = fields.iter().zip(keys.iter().chain(across));
            let labels = keys.map(|(id, key)| key_label(columns.definition(), id, key, language));
            let labels: Vec<String> = labels.collect();
            cases.extend(rows.iter().map(|row| {
                let number = columns.key(*row).and_then(|key| numbers.get(&key));
                CaseInCell {
                    labels: labels.clone(),
                    number: number.cloned().unwrap_or_default(),
                    begun: NaiveDate::from_num_days_from_ce_opt(columns.first_opened(*row)),
                }
            }));
        }
    }
    Ok(cases)
}

/// The numbers of the cases in these rows.
///
/// # Errors
/// The file cannot be read.
pub fn case_numbers(
    vault: &Vault,
    columns: &Columns,
    rows: &[usize],
) -> Result<HashMap<CaseKey, String>, StoreError> {
    let keys: Vec<CaseKey> = rows.iter().filter_map(|row| columns.key(*row)).collect();
    let register = &columns.definition().id;
    let cases = vault.store(register)?.cases(&keys)?.into_iter();
    Ok(cases.map(|case| (case.key, case.number)).collect())
}
