//! The fields of a form on the screen, one by one: each with its label, its fault, and the keyboard where it is its turn.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{Align2, Id, Key, Margin, Modifiers, Response, Ui};

use crate::desk::form::field_ids::field_of_case;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::accessible;
use crate::desk::kit::choice_field::{ChoiceOption, choice_ui};
use crate::desk::kit::choice_menu::choice_menu_ui;
use crate::desk::kit::field::{FieldLabel, labelled, mark_fault, text_field};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::parts::typed_date::{short_day, short_moment};
use crate::language::{Language, folded};
use crate::register::{Choice, Field, FieldKind, Sensitivity};

/// How many lines a long text begins with, and how many it grows to before it scrolls.
const LINES: [usize; 2] = [2, 6];

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
    pub(super) fn id(&self, id: &str) -> Id {
        Id::unique(("form", self.scope, id))
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
        let label = self.inputs.label(id, label);
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
        if self.inputs.from_earlier.contains(id) && !response.has_focus() {
            behind_ui(ui, &response, self.language.text("form-from-earlier-cases"));
        }
        self.follow(id, &response);
        response
    }

    /// One line of text; of one that has suggestions the arrow down takes the next that fits what is typed.
    pub(super) fn suggested_line_ui(
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
    pub(super) fn moment_ui(&mut self, ui: &mut Ui, id: &str, label: &str, hint: &str, width: f32) {
        let response = self.line_ui(ui, id, label, hint, width);
        if let Some(moment) = short_moment(self.inputs.text(id), self.today) {
            let day = self.language.date(moment.date());
            let meant = format!("{day} {}", moment.format("%H:%M"));
            meant_ui(ui, &response, "→", &meant);
        }
    }

    /// Counts what was typed in a field, remembers that it has the keyboard, and gives it the keyboard where it is its turn.
    pub(super) fn follow(&mut self, id: &str, response: &Response) {
        let inputs = &mut *self.inputs;
        if inputs.required.contains(id) {
            accessible::require(response);
        }
        if response.gained_focus() {
            inputs.typed_in = None;
        }
        if response.changed() {
            inputs.change();
            inputs.typed_in = Some(id.to_owned());
            inputs.from_earlier.remove(id);
            // What was wrong with it is asked again when it is stored.
            inputs.faults.remove(id);
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

    pub(super) fn long_text_ui(&mut self, ui: &mut Ui, field: &Field) {
        let id = self.id(&field.id);
        let width = ui.available_width();
        let fault = self.inputs.faults.get(&field.id).cloned();
        let text = self.inputs.texts.entry(field.id.clone()).or_default();
        let label = field.label.text(self.language);
        let label = match field.sensitivity {
            Sensitivity::Police => format!("{label} ({})", self.language.text("police-hint")),
            _ => label.to_owned(),
        };
        let label = FieldLabel {
            text: &label,
            required: self.inputs.required.contains(&field.id),
            note: "",
        };
        let response = labelled(ui, label, fault.as_deref(), width, |ui| {
            if fault.is_some() {
                mark_fault(ui);
            }
            let [least, most] = LINES
                .map(|lines| ui.fonts_mut(|fonts| fonts.row_height(&theme::body())) * lines as f32);
            let edit = egui::TextEdit::multiline(text)
                .id(id)
                .desired_rows(LINES[0])
                .desired_width(width)
                .min_size(egui::vec2(width, least + 16.0))
                .margin(Margin::symmetric(10, 8));
            // It grows with what is typed, and scrolls once it would push everything else away.
            egui::ScrollArea::vertical()
                .id_salt(id)
                .max_height(most + 16.0)
                .show(ui, |ui| ui.add(edit))
                .inner
        });
        self.follow(&field.id, &response);
    }

    /// Yes or no.
    pub fn yes_no_ui(&mut self, ui: &mut Ui, id: &str, label: &str) {
        let options = Inputs::yes_and_no(self.language);
        self.chosen_ui(ui, id, label, &options, false);
    }

    /// One of these options in this width: in a menu, or as many beside each other as fit.
    pub(super) fn one_of_ui(
        &mut self,
        ui: &mut Ui,
        [id, label]: [&str; 2],
        options: &[ChoiceOption],
        width: f32,
        menu: bool,
    ) {
        if !menu {
            ui.vertical(|ui| {
                ui.set_width(width);
                self.chosen_ui(ui, id, label, options, false);
            });
            return;
        }
        let widget = self.id(id);
        let fault = self.inputs.faults.get(id).cloned();
        let named = self.inputs.label(id, label);
        let chosen = self.inputs.chosen.entry(id.to_owned()).or_default();
        let response = labelled(ui, named, fault.as_deref(), width, |ui| {
            if fault.is_some() {
                mark_fault(ui);
            }
            choice_menu_ui(ui, widget, label, options, chosen, width)
        });
        self.follow(id, &response);
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
        let note = match several {
            true => self.language.text("form-several"),
            false => String::new(),
        };
        let named = FieldLabel {
            note: &note,
            ..self.inputs.label(id, label)
        };
        let chosen = self.inputs.chosen.entry(id.to_owned()).or_default();
        let response = labelled(ui, named, fault.as_deref(), width, |ui| {
            choice_ui(ui, widget, label, options, chosen, several)
        });
        if let Some(remark) = self.inputs.remarks.get(id) {
            remark_ui(ui, &response, remark);
        }
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
    behind_ui(ui, response, format!("{arrow} {meant}"));
}

/// Behind what is typed in a field, in small letters.
fn behind_ui(ui: &Ui, response: &Response, meant: String) {
    let palette = Palette::of(ui);
    let right = response.rect.right_center() - egui::vec2(10.0, 0.0);
    let font = theme::label();
    ui.painter()
        .text(right, Align2::RIGHT_CENTER, &meant, font, palette.mute);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(meant));
}

/// Below what is chosen: what is to be known of it.
fn remark_ui(ui: &mut Ui, response: &Response, remark: &str) {
    let warning = Palette::of(ui).warn.0;
    let text = egui::RichText::new(remark)
        .font(theme::label())
        .color(warning);
    ui.add(egui::Label::new(text).wrap());
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(remark));
}

/// The choices that are offered on this day, and those that were chosen before, with their labels.
pub fn offered<'a>(
    choices: impl IntoIterator<Item = &'a Choice>,
    chosen: Option<&BTreeSet<String>>,
    day: NaiveDate,
    language: Language,
) -> Vec<ChoiceOption> {
    let shown = |choice: &&Choice| {
        choice.offered_on(day) || chosen.is_some_and(|chosen| chosen.contains(&choice.id))
    };
    let offer = |choice: &Choice| ChoiceOption::new(&choice.id, choice.label.text(language));
    choices.into_iter().filter(shown).map(offer).collect()
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
