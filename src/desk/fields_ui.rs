//! The fields of a form, made from the definition: short ones side by side, choices as options, each with its fault.

use std::collections::BTreeSet;

use egui::{Id, Margin, Response, Ui};

use super::choice::{Offered, choice_ui};
use super::form::{Form, Purpose, part_id};
use super::theme::{self, Palette};
use super::widgets::{labelled, mark_fault, say, text_field};
use crate::language::Language;
use crate::register::{
    AddressPart, BEGIN, Choice, Definition, END, Field, FieldKind, OUTCOME, STATUS, Sensitivity,
};

/// All fields, in sections, short ones side by side.
pub fn fields_ui(ui: &mut Ui, form: &mut Form, definition: &Definition, language: Language) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 14.0;
    if form.purpose == Purpose::Finish || form.purpose == Purpose::Reopen {
        course_ui(ui, form, definition, language);
        let mut waiting: Vec<&Field> = Vec::new();
        for field in &definition.fields {
            if form.still_asks(field) {
                field_ui(ui, form, field, definition, &mut waiting, language);
            }
        }
        short_fields_ui(ui, form, &mut waiting, language);
        return;
    }
    let mut waiting: Vec<&Field> = Vec::new();
    for (at, field) in definition.fields.iter().enumerate() {
        if let Some(section) = &field.section {
            short_fields_ui(ui, form, &mut waiting, language);
            if at > 0 {
                ui.add_space(6.0);
            }
            say(ui, section.text(language), theme::heading(), palette.ink);
        }
        field_ui(ui, form, field, definition, &mut waiting, language);
    }
    short_fields_ui(ui, form, &mut waiting, language);
    ui.add_space(6.0);
    say(
        ui,
        language.text("form-course"),
        theme::heading(),
        palette.ink,
    );
    course_ui(ui, form, definition, language);
}

/// One field; a short one waits until its row is full.
fn field_ui<'a>(
    ui: &mut Ui,
    form: &mut Form,
    field: &'a Field,
    definition: &Definition,
    waiting: &mut Vec<&'a Field>,
    language: Language,
) {
    let short = match field.kind {
        FieldKind::Text
        | FieldKind::Person
        | FieldKind::Date
        | FieldKind::BirthDate
        | FieldKind::DateTime
        | FieldKind::Number => true,
        FieldKind::LongText
        | FieldKind::Address
        | FieldKind::Choice
        | FieldKind::Choices
        | FieldKind::YesNo => false,
    };
    if short {
        waiting.push(field);
        if waiting.len() == 3 {
            short_fields_ui(ui, form, waiting, language);
        }
        return;
    }
    short_fields_ui(ui, form, waiting, language);
    match field.kind {
        FieldKind::Address => address_ui(ui, form, field, definition, language),
        FieldKind::LongText => long_text_ui(ui, form, field, language),
        FieldKind::YesNo => {
            yes_no_ui(ui, form, &field.id, field.label.text(language), language);
        }
        _ => {
            let several = field.kind == FieldKind::Choices;
            let label = field.label.text(language);
            let options = offered(&field.choices, form.chosen.get(&field.id), language);
            chosen_ui(ui, form, &field.id, label, &options, several);
        }
    }
}

/// When it began, where it stands, when and with what it ended.
fn course_ui(ui: &mut Ui, form: &mut Form, definition: &Definition, language: Language) {
    let changes = matches!(form.purpose, Purpose::New | Purpose::Change);
    let width = third(ui);
    if form.purpose == Purpose::Reopen {
        let label = language.text("form-reopened-on");
        line_ui(ui, form, END, &label, &language.text("date-hint"), width);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        if changes {
            line_ui(
                ui,
                form,
                BEGIN,
                definition.begin.label.text(language),
                &language.text("date-hint"),
                width,
            );
        }
        if let Some(end) = definition
            .end
            .as_ref()
            .filter(|_| form.purpose != Purpose::New)
        {
            let hint = language.text("form-end-hint");
            line_ui(ui, form, END, end.label.text(language), &hint, width);
        }
    });
    if form.ends() {
        if let Some(outcome) = &definition.outcome {
            let options = offered(&outcome.choices, form.chosen.get(OUTCOME), language);
            chosen_ui(
                ui,
                form,
                OUTCOME,
                outcome.label.text(language),
                &options,
                false,
            );
            let ended = form
                .chosen
                .get(OUTCOME)
                .and_then(|ids| ids.first())
                .cloned();
            for flag in &outcome.flags {
                if ended
                    .as_ref()
                    .is_some_and(|outcome| flag.of.contains(outcome))
                {
                    yes_no_ui(ui, form, &flag.id, flag.label.text(language), language);
                }
            }
        }
    } else if changes
        && definition
            .statuses
            .iter()
            .filter(|status| status.open)
            .count()
            > 1
    {
        let open: Vec<Offered> = definition
            .statuses
            .iter()
            .filter(|status| status.open && !status.choice.retired)
            .map(|status| {
                (
                    status.choice.id.clone(),
                    status.choice.label.text(language).to_owned(),
                )
            })
            .collect();
        chosen_ui(ui, form, STATUS, &language.text("status"), &open, false);
    }
}

