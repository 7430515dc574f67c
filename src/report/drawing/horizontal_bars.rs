//! Bars that lie below one another, their names before them: of segments, or beside each other.

use super::canvas::Canvas;
use super::shapes::{Anchor, Area, Face, Spot, Tone};
use crate::figures::Number;
use crate::report::chart::{Group, Shape};

/// How thick a bar is.
const BAR: f32 = 22.0;
/// How thick it is beside others.
const BESIDE: f32 = 16.0;
/// How wide the names before the bars are at most.
const MOST_NAME: f32 = 340.0;
/// From a bar to the number that stands behind it.
const GAP: f32 = 6.0;

/// Where the bars stand from left to right.
struct Rail {
    left: f32,
    width: f32,
    low: f64,
    high: f64,
}

impl Rail {
    /// How far a number reaches from this place.
    fn length(&self, number: f64) -> f32 {
        (number / (self.high - self.low)) as f32 * self.width
    }

    fn zero(&self) -> f32 {
        self.left - self.length(self.low)
    }
}

pub fn draw_horizontal_bars(canvas: &mut Canvas<'_>) {
    canvas.legend();
    let (chart, room) = (canvas.chart, canvas.room);
    let most = if chart.groups.len() > room.most {
        room.most.saturating_sub(1)
    } else {
        room.most
    };
    let shown = &chart.groups[..chart.groups.len().min(most)];
    let stacked = chart.shape == Shape::Stacked || chart.series.len() < 2;
    let names = shown
        .iter()
        .map(|group| canvas.width_of(&group.name, Face::Body));
    let label = names
        .fold(48.0, f32::max)
        .min(room.width * 0.44)
        .min(MOST_NAME)
        .ceil();
    let behind = shown.iter().map(|group| behind(canvas, group, stacked));
    let behind = behind.fold(24.0, f32::max);
    let left = label + 10.0;
    let (low, high) = chart.range();
    // A segment is never too thin to be seen, and the ground keeps segments apart.
    let between = if stacked {
        3 * (chart.series.len() - 1)
    } else {
        0
    };
    let rail = Rail {
        left,
        width: (room.width - left - behind - GAP - between as f32).max(40.0),
        low,
        high,
    };
    let top = canvas.drawing.height;
    let each = if stacked {
        room.pitch
    } else {
        (BESIDE + 1.0) * chart.series.len() as f32 + room.pitch - BAR
    };
    for (at, group) in shown.iter().enumerate() {
        let middle = top + each * (at as f32 + 0.5);
        let two = each >= 32.0;
        let end = Spot {
            x: label,
            y: middle,
        };
        canvas.name(end, label, two, &group.name);
        match stacked {
            true => segments(canvas, &rail, at, middle),
            false => beside(canvas, &rail, at, middle),
        }
    }
    canvas.drawing.height = top + each * shown.len() as f32;
    let (x, bottom) = (rail.zero() - 0.5, canvas.drawing.height);
    canvas.rule(Spot { x, y: top }, Spot { x, y: bottom });
    canvas.rest(chart.groups.len() - shown.len());
}

/// How much room the numbers behind a bar take.
fn behind(canvas: &Canvas<'_>, group: &Group, stacked: bool) -> f32 {
    if !stacked {
        return canvas.widest(group.numbers.iter().copied(), Face::Label);
    }
    let total = canvas.written(total_of(canvas, group));
    let note = match group.note.as_str() {
        "" => 0.0,
        note => GAP + canvas.width_of(note, Face::Label),
    };
    canvas.width_of(&total, Face::Strong) + note
}

/// What stands behind a bar of segments; of one segment that is the segment itself.
fn total_of(canvas: &Canvas<'_>, group: &Group) -> Number {
    match &group.numbers[..] {
        [only] if canvas.chart.series.len() == 1 => *only,
        _ => group.total,
    }
}

/// A bar of segments, their numbers in them where there is room, and the total behind them.
fn segments(canvas: &mut Canvas<'_>, rail: &Rail, at: usize, middle: f32) {
    let chart = canvas.chart;
    let group = &chart.groups[at];
    let single = chart.series.len() == 1;
    let total = total_of(canvas, group);
    let text = canvas.written(total);
    let wide = canvas.width_of(&text, Face::Strong);
    let mut x = rail.zero();
    for (series, number) in group.numbers.iter().enumerate() {
        let number = number.unwrap_or(0.0);
        let length = rail.length(number);
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
        // One bar is one mark with the number behind it.
        let beyond = Area {
            width: if single { long + GAP + wide } else { long },
            ..area
        };
        canvas.bar(area, beyond, at, series);
        let written = canvas.written(Some(number));
        let fits = canvas.width_of(&written, Face::Label) + 6.0 <= long;
        if !single && fits && number != 0.0 {
            let tone = Tone::On(chart.series[series].shade);
            canvas.text(area.center(), Anchor::Middle, Face::Label, tone, written);
        }
        if number != 0.0 {
            x += length.max(0.0).max(if length > 0.0 { long } else { 0.0 }) + 1.0;
        }
    }
    let place = Spot {
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
    canvas.text(place, Anchor::Start, Face::Strong, Tone::Ink, text);
    let note = Spot {
        x: place.x + wide + GAP,
        y: middle,
    };
    if !group.note.is_empty() {
        let text = group.note.clone();
        canvas.text(note, Anchor::Start, Face::Label, Tone::Mute, text);
    }
}

/// A bar for every series, each with its number behind it.
fn beside(canvas: &mut Canvas<'_>, rail: &Rail, at: usize, middle: f32) {
    let chart = canvas.chart;
    let numbers = &chart.groups[at].numbers;
    let top = middle - (BESIDE + 1.0) * numbers.len() as f32 / 2.0;
    for (series, number) in numbers.iter().enumerate() {
        let length = rail.length(number.unwrap_or(0.0));
        let long = match number {
            Some(number) if *number != 0.0 => length.abs().max(2.0),
            _ => 0.0,
        };
        let area = Area {
            left: rail.zero() + length.min(0.0),
            top: top + (BESIDE + 1.0) * series as f32,
            width: long,
            height: BESIDE,
        };
        let text = canvas.written(*number);
        let wide = canvas.width_of(&text, Face::Label);
        let end = area.right().max(rail.zero()) + GAP;
        let beyond = Area {
            width: end + wide - area.left,
            ..area
        };
        canvas.bar(area, beyond, at, series);
        let spot = Spot {
            x: end,
            y: area.center().y,
        };
        canvas.text(spot, Anchor::Start, Face::Label, Tone::Ink, text);
    }
}
