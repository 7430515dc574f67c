//! The menu for the numbers of a figure: their quantity (how many, how long, how much), shares, and subsets below them. It offers only what the register has.

use egui::Ui;

use crate::desk::kit::button::Button;
use crate::desk::parts::filter_chips::{offered, options_ui};
use crate::desk::state::figure_spec::FigureSpec;
use crate::figures::{Quantity, RUNNING, UNKNOWN_KEY, Whole, dimension_label, key_label, keys_of};
use crate::language::Language;
use crate::language::letters::capital;
use crate::register::Definition;
use crate::report::quantity_label;

/// Every kind of share, with the id of its text.
const SHARES: [(&str, Whole); 3] = [
    ("shares-row", Whole::Row),
    ("shares-column", Whole::Column),
    ("shares-all", Whole::All),
];

/// The choices of the menu in a few words.
pub fn quantity_summary(spec: &FigureSpec, definition: &Definition, language: Language) -> String {
    let FigureSpec {
        quantity, shares, ..
    } = spec;
    let share = SHARES.iter().find(|(_, whole)| Some(*whole) == *shares);
    let count = || spec.counts_only().then(|| language.text("quantity-count"));
    let quantity = quantity_label(definition, quantity, language);
    let words = [
        quantity.or_else(count),
        share.map(|(id, _)| language.text(id)),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Draws the content of the menu.
pub fn quantity_menu_ui(
    ui: &mut Ui,
    spec: &mut FigureSpec,
    definition: &Definition,
    language: Language,
) {
    options_ui(ui, &language.text("numbers-quantity"), |ui| {
        for quantity in Quantity::of_register(definition) {
            let label = quantity_label(definition, &quantity, language);
            let label = label.unwrap_or_else(|| language.text("quantity-count"));
            if chip(ui, &label, spec.quantity == quantity) {
                spec.set_quantity(quantity);
            }
        }
    });
    if spec.quantity.has_shares() {
        options_ui(ui, &language.text("numbers-shares"), |ui| {
            for (id, whole) in SHARES {
                toggle_chip(ui, &language.text(id), &mut spec.shares, whole);
            }
        });
    }
    for field in offered(definition, &[]) {
        subset_ui(ui, spec, definition, language, &field);
    }
}

/// Draws the keys of a field, each to be shown as a subset below every row or not.
pub fn subset_ui(
    ui: &mut Ui,
    spec: &mut FigureSpec,
    definition: &Definition,
    language: Language,
    field: &str,
) {
    let label = dimension_label(definition, field, language);
    let heading = language.say("numbers-of-which", &[("field", label.into())]);
    options_ui(ui, &heading, |ui| {
        for key in keys_of(definition, field) {
            if key == RUNNING {
                continue;
            }
            let label = key_label(definition, field, &key, language);
            let name = format!("{heading} {label}");
            let shown = match key == UNKNOWN_KEY {
                true => label.to_lowercase(),
                false => label,
            };
            let pair = (field.to_owned(), key.clone());
            let selected = spec.subsets.contains(&pair);
            if Button::new(&shown).name(name).chip(ui, selected).clicked() {
                spec.toggle_subset(field, &key);
            }
        }
    });
}

fn chip(ui: &mut Ui, label: &str, selected: bool) -> bool {
    Button::new(&capital(label)).chip(ui, selected).clicked()
}

/// Draws the chip of one of several choices of which at most one holds.
fn toggle_chip<T: PartialEq + Copy>(ui: &mut Ui, label: &str, chosen: &mut Option<T>, one: T) {
    let selected = *chosen == Some(one);
    if chip(ui, label, selected) {
        *chosen = (!selected).then_some(one);
    }
}
