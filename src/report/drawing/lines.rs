//! Lines over time, each with its last number and its name at its end.

use super::canvas::Canvas;
use super::frame::{Frame, apart};
use super::items::Item;
use super::shapes::{Anchor, Area, Face, Spot, Tone};
use super::text_fit::shortened;

/// From one name to the next.
const NAME: f32 = 18.0;
/// How far around a point it can be pointed at.
const AROUND: f32 = 20.0;

pub fn draw_lines(canvas: &mut Canvas<'_>) {
    let (chart, room) = (canvas.chart, canvas.room);
    let shown = chart.leading();
    let name = |series: usize| {
        let number = chart.last(series).map(|(_, number)| number);
        format!("{}  {}", canvas.written(number), chart.series[series].name)
    };
    let names: Vec<String> = shown.iter().map(|series| name(*series)).collect();
    let widths = names.iter().map(|name| canvas.width_of(name, Face::Label));
    let beyond = widths.fold(0.0, f32::max).min(room.width * 0.4);
    // What is said of a point of time stands above the lines.
    let noted = chart.groups.iter().any(|group| !group.note.is_empty());
    let above = if noted { 26.0 } else { 10.0 };
    let area = Area {
        left: 0.0,
        top: canvas.drawing.height + above,
        width: room.width - beyond - 26.0,
        height: room.height - above,
    };
    let frame = canvas.axis(area, chart.groups.len(), chart.range());
    let shades = shown.iter().map(|at| (*at, chart.series[*at].shade));
    canvas.drawing.items.push(Item::Lines {
        frame,
        lines: shades.collect(),
        radius: 4.0,
    });
    for series in &shown {
        points(canvas, &frame, *series);
    }
    let height = |series: &usize| {
        let last = chart.last(*series).map_or(0.0, |(_, number)| number);
        frame.y(last)
    };
    let wanted: Vec<f32> = shown.iter().map(height).collect();
    let (top, bottom) = (area.top, area.bottom() + NAME);
    for ((series, name), y) in shown
        .iter()
        .zip(&names)
        .zip(apart(&wanted, NAME, top, bottom))
    {
        let x = area.right() + 8.0;
        canvas.swatch(Spot { x, y }, chart.series[*series].shade);
        let spot = Spot { x: x + 18.0, y };
        let name = shortened(name, Face::Label, beyond, canvas.ruler);
        canvas.text(spot, Anchor::Start, Face::Label, Tone::Ink, name);
    }
    notes(canvas, &frame);
    canvas.times(&frame);
    canvas.rest(chart.series.len() - shown.len());
}

/// What is said of a point of time: a line before it, and the words at its head.
fn notes(canvas: &mut Canvas<'_>, frame: &Frame) {
    let chart = canvas.chart;
    let noted = chart.groups.iter().enumerate();
    for (at, group) in noted.filter(|(_, group)| !group.note.is_empty()) {
        let x = frame.x(at) - frame.step() / 2.0;
        let (top, bottom) = (frame.area.top, frame.area.bottom());
        let from = Spot { x, y: top - 22.0 };
        let to = Spot { x, y: bottom };
        canvas.drawing.items.push(Item::Rule { from, to });
        let words = canvas.width_of(&group.note, Face::Label) + 6.0;
        // Where there is no room behind the line, they stand before it.
        let (aside, anchor) = match x + words > frame.area.right() {
            true => (-4.0, Anchor::End),
            false => (4.0, Anchor::Start),
        };
        let spot = Spot {
            x: x + aside,
            y: top - 15.0,
        };
        canvas.text(spot, anchor, Face::Label, Tone::Mute, group.note.clone());
    }
}

/// The points of a line, where its numbers are known, as marks.
pub fn points(canvas: &mut Canvas<'_>, frame: &Frame, series: usize) {
    let around = AROUND.min(frame.step().max(8.0));
    for (at, group) in canvas.chart.groups.iter().enumerate() {
        if let Some(number) = group.numbers[series] {
            let place = frame.place(at, number);
            let area = Area {
                left: place.x - around / 2.0,
                top: place.y - around / 2.0,
                width: around,
                height: around,
            };
            canvas.mark(area, at, Some(series));
        }
    }
}
