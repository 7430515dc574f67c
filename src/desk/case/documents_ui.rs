//! The documents of a case that were attached last, above its timeline.

use egui::{Ui, vec2};

use crate::desk::case::timeline::item::{Item, ItemAction, ItemKind};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::language::Language;
use crate::register::ATTACHMENT;

/// How many documents are shown; all of them stand on the timeline.
const SHOWN: usize = 4;

/// The documents among these items. Returns what the user wants to do with one, by its place among the items.
pub fn documents_ui(
    ui: &mut Ui,
    items: &[Item],
    language: Language,
) -> Option<(usize, ItemAction)> {
    let document = ItemKind::Entry(ATTACHMENT.to_owned());
    let documents = items.iter().enumerate();
    let documents = documents.filter(|(_, item)| item.kind == document);
    let documents: Vec<(usize, &Item)> = documents.take(SHOWN).collect();
    if documents.is_empty() {
        return None;
    }
    let palette = Palette::of(ui);
    ui.add_space(2.0);
    let heading = language.text("documents-heading");
    label_ui(ui, heading, theme::label(), palette.mute);
    let mut pressed = None;
    for (place, item) in documents {
        if let Some(action) = document_ui(ui, item, language) {
            pressed = Some((place, action));
        }
    }
    pressed
}

/// A document on one line: a button that opens it, and one that saves it in a file.
fn document_ui(ui: &mut Ui, item: &Item, language: Language) -> Option<ItemAction> {
    let size = item.details.first().map(|(_, size)| size.clone());
    let mut action = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        let width = ui.available_width() - 34.0;
        let name = format!("{}, {}", item.title, size.clone().unwrap_or_default());
        let open = Button::new(&item.title)
            .icon(&item.icon)
            .name(name)
            .width(width);
        if open.shortcut(size).secondary(ui).clicked() {
            action = Some(ItemAction::Open);
        }
        let file = [("file", item.title.as_str().into())];
        let name = language.say("documents-save", &file);
        let save = Button::new("").icon(icons::SAVE_AS).name(&name).link(ui);
        if save.on_hover_text(&name).clicked() {
            action = Some(ItemAction::SaveAs);
        }
    });
    action
}
