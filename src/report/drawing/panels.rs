//! A small chart over time for every series, all to one scale, as many beside each other as fit.

use super::canvas::Canvas;
use super::frame::Frame;
use super::items::Item;
use super::lines::points;
use super::shapes::{Anchor, Area, Face, Spot, Tone};
use super::text_fit::shortened;
use crate::report::chart::Shade;

/// The least width of a panel.
const NARROWEST: f32 = 150.0;
/// How high its lines are.
const HEIGHT: f32 = 84.0;
/// The name above them.
const ABOVE: f32 = 24.0;
/// The points of time below them, and the room to the next.
const BELOW: f32 = 38.0;
/// From one panel to the one below it.
pub const PANEL: f32 = ABOVE + HEIGHT + BELOW;
/// Between two panels.
const BETWEEN: f32 = 24.0;

pub fn draw_panels(canvas: &mut Canvas<'_>) {
    let (chart, room) = (canvas.chart, canvas.room);
    let columns = (((room.width + BETWEEN) / (NARROWEST + BETWEEN)) as usize).clamp(1, 4);
    let wide = (room.width + BETWEEN) / columns as f32 - BETWEEN;
    let (low, high) = chart.range();
    let written = [("most", canvas.written(Some(high)).into())];
    let text = chart.language.say("chart-one-scale", &written);
    canvas.says(&text);
    let top = canvas.drawing.height + 12.0;
    for (at, series) in chart.series.iter().enumerate() {
        let (column, row) = (at % columns, at / columns);
        let head = Spot {
            x: (wide + BETWEEN) * column as f32,
            y: top + PANEL * row as f32 + 8.0,
        };
        let frame = Frame {
            area: Area {
                left: head.x,
                top: head.y + ABOVE - 8.0,
                width: wide,
                height: HEIGHT,
            },
            columns: chart.groups.len(),
            low,
            high,
        };
        let right = frame.area.right();
        let last = chart.groups.last().and_then(|group| group.numbers[at]);
        let number = canvas.written(last);
        let taken = canvas.width_of(&number, Face::Strong) + 8.0;
        let name = shortened(&series.name, Face::Strong, wide - taken, canvas.ruler);
        canvas.text(head, Anchor::Start, Face::Strong, Tone::Ink, name);
        let spot = Spot {
            x: right,
            y: head.y,
        };
        canvas.text(spot, Anchor::End, Face::Strong, Tone::Ink, number);
        canvas.level(head.x, right, frame.y(0.0) + 0.5);
        canvas.drawing.items.push(Item::Lines {
            frame,
            // Each has a chart of its own, and is told apart by its name.
            lines: vec![(at, Shade::default())],
            radius: 2.5,
        });
        points(canvas, &frame, at);
        ends(canvas, &frame);
    }
    let rows = chart.series.len().div_ceil(columns);
    canvas.drawing.height = top + PANEL * rows as f32 - 8.0;
}

/// The first and the last point of time below a panel.
fn ends(canvas: &mut Canvas<'_>, frame: &Frame) {
    let groups = &canvas.chart.groups;
    let y = frame.area.bottom() + 14.0;
    let last = groups.len() - 1;
    let ends = [
        (0, frame.area.left, Anchor::Start),
        (last, frame.area.right(), Anchor::End),
    ];
    for (at, x, anchor) in ends.into_iter().take(groups.len()) {
        let name = groups[at].name.clone();
        canvas.text(Spot { x, y }, anchor, Face::Label, Tone::Mute, name);
    }
}
