//! The fields of a form on the screen: short ones side by side, choices as options, each with its fault.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{Align2, Id, Key, Margin, Modifiers, Response, Ui};

use crate::desk::form::field_ids::{field_of_case, part_id};
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::accessible;
use crate::desk::kit::choice_field::{ChoiceOption, choice_ui};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, labelled, mark_fault, text_field};
use crate::desk::parts::typed_date::{short_day, short_moment};
use crate::language::{Language, folded};
use crate::register::{AddressPart, Choice, Field, FieldKind, RequiredFrom, Sensitivity};

/// The least width of a day in points, with the date that is meant behind what is typed.
const DAY: f32 = 132.0;

/// Draws fields, and takes in what is typed in them.
pub struct FieldContext<'a> {
    /// What is typed.
    pub inputs: &'a mut Inputs,
    /// What makes the ids of its widgets unlike those of another form on the same screen.
    pub scope: &'a str,
    /// The language of the screen.
    pub language: Language,
    /// The present day.
    pub today: NaiveDate,
}

impl FieldContext<'_> {
    /// These fields in their sections, short ones side by side.
    pub fn fields_ui<'a>(&mut self, ui: &mut Ui, fields: impl IntoIterator<Item = &'a Field>) {
        let fields: Vec<&Field> = fields.into_iter().collect();
        for field in &fields {
            if field.required_from == Some(RequiredFrom::Begin) {
                self.inputs.require(field);
            }
        }
        let mut waiting: Vec<&Field> = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            if let Some(section) = &field.section {
                self.short_fields_ui(ui, &mut waiting);
                if at > 0 {
                    ui.add_space(6.0);
                }
                let section = section.text(self.language);
                label_ui(ui, section, theme::heading(), Palette::of(ui).ink);
            }
            // What is typed in it stays in the inputs: it is back as soon as the choice that left it out is taken back.
            if !self.inputs.applies(field) {
                continue;
            }
            if is_short(field.kind) {
                waiting.push(field);
                if waiting.len() == beside(ui) {
                    self.short_fields_ui(ui, &mut waiting);
                }
                continue;
            }
            self.short_fields_ui(ui, &mut waiting);
            self.long_field_ui(ui, field, &fields);
        }
        self.short_fields_ui(ui, &mut waiting);
    }

    fn long_field_ui(&mut self, ui: &mut Ui, field: &Field, fields: &[&Field]) {
        let label = field.label.text(self.language);
        match field.kind {
            FieldKind::Address => self.address_ui(ui, field, fields),
            FieldKind::LongText => self.long_text_ui(ui, field),
            FieldKind::YesNo => self.yes_no_ui(ui, &field.id, label),
            _ => {
                let several = field.kind == FieldKind::Choices;
                let chosen = self.inputs.chosen.get(&field.id);
                let options = offered(&field.choices, chosen, self.today, self.language);
                self.chosen_ui(ui, &field.id, label, &options, several);
            }
        }
    }

    fn id(&self, id: &str) -> Id {
        Id::unique(("form", self.scope, id))
    }

    fn short_fields_ui(&mut self, ui: &mut Ui, waiting: &mut Vec<&Field>) {
        if waiting.is_empty() {
            return;
        }
        let widths = shares(ui, waiting);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            for (field, width) in waiting.drain(..).zip(widths) {
                let hint = match field.kind {
                    FieldKind::Date | FieldKind::BirthDate => self.language.text("date-hint"),
                    FieldKind::DateTime => self.language.text("date-time-hint"),
                    _ => String::new(),
                };
                let label = field.label.text(self.language);
                match field.kind {
                    FieldKind::Date => drop(self.day_ui(ui, &field.id, label, &hint, width)),
                    FieldKind::DateTime => self.moment_ui(ui, &field.id, label, &hint, width),
                    _ => self.suggested_line_ui(ui, field, label, width, &hint),
                }
            }
        });
    }

    /// One line of text.
    pub fn line_ui(
        &mut self,
        ui: &mut Ui,
        id: &str,
        label: &str,
        hint: &str,
        width: f32,
    ) -> Response {
        let widget = self.id(id);
        let fault = self.inputs.faults.get(id).cloned();
        let text = self.inputs.texts.entry(id.to_owned()).or_default();
        let response = text_field(ui, widget, label, text, hint, fault.as_deref(), width);
        // What stands there already is typed over by whoever comes to it with Tab. Whoever clicks chose a place in it, and
        // what was half typed when the form was left is typed on; what the case says was typed by nobody here.
        let clicked = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        let goes_on = self.inputs.reveal > 0 && field_of_case(id).is_none();
        if response.gained_focus() && !clicked && !goes_on {
            let text = self.inputs.texts.get(id).map_or("", String::as_str);
            select_all(ui, widget, text);
        }
        self.follow(id, &response);
        response
    }

    /// One line of text; of one that has suggestions the arrow down takes the next that fits what is typed.
    fn suggested_line_ui(
        &mut self,
        ui: &mut Ui,
        field: &Field,
        label: &str,
        width: f32,
        hint: &str,
    ) {
        let response = self.line_ui(ui, &field.id, label, hint, width);
        if field.kind != FieldKind::Text || !response.has_focus() {
            return;
        }
        let offered = field.choices.iter().filter(|it| it.offered_on(self.today));
        let names: Vec<&str> = offered.map(|it| it.label.text(self.language)).collect();
        let Some(next) = suggestion(&names, self.inputs.text(&field.id)) else {
            return;
        };
        meant_ui(ui, &response, "↓", next);
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            self.inputs.texts.insert(field.id.clone(), next.to_owned());
            self.inputs.change();
        }
    }

    /// A day; where it is typed in shorthand, the date that is meant stands behind it.
    pub fn day_ui(
        &mut self,
        ui: &mut Ui,
        id: &str,
        label: &str,
        hint: &str,
        width: f32,
    ) -> Response {
        let response = self.line_ui(ui, id, label, hint, width);
        if let Some(day) = short_day(self.inputs.text(id), self.today) {
            meant_ui(ui, &response, "→", &self.language.date(day));
        }
        response
    }

    /// A day with its hour, likewise.
    fn moment_ui(&mut self, ui: &mut Ui, id: &str, label: &str, hint: &str, width: f32) {
        let response = self.line_ui(ui, id, label, hint, width);
        if let Some(moment) = short_moment(self.inputs.text(id), self.today) {
            let day = self.language.date(moment.date());
            let meant = format!("{day} {}", moment.format("%H:%M"));
            meant_ui(ui, &response, "→", &meant);
        }
    }

    /// Counts what was typed in a field, remembers that it has the keyboard, and gives it the keyboard where it is its turn.
    fn follow(&mut self, id: &str, response: &Response) {
        let inputs = &mut *self.inputs;
        if inputs.required.contains(id) {
            accessible::require(response);
        }
        if response.changed() {
            inputs.change();
        }
        let its_turn = inputs.at.as_deref().is_none_or(|at| at == id);
        if inputs.take_focus && its_turn {
            inputs.take_focus = false;
            inputs.reveal = 3;
            response.request_focus();
            // The frame that gives the keyboard away does not show it yet.
            response.ctx.request_repaint();
        }
        // While the keyboard is on its way to another field, the one that still has it says nothing.
        if response.has_focus() && !inputs.take_focus {
            inputs.at = Some(id.to_owned());
        }
        // A form is longer than most windows: what Tab comes to comes into view.
        if response.gained_focus() {
            response.scroll_to_me(None);
        } else if response.has_focus() && inputs.reveal > 0 {
            inputs.reveal -= 1;
            response.scroll_to_me(None);
            response.ctx.request_repaint();
        }
    }

    fn address_ui(&mut self, ui: &mut Ui, field: &Field, fields: &[&Field]) {
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
                let label = self.language.text(&format!("address-{name}"));
                let id = part_id(&field.id, name);
                let response = self.line_ui(ui, &id, &label, hint, width);
                postcode_typed |= part == AddressPart::Postcode && response.changed();
            }
        });
        if postcode_typed {
            self.inputs.suggest_district(fields, self.today);
        }
    }

    fn long_text_ui(&mut self, ui: &mut Ui, field: &Field) {
        let id = self.id(&field.id);
        let width = ui.available_width();
        let fault = self.inputs.faults.get(&field.id).cloned();
        let text = self.inputs.texts.entry(field.id.clone()).or_default();
        let label = field.label.text(self.language);
        let label = match field.sensitivity {
            Sensitivity::Police => format!("{label} ({})", self.language.text("police-hint")),
            _ => label.to_owned(),
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
        self.follow(&field.id, &response);
    }

    /// Yes or no.
    pub fn yes_no_ui(&mut self, ui: &mut Ui, id: &str, label: &str) {
        let options = Inputs::yes_and_no(self.language);
        self.chosen_ui(ui, id, label, &options, false);
    }

    /// One or several of these options.
    pub fn chosen_ui(
        &mut self,
        ui: &mut Ui,
        id: &str,
        label: &str,
        options: &[ChoiceOption],
        several: bool,
    ) {
        let widget = self.id(id);
        let width = ui.available_width();
        let fault = self.inputs.faults.get(id).cloned();
        let chosen = self.inputs.chosen.entry(id.to_owned()).or_default();
        let response = labelled(ui, label, fault.as_deref(), width, |ui| {
            choice_ui(ui, widget, label, options, chosen, several)
        });
        self.follow(id, &response);
    }
}

