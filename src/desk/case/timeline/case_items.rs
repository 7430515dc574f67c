//! The items about the case itself: how it began, ended and was opened again, and every other change of it.

use chrono::{NaiveDate, NaiveTime};

use crate::desk::case::timeline::builder::{
    TimelineBuilder, amsterdam, is_opening_text, short_label,
};
use crate::desk::case::timeline::item::{Item, ItemKind};
use crate::desk::kit::icons;
use crate::language::letters::{capital, lower};
use crate::register::{Change, FieldKind, Revision};

impl TimelineBuilder<'_> {
    /// The items for how the case ended and was opened again. The revisions by which it did are taken out of these.
    pub(super) fn spell_items(&self, revisions: &mut Vec<&Revision>) -> Vec<Item> {
        let language = self.language;
        let spells = &self.case.state.spells;
        let mut items = Vec::new();
        for (at, spell) in spells.iter().enumerate() {
            if at > 0 {
                let opened = |change: &Change| {
                    matches!(change, Change::Spells { before, after }
                        if before.len() == at && after.len() > at)
                };
                let by = take_out(revisions, opened);
                let title = language.text("timeline-reopened");
                items.push(self.spell_item(spell.opened, icons::REOPEN, title, by));
            }
            if let Some(closing) = &spell.closed {
                let closed = |change: &Change| {
                    let open_at = |spells: &[crate::register::Spell]| {
                        spells.get(at).is_none_or(|spell| spell.closed.is_none())
                    };
                    matches!(change, Change::Spells { before, after }
                        if open_at(before) && !open_at(after))
                };
                let by = take_out(revisions, closed);
                let outcome = self.definition.outcome.as_ref();
                let outcome = outcome.and_then(|field| field.choice(closing.outcome.as_ref()?));
                let title = match outcome {
                    Some(choice) => {
                        let outcome = lower(choice.label.text(language));
                        language.say("timeline-closed-as", &[("outcome", outcome.into())])
                    }
                    None => language.text("timeline-closed"),
                };
                items.push(self.spell_item(closing.date, icons::FINISH, title, by));
            }
        }
        items
    }

    /// The item for the end or the reopening on this day, with what else its revision changed.
    fn spell_item(&self, day: NaiveDate, icon: &str, title: String, by: Option<&Revision>) -> Item {
        let recorded = by.map(amsterdam).filter(|at| at.date() == day);
        let end_of_day = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
        let at = recorded.unwrap_or_else(|| day.and_time(end_of_day));
        let mut item = Item::new(at, ItemKind::Change, icon, title);
        item.timed = recorded.is_some();
        if let Some(revision) = by {
            item.text = revision.why(self.language).unwrap_or_default();
            item.note = self.recorded_by(revision);
            item.operation = self.undoable(revision);
            let other =
                |change: &&Change| !matches!(change, Change::Spells { .. } | Change::Status { .. });
            let others: Vec<Change> = revision.changes.iter().filter(other).cloned().collect();
            item.changes = self.change_lines(&others);
        }
        item
    }

    /// The item for any other change of the case.
    pub(super) fn change_item(&self, revision: &Revision) -> Item {
        let language = self.language;
        let status = revision.changes.iter().find_map(|change| match change {
            Change::Status {
                after: Some(after), ..
            } => self.definition.status(after),
            _ => None,
        });
        let (icon, title) = match status {
            _ if revision.undoes.is_some() => (icons::UNDO, self.undo_title(revision)),
            Some(status) => {
                let status = status.choice.label.text(language);
                let title = language.say("timeline-status", &[("status", status.into())]);
                (icons::STATUS, title)
            }
            None => (icons::EDIT, language.text("case-changed")),
        };
        let mut item = Item::new(amsterdam(revision), ItemKind::Change, icon, title);
        item.operation = self.undoable(revision);
        // Why something was done stands where it was done, and not where it was undone.
        let reason = revision.why(language);
        let reason = reason.filter(|_| revision.undoes.is_none());
        item.text = reason.unwrap_or_default();
        item.note = self.recorded_by(revision);
        let status = status.filter(|_| revision.undoes.is_none());
        // A status that is the title is not said twice.
        let other = |change: &&Change| status.is_none() || !matches!(change, Change::Status { .. });
        let others: Vec<Change> = revision.changes.iter().filter(other).cloned().collect();
        item.changes = self.change_lines(&others);
        item
    }

    /// The title of an undo; of an undo of an undo, that something was done again.
    fn undo_title(&self, revision: &Revision) -> String {
        let of = revision.undoes.as_deref();
        let again = self
            .dossier
            .history
            .iter()
            .any(|earlier| Some(earlier.operation.as_str()) == of && earlier.undoes.is_some());
        let id = if again { "redo-reason" } else { "undo-reason" };
        self.language.text(id)
    }

    /// The item for the beginning of the case, which is its first report where reports are counted. `first` is the revision
    /// by which it was stored.
    pub(super) fn begin_item(&self, first: Option<&Revision>) -> Option<Item> {
        let opened = self.case.state.came()?;
        let recorded = first.map(amsterdam).filter(|at| at.date() == opened);
        let report = self.definition.report_kind();
        let icon = report.map_or(self.definition.icon.as_str(), |kind| kind.icon.as_str());
        let kind = report.map_or(ItemKind::Change, |kind| ItemKind::Entry(kind.id.clone()));
        let at = recorded.unwrap_or_else(|| opened.and_time(NaiveTime::MIN));
        let mut item = Item::new(at, kind, icon, capital(&self.begin_title()));
        item.timed = recorded.is_some();
        for field in &self.definition.fields {
            let Some(value) = self.case.state.values.get(&field.id) else {
                continue;
            };
            let text = field.display(value, self.language);
            let asked = report.is_some_and(|kind| kind.field(&field.id).is_some());
            match field.kind {
                FieldKind::LongText if is_opening_text(self.definition, field) => item.text = text,
                FieldKind::LongText => {}
                _ if asked => item.details.push((short_label(field, self.language), text)),
                _ => {}
            }
        }
        if let Some(revision) = first {
            item.note = self.begin_note(revision, item.timed);
        }
        Some(item)
    }

    fn begin_title(&self) -> String {
        let (definition, language) = (self.definition, self.language);
        match definition.report_kind() {
            Some(kind) => kind.label.text(language).to_owned(),
            None if !definition.has_spells() => definition.begin.label.text(language).to_owned(),
            None => {
                let case = definition.case_words.one.text(language);
                language.say("timeline-begun", &[("case", case.into())])
            }
        }
    }

    /// Who recorded the beginning, when that was later, and why.
    fn begin_note(&self, revision: &Revision, on_the_day: bool) -> String {
        let mut notes = vec![self.recorded_by(revision)];
        if !on_the_day {
            let day = self.language.date(amsterdam(revision).date());
            let day = [("date", day.into())];
            notes.push(self.language.say("timeline-recorded", &day));
        }
        notes.extend(revision.why(self.language));
        notes.retain(|note| !note.is_empty());
        notes.join(" · ")
    }
}

/// Takes the newest revision out of these that has such a change.
fn take_out<'a>(
    revisions: &mut Vec<&'a Revision>,
    has: impl Fn(&Change) -> bool,
) -> Option<&'a Revision> {
    let at = revisions
        .iter()
        .position(|revision| revision.changes.iter().any(&has))?;
    Some(revisions.remove(at))
}
