//! The toolbar of a figure: register, rows, columns, measure, quantity, filters, subsets, and saved views.

use std::sync::Arc;

use egui::{Id, Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use crate::desk::command::Command;
use crate::desk::figures::page::FiguresPage;
use crate::desk::figures::quantity_menu::{quantity_menu_ui, quantity_summary, subset_ui};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::menu::{MenuEntry, arrow, menu_ui as one_of_menu_ui};
use crate::desk::kit::page_header::fitting_actions_in;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::parts::filter_chips::{choices_ui, filter_chip, more_ui, offered, slice_ui};
use crate::desk::parts::saved_view_menu::{ViewMenu, view_menu_ui};
use crate::desk::state::figure_spec::{Against, FigureSpec};
use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::figures::{Measure, dimension_label, dimensions, key_label};
use crate::language::Language;
use crate::language::letters::capital;
use crate::register::{Definition, Derived};
use crate::report::measure_label;

/// The width of a menu, in points.
const MENU: f32 = 280.0;
/// The width of a menu of chips.
const CHIP_MENU: f32 = 400.0;

/// Draws the toolbar, which changes the figure of the page. Returns the command that was chosen: another register or
/// standard table, or one of the saved views.
pub fn toolbar_ui(
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
        against_ui(ui, &mut spec, language);
        quantity_chip_ui(ui, &mut spec, definition, language);
        slice_ui(ui, &mut spec.slice, definition, language);
        subset_chips_ui(ui, &mut spec, definition, language);
        more_ui(ui, language, None, |ui| {
            for id in offered(definition, &[]) {
                choices_ui(ui, &mut spec.slice, definition, language, &id);
            }
        });
        // At the end of a full line the menu of the views is only its icon: a line of its own would push the table down.
        let room = ui.available_size_before_wrap().x;
        let mut view = None;
        fitting_actions_in(ui, Id::unique("views of the figure"), room, |ui| {
            view = view_menu_ui(ui, here, opens_menu, &vault.registers, language);
        });
        chosen = chosen.take().or(view);
    });
    figures.set_spec(spec);
    chosen
}

/// Draws the chip of the register. Its menu has every register with its standard tables.
fn register_ui(
    ui: &mut Ui,
    vault: &OpenVault,
    definition: &Definition,
    language: Language,
) -> Option<Command> {
    let chosen = Command::Register(definition.id.clone()).label(&vault.registers, language);
    let text = language.say("toolbar-register", &[("value", chosen.as_str().into())]);
    let button = Button::new(&chosen).after(icons::MORE);
    let response = button.name(&text).chip(ui, true);
    let mut chosen_table = None;
    Popup::menu(&response).accessible_name(&text).show(|ui| {
        menu_ui(ui, MENU, |ui| {
            for register in vault.registers.all() {
                let place = Command::Register(register.id.clone());
                let label = place.label(&vault.registers, language);
                let button = Button::new(&label).icon(&register.icon);
                let selected = register.id == definition.id;
                if button.entry(ui, selected, None).clicked() {
                    chosen_table = Some(Command::OpenFigure((register.id.clone(), None)));
                }
                for table in &register.tables {
                    let label = table.label.text(language);
                    let name = format!("     {label}");
                    let button = Button::new(&name).name(label);
                    if button.entry(ui, false, None).clicked() {
                        let table = Some(table.id.clone());
                        chosen_table = Some(Command::OpenFigure((register.id.clone(), table)));
                    }
                }
            }
        });
    });
    chosen_table
}

/// Draws a menu that is no higher than the window allows.
fn menu_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.set_width(width);
    let height = (ui.ctx().content_rect().height() - 240.0).max(240.0);
    ScrollArea::vertical().max_height(height).show(ui, content);
}

/// Draws the chips of the rows and of the columns.
fn sides_ui(ui: &mut Ui, spec: &mut FigureSpec, definition: &Definition, language: Language) {
    let FigureSpec { rows, columns, .. } = spec;
    fields_ui(ui, definition, language, "toolbar-rows", rows, columns);
    fields_ui(ui, definition, language, "toolbar-columns", columns, rows);
}

