//! The form on the screen, made from the definition: one form serves every register.

use std::sync::Arc;

use egui::{Id, Margin, Response, ScrollArea, Ui, vec2};

use super::choice::{Offered, choice_ui};
use super::command::Command;
use super::form::{Form, Purpose, part_id};
use super::icons;
use super::model::Model;
use super::theme::{self, Palette};
use super::widgets::{Press, Tone, card, labelled, mark_fault, notice, say, text_field, words};
use super::{case_text, shell};
use crate::language::Language;
use crate::register::{
    AddressPart, BEGIN, CaseState, Choice, Definition, END, Field, FieldKind, OUTCOME, STATUS,
    Sensitivity,
};

/// What the user did with a conflict.
enum Settled {
    /// What was typed goes over what was stored meanwhile.
    Apply,
    /// What was stored meanwhile stays.
    Keep,
}

/// The page of a form.
pub fn form_ui(ui: &mut Ui, form: &mut Form, model: &mut Model, definition: &Arc<Definition>) {
    let language = model.language;
    shell::page_header(
        ui,
        &heading(form, definition, language),
        &subtitle(form, language),
        |ui| {
            let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
            let shortcut =
                |command: &Command| registers.as_ref().and_then(|known| command.shortcut(known));
            let label = language.text("command-save");
            let save = Press::new(&label).shortcut(shortcut(&Command::Save));
            if save.enabled(!form.saving).primary(ui).clicked() {
                model.commands.push(Command::Save);
            }
            let label = language.text("command-close");
            let close = Press::new(&label).shortcut(shortcut(&Command::Close));
            if close.button(ui).clicked() {
                model.commands.push(Command::Close);
            }
        },
    );
    if let Some(settled) = conflict_ui(ui, form, definition, language) {
        settle(form, definition, &settled, model);
    }
    let wide = ui.available_width() > 980.0;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            let hints = if wide { 300.0 + theme::GAP } else { 0.0 };
            let width = (ui.available_width() - hints - 12.0).min(860.0);
            ui.vertical(|ui| {
                ui.set_width(width);
                card(ui, Margin::same(20), |ui| {
                    ui.set_width(width - 42.0);
                    fields_ui(ui, form, definition, language);
                });
                ui.add_space(theme::PAGE);
            });
            if wide {
                ui.vertical(|ui| hints_ui(ui, definition, language));
            }
        });
    });
    form.take_focus = false;
}

fn heading(form: &Form, definition: &Definition, language: Language) -> String {
    let number = form.case.as_ref().map_or("", |case| case.number.as_str());
    let id = match form.purpose {
        Purpose::New => return definition.case_words.new.text(language).to_owned(),
        Purpose::Change => "form-change",
        Purpose::Finish => "form-finish",
        Purpose::Reopen => "form-reopen",
    };
    language.say(id, &[("number", number.into())])
}

fn subtitle(form: &Form, language: Language) -> String {
    let id = match (form.saving, form.faults.len(), form.purpose) {
        (true, _, _) => "form-saving",
        (_, 1.., _) => "form-has-faults",
        (_, _, Purpose::New) => "form-not-counted-yet",
        _ => "form-not-saved-yet",
    };
    language.say(id, &[("count", (form.faults.len() as i64).into())])
}

/// Shows what was stored meanwhile beside what was typed, and asks.
fn conflict_ui(
    ui: &mut Ui,
    form: &Form,
    definition: &Definition,
    language: Language,
) -> Option<Settled> {
    let stored = form.conflict.as_ref()?;
    let before = &form.case.as_ref()?.state;
    let palette = Palette::of(ui);
    let mut settled = None;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(ui.available_width());
        let arguments = [("number", stored.number.as_str().into())];
        notice(
            ui,
            icons::WARNING,
            &language.say("conflict", &arguments),
            Tone::Warn,
        );
        for change in before.changes_to(&stored.state) {
            let (label, line) = case_text::change_line(definition, &change, language);
            words(
                ui,
                &[
                    (&format!("{label}  "), theme::label(), palette.mute),
                    (&line, theme::body(), palette.ink),
                ],
            );
        }
        ui.horizontal(|ui| {
            if Press::new(&language.text("conflict-apply"))
                .button(ui)
                .clicked()
            {
                settled = Some(Settled::Apply);
            }
            if Press::new(&language.text("conflict-keep"))
                .button(ui)
                .clicked()
            {
                settled = Some(Settled::Keep);
            }
        });
    });
    ui.add_space(theme::GAP);
    settled
}

