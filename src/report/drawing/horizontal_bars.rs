//! Horizontal bars below one another, with their names before them: stacked segments, or a bar for each series.

use super::canvas::Canvas;
use super::shapes::{Anchor, Area, Point, TextColour, TextStyle};
use crate::figures::Number;
use crate::report::chart::{Group, Shape};

/// The thickness of a bar.
const BAR: f32 = 22.0;
/// The thickness of each of several bars in a group.
const GROUPED_BAR: f32 = 16.0;
/// The greatest width of the names before the bars.
const WIDEST_NAME: f32 = 340.0;
/// The distance between a bar and the number after it.
const GAP: f32 = 6.0;

/// The scale of the bars: the area that they share from left to right, and the numbers at its ends.
struct BarScale {
    left: f32,
    width: f32,
    low: f64,
    high: f64,
}

impl BarScale {
    /// The length of a number; below zero for one to the left.
    fn length(&self, number: f64) -> f32 {
        (number / (self.high - self.low)) as f32 * self.width
    }

    /// Where zero is.
    fn zero(&self) -> f32 {
        self.left - self.length(self.low)
    }
}

/// Lays out a bar, or a bar for each series, for every group.
pub fn draw_horizontal_bars(canvas: &mut Canvas<'_>) {
    canvas.legend();
    let (chart, size) = (canvas.chart, canvas.size);
    let most = if chart.groups.len() > size.most_bars {
        size.most_bars.saturating_sub(1)
    } else {
        size.most_bars
    };
    let shown = &chart.groups[..chart.groups.len().min(most)];
    let stacked = chart.shape == Shape::Stacked || chart.series.len() < 2;
    let names = shown
        .iter()
        .map(|group| canvas.width_of(&group.name, TextStyle::Body));
    let label = names
        .fold(48.0, f32::max)
        .min(size.width * 0.44)
        .min(WIDEST_NAME)
        .ceil();
    let after = shown
        .iter()
        .map(|group| width_after(canvas, group, stacked));
    let after = after.fold(24.0, f32::max);
    let left = label + 10.0;
    let (low, high) = chart.range();
    // A segment is never too thin to be seen, and the background keeps segments apart.
    let between = if stacked {
        3 * (chart.series.len() - 1)
    } else {
        0
    };
    let scale = BarScale {
        left,
        width: (size.width - left - after - GAP - between as f32).max(40.0),
        low,
        high,
    };
    let top = canvas.drawing.height;
    let each = if stacked {
        size.bar_pitch
    } else {
        (GROUPED_BAR + 1.0) * chart.series.len() as f32 + size.bar_pitch - BAR
    };
    for (at, group) in shown.iter().enumerate() {
        let middle = top + each * (at as f32 + 0.5);
        let two = each >= 32.0;
        let end = Point {
            x: label,
            y: middle,
        };
        canvas.name(end, label, two, &group.name);
        match stacked {
            true => segments(canvas, &scale, at, middle),
            false => grouped(canvas, &scale, at, middle),
        }
    }
    canvas.drawing.height = top + each * shown.len() as f32;
    let (x, bottom) = (scale.zero() - 0.5, canvas.drawing.height);
    canvas.rule(Point { x, y: top }, Point { x, y: bottom });
    canvas.caption_left_out(chart.groups.len() - shown.len());
}

/// The width of the numbers after a bar.
fn width_after(canvas: &Canvas<'_>, group: &Group, stacked: bool) -> f32 {
    if !stacked {
        return canvas.widest(group.numbers.iter().copied(), TextStyle::Label);
    }
    let total = canvas.written(total_of(canvas, group));
    let note = match group.note.as_str() {
        "" => 0.0,
        note => GAP + canvas.width_of(note, TextStyle::Label),
    };
    canvas.width_of(&total, TextStyle::Strong) + note
}

/// The number after a bar of segments; of one segment that is the segment itself.
fn total_of(canvas: &Canvas<'_>, group: &Group) -> Number {
    match &group.numbers[..] {
        [only] if canvas.chart.series.len() == 1 => *only,
        _ => group.total,
    }
}

/// A bar of segments, their numbers in them where there is room, and the total after them.
fn segments(canvas: &mut Canvas<'_>, scale: &BarScale, at: usize, middle: f32) {
    let chart = canvas.chart;
    let group = &chart.groups[at];
    let single = chart.series.len() == 1;
    let total = total_of(canvas, group);
    let text = canvas.written(total);
    let wide = canvas.width_of(&text, TextStyle::Strong);
    let mut x = scale.zero();
    for (series, number) in group.numbers.iter().enumerate() {
        let number = number.unwrap_or(0.0);
        let length = scale.length(number);
        let long = if number == 0.0 {
            0.0
        } else {
            length.abs().max(2.0)
        };
        let area = Area {
            left: x + length.min(0.0),
            top: middle - BAR / 2.0,
            width: long,
            height: BAR,
        };
        // One bar is one mark with the number after it.
        let beside = Area {
            width: if single { long + GAP + wide } else { long },
            ..area
        };
        canvas.bar(area, beside, at, series);
        let written = canvas.written(Some(number));
        let fits = canvas.width_of(&written, TextStyle::Label) + 6.0 <= long;
        if !single && fits && number != 0.0 {
            let colour = TextColour::On(chart.series[series].shade);
            canvas.text(
                area.center(),
                Anchor::Middle,
                TextStyle::Label,
                colour,
                written,
            );
        }
        if number != 0.0 {
            x += length.max(0.0).max(if length > 0.0 { long } else { 0.0 }) + 1.0;
        }
    }
    let place = Point {
        x: x + GAP - 1.0,
        y: middle,
    };
    if !single {
        let area = Area {
            left: place.x - 3.0,
            top: middle - BAR / 2.0,
            width: wide + 6.0,
            height: BAR,
        };
        canvas.mark(area, at, None);
    }
    canvas.strong(place, Anchor::Start, text);
    let note = Point {
        x: place.x + wide + GAP,
        y: middle,
    };
    if !group.note.is_empty() {
        let text = group.note.clone();
        canvas.label(note, Anchor::Start, text);
    }
}

/// A bar for every series, each with its number after it.
fn grouped(canvas: &mut Canvas<'_>, scale: &BarScale, at: usize, middle: f32) {
    let chart = canvas.chart;
    let numbers = &chart.groups[at].numbers;
    let top = middle - (GROUPED_BAR + 1.0) * numbers.len() as f32 / 2.0;
    for (series, number) in numbers.iter().enumerate() {
        let length = scale.length(number.unwrap_or(0.0));
        let long = match number {
            Some(number) if *number != 0.0 => length.abs().max(2.0),
            _ => 0.0,
        };
        let area = Area {
            left: scale.zero() + length.min(0.0),
            top: top + (GROUPED_BAR + 1.0) * series as f32,
            width: long,
            height: GROUPED_BAR,
        };
        let text = canvas.written(*number);
        let wide = canvas.width_of(&text, TextStyle::Label);
        let end = area.right().max(scale.zero()) + GAP;
        let beside = Area {
            width: end + wide - area.left,
            ..area
        };
        canvas.bar(area, beside, at, series);
        let point = Point {
            x: end,
            y: area.center().y,
        };
        canvas.text(
            point,
            Anchor::Start,
            TextStyle::Label,
            TextColour::Ink,
            text,
        );
    }
}
