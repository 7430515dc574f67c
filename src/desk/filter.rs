//! Filters as chips that read as a sentence: "Wijk: Meerzicht, Centrum", each to be taken away, and one to add more.

use egui::{Id, Popup, PopupCloseBehavior, ScrollArea, Ui};

use super::icons;
use super::press::Press;
use super::theme::{self, Palette};
use super::widgets::say;
use crate::figures::{
    RUNNING, Slice, UNKNOWN_KEY, dimension_label, dimensions, key_label, keys_of,
};
use crate::language::Language;
use crate::register::{Definition, STAND};

/// The filters that are set, and the menu that sets more, with the keys that find one by its name. What stands in
/// `without` is not offered.
pub fn filter_ui(
    ui: &mut Ui,
    slice: &mut Slice,
    definition: &Definition,
    language: Language,
    without: &[&str],
    keys: Option<String>,
) {
    let set: Vec<(String, Vec<String>)> = slice
        .filters()
        .map(|(field, keys)| (field.to_owned(), keys.iter().cloned().collect()))
        .collect();
    for (field, keys) in &set {
        let labels: Vec<String> = keys
            .iter()
            .map(|key| key_label(definition, field, key, language))
            .collect();
        let name = dimension_label(definition, field, language);
        let text = format!("{name}: {}", labels.join(", "));
        let remove = language.say("filter-remove", &[("filter", text.as_str().into())]);
        if Press::new(&text)
            .after(icons::CLOSE)
            .name(remove)
            .chip(ui, true)
            .clicked()
        {
            slice.clear(field);
        }
    }
    let add = Press::new(&language.text("filter"))
        .icon(icons::ADD)
        .shortcut(keys)
        .chip(ui, false);
    // Its own name, for the chip it hangs from moves on with every filter that is added.
    Popup::menu(&add)
        .id(Id::unique("filter menu"))
        .accessible_name(language.text("filter"))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(280.0);
            ScrollArea::vertical().max_height(440.0).show(ui, |ui| {
                for id in dimensions(definition) {
                    // A year or a month is no choice out of a few.
                    let endless = keys_of(definition, &id).is_empty();
                    if without.contains(&id.as_str()) || id == STAND || endless {
                        continue;
                    }
                    choices_ui(ui, slice, definition, language, &id);
                }
            });
        });
}

/// The keys of one field, to be wanted or not.
fn choices_ui(
    ui: &mut Ui,
    slice: &mut Slice,
    definition: &Definition,
    language: Language,
    id: &str,
) {
    let palette = Palette::of(ui);
    say(
        ui,
        dimension_label(definition, id, language),
        theme::strong_label(),
        palette.mute,
    );
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for key in keys_of(definition, id) {
            if key == RUNNING {
                continue;
            }
            let label = key_label(definition, id, &key, language);
            let name = format!("{} {label}", dimension_label(definition, id, language));
            let shown = if key == UNKNOWN_KEY {
                label.to_lowercase()
            } else {
                label
            };
            if Press::new(&shown)
                .name(name)
                .chip(ui, slice.wants(id, &key))
                .clicked()
            {
                slice.toggle(id, &key);
            }
        }
    });
    ui.add_space(8.0);
}
