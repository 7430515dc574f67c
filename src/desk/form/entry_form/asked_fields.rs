//! Which fields the form of an entry asks: those of the entry itself, and those of the case that belong to it.

use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::field_ids::{HAPPENED, case_field_id};
use crate::language::Label;
use crate::register::{Definition, Field, FieldKind, FieldRole, KINDS_OF_ALL, OnlyWith, STATUS};

impl EntryForm {
    /// When it happened, and the fields of the entry that apply, in their order on the screen.
    pub fn fields(&self, definition: &Definition) -> Vec<Field> {
        let Some(kind) = definition.entry_kind(&self.kind) else {
            return Vec::new();
        };
        let of_all = KINDS_OF_ALL.contains(&kind.id.as_str());
        // Of a document or a link only the note is typed; the other fields follow from what it is.
        let asked = |field: &&Field| !of_all || field.role == Some(FieldRole::Note);
        let own = kind.fields.iter().filter(asked);
        let own = own.filter(|field| self.inputs.asks(field));
        std::iter::once(happened_field())
            .chain(own.cloned())
            .collect()
    }

    /// The fields of the case that are asked, each with the id by which it is typed here ([`case_field_id`]). An entry that
    /// is put right leaves the case as it is, and so does one of a case that ended.
    pub fn case_fields(&self, definition: &Definition) -> Vec<Field> {
        let kind = definition.entry_kind(&self.kind);
        let kind = kind.filter(|_| self.entry.is_none() && self.case_runs());
        let Some(updates) = kind.map(|kind| &kind.updates) else {
            return Vec::new();
        };
        let fields = updates.iter();
        let fields = fields.filter_map(|id| self.case_field(id, updates, definition));
        fields.collect()
    }

    /// A field of the case as it is asked here; none where it does not apply.
    fn case_field(&self, id: &str, asked: &[String], definition: &Definition) -> Option<Field> {
        let field = definition.field(id)?.clone();
        let only_with = match &field.only_with {
            // Whether it applies depends on a field that is typed here too.
            Some(only) if asked.contains(&only.field) => Some(OnlyWith {
                field: case_field_id(&only.field),
                ..only.clone()
            }),
            Some(_) if !definition.applies(&field, &self.case.state) => return None,
            // It applies by what the case says already.
            Some(_) | None => None,
        };
        let field = Field {
            id: case_field_id(id),
            section: None,
            only_with,
            ..field
        };
        self.inputs.applies(&field).then_some(field)
    }

    /// Whether the status of the case is asked.
    pub fn asks_status(&self, definition: &Definition) -> bool {
        let kind = definition.entry_kind(&self.kind);
        kind.is_some_and(|kind| kind.moves) && self.entry.is_none() && self.case_runs()
    }

    /// The ids of the inputs in their order on the screen.
    pub(super) fn order(&self, definition: &Definition) -> Vec<String> {
        let fields = self.fields(definition).into_iter();
        let fields = fields.chain(self.case_fields(definition));
        let ids = fields.map(|field| field.id);
        ids.chain([STATUS.to_owned()]).collect()
    }
}

/// The field for when an entry happened.
fn happened_field() -> Field {
    let label = Label::said(|language| language.text("entry-happened"));
    Field::asked(HAPPENED, label, FieldKind::DateTime)
}
