//! The marks of a drawing in SVG, its colours and the room its texts take.

use std::fmt::Write;

use super::chart::Hue;
use crate::report::html::escaped;

/// Text.
pub const INK: &str = "#17202B";
/// Labels.
pub const MUTE: &str = "#5A6675";
/// Axes.
pub const LINE: &str = "#DFE4EA";
/// The series, each with its light half: told apart also by whoever sees red and green as one, and in grey.
const SERIES: [(&str, &str); 6] = [
    ("#0B5CAD", "#A9C8E8"),
    ("#D9822B", "#F3CFA8"),
    ("#26785A", "#AFDCC9"),
    ("#7A4FA3", "#D5C3E6"),
    ("#A8A23A", "#E3E0B5"),
    ("#5C6B7A", "#C5CDD6"),
];

/// The colour of a series.
pub fn fill(hue: &Hue) -> &'static str {
    let (full, light) = SERIES[hue.colour % SERIES.len()];
    if hue.light { light } else { full }
}

/// To which side of its place a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    pub size: f64,
    bold: bool,
    colour: &'static str,
}

impl Ink {
    const fn new(size: f64, bold: bool) -> Self {
        Self {
            size,
            bold,
            colour: INK,
        }
    }

    pub const fn title() -> Self {
        Self::new(20.0, true)
    }

    pub const fn body() -> Self {
        Self::new(13.0, false)
    }

    pub const fn strong() -> Self {
        Self::new(13.0, true)
    }

    pub const fn label() -> Self {
        Self::new(12.0, false)
    }

    pub const fn in_colour(self, colour: &'static str) -> Self {
        Self { colour, ..self }
    }

    /// The same on this ground: white, or the ink where white is hard to read.
    pub fn on(self, ground: &str) -> Self {
        // 4,5:1 against white, as WCAG 2.1 asks.
        let contrast = 1.05 / (luminance(ground) + 0.05);
        self.in_colour(if contrast >= 4.5 { "#FFFFFF" } else { INK })
    }

    /// The text, its end left out where there is no room for it.
    pub fn shortened(self, text: &str, room: f64) -> String {
        if width(text, self) <= room {
            return text.to_owned();
        }
        let mut short = text.to_owned();
        while width(&short, self) + self.size > room && short.pop().is_some() {}
        format!("{}…", short.trim_end())
    }

    /// The text in lines that fit, broken between words.
    pub fn wrapped(self, text: &str, room: f64) -> Vec<String> {
        let mut lines: Vec<String> = vec![String::new()];
        for word in text.split_whitespace() {
            let last = lines.len() - 1;
            let longer = match lines[last].as_str() {
                "" => word.to_owned(),
                line => format!("{line} {word}"),
            };
            if width(&longer, self) > room && !lines[last].is_empty() {
                lines.push(word.to_owned());
            } else {
                lines[last] = longer;
            }
        }
        lines
    }
}

/// How wide a text is in Noto Sans, or a little less: whoever has another font sees much the same.
pub fn width(text: &str, ink: Ink) -> f64 {
    let letter = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | '\'' | '|' | ' ' => 0.27,
        'f' | 'r' | 't' | '-' | '(' | ')' | '/' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '…' => 0.9,
        letter if letter.is_uppercase() => 0.66,
        _ => 0.575,
    };
    let bold = if ink.bold { 1.06 } else { 1.0 };
    text.chars().map(letter).sum::<f64>() * ink.size * bold
}

/// The relative luminance of a colour, as WCAG 2.1 defines it.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let digits = colour.get(at..at + 2).unwrap_or("00");
        let value = f64::from(u8::from_str_radix(digits, 16).unwrap_or(0)) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// A drawing that grows downwards.
pub struct Drawing {
    width: f64,
    marks: String,
}

impl Drawing {
    pub fn new(width: f64) -> Self {
        Self {
            width,
            marks: String::new(),
        }
    }

    /// The whole drawing, so high and with this name.
    pub fn finish(self, height: f64, name: &str) -> String {
        let (width, name) = (self.width, escaped(name));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height:.0}\" \
             viewBox=\"0 0 {width} {height:.0}\" role=\"img\" aria-label=\"{name}\" \
             font-family=\"'Noto Sans', 'Segoe UI', Arial, sans-serif\">\n<title>{name}</title>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n{}</svg>\n",
            self.marks
        )
    }

    /// A line of the file. Writing to a text cannot fail.
    fn put(&mut self, mark: std::fmt::Arguments<'_>) {
        let _ = self.marks.write_fmt(mark);
        self.marks.push('\n');
    }

    pub fn text(&mut self, x: f64, y: f64, anchor: Anchor, ink: Ink, text: &str) {
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
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"{colour}\"{weight}>{text}</text>"
        ));
    }

    /// A rectangle by its left, top, width and height, and what it says.
    pub fn rect(
        &mut self,
        (x, y, wide, high): (f64, f64, f64, f64),
        fill: &str,
        says: Option<&str>,
    ) {
        let says = says.map_or_else(String::new, |says| {
            format!("<title>{}</title>", escaped(says))
        });
        self.put(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" fill=\"{fill}\">{says}</rect>"
        ));
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str) {
        self.put(format_args!(
            "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" stroke=\"{colour}\"/>",
            from.0, from.1, to.0, to.1
        ));
    }

    pub fn polyline(&mut self, points: &[(f64, f64)], colour: &str) {
        let points: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        self.put(format_args!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            points.join(" ")
        ));
    }

    /// A point of a line, of a shape of its own, so that lines are told apart in grey as well.
    pub fn mark(&mut self, (x, y): (f64, f64), hue: &Hue, says: &str) {
        let (says, colour) = (escaped(says), fill(hue));
        let shape = match hue.colour % 3 {
            0 => format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\""),
            1 => format!(
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"7\" height=\"7\"",
                x - 3.5,
                y - 3.5
            ),
            _ => format!(
                "<polygon points=\"{x:.1},{:.1} {:.1},{y:.1} {x:.1},{:.1} {:.1},{y:.1}\"",
                y - 5.0,
                x + 5.0,
                y + 5.0,
                x - 5.0
            ),
        };
        self.put(format_args!(
            "{shape} fill=\"{colour}\"><title>{says}</title></{}>",
            element(&shape)
        ));
    }
}

/// The name of an element that was opened.
fn element(opened: &str) -> &str {
    let name = opened.trim_start_matches('<');
    name.split(' ').next().unwrap_or(name)
}
