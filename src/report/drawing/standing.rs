//! Bars that stand, one for every point of time, with their numbers above them and in their segments.

use super::frame::Frame;
use super::sheet::Sheet;
use super::{Anchor, Area, Face, Spot, Tone};

/// How much of a point of time its bar takes, and how thick it is at most.
const SHARE: f32 = 0.64;
const THICKEST: f32 = 56.0;
/// How high a number above a bar is.
const ABOVE: f32 = 22.0;

pub fn lay(sheet: &mut Sheet<'_>) {
    sheet.legend();
    let (chart, room) = (sheet.chart, sheet.room);
    let single = chart.series.len() == 1;
    let face = Face::Strong;
    let above = |group: &crate::report::Group| match single {
        true => group.numbers.first().copied().flatten(),
        false => group.total,
    };
    let widest = sheet.widest(chart.groups.iter().map(above), face);
    let columns = chart.groups.len();
    let area = Area {
        left: 0.0,
        top: sheet.drawing.height + ABOVE,
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
        false => sheet.axis(area, columns, (low, high)),
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
            sheet.bar(bar, beyond, at, series);
            let text = sheet.written(Some(number));
            let wide = sheet.width_of(&text, Face::Label);
            if !single && wide + 4.0 <= thick && bar.height >= Face::Label.size() + 2.0 {
                let tone = Tone::On(chart.series[series].shade);
                sheet.text(bar.center(), Anchor::Middle, Face::Label, tone, text);
            }
            base += number;
        }
        if labelled {
            let spot = Spot {
                x: frame.x(at),
                y: frame.y(base.max(0.0)) - ABOVE / 2.0,
            };
            let text = sheet.written(above(group));
            let wide = sheet.width_of(&text, face);
            if !single {
                let area = Area {
                    left: spot.x - wide / 2.0 - 3.0,
                    top: spot.y - ABOVE / 2.0,
                    width: wide + 6.0,
                    height: ABOVE - 2.0,
                };
                sheet.mark(area, at, None);
            }
            sheet.text(spot, Anchor::Middle, face, Tone::Ink, text);
        }
    }
    let y = frame.y(0.0) + 0.5;
    sheet.level(frame.area.left, frame.area.right(), y);
    sheet.times(&frame);
}