/// The name after the one that is typed, or the first that contains what is typed.
fn suggestion<'a>(names: &[&'a str], typed: &str) -> Option<&'a str> {
    let next = match names.iter().position(|name| *name == typed) {
        Some(at) => names.get((at + 1) % names.len()),
        None => {
            let typed = folded(typed);
            names.iter().find(|name| folded(name).contains(&typed))
        }
    };
    next.copied().filter(|name| *name != typed)
}

/// Behind a field: what its text means, or what a key would make of it.
fn meant_ui(ui: &Ui, response: &Response, arrow: &str, meant: &str) {
    let meant = format!("{arrow} {meant}");
    let palette = Palette::of(ui);
    let right = response.rect.right_center() - egui::vec2(10.0, 0.0);
    let font = theme::label();
    ui.painter()
        .text(right, Align2::RIGHT_CENTER, &meant, font, palette.mute);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(meant));
}

/// Whether three fields of this kind fit side by side.
fn is_short(kind: FieldKind) -> bool {
    match kind {
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
    }
}

/// The choices that are offered on this day, and those that were chosen before, with their labels.
pub fn offered(
    choices: &[Choice],
    chosen: Option<&BTreeSet<String>>,
    day: NaiveDate,
    language: Language,
) -> Vec<ChoiceOption> {
    let shown = |choice: &&Choice| {
        choice.offered_on(day) || chosen.is_some_and(|chosen| chosen.contains(&choice.id))
    };
    let offer = |choice: &Choice| ChoiceOption::new(&choice.id, choice.label.text(language));
    choices.iter().filter(shown).map(offer).collect()
}