fn settle(form: &mut Form, definition: &Definition, settled: &Settled, model: &mut Model) {
    let Some(stored) = form.conflict.take() else {
        return;
    };
    let today = model.clock.today();
    match settled {
        Settled::Keep => {
            form.touched = false;
            model.commands.push(Command::Close);
        }
        Settled::Apply => {
            let before: CaseState = form
                .case
                .as_ref()
                .map(|case| case.state.clone())
                .unwrap_or_default();
            let Some(mine) = form.write(definition, today, model.language) else {
                return;
            };
            // Only what was changed here goes over the other version; the rest of it stays.
            let mut merged = *stored.clone();
            merged.state = stored.state.clone().with(&before.changes_to(&mine.state));
            let mut next = Form::of_case(definition, merged, Purpose::Change, today);
            next.case = Some(*stored);
            next.touched = true;
            *form = next;
            model.commands.push(Command::Save);
        }
    }
}

/// All fields, in sections, short ones side by side.
fn fields_ui(ui: &mut Ui, form: &mut Form, definition: &Definition, language: Language) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 14.0;
    if form.purpose == Purpose::Finish || form.purpose == Purpose::Reopen {
        course_ui(ui, form, definition, language);
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
                short_fields_ui(ui, form, &mut waiting, language);
            }
            continue;
        }
        short_fields_ui(ui, form, &mut waiting, language);
        match field.kind {
            FieldKind::Address => address_ui(ui, form, field, definition, language),
            FieldKind::LongText => long_text_ui(ui, form, field, language),
            FieldKind::YesNo => {
                yes_no_ui(ui, form, &field.id, field.label.text(language), language)
            }
            _ => {
                let several = field.kind == FieldKind::Choices;
                let label = field.label.text(language);
                let options = offered(&field.choices, form.chosen.get(&field.id), language);
                chosen_ui(ui, form, &field.id, label, &options, several);
            }
        }
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

/// When it began, where it stands, when and with what it ended.
fn course_ui(ui: &mut Ui, form: &mut Form, definition: &Definition, language: Language) {
    let changes = matches!(form.purpose, Purpose::New | Purpose::Change);
    let width = third(ui);
    if form.purpose == Purpose::Reopen {
        let label = language.text("form-reopened-on");
        line_ui(ui, form, END, &label, "dd-mm-jjjj", width);
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
                "dd-mm-jjjj",
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
    chosen: Option<&std::collections::BTreeSet<String>>,
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
                FieldKind::Date | FieldKind::BirthDate => "dd-mm-jjjj",
                FieldKind::DateTime => "dd-mm-jjjj uu:mm",
                _ => "",
            };
            line_ui(ui, form, &field.id, field.label.text(language), hint, width);
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
    first_focus(form, &response);
    form.touched |= response.changed();
    response
}

fn first_focus(form: &mut Form, response: &Response) {
    if std::mem::take(&mut form.take_focus) {
        response.request_focus();
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
    first_focus(form, &response);
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
    first_focus(form, &response);
    form.touched |= response.changed();
}

/// Beside the form: the keys, and why this is recorded at all.
fn hints_ui(ui: &mut Ui, definition: &Definition, language: Language) {
    let palette = Palette::of(ui);
    card(ui, Margin::same(16), |ui| {
        ui.set_width(268.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        say(
            ui,
            language.text("hint-keys"),
            theme::heading(),
            palette.ink,
        );
        for (keys, meaning) in [
            ("Tab", "hint-tab"),
            ("A–Z", "hint-letter"),
            ("← →", "hint-arrows"),
            ("v  +14  21-11", "hint-dates"),
            ("Ctrl Enter", "command-save"),
        ] {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                ui.spacing_mut().interact_size.y = 20.0;
                let (rect, _) = ui.allocate_exact_size(vec2(88.0, 18.0), egui::Sense::hover());
                let at = rect.left_center();
                let align = egui::Align2::LEFT_CENTER;
                ui.painter()
                    .text(at, align, keys, theme::strong_label(), palette.ink);
                let text = egui::RichText::new(language.text(meaning)).font(theme::label());
                ui.add(egui::Label::new(text.color(palette.mute)).wrap());
            });
        }
    });
    ui.add_space(theme::GAP);
    card(ui, Margin::same(16), |ui| {
        ui.set_width(268.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        say(
            ui,
            language.text("hint-purpose"),
            theme::heading(),
            palette.ink,
        );
        for text in [&definition.purpose, &definition.legal_ground] {
            let text = egui::RichText::new(text.text(language)).font(theme::label());
            ui.add(egui::Label::new(text.color(palette.mute)).wrap());
        }
    });
}
