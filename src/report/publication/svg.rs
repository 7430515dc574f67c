//! A chart as a drawing: SVG that a browser, Word and a printer show alike, each number in it as text.
//!
//! Bars and lines begin at zero, values stand beside what they are of, and every mark says in its title what it is.

use super::chart::{Chart, Group, Hue, Shape};
use super::drawing::{Anchor, Drawing, Ink, LINE, MUTE, fill, width};
use super::{Publication, Unit};
use crate::figures::Number;

/// How wide a drawing is: with its margins it fills a page.
const WIDTH: f64 = 960.0;
const MARGIN: f64 = 24.0;
/// How high a bar is, and a row of bars beyond them.
const BAR: f64 = 20.0;
const BETWEEN: f64 = 12.0;
/// How high a chart over time is.
const PLOT: f64 = 300.0;
/// How many small charts stand beside each other.
const PANELS: usize = 4;
const PANEL: f64 = 110.0;

/// The chart of a publication, with its title above it and what must be said below it.
pub fn svg(publication: &Publication) -> String {
    let mut page = Page {
        chart: &publication.chart,
        drawing: Drawing::new(WIDTH),
        y: MARGIN,
    };
    page.lines(&publication.above());
    page.legend();
    match publication.chart.shape {
        Shape::Stacked | Shape::Grouped => page.lying(),
        Shape::Standing => page.standing(),
        Shape::Lines => page.lines_over_time(),
        Shape::Panels => page.panels(),
    }
    page.y += 8.0;
    let mut below = publication.below();
    below.push(publication.made.clone());
    page.small(&below);
    page.drawing
        .finish(page.y + MARGIN / 2.0, &publication.title)
}

struct Page<'a> {
    chart: &'a Chart,
    drawing: Drawing,
    /// How far down the page is filled.
    y: f64,
}

