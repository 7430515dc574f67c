//! Everything that the form of a case asks: its fields, when it began, its status, when and with what outcome it ended.

use chrono::NaiveDate;
use egui::Ui;

use crate::desk::form::case_form::required::mark_required;
use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::field_ids::REASON;
use crate::desk::form::fields::{FieldContext, third};
use crate::desk::form::status_field::status_field;
use crate::desk::kit::density;
use crate::language::{Label, Language};
use crate::register::{BEGIN, Definition, END, Field, FieldKind, SINCE};

/// The inputs of the form. One that ends a case or opens it again begins with that, and has only the fields that are still
/// required.
pub fn fields_ui(
    ui: &mut Ui,
    form: &mut CaseForm,
    definition: &Definition,
    language: Language,
    today: NaiveDate,
) {
    ui.spacing_mut().item_spacing.y = density::gap(ui, 8.0);
    form.move_first_day(definition);
    form.follow(definition, today, language);
    mark_required(form, definition);
    if matches!(form.purpose, Purpose::Finish | Purpose::Reopen) {
        course_ui(ui, form, definition, language, today);
        let asked: Vec<&Field> = definition
            .fields
            .iter()
            .filter(|field| form.still_asks(definition, field))
            .collect();
        fields(form, language, today).fields_ui(ui, asked);
        return;
    }
    let asked = with_course(form, definition);
    fields(form, language, today).fields_ui(ui, &asked);
    if form.ends() {
        let waits = form.waits(definition);
        fields(form, language, today).outcome_ui(ui, definition, waits);
    }
}

/// The fields of the register, and where they belong among them when the case began and ended, and its status.
fn with_course(form: &CaseForm, definition: &Definition) -> Vec<Field> {
    let mut asked = definition.fields.clone();
    let waits = form.waits(definition);
    let begins = (!waits).then(|| day(BEGIN, &definition.begin.label));
    let came = definition.preparation.as_ref();
    let came = came.map(|came| day(SINCE, &came.label));
    let mut course: Vec<Field> = came.into_iter().chain(begins).collect();
    let end = definition.end.as_ref();
    if let Some(end) = end.filter(|_| form.purpose != Purpose::New) {
        course.push(day(END, &end.label));
    }
    // Before what happens next, and who sees to that.
    let next = definition.next_action.iter().map(|next| &next.what);
    let next: Vec<&String> = next.chain(&definition.work.owner).collect();
    let at = asked.iter().position(|field| next.contains(&&field.id));
    let at = at.unwrap_or(asked.len());
    if !form.ends() {
        let stored = form.case.as_ref().map(|case| &case.state);
        let begun = stored.is_some_and(|state| !state.is_before());
        course.extend(status_field(definition, begun));
    }
    asked.splice(at..at, course);
    asked
}

fn day(id: &str, label: &Label) -> Field {
    Field::asked(id, label.clone(), FieldKind::Date)
}

fn fields(form: &mut CaseForm, language: Language, today: NaiveDate) -> FieldContext<'_> {
    FieldContext {
        inputs: &mut form.inputs,
        // Two forms of one register must not share what egui remembers of a field.
        scope: &form.autosave.draft,
        language,
        today,
    }
}

/// When the case ends and with what outcome; or when and why it is opened again.
fn course_ui(
    ui: &mut Ui,
    form: &mut CaseForm,
    definition: &Definition,
    language: Language,
    today: NaiveDate,
) {
    let (purpose, ends, waits) = (form.purpose, form.ends(), form.waits(definition));
    let mut fields = fields(form, language, today);
    let width = third(ui);
    let hint = language.text("date-hint");
    if purpose == Purpose::Reopen {
        let label = language.text("form-reopened-on");
        fields.day_ui(ui, END, &label, &hint, width);
        let width = ui.available_width();
        let hint = language.text("form-reason-hint");
        fields.line_ui(ui, REASON, &language.text("form-reason"), &hint, width);
        return;
    }
    if let Some(end) = &definition.end {
        fields.day_ui(ui, END, end.label.text(language), &hint, width);
    }
    if ends {
        fields.outcome_ui(ui, definition, waits);
    }
}
