//! Steps below each other, each with its label: which were taken, which one it is at, and which may follow.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CursorIcon, FontFamily, FontId, Galley, Pos2, Rect, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::focus_ring;

/// How wide the round mark of a step is, in points.
const MARK: f32 = 22.0;
/// Between the mark and the words.
const GAP: f32 = 10.0;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It was taken, and another one after it.
    Taken,
    /// It is the present one.
    Present,
    /// It was passed over.
    Skipped,
    /// It is the one that would follow.
    Next,
    /// It lies further on.
    Later,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is called.
    pub label: String,
    /// When it was taken, or why it stands there.
    pub detail: String,
    /// How far it is.
    pub progress: Progress,
    /// Whether it can be pressed.
    pub opens: bool,
}

/// Draws the steps. Returns the place of the one that was pressed.
pub fn steps_ui(ui: &mut Ui, steps: &[Step]) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut pressed = None;
    let mut before: Option<(Pos2, bool)> = None;
    for (place, step) in steps.iter().enumerate() {
        let (mark, clicked) = step_ui(ui, step, place + 1);
        let behind = matches!(step.progress, Progress::Taken | Progress::Present);
        if let Some((from, _)) = before {
            let palette = Palette::of(ui);
            let colour = if behind {
                palette.series[0].1
            } else {
                palette.line
            };
            let ends = [
                from + vec2(0.0, MARK / 2.0 + 2.0),
                mark - vec2(0.0, MARK / 2.0 + 2.0),
            ];
            ui.painter().line_segment(ends, Stroke::new(2.0, colour));
        }
        before = Some((mark, behind));
        if clicked {
            pressed = Some(place);
        }
    }
    pressed
}

/// Draws a step. Returns where the middle of its mark is, and whether it was pressed.
fn step_ui(ui: &mut Ui, step: &Step, number: usize) -> (Pos2, bool) {
    let palette = Palette::of(ui);
    let width = ui.available_width().floor();
    let room = (width - MARK - GAP).max(40.0);
    let (font, ink) = match step.progress {
        Progress::Present => (theme::strong(), palette.ink),
        Progress::Taken | Progress::Next => (theme::body(), palette.ink),
        Progress::Skipped | Progress::Later => (theme::body(), palette.mute),
    };
    let painter = ui.painter();
    let label = painter.layout(step.label.clone(), font, ink, room);
    let detail = step.detail.clone();
    let detail = painter.layout(detail, theme::label(), palette.mute, room);
    let below = if step.detail.is_empty() {
        0.0
    } else {
        detail.size().y
    };
    let height = 4.0 + label.size().y.max(MARK) + below + 6.0;
    let sense = if step.opens {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
    let role = if step.opens {
        Role::Button
    } else {
        Role::Label
    };
    response.widget_info(|| {
        let said = [step.label.as_str(), step.detail.as_str()];
        let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
        WidgetInfo::labeled(role, true, said.join(", "))
    });
    let mark = pos2(rect.left() + MARK / 2.0, rect.top() + 4.0 + MARK / 2.0);
    if response.hovered() && step.opens {
        ui.painter().rect_filled(rect, theme::RADIUS, palette.soft);
    }
    focus_ring(ui, &response, rect, theme::RADIUS);
    paint_mark(ui, mark, step.progress, number);
    let left = rect.left() + MARK + GAP;
    let top = rect.top() + 4.0 + (MARK - label.size().y.min(MARK)) / 2.0;
    let under = top + label.size().y;
    put(ui, pos2(left, top), label, ink);
    if below > 0.0 {
        put(ui, pos2(left, under), detail, palette.mute);
    }
    let response = match step.opens {
        true => response.on_hover_cursor(CursorIcon::PointingHand),
        false => response,
    };
    (mark, response.clicked())
}

fn put(ui: &Ui, at: Pos2, galley: Arc<Galley>, colour: Color32) {
    ui.painter().galley(at, galley, colour);
}

/// The round mark: a tick where a step was taken, else its number.
fn paint_mark(ui: &Ui, centre: Pos2, progress: Progress, number: usize) {
    let palette = Palette::of(ui);
    let (fill, line, ink) = match progress {
        Progress::Taken => (palette.accent_soft, palette.accent_soft, palette.accent),
        Progress::Present => (palette.accent, palette.accent, palette.on_accent),
        Progress::Next => (palette.panel, palette.accent, palette.accent),
        Progress::Skipped | Progress::Later => (palette.panel, palette.line, palette.mute),
    };
    let painter = ui.painter();
    painter.circle(centre, MARK / 2.0, fill, Stroke::new(1.5, line));
    let (text, font) = match progress {
        Progress::Taken => {
            let font = FontId::new(15.0, FontFamily::Proportional);
            (icons::CHOSEN.to_owned(), font)
        }
        Progress::Present => (number.to_string(), theme::strong_label()),
        _ => (number.to_string(), theme::label()),
    };
    let middle = Rect::from_center_size(centre, vec2(MARK, MARK)).center();
    painter.text(middle, Align2::CENTER_CENTER, text, font, ink);
}
