//! Bars that stand, one for every point of time, with their numbers above them and in their segments.

use super::canvas::Canvas;
use super::frame::Frame;
use super::shapes::{Anchor, Area, Face, Spot, Tone};
use crate::report::chart::Group;

/// How much of a point of time its bar takes, and how thick it is at most.
const SHARE: f32 = 0.64;
const THICKEST: f32 = 56.0;
/// How high a number above a bar is.
const ABOVE: f32 = 22.0;

pub fn draw_vertical_bars(canvas: &mut Canvas<'_>) {
    canvas.legend();
    let (chart, room) = (canvas.chart, canvas.room);
    let single = chart.series.len() == 1;
    let face = Face::Strong;
    let above = |group: &Group| match single {
        true => group.numbers.first().copied().flatten(),
        false => group.total,
    };
    let widest = canvas.widest(chart.groups.iter().map(above), face);
    let columns = chart.groups.len();
    let area = Area {
        left: 0.0,
        top: canvas.drawing.height + ABOVE,
        width: room.width,
        height: room.height - ABOVE,
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
        false => canvas.axis(area, columns, (low, high)),
    };
    let thick = (frame.step() * SHARE).min(THICKEST);
    for (at, group) in chart.groups.iter().enumerate() {
        let left = frame.x(at) - thick / 2.0;
        let mut base = 0.0;
        for (series, number) in group.numbers.iter().enumerate() {
            let number = number.unwrap_or(0.0);
            let (from, to) = (frame.y(base), frame.y(base + number));
            let least = if number == 0.0 { 0.0 } else { 2.0 };
            // A line of the ground keeps segments apart.
            let between = if base == 0.0 { 0.0 } else { 1.0 };
            let bar = Area {
                left,
                top: from.min(to),
                width: thick,
                height: ((from - to).abs() - between).max(least),
            };
            let beyond = Area {
                top: bar.top - if single && labelled { ABOVE } else { 0.0 },
                ..bar
            };
            canvas.bar(bar, beyond, at, series);
            let text = canvas.written(Some(number));
            let wide = canvas.width_of(&text, Face::Label);
            if !single && wide + 4.0 <= thick && bar.height >= Face::Label.size() + 2.0 {
                let tone = Tone::On(chart.series[series].shade);
                canvas.text(bar.center(), Anchor::Middle, Face::Label, tone, text);
            }
            base += number;
        }
        if labelled {
            let spot = Spot {
                x: frame.x(at),
                y: frame.y(base.max(0.0)) - ABOVE / 2.0,
            };
            let text = canvas.written(above(group));
            let wide = canvas.width_of(&text, face);
            if !single {
                let area = Area {
                    left: spot.x - wide / 2.0 - 3.0,
                    top: spot.y - ABOVE / 2.0,
                    width: wide + 6.0,
                    height: ABOVE - 2.0,
                };
                canvas.mark(area, at, None);
            }
            canvas.text(spot, Anchor::Middle, face, Tone::Ink, text);
        }
    }
    let y = frame.y(0.0) + 0.5;
    canvas.level(frame.area.left, frame.area.right(), y);
    canvas.times(&frame);
}
