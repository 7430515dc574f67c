//! The filters above a timeline: everything, each kind of entry there is, changes, and what was taken back.

use std::collections::BTreeSet;

use egui::{Ui, vec2};

use crate::desk::case::timeline::item::{Item, ItemKind};
use crate::desk::case::timeline::view::TimelineView;
use crate::desk::kit::button::Button;
use crate::language::Language;
use crate::register::Definition;

/// The filters of which there is something. Where all items are of one kind there is nothing to choose.
pub fn filters_ui(
    ui: &mut Ui,
    view: &mut TimelineView,
    items: &[Item],
    definition: &Definition,
    language: Language,
) {
    let there: BTreeSet<&ItemKind> = items.iter().map(|item| &item.kind).collect();
    if there.len() < 2 {
        view.show_all();
        return;
    }
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
    let filters = kinds.map(|(kind, label)| (Some(kind), label));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (filter, label) in std::iter::once(all).chain(filters) {
            let selected = view.filter() == filter.as_ref();
            if Button::new(&label).chip(ui, selected).clicked() {
                view.set_filter(filter);
            }
        }
    });
}
