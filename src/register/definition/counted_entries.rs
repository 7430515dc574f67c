//! The entries of a kind as figures count them: each is an event on the day it happened, with its own fields and those of its
//! case.

use super::entry_kind::EntryKind;
use super::field::{Field, FieldKind};
use super::parts::{CaseWords, DateWords};
use super::register::{Definition, Kind};
use crate::language::{Label, Language};

impl Definition {
    /// The kinds of entry that are counted, in the order of the definition.
    pub fn counted_kinds(&self) -> impl Iterator<Item = &EntryKind> {
        self.entries.iter().filter(|kind| kind.counted.is_some())
    }

    /// The entries of a kind as a register of events, for figures: split by the counted fields of the entry and of its case.
    /// It keeps the id of this register, whose cases are behind every number. None where the kind is not counted.
    pub fn of_entries(&self, kind: &str) -> Option<Self> {
        let kind = self.counted_kinds().find(|known| known.id == kind)?;
        let words = kind.counted.as_ref()?;
        let mut fields: Vec<Field> = self
            .fields
            .iter()
            .map(|field| self.beside(field, kind))
            .collect();
        fields.extend(kind.fields.iter().filter(|field| field.counted).cloned());
        let label = Label::said(|language: Language| {
            let (register, many) = (self.label.text(language), words.many.text(language));
            format!("{register}: {many}")
        });
        Some(Self {
            kind: Kind::Event,
            label,
            icon: kind.icon.clone(),
            case_words: CaseWords {
                one: words.one.clone(),
                many: words.many.clone(),
                new: kind.label.clone(),
            },
            begin: DateWords {
                label: kind.label.clone(),
                aliases: Vec::new(),
            },
            end: None,
            ends_at: None,
            preparation: None,
            fields,
            statuses: Vec::new(),
            outcome: None,
            entries: Vec::new(),
            counted_kind: Some(kind.id.clone()),
            ..self.clone()
        })
    }

    /// The id that a field of the case has in a figure of the entries of a kind: its own, unless the entry has a counted
    /// field of that name.
    pub fn case_field_beside(&self, field: &str, kind: &EntryKind) -> String {
        match kind.field(field).is_some_and(|own| own.counted) {
            true => format!("{}-{field}", self.id),
            false => field.to_owned(),
        }
    }

    /// A field of the case in a figure of the entries of a kind. Its numbers are of the case: they would count once for every
    /// entry.
    fn beside(&self, field: &Field, kind: &EntryKind) -> Field {
        Field {
            id: self.case_field_beside(&field.id, kind),
            counted: field.counted && field.kind != FieldKind::Number,
            ..field.clone()
        }
    }
}
