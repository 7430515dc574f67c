//! Writes the elements of an SVG file.

use std::fmt::Write;

use crate::colour::{LIGHT, Rgb};
use crate::report::chart::Shade;
use crate::report::drawing::{Anchor, Area, Point};
use crate::report::markup::escaped;

/// The colour of a series on a light background.
pub fn fill(shade: Shade) -> Rgb {
    let (full, light) = LIGHT.series[shade.colour % LIGHT.series.len()];
    if shade.light { light } else { full }
}

/// The size, weight and colour of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    pub size: f32,
    pub bold: bool,
    pub colour: Rgb,
}

/// An SVG file in the making.
pub struct SvgWriter {
    width: f32,
    elements: String,
}

impl SvgWriter {
    pub fn new(width: f32) -> Self {
        Self {
            width,
            elements: String::new(),
        }
    }

    /// The whole file, of this height and with this name.
    pub fn finish(self, height: f32, name: &str) -> String {
        let (width, name, paper) = (self.width, escaped(name), LIGHT.paper);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height:.0}\" \
             viewBox=\"0 0 {width} {height:.0}\" role=\"img\" aria-label=\"{name}\" \
             font-family=\"'Noto Sans', 'Segoe UI', Arial, sans-serif\">\n<title>{name}</title>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\n{}</svg>\n",
            self.elements
        )
    }

    /// A line of the file. Writing to a text cannot fail.
    fn put(&mut self, element: std::fmt::Arguments<'_>) {
        let _ = self.elements.write_fmt(element);
        self.elements.push('\n');
    }

    /// A text with its middle at this height.
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

    /// A bar, with its title.
    pub fn bar(&mut self, area: Area, colour: Rgb, title: Option<&str>) {
        let title = title.map_or_else(String::new, |title| {
            format!("<title>{}</title>", escaped(title))
        });
        let Area {
            left,
            top,
            width,
            height,
        } = area;
        self.put(format_args!(
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{colour}\">{title}</rect>"
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
            .map(|point| format!("{:.1},{:.1}", point.x, point.y))
            .collect();
        self.put(format_args!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            points.join(" ")
        ));
    }

    /// A point of a line, in a shape by its colour, so that lines are told apart in grey as well.
    pub fn point(&mut self, Point { x, y }: Point, radius: f32, shade: Shade, title: &str) {
        let (title, colour) = (escaped(title), fill(shade));
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
            "<{name} {shape} fill=\"{colour}\"><title>{title}</title></{name}>"
        ));
    }
}
