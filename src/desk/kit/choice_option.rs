//! One option of a field of choices: a box where several can be switched on, a round one where one is selected.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, CursorIcon, FontFamily, FontId, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::desk::kit::accessible;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::theme::Palette;
use crate::desk::kit::widgets::focus_ring_at;

/// How high an option is, in points.
pub(super) const HEIGHT: f32 = 26.0;
/// How wide the box is.
const MARK: f32 = 18.0;
/// Between the box and its words.
const GAP: f32 = 8.0;

/// How an option is drawn.
pub(super) struct OptionLook {
    /// Whether it is one of several that can be switched on, each by itself.
    pub several: bool,
    pub selected: bool,
    /// Whether the keys of the field are on it.
    pub current: bool,
    /// Whether its first letter goes to it.
    pub letter: bool,
}

/// How wide an option with this label is.
pub(super) fn width(ui: &Ui, label: &str) -> f32 {
    MARK + GAP + words(ui, label, false, f32::INFINITY).size().x
}

/// Draws an option, which is called by this name. Returns its response.
pub(super) fn option_ui(
    ui: &mut Ui,
    name: &str,
    label: &str,
    look: &OptionLook,
    most: f32,
) -> Response {
    let words = words(ui, label, look.letter, most - MARK - GAP);
    let size = vec2(MARK + GAP + words.size().x, density::height(ui, HEIGHT));
    // The field has the keyboard, not its options.
    let enabled = ui.is_enabled();
    let sense = if enabled {
        Sense::CLICK
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, look.selected, name));
    accessible::list_box_option(ui, response.id, look.selected);
    if ui.is_rect_visible(rect) {
        let mark = Rect::from_min_size(
            pos2(rect.left(), rect.center().y - MARK / 2.0),
            vec2(MARK, MARK),
        );
        match look.several {
            true => paint_box(ui, mark, look.selected, response.hovered()),
            false => paint_round(ui, mark, look.selected, response.hovered()),
        }
        let ink = match enabled {
            true => Palette::of(ui).ink,
            false => Palette::of(ui).mute,
        };
        let at = pos2(mark.right() + GAP, rect.center().y - words.size().y / 2.0);
        ui.painter().galley(at, words, ink);
        if look.current {
            focus_ring_at(ui, rect.expand2(vec2(4.0, -1.0)), 4);
        }
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The words of an option, the letter that goes to it underlined; what does not fit is cut off.
fn words(ui: &Ui, label: &str, letter: bool, most: f32) -> Arc<Galley> {
    let ink = Palette::of(ui).ink;
    let plain = TextFormat::simple(FontId::new(13.0, FontFamily::Proportional), ink);
    let first = label.chars().next().map_or(0, char::len_utf8);
    let (first, rest) = label.split_at(if letter { first } else { 0 });
    let mut job = LayoutJob::default();
    let underlined = TextFormat {
        underline: Stroke::new(1.0, ink),
        ..plain.clone()
    };
    job.append(first, 0.0, underlined);
    job.append(rest, 0.0, plain);
    job.wrap = TextWrapping::truncate_at_width(most.max(0.0));
    ui.painter().layout_job(job)
}

/// Paints a box that is switched on or off.
pub fn paint_box(ui: &Ui, mark: Rect, selected: bool, hovered: bool) {
    let palette = Palette::of(ui);
    let painter = ui.painter();
    if selected {
        painter.rect_filled(mark, 4.0, palette.accent);
        let font = FontId::new(15.0, FontFamily::Proportional);
        let (centre, align) = (mark.center(), Align2::CENTER_CENTER);
        painter.text(centre, align, icons::CHOSEN, font, palette.on_accent);
        return;
    }
    painter.rect_filled(
        mark,
        4.0,
        if hovered { palette.soft } else { palette.panel },
    );
    let stroke = Stroke::new(1.5, palette.faint);
    painter.rect_stroke(mark, 4.0, stroke, StrokeKind::Inside);
}

fn paint_round(ui: &Ui, mark: Rect, selected: bool, hovered: bool) {
    let palette = Palette::of(ui);
    let (centre, radius) = (mark.center(), MARK / 2.0);
    let painter = ui.painter();
    if selected {
        painter.circle_filled(centre, radius, palette.accent);
        painter.circle_filled(centre, radius / 2.4, palette.panel);
        return;
    }
    let fill = if hovered { palette.soft } else { palette.panel };
    let stroke = Stroke::new(1.5, palette.faint);
    painter.circle(centre, radius - 0.75, fill, stroke);
}
