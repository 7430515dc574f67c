//! What stands on the timeline of a case, as items of its story.

use chrono::NaiveTime;

use crate::desk::case::timeline::{Item, Sort, TimelineBuilder, amsterdam, short_label};
use crate::desk::kit::icons;
use crate::desk::parts::case_text::title;
use crate::language::Language;
use crate::language::letters::lower;
use crate::register::{
    ATTACHMENT, Change, Entry, Field, FieldKind, KINDS_OF_ALL, LINK, MERGED, NOT_TAKEN_OVER,
    PUT_OFF, Revision, SETTLED, Value,
};

impl TimelineBuilder<'_> {
    pub fn entry(&self, entry: &Entry) -> Item {
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
            action: None,
            home: None,
            leads_to: None,
        };
        match state.kind.as_str() {
            ATTACHMENT => self.document(entry, &mut item),
            LINK => self.tie(entry, &mut item),
            SETTLED => self.settled(entry, &mut item),
            MERGED => self.merged(entry, &mut item),
            _ => {}
        }
        if KINDS_OF_ALL.contains(&state.kind.as_str()) {
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
            .links
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

    /// Another case that was merged into this one. It is not taken back as an entry, but undone as a whole.
    fn merged(&self, entry: &Entry, item: &mut Item) {
        let about = entry.state.about.as_ref();
        let mut merged = self.dossier.merged.iter();
        let other = merged.find(|other| about.is_some_and(|about| about.id == other.id));
        if let Some(other) = other {
            let number = [("number", other.number.as_str().into())];
            item.title = self.language.say("story-merged", &number);
        }
        let kept = entry.state.text(NOT_TAKEN_OVER);
        item.text = kept.map_or_else(String::new, |kept| {
            format!("{}\n{kept}", self.language.text("story-not-taken-over"))
        });
        let mut history = self.dossier.history.iter();
        let by = history.find(|revision| revision.entry == Some(entry.key));
        item.action = by.and_then(|revision| self.undoable(revision));
        item.entry = None;
    }

    /// The ties that stand on the timeline of the other case.
    pub fn ties_from_elsewhere(&self) -> Vec<Item> {
        let here = |id: &str| self.dossier.entries.iter().any(|entry| entry.id == id);
        let elsewhere = self.dossier.links.iter().filter(|tie| !here(&tie.entry.id));
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
}

/// The time of day of something of which only the day is known.
fn noon() -> NaiveTime {
    NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()
}

/// How large a document is: `1,2 MB`, `34 kB`.
pub fn size_in_words(bytes: f64, language: Language) -> String {
    let (number, unit) = match bytes {
        _ if bytes >= 1_048_576.0 => ((bytes / 1_048_576.0 * 10.0).round() / 10.0, "MB"),
        _ => ((bytes / 1024.0).ceil(), "kB"),
    };
    format!("{} {unit}", language.number(number))
}
