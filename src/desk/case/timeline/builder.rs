//! Makes the timeline of a case: its entries, how it began, ended and was opened again, and every other change, in one
//! list with the newest first.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use chrono_tz::Europe::Amsterdam;

use crate::desk::case::timeline::item::Item;
use crate::language::Language;
use crate::language::letters::lower;
use crate::register::{
    CaseFile, Change, Definition, EntryKey, Field, FieldKind, Registers, Revision, Value,
};
use crate::store::Dossier;

/// What a timeline is made of.
pub struct TimelineBuilder<'a> {
    /// The register.
    pub definition: &'a Definition,
    /// Every register, for the names of other cases.
    pub registers: &'a Registers,
    /// The case.
    pub case: &'a CaseFile,
    /// Its entries, its history and its links.
    pub dossier: &'a Dossier,
    /// The user who reads it: the name of somebody else is shown.
    pub reader: &'a str,
    /// The language of the screen.
    pub language: Language,
}

impl TimelineBuilder<'_> {
    /// The whole timeline, newest first; the beginning of the case comes last, whatever its date.
    pub fn items(&self) -> Vec<Item> {
        let entries = &self.dossier.entries;
        let mut items: Vec<Item> = entries.iter().map(|entry| self.entry_item(entry)).collect();
        items.extend(self.links_of_other_cases());
        let of_case = |revision: &&Revision| revision.entry.is_none();
        let mut revisions: Vec<&Revision> = self.dossier.history.iter().filter(of_case).collect();
        let first = revisions.iter().position(|revision| revision.version == 1);
        let first = first.map(|at| revisions.remove(at));
        // What was changed by the operation that stored an entry belongs to the item of that entry.
        let stored_with = self.entries_by_operation();
        revisions.retain(|revision| {
            let Some(at) = stored_with.get(&*revision.operation) else {
                return true;
            };
            let changes = self.change_lines(&revision.changes);
            items[*at].changes.extend(changes);
            false
        });
        items.extend(self.spell_items(&mut revisions));
        items.extend(
            revisions
                .into_iter()
                .map(|revision| self.change_item(revision)),
        );
        items.sort_by_key(|item| std::cmp::Reverse(item.at));
        items.extend(self.begin_item(first));
        items
    }

    /// The place among the entries of the first one that each operation stored, by the id of the operation.
    fn entries_by_operation(&self) -> BTreeMap<&str, usize> {
        let entries = &self.dossier.entries;
        let place = |key: EntryKey| entries.iter().position(|entry| entry.key == key);
        let mut places = BTreeMap::new();
        // The newest stands first in the history.
        for revision in self.dossier.history.iter().rev() {
            if let Some(at) = revision.entry.and_then(place) {
                places.entry(revision.operation.as_str()).or_insert(at);
            }
        }
        places
    }

    /// The operation of a revision, unless it was undone since.
    pub(super) fn undoable(&self, revision: &Revision) -> Option<String> {
        let operation = &revision.operation;
        self.is_in_force(operation).then(|| operation.clone())
    }

    /// Whether an operation was not undone, or was done again.
    fn is_in_force(&self, operation: &str) -> bool {
        let mut later = self.dossier.history.iter();
        !later.any(|later| {
            later.undoes.as_deref() == Some(operation) && self.is_in_force(&later.operation)
        })
    }

    /// Who recorded a revision; empty where that is the reader.
    pub(super) fn recorded_by(&self, revision: &Revision) -> String {
        match revision.actor == self.reader {
            true => String::new(),
            false => self
                .language
                .say("case-by", &[("actor", revision.actor.as_str().into())]),
        }
    }

    /// The changes as labels with values. The next action and the day by which it is due are one line.
    pub(super) fn change_lines(&self, changes: &[Change]) -> Vec<(String, String)> {
        let next = self.definition.next_action.as_ref();
        let after = |field: &str| {
            changes.iter().find_map(|change| match change {
                Change::Field {
                    id,
                    after: Some(value),
                    ..
                } if id == field => Some(value),
                _ => None,
            })
        };
        let what = next.and_then(|next| Some((next, after(&next.what)?)));
        let mut lines = Vec::new();
        for change in changes {
            match (change, what) {
                (Change::Entry { .. } | Change::Moved { .. }, _) => {}
                (Change::Field { id, .. }, Some((next, Value::Text(what)))) if *id == next.what => {
                    let due = match after(&next.due) {
                        Some(Value::Date(due)) => {
                            let due = [("date", self.language.date(*due).into())];
                            format!(", {}", lower(&self.language.say("case-due", &due)))
                        }
                        _ => String::new(),
                    };
                    let label = self.definition.changed_thing(change, self.language);
                    lines.push((label, format!("{what}{due}")));
                }
                (Change::Field { id, .. }, Some((next, _))) if *id == next.due => {}
                _ => lines.push(self.definition.change_line(change, self.language)),
            }
        }
        lines
    }
}

/// Whether this is the first long text of a register. It stands in the item of the beginning of a case.
pub fn is_opening_text(definition: &Definition, field: &Field) -> bool {
    let mut long = definition.fields.iter();
    let first = long.find(|field| field.kind == FieldKind::LongText);
    first.is_some_and(|first| first.id == field.id)
}

/// When a revision was recorded, by the clock in Amsterdam.
pub fn amsterdam(revision: &Revision) -> NaiveDateTime {
    revision.recorded.with_timezone(&Amsterdam).naive_local()
}

/// The label of a field; empty where the value speaks for itself.
pub fn short_label(field: &Field, language: Language) -> String {
    match field.kind {
        FieldKind::Choice | FieldKind::Choices | FieldKind::Address => String::new(),
        _ => field.label.text(language).to_owned(),
    }
}
