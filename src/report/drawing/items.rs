//! A chart that was laid out: everything that is painted, in order, and the marks that can be pointed at.

use super::frame::Frame;
use super::shapes::{Anchor, Area, Face, Spot, Tone};
use crate::report::chart::Shade;

/// Something that is painted.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A bar, a segment of one, or the square before a name.
    Bar {
        /// Where.
        area: Area,
        /// In what colour.
        shade: Shade,
        /// The mark that it is; none for the square before a name.
        mark: Option<usize>,
    },
    /// A thin line.
    Rule {
        /// From where.
        from: Spot,
        /// To where.
        to: Spot,
    },
    /// A text.
    Text {
        /// Where.
        at: Spot,
        /// To which side.
        anchor: Anchor,
        /// In which letters.
        face: Face,
        /// In which colour.
        tone: Tone,
        /// What it says.
        text: String,
    },
    /// Lines through their points.
    Lines {
        /// What their places mean.
        frame: Frame,
        /// Each by its place among the series, and in which colour.
        lines: Vec<(usize, Shade)>,
        /// How large their points are.
        radius: f32,
    },
}

/// Something that can be pointed at and opened: a number of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which bar or point of time.
    pub group: usize,
    /// Which series; none for the total of a bar.
    pub series: Option<usize>,
    /// Where it stands.
    pub area: Area,
}

/// For what a chart is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// How wide it is.
    pub width: f32,
    /// How high a chart over time is, without the names of its series.
    pub height: f32,
    /// From one lying bar to the next.
    pub pitch: f32,
    /// How many lying bars there are at most; how many more there would be is said.
    pub most: usize,
}

/// A chart, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// How high it became.
    pub height: f32,
    /// What is painted, in order.
    pub items: Vec<Item>,
    /// What can be pointed at.
    pub marks: Vec<Mark>,
    /// The sentences that are painted: what is left out, to what scale it is drawn.
    pub said: Vec<String>,
}
