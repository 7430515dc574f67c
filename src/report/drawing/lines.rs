//! Lines over time, each with its last number and its name at its end.

use super::canvas::Canvas;
use super::frame::{Frame, apart};
use super::items::Item;
use super::shapes::{Anchor, Area, Point, TextColour, TextStyle};
use super::text_fit::shortened;

/// The least distance between two names.
const NAME: f32 = 18.0;
/// The width and height of the mark of a point.
const AROUND: f32 = 20.0;

/// Lays out a line for every series.
pub fn draw_lines(canvas: &mut Canvas<'_>) {
    let (chart, size) = (canvas.chart, canvas.size);
    let shown = chart.leading();
    let name = |series: usize| {
        let number = chart.last(series).map(|(_, number)| number);
        format!("{}  {}", canvas.written(number), chart.series[series].name)
    };
    let names: Vec<String> = shown.iter().map(|series| name(*series)).collect();
    let widths = names
        .iter()
        .map(|name| canvas.width_of(name, TextStyle::Label));
    let beyond = widths.fold(0.0, f32::max).min(size.width * 0.4);
    // The notes of points of time stand above the lines.
    let noted = chart.groups.iter().any(|group| !group.note.is_empty());
    let above = if noted { 26.0 } else { 10.0 };
    let area = Area {
        left: 0.0,
        top: canvas.drawing.height + above,
        width: size.width - beyond - 26.0,
        height: size.height - above,
    };
    let (low, high) = chart.range();
    let frame = canvas.axis(area, chart.groups.len(), low, high);
    let shades = shown.iter().map(|at| (*at, chart.series[*at].shade));
    canvas.drawing.items.push(Item::Lines {
        frame,
        lines: shades.collect(),
        radius: 4.0,
    });
    for series in &shown {
        mark_points(canvas, &frame, *series);
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
        canvas.swatch(Point { x, y }, chart.series[*series].shade);
        let point = Point { x: x + 18.0, y };
        let name = shortened(name, TextStyle::Label, beyond, canvas.text_width);
        canvas.text(
            point,
            Anchor::Start,
            TextStyle::Label,
            TextColour::Ink,
            name,
        );
    }
    notes(canvas, &frame);
    canvas.time_labels(&frame);
    canvas.caption_left_out(chart.series.len() - shown.len());
}

/// The note of a point of time: a line before it, and the words at its top.
fn notes(canvas: &mut Canvas<'_>, frame: &Frame) {
    let chart = canvas.chart;
    let noted = chart.groups.iter().enumerate();
    for (at, group) in noted.filter(|(_, group)| !group.note.is_empty()) {
        let x = frame.x(at) - frame.step() / 2.0;
        let (top, bottom) = (frame.area.top, frame.area.bottom());
        let from = Point { x, y: top - 22.0 };
        let to = Point { x, y: bottom };
        canvas.drawing.items.push(Item::Rule { from, to });
        let words = canvas.width_of(&group.note, TextStyle::Label) + 6.0;
        // Where there is no room behind the line, they stand before it.
        let (aside, anchor) = match x + words > frame.area.right() {
            true => (-4.0, Anchor::End),
            false => (4.0, Anchor::Start),
        };
        let point = Point {
            x: x + aside,
            y: top - 15.0,
        };
        canvas.label(point, anchor, group.note.clone());
    }
}

/// Adds the marks of a line, where its numbers are known.
pub fn mark_points(canvas: &mut Canvas<'_>, frame: &Frame, series: usize) {
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
