//! Whether what a definition says about the work names what exists: who does it, what is due when, the ladder, the texts,
//! and what only means something with certain choices.

use std::collections::BTreeSet;

use super::check::Check;
use super::mistake::Mistake;
use crate::register::definition::blanks::{Piece, pieces};
use crate::register::definition::choice::lasting;
use crate::register::definition::field::{Field, FieldKind};
use crate::register::definition::procedure::{DoneBy, Ladder, OnlyWith};
use crate::register::definition::register::Definition;
use crate::register::definition::reserved::{BEGIN, IDLE, NEXT_ACTION, SINCE};

impl Check<'_> {
    /// The owner, the priority, the terms, the ladder and the texts name fields, statuses and entries that there are.
    pub(super) fn workings(&mut self, definition: &Definition) {
        let fields = &definition.fields;
        if let Some(owner) = &definition.work.owner {
            self.known("work.owner", owner, &ids(fields, &[FieldKind::Text]));
        }
        if let Some(priority) = &definition.work.priority {
            self.known(
                "work.priority",
                priority,
                &ids(fields, &[FieldKind::Choice]),
            );
        }
        self.dependencies("", fields);
        if let Some(not_with) = &definition.not_matched_with {
            self.only_with("matching.not_with", not_with, fields);
        }
        self.terms_fit(definition);
        if let Some(ladder) = &definition.ladder {
            self.ladder_fits(definition, ladder);
        }
        self.texts_fit(definition);
    }

    /// A field that only means something with certain choices names another field that has them.
    pub(super) fn dependencies(&mut self, key: &str, fields: &[Field]) {
        for (at, field) in fields.iter().enumerate() {
            if let Some(only) = &field.only_with {
                let others: Vec<Field> = fields
                    .iter()
                    .filter(|other| other.id != field.id)
                    .cloned()
                    .collect();
                let key = format!("{key}field[{at}].only_with");
                self.only_with(&key, only, &others);
                // What needs itself by itself is refused above: it is none of the others.
                if only.field != field.id && depends_on_itself(field, fields) {
                    let mistake = Mistake::DependsOnItself(field.id.clone());
                    self.wrong(format!("{key}.field"), mistake);
                }
            }
        }
    }

    /// What says with which choices something holds names a field that has them.
    pub(super) fn only_with(&mut self, key: &str, only: &OnlyWith, fields: &[Field]) {
        let deciding = ids(fields, &[FieldKind::Choice, FieldKind::YesNo]);
        self.known(&format!("{key}.field"), &only.field, &deciding);
        let field = fields
            .iter()
            .find(|field| field.id == only.field && deciding.contains(&field.id));
        let Some(field) = field else {
            return;
        };
        let key = format!("{key}.choices");
        if only.choices.is_empty() {
            self.wrong(&key, Mistake::NoChoices);
        }
        let known: Vec<String> = match field.kind {
            FieldKind::YesNo => ["ja", "nee"].map(str::to_owned).into(),
            _ => lasting(&field.choices),
        };
        for choice in &only.choices {
            self.known(&key, choice, &known);
        }
    }

    fn terms_fit(&mut self, definition: &Definition) {
        let fields = &definition.fields;
        let moments = [FieldKind::Date, FieldKind::DateTime];
        let prepared = definition.preparation.as_ref().map(|_| SINCE.to_owned());
        let mut from = vec![BEGIN.to_owned()];
        from.extend(prepared);
        from.extend(ids(
            fields,
            &[&moments[..], &[FieldKind::BirthDate]].concat(),
        ));
        // Names under which tasks are kept that are no terms.
        let mut taken = BTreeSet::from([NEXT_ACTION, IDLE]);
        for (at, term) in definition.terms.iter().enumerate() {
            let key = |name: &str| format!("term[{at}].{name}");
            if !taken.insert(&term.id) {
                self.wrong(key("id"), Mistake::Taken(term.id.clone()));
            }
            self.known(&key("from"), &term.from, &from);
            for (name, field) in [("limits", &term.limits), ("proposes", &term.proposes)] {
                if let Some(field) = field {
                    self.known(&key(name), field, &ids(fields, &moments));
                }
            }
            if let Some(only) = &term.only_with {
                self.only_with(&key("only_with"), only, fields);
            }
            match &term.done_by {
                Some(DoneBy::Field(id)) => {
                    let all: Vec<String> = fields.iter().map(|field| field.id.clone()).collect();
                    self.known(&key("done_by.field"), id, &all);
                }
                Some(DoneBy::Status(id)) => {
                    self.known(&key("done_by.status"), id, &statuses(definition));
                }
                Some(DoneBy::Entry(id)) => {
                    self.known(&key("done_by.entry"), id, &entries(definition));
                }
                None => {}
            }
        }
    }

    fn ladder_fits(&mut self, definition: &Definition, ladder: &Ladder) {
        self.known("ladder.entry", &ladder.entry, &entries(definition));
        let Some(kind) = definition.entry_kind(&ladder.entry) else {
            return;
        };
        let of = |kinds: &[FieldKind]| ids(&kind.fields, kinds);
        self.known("ladder.measure", &ladder.measure, &of(&[FieldKind::Choice]));
        self.known(
            "ladder.ground",
            &ladder.ground,
            &of(&[FieldKind::Text, FieldKind::LongText]),
        );
        self.known("ladder.due", &ladder.due, &of(&[FieldKind::Date]));
        let measure = kind.field(&ladder.measure);
        let steps: Option<Vec<String>> = measure
            .filter(|field| field.kind == FieldKind::Choice)
            .map(|field| lasting(&field.choices));
        let mut taken = BTreeSet::new();
        for (at, rung) in ladder.rungs.iter().enumerate() {
            let key = |name: &str| format!("ladder.rung[{at}].{name}");
            if let Some(steps) = &steps {
                self.known(&key("measure"), &rung.measure, steps);
            }
            if !taken.insert(&rung.measure) {
                self.wrong(key("measure"), Mistake::Taken(rung.measure.clone()));
            }
            if let Some(status) = &rung.status {
                self.known(&key("status"), status, &statuses(definition));
            }
        }
    }

    fn texts_fit(&mut self, definition: &Definition) {
        let blanks = definition.blanks();
        let mut taken = BTreeSet::new();
        for (at, text) in definition.texts.iter().enumerate() {
            if !taken.insert(&text.id) {
                self.wrong(format!("text[{at}].id"), Mistake::Taken(text.id.clone()));
            }
            for status in &text.statuses {
                let key = format!("text[{at}].statuses");
                self.known(&key, status, &statuses(definition));
            }
            let bodies = [("nl", Some(&text.body.nl)), ("en", text.body.en.as_ref())];
            for (language, body) in bodies {
                for piece in body.into_iter().flat_map(|body| pieces(body)) {
                    if let Piece::Blank(name) = piece {
                        self.known(&format!("text[{at}].body.{language}"), name, &blanks);
                    }
                }
            }
        }
    }
}

fn ids(fields: &[Field], kinds: &[FieldKind]) -> Vec<String> {
    let fitting = fields.iter().filter(|field| kinds.contains(&field.kind));
    fitting.map(|field| field.id.clone()).collect()
}

fn statuses(definition: &Definition) -> Vec<String> {
    let statuses = definition.statuses.iter();
    statuses.map(|status| status.choice.id.clone()).collect()
}

fn entries(definition: &Definition) -> Vec<String> {
    let entries = definition.entries.iter();
    entries.map(|kind| kind.id.clone()).collect()
}

/// Whether a field means something only with another one, which in the end means something only with this one: then neither
/// is ever asked.
fn depends_on_itself(field: &Field, fields: &[Field]) -> bool {
    let mut next = field.only_with.as_ref();
    for _ in fields {
        let Some(only) = next else { return false };
        if only.field == field.id {
            return true;
        }
        let deciding = fields.iter().find(|other| other.id == only.field);
        next = deciding.and_then(|other| other.only_with.as_ref());
    }
    false
}
