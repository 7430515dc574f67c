//! Rows without a number: which of them are cases that are known already.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::merging::merged;
use super::plan::Line;
use crate::register::{CaseFile, CaseKey, CaseState, Definition, Withdrawn};
use crate::store::{Store, StoreError};

/// Gives every row without a number the case that began on its day and has all it says, if there is one. A case is
/// given away once, so that a file that has the same row twice still stands for two cases.
pub(super) fn by_content(
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
        .filter(|line| line.reading.given.number.is_none() && line.reading.problems.is_empty())
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let mut by_begin: HashMap<NaiveDate, Vec<CaseFile>> = rows
        .iter()
        .filter_map(|line| Some((line.reading.given.begin?, Vec::new())))
        .collect();
    store.each_case(&definition.id, &mut |case| {
        if let Some(begin) = case.state.opened()
            && let Some(cases) = by_begin.get_mut(&begin)
            && !taken.contains(&case.key)
        {
            cases.push(case);
        }
    })?;
    // A case that is one goes before a case that was withdrawn.
    for cases in by_begin.values_mut() {
        cases.sort_by_key(|case| case.state.withdrawn.is_some());
    }
    // The most particular row chooses first: a row that says little fits many a case, also that of another row.
    rows.sort_by_key(|line| Reverse(line.reading.given.particulars()));
    for line in rows {
        let given = &line.reading.given;
        let says_nothing_new = |case: &CaseFile| {
            given
                .values
                .iter()
                .all(|(field, value)| case.state.values.get(field) == Some(value))
                && (given.status.is_none() || given.status == case.state.status)
                && match &case.state.withdrawn {
                    // One that was taken back is made anew by a row that made it.
                    Some(Withdrawn::TakenBack) => {
                        let back = CaseState {
                            withdrawn: None,
                            ..case.state.clone()
                        };
                        merged(definition, None, given).is_ok_and(|state| state == back)
                    }
                    _ => merged(definition, Some(&case.state), given)
                        .is_ok_and(|state| state == case.state),
                }
        };
        if let Some(cases) = given.begin.and_then(|begin| by_begin.get_mut(&begin))
            && let Some(at) = cases.iter().position(says_nothing_new)
        {
            line.known = Some(cases.remove(at));
        }
    }
    Ok(())
}
