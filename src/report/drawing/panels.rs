//! A small chart over time for every series, all to one scale, as many beside each other as fit.

use super::frame::Frame;
use super::lines::points;
use super::sheet::Sheet;
use super::{Anchor, Area, Face, Item, Spot, Tone, shortened};
use crate::report::publication::Shade;

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

pub fn lay(sheet: &mut Sheet<'_>) {
    let (chart, room) = (sheet.chart, sheet.room);
    let columns = (((room.width + BETWEEN) / (NARROWEST + BETWEEN)) as usize).clamp(1, 4);
    let wide = (room.width + BETWEEN) / columns as f32 - BETWEEN;
    let (low, high) = chart.range();
    let written = [("most", sheet.written(Some(high)).into())];
    let text = chart.language.say("chart-one-scale", &written);
    sheet.says(&text);
    let top = sheet.drawing.height + 12.0;
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
        let number = sheet.written(last);
        let taken = sheet.width_of(&number, Face::Strong) + 8.0;
        let name = shortened(&series.name, Face::Strong, wide - taken, sheet.ruler);
        sheet.text(head, Anchor::Start, Face::Strong, Tone::Ink, name);
        let spot = Spot {
            x: right,
            y: head.y,
        };
        sheet.text(spot, Anchor::End, Face::Strong, Tone::Ink, number);
        sheet.level(head.x, right, frame.y(0.0) + 0.5);
        sheet.drawing.items.push(Item::Lines {
            frame,
            // Each has a chart of its own, and is told apart by its name.
            lines: vec![(at, Shade::default())],
            radius: 2.5,
        });
        points(sheet, &frame, at);
        ends(sheet, &frame);
    }
    let rows = chart.series.len().div_ceil(columns);
    sheet.drawing.height = top + PANEL * rows as f32 - 8.0;
}

/// The first and the last point of time below a panel.
fn ends(sheet: &mut Sheet<'_>, frame: &Frame) {
    let groups = &sheet.chart.groups;
    let y = frame.area.bottom() + 14.0;
    let last = groups.len() - 1;
    let ends = [
        (0, frame.area.left, Anchor::Start),
        (last, frame.area.right(), Anchor::End),
    ];
    for (at, x, anchor) in ends.into_iter().take(groups.len()) {
        let name = groups[at].name.clone();
        sheet.text(Spot { x, y }, anchor, Face::Label, Tone::Mute, name);
    }
}
