//! The toolbar of a figure: register, rows, columns, measure, quantity, filters, subsets, and saved views.

use egui::{Id, Ui};

use crate::desk::command::Command;
use crate::desk::figures::page::FiguresPage;
use crate::desk::figures::quantity_menu::{quantity_menu_ui, quantity_summary, subset_ui};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::menu::{Menu, MenuEntry, arrow, entries_ui, menu_ui, set_menu_width};
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

/// The width of a menu of chips, in points.
const CHIP_MENU: f32 = 400.0;

/// Draws the toolbar, which changes the figure of the page. Returns the command that was chosen: another register or
/// standard table, or one of the saved views.
pub fn toolbar_ui(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    model: &Model,
    (register, definition): (&Definition, &Definition),
    here: &ViewMenu,
    opens_menu: &mut bool,
) -> Option<Command> {
    let language = model.language;
    let vault = model.vault.as_ref()?;
    let mut chosen = None;
    let mut spec = figures.spec.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 6.0);
        chosen = register_ui(ui, vault, register, language);
        sides_ui(ui, &mut spec, definition, language);
        measure_ui(ui, &mut spec, register, language);
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
    let menu = Id::unique("register of the figure");
    let button = Button::new(&chosen).after(arrow(ui, menu));
    let response = button.name(&text).chip(ui, true);
    let mut tables = Vec::new();
    for register in vault.registers.all() {
        let place = Command::Register(register.id.clone());
        let entry = MenuEntry {
            icon: register.icon.clone(),
            ..MenuEntry::new(
                place.label(&vault.registers, language),
                register.id == definition.id,
            )
        };
        tables.push((entry, (register.id.clone(), None)));
        for table in &register.tables {
            let entry = MenuEntry {
                icon: icons::FIGURES.to_owned(),
                ..MenuEntry::new(table.label.text(language), false)
            };
            tables.push((entry, (register.id.clone(), Some(table.id.clone()))));
        }
    }
    let (entries, mut tables): (Vec<MenuEntry>, Vec<_>) = tables.into_iter().unzip();
    let place = menu_ui(&response, menu, &text, &entries)?;
    Some(Command::OpenFigure(tables.swap_remove(place)))
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
    let menu = Id::unique(("fields of the figure", id));
    let response = Button::new(&text).after(arrow(ui, menu)).chip(ui, false);
    let (derived, fields): (Vec<String>, Vec<String>) = dimensions(definition)
        .into_iter()
        .partition(|id| Derived::named(id).is_some());
    let entry = |field: &String| {
        let place = here.iter().position(|known| known == field);
        MenuEntry {
            detail: place.map(|place| (place + 1).to_string()),
            ..MenuEntry::new(
                dimension_label(definition, field, language),
                place.is_some(),
            )
        }
    };
    let groups = [("toolbar-fields", fields), ("toolbar-derived", derived)];
    let groups = groups.map(|(heading, fields)| {
        let entries: Vec<MenuEntry> = fields.iter().map(entry).collect();
        (heading, fields, entries)
    });
    let toggled = Menu::new(&response, menu, &text)
        .of_several()
        .show(|ui, keys| {
            let all = groups.iter().flat_map(|(.., entries)| entries.clone());
            set_menu_width(ui, &all.collect::<Vec<_>>());
            let mut toggled = None;
            for (heading, fields, entries) in &groups {
                let colour = Palette::of(ui).mute;
                label_ui(ui, language.text(heading), theme::strong_label(), colour);
                let place = entries_ui(ui, keys, entries);
                toggled = place.and_then(|place| fields.get(place)).or(toggled);
            }
            toggled.cloned()
        });
    let Some(field) = toggled else { return };
    match here.iter().position(|known| *known == field) {
        Some(place) => drop(here.remove(place)),
        None => {
            there.retain(|known| *known != field);
            here.push(field);
        }
    }
}

/// Draws the chip of what is counted: a measure of the cases, or the entries of a kind on their timelines.
fn measure_ui(ui: &mut Ui, spec: &mut FigureSpec, register: &Definition, language: Language) {
    let measures = Measure::of_register(register);
    let measures = measures.into_iter().map(|measure| {
        let label = match register.counted_kinds().next() {
            // Beside what stands on the timelines the events themselves are called by their name.
            Some(_) if !register.has_spells() => capital(register.case_words.many.text(language)),
            _ => measure_label(measure, language),
        };
        (label, None, measure)
    });
    let entries = register.counted_kinds().filter_map(|kind| {
        let many = &kind.counted.as_ref()?.many;
        Some((
            capital(many.text(language)),
            Some(kind.id.clone()),
            Measure::Count,
        ))
    });
    let options: Vec<(String, Option<String>, Measure)> = measures.chain(entries).collect();
    if options.len() < 2 {
        return;
    }
    let is_chosen = |(_, entries, measure): &(String, Option<String>, Measure)| {
        (entries, *measure) == (&spec.entries, spec.measure)
    };
    let chosen = options.iter().find(|option| is_chosen(option));
    let value = chosen.map_or("", |(label, ..)| label.as_str());
    let text = language.say("toolbar-measure", &[("value", value.into())]);
    let menu = Id::unique("measure of the figure");
    let response = Button::new(&text).after(arrow(ui, menu)).chip(ui, false);
    let menu_entries = options.iter();
    let menu_entries: Vec<MenuEntry> = menu_entries
        .map(|option| MenuEntry::new(option.0.clone(), is_chosen(option)))
        .collect();
    let chosen = menu_ui(&response, menu, &text, &menu_entries);
    if let Some((_, entries, measure)) = chosen.and_then(|place| options.get(place)) {
        spec.count(register, entries.clone(), *measure, language);
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
    let menu = Id::unique("period beside the figure");
    let button = Button::new(shown).name(&text).after(arrow(ui, menu));
    let response = button.chip(ui, spec.against.is_some());
    let entries = options.iter();
    let entries =
        entries.map(|(label, against)| MenuEntry::new(capital(label), *against == spec.against));
    let entries: Vec<MenuEntry> = entries.collect();
    let chosen = menu_ui(&response, menu, &text, &entries);
    if let Some((_, against)) = chosen.and_then(|place| options.get(place)) {
        spec.against = *against;
    }
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
    let menu = Id::unique("numbers of the figure");
    let button = Button::new(&text).name(&name).after(arrow(ui, menu));
    let response = button.chip(ui, false);
    Menu::new(&response, menu, &name)
        .of_several()
        .show(|ui, _| {
            ui.set_width(CHIP_MENU);
            quantity_menu_ui(ui, spec, definition, language);
            None::<()>
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
