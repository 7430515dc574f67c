//! The form of a case: its fields, and its course: when it began, where it stands, when and with what it ended.

use chrono::NaiveDate;
use egui::Ui;

use crate::desk::form::case_form::{CaseForm, Purpose, REASON};
use crate::desk::form::fields::{FieldContext, offered, third};
use crate::desk::form::required::mark_required;
use crate::desk::kit::choice_field::ChoiceOption;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::language::Language;
use crate::register::{BEGIN, Definition, END, Field, OUTCOME, STATUS};

/// Everything that is asked of a case.
pub fn case_form_ui(
    ui: &mut Ui,
    form: &mut CaseForm,
    definition: &Definition,
    language: Language,
    today: NaiveDate,
) {
    ui.spacing_mut().item_spacing.y = 14.0;
    mark_required(form, definition);
    if matches!(form.purpose, Purpose::Finish | Purpose::Reopen) {
        course_ui(ui, form, definition, language, today);
        let asked: Vec<&Field> = definition
            .fields
            .iter()
            .filter(|field| form.still_asks(field))
            .collect();
        typing(form, language, today).fields_ui(ui, asked);
        return;
    }
    typing(form, language, today).fields_ui(ui, &definition.fields);
    ui.add_space(6.0);
    let heading = language.text("form-course");
    label_ui(ui, heading, theme::heading(), Palette::of(ui).ink);
    course_ui(ui, form, definition, language, today);
}

fn typing(form: &mut CaseForm, language: Language, today: NaiveDate) -> FieldContext<'_> {
    FieldContext {
        inputs: &mut form.inputs,
        // Two forms of one register must not share what egui remembers of a field.
        scope: &form.autosave.draft,
        language,
        today,
    }
}

fn course_ui(
    ui: &mut Ui,
    form: &mut CaseForm,
    definition: &Definition,
    language: Language,
    today: NaiveDate,
) {
    let changes = matches!(form.purpose, Purpose::New | Purpose::Change);
    let (purpose, ends) = (form.purpose, form.ends());
    let mut typing = typing(form, language, today);
    let width = third(ui);
    let hint = language.text("date-hint");
    if purpose == Purpose::Reopen {
        let label = language.text("form-reopened-on");
        typing.day_ui(ui, END, &label, &hint, width);
        let width = ui.available_width();
        let hint = language.text("form-reason-hint");
        typing.line_ui(ui, REASON, &language.text("form-reason"), &hint, width);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        if changes {
            let label = definition.begin.label.text(language);
            typing.day_ui(ui, BEGIN, label, &hint, width);
        }
        let end = definition.end.as_ref();
        if let Some(end) = end.filter(|_| purpose != Purpose::New) {
            let hint = language.text("form-end-hint");
            typing.day_ui(ui, END, end.label.text(language), &hint, width);
        }
    });
    if ends {
        outcome_ui(ui, &mut typing, definition);
    } else if changes {
        status_ui(ui, &mut typing, definition);
    }
}

fn outcome_ui(ui: &mut Ui, typing: &mut FieldContext<'_>, definition: &Definition) {
    let Some(outcome) = &definition.outcome else {
        return;
    };
    let language = typing.language;
    let chosen = typing.inputs.chosen.get(OUTCOME);
    let options = offered(&outcome.choices, chosen, typing.today, language);
    typing.chosen_ui(ui, OUTCOME, outcome.label.text(language), &options, false);
    let ended = typing.inputs.choice(OUTCOME).cloned();
    for flag in &outcome.flags {
        if ended
            .as_ref()
            .is_some_and(|outcome| flag.of.contains(outcome))
        {
            typing.yes_no_ui(ui, &flag.id, flag.label.text(language));
        }
    }
}

/// The statuses a running case can stand at; where there is only one, there is nothing to choose.
pub fn status_ui(ui: &mut Ui, typing: &mut FieldContext<'_>, definition: &Definition) {
    let language = typing.language;
    let open = definition.statuses.iter().filter(|status| status.open);
    let open: Vec<ChoiceOption> = open
        .filter(|status| status.choice.is_current())
        .map(|status| ChoiceOption::new(&status.choice.id, status.choice.label.text(language)))
        .collect();
    if open.len() > 1 {
        typing.chosen_ui(ui, STATUS, &language.text("status"), &open, false);
    }
}
