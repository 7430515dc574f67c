//! How a case is called and where it stands, in words.

use chrono::NaiveDate;

use super::widgets::Tone;
use crate::language::Language;
use crate::register::{CaseFile, CaseState, Change, Definition, Spell, Value};

/// What a case is called by what is known of it, or else by its number.
pub fn title(definition: &Definition, case: &CaseFile) -> String {
    let title = definition.title_of(&case.state);
    title.unwrap_or_else(|| case.number.clone())
}

/// The district of a case: the choice that a postcode suggests.
pub fn district(definition: &Definition, case: &CaseFile, language: Language) -> Option<String> {
    let field = definition.district_field()?;
    let value = case.state.values.get(&field.id)?;
    Some(field.display(value, language))
}

/// The line below the title: the counted choices that are known, and since when.
pub fn summary(definition: &Definition, case: &CaseFile, language: Language) -> String {
    let choices = definition
        .fields
        .iter()
        .filter(|field| field.counted && field.kind.has_choices());
    let mut parts: Vec<String> = choices
        .filter_map(|field| Some(field.display(case.state.values.get(&field.id)?, language)))
        .take(3)
        .collect();
    if let Some(opened) = case.state.opened() {
        let id = if definition.has_spells() {
            "case-since"
        } else {
            "case-on"
        };
        parts.push(language.say(id, &[("date", language.date(opened).into())]));
    }
    parts.join(" · ")
}

/// The tag of a case's status. A case that ended says so whatever its status was left at.
pub fn status_tag(
    definition: &Definition,
    state: &CaseState,
    today: NaiveDate,
    language: Language,
) -> (String, Tone) {
    let first = definition.first_status(true).map(|first| &first.choice.id);
    let tone = match definition.standing(state, today) {
        (true, Some(status)) if first == Some(&status.choice.id) => Tone::Quiet,
        (true, _) => Tone::Accent,
        (false, _) => Tone::Ok,
    };
    (definition.standing_words(state, today, language), tone)
}

/// One change of a revision as a line: what, from, to.
pub fn change_line(
    definition: &Definition,
    change: &Change,
    language: Language,
) -> (String, String) {
    let unknown = || language.text("unknown").to_lowercase();
    let arrow = |before: String, after: String| format!("{before} → {after}");
    match change {
        Change::Field { id, before, after } => {
            let field = definition.field(id);
            let label = field.map_or(id.as_str(), |field| field.label.text(language));
            let text = |value: &Option<Value>| match (value, field) {
                (Some(value), Some(field)) => field.display(value, language),
                (Some(_), None) => "…".to_owned(),
                (None, _) => unknown(),
            };
            let line = match before {
                None => text(after),
                Some(_) => arrow(text(before), text(after)),
            };
            (label.to_owned(), line)
        }
        Change::Status { before, after } => {
            let text = |id: &Option<String>| match id {
                Some(id) => definition.status(id).map_or_else(
                    || id.clone(),
                    |status| status.choice.label.text(language).to_owned(),
                ),
                None => unknown(),
            };
            let line = match before {
                None => text(after),
                Some(_) => arrow(text(before), text(after)),
            };
            (language.text("status"), line)
        }
        Change::Spells { before, after } => {
            let line = match before.is_empty() {
                true => spells_line(definition, after, language),
                false => arrow(
                    spells_line(definition, before, language),
                    spells_line(definition, after, language),
                ),
            };
            (language.text("duration"), line)
        }
        Change::Entry { before, after } => {
            let kind = definition.entry_kind(&after.kind);
            let label = kind.map_or(after.kind.as_str(), |kind| kind.label.text(language));
            let id = match (before, after.withdrawn) {
                (_, true) => "entry-withdrawn",
                (None, false) => "entry-added",
                (Some(_), false) => "entry-changed",
            };
            (label.to_owned(), language.text(id))
        }
    }
}

/// The spells of a case on one line: `03-01-2024 – 05-02-2024 (bemiddeld), 01-03-2024 –`.
pub fn spells_line(definition: &Definition, spells: &[Spell], language: Language) -> String {
    let spell = |spell: &Spell| {
        let opened = language.date(spell.opened);
        let Some(closing) = &spell.closed else {
            return match definition.has_spells() {
                true => language.say("spell-since", &[("date", opened.into())]),
                false => opened,
            };
        };
        let outcome = closing
            .outcome
            .as_ref()
            .and_then(|id| definition.outcome.as_ref()?.choice(id))
            .map_or_else(String::new, |choice| {
                format!(" ({})", choice.label.text(language).to_lowercase())
            });
        format!("{opened} – {}{outcome}", language.date(closing.date))
    };
    spells.iter().map(spell).collect::<Vec<_>>().join(", ")
}
