//! The rows of a list that are left by filters on what is not counted.

use crate::desk::backend::task_order::{Section, Whose};
use crate::desk::state::list_filter::{ListFilter, Owner};
use crate::desk::state::vault::OpenVault;
use crate::figures::Columns;
use crate::register::day_number;

impl ListFilter {
    /// Whether everything is told that has to be looked up for it.
    pub fn is_told(&self, vault: &OpenVault, register: &str) -> bool {
        let words =
            self.words.trim().is_empty() || vault.looked_up.found(register, &self.words).is_some();
        words && (self.owner.is_none() || vault.looked_up.owners(register).is_some())
    }

    /// Leaves the rows that are meant.
    pub fn keep(&self, rows: &mut Vec<usize>, columns: &Columns, vault: &OpenVault) {
        if self.is_whole() {
            return;
        }
        let register = columns.definition().id.as_str();
        let now = vault.now;
        let typed = !self.words.trim().is_empty();
        let found = vault.looked_up.found(register, &self.words);
        let owners = vault.looked_up.owners(register);
        let whose = self.owner.as_ref().map(Owner::whose);
        let days = self.begin.map(|begin| begin.days(now.date()));
        let days = days.map(|(from, to)| day_number(from)..=day_number(to));
        let is_found = |key| found.is_some_and(|found| found.contains(&key));
        let is_owned = |whose: &Whose, key| {
            let owner = owners.and_then(|owners| owners.get(&key));
            whose.includes(owner.map(String::as_str), &vault.actor)
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
                && whose.as_ref().is_none_or(|whose| is_owned(whose, key))
                && self.due.is_none_or(|due| due.means(first(key)))
        });
    }
}
