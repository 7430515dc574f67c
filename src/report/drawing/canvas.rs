//! What every kind of chart needs while it is laid out: texts with their room, the names of the series, and marks.

use super::frame::{Frame, scale};
use super::items::{Drawing, Item, Mark, Room};
use super::shapes::{Anchor, Area, Face, Ruler, Spot, Tone};
use super::text_fit::{shortened, wrapped};
use crate::figures::Number;
use crate::report::chart::{Chart, Shade};

/// From one line of small letters to the next.
const LINE: f32 = 16.0;

/// A drawing that grows downwards.
pub struct Canvas<'a> {
    pub chart: &'a Chart,
    pub room: Room,
    pub ruler: Ruler<'a>,
    pub drawing: Drawing,
}

impl<'a> Canvas<'a> {
    pub fn new(chart: &'a Chart, room: Room, ruler: Ruler<'a>) -> Self {
        let drawing = Drawing {
            height: 0.0,
            items: Vec::new(),
            marks: Vec::new(),
            said: Vec::new(),
        };
        Self {
            chart,
            room,
            ruler,
            drawing,
        }
    }

    pub fn width_of(&self, text: &str, face: Face) -> f32 {
        (self.ruler)(text, face)
    }

    /// The widest of these numbers as they are written.
    pub fn widest(&self, numbers: impl Iterator<Item = Number>, face: Face) -> f32 {
        let widths = numbers.map(|number| self.width_of(&self.written(number), face));
        widths.fold(0.0, f32::max)
    }

    pub fn written(&self, number: Number) -> String {
        self.chart.unit.written(number, self.chart.language)
    }

    pub fn text(&mut self, at: Spot, anchor: Anchor, face: Face, tone: Tone, text: String) {
        self.drawing.items.push(Item::Text {
            at,
            anchor,
            face,
            tone,
            text,
        });
    }

    /// A name before a bar: in two lines where one is too short for it, its end left out where two are.
    pub fn name(&mut self, right: Spot, room: f32, two: bool, name: &str) {
        let lines = wrapped(name, room, |text| self.width_of(text, Face::Body));
        let (one, other) = match &lines[..] {
            [first, rest @ ..] if two && !rest.is_empty() => (first.clone(), Some(rest.join(" "))),
            _ => (name.to_owned(), None),
        };
        let lines: Vec<String> = [Some(one), other].into_iter().flatten().collect();
        let above = (lines.len() as f32 - 1.0) * LINE / 2.0;
        for (at, line) in lines.iter().enumerate() {
            let text = shortened(line, Face::Body, room, self.ruler);
            let y = right.y - above + at as f32 * LINE;
            let spot = Spot { x: right.x, y };
            self.text(spot, Anchor::End, Face::Body, Tone::Ink, text);
        }
    }

    pub fn rule(&mut self, from: Spot, to: Spot) {
        self.drawing.items.push(Item::Rule { from, to });
    }

    /// A line from left to right.
    pub fn level(&mut self, left: f32, right: f32, y: f32) {
        self.rule(Spot { x: left, y }, Spot { x: right, y });
    }

    /// A bar that is a mark; what belongs to it can be pointed at as well.
    pub fn bar(&mut self, area: Area, beyond: Area, group: usize, series: usize) {
        let mark = self.mark(area.with(beyond), group, Some(series));
        self.drawing.items.push(Item::Bar {
            area,
            shade: self.chart.series[series].shade,
            mark: Some(mark),
        });
    }

    pub fn mark(&mut self, area: Area, group: usize, series: Option<usize>) -> usize {
        self.drawing.marks.push(Mark {
            group,
            series,
            area,
        });
        self.drawing.marks.len() - 1
    }

    /// The square before a name.
    pub fn swatch(&mut self, at: Spot, shade: Shade) {
        let area = Area {
            left: at.x,
            top: at.y - 6.0,
            width: 12.0,
            height: 12.0,
        };
        self.drawing.items.push(Item::Bar {
            area,
            shade,
            mark: None,
        });
    }

