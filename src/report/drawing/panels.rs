//! A small chart over time for every series, all to one scale, as many beside each other as fit.

use super::canvas::Canvas;
use super::frame::Frame;
use super::items::Item;
use super::lines::mark_points;
use super::shapes::{Anchor, Area, Point, TextStyle};
use super::text_fit::shortened;
use crate::report::chart::Shade;

/// The least width of a panel.
const NARROWEST: f32 = 150.0;
/// The height of its lines.
const HEIGHT: f32 = 84.0;
/// The height of the name above them.
const ABOVE: f32 = 24.0;
/// The height of the labels below them, with the distance to the next panel.
const BELOW: f32 = 38.0;
/// From one panel to the one below it.
pub const PANEL: f32 = ABOVE + HEIGHT + BELOW;
/// Between two panels.
const BETWEEN: f32 = 24.0;

/// Lays out a panel for every series.
pub fn draw_panels(canvas: &mut Canvas<'_>) {
    let (chart, size) = (canvas.chart, canvas.size);
    let columns = (((size.width + BETWEEN) / (NARROWEST + BETWEEN)) as usize).clamp(1, 4);
    let wide = (size.width + BETWEEN) / columns as f32 - BETWEEN;
    let (low, high) = chart.range();
    let written = [("most", canvas.written(Some(high)).into())];
    let text = chart.language.say("chart-one-scale", &written);
    canvas.caption(&text);
    let top = canvas.drawing.height + 12.0;
    for (at, series) in chart.series.iter().enumerate() {
        let (column, row) = (at % columns, at / columns);
        let head = Point {
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
        let taken = canvas.width_of(&number, TextStyle::Strong) + 8.0;
        let name = shortened(
            &series.name,
            TextStyle::Strong,
            wide - taken,
            canvas.text_width,
        );
        canvas.strong(head, Anchor::Start, name);
        let point = Point {
            x: right,
            y: head.y,
        };
        canvas.strong(point, Anchor::End, number);
        canvas.horizontal_line(head.x, right, frame.y(0.0) + 0.5);
        canvas.drawing.items.push(Item::Lines {
            frame,
            // Each has a chart of its own, and is told apart by its name.
            lines: vec![(at, Shade::default())],
            radius: 2.5,
        });
        mark_points(canvas, &frame, at);
        ends(canvas, &frame);
    }
    let rows = chart.series.len().div_ceil(columns);
    canvas.drawing.height = top + PANEL * rows as f32 - 8.0;
}

/// The labels of the first and the last point of time below a panel.
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
        canvas.label(Point { x, y }, anchor, name);
    }
}
