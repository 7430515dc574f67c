//! What many cases can be given at once: a status, an owner, a choice, yes or no, and that something is unknown.

use chrono::NaiveDate;

use crate::desk::form::fields::offered;
use crate::desk::kit::fuzzy::matches_prefixes;
use crate::desk::kit::icons;
use crate::desk::parts::finder::Line;
use crate::desk::state::vault::OpenVault;
use crate::language::{Language, folded};
use crate::register::{Definition, Field, FieldKind, Setting, Value};

/// Finds what cases of a register can be given by a few letters of it.
pub struct SettingSearch<'a> {
    /// The open vault.
    pub vault: &'a OpenVault,
    /// The register.
    pub definition: &'a Definition,
    /// The letters that were typed.
    pub typed: &'a str,
    /// Today, on which a choice must be in use.
    pub today: NaiveDate,
    /// The language of the screen.
    pub language: Language,
}

impl SettingSearch<'_> {
    /// The settings that fit what is typed, each with its line in the finder.
    pub fn found(&self) -> Vec<(Setting, Line)> {
        let mut found = self.statuses();
        for field in &self.definition.fields {
            found.extend(self.values_of(field));
        }
        for field in &self.definition.fields {
            found.extend(self.unknown(field));
        }
        found.retain(|(_, line)| matches_prefixes(&line.text, self.typed));
        found
    }

    fn statuses(&self) -> Vec<(Setting, Line)> {
        let label = self.language.text("status");
        let offered = self.definition.statuses.iter();
        let offered = offered.filter(|status| status.choice.offered_on(self.today));
        let settings = offered.map(|status| {
            let text = format!("{label}: {}", status.choice.label.text(self.language));
            // A case is closed with a date and an outcome of its own.
            let detail = match status.open {
                true => String::new(),
                false => self.language.text("bulk-only-ended"),
            };
            let setting = Setting::Status(Some(status.choice.id.clone()));
            (setting, Line::new(icons::EDIT, text).detail(detail))
        });
        settings.collect()
    }

    fn values_of(&self, field: &Field) -> Vec<(Setting, Line)> {
        let label = field.label.text(self.language);
        let mut values = Vec::new();
        if self.is_owner(field) {
            let owners = self.owners(label).into_iter();
            values.extend(owners.map(|name| (Value::Text(name.clone()), name)));
        }
        values.extend(choosable(field, self.today, self.language));
        let settings = values.into_iter().map(|(value, words)| {
            let setting = Setting::Field {
                id: field.id.clone(),
                value: Some(value),
            };
            let text = format!("{label}: {words}");
            (setting, Line::new(icons::EDIT, text))
        });
        settings.collect()
    }

    fn unknown(&self, field: &Field) -> Option<(Setting, Line)> {
        let is_chosen = matches!(
            field.kind,
            FieldKind::Choice | FieldKind::Choices | FieldKind::YesNo
        );
        if !is_chosen && !self.is_owner(field) {
            return None;
        }
        let unknown = self.language.text("unknown").to_lowercase();
        let text = format!("{}: {unknown}", field.label.text(self.language));
        let setting = Setting::Field {
            id: field.id.clone(),
            value: None,
        };
        Some((setting, Line::new(icons::EDIT, text)))
    }

    fn is_owner(&self, field: &Field) -> bool {
        self.definition.work.owner.as_ref() == Some(&field.id)
    }

    /// The names of owners that are offered: the user, those that occur, and the one that is typed. `label` is that of the
    /// field, which may be typed before the name: "behandelaar jansen".
    fn owners(&self, label: &str) -> Vec<String> {
        let mut names = vec![self.vault.actor.clone()];
        names.extend_from_slice(self.vault.owners_in(&self.definition.id));
        let typed = self.typed.trim();
        let begin = typed
            .get(..label.len())
            .filter(|begin| folded(begin) == folded(label));
        let name = begin.map_or(typed, |begin| typed[begin.len()..].trim_matches([':', ' ']));
        if !name.is_empty() {
            names.push(name.to_owned());
        }
        let mut known = Vec::new();
        names.retain(|name| {
            let new = !known.contains(&folded(name));
            known.push(folded(name));
            new
        });
        names
    }
}

/// The values that a field can be given by choosing one, each in words.
fn choosable(field: &Field, today: NaiveDate, language: Language) -> Vec<(Value, String)> {
    let choices = offered(&field.choices, None, today, language).into_iter();
    match field.kind {
        FieldKind::YesNo => [(true, "yes"), (false, "no")]
            .map(|(yes, id)| (Value::YesNo(yes), language.text(id)))
            .to_vec(),
        FieldKind::Choice => choices
            .map(|choice| (Value::Choice(choice.id), choice.label))
            .collect(),
        FieldKind::Choices => choices
            .map(|choice| (Value::Choices([choice.id].into()), choice.label))
            .collect(),
        _ => Vec::new(),
    }
}
