//! Matching rows without a number to the cases that are known already.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use chrono::NaiveDate;

use super::apply::apply_row;
use super::duplicates::{Duplicate, DuplicateOf, DuplicateReason};
use super::import_error::ImportError;
use super::row_reader::{RowContent, RowReader};
use super::target::Target;
use crate::exchange::sheet::rows::Rows;
use crate::register::{CaseFile, CaseKey, CaseState, Definition, Withdrawn};
use crate::store::Store;

/// Matches every row without a number to a case that began on its day and has all its values, if there is one: the key of
/// the case by the row. A case is matched once, so that a file with the same row twice still means two cases.
pub(super) fn match_by_content(
    reader: &RowReader<'_>,
    rows: &dyn Rows,
    store: &dyn Store,
) -> Result<HashMap<usize, CaseKey>, ImportError> {
    let definition = reader.definition;
    let mut matched = HashMap::new();
    if store.by_number(&definition.id)?.is_empty() {
        return Ok(matched);
    }
    let mut by_begin: HashMap<NaiveDate, Vec<CaseFile>> = HashMap::new();
    let mut numbers: HashSet<String> = HashSet::new();
    rows.each_row(&mut |row| {
        let number = reader.written(row, &Target::Number);
        if number.is_empty() {
            let begin = reader.read(row).content.begin;
            by_begin.extend(begin.map(|begin| (begin, Vec::new())));
        } else {
            numbers.insert(number);
        }
        ControlFlow::Continue(())
    })?;
    if by_begin.is_empty() {
        return Ok(matched);
    }
    store.each_case(&definition.id, &mut |case| {
        let cases = case.state.came().and_then(|begin| by_begin.get_mut(&begin));
        // A case of which the file has the number is that of the row with it.
        if let Some(cases) = cases
            && !numbers.contains(&case.number)
        {
            cases.push(case);
        }
    })?;
    by_begin.retain(|_, cases| !cases.is_empty());
    let mut unnumbered: Vec<(usize, RowContent)> = Vec::new();
    rows.each_row(&mut |row| {
        if !reader.written(row, &Target::Number).is_empty() {
            return ControlFlow::Continue(());
        }
        let read = reader.read(row);
        if read.problems.is_empty()
            && read
                .content
                .begin
                .is_some_and(|begin| by_begin.contains_key(&begin))
        {
            unnumbered.push((row.number, read.content));
        }
        ControlFlow::Continue(())
    })?;
    // A case that counts goes before one that was withdrawn.
    for cases in by_begin.values_mut() {
        cases.sort_by_key(|case| case.state.withdrawn.is_some());
    }
    // The row with most values is matched first: a row with few fits many a case, also that of another row.
    unnumbered.sort_by_key(|(_, content)| Reverse(content.count()));
    for (row, content) in unnumbered {
        if let Some(cases) = content.begin.and_then(|begin| by_begin.get_mut(&begin))
            && let Some(at) = cases
                .iter()
                .position(|case| changes_nothing(definition, case, &content))
        {
            matched.insert(row, cases.remove(at).key);
        }
    }
    Ok(matched)
}

/// The case that was matched to a row, as one that it may be.
pub(super) fn same_content(
    matched: &HashMap<usize, CaseKey>,
    row: usize,
    store: &dyn Store,
) -> Result<Option<Duplicate>, ImportError> {
    let Some(key) = matched.get(&row).copied() else {
        return Ok(None);
    };
    let case = store.cases(&[key])?.pop();
    let case = case.filter(|case| case.state.withdrawn.is_none());
    Ok(case.map(|case| Duplicate {
        of: DuplicateOf::Case {
            key,
            number: case.number,
        },
        why: DuplicateReason::Content,
    }))
}

/// Whether a case has everything that a row has.
fn changes_nothing(definition: &Definition, case: &CaseFile, row: &RowContent) -> bool {
    let has_values = row
        .values
        .iter()
        .all(|(field, value)| case.state.values.get(field) == Some(value));
    if !has_values || !(row.status.is_none() || row.status == case.state.status) {
        return false;
    }
    match &case.state.withdrawn {
        // A case that was taken back is matched by the row that would make it anew.
        Some(Withdrawn::TakenBack) => {
            let back = CaseState {
                withdrawn: None,
                ..case.state.clone()
            };
            apply_row(definition, None, row).is_ok_and(|state| state == back)
        }
        _ => apply_row(definition, Some(&case.state), row).is_ok_and(|state| state == case.state),
    }
}
