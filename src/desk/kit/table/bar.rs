//! The scroll bar of a table, for the mouse; the keys of the table do the same.

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use crate::desk::kit::theme::Palette;

/// How wide a bar is, in points.
pub const WIDTH: f32 = 12.0;
/// The shortest handle that the mouse can still take hold of, in points.
const LEAST: f32 = 28.0;

/// Along which side of the table a bar lies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Along {
    /// The right one: up and down.
    Right,
    /// The lower one: left and right.
    Below,
}

/// Draws a bar. `share` is how much of the whole can be seen, `part` which part of the whole way was scrolled, both from 0 to
/// 1. Returns the part to scroll to, where the bar was used.
pub fn bar_ui(ui: &Ui, id: Id, rect: Rect, along: Along, share: f32, part: f64) -> Option<f64> {
    let palette = Palette::of(ui);
    let length = match along {
        Along::Right => rect.height(),
        Along::Below => rect.width(),
    };
    let handle = (length * share).clamp(LEAST.min(length), length);
    let way = length - handle;
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    let begin = (f64::from(way) * part) as f32;
    let drawn = match along {
        Along::Right => {
            let left_top = pos2(rect.left() + 3.0, rect.top() + begin);
            Rect::from_min_size(left_top, vec2(rect.width() - 6.0, handle))
        }
        Along::Below => {
            let left_top = pos2(rect.left() + begin, rect.top() + 3.0);
            Rect::from_min_size(left_top, vec2(handle, rect.height() - 6.0))
        }
    };
    let held = response.hovered() || response.dragged();
    let colour = if held { palette.mute } else { palette.faint };
    ui.painter()
        .rect_filled(drawn, 3.0, colour.gamma_multiply(0.6));
    let pointer = response.interact_pointer_pos()?;
    let at = match along {
        Along::Right => pointer.y - rect.top(),
        Along::Below => pointer.x - rect.left(),
    };
    // Where in the handle it was taken hold of; beside it, the handle comes to the pointer.
    let grip = ui.scope_id().with((id, "grip"));
    if response.drag_started() || response.clicked() {
        let within = at - begin;
        let within = match (0.0..=handle).contains(&within) {
            true => within,
            false => handle / 2.0,
        };
        ui.data_mut(|data| data.insert_temp(grip, within));
    }
    let grip = ui.data(|data| data.get_temp::<f32>(grip))?;
    (way > 0.0).then(|| f64::from((at - grip) / way).clamp(0.0, 1.0))
}
