//! The items of the entries of a case.

use chrono::NaiveTime;

use crate::desk::case::timeline::builder::{TimelineBuilder, amsterdam, short_label};
use crate::desk::case::timeline::item::{Item, ItemKind};
use crate::desk::kit::icons;
use crate::desk::parts::case_text::title;
use crate::language::Language;
use crate::language::letters::lower;
use crate::register::{
    ATTACHMENT, Change, Entry, Field, FieldKind, FieldRole, LINK, MERGED, NOT_TAKEN_OVER, PUT_OFF,
    Revision, SETTLED, Value,
};

impl TimelineBuilder<'_> {
    /// The item of an entry.
    pub(super) fn entry_item(&self, entry: &Entry) -> Item {
        let state = &entry.state;
        let kind = self.definition.entry_kind(&state.kind);
        let label = kind.map_or(state.kind.as_str(), |kind| kind.label.text(self.language));
        let icon = kind.map_or(icons::HISTORY, |kind| kind.icon.as_str());
        let item_kind = match state.withdrawn {
            true => ItemKind::Withdrawn,
            false => ItemKind::Entry(state.kind.clone()),
        };
        let mut item = Item::new(state.happened, item_kind, icon, label.to_owned());
        item.timed = state.happened.time() != noon();
        item.note = self.note(entry);
        item.entry = (!state.withdrawn).then(|| entry.clone());
        match state.kind.as_str() {
            ATTACHMENT => self.fill_document(entry, &mut item),
            LINK => self.fill_link(entry, &mut item),
            SETTLED => self.fill_task(entry, &mut item),
            MERGED => self.fill_merged(entry, &mut item),
            _ => {
                let fields = kind.map_or(&[][..], |kind| &kind.fields);
                self.fill_fields(entry, fields, &mut item);
            }
        }
        item
    }

    /// The values of an entry of a kind that the register defines. Its title is the label of the kind until then.
    fn fill_fields(&self, entry: &Entry, fields: &[Field], item: &mut Item) {
        for (at, field) in fields.iter().enumerate() {
            let Some(value) = entry.state.values.get(&field.id) else {
                continue;
            };
            let text = field.display(value, self.language);
            match field.kind {
                FieldKind::LongText => {
                    if !item.text.is_empty() {
                        item.text.push('\n');
                    }
                    item.text.push_str(&text);
                }
                FieldKind::Choice if at == 0 => {
                    item.title = self.title_of_choice(field, &item.title, text);
                }
                _ => {
                    let label = short_label(field, self.language);
                    item.details.push((label, text));
                }
            }
        }
    }

    /// The title of an entry whose first field is a choice: the label of its kind with that choice, but only the choice for
    /// a measure.
    fn title_of_choice(&self, field: &Field, label: &str, choice: String) -> String {
        let ladder = self.definition.ladder.as_ref();
        match ladder.is_some_and(|ladder| ladder.measure == field.id) {
            true => choice,
            false => format!("{label}, {}", lower(&choice)),
        }
    }

    /// A document: its name, its size, and the note about it.
    fn fill_document(&self, entry: &Entry, item: &mut Item) {
        let state = &entry.state;
        let name = self.definition.text_in(state, FieldRole::FileName);
        item.title = name.unwrap_or(&item.title).to_owned();
        item.icon = icons::of_document(&item.title).to_owned();
        let size = self.definition.value_in(state, FieldRole::FileSize);
        if let Some(Value::Number(size)) = size {
            item.details
                .push((String::new(), size_in_words(*size, self.language)));
        }
        let note = self.definition.text_in(state, FieldRole::Note);
        item.text = note.unwrap_or_default().to_owned();
    }

    /// A link: the other case, and the note about it. Without rights on the other case only the note is known.
    fn fill_link(&self, entry: &Entry, item: &mut Item) {
        let note = self.definition.text_in(&entry.state, FieldRole::Note);
        item.text = note.unwrap_or_default().to_owned();
        let mut links = self.dossier.links.iter();
        let Some(link) = links.find(|link| link.entry.id == entry.id) else {
            return;
        };
        let other = &link.case;
        let register = self.registers.get(&other.register);
        let name = register.map_or_else(String::new, |register| title(register, other));
        let number = [("number", other.number.as_str().into())];
        item.title = self.language.say("timeline-linked", &number);
        if name != other.number {
            item.details.push((String::new(), name));
        }
        if let Some(register) = register {
            let label = register.label.text(self.language).to_owned();
            item.details.push((String::new(), label));
        }
        item.linked_case = Some((other.register.clone(), other.key));
    }

    /// A case that was merged into this one. It is not taken back as an entry, but undone as a whole.
    fn fill_merged(&self, entry: &Entry, item: &mut Item) {
        let about = entry.state.about.as_ref();
        let mut merged = self.dossier.merged.iter();
        let other = merged.find(|other| about.is_some_and(|about| about.id == other.id));
        if let Some(other) = other {
            let number = [("number", other.number.as_str().into())];
            item.title = self.language.say("timeline-merged", &number);
        }
        if let Some(left) = entry.state.text(NOT_TAKEN_OVER) {
            let heading = self.language.text("timeline-not-taken-over");
            item.text = format!("{heading}\n{left}");
        }
        let mut history = self.dossier.history.iter();
        let by = history.find(|revision| revision.entry == Some(entry.key));
        item.operation = by.and_then(|revision| self.undoable(revision));
        item.entry = None;
    }

    /// The items of the links that are entries of the other case.
    pub(super) fn links_of_other_cases(&self) -> Vec<Item> {
        let here = |id: &str| self.dossier.entries.iter().any(|entry| entry.id == id);
        let links = self.dossier.links.iter();
        let links = links.filter(|link| !here(&link.entry.id));
        let items = links.map(|link| Item {
            home: Some(link.home.clone()),
            ..self.entry_item(&link.entry)
        });
        items.collect()
    }

    /// A task that was done or put off, and why.
    fn fill_task(&self, entry: &Entry, item: &mut Item) {
        let state = &entry.state;
        let what = self.definition.text_in(state, FieldRole::Task).or_else(|| {
            let term = self.definition.term(state.text(SETTLED)?)?;
            Some(term.label.text(self.language))
        });
        let what = what.unwrap_or_default();
        item.title = match state.values.get(PUT_OFF) {
            Some(Value::Date(until)) => {
                let until = self.language.date(*until);
                self.language.say(
                    "timeline-put-off",
                    &[("what", what.into()), ("date", until.into())],
                )
            }
            _ => self.language.say("timeline-done", &[("what", what.into())]),
        };
        let reason = self.definition.text_in(state, FieldRole::Reason);
        item.text = reason.unwrap_or_default().to_owned();
    }

    /// Who else recorded an entry, and who changed it or took it back since, with the reason.
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
                (_, true) => "timeline-withdrawn",
                (0, false) if actor == self.reader => continue,
                (0, false) => "case-by",
                (_, false) => "timeline-adjusted",
            };
            let note = self.language.say(id, &arguments);
            notes.push(match revision.why(self.language) {
                Some(reason) => format!("{note}: {reason}"),
                None => note,
            });
        }
        notes.join(" · ")
    }
}

/// The time of day of an entry of which only the day is known.
fn noon() -> NaiveTime {
    NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()
}

/// The size of a document: `1,2 MB`, `34 kB`.
fn size_in_words(bytes: f64, language: Language) -> String {
    let (number, unit) = match bytes {
        _ if bytes >= 1_048_576.0 => ((bytes / 1_048_576.0 * 10.0).round() / 10.0, "MB"),
        _ => ((bytes / 1024.0).ceil(), "kB"),
    };
    format!("{} {unit}", language.number(number))
}
