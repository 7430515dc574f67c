//! A heading above what belongs together, to which a screen reader can jump.

use egui::Ui;
use egui::accesskit::Role;

use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;

/// A heading of this level: 1 is that of the whole topic.
pub fn heading_ui(ui: &mut Ui, text: &str, level: usize) {
    let font = match level {
        1 => theme::title(),
        _ => theme::heading(),
    };
    let response = label_ui(ui, text, font, Palette::of(ui).ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
        node.clear_value();
        node.set_level(level);
    });
}
