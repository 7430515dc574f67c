//! What can stand on the timeline of a case, as a definition describes it.

use serde::Deserialize;

use super::field::{Field, FieldKind, FieldRole};
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
    /// What one of them and several of them are called in figures; none where they are not counted.
    pub counted: Option<CountWords>,
}

/// What one thing that is counted and several of them are called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountWords {
    /// One: "bezocht object".
    pub one: Label,
    /// Several: "bezochte objecten".
    pub many: Label,
}

impl EntryKind {
    /// The field with this id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The number fields that are summed and averaged, in the order of the definition.
    pub fn number_fields(&self) -> impl Iterator<Item = &Field> {
        let counted = self.fields.iter().filter(|field| field.counted);
        counted.filter(|field| field.kind == FieldKind::Number)
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
