//! What a figure is made of, to be chosen: register, rows, columns, measure, what its numbers say, filters and subsets.

use std::sync::Arc;

use egui::{Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use crate::desk::command::Command;
use crate::desk::figures::page::FiguresPage;
use crate::desk::figures::quantity_menu::{says, says_ui, subset_ui};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::parts::filter_chips::{choices_ui, filter_chip, more_ui, offered, slice_ui};
use crate::desk::parts::saved_view_menu::{ViewMenu, view_menu_ui};
use crate::desk::state::figure_spec::FigureSpec;
use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::figures::{Measure, dimension_label, dimensions, key_label};
use crate::language::Language;
use crate::register::{Definition, Derived};
use crate::report::measure_label;

/// How wide a menu is.
const MENU: f32 = 280.0;
/// How wide a menu of chips is.
const CHIPS: f32 = 400.0;

/// Everything a figure is made of, in one row, and its saved figures at the right. Returns what was chosen of those.
pub fn choosers_ui(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    model: &Model,
    definition: &Arc<Definition>,
    here: &ViewMenu,
    opens_menu: &mut bool,
) -> Option<Command> {
    let language = model.language;
    let vault = model.vault.as_ref()?;
    let mut chosen = None;
    let mut spec = figures.spec.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 6.0);
        chosen = register_ui(ui, vault, definition, language);
        sides_ui(ui, &mut spec, definition, language);
        measure_ui(ui, &mut spec, definition, language);
        contents_ui(ui, &mut spec, definition, language);
        slice_ui(ui, &mut spec.slice, definition, language);
        subsets_ui(ui, &mut spec, definition, language);
        more_ui(ui, language, None, |ui| {
            for id in offered(definition, &[]) {
                choices_ui(ui, &mut spec.slice, definition, language, &id);
            }
        });
        let view = view_menu_ui(ui, here, opens_menu, &vault.registers, language);
        chosen = chosen.take().or(view);
    });
    figures.compose(spec);
    chosen
}

/// The register, and the standard tables of every one.
fn register_ui(
    ui: &mut Ui,
    vault: &OpenVault,
    definition: &Definition,
    language: Language,
) -> Option<Command> {
    let chosen = Command::Register(definition.id.clone()).label(&vault.registers, language);
    let text = language.say("chooser-register", &[("value", chosen.as_str().into())]);
    let press = Button::new(&chosen).after(icons::MORE);
    let response = press.name(&text).chip(ui, true);
    let mut other = None;
    Popup::menu(&response).accessible_name(&text).show(|ui| {
        menu_ui(ui, MENU, |ui| {
            for register in vault.registers.all() {
                let place = Command::Register(register.id.clone());
                let label = place.label(&vault.registers, language);
                let press = Button::new(&label).icon(&register.icon);
                let selected = register.id == definition.id;
                if press.entry(ui, selected, None).clicked() {
                    other = Some(Command::OpenFigure((register.id.clone(), None)));
                }
                for table in &register.tables {
                    let label = table.label.text(language);
                    let name = format!("     {label}");
                    let press = Button::new(&name).name(label);
                    if press.entry(ui, false, None).clicked() {
                        let table = Some(table.id.clone());
                        other = Some(Command::OpenFigure((register.id.clone(), table)));
                    }
                }
            }
        });
    });
    other
}

/// A menu that is no higher than the window allows.
fn menu_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.set_width(width);
    let height = (ui.ctx().content_rect().height() - 240.0).max(240.0);
    ScrollArea::vertical().max_height(height).show(ui, content);
}

/// Rows and columns.
fn sides_ui(ui: &mut Ui, spec: &mut FigureSpec, definition: &Definition, language: Language) {
    let FigureSpec { rows, columns, .. } = spec;
    fields_ui(ui, definition, language, "chooser-rows", rows, columns);
    fields_ui(ui, definition, language, "chooser-columns", columns, rows);
}

