//! The canvas on which every kind of chart is laid out: bars, texts, a legend, an axis and captions.

use super::frame::{Frame, scale};
use super::items::{ChartSize, Drawing, Item, Mark};
use super::shapes::{Anchor, Area, Point, TextColour, TextStyle, TextWidth};
use super::text_fit::{shortened, wrapped};
use crate::figures::Number;
use crate::report::chart::{Chart, Shade};

/// The height of a line of labels.
const LINE: f32 = 16.0;

/// A drawing in the making, filled from top to bottom.
pub struct Canvas<'a> {
    pub chart: &'a Chart,
    pub size: ChartSize,
    pub text_width: TextWidth<'a>,
    pub drawing: Drawing,
}

impl<'a> Canvas<'a> {
    /// An empty canvas for a chart of this size.
    pub fn new(chart: &'a Chart, size: ChartSize, text_width: TextWidth<'a>) -> Self {
        let drawing = Drawing {
            height: 0.0,
            items: Vec::new(),
            marks: Vec::new(),
            captions: Vec::new(),
        };
        Self {
            chart,
            size,
            text_width,
            drawing,
        }
    }

    /// How wide a text is.
    pub fn width_of(&self, text: &str, style: TextStyle) -> f32 {
        (self.text_width)(text, style)
    }

    /// The widest of these numbers as they are written.
    pub fn widest(&self, numbers: impl Iterator<Item = Number>, style: TextStyle) -> f32 {
        let widths = numbers.map(|number| self.width_of(&self.written(number), style));
        widths.fold(0.0, f32::max)
    }

    /// A number as it is printed.
    pub fn written(&self, number: Number) -> String {
        self.chart.unit.written(number, self.chart.language)
    }

    /// A text.
    pub fn text(
        &mut self,
        at: Point,
        anchor: Anchor,
        style: TextStyle,
        colour: TextColour,
        text: String,
    ) {
        self.drawing.items.push(Item::Text {
            at,
            anchor,
            style,
            colour,
            text,
        });
    }

    /// A muted label.
    pub fn label(&mut self, at: Point, anchor: Anchor, text: String) {
        self.text(at, anchor, TextStyle::Label, TextColour::Mute, text);
    }

    /// A name or a total in bold.
    pub fn strong(&mut self, at: Point, anchor: Anchor, text: String) {
        self.text(at, anchor, TextStyle::Strong, TextColour::Ink, text);
    }

    /// A name before a bar: in two lines where one is too short for it, shortened where two are.
    pub fn name(&mut self, right: Point, room: f32, two: bool, name: &str) {
        let lines = wrapped(name, room, |text| self.width_of(text, TextStyle::Body));
        let (one, other) = match &lines[..] {
            [first, rest @ ..] if two && !rest.is_empty() => (first.clone(), Some(rest.join(" "))),
            _ => (name.to_owned(), None),
        };
        let lines: Vec<String> = [Some(one), other].into_iter().flatten().collect();
        let above = (lines.len() as f32 - 1.0) * LINE / 2.0;
        for (at, line) in lines.iter().enumerate() {
            let text = shortened(line, TextStyle::Body, room, self.text_width);
            let y = right.y - above + at as f32 * LINE;
            let point = Point { x: right.x, y };
            self.text(point, Anchor::End, TextStyle::Body, TextColour::Ink, text);
        }
    }

    /// A thin line.
    pub fn rule(&mut self, from: Point, to: Point) {
        self.drawing.items.push(Item::Rule { from, to });
    }

    /// A line from left to right.
    pub fn horizontal_line(&mut self, left: f32, right: f32, y: f32) {
        self.rule(Point { x: left, y }, Point { x: right, y });
    }

    /// The bar of a series in a group. Its mark covers the number beside it as well.
    pub fn bar(&mut self, area: Area, beside: Area, group: usize, series: usize) {
        let mark = self.mark(area.with(beside), group, Some(series));
        self.drawing.items.push(Item::Bar {
            area,
            shade: self.chart.series[series].shade,
            mark: Some(mark),
        });
    }

    /// An area that can be pointed at: the number of a series in a group, or the total of the group.
    pub fn mark(&mut self, area: Area, group: usize, series: Option<usize>) -> usize {
        self.drawing.marks.push(Mark {
            group,
            series,
            area,
        });
        self.drawing.marks.len() - 1
    }

