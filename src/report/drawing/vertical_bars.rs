//! Vertical bars, one for every point of time, with their numbers above them and in their segments.

use super::canvas::Canvas;
use super::frame::Frame;
use super::shapes::{Anchor, Area, Point, TextColour, TextStyle};
use crate::figures::Number;
use crate::report::chart::{Chart, Group};

/// The part of a point of time that its bar takes.
const SHARE: f32 = 0.64;
/// The greatest thickness of a bar.
const THICKEST: f32 = 56.0;
/// The height of a number above a bar.
const ABOVE: f32 = 22.0;

/// The frame of the bars, and what they have in common.
struct Bars {
    frame: Frame,
    thickness: f32,
    /// Whether there is one series, so that a bar and its number are one mark.
    single: bool,
    /// Whether the numbers stand above the bars.
    labelled: bool,
}

/// Lays out a bar for every point of time.
pub fn draw_vertical_bars(canvas: &mut Canvas<'_>) {
    canvas.legend();
    let (chart, size) = (canvas.chart, canvas.size);
    let totals = chart.groups.iter().map(|group| total_of(chart, group));
    let widest = canvas.widest(totals, TextStyle::Strong);
    let columns = chart.groups.len();
    let area = Area {
        left: 0.0,
        top: canvas.drawing.height + ABOVE,
        width: size.width,
        height: size.height - ABOVE,
    };
    // Where bars are too thin for their numbers, an axis says how high they are.
    let labelled = widest + 4.0 <= area.width / columns as f32;
    let (low, high) = chart.range();
    let frame = match labelled {
        true => Frame {
            area,
            columns,
            low,
            high,
        },
        false => canvas.axis(area, columns, low, high),
    };
    let bars = Bars {
        frame,
        thickness: (frame.step() * SHARE).min(THICKEST),
        single: chart.series.len() == 1,
        labelled,
    };
    for at in 0..columns {
        segments(canvas, &bars, at);
    }
    let y = frame.y(0.0) + 0.5;
    canvas.horizontal_line(frame.area.left, frame.area.right(), y);
    canvas.time_labels(&frame);
}

/// The number above a bar; of one series that is the bar itself.
fn total_of(chart: &Chart, group: &Group) -> Number {
    match chart.series.len() {
        1 => group.numbers.first().copied().flatten(),
        _ => group.total,
    }
}

/// A bar of segments, their numbers in them where there is room, and the total above them.
fn segments(canvas: &mut Canvas<'_>, bars: &Bars, at: usize) {
    let Bars {
        frame,
        thickness,
        single,
        labelled,
    } = *bars;
    let chart = canvas.chart;
    let left = frame.x(at) - thickness / 2.0;
    let mut base = 0.0;
    for (series, number) in chart.groups[at].numbers.iter().enumerate() {
        let number = number.unwrap_or(0.0);
        let (from, to) = (frame.y(base), frame.y(base + number));
        let least = if number == 0.0 { 0.0 } else { 2.0 };
        // A line of the background keeps segments apart.
        let between = if base == 0.0 { 0.0 } else { 1.0 };
        let bar = Area {
            left,
            top: from.min(to),
            width: thickness,
            height: ((from - to).abs() - between).max(least),
        };
        let beside = Area {
            top: bar.top - if single && labelled { ABOVE } else { 0.0 },
            ..bar
        };
        canvas.bar(bar, beside, at, series);
        let text = canvas.written(Some(number));
        let wide = canvas.width_of(&text, TextStyle::Label);
        if !single && wide + 4.0 <= thickness && bar.height >= TextStyle::Label.size() + 2.0 {
            let colour = TextColour::On(chart.series[series].shade);
            canvas.text(bar.center(), Anchor::Middle, TextStyle::Label, colour, text);
        }
        base += number;
    }
    if labelled {
        total(canvas, bars, at, frame.y(base.max(0.0)));
    }
}

/// The number above a bar that reaches up to `top`.
fn total(canvas: &mut Canvas<'_>, bars: &Bars, at: usize, top: f32) {
    let point = Point {
        x: bars.frame.x(at),
        y: top - ABOVE / 2.0,
    };
    let text = canvas.written(total_of(canvas.chart, &canvas.chart.groups[at]));
    if !bars.single {
        let wide = canvas.width_of(&text, TextStyle::Strong);
        let area = Area {
            left: point.x - wide / 2.0 - 3.0,
            top: point.y - ABOVE / 2.0,
            width: wide + 6.0,
            height: ABOVE - 2.0,
        };
        canvas.mark(area, at, None);
    }
    canvas.strong(point, Anchor::Middle, text);
}
