//! What changed of a case, in words: on its timeline, in a preview, and where a change cannot be undone.

use super::fault::CaseProblem;
use crate::language::{Explain, Language};
use crate::register::case::case_file::{Change, Spell, Withdrawn};
use crate::register::case::value::Value;
use crate::register::definition::register::Definition;

impl Definition {
    /// One change of a revision as a line: what, and from what to what. Something that was unknown only says what it is now.
    pub fn change_line(&self, change: &Change, language: Language) -> (String, String) {
        let what = self.changed_thing(change, language);
        let after = self.became(change, language);
        let line = match self.both_sides(change, language).0 {
            None => after,
            Some(before) => format!("{before} → {after}"),
        };
        (what, line)
    }

    /// What cannot be about a case as a line: where, and why.
    pub fn problem_line(&self, problem: &CaseProblem, language: Language) -> String {
        let field = self.field(&problem.subject);
        let label = field.map(|field| field.label.text(language).to_owned());
        let label = label.unwrap_or_else(|| language.text("status"));
        format!("{label}: {}", problem.fault.explain(language))
    }

    /// What something is since this change.
    pub fn became(&self, change: &Change, language: Language) -> String {
        match change {
            Change::Entry { before, after } => {
                let id = match (before, after.withdrawn) {
                    (_, true) => "entry-withdrawn",
                    (None, false) => "entry-added",
                    (Some(_), false) => "entry-changed",
                };
                language.text(id)
            }
            Change::Moved { .. } => language.text("entry-moved"),
            _ => {
                let after = self.both_sides(change, language).1;
                after.unwrap_or_else(|| language.text("unknown").to_lowercase())
            }
        }
    }

    /// What a change is about: a field, the status, the course, or a kind of entry.
    pub fn changed_thing(&self, change: &Change, language: Language) -> String {
        let named = |id: &str, label: Option<&str>| label.unwrap_or(id).to_owned();
        match change {
            Change::Field { id, .. } => {
                named(id, self.field(id).map(|field| field.label.text(language)))
            }
            Change::Status { .. } => language.text("status"),
            Change::Spells { .. } => language.text("duration"),
            Change::Preparation { .. } => match &self.preparation {
                Some(words) => words.label.text(language).to_owned(),
                None => language.text("duration"),
            },
            Change::Withdrawn { .. } => language.text("change-withdrawn"),
            Change::Moved { .. } => language.text("change-moved"),
            Change::Entry { after, .. } => {
                let kind = self.entry_kind(&after.kind);
                named(&after.kind, kind.map(|kind| kind.label.text(language)))
            }
        }
    }

    /// How it was and how it became, in words; nothing where that is unknown. Of an entry there are no words as short as these.
    pub fn both_sides(
        &self,
        change: &Change,
        language: Language,
    ) -> (Option<String>, Option<String>) {
        match change {
            Change::Field { id, before, after } => {
                let field = self.field(id);
                let text = |value: &Option<Value>| {
                    let value = value.as_ref()?;
                    Some(
                        field
                            .map_or_else(|| "…".to_owned(), |field| field.display(value, language)),
                    )
                };
                (text(before), text(after))
            }
            Change::Status { before, after } => {
                let text = |id: &Option<String>| {
                    let id = id.as_ref()?;
                    let status = self.status(id);
                    let label = status.map(|status| status.choice.label.text(language));
                    Some(label.unwrap_or(id).to_owned())
                };
                (text(before), text(after))
            }
            Change::Spells { before, after } => {
                let text = |spells: &[Spell]| {
                    (!spells.is_empty()).then(|| self.spells_line(spells, language))
                };
                (text(before), text(after))
            }
            Change::Preparation { before, after } => {
                let text = |spell: &Option<Spell>| {
                    let spell = std::slice::from_ref(spell.as_ref()?);
                    Some(self.spells_line(spell, language))
                };
                (text(before), text(after))
            }
            Change::Withdrawn { before, after } => {
                let text = |withdrawn: &Option<Withdrawn>| {
                    language.text(match withdrawn {
                        None => "case-counts",
                        Some(Withdrawn::TakenBack) => "case-taken-back",
                        Some(Withdrawn::MergedInto(_)) => "case-merged",
                    })
                };
                (Some(text(before)), Some(text(after)))
            }
            Change::Entry { .. } | Change::Moved { .. } => (None, None),
        }
    }

    /// The spells of a case on one line: `03-01-2024 – 05-02-2024 (bemiddeld), 01-03-2024 –`.
    pub fn spells_line(&self, spells: &[Spell], language: Language) -> String {
        let spell = |spell: &Spell| {
            let opened = language.date(spell.opened);
            let Some(closing) = &spell.closed else {
                return match self.has_spells() {
                    true => language.say("spell-since", &[("date", opened.into())]),
                    false => opened,
                };
            };
            let outcome = closing
                .outcome
                .as_ref()
                .and_then(|id| self.outcome.as_ref()?.choice(id))
                .map_or_else(String::new, |choice| {
                    format!(" ({})", choice.label.text(language).to_lowercase())
                });
            format!("{opened} – {}{outcome}", language.date(closing.date))
        };
        spells.iter().map(spell).collect::<Vec<_>>().join(", ")
    }
}
