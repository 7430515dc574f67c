//! The days of a case that do not stand in its file: they follow from its tasks and its timeline.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::column::CaseColumn;
use crate::register::{CaseKey, KINDS_OF_ALL};
use crate::store::{StoreError, Vault};

/// The days of a case that do not stand in its file: they follow from its tasks and its timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseDays {
    /// By when its first task is due.
    pub due: Option<NaiveDate>,
    /// When something last happened.
    pub last_contact: Option<NaiveDate>,
}

impl CaseDays {
    /// Those of every case of a register on a day, as far as these columns show them.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn of_register(
        vault: &Vault,
        register: &str,
        columns: &[CaseColumn],
        today: NaiveDate,
    ) -> Result<HashMap<CaseKey, Self>, StoreError> {
        let store = vault.store(register)?;
        let mut days: HashMap<CaseKey, Self> = HashMap::new();
        if columns.contains(&CaseColumn::Due) {
            for task in store.tasks(register, today)? {
                let first = &mut days.entry(task.case).or_default().due;
                *first = Some(first.map_or(task.due.day, |day| day.min(task.due.day)));
            }
        }
        if columns.contains(&CaseColumn::LastContact) {
            for (case, day) in store.last_happenings(register, &KINDS_OF_ALL)? {
                days.entry(case).or_default().last_contact = Some(day);
            }
        }
        Ok(days)
    }
}
