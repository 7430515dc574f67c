//! What registers share, as it was read before them.

use std::collections::BTreeMap;

use super::edition::{Editions, Subject, choices_over};
use super::shape::{EntryKindSource, ProcedureSource};
use crate::register::definition::choice::Choice;
use crate::register::definition::shared_list::{ListRole, SharedList};

/// What registers share: lists of choices, kinds of entry and procedures; and what the municipality changed.
pub(super) struct Known<'a> {
    /// What was changed in the program.
    pub editions: &'a Editions,
    /// Lists of choices, in the order of their files.
    pub lists: Vec<SharedList>,
    /// Kinds of entry, by their id.
    pub entries: BTreeMap<String, EntryKindSource>,
    /// Procedures, by their id.
    pub procedures: BTreeMap<String, ProcedureSource>,
}

impl Known<'_> {
    /// The list with this id.
    pub fn list(&self, id: &str) -> Option<&SharedList> {
        self.lists.iter().find(|list| list.id == id)
    }

    /// The list that holds this.
    pub fn list_of(&self, role: ListRole) -> Option<&SharedList> {
        self.lists.iter().find(|list| list.role == Some(role))
    }

    /// The ids of all lists, to say what can be named.
    pub fn list_ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.lists.iter().map(|list| list.id.clone()).collect();
        ids.sort_unstable();
        ids
    }

    /// The own choices of a field of a register, with what was changed in the program over them.
    pub fn changed(&self, register: &str, field: &str, choices: Vec<Choice>) -> Vec<Choice> {
        let (register, field) = (register.to_owned(), field.to_owned());
        choices_over(
            self.editions,
            &Subject::Choices { register, field },
            choices,
        )
    }
}
