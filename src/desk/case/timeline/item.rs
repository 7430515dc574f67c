//! One item of a timeline, and what can be done with it.

use chrono::{NaiveDate, NaiveDateTime};

use crate::language::Language;
use crate::register::{ATTACHMENT, CaseKey, Entry, SETTLED};

/// What an item is, for the filters above the timeline.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// An entry of the kind with this id.
    Entry(String),
    /// Something about the case itself: its begin, end, reopening, status, or another change.
    Change,
    /// An entry that was taken back.
    Withdrawn,
}

/// One item of a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// When it happened, in Amsterdam.
    pub at: NaiveDateTime,
    /// Whether the time of day is known.
    pub timed: bool,
    /// What it is.
    pub kind: ItemKind,
    /// A character of the icon font.
    pub icon: String,
    /// What happened.
    pub title: String,
    /// Short values, each with its label; the label is empty where the value speaks for itself.
    pub details: Vec<(String, String)>,
    /// What was written about it.
    pub text: String,
    /// What it changed in the case: the label of each field, with its value.
    pub changes: Vec<(String, String)>,
    /// Who recorded it and when, where that says more.
    pub note: String,
    /// The entry, where it is one that can be put right or taken back here.
    pub entry: Option<Entry>,
    /// The operation that did it, where it can be undone from here.
    pub operation: Option<String>,
    /// The register in whose file the entry stands, where it is not that of the case.
    pub home: Option<String>,
    /// The register and the key of the other case, where it links this one to it.
    pub linked_case: Option<(String, CaseKey)>,
}

/// What can be done with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemAction {
    /// Put it right.
    Edit,
    /// Take it back.
    Withdraw,
    /// Open its document, or the case that it links to.
    Open,
    /// Save its document in a file.
    SaveAs,
    /// Undo the operation that did it.
    Undo,
}

impl Item {
    /// An item without anything but a moment, an icon and a title.
    pub fn new(at: NaiveDateTime, kind: ItemKind, icon: &str, title: String) -> Self {
        Self {
            at,
            timed: true,
            kind,
            icon: icon.to_owned(),
            title,
            details: Vec::new(),
            text: String::new(),
            changes: Vec::new(),
            note: String::new(),
            entry: None,
            operation: None,
            home: None,
            linked_case: None,
        }
    }

    /// Whether it is a document.
    pub fn is_document(&self) -> bool {
        let entry = self.entry.as_ref();
        entry.is_some_and(|entry| entry.state.kind == ATTACHMENT)
    }

    /// What can be done with it. The first one is what Enter does.
    pub fn actions(&self) -> Vec<ItemAction> {
        let Some(entry) = &self.entry else {
            let undo = self.operation.as_ref().map(|_| ItemAction::Undo);
            return undo.into_iter().collect();
        };
        match entry.state.kind.as_str() {
            SETTLED => vec![ItemAction::Withdraw],
            ATTACHMENT => vec![
                ItemAction::Open,
                ItemAction::SaveAs,
                ItemAction::Edit,
                ItemAction::Withdraw,
            ],
            // An entry of the other case is put right there.
            _ if self.home.is_some() => vec![ItemAction::Open, ItemAction::Withdraw],
            _ if self.linked_case.is_some() => {
                vec![ItemAction::Open, ItemAction::Edit, ItemAction::Withdraw]
            }
            _ => vec![ItemAction::Edit, ItemAction::Withdraw],
        }
    }

    /// When it happened, as short as possible: `vandaag 10:42`, `21-11-2024`.
    pub fn when(&self, today: NaiveDate, language: Language) -> String {
        let day = self.at.date();
        let time = self.timed.then(|| self.at.format(" %H:%M").to_string());
        let named = match (today - day).num_days() {
            0 => language.text("due-today"),
            1 => language.text("timeline-yesterday"),
            _ => return language.date(day),
        };
        named + &time.unwrap_or_default()
    }

    /// All of it in one line, as a screen reader says it.
    pub fn spoken(&self, today: NaiveDate, language: Language) -> String {
        let pair = |(label, value): &(String, String)| format!("{label} {value}").trim().to_owned();
        let change = |(label, value): &(String, String)| format!("{label}  {value}");
        let parts = [self.title.clone(), self.when(today, language)].into_iter();
        let parts = parts
            .chain(self.details.iter().map(pair))
            .chain([self.text.replace('\n', " ")])
            .chain(self.changes.iter().map(change))
            .chain([self.note.clone()]);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}