/// ListedCases fields stand on one side; a field that stands on the other side moves over.
fn fields_ui(
    ui: &mut Ui,
    definition: &Definition,
    language: Language,
    id: &str,
    here: &mut Vec<String>,
    there: &mut Vec<String>,
) {
    let labels = here
        .iter()
        .map(|field| dimension_label(definition, field, language));
    let labels: Vec<String> = labels.collect();
    let value = match labels.is_empty() {
        true => language.text("chooser-none"),
        false => labels.join(", "),
    };
    let text = language.say(id, &[("value", value.into())]);
    let response = Button::new(&text).after(icons::MORE).chip(ui, false);
    let (derived, fields): (Vec<String>, Vec<String>) = dimensions(definition)
        .into_iter()
        .partition(|id| Derived::named(id).is_some());
    stays_open(&response, &text, MENU, |ui| {
        for (heading, fields) in [("chooser-fields", fields), ("chooser-derived", derived)] {
            let colour = Palette::of(ui).mute;
            label_ui(ui, language.text(heading), theme::strong_label(), colour);
            for field in fields {
                let label = dimension_label(definition, &field, language);
                let place = here.iter().position(|known| *known == field);
                let mark = place.map(|place| (place + 1).to_string());
                let press = Button::new(&label);
                if press.entry(ui, place.is_some(), mark).clicked() {
                    match place {
                        Some(place) => drop(here.remove(place)),
                        None => {
                            there.retain(|known| *known != field);
                            here.push(field);
                        }
                    }
                }
            }
        }
    });
}

/// A menu in which several things can be chosen one after the other.
fn stays_open(chip: &Response, name: &str, width: f32, content: impl FnOnce(&mut Ui)) {
    Popup::menu(chip)
        .accessible_name(name)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| menu_ui(ui, width, content));
}

/// What is counted.
fn measure_ui(ui: &mut Ui, spec: &mut FigureSpec, definition: &Definition, language: Language) {
    let measures = Measure::of_register(definition);
    if measures.len() < 2 {
        return;
    }
    let value = measure_label(spec.measure, language);
    let text = language.say("chooser-measure", &[("value", value.into())]);
    let response = Button::new(&text).after(icons::MORE).chip(ui, false);
    Popup::menu(&response).accessible_name(&text).show(|ui| {
        ui.set_width(MENU);
        for measure in measures {
            let selected = measure == spec.measure;
            let label = measure_label(measure, language);
            if Button::new(&label).entry(ui, selected, None).clicked() {
                spec.measure = measure;
            }
        }
    });
}

/// What the numbers say, with what stands beside and below them.
fn contents_ui(ui: &mut Ui, spec: &mut FigureSpec, definition: &Definition, language: Language) {
    let value = says(spec, definition, language);
    let name = language.say("chooser-numbers", &[("value", value.into())]);
    // What every figure says needs no words.
    let text = match spec.counts_only() {
        true => language.text("chooser-numbers-plain"),
        false => name.clone(),
    };
    let press = Button::new(&text).name(&name).after(icons::MORE);
    let response = press.chip(ui, false);
    stays_open(&response, &name, CHIPS, |ui| {
        says_ui(ui, spec, definition, language);
    });
}

/// A chip for each subset that stands below the rows, to be taken away.
fn subsets_ui(ui: &mut Ui, spec: &mut FigureSpec, definition: &Definition, language: Language) {
    for (at, (field, key)) in spec.subsets.clone().into_iter().enumerate() {
        let name = dimension_label(definition, &field, language);
        let label = key_label(definition, &field, &key, language);
        let which = [("field", name.into()), ("value", label.into())];
        let text = language.say("publication-of-which", &which);
        let mut choose = spec.clone();
        let removed = filter_chip(ui, ("subset", at), &text, language, |ui| {
            subset_ui(ui, &mut choose, definition, language, &field);
        });
        *spec = choose;
        if removed {
            spec.toggle_subset(&field, &key);
        }
    }
}
