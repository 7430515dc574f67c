//! A chart as an SVG file that a browser, Word and a printer show alike, each number in it as text, and every mark with a
//! title that says what it is.

use super::model::Publication;
use super::svg_writer::{Ink, SvgWriter, fill};
use crate::colour::LIGHT;
use crate::report::chart::{Chart, Shade};
use crate::report::drawing::{
    Anchor, Area, ChartSize, Drawing, Frame, Item, Point, TextColour, TextStyle, width_in_noto,
    wrapped,
};

/// The width of a picture, which fills a page with its margins.
const WIDTH: f32 = 960.0;
const MARGIN: f32 = 24.0;

/// The chart of a publication, with the lines above and below it.
pub fn svg(publication: &Publication) -> String {
    let mut page = Page {
        svg: SvgWriter::new(WIDTH),
        y: MARGIN,
    };
    let above = publication.above();
    let title = Ink {
        size: 20.0,
        bold: true,
        colour: LIGHT.ink,
    };
    let small = |size| Ink {
        size,
        bold: false,
        colour: LIGHT.mute,
    };
    page.lines(&above[..1], title);
    page.lines(&above[1..], small(13.0));
    page.y += 14.0;
    page.chart(&publication.chart);
    page.y += 10.0;
    page.lines(&publication.below(), small(12.0));
    page.lines(std::slice::from_ref(&publication.made), small(12.0));
    page.svg.finish(page.y + MARGIN / 2.0, &publication.title)
}

struct Page {
    svg: SvgWriter,
    /// How far down it is filled.
    y: f32,
}

impl Page {
    /// Lines of text, broken where they are too long.
    fn lines(&mut self, lines: &[String], ink: Ink) {
        let wide = |text: &str| width_in_noto(text, ink.size, ink.bold);
        for line in lines {
            for line in wrapped(line, WIDTH - 2.0 * MARGIN, wide) {
                let at = Point {
                    x: MARGIN,
                    y: self.y + ink.size * 0.7,
                };
                self.svg.text(at, Anchor::Start, ink, &line);
                self.y += (ink.size * 1.4).round();
            }
        }
    }

    /// The chart below what stands there already.
    fn chart(&mut self, chart: &Chart) {
        let size = ChartSize {
            width: WIDTH - 2.0 * MARGIN,
            height: 300.0,
            bar_pitch: 32.0,
            most_bars: usize::MAX,
        };
        let text_width =
            |text: &str, style: TextStyle| width_in_noto(text, style.size(), style.is_bold());
        let drawing = Drawing::of(chart, size, &text_width);
        for item in &drawing.items {
            self.item(chart, &drawing, item);
        }
        self.y += drawing.height;
    }

    /// Where a place of the chart is on the page.
    fn point(&self, point: Point) -> Point {
        Point {
            x: point.x + MARGIN,
            y: point.y + self.y,
        }
    }

    fn item(&mut self, chart: &Chart, drawing: &Drawing, item: &Item) {
        match item {
            Item::Bar { area, shade, mark } => {
                let mark = mark.and_then(|at| drawing.marks.get(at));
                let title = mark.map(|mark| chart.mark_label(mark.group, mark.series));
                let Point { x: left, y: top } = self.point(Point {
                    x: area.left,
                    y: area.top,
                });
                let area = Area { left, top, ..*area };
                self.svg.bar(area, fill(*shade), title.as_deref());
            }
            Item::Rule { from, to } => {
                let (from, to) = (self.point(*from), self.point(*to));
                self.svg.line(from, to);
            }
            Item::Text {
                at,
                anchor,
                style,
                colour,
                text,
            } => {
                let ink = Ink {
                    size: style.size(),
                    bold: style.is_bold(),
                    colour: match colour {
                        TextColour::Ink => LIGHT.ink,
                        TextColour::Mute => LIGHT.mute,
                        TextColour::On(shade) => fill(*shade).text(),
                    },
                };
                let at = self.point(*at);
                self.svg.text(at, *anchor, ink, text);
            }
            Item::Lines {
                frame,
                lines,
                radius,
            } => {
                for (series, shade) in lines {
                    self.line(chart, frame, *series, *shade, *radius);
                }
            }
        }
    }

    /// One line with its points. Where a number is not known, the line is broken.
    fn line(&mut self, chart: &Chart, frame: &Frame, series: usize, shade: Shade, radius: f32) {
        let groups = chart.groups.iter().enumerate();
        let places = groups.map(|(at, group)| {
            let number = group.numbers[series]?;
            Some(self.point(frame.place(at, number)))
        });
        let places: Vec<Option<Point>> = places.collect();
        for stretch in places.split(Option::is_none) {
            let points: Vec<Point> = stretch.iter().flatten().copied().collect();
            self.svg.polyline(&points, fill(shade));
        }
        for (group, place) in places.iter().enumerate() {
            if let Some(place) = place {
                let title = chart.mark_label(group, Some(series));
                self.svg.point(*place, radius, shade, &title);
            }
        }
    }
}