/// How many short fields stand side by side: beside a list there is room for two.
fn beside(ui: &Ui) -> usize {
    if ui.available_width() < 560.0 { 2 } else { 3 }
}

/// The widths in points of fields side by side: alike, but where there are two a day leaves most of the room to the text
/// beside it.
fn shares(ui: &Ui, fields: &[&Field]) -> Vec<f32> {
    let beside = beside(ui);
    let room = ui.available_width();
    let words = |field: &Field| matches!(field.kind, FieldKind::Text | FieldKind::Person);
    let day = |field: &Field| field.kind == FieldKind::Date;
    match fields {
        [one, other] if beside == 2 && words(one) && day(other) => vec![room - DAY - 12.0, DAY],
        [one] if beside == 2 && words(one) => vec![room],
        _ => {
            let each = (room - 12.0 * (beside as f32 - 1.0)) / beside as f32;
            vec![each.floor(); fields.len()]
        }
    }
}

/// Selects everything in a field of one line.
fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = egui::TextEdit::load_state(ui, id).unwrap_or_default();
    let end = egui::text::CCursor::new(text.chars().count());
    let whole = egui::text::CCursorRange::two(egui::text::CCursor::new(0), end);
    state.cursor.set_char_range(Some(whole));
    egui::TextEdit::store_state(ui, id, state);
}

/// The width of one of three fields side by side.
pub fn third(ui: &Ui) -> f32 {
    ((ui.available_width() - 24.0) / 3.0).floor()
}
