//! How many cases of a register have a task that is overdue or due this week.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use crate::desk::backend::task_order::Section;
use crate::desk::state::vault::OpenVault;
use crate::register::Due;

/// The due counts of every register, by its id.
pub type DueByRegister = BTreeMap<String, DueCounts>;

/// The cases of a register by when their most urgent task is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DueCounts {
    /// How many cases have an overdue task.
    pub late: usize,
    /// The earliest due date of those.
    pub oldest: Option<Due>,
    /// How many other cases have a task due by the end of Sunday.
    pub this_week: usize,
}

impl DueCounts {
    /// The counts of a register at this moment.
    pub fn of(vault: &OpenVault, register: &str, now: NaiveDateTime) -> Self {
        let mut counts = Self::default();
        for task in vault.first_tasks(register) {
            match Section::of(task.due, now) {
                Section::Late => {
                    counts.late += 1;
                    let oldest = counts.oldest.map_or(task.due, |due| due.min(task.due));
                    counts.oldest = Some(oldest);
                }
                Section::Today | Section::Week => counts.this_week += 1,
                Section::Later => {}
            }
        }
        counts
    }
}
