//! A text beside another one, in small letters.

use egui::{RichText, Ui};

use crate::desk::kit::theme::{self, Palette};

/// A text in the small letters of labels, cut off where there is no room.
pub(super) fn small(ui: &mut Ui, text: &str) {
    let text = RichText::new(text)
        .font(theme::label())
        .color(Palette::of(ui).mute);
    ui.add(egui::Label::new(text).truncate());
}
