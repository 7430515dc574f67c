//! What happens when somebody else stores the case or the entry while this is typed: a field in which nothing else was
//! typed follows them, and what was typed stays.

use std::collections::BTreeMap;

use crate::desk::form::entry_form::state::{EntryForm, moment_text};
use crate::desk::form::field_ids::{HAPPENED, field_of_case};
use crate::desk::form::inputs::Inputs;
use crate::register::{CaseFile, Definition, Entry, STATUS, Value};

impl EntryForm {
    /// Takes in the case as somebody else stored it.
    pub fn on_case_changed(&mut self, definition: &Definition, stored: CaseFile) {
        let before = std::mem::replace(&mut self.case, stored);
        self.case_changes = before.state.changes_to(&self.case.state);
        for field in self.case_fields(definition) {
            let Some(id) = field_of_case(&field.id) else {
                continue;
            };
            let (old, new) = (before.state.values.get(id), self.case.state.values.get(id));
            if old != new && self.holds(&field.id, old) {
                let new = new.cloned();
                self.replace(&field.id, new.as_ref());
            }
        }
        let status = self.inputs.choice(STATUS);
        if status.is_some()
            && status == before.state.status.as_ref()
            && let Some(status) = self.case.state.status.clone()
        {
            self.inputs.choose(STATUS, &status);
        }
    }

    /// Takes in the entry as somebody else stored it, once it is among these. Their value of a field in which something
    /// else was typed is shown beside it.
    pub fn take_in_newer_entry(&mut self, entries: &[Entry], definition: &Definition) {
        let Some(entry) = self.entry.as_ref().filter(|_| self.overtaken) else {
            return;
        };
        let newer = |other: &&Entry| other.key == entry.key && other.version > entry.version;
        let Some(newer) = entries.iter().find(newer).cloned() else {
            return;
        };
        let before = entry.state.clone();
        let kind = definition.entry_kind(&self.kind);
        for field in kind.map_or(&[][..], |kind| &kind.fields) {
            let (old, new) = (
                before.values.get(&field.id),
                newer.state.values.get(&field.id),
            );
            if old == new || self.holds(&field.id, new) {
                continue;
            }
            if self.holds(&field.id, old) {
                self.replace(&field.id, new);
            } else if let Some(new) = new {
                self.their_values.push((field.id.clone(), new.clone()));
            }
        }
        if self.inputs.text(HAPPENED) == moment_text(before.happened) {
            let happened = moment_text(newer.state.happened);
            self.inputs.texts.insert(HAPPENED.to_owned(), happened);
        }
        self.entry = Some(newer);
    }

    /// Fills a field with this value in place of what it holds.
    fn replace(&mut self, id: &str, value: Option<&Value>) {
        self.inputs.texts.retain(|other, _| !is_of(other, id));
        self.inputs.chosen.retain(|other, _| !is_of(other, id));
        if let Some(value) = value {
            self.inputs.fill(id, value);
        }
    }

    /// Whether a field holds just this value, as if nothing else had been typed in it.
    fn holds(&self, id: &str, value: Option<&Value>) -> bool {
        let mut filled = Inputs::default();
        if let Some(value) = value {
            filled.fill(id, value);
        }
        let texts = |inputs: &Inputs| -> BTreeMap<String, String> {
            let texts = inputs.texts.iter();
            let texts = texts.filter(|(other, text)| is_of(other, id) && !text.is_empty());
            texts
                .map(|(id, text)| (id.clone(), text.trim().to_owned()))
                .collect()
        };
        let chosen = |inputs: &Inputs| inputs.chosen.get(id).cloned().unwrap_or_default();
        texts(&self.inputs) == texts(&filled) && chosen(&self.inputs) == chosen(&filled)
    }
}

/// Whether an id is that of this field, or of a part of it.
fn is_of(other: &str, field: &str) -> bool {
    let rest = other.strip_prefix(field);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