    /// The coloured square before a name.
    pub fn swatch(&mut self, at: Point, shade: Shade) {
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
        let mut at = Point { x: 0.0, y: 8.0 };
        for series in &chart.series {
            let name = shortened(
                &series.name,
                TextStyle::Label,
                self.size.width - 18.0,
                self.text_width,
            );
            let needed = 18.0 + self.width_of(&name, TextStyle::Label);
            if at.x > 0.0 && at.x + needed > self.size.width {
                at = Point {
                    x: 0.0,
                    y: at.y + 20.0,
                };
            }
            self.swatch(at, series.shade);
            let text = Point {
                x: at.x + 18.0,
                y: at.y,
            };
            self.label(text, Anchor::Start, name);
            at.x += needed + 16.0;
        }
        self.drawing.height = at.y + 20.0;
    }

    /// Draws an axis at the left of this area, for these numbers, and returns the frame beside it.
    pub fn axis(&mut self, area: Area, columns: usize, low: f64, high: f64) -> Frame {
        let marks = scale(low, high, self.chart.unit);
        let numbers = marks.iter().map(|number| Some(*number));
        let aside = self.widest(numbers, TextStyle::Label) + 8.0;
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
            self.horizontal_line(frame.area.left, frame.area.right(), y);
            let point = Point {
                x: frame.area.left - 8.0,
                y,
            };
            let text = self.written(Some(number));
            self.label(point, Anchor::End, text);
        }
        frame
    }

    /// The labels of the points of time below a frame, as many as there is room for: the last one always, then those before
    /// it.
    pub fn time_labels(&mut self, frame: &Frame) {
        let groups = &self.chart.groups;
        let mut free = f32::INFINITY;
        let mut deepest = 1;
        for (at, group) in groups.iter().enumerate().rev() {
            let lines = self.on_axis(&group.name, frame.step() - 6.0);
            let widths = lines
                .iter()
                .map(|line| self.width_of(line, TextStyle::Label));
            let half = widths.fold(0.0, f32::max) / 2.0;
            let x = frame.x(at).min(self.size.width - half);
            if x + half > free {
                continue;
            }
            free = x - half - 6.0;
            deepest = deepest.max(lines.len());
            for (line, text) in lines.into_iter().enumerate() {
                let y = frame.area.bottom() + 14.0 + LINE * line as f32;
                let point = Point { x, y };
                self.label(point, Anchor::Middle, text);
            }
        }
        self.drawing.height = frame.area.bottom() + 8.0 + LINE * deepest as f32;
    }

    /// A name in one line where it fits, and otherwise in the two that are least wide.
    fn on_axis(&self, name: &str, room: f32) -> Vec<String> {
        let whole = self.width_of(name, TextStyle::Label);
        if whole <= room {
            return vec![name.to_owned()];
        }
        let halves = name.match_indices(' ');
        let halves = halves.map(|(at, space)| [&name[..at], &name[at + space.len()..]]);
        let widest = |halves: &[&str; 2]| {
            let widths = halves
                .iter()
                .map(|half| self.width_of(half, TextStyle::Label));
            widths.fold(0.0, f32::max)
        };
        let best = halves.min_by(|one, other| widest(one).total_cmp(&widest(other)));
        let best = best.map(|halves| halves.map(str::to_owned).to_vec());
        best.unwrap_or_else(|| vec![name.to_owned()])
    }

    /// A sentence below what is drawn.
    pub fn caption(&mut self, text: &str) {
        self.drawing.captions.push(text.to_owned());
        self.drawing.height += 4.0;
        let text_width = self.text_width;
        for line in wrapped(text, self.size.width, |text| {
            text_width(text, TextStyle::Label)
        }) {
            let point = Point {
                x: 0.0,
                y: self.drawing.height + LINE / 2.0,
            };
            self.label(point, Anchor::Start, line);
            self.drawing.height += LINE;
        }
    }

    /// A caption that says how many are left out, where there are any.
    pub fn caption_left_out(&mut self, count: usize) {
        if count > 0 {
            let count = [("count", (count as i64).into())];
            let text = self.chart.language.say("chart-rest", &count);
            self.caption(&text);
        }
    }

    /// The note of the chart, where it has one.
    pub fn note(&mut self) {
        if let Some(note) = &self.chart.note {
            self.caption(note);
        }
    }

    /// A caption that says that there is nothing to draw.
    pub fn caption_empty(&mut self) {
        let text = self.chart.language.text("chart-empty");
        self.caption(&text);
    }
}
