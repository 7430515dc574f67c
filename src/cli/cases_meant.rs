//! The cases that a command is about: those that are named, or those that pass filters.

use chrono::NaiveDate;

use super::cases_by_number::cases_by_number;
use super::counting;
use super::error::CommandError;
use crate::figures::{Measure, Period, Slice};
use crate::register::{CaseFile, Definition};
use crate::store::Vault;

/// The cases with these numbers, else those that pass the filters, whenever they ran; none where neither is given.
pub(super) fn cases_meant(
    vault: &Vault,
    definition: &Definition,
    numbers: &[String],
    filters: &[String],
) -> Result<Option<Vec<CaseFile>>, CommandError> {
    let named = cases_by_number(vault, definition, numbers)?;
    if filters.is_empty() {
        return Ok((!named.is_empty()).then_some(named));
    }
    let ever = Period {
        from: NaiveDate::MIN,
        to: NaiveDate::MAX,
    };
    let slice = Slice::parse(definition, filters)?;
    let columns = counting::columns(vault, &definition.id)?;
    let rows = columns.rows(&slice, ever, Measure::default_of(definition.kind))?;
    let keys: Vec<_> = rows.iter().filter_map(|row| columns.key(*row)).collect();
    Ok(Some(vault.store(&definition.id)?.cases(&keys)?))
}
