//! The title, the summary and the status of a case, as texts.

use chrono::NaiveDate;

use crate::desk::kit::widgets::Tone;
use crate::language::Language;
use crate::register::{CaseFile, CaseState, Definition};

/// The title of a case, made of its values by the definition; without such values its number.
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

/// The line below the title: up to three of its choices, and since when it is open.
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

/// The tag with the status of a case. A closed case says that it is closed, whatever status it was left at.
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
