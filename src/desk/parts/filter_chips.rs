//! Filters as chips that read as a sentence: "Wijk: Meerzicht of Centrum en Eigendom: Corporatie". A chip opens a menu to
//! change its filter, and is removed with Delete or the mouse; one more chip adds a filter.

use egui::{Id, Key, Modifiers, Response, Ui};

use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::menu::Menu;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::figures::{
    RUNNING, Slice, UNKNOWN_KEY, dimension_label, dimensions, key_label, keys_of,
};
use crate::language::Language;
use crate::register::{Definition, STAND};

/// How much of a chip, from its end, is the cross that removes it, in points.
const REMOVES: f32 = 28.0;

/// The width of a menu of filters, in points.
const MENU: f32 = 360.0;

/// A chip for each filter of a slice, with words between them.
pub fn slice_ui(ui: &mut Ui, slice: &mut Slice, definition: &Definition, language: Language) {
    let filters = slice.filters().enumerate();
    let set: Vec<(usize, String, String)> = filters
        .map(|(at, (field, keys))| {
            let keys = keys.iter();
            let labels = keys.map(|key| key_label(definition, field, key, language));
            let name = dimension_label(definition, field, language);
            let values = either(&labels.collect::<Vec<_>>(), language);
            (at, field.to_owned(), format!("{name}: {values}"))
        })
        .collect();
    for (at, field, text) in set {
        let between = if at == 0 { "filter-with" } else { "filter-and" };
        word_ui(ui, &language.text(between));
        let removed = filter_chip(ui, ("filter", at), &text, language, |ui| {
            choices_ui(ui, slice, definition, language, &field);
        });
        if removed {
            slice.clear(&field);
        }
    }
}

/// A word between chips.
pub fn word_ui(ui: &mut Ui, word: &str) {
    label_ui(ui, word, theme::label(), Palette::of(ui).mute);
}

/// Several values of which one is enough: "Meerzicht, Centrum of Rokkeveen".
fn either(labels: &[String], language: Language) -> String {
    match labels {
        [first @ .., last] if !first.is_empty() => {
            let first = first.join(", ");
            let both = [("first", first.into()), ("last", last.as_str().into())];
            language.say("filter-either", &both)
        }
        _ => labels.concat(),
    }
}

/// The chip of a filter; its `content` opens in a menu below it. Returns whether the filter is to be removed.
pub fn filter_chip(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    text: &str,
    language: Language,
    content: impl FnOnce(&mut Ui),
) -> bool {
    let name = language.say("filter-chip", &[("filter", text.into())]);
    let chip = Button::new(text)
        .after(icons::CLOSE)
        .name(name)
        .chip(ui, true);
    let hint = language.text("filter-remove-keys");
    let chip = chip.on_hover_text(hint);
    if is_removed(ui, &chip) {
        return true;
    }
    filter_menu_ui(&chip, Id::unique(("filter", salt)), text, content);
    false
}

/// Whether the user removes a chip: with its cross, or with Delete or Backspace while the keyboard is on it.
fn is_removed(ui: &Ui, chip: &Response) -> bool {
    let keys = [Key::Delete, Key::Backspace];
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if chip.has_focus() && keys.into_iter().any(pressed) {
        return true;
    }
    let at = chip.interact_pointer_pos();
    chip.clicked() && at.is_some_and(|at| at.x > chip.rect.right() - REMOVES)
}

/// The chip that opens the menu to add a filter.
pub fn more_ui(
    ui: &mut Ui,
    language: Language,
    keys: Option<String>,
    content: impl FnOnce(&mut Ui),
) {
    let add = Button::new(&language.text("filter"))
        .icon(icons::ADD)
        .shortcut(keys)
        .chip(ui, false);
    // An id of its own: the place of this chip, and with it its id, changes with every filter.
    let name = language.text("filter");
    filter_menu_ui(&add, Id::unique("filter menu"), &name, content);
}

/// A menu of filters, which stays open while several are chosen.
fn filter_menu_ui(opener: &Response, id: Id, name: &str, content: impl FnOnce(&mut Ui)) {
    Menu::new(opener, id, name).of_several().show(|ui, _| {
        ui.set_width(MENU);
        content(ui);
        None::<()>
    });
}

/// The ids of the fields to filter by, except those in `without`. Years and months are left out: there is no end of them.
pub fn offered(definition: &Definition, without: &[&str]) -> Vec<String> {
    let mut all = dimensions(definition);
    all.retain(|id| {
        let endless = keys_of(definition, id).is_empty();
        !endless && !without.contains(&id.as_str()) && id != STAND
    });
    all
}

/// The values of one field as chips, each in the filter or not.
pub fn choices_ui(
    ui: &mut Ui,
    slice: &mut Slice,
    definition: &Definition,
    language: Language,
    id: &str,
) {
    let field = dimension_label(definition, id, language);
    let mut keys = keys_of(definition, id);
    if keys.is_empty() {
        let set = slice.filters().filter(|(field, _)| *field == id);
        keys = set.flat_map(|(_, keys)| keys.clone()).collect();
    }
    options_ui(ui, &field, |ui| {
        for key in keys {
            if key == RUNNING {
                continue;
            }
            let label = key_label(definition, id, &key, language);
            let name = format!("{field} {label}");
            let shown = if key == UNKNOWN_KEY {
                label.to_lowercase()
            } else {
                label
            };
            let button = Button::new(&shown).name(name);
            if button.chip(ui, slice.wants(id, &key)).clicked() {
                slice.toggle(id, &key);
            }
        }
    });
}

/// Options in a row, under a name.
pub fn options_ui(ui: &mut Ui, name: &str, options: impl FnOnce(&mut Ui)) {
    label_ui(ui, name, theme::strong_label(), Palette::of(ui).mute);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        options(ui);
    });
    ui.add_space(8.0);
}
