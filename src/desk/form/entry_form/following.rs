//! What is being typed follows what somebody else stores meanwhile, as far as nothing else was typed there.

use std::collections::BTreeMap;

use super::{EntryForm, HAPPENED, written};
use crate::desk::form::inputs::Inputs;
use crate::register::{CaseFile, Definition, Entry, STATUS, Value};

impl EntryForm {
    /// Somebody else stored the case meanwhile. What was not typed here follows it; what was typed stays.
    pub fn rebase(&mut self, definition: &Definition, stored: CaseFile) {
        let before = std::mem::replace(&mut self.case, stored);
        self.meanwhile = before.state.changes_to(&self.case.state);
        for field in self.case_fields(definition) {
            let Some((_, id)) = field.id.split_once('.') else {
                continue;
            };
            let (old, new) = (before.state.values.get(id), self.case.state.values.get(id));
            if old != new && self.shows(&field.id, old) {
                let new = new.cloned();
                self.show_instead(&field.id, new.as_ref());
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

    /// What stands under a name gives way to this value.
    fn show_instead(&mut self, name: &str, value: Option<&Value>) {
        let part = format!("{name}.");
        let of_it = |other: &String| other == name || other.starts_with(&part);
        self.inputs.texts.retain(|other, _| !of_it(other));
        self.inputs.chosen.retain(|other, _| !of_it(other));
        if let Some(value) = value {
            self.inputs.show(name, value);
        }
    }

    /// Somebody else changed the entry meanwhile. What was not typed here follows it; what was typed stays, and what they
    /// made of it is shown beside it.
    pub fn catch_up(&mut self, entries: &[Entry], definition: &Definition) {
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
            if old == new || self.shows(&field.id, new) {
                continue;
            }
            if self.shows(&field.id, old) {
                self.show_instead(&field.id, new);
            } else if let Some(new) = new {
                self.theirs.push((field.id.clone(), new.clone()));
            }
        }
        if self.inputs.text(HAPPENED) == written(before.happened) {
            self.inputs
                .texts
                .insert(HAPPENED.to_owned(), written(newer.state.happened));
        }
        self.entry = Some(newer);
    }

    /// Whether what is typed under this name is just this value.
    fn shows(&self, name: &str, value: Option<&Value>) -> bool {
        let mut shown = Inputs::default();
        if let Some(value) = value {
            shown.show(name, value);
        }
        let part = format!("{name}.");
        let of_it = |other: &String| other == name || other.starts_with(&part);
        let texts = |inputs: &Inputs| -> BTreeMap<String, String> {
            let texts = inputs
                .texts
                .iter()
                .filter(|(id, text)| of_it(id) && !text.is_empty());
            texts
                .map(|(id, text)| (id.clone(), text.trim().to_owned()))
                .collect()
        };
        let chosen = |inputs: &Inputs| inputs.chosen.get(name).cloned().unwrap_or_default();
        texts(&self.inputs) == texts(&shown) && chosen(&self.inputs) == chosen(&shown)
    }
}
