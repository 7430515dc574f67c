//! What an entry says in the fields that have a role, whatever these are called.

use crate::register::case::entry::EntryState;
use crate::register::case::value::Value;
use crate::register::definition::field::{Field, FieldRole};
use crate::register::definition::register::Definition;

impl Definition {
    /// What this entry says in the field that has this role.
    pub fn value_in<'a>(&self, entry: &'a EntryState, role: FieldRole) -> Option<&'a Value> {
        entry.values.get(&self.entry_field(entry, role)?.id)
    }

    /// The text that this entry says in the field that has this role.
    pub fn text_in<'a>(&self, entry: &'a EntryState, role: FieldRole) -> Option<&'a str> {
        entry.text(&self.entry_field(entry, role)?.id)
    }

    /// The entry with the field filled in that has this role; as it is where its kind has no such field.
    #[must_use]
    pub fn filled_in(&self, entry: EntryState, role: FieldRole, value: Value) -> EntryState {
        match self.entry_field(&entry, role) {
            Some(field) => entry.with(&field.id, value),
            None => entry,
        }
    }

    fn entry_field(&self, entry: &EntryState, role: FieldRole) -> Option<&Field> {
        self.entry_kind(&entry.kind)?.field_for(role)
    }
}
