//! The title, the summary and the status of a case, as texts.

use chrono::NaiveDate;

use crate::desk::kit::widgets::Tone;
use crate::language::Language;
use crate::register::{Address, CaseFile, CaseState, Definition, Field};

/// The title of a case, made of its values by the definition; without such values its number.
pub fn title(definition: &Definition, case: &CaseFile) -> String {
    let title = definition.title_of(&case.state);
    title.unwrap_or_else(|| case.number.clone())
}

/// The title of a case in few words: an address without its postcode where the street is known.
pub fn short_title(definition: &Definition, case: &CaseFile) -> String {
    let title = title(definition, case);
    match definition.address_of(&case.state) {
        Some(address) if !address.street.is_empty() && title == address.line() => {
            let short = Address {
                postcode: String::new(),
                ..address.clone()
            };
            short.line()
        }
        _ => title,
    }
}

/// The district of a case: the choice that a postcode suggests.
pub fn district(definition: &Definition, case: &CaseFile, language: Language) -> Option<String> {
    let field = definition.district_field()?;
    let value = case.state.values.get(&field.id)?;
    Some(field.display(value, language))
}

/// The line below the title: up to three of its choices, and since when it is open.
pub fn summary(definition: &Definition, case: &CaseFile, language: Language) -> String {
    let choices = definition.fields.iter().filter(|field| is_told(field));
    let mut parts: Vec<String> = choices
        .filter_map(|field| Some(field.display(case.state.values.get(&field.id)?, language)))
        .take(3)
        .collect();
    parts.extend(since(definition, case, language));
    parts.join(" · ")
}

/// What a case is about, beside its title and its district: two of its choices. A choice that another one says more
/// of is left out, as "housing association" is where its name follows.
pub fn about(definition: &Definition, case: &CaseFile, language: Language) -> Vec<String> {
    let district = definition.district_field().map(|field| &field.id);
    let known = |field: &&Field| case.state.values.contains_key(&field.id);
    let known: Vec<&Field> = definition.fields.iter().filter(known).collect();
    let said_by_another = |field: &Field| {
        let mut others = known.iter();
        others.any(|other| {
            let only = other.only_with.as_ref();
            is_told(other) && only.is_some_and(|only| only.field == field.id)
        })
    };
    known
        .iter()
        .filter(|field| is_told(field) && Some(&field.id) != district)
        .filter(|field| !said_by_another(field))
        .filter_map(|field| Some(field.display(case.state.values.get(&field.id)?, language)))
        .take(2)
        .collect()
}

/// Since when a case is open, or when it happened.
pub fn since(definition: &Definition, case: &CaseFile, language: Language) -> Option<String> {
    let id = match definition.has_spells() {
        true => "case-since",
        false => "case-on",
    };
    let id = if case.state.is_before() {
        "case-came"
    } else {
        id
    };
    let date = language.date(case.state.came()?);
    Some(language.say(id, &[("date", date.into())]))
}

/// Whether a field says in a word what a case is about.
fn is_told(field: &Field) -> bool {
    field.counted && field.kind.has_choices()
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
