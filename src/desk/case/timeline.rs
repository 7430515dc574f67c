//! A case as a story: what stands on its timeline, how it began, ended and was opened again, and every other change, in
//! one list with the newest first.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Europe::Amsterdam;

use crate::language::Language;
use crate::language::letters::lower;
use crate::register::{
    CaseFile, Change, Definition, Entry, Field, FieldKind, Registers, Revision, Value,
};
use crate::store::Dossier;

/// What an item of the story is, for the filters above it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// An entry of this kind.
    Entry(String),
    /// Something about the case itself: its begin, end, reopening, status, or another change.
    Change,
    /// An entry that was taken back.
    Withdrawn,
}

/// One item of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// When it happened, in Amsterdam.
    pub at: NaiveDateTime,
    /// Whether the time of day is known.
    pub timed: bool,
    /// Which filter shows it.
    pub sort: Sort,
    /// A character of the icon font.
    pub icon: String,
    /// What happened.
    pub title: String,
    /// What is known of it in few words, each with its label.
    pub details: Vec<(String, String)>,
    /// What was written about it.
    pub text: String,
    /// What it changed in the case.
    pub changes: Vec<(String, String)>,
    /// Who recorded it and when, where that says more.
    pub note: String,
    /// The entry, where it is one that can be put right or taken back here.
    pub entry: Option<Entry>,
    /// The action that did it, where it can be undone from here.
    pub action: Option<String>,
    /// The register in whose file that entry stands, where it is not that of the case.
    pub home: Option<String>,
    /// The other case, where it ties this one to it.
    pub leads_to: Option<(String, crate::register::CaseKey)>,
}

/// What is needed to tell a story.
pub struct TimelineBuilder<'a> {
    /// The register.
    pub definition: &'a Definition,
    /// Every register, for the names of other cases.
    pub registers: &'a Registers,
    /// The case.
    pub case: &'a CaseFile,
    /// What is known of it.
    pub dossier: &'a Dossier,
    /// Who reads it: what somebody else recorded says so.
    pub reader: &'a str,
    /// The language of the screen.
    pub language: Language,
}

impl TimelineBuilder<'_> {
    /// The whole story, the newest first.
    pub fn items(&self) -> Vec<Item> {
        let of_case = |revision: &&Revision| revision.entry.is_none();
        let mut revisions: Vec<&Revision> = self.dossier.history.iter().filter(of_case).collect();
        let first = revisions.iter().position(|revision| revision.version == 1);
        let first = first.map(|at| revisions.remove(at));
        let mut items: Vec<Item> = self
            .dossier
            .entries
            .iter()
            .map(|entry| self.entry(entry))
            .collect();
        items.extend(self.ties_from_elsewhere());
        // What was written in the same action as an entry is part of it.
        let mut told_with: BTreeMap<&str, usize> = BTreeMap::new();
        for revision in &self.dossier.history {
            let place = |key| {
                self.dossier
                    .entries
                    .iter()
                    .position(|entry| entry.key == key)
            };
            if let Some(at) = revision.entry.and_then(place) {
                told_with.entry(&revision.operation).or_insert(at);
            }
        }
        revisions.retain(|revision| {
            let Some(at) = told_with.get(&*revision.operation) else {
                return true;
            };
            items[*at].changes.extend(self.changes(&revision.changes));
            false
        });
        items.extend(self.course(&mut revisions));
        items.extend(revisions.into_iter().map(|revision| self.change(revision)));
        items.sort_by_key(|item| std::cmp::Reverse(item.at));
        items.extend(self.opening(first));
        items
    }

    pub fn bare(&self, at: NaiveDateTime, icon: &str, title: String) -> Item {
        Item {
            at,
            timed: true,
            sort: Sort::Change,
            icon: icon.to_owned(),
            title,
            details: Vec::new(),
            text: String::new(),
            changes: Vec::new(),
            note: String::new(),
            entry: None,
            action: None,
            home: None,
            leads_to: None,
        }
    }

    /// The action of a revision, unless it was undone since.
    pub fn undoable(&self, revision: &Revision) -> Option<String> {
        let action = &revision.operation;
        self.stands(action).then(|| action.clone())
    }

    /// Whether what an action did was not undone, or was done again.
    fn stands(&self, action: &str) -> bool {
        let mut later = self.dossier.history.iter();
        !later.any(|later| later.undoes.as_deref() == Some(action) && self.stands(&later.operation))
    }

    pub fn by(&self, revision: &Revision) -> String {
        match revision.actor == self.reader {
            true => String::new(),
            false => self
                .language
                .say("case-by", &[("actor", revision.actor.as_str().into())]),
        }
    }

    /// The changes as lines. What happens next and by when are one line.
    pub fn changes(&self, changes: &[Change]) -> Vec<(String, String)> {
        let next = self.definition.next_action.as_ref();
        let after = |wanted: &str| {
            changes.iter().find_map(|change| match change {
                Change::Field {
                    id,
                    after: Some(value),
                    ..
                } if id == wanted => Some(value),
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

/// Whether this is the long text with which a case begins; it is told there.
pub fn opens(definition: &Definition, field: &Field) -> bool {
    let mut long = definition.fields.iter();
    let first = long.find(|field| field.kind == FieldKind::LongText);
    first.is_some_and(|first| first.id == field.id)
}

/// When a revision was recorded, by the clock in Amsterdam.
pub fn amsterdam(revision: &Revision) -> NaiveDateTime {
    revision.recorded.with_timezone(&Amsterdam).naive_local()
}

/// The label of a field, left out where the value speaks for itself.
pub fn short_label(field: &Field, language: Language) -> String {
    match field.kind {
        FieldKind::Choice | FieldKind::Choices | FieldKind::Address => String::new(),
        _ => field.label.text(language).to_owned(),
    }
}

/// When something happened, as short as it can be said: `vandaag 10:42`, `21-11-2024`.
pub fn when(item: &Item, today: NaiveDate, language: Language) -> String {
    let day = item.at.date();
    let time = item.timed.then(|| item.at.format(" %H:%M").to_string());
    let named = match (today - day).num_days() {
        0 => language.text("due-today"),
        1 => language.text("story-yesterday"),
        _ => return language.date(day),
    };
    named + &time.unwrap_or_default()
}