/// The choices that are offered: those not retired, and what was chosen before.
fn offered(
    choices: &[Choice],
    chosen: Option<&BTreeSet<String>>,
    language: Language,
) -> Vec<Offered> {
    let kept = |choice: &&Choice| {
        !choice.retired || chosen.is_some_and(|chosen| chosen.contains(&choice.id))
    };
    let offer = |choice: &Choice| (choice.id.clone(), choice.label.text(language).to_owned());
    choices.iter().filter(kept).map(offer).collect()
}

fn third(ui: &Ui) -> f32 {
    ((ui.available_width() - 24.0) / 3.0).floor()
}

fn field_id(form: &Form, id: &str) -> Id {
    Id::unique(("form", &form.register, id))
}

fn short_fields_ui(ui: &mut Ui, form: &mut Form, waiting: &mut Vec<&Field>, language: Language) {
    if waiting.is_empty() {
        return;
    }
    let width = third(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for field in waiting.drain(..) {
            let hint = match field.kind {
                FieldKind::Date | FieldKind::BirthDate => language.text("date-hint"),
                FieldKind::DateTime => language.text("date-time-hint"),
                _ => String::new(),
            };
            line_ui(
                ui,
                form,
                &field.id,
                field.label.text(language),
                &hint,
                width,
            );
        }
    });
}

/// One line of text.
fn line_ui(
    ui: &mut Ui,
    form: &mut Form,
    id: &str,
    label: &str,
    hint: &str,
    width: f32,
) -> Response {
    let widget = field_id(form, id);
    let fault = form.faults.get(id).cloned();
    let text = form.texts.entry(id.to_owned()).or_default();
    let response = text_field(ui, widget, label, text, hint, fault.as_deref(), width);
    keep_focus(form, id, &response);
    form.touched |= response.changed();
    response
}

/// Gives the keyboard to the field that had it last, or else to the first one.
fn keep_focus(form: &mut Form, id: &str, response: &Response) {
    let wanted = form.at.as_deref().is_none_or(|at| at == id);
    if form.take_focus && wanted {
        form.take_focus = false;
        response.request_focus();
        // The frame that gives the keyboard away does not show it yet.
        response.ctx.request_repaint();
    }
    // While the keyboard is on its way to another field, the one that still has it says nothing.
    if response.has_focus() && !form.take_focus {
        form.at = Some(id.to_owned());
    }
    // A form is longer than most windows: what Tab comes to comes into view.
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

fn address_ui(
    ui: &mut Ui,
    form: &mut Form,
    field: &Field,
    definition: &Definition,
    language: Language,
) {
    let mut postcode_typed = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for (name, part) in AddressPart::ALL {
            let (width, hint) = match part {
                AddressPart::Postcode => (120.0, "1234 AB"),
                AddressPart::Number => (110.0, ""),
                AddressPart::Addition => (110.0, ""),
                AddressPart::Street => (ui.available_width().max(120.0), ""),
            };
            let label = language.text(&format!("address-{name}"));
            let id = part_id(&field.id, name);
            let response = line_ui(ui, form, &id, &label, hint, width);
            postcode_typed |= part == AddressPart::Postcode && response.changed();
        }
    });
    if postcode_typed {
        form.suggest_district(definition);
    }
}

fn long_text_ui(ui: &mut Ui, form: &mut Form, field: &Field, language: Language) {
    let id = field_id(form, &field.id);
    let width = ui.available_width();
    let fault = form.faults.get(&field.id).cloned();
    let text = form.texts.entry(field.id.clone()).or_default();
    let label = match field.sensitivity {
        Sensitivity::Police => {
            format!(
                "{} ({})",
                field.label.text(language),
                language.text("police-hint")
            )
        }
        _ => field.label.text(language).to_owned(),
    };
    let response = labelled(ui, &label, fault.as_deref(), width, |ui| {
        if fault.is_some() {
            mark_fault(ui);
        }
        let edit = egui::TextEdit::multiline(text)
            .id(id)
            .desired_rows(4)
            .desired_width(width)
            .margin(Margin::symmetric(10, 8));
        ui.add(edit)
    });
    keep_focus(form, &field.id, &response);
    form.touched |= response.changed();
}

fn yes_no_ui(ui: &mut Ui, form: &mut Form, id: &str, label: &str, language: Language) {
    let options =
        [("ja", "yes"), ("nee", "no")].map(|(id, text)| (id.to_owned(), language.text(text)));
    chosen_ui(ui, form, id, label, &options, false);
}

fn chosen_ui(
    ui: &mut Ui,
    form: &mut Form,
    id: &str,
    label: &str,
    options: &[Offered],
    several: bool,
) {
    let widget = field_id(form, id);
    let width = ui.available_width();
    let fault = form.faults.get(id).cloned();
    let chosen = form.chosen.entry(id.to_owned()).or_default();
    let response = labelled(ui, label, fault.as_deref(), width, |ui| {
        choice_ui(ui, widget, label, options, chosen, several)
    });
    keep_focus(form, id, &response);
    form.touched |= response.changed();
}
