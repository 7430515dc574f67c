//! Finding cases by the numbers that are typed.

use super::error::CommandError;
use crate::register::{CaseFile, Definition};
use crate::store::Vault;

/// The case of this register with this number, or the one into which it was merged.
pub(super) fn case_by_number(
    vault: &Vault,
    definition: &Definition,
    number: &str,
) -> Result<CaseFile, CommandError> {
    let found = vault.current_case(&definition.id, number)?;
    found.ok_or_else(|| CommandError::NoSuchCase {
        register: definition.id.clone(),
        number: number.to_owned(),
    })
}

/// The cases with these numbers, in this order and each once; a blank is none.
pub(super) fn cases_by_number(
    vault: &Vault,
    definition: &Definition,
    numbers: &[String],
) -> Result<Vec<CaseFile>, CommandError> {
    let mut cases: Vec<CaseFile> = Vec::new();
    for number in numbers.iter().filter(|number| !number.is_empty()) {
        let case = case_by_number(vault, definition, number)?;
        if cases.iter().all(|known| known.key != case.key) {
            cases.push(case);
        }
    }
    Ok(cases)
}
