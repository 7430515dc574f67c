//! The line between two panels, dragged with the mouse or moved by a command. The width that was set is stored in the
//! settings of the user.

use std::ops::RangeInclusive;

use egui::accesskit::Role;
use egui::{CursorIcon, Id, Rect, Sense, Ui, WidgetInfo};
use serde::{Deserialize, Serialize};

use crate::desk::kit::theme::Palette;

/// How much wider or narrower a command makes a panel, in points.
pub const STEP: i16 = 24;
/// How far from the line the mouse still takes hold of it.
const GRIP: f32 = 4.0;

/// The width of a panel in points: the one the user set, or else the usual one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PanelWidth {
    set: Option<u16>,
    /// The width it was drawn with last; 0 while it was not drawn yet.
    #[serde(skip)]
    shown: u16,
}

/// The panels of which the user sets the width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panels {
    /// The navigation.
    pub navigation: PanelWidth,
    /// The case beside its list.
    pub case: PanelWidth,
}

impl PanelWidth {
    /// The width to draw it with: the one that was set or else the `usual` one, within this room.
    pub fn show(&mut self, usual: f32, room: RangeInclusive<f32>) -> f32 {
        let width = self.set.map_or(usual, f32::from);
        let width = width.clamp(*room.start(), room.end().max(*room.start()));
        self.shown = width.round() as u16;
        width
    }

    /// Makes it wider by this many points, or narrower; a panel that was never drawn stays as it is.
    pub fn widen(&mut self, by: i16) {
        if self.shown > 0 {
            self.set = Some(self.shown.saturating_add_signed(by));
        }
    }

    /// Gives it back its usual width.
    pub fn reset(&mut self) {
        self.set = None;
    }
}

/// The line at the side of a panel, to be dragged with the mouse; a double click gives the panel its usual width.
/// `width_at` is the width of the panel when the line stands at this x. Returns whether the width was set.
pub fn divider_ui(
    ui: &Ui,
    name: &str,
    line: Rect,
    panel: &mut PanelWidth,
    width_at: impl Fn(f32) -> f32,
) -> bool {
    // By keyboard there are commands: a line that Tab comes to would be in everybody's way.
    let sense = Sense::CLICK | Sense::DRAG;
    let grip = line.expand2(egui::vec2(GRIP, 0.0));
    let response = ui.interact(grip, Id::unique(("divider", name)), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if response.hovered() || response.dragged() {
        let stroke = egui::Stroke::new(2.0, Palette::of(ui).accent);
        ui.painter().vline(line.center().x, line.y_range(), stroke);
    }
    if response.double_clicked() {
        panel.reset();
        return true;
    }
    if let Some(at) = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())
    {
        panel.set = Some(width_at(at.x).max(0.0).round() as u16);
    }
    response.drag_stopped()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_is_as_wide_as_it_was_set_where_there_is_room() {
        let mut panel = PanelWidth::default();
        panel.widen(STEP);
        assert_eq!(panel.show(232.0, 180.0..=360.0), 232.0, "never shown");
        panel.widen(STEP);
        assert_eq!(panel.show(232.0, 180.0..=360.0), 256.0);
        assert_eq!(panel.show(232.0, 180.0..=240.0), 240.0);
        // What is shown is what a step goes on from: nothing is lost beyond the room there is.
        panel.widen(-STEP);
        assert_eq!(panel.show(232.0, 180.0..=240.0), 216.0);
        assert_eq!(panel.show(232.0, 300.0..=240.0), 300.0, "no room at all");
        panel.reset();
        assert_eq!(panel.show(232.0, 180.0..=360.0), 232.0);
    }
}
