//! The course of a case as items of its story: how it began, ended and was opened again, and every other change of it.

use chrono::{NaiveDate, NaiveTime};

use crate::desk::case::timeline::{Item, Sort, TimelineBuilder, amsterdam, opens, short_label};
use crate::desk::kit::icons;
use crate::language::letters::{capital, lower};
use crate::register::{Change, FieldKind, Revision};

impl TimelineBuilder<'_> {
    /// How the case ended and was opened again, with the revisions by which it did.
    pub fn course(&self, revisions: &mut Vec<&Revision>) -> Vec<Item> {
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
            item.action = self.undoable(revision);
            let told =
                |change: &&Change| !matches!(change, Change::Spells { .. } | Change::Status { .. });
            let rest: Vec<Change> = revision.changes.iter().filter(told).cloned().collect();
            item.changes = self.changes(&rest);
        }
        item
    }

    /// Any other change of the case.
    pub fn change(&self, revision: &Revision) -> Item {
        let language = self.language;
        let status = revision.changes.iter().find_map(|change| match change {
            Change::Status {
                after: Some(after), ..
            } => self.definition.status(after),
            _ => None,
        });
        let (icon, title) = match status {
            _ if revision.undoes.is_some() => (icons::UNDO, self.undone(revision)),
            Some(status) => {
                let status = status.choice.label.text(language);
                let title = language.say("story-status", &[("status", status.into())]);
                (icons::STATUS, title)
            }
            None => (icons::EDIT, language.text("case-changed")),
        };
        let mut item = self.bare(amsterdam(revision), icon, title);
        item.action = self.undoable(revision);
        // What was undone says so above; why it was done is told where it was done.
        let reason = revision.reason.as_ref();
        let reason = reason.filter(|_| revision.undoes.is_none());
        item.text = reason.cloned().unwrap_or_default();
        item.note = self.by(revision);
        let status = status.filter(|_| revision.undoes.is_none());
        let told = |change: &&Change| status.is_none() || !matches!(change, Change::Status { .. });
        let told: Vec<Change> = revision.changes.iter().filter(told).cloned().collect();
        item.changes = self.changes(&told);
        item
    }

    /// What an undoing is called: of an undoing it does something again.
    fn undone(&self, revision: &Revision) -> String {
        let of = revision.undoes.as_deref();
        let again = self
            .dossier
            .history
            .iter()
            .any(|earlier| Some(earlier.operation.as_str()) == of && earlier.undoes.is_some());
        let id = if again { "redo-reason" } else { "undo-reason" };
        self.language.text(id)
    }

    /// How the case began: the first report where reports are counted, with what was said then.
    pub fn opening(&self, first: Option<&Revision>) -> Option<Item> {
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
