//! Which fields of a case form have to be filled in, so that a screen reader can say so beforehand.

use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::field_ids::REASON;
use crate::register::{BEGIN, Definition, END, Field, OUTCOME, RequiredFrom, SINCE, STATUS};

/// Marks the fields that have to be filled in as the form stands now: with the status and the end that are typed.
pub fn mark_required(form: &mut CaseForm, definition: &Definition) {
    let place = |id: &String| {
        let mut statuses = definition.statuses.iter();
        statuses.position(|status| status.choice.id == *id)
    };
    let reached = form.inputs.choice(STATUS).and_then(place);
    let ends = form.ends();
    let waits = form.waits(definition);
    let prepared = !form.inputs.text(SINCE).is_empty();
    let is_required = |field: &&Field| match &field.required_from {
        None => false,
        Some(RequiredFrom::Typing) => form.purpose == Purpose::New,
        Some(RequiredFrom::Begin) => !waits,
        Some(RequiredFrom::Unprepared) => !waits && !prepared,
        Some(RequiredFrom::Status(_) | RequiredFrom::End) if waits => false,
        Some(RequiredFrom::Status(from)) => ends || (reached.is_some() && reached >= place(from)),
        Some(RequiredFrom::End) => ends,
    };
    form.inputs.required.clear();
    for field in definition.fields.iter().filter(is_required) {
        form.inputs.require(field);
    }
    let of_course: &[&str] = match form.purpose {
        Purpose::New | Purpose::Change if waits && ends => &[SINCE, OUTCOME],
        Purpose::New | Purpose::Change if waits => &[SINCE],
        Purpose::New | Purpose::Change if ends => &[BEGIN, OUTCOME],
        Purpose::New | Purpose::Change => &[BEGIN],
        Purpose::Finish => &[END, OUTCOME],
        Purpose::Reopen => &[END, REASON],
    };
    let of_course = of_course.iter().map(|id| (*id).to_owned());
    form.inputs.required.extend(of_course);
}
