//! The marks of an SVG file.

use std::fmt::Write;

use crate::colour::{LIGHT, Rgb};
use crate::report::chart::Shade;
use crate::report::drawing::{Anchor, Area, Point};
use crate::report::markup::escaped;

/// The colour of a series on paper.
pub fn fill(shade: Shade) -> Rgb {
    let (full, light) = LIGHT.series[shade.colour % LIGHT.series.len()];
    if shade.light { light } else { full }
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    pub size: f32,
    pub bold: bool,
    pub colour: Rgb,
}

/// A drawing on paper.
pub struct SvgWriter {
    width: f32,
    marks: String,
}

impl SvgWriter {
    pub fn new(width: f32) -> Self {
        Self {
            width,
            marks: String::new(),
        }
    }

    /// The whole drawing, so high and with this name.
    pub fn finish(self, height: f32, name: &str) -> String {
        let (width, name, paper) = (self.width, escaped(name), LIGHT.paper);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height:.0}\" \
             viewBox=\"0 0 {width} {height:.0}\" role=\"img\" aria-label=\"{name}\" \
             font-family=\"'Noto Sans', 'Segoe UI', Arial, sans-serif\">\n<title>{name}</title>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\n{}</svg>\n",
            self.marks
        )
    }

    /// A line of the file. Writing to a text cannot fail.
    fn put(&mut self, mark: std::fmt::Arguments<'_>) {
        let _ = self.marks.write_fmt(mark);
        self.marks.push('\n');
    }

    /// A text whose middle is so high.
    pub fn text(&mut self, at: Point, anchor: Anchor, ink: Ink, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let weight = if ink.bold {
            " font-weight=\"bold\""
        } else {
            ""
        };
        let (Ink { size, colour, .. }, text) = (ink, escaped(text));
        // Letters stand on a line a little below their middle.
        let (x, y) = (at.x, at.y + size * 0.36);
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"{colour}\"{weight}>{text}</text>"
        ));
    }

    /// A bar, and what it says.
    pub fn bar(&mut self, area: Area, colour: Rgb, says: Option<&str>) {
        let says = says.map_or_else(String::new, |says| {
            format!("<title>{}</title>", escaped(says))
        });
        let Area {
            left,
            top,
            width,
            height,
        } = area;
        self.put(format_args!(
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{colour}\">{says}</rect>"
        ));
    }

    pub fn line(&mut self, from: Point, to: Point) {
        self.put(format_args!(
            "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" stroke=\"{}\"/>",
            from.x, from.y, to.x, to.y, LIGHT.line
        ));
    }

    pub fn polyline(&mut self, points: &[Point], colour: Rgb) {
        let points: Vec<String> = points
            .iter()
            .map(|spot| format!("{:.1},{:.1}", spot.x, spot.y))
            .collect();
        self.put(format_args!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            points.join(" ")
        ));
    }

    /// A point of a line, of a shape of its own, so that lines are told apart in grey as well.
    pub fn point(&mut self, Point { x, y }: Point, radius: f32, shade: Shade, says: &str) {
        let (says, colour) = (escaped(says), fill(shade));
        let (name, shape) = match shade.colour % 3 {
            0 => (
                "circle",
                format!("cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\""),
            ),
            1 => {
                let half = radius * 0.9;
                let (left, top, side) = (x - half, y - half, 2.0 * half);
                let size = format!("width=\"{side:.1}\" height=\"{side:.1}\"");
                ("rect", format!("x=\"{left:.1}\" y=\"{top:.1}\" {size}"))
            }
            _ => {
                let reach = radius * 1.25;
                let corners = [
                    (x, y - reach),
                    (x + reach, y),
                    (x, y + reach),
                    (x - reach, y),
                ];
                let corners = corners.map(|(x, y)| format!("{x:.1},{y:.1}"));
                ("polygon", format!("points=\"{}\"", corners.join(" ")))
            }
        };
        self.put(format_args!(
            "<{name} {shape} fill=\"{colour}\"><title>{says}</title></{name}>"
        ));
    }
}
