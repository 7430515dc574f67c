//! A case as a story: what stands on its timeline, how it began, ended and was opened again, and every other change, in
//! one list with the newest first.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Europe::Amsterdam;

use super::case_text::{change_line, title};
use super::icons;
use crate::language::Language;
use crate::register::{
    ATTACHMENT, CaseFile, Change, Definition, Entry, Field, FieldKind, LINK, PUT_OFF, Registers,
    Revision, SETTLED, Value,
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
    /// The register in whose file that entry stands, where it is not that of the case.
    pub home: Option<String>,
    /// The other case, where it ties this one to it.
    pub leads_to: Option<(String, crate::register::CaseKey)>,
}

/// What is needed to tell a story.
pub struct Teller<'a> {
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

impl Teller<'_> {
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

    fn entry(&self, entry: &Entry) -> Item {
        let language = self.language;
        let state = &entry.state;
        let kind = self.definition.entry_kind(&state.kind);
        let label = kind.map_or(state.kind.as_str(), |kind| kind.label.text(language));
        let mut item = Item {
            at: state.happened,
            timed: state.happened.time() != noon(),
            sort: match state.withdrawn {
                true => Sort::Withdrawn,
                false => Sort::Entry(state.kind.clone()),
            },
            icon: kind.map_or_else(|| icons::HISTORY.to_owned(), |kind| kind.icon.clone()),
            title: label.to_owned(),
            details: Vec::new(),
            text: String::new(),
            changes: Vec::new(),
            note: self.note(entry),
            entry: (!state.withdrawn).then(|| entry.clone()),
            home: None,
            leads_to: None,
        };
        match state.kind.as_str() {
            ATTACHMENT => self.document(entry, &mut item),
            LINK => self.tie(entry, &mut item),
            SETTLED => self.settled(entry, &mut item),
            _ => {}
        }
        if [ATTACHMENT, LINK, SETTLED].contains(&state.kind.as_str()) {
            return item;
        }
        let fields = kind.map_or(&[][..], |kind| &kind.fields);
        for (at, field) in fields.iter().enumerate() {
            let Some(value) = state.values.get(&field.id) else {
                continue;
            };
            let said = field.display(value, language);
            match field.kind {
                FieldKind::LongText => {
                    if !item.text.is_empty() {
                        item.text.push('\n');
                    }
                    item.text.push_str(&said);
                }
                // A measure is called by what it is, not by what kind of thing it is.
                FieldKind::Choice if at == 0 => item.title = self.named(field, label, said),
                _ => item.details.push((short_label(field, language), said)),
            }
        }
        item
    }

    /// An entry that begins with a choice is called by it.
    fn named(&self, field: &Field, label: &str, said: String) -> String {
        let ladder = self.definition.ladder.as_ref();
        match ladder.is_some_and(|ladder| ladder.measure == field.id) {
            true => said,
            false => format!("{label}, {}", lower(&said)),
        }
    }

    fn document(&self, entry: &Entry, item: &mut Item) {
        let state = &entry.state;
        item.title = state.text("naam").unwrap_or(&item.title).to_owned();
        item.icon = icons::of_document(&item.title).to_owned();
        if let Some(Value::Number(size)) = state.values.get("grootte") {
            item.details
                .push((String::new(), size_in_words(*size, self.language)));
        }
        item.text = state.text("toelichting").unwrap_or_default().to_owned();
    }

    fn tie(&self, entry: &Entry, item: &mut Item) {
        let tie = self
            .dossier
            .ties
            .iter()
            .find(|tie| tie.entry.id == entry.id);
        item.text = entry
            .state
            .text("toelichting")
            .unwrap_or_default()
            .to_owned();
        let Some(tie) = tie else { return };
        let other = &tie.case;
        let register = self.registers.get(&other.register);
        let named = register.map_or_else(String::new, |register| title(register, other));
        let number = other.number.as_str();
        item.title = self
            .language
            .say("story-tied", &[("number", number.into())]);
        if named != other.number {
            item.details.push((String::new(), named));
        }
        if let Some(register) = register {
            let label = register.label.text(self.language).to_owned();
            item.details.push((String::new(), label));
        }
        item.leads_to = Some((other.register.clone(), other.key));
    }

    /// The ties that stand on the timeline of the other case.
    fn ties_from_elsewhere(&self) -> Vec<Item> {
        let here = |id: &str| self.dossier.entries.iter().any(|entry| entry.id == id);
        let elsewhere = self.dossier.ties.iter().filter(|tie| !here(&tie.entry.id));
        elsewhere
            .map(|tie| Item {
                home: Some(tie.home.clone()),
                ..self.entry(&tie.entry)
            })
            .collect()
    }

    fn settled(&self, entry: &Entry, item: &mut Item) {
        let state = &entry.state;
        let what = state.text("wat").or_else(|| {
            let term = self.definition.term(state.text(SETTLED)?)?;
            Some(term.label.text(self.language))
        });
        let what = what.unwrap_or_default();
        item.title = match state.values.get(PUT_OFF) {
            Some(Value::Date(until)) => {
                let until = self.language.date(*until);
                self.language.say(
                    "story-put-off",
                    &[("what", what.into()), ("date", until.into())],
                )
            }
            _ => self.language.say("story-done", &[("what", what.into())]),
        };
        item.text = state.text("reden").unwrap_or_default().to_owned();
    }

    /// Who else recorded an entry, and what was done to it afterwards.
    fn note(&self, entry: &Entry) -> String {
        let of_entry = |revision: &&Revision| revision.entry == Some(entry.key);
        let mut revisions: Vec<&Revision> = self.dossier.history.iter().filter(of_entry).collect();
        revisions.sort_by_key(|revision| revision.version);
        let mut notes = Vec::new();
        for (at, revision) in revisions.iter().enumerate() {
            let actor = revision.actor.as_str();
            let day = self.language.date(amsterdam(revision).date());
            let arguments = [("actor", actor.into()), ("date", day.into())];
            let withdrawn = revision
                .changes
                .iter()
                .any(|change| matches!(change, Change::Entry { after, .. } if after.withdrawn));
            let id = match (at, withdrawn) {
                (_, true) => "story-withdrawn",
                (0, false) if actor == self.reader => continue,
                (0, false) => "case-by",
                (_, false) => "story-adjusted",
            };
            let said = self.language.say(id, &arguments);
            notes.push(match &revision.reason {
                Some(reason) => format!("{said}: {reason}"),
                None => said,
            });
        }
        notes.join(" · ")
    }

    /// How the case ended and was opened again, with the revisions by which it did.
    fn course(&self, revisions: &mut Vec<&Revision>) -> Vec<Item> {
        let language = self.language;
        let spells = &self.case.state.spells;
        let mut items = Vec::new();
        for (at, spell) in spells.iter().enumerate() {
            if at > 0 {
                let opened = |change: &Change| {
                    matches!(change, Change::Spells { before, after }
                        if before.len() == at && after.len() > at)
                };
                let by = take(revisions, opened);
                let title = language.text("story-reopened");
                items.push(self.turn(spell.opened, icons::REOPEN, title, by));
            }
            if let Some(closing) = &spell.closed {
                let closed = |change: &Change| {
                    let open_at = |spells: &[crate::register::Spell]| {
                        spells.get(at).is_none_or(|spell| spell.closed.is_none())
                    };
                    matches!(change, Change::Spells { before, after }
                        if open_at(before) && !open_at(after))
                };
                let by = take(revisions, closed);
                let outcome = self.definition.outcome.as_ref();
                let outcome = outcome.and_then(|field| field.choice(closing.outcome.as_ref()?));
                let title = match outcome {
                    Some(choice) => {
                        let outcome = lower(choice.label.text(language));
                        language.say("story-closed-as", &[("outcome", outcome.into())])
                    }
                    None => language.text("story-closed"),
                };
                items.push(self.turn(closing.date, icons::FINISH, title, by));
            }
        }
        items
    }

    /// A turn in the course of the case on this day, and what else was changed with it.
    fn turn(&self, day: NaiveDate, icon: &str, title: String, by: Option<&Revision>) -> Item {
        let recorded = by.map(amsterdam).filter(|at| at.date() == day);
        let end_of_day = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
        let mut item = self.bare(
            recorded.unwrap_or_else(|| day.and_time(end_of_day)),
            icon,
            title,
        );
        item.timed = recorded.is_some();
        if let Some(revision) = by {
            item.text = revision.reason.clone().unwrap_or_default();
            item.note = self.by(revision);
            let told =
                |change: &&Change| !matches!(change, Change::Spells { .. } | Change::Status { .. });
            let rest: Vec<Change> = revision.changes.iter().filter(told).cloned().collect();
            item.changes = self.changes(&rest);
        }
        item
    }

    /// Any other change of the case.
    fn change(&self, revision: &Revision) -> Item {
        let language = self.language;
        let status = revision.changes.iter().find_map(|change| match change {
            Change::Status {
                after: Some(after), ..
            } => self.definition.status(after),
            _ => None,
        });
        let (icon, title) = match status {
            Some(status) => {
                let status = status.choice.label.text(language);
                let title = language.say("story-status", &[("status", status.into())]);
                (icons::STATUS, title)
            }
            None => (icons::EDIT, language.text("case-changed")),
        };
        let mut item = self.bare(amsterdam(revision), icon, title);
        item.text = revision.reason.clone().unwrap_or_default();
        item.note = self.by(revision);
        let told = |change: &&Change| status.is_none() || !matches!(change, Change::Status { .. });
        let told: Vec<Change> = revision.changes.iter().filter(told).cloned().collect();
        item.changes = self.changes(&told);
        item
    }

    /// How the case began: the first report where reports are counted, with what was said then.
    fn opening(&self, first: Option<&Revision>) -> Option<Item> {
        let language = self.language;
        let opened = self.case.state.opened()?;
        let recorded = first.map(amsterdam);
        let at_once = recorded.filter(|at| at.date() == opened);
        let report = self.definition.report_kind();
        let title = match report {
            Some(kind) => kind.label.text(language).to_owned(),
            None if !self.definition.has_spells() => {
                self.definition.begin.label.text(language).to_owned()
            }
            None => {
                let case = self.definition.case_words.one.text(language);
                language.say("story-begun", &[("case", case.into())])
            }
        };
        let icon = report.map_or(self.definition.icon.as_str(), |kind| kind.icon.as_str());
        let at = at_once.unwrap_or_else(|| opened.and_time(NaiveTime::MIN));
        let mut item = self.bare(at, icon, capital(&title));
        item.timed = at_once.is_some();
        if let Some(kind) = report {
            item.sort = Sort::Entry(kind.id.clone());
        }
        for field in &self.definition.fields {
            let Some(value) = self.case.state.values.get(&field.id) else {
                continue;
            };
            let said = field.display(value, language);
            let asked = report.is_some_and(|kind| kind.field(&field.id).is_some());
            match field.kind {
                FieldKind::LongText if opens(self.definition, field) => item.text = said,
                FieldKind::LongText => {}
                _ if asked => item.details.push((short_label(field, language), said)),
                _ => {}
            }
        }
        if let Some(revision) = first {
            let mut notes = vec![self.by(revision)];
            if at_once.is_none() {
                let day = language.date(amsterdam(revision).date());
                notes.push(language.say("story-recorded", &[("date", day.into())]));
            }
            notes.extend(revision.reason.clone());
            notes.retain(|note| !note.is_empty());
            item.note = notes.join(" · ");
        }
        Some(item)
    }

    fn bare(&self, at: NaiveDateTime, icon: &str, title: String) -> Item {
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
            home: None,
            leads_to: None,
        }
    }

    fn by(&self, revision: &Revision) -> String {
        match revision.actor == self.reader {
            true => String::new(),
            false => self
                .language
                .say("case-by", &[("actor", revision.actor.as_str().into())]),
        }
    }

    /// The changes as lines. What happens next and by when are one line.
    fn changes(&self, changes: &[Change]) -> Vec<(String, String)> {
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
                (Change::Entry { .. }, _) => {}
                (Change::Field { id, .. }, Some((next, Value::Text(what)))) if *id == next.what => {
                    let due = match after(&next.due) {
                        Some(Value::Date(due)) => {
                            let due = [("date", self.language.date(*due).into())];
                            format!(", {}", lower(&self.language.say("case-due", &due)))
                        }
                        _ => String::new(),
                    };
                    let (label, _) = change_line(self.definition, change, self.language);
                    lines.push((label, format!("{what}{due}")));
                }
                (Change::Field { id, .. }, Some((next, _))) if *id == next.due => {}
                _ => lines.push(change_line(self.definition, change, self.language)),
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

/// Takes the newest revision out that did this to the spells of the case.
fn take<'a>(
    revisions: &mut Vec<&'a Revision>,
    did: impl Fn(&Change) -> bool,
) -> Option<&'a Revision> {
    let at = revisions
        .iter()
        .position(|revision| revision.changes.iter().any(&did))?;
    Some(revisions.remove(at))
}

/// When a revision was recorded, by the clock in Amsterdam.
fn amsterdam(revision: &Revision) -> NaiveDateTime {
    revision.recorded.with_timezone(&Amsterdam).naive_local()
}

/// The time of day of something of which only the day is known.
fn noon() -> NaiveTime {
    NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()
}

/// The label of a field, left out where the value speaks for itself.
fn short_label(field: &Field, language: Language) -> String {
    match field.kind {
        FieldKind::Choice | FieldKind::Choices | FieldKind::Address => String::new(),
        _ => field.label.text(language).to_owned(),
    }
}

/// A label in the middle of a line; an abbreviation keeps its capitals.
fn lower(label: &str) -> String {
    match label.chars().nth(1).is_some_and(char::is_lowercase) {
        true => label.to_lowercase(),
        false => label.to_owned(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// How large a document is: `1,2 MB`, `34 kB`.
pub fn size_in_words(bytes: f64, language: Language) -> String {
    let (number, unit) = match bytes {
        _ if bytes >= 1_048_576.0 => ((bytes / 1_048_576.0 * 10.0).round() / 10.0, "MB"),
        _ => ((bytes / 1024.0).ceil(), "kB"),
    };
    format!("{} {unit}", language.number(number))
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
