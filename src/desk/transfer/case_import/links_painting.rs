//! The lines between columns and fields: solid where a link is certain, dashed where it is likely or doubtful.

use egui::{Pos2, Shape, Stroke, Ui, pos2, vec2};

use crate::desk::kit::theme::Palette;
use crate::exchange::Certainty;

/// How far a line goes straight before it bends.
const STRAIGHT: f32 = 14.0;

/// Where a line begins and ends.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    pub from: Pos2,
    pub to: Pos2,
}

/// Draws the line of a link.
pub(super) fn link_line(ui: &Ui, ends: Ends, certainty: Certainty, selected: bool) {
    let palette = Palette::of(ui);
    let colour = match (certainty, selected) {
        (Certainty::Doubtful, _) => palette.warn.0,
        (Certainty::Likely, _) | (_, true) => palette.accent,
        (Certainty::Certain, false) => palette.series[0].1,
    };
    let stroke = Stroke::new(if selected { 2.5 } else { 1.5 }, colour);
    let Ends { from, to } = ends;
    let points = [
        from,
        pos2(from.x + STRAIGHT, from.y),
        pos2(to.x - STRAIGHT, to.y),
        to,
    ];
    match certainty {
        Certainty::Certain => drop(ui.painter().add(Shape::line(points.to_vec(), stroke))),
        Certainty::Likely | Certainty::Doubtful => {
            ui.painter()
                .extend(Shape::dashed_line(&points, stroke, 5.0, 4.0));
        }
    }
    for end in [from, to] {
        ui.painter().circle_filled(end, 4.0, colour);
    }
}

/// Draws the line of a column that is being dragged.
pub(super) fn dragged_line(ui: &Ui, from: Pos2, pointer: Pos2) {
    let colour = Palette::of(ui).accent;
    let bend = pointer - vec2(STRAIGHT, 0.0);
    let points = vec![from, pos2(from.x + STRAIGHT, from.y), bend, pointer];
    ui.painter()
        .add(Shape::line(points, Stroke::new(2.5, colour)));
    ui.painter().circle_filled(pointer, 4.0, colour);
}
