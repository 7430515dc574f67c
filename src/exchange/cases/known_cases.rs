//! Matching rows without a number to the cases that are known already.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::apply::apply_row;
use super::line::Line;
use crate::register::{CaseFile, CaseKey, CaseState, Definition, Withdrawn};
use crate::store::{Store, StoreError};

/// Matches every row without a number to a case that began on its day and has all its values, if there is one. A case is
/// matched once, so that a file with the same row twice still means two cases.
pub(super) fn match_by_content(
    definition: &Definition,
    store: &dyn Store,
    lines: &mut [Line<'_>],
) -> Result<(), StoreError> {
    let taken: HashSet<CaseKey> = lines
        .iter()
        .filter_map(|line| Some(line.known.as_ref()?.key))
        .collect();
    let mut rows: Vec<&mut Line<'_>> = lines
        .iter_mut()
        .filter(|line| line.row.content.number.is_none() && line.row.problems.is_empty())
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let mut by_begin: HashMap<NaiveDate, Vec<CaseFile>> = rows
        .iter()
        .filter_map(|line| Some((line.row.content.begin?, Vec::new())))
        .collect();
    store.each_case(&definition.id, &mut |case| {
        if let Some(begin) = case.state.opened()
            && let Some(cases) = by_begin.get_mut(&begin)
            && !taken.contains(&case.key)
        {
            cases.push(case);
        }
    })?;
    // A case that counts goes before one that was withdrawn.
    for cases in by_begin.values_mut() {
        cases.sort_by_key(|case| case.state.withdrawn.is_some());
    }
    // The row with most values is matched first: a row with few fits many a case, also that of another row.
    rows.sort_by_key(|line| Reverse(line.row.content.count()));
    for line in rows {
        let row = &line.row.content;
        let changes_nothing = |case: &CaseFile| {
            row.values
                .iter()
                .all(|(field, value)| case.state.values.get(field) == Some(value))
                && (row.status.is_none() || row.status == case.state.status)
                && match &case.state.withdrawn {
                    // A case that was taken back is matched by the row that would make it anew.
                    Some(Withdrawn::TakenBack) => {
                        let back = CaseState {
                            withdrawn: None,
                            ..case.state.clone()
                        };
                        apply_row(definition, None, row).is_ok_and(|state| state == back)
                    }
                    _ => apply_row(definition, Some(&case.state), row)
                        .is_ok_and(|state| state == case.state),
                }
        };
        if let Some(cases) = row.begin.and_then(|begin| by_begin.get_mut(&begin))
            && let Some(at) = cases.iter().position(changes_nothing)
        {
            line.known = Some(cases.remove(at));
        }
    }
    Ok(())
}
