//! A dialog over the window: its frame, its title, and a name for a screen reader.

use egui::{Align2, Frame, Id, Margin, Modal, ModalResponse, Ui, vec2};

use super::theme::{self, Palette};
use super::widgets::paragraph;

/// How far down a dialog begins, as a part of the height of the window. It grows downwards: what is in it stays in place.
const TOP: f32 = 0.1;

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
    let top = ui.ctx().content_rect().height() * TOP;
    let area = Modal::default_area(id)
        .anchor(Align2::CENTER_TOP, vec2(0.0, top.round()))
        .accessible_name(title);
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(20));
    Modal::new(id).area(area).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        paragraph(ui, title, theme::title(), Palette::of(ui).ink);
        contents(ui)
    })
}
