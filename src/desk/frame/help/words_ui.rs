//! The words: how counting works, in short.

use egui::style::ScrollAnimation;
use egui::{Align, Ui};

use super::heading::heading_ui;
use crate::desk::kit::accessible::Level;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::language::Language;

/// The words of a figure and of what changes one, in the order in which they are explained.
pub const WORDS: [&str; 18] = [
    "reference-date",
    "handled",
    "opening",
    "inflow",
    "reopened",
    "finished",
    "closing",
    "reports",
    "unknown",
    "shares",
    "against",
    "subset",
    "export",
    "target",
    "basis",
    "break",
    "undo",
    "merge",
];
/// In a narrower room there is one column.
const WIDE: f32 = 560.0;

/// The words of a figure, one sentence each, and what always holds. The target is scrolled into view.
pub fn words_ui(ui: &mut Ui, target: Option<&str>, language: Language) {
    let palette = Palette::of(ui);
    heading_ui(ui, &language.text("help-counting"), Level::Card);
    ui.add_space(4.0);
    ui.horizontal_top(|ui| {
        label_ui(ui, icons::BALANCED, theme::icon(), palette.ok.0);
        wrapped(ui, language.text("help-balance"), palette.ink);
    });
    ui.add_space(8.0);
    let columns = if ui.available_width() > WIDE { 2 } else { 1 };
    ui.columns(columns, |sides| {
        let part = WORDS.len().div_ceil(columns);
        for (side, words) in sides.iter_mut().zip(WORDS.chunks(part)) {
            side.spacing_mut().item_spacing.y = 1.0;
            for word in words {
                let name = language.text(&format!("help-word-{word}"));
                let name = label_ui(side, name, theme::strong(), palette.ink);
                if target == Some(word) {
                    let none = ScrollAnimation::none();
                    side.scroll_to_rect_animation(name.rect, Some(Align::Center), none);
                }
                let text = language.text(&format!("help-text-{word}"));
                wrapped(side, text, palette.mute);
                side.add_space(8.0);
            }
        }
    });
}

fn wrapped(ui: &mut Ui, text: String, colour: egui::Color32) {
    let text = egui::RichText::new(text).font(theme::body()).color(colour);
    ui.add(egui::Label::new(text).wrap());
}
