//! The statuses of a running case as steps, with the one that it has.

use chrono::NaiveDate;
use egui::{Sense, Ui, vec2};

use crate::desk::kit::theme::{self, Palette};
use crate::language::Language;
use crate::register::{CaseState, Definition};

/// The statuses that a running case goes through, in their order, with the one that it has; nothing where there are fewer
/// than two, and for a case that ended.
pub fn status_steps_ui(
    ui: &mut Ui,
    definition: &Definition,
    state: &CaseState,
    today: NaiveDate,
    language: Language,
) {
    let steps: Vec<_> = definition
        .statuses
        .iter()
        .filter(|status| status.open && status.choice.is_current())
        .take(8)
        .collect();
    let open = state.open_at_end_of(today) || state.closing().is_none();
    if steps.len() < 2 || !open {
        return;
    }
    let palette = Palette::of(ui);
    let at = steps
        .iter()
        .position(|step| Some(&step.choice.id) == state.status.as_ref());
    let width = ui.available_width();
    let each = (width - 6.0 * (steps.len() - 1) as f32) / steps.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(width, 30.0), Sense::hover());
    for (place, step) in steps.iter().enumerate() {
        let left = rect.left() + place as f32 * (each + 6.0);
        let bar = egui::Rect::from_min_size(egui::pos2(left, rect.top() + 4.0), vec2(each, 4.0));
        let (colour, font, ink) = match at {
            Some(at) if place < at => (palette.series[0].1, theme::label(), palette.mute),
            Some(at) if place == at => (palette.accent, theme::strong_label(), palette.ink),
            _ => (palette.soft, theme::label(), palette.mute),
        };
        ui.painter().rect_filled(bar, 2.0, colour);
        // Where there is no room for every name, the one that counts is written out.
        if each < 84.0 && at != Some(place) {
            continue;
        }
        let name = step.choice.label.text(language).to_owned();
        let galley = ui.painter().layout_no_wrap(name, font, ink);
        let left = bar.left().min(rect.right() - galley.size().x);
        let below = egui::pos2(left, bar.bottom() + 4.0);
        ui.painter().galley(below, galley, ink);
    }
}
