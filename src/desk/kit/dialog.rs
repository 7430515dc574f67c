//! A dialog over the window: its frame, its title, and a name for a screen reader.

use egui::{Frame, Id, Margin, Modal, ModalResponse, Ui};

use super::theme::{self, Palette};
use super::widgets::paragraph;

/// Draws a dialog of this width, in points, with its title above its contents. Whether Escape or a click beside it closes it
/// is [`ModalResponse::should_close`].
pub fn dialog_ui<R>(
    ui: &Ui,
    id: &'static str,
    title: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    let id = Id::unique(id);
    let area = Modal::default_area(id).accessible_name(title);
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(20));
    Modal::new(id).area(area).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        paragraph(ui, title, theme::title(), Palette::of(ui).ink);
        contents(ui)
    })
}
