//! What can stand on the timeline of a case, as a definition describes it.

use super::field::{Field, FieldRole};
use super::procedure::Opening;
use crate::language::Label;
use crate::register::case::entry::EntryState;

/// A kind of entry, as a definition describes it.
#[derive(Clone, Debug)]
pub struct EntryKind {
    /// The name in files; never changes.
    pub id: String,
    /// How one is called on the screen.
    pub label: Label,
    /// How it is called where there is little room, as on a button; none is by its label.
    pub short: Option<Label>,
    /// A character of the icon font Material Symbols.
    pub icon: String,
    /// What is recorded of it, in the order of the form.
    pub fields: Vec<Field>,
    /// The fields of the case that are asked with it and written in the same action: a contact says what happens next.
    pub updates: Vec<String>,
    /// Whether the status of the case is asked with it too.
    pub moves: bool,
    /// Whether it is one more report of the same problem. Reports are counted apart from cases.
    pub report: bool,
    /// Whether it records a decision: a meeting about cases writes what it decides in one.
    pub decision: bool,
    /// What it opens in other registers: the first that its values meet.
    pub opens: Vec<Opening>,
}

impl EntryKind {
    /// The field with this id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The field that has this role.
    pub fn field_for(&self, role: FieldRole) -> Option<&Field> {
        self.fields.iter().find(|field| field.role == Some(role))
    }

    /// How it is called where there is little room.
    pub fn short_label(&self) -> &Label {
        self.short.as_ref().unwrap_or(&self.label)
    }

    /// Whether this field means something in such an entry: not where another field of it says that it does not.
    pub fn applies(&self, field: &Field, state: &EntryState) -> bool {
        field.applies(&state.values)
    }
}