impl Page<'_> {
    /// The title, and the lines below it.
    fn lines(&mut self, lines: &[String]) {
        for (at, line) in lines.iter().enumerate() {
            let ink = if at == 0 {
                Ink::title()
            } else {
                Ink::body().in_colour(MUTE)
            };
            for line in ink.wrapped(line, WIDTH - 2.0 * MARGIN) {
                self.y += ink.size;
                self.drawing.text(MARGIN, self.y, Anchor::Start, ink, &line);
                self.y += 6.0;
            }
        }
        self.y += 10.0;
    }

    fn small(&mut self, lines: &[String]) {
        let ink = Ink::label().in_colour(MUTE);
        for line in lines {
            for line in ink.wrapped(line, WIDTH - 2.0 * MARGIN) {
                self.y += ink.size + 4.0;
                self.drawing.text(MARGIN, self.y, Anchor::Start, ink, &line);
            }
        }
    }

    /// The names of the series, where those do not stand beside them.
    fn legend(&mut self) {
        let named_elsewhere = matches!(self.chart.shape, Shape::Lines | Shape::Panels);
        if self.chart.series.len() < 2 || named_elsewhere {
            return;
        }
        let ink = Ink::label();
        let mut x = MARGIN;
        for hue in &self.chart.series {
            let needed = 18.0 + width(&hue.name, ink) + 18.0;
            if x > MARGIN && x + needed > WIDTH - MARGIN {
                x = MARGIN;
                self.y += 20.0;
            }
            self.drawing.rect((x, self.y, 12.0, 12.0), fill(hue), None);
            self.drawing
                .text(x + 18.0, self.y + 10.5, Anchor::Start, ink, &hue.name);
            x += needed;
        }
        self.y += 28.0;
    }

    fn written(&self, number: Number) -> String {
        self.chart.unit.written(number, self.chart.language)
    }

    /// What a mark says: the group, the series where there are several, and the number.
    fn says(&self, group: &Group, hue: &Hue, number: Number) -> String {
        let several = self.chart.series.len() > 1;
        let names = [Some(&group.name), several.then_some(&hue.name)];
        let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        format!("{}: {}", names.join(", "), self.written(number))
    }

    /// Bars that lie below one another, their names before them.
    fn lying(&mut self) {
        let chart = self.chart;
        let names = chart
            .groups
            .iter()
            .map(|group| width(&group.name, Ink::body()));
        let label = names.fold(60.0, f64::max).min(320.0) + 12.0;
        let left = MARGIN + label;
        let values = chart.groups.iter().flat_map(|group| &group.numbers);
        let totals = chart.groups.iter().map(|group| &group.total);
        let values = values
            .chain(totals)
            .map(|number| width(&self.written(*number), Ink::strong()));
        let room = WIDTH - MARGIN - left - values.fold(20.0, f64::max) - 10.0;
        let most = chart.most();
        let length =
            |number: f64| (number.max(0.0) / most * room).max(if number > 0.0 { 1.5 } else { 0.0 });
        let top = self.y;
        let stacked = chart.shape == Shape::Stacked;
        for group in &chart.groups {
            let bars = if stacked {
                1
            } else {
                chart.series.len().max(1)
            };
            let height = bars as f64 * BAR;
            let name = Ink::body().shortened(&group.name, label - 12.0);
            let middle = self.y + height / 2.0 + 4.5;
            self.drawing
                .text(left - 10.0, middle, Anchor::End, Ink::body(), &name);
            let mut x = left;
            for (at, (hue, number)) in chart.series.iter().zip(&group.numbers).enumerate() {
                let (says, long) = (
                    self.says(group, hue, *number),
                    length(number.unwrap_or(0.0)),
                );
                let y = if stacked {
                    self.y
                } else {
                    self.y + at as f64 * BAR
                };
                let text = self.written(*number);
                if stacked {
                    self.drawing.rect((x, y, long, BAR), fill(hue), Some(&says));
                    let ink = Ink::label().on(fill(hue));
                    if long > width(&text, ink) + 8.0 {
                        self.drawing
                            .text(x + long / 2.0, y + 14.5, Anchor::Middle, ink, &text);
                    }
                    x += long;
                } else {
                    self.drawing
                        .rect((left, y + 1.0, long, BAR - 2.0), fill(hue), Some(&says));
                    self.drawing.text(
                        left + long + 6.0,
                        y + 14.5,
                        Anchor::Start,
                        Ink::strong(),
                        &text,
                    );
                }
            }
            if stacked {
                let total = self.written(group.total);
                self.drawing
                    .text(x + 6.0, self.y + 14.5, Anchor::Start, Ink::strong(), &total);
            }
            self.y += height + BETWEEN;
        }
        self.drawing
            .line((left, top - 4.0), (left, self.y - BETWEEN + 4.0), LINE);
    }

    /// Bars that stand beside one another, their numbers above them.
    fn standing(&mut self) {
        let chart = self.chart;
        let (left, base) = (MARGIN, self.y + PLOT);
        let each = (WIDTH - 2.0 * MARGIN) / chart.groups.len().max(1) as f64;
        let thick = (each * 0.6).min(64.0);
        for (at, group) in chart.groups.iter().enumerate() {
            let middle = left + each * (at as f64 + 0.5);
            let (Some(hue), Some(number)) = (chart.series.first(), group.numbers.first()) else {
                continue;
            };
            let height = number.unwrap_or(0.0).max(0.0) / chart.most() * (PLOT - 24.0);
            let says = self.says(group, hue, *number);
            let area = (middle - thick / 2.0, base - height, thick, height);
            self.drawing.rect(area, fill(hue), Some(&says));
            let (text, ink) = (self.written(*number), Ink::strong());
            // Where bars are too thin for their numbers, their titles still say them.
            if width(&text, ink) <= each {
                self.drawing
                    .text(middle, base - height - 6.0, Anchor::Middle, ink, &text);
            }
        }
        self.time_names(left, each, base);
        self.y = base + 26.0;
    }

    /// The names of the points of time, as many as there is room for.
    fn time_names(&mut self, left: f64, each: f64, base: f64) {
        let ink = Ink::label().in_colour(MUTE);
        let groups = &self.chart.groups;
        let widest = groups
            .iter()
            .map(|group| width(&group.name, ink))
            .fold(1.0, f64::max);
        let step = ((widest + 8.0) / each).ceil().max(1.0) as usize;
        for (at, group) in groups.iter().enumerate().step_by(step) {
            let x = left + each * (at as f64 + 0.5);
            self.drawing
                .text(x, base + 18.0, Anchor::Middle, ink, &group.name);
        }
        let right = left + each * groups.len() as f64;
        self.drawing
            .line((left, base + 0.5), (right, base + 0.5), LINE);
    }

    /// Lines, each with its name and last number at its end.
    fn lines_over_time(&mut self) {
        let chart = self.chart;
        let ink = Ink::label();
        let named = |(at, hue): (usize, &Hue)| {
            let last = chart.groups.last().and_then(|group| group.numbers[at]);
            (last, format!("{}  {}", self.written(last), hue.name))
        };
        let names: Vec<(Number, String)> = chart.series.iter().enumerate().map(named).collect();
        let beyond = names
            .iter()
            .map(|(_, name)| width(name, ink))
            .fold(0.0, f64::max)
            .min(280.0);
        let (top, base) = (self.y + 10.0, self.y + PLOT);
        let (step, steps) = scale(chart.most(), chart.unit);
        let marks: Vec<(f64, String)> = (0..=steps)
            .map(|at| (at as f64 * step, self.written(Some(at as f64 * step))))
            .collect();
        let left = MARGIN
            + marks
                .iter()
                .map(|(_, text)| width(text, ink))
                .fold(0.0, f64::max)
            + 8.0;
        let right = WIDTH - MARGIN - beyond - 12.0;
        let height = |number: f64| base - number.max(0.0) / (step * steps as f64) * (base - top);
        for (number, text) in &marks {
            let y = height(*number);
            self.drawing.line((left, y), (right, y), LINE);
            self.drawing
                .text(left - 6.0, y + 4.0, Anchor::End, ink.in_colour(MUTE), text);
        }
        let each = (right - left) / chart.groups.len().max(1) as f64;
        for at in 0..chart.series.len() {
            self.line_of(at, left, each, &height);
        }
        let mut places: Vec<(usize, f64)> = (0..names.len())
            .filter_map(|at| Some((at, height(names[at].0?))))
            .collect();
        places.sort_by(|one, other| other.1.total_cmp(&one.1));
        let mut lowest = base + 6.0;
        for (at, y) in places {
            // Names that would overlap move up, the lowest one first.
            let y = y.min(lowest);
            lowest = y - ink.size - 4.0;
            let name = ink.shortened(&names[at].1, beyond);
            self.drawing
                .text(right + 10.0, y + 4.0, Anchor::Start, ink, &name);
        }
        self.time_names(left, each, base);
        self.y = base + 26.0;
    }

    /// One line with its points. Where a number is not known, the line is broken.
    fn line_of(&mut self, series: usize, left: f64, each: f64, height: &dyn Fn(f64) -> f64) {
        let chart = self.chart;
        let hue = &chart.series[series];
        let place = |(at, group): (usize, &Group)| {
            let number = group.numbers[series]?;
            Some((left + each * (at as f64 + 0.5), height(number)))
        };
        let places: Vec<Option<(f64, f64)>> = chart.groups.iter().enumerate().map(place).collect();
        for stretch in places.split(Option::is_none) {
            let points: Vec<(f64, f64)> = stretch.iter().flatten().copied().collect();
            self.drawing.polyline(&points, fill(hue));
        }
        for (group, place) in chart.groups.iter().zip(&places) {
            if let Some(place) = place {
                let says = self.says(group, hue, group.numbers[series]);
                self.drawing.mark(*place, hue, &says);
            }
        }
    }

    /// A small chart for every series, all to one scale.
    fn panels(&mut self) {
        let chart = self.chart;
        let each = (WIDTH - 2.0 * MARGIN + 20.0) / PANELS as f64;
        let most = chart.most();
        for (at, hue) in chart.series.iter().enumerate() {
            let (column, row) = (at % PANELS, at / PANELS);
            let left = MARGIN + each * column as f64;
            let top = self.y + (PANEL + 62.0) * row as f64;
            let base = top + 20.0 + PANEL;
            let wide = each - 20.0;
            let name = Ink::strong().shortened(&hue.name, wide - 50.0);
            self.drawing
                .text(left, top + 12.0, Anchor::Start, Ink::strong(), &name);
            let last = chart.groups.last().and_then(|group| group.numbers[at]);
            let text = self.written(last);
            self.drawing
                .text(left + wide, top + 12.0, Anchor::End, Ink::strong(), &text);
            let height = |number: f64| base - number.max(0.0) / most * (PANEL - 6.0);
            let step = wide / chart.groups.len().max(1) as f64;
            self.line_of(at, left, step, &height);
            self.drawing
                .line((left, base + 0.5), (left + wide, base + 0.5), LINE);
            let ends = [chart.groups.first(), chart.groups.last()];
            let anchors = [(left, Anchor::Start), (left + wide, Anchor::End)];
            for (group, (x, anchor)) in ends.into_iter().zip(anchors) {
                let name = group.map_or("", |group| group.name.as_str());
                self.drawing
                    .text(x, base + 16.0, anchor, Ink::label().in_colour(MUTE), name);
            }
        }
        let rows = chart.series.len().div_ceil(PANELS);
        self.y += (PANEL + 62.0) * rows as f64;
    }
}

/// The step between the marks of an axis from zero, and how many there are: one, two or five, or ten times that.
fn scale(most: f64, unit: Unit) -> (f64, usize) {
    let least = if unit.places() == 0 { 1.0 } else { 0.01 };
    let decade = 10f64.powf((most / 5.0).log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| (step * decade).max(least));
    let step = steps
        .into_iter()
        .find(|step| most / step <= 5.0)
        .unwrap_or(most);
    (step, (most / step).ceil().max(1.0) as usize)
}
