//! A heading above what belongs together, to which a screen reader can jump.

use egui::Ui;

use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;

/// A heading of this level: [`Level::Card`] is that of the whole topic.
pub fn heading_ui(ui: &mut Ui, text: &str, level: Level) {
    let font = match level {
        Level::Page | Level::Card => theme::title(),
        Level::Section | Level::Subsection => theme::heading(),
    };
    let response = label_ui(ui, text, font, Palette::of(ui).ink);
    accessible::heading(&response, text, level);
}
