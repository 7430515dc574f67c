//! A chart that was laid out: everything that is painted, in order, and the marks that can be pointed at.

use super::frame::Frame;
use super::shapes::{Anchor, Area, Point, TextColour, TextStyle};
use crate::report::chart::Shade;

/// Something that is painted.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A bar, a segment of one, or the square before a name.
    Bar {
        /// Where.
        area: Area,
        /// Its colour.
        shade: Shade,
        /// The place of its mark in [`Drawing::marks`]; none for the square before a name.
        mark: Option<usize>,
    },
    /// A thin line.
    Rule {
        /// Where it begins.
        from: Point,
        /// Where it ends.
        to: Point,
    },
    /// A text.
    Text {
        /// Where.
        at: Point,
        /// To which side.
        anchor: Anchor,
        /// Its size and weight.
        style: TextStyle,
        /// Its colour.
        colour: TextColour,
        /// The text.
        text: String,
    },
    /// Lines through their points.
    Lines {
        /// The frame in which their numbers stand.
        frame: Frame,
        /// The place of the series of each, and its colour.
        lines: Vec<(usize, Shade)>,
        /// How large their points are.
        radius: f32,
    },
}

/// An area of the drawing that shows a number of the chart, and can be pointed at and opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which bar or point of time.
    pub group: usize,
    /// Which series; none for the total of a bar.
    pub series: Option<usize>,
    /// Where it stands.
    pub area: Area,
}

/// The size for which a chart is laid out, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartSize {
    /// Its width.
    pub width: f32,
    /// The height of a chart over time, without the names of its series.
    pub height: f32,
    /// The distance from one horizontal bar to the next.
    pub bar_pitch: f32,
    /// The greatest number of horizontal bars; a caption says how many are left out.
    pub most_bars: usize,
}

/// A chart, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its height in points.
    pub height: f32,
    /// What is painted, in order.
    pub items: Vec<Item>,
    /// What can be pointed at.
    pub marks: Vec<Mark>,
    /// The sentences that are painted below it: how many are left out, to what scale it is drawn.
    pub captions: Vec<String>,
}
