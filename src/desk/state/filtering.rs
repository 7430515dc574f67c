//! Applies the filters on what is not counted to the rows of a list.

use crate::desk::backend::owner_filter::OwnerFilter;
use crate::desk::backend::task_order::Section;
use crate::desk::state::list_filter::{ListFilter, Owner};
use crate::desk::state::vault::OpenVault;
use crate::figures::Columns;
use crate::register::day_number;

impl ListFilter {
    /// Whether every look-up it needs is answered.
    pub fn is_ready(&self, vault: &OpenVault, register: &str) -> bool {
        let words =
            self.words.trim().is_empty() || vault.lookups.found(register, &self.words).is_some();
        words && (self.owner.is_none() || vault.lookups.owners(register).is_some())
    }

    /// Keeps the rows that pass the filters, and removes the others.
    pub fn retain_rows(&self, rows: &mut Vec<usize>, columns: &Columns, vault: &OpenVault) {
        if self.is_empty() {
            return;
        }
        let register = columns.definition().id.as_str();
        let now = vault.now;
        let typed = !self.words.trim().is_empty();
        let found = vault.lookups.found(register, &self.words);
        let owners = vault.lookups.owners(register);
        let wanted_owner = self.owner.as_ref().map(Owner::filter);
        let days = self.begin.map(|begin| begin.days(now.date()));
        let days = days.map(|(from, to)| day_number(from)..=day_number(to));
        let is_found = |key| found.is_some_and(|found| found.contains(&key));
        let is_owned = |wanted: &OwnerFilter, key| {
            let owner = owners.and_then(|owners| owners.get(&key));
            wanted.includes(owner.map(String::as_str), &vault.actor)
        };
        let first = |key| {
            let task = vault.nearest_task(register, key);
            task.map(|task| Section::of(task.due, now))
        };
        rows.retain(|row| {
            let Some(key) = columns.key(*row) else {
                return false;
            };
            let began = columns.first_opened(*row);
            (!typed || is_found(key))
                && days.as_ref().is_none_or(|days| days.contains(&began))
                && wanted_owner
                    .as_ref()
                    .is_none_or(|wanted| is_owned(wanted, key))
                && self.due.is_none_or(|due| due.includes(first(key)))
        });
    }
}