    /// The names of the series with their colours, where there is more than one.
    pub fn legend(&mut self) {
        let chart = self.chart;
        if chart.series.len() < 2 {
            return;
        }
        let mut at = Spot { x: 0.0, y: 8.0 };
        for series in &chart.series {
            let name = shortened(
                &series.name,
                Face::Label,
                self.room.width - 18.0,
                self.ruler,
            );
            let needed = 18.0 + self.width_of(&name, Face::Label);
            if at.x > 0.0 && at.x + needed > self.room.width {
                at = Spot {
                    x: 0.0,
                    y: at.y + 20.0,
                };
            }
            self.swatch(at, series.shade);
            let text = Spot {
                x: at.x + 18.0,
                y: at.y,
            };
            self.text(text, Anchor::Start, Face::Label, Tone::Mute, name);
            at.x += needed + 16.0;
        }
        self.drawing.height = at.y + 20.0;
    }

    /// The axis at the left of a frame that begins at `left`, for these numbers: the frame beside it.
    pub fn axis(&mut self, area: Area, columns: usize, (low, high): (f64, f64)) -> Frame {
        let marks = scale(low, high, self.chart.unit);
        let numbers = marks.iter().map(|number| Some(*number));
        let aside = self.widest(numbers, Face::Label) + 8.0;
        let frame = Frame {
            area: Area {
                left: area.left + aside,
                width: area.width - aside,
                ..area
            },
            columns,
            low: marks.first().copied().unwrap_or(low),
            high: marks.last().copied().unwrap_or(high),
        };
        for number in marks {
            let y = frame.y(number);
            self.level(frame.area.left, frame.area.right(), y);
            let spot = Spot {
                x: frame.area.left - 8.0,
                y,
            };
            let text = self.written(Some(number));
            self.text(spot, Anchor::End, Face::Label, Tone::Mute, text);
        }
        frame
    }

    /// The names of the points of time below a frame, as many as there is room for: the last one always, then those before
    /// it. The canvas goes on below them.
    pub fn times(&mut self, frame: &Frame) {
        let groups = &self.chart.groups;
        let mut free = f32::INFINITY;
        let mut deepest = 1;
        for (at, group) in groups.iter().enumerate().rev() {
            let lines = self.on_axis(&group.name, frame.step() - 6.0);
            let widths = lines.iter().map(|line| self.width_of(line, Face::Label));
            let half = widths.fold(0.0, f32::max) / 2.0;
            let x = frame.x(at).min(self.room.width - half);
            if x + half > free {
                continue;
            }
            free = x - half - 6.0;
            deepest = deepest.max(lines.len());
            for (line, text) in lines.into_iter().enumerate() {
                let y = frame.area.bottom() + 14.0 + LINE * line as f32;
                let spot = Spot { x, y };
                self.text(spot, Anchor::Middle, Face::Label, Tone::Mute, text);
            }
        }
        self.drawing.height = frame.area.bottom() + 8.0 + LINE * deepest as f32;
    }

    /// A name in one line where it fits, and otherwise in the two that are least wide.
    fn on_axis(&self, name: &str, room: f32) -> Vec<String> {
        let whole = self.width_of(name, Face::Label);
        if whole <= room {
            return vec![name.to_owned()];
        }
        let halves = name.match_indices(' ');
        let halves = halves.map(|(at, space)| [&name[..at], &name[at + space.len()..]]);
        let widest = |halves: &[&str; 2]| {
            let widths = halves.iter().map(|half| self.width_of(half, Face::Label));
            widths.fold(0.0, f32::max)
        };
        let best = halves.min_by(|one, other| widest(one).total_cmp(&widest(other)));
        let best = best.map(|halves| halves.map(str::to_owned).to_vec());
        best.unwrap_or_else(|| vec![name.to_owned()])
    }

    /// A line of small letters below what is drawn.
    pub fn says(&mut self, text: &str) {
        self.drawing.said.push(text.to_owned());
        self.drawing.height += 4.0;
        let ruler = self.ruler;
        for line in wrapped(text, self.room.width, |text| ruler(text, Face::Label)) {
            let spot = Spot {
                x: 0.0,
                y: self.drawing.height + LINE / 2.0,
            };
            self.text(spot, Anchor::Start, Face::Label, Tone::Mute, line);
            self.drawing.height += LINE;
        }
    }

    /// How many are left out, where there are any.
    pub fn rest(&mut self, count: usize) {
        if count > 0 {
            let count = [("count", (count as i64).into())];
            let text = self.chart.language.say("chart-rest", &count);
            self.says(&text);
        }
    }

    /// What has to be said of the drawing.
    pub fn note(&mut self) {
        if let Some(note) = &self.chart.note {
            self.says(note);
        }
    }

    pub fn says_empty(&mut self) {
        let text = self.chart.language.text("chart-empty");
        self.says(&text);
    }
}
