//! Merged cases of a vault: planning a merge, and finding the case that remains.

use super::error::StoreError;
use super::merge_plan::MergePlan;
use super::traits::team_file::TeamFile;
use super::vault::Vault;
use crate::register::{CaseFile, Withdrawn};

impl Vault {
    /// The case of a register with this number, or the one into which it was merged; none where it was taken back.
    ///
    /// # Errors
    /// There is no such register, or its file cannot be read.
    pub fn current_case(
        &self,
        register: &str,
        number: &str,
    ) -> Result<Option<CaseFile>, StoreError> {
        let store = self.store(register)?;
        follow_merges(store, store.case_by_number(register, number)?)
    }

    /// What merging a case into another one of its register would change.
    ///
    /// # Errors
    /// The two cannot be one, or the file cannot be read.
    pub fn plan_merge(
        &self,
        remaining: CaseFile,
        other: CaseFile,
    ) -> Result<MergePlan, StoreError> {
        let definition = self.definition(&remaining.register)?;
        let timeline = self.store(&other.register)?.entries(other.key)?;
        let plan = MergePlan::make(definition, remaining, other, timeline);
        plan.map_err(StoreError::Merge)
    }
}

/// The case itself, or the one into which it was merged; none where it was taken back.
pub(super) fn follow_merges(
    store: &dyn TeamFile,
    case: Option<CaseFile>,
) -> Result<Option<CaseFile>, StoreError> {
    let Some(case) = case else { return Ok(None) };
    match &case.state.withdrawn {
        None => Ok(Some(case)),
        Some(Withdrawn::TakenBack) => Ok(None),
        Some(Withdrawn::MergedInto(id)) => follow_merges(store, store.case_by_id(id)?),
    }
}
