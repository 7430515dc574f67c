//! Gathering cases in another one, in one action: each is linked to it, and what the register says is settled with that.

use chrono::NaiveDateTime;

use super::error::StoreError;
use super::operation::{Operation, Write};
use super::vault::Vault;
use crate::register::{CaseFile, CaseKey, EntryState, LINK};

impl Vault {
    /// The action that gathers these cases of a register in another case. One that is linked to it already is not linked
    /// twice.
    ///
    /// # Errors
    /// There is no such register, or a file cannot be read.
    pub fn gathering(
        &self,
        register: &str,
        cases: &[CaseKey],
        into: &CaseFile,
        at: NaiveDateTime,
        mut operation: Operation,
    ) -> Result<Operation, StoreError> {
        let definition = self.definition(register)?;
        let store = self.store(register)?;
        for case in store.cases(cases)? {
            let links = self.links(&case, &store.entries(case.key)?)?;
            if !links.iter().any(|link| link.case.id == into.id) {
                // Both stand in the file of one team: whichever of them has the link, it is written there.
                let (_, entry) = self.link(&case, into, EntryState::at(LINK, at))?;
                operation = operation.with_entry(entry);
            }
            let state = definition.gathered(&case.state);
            if state != case.state {
                operation = operation.with(Write::over(&case, state));
            }
        }
        Ok(operation)
    }
}
