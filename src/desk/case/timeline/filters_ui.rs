//! The heading of a timeline, and the menu of what is shown of it: everything, each kind of entry there is, changes, and what
//! was taken back.

use std::collections::BTreeSet;

use egui::{Align, Id, Layout, Ui};

use crate::desk::case::timeline::item::{Item, ItemKind};
use crate::desk::case::timeline::view::TimelineView;
use crate::desk::kit::button::Button;
use crate::desk::kit::menu::{MenuEntry, arrow, menu_ui};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, low_row};
use crate::language::Language;
use crate::register::Definition;

/// Draws the heading with how many items are shown, and the menu of those of which there is something. Where all items are of
/// one kind there is nothing to choose.
pub fn timeline_head_ui(
    ui: &mut Ui,
    view: &mut TimelineView,
    items: &[Item],
    definition: &Definition,
    language: Language,
) {
    let palette = Palette::of(ui);
    let filters = filters(items, definition, language);
    if filters.len() < 3 {
        view.show_all();
    }
    low_row(ui, |ui| {
        let heading = language.text("case-history");
        label_ui(ui, heading, theme::heading(), palette.ink);
        let shown = view.shown(items).len();
        if shown != items.len() {
            let counts = [
                ("at", (shown as i64).into()),
                ("of", (items.len() as i64).into()),
            ];
            let text = language.say("timeline-of", &counts);
            label_ui(ui, text, theme::label(), palette.mute);
        }
        if filters.len() >= 3 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                filter_ui(ui, view, &filters, language);
            });
        }
    });
}

/// What can be shown, each with its label: everything first.
fn filters(
    items: &[Item],
    definition: &Definition,
    language: Language,
) -> Vec<(Option<ItemKind>, String)> {
    let there: BTreeSet<&ItemKind> = items.iter().map(|item| &item.kind).collect();
    let entries = definition.entries.iter().map(|kind| {
        let label = kind.label.text(language).to_owned();
        (ItemKind::Entry(kind.id.clone()), label)
    });
    let others = [
        (ItemKind::Change, "timeline-changes"),
        (ItemKind::Withdrawn, "timeline-withdrawn-filter"),
    ]
    .map(|(kind, text)| (kind, language.text(text)));
    let kinds = entries.chain(others);
    let kinds = kinds.filter(|(kind, _)| there.contains(kind));
    let all = (None, language.text("timeline-all"));
    let kinds = kinds.map(|(kind, label)| (Some(kind), label));
    std::iter::once(all).chain(kinds).collect()
}

/// The menu, which closes once something is chosen in it.
fn filter_ui(
    ui: &mut Ui,
    view: &mut TimelineView,
    filters: &[(Option<ItemKind>, String)],
    language: Language,
) {
    let chosen = filters
        .iter()
        .find(|(kind, _)| kind.as_ref() == view.filter());
    let text = chosen.map_or("", |(_, label)| label.as_str());
    let name = language.say("timeline-shows", &[("what", text.into())]);
    let menu = Id::unique("filter of the timeline");
    let button = Button::new(text).after(arrow(ui, menu)).name(&name);
    let button = button.bordered_chip(ui);
    let entries = filters.iter();
    let entries =
        entries.map(|(kind, label)| MenuEntry::new(label, kind.as_ref() == view.filter()));
    let entries: Vec<MenuEntry> = entries.collect();
    let chosen = menu_ui(&button, menu, &name, &entries);
    if let Some((kind, _)) = chosen.and_then(|place| filters.get(place)) {
        view.set_filter(kind.clone());
    }
}
