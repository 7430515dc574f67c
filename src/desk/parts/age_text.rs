//! What is said where a case says otherwise than somebody's birth date.

use crate::language::Language;
use crate::register::{CaseState, Definition, Field};

/// How old somebody was when the case began, where this field says otherwise; none where it does not.
pub fn contradicted_text(
    definition: &Definition,
    field: &Field,
    state: &CaseState,
    language: Language,
) -> Option<String> {
    let age = definition.contradicted_age(field, state)?;
    let (years, on) = (i64::from(age.years), language.date(age.on));
    Some(language.say(
        "age-says-otherwise",
        &[("years", years.into()), ("day", on.into())],
    ))
}