/// Draws the chip of the fields on one side of the table. A field that is chosen leaves the other side.
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
        true => language.text("toolbar-none"),
        false => labels.join(", "),
    };
    let text = language.say(id, &[("value", value.into())]);
    let response = Button::new(&text).after(icons::MORE).chip(ui, false);
    let (derived, fields): (Vec<String>, Vec<String>) = dimensions(definition)
        .into_iter()
        .partition(|id| Derived::named(id).is_some());
    menu_of_several(&response, &text, MENU, |ui| {
        for (heading, fields) in [("toolbar-fields", fields), ("toolbar-derived", derived)] {
            let colour = Palette::of(ui).mute;
            label_ui(ui, language.text(heading), theme::strong_label(), colour);
            for field in fields {
                let label = dimension_label(definition, &field, language);
                let place = here.iter().position(|known| *known == field);
                let mark = place.map(|place| (place + 1).to_string());
                let button = Button::new(&label);
                if button.entry(ui, place.is_some(), mark).clicked() {
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

/// Draws a menu that stays open while several things are chosen.
fn menu_of_several(chip: &Response, name: &str, width: f32, content: impl FnOnce(&mut Ui)) {
    Popup::menu(chip)
        .accessible_name(name)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| menu_ui(ui, width, content));
}

/// Draws the chip of the measure: which cases are counted.
fn measure_ui(ui: &mut Ui, spec: &mut FigureSpec, definition: &Definition, language: Language) {
    let measures = Measure::of_register(definition);
    if measures.len() < 2 {
        return;
    }
    let value = measure_label(spec.measure, language);
    let text = language.say("toolbar-measure", &[("value", value.into())]);
    let menu = Id::unique("measure of the figure");
    let response = Button::new(&text).after(arrow(ui, menu)).chip(ui, false);
    let entries = measures.iter().map(|measure| {
        let label = measure_label(*measure, language);
        MenuEntry::new(label, *measure == spec.measure)
    });
    let entries: Vec<MenuEntry> = entries.collect();
    let chosen = one_of_menu_ui(&response, menu, &text, &entries);
    if let Some(measure) = chosen.and_then(|place| measures.get(place)) {
        spec.measure = *measure;
    }
}

/// Draws the chip of the period that stands beside this one in every row.
fn against_ui(ui: &mut Ui, spec: &mut FigureSpec, language: Language) {
    let mut options = vec![(language.text("against-none"), None)];
    options.extend(Against::ALL.map(|(id, against)| (language.text(id), Some(against))));
    let chosen = options.iter().find(|(_, against)| *against == spec.against);
    let value = chosen.map_or_else(String::new, |(label, _)| label.clone());
    let text = language.say("toolbar-against", &[("value", value.into())]);
    // Without another period the name of the choice is enough.
    let plain = language.text("toolbar-against-plain");
    let shown = if spec.against.is_some() {
        &text
    } else {
        &plain
    };
    let button = Button::new(shown).name(&text).after(icons::MORE);
    let response = button.chip(ui, spec.against.is_some());
    Popup::menu(&response).accessible_name(&text).show(|ui| {
        ui.set_width(MENU);
        for (label, against) in options {
            let label = capital(&label);
            let selected = against == spec.against;
            if Button::new(&label).entry(ui, selected, None).clicked() {
                spec.against = against;
            }
        }
    });
}

/// Draws the chip with the quantity menu.
fn quantity_chip_ui(
    ui: &mut Ui,
    spec: &mut FigureSpec,
    definition: &Definition,
    language: Language,
) {
    let value = quantity_summary(spec, definition, language);
    let name = language.say("toolbar-numbers", &[("value", value.into())]);
    // Plain counts need no words.
    let text = match spec.counts_only() {
        true => language.text("toolbar-numbers-plain"),
        false => name.clone(),
    };
    let button = Button::new(&text).name(&name).after(icons::MORE);
    let response = button.chip(ui, false);
    menu_of_several(&response, &name, CHIP_MENU, |ui| {
        quantity_menu_ui(ui, spec, definition, language);
    });
}

/// Draws a chip for each subset below the rows, by which it is removed.
fn subset_chips_ui(
    ui: &mut Ui,
    spec: &mut FigureSpec,
    definition: &Definition,
    language: Language,
) {
    for (at, (field, key)) in spec.subsets.clone().into_iter().enumerate() {
        let name = dimension_label(definition, &field, language);
        let label = key_label(definition, &field, &key, language);
        let which = [("field", name.into()), ("value", label.into())];
        let text = language.say("publication-of-which", &which);
        let mut changed = spec.clone();
        let removed = filter_chip(ui, ("subset", at), &text, language, |ui| {
            subset_ui(ui, &mut changed, definition, language, &field);
        });
        *spec = changed;
        if removed {
            spec.toggle_subset(&field, &key);
        }
    }
}
