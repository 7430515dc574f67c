//! How a chart is laid out: where its bars, lines and texts stand. The window and the writer of pictures paint the same
//! drawing, each with its own letters and colours, so that what is exported is what was seen.
//!
//! Bars and lines begin at zero, numbers stand in or at what they are of, and there is an axis only where they cannot.

mod frame;
mod letters;
mod lines;
mod lying;
mod panels;
mod sheet;
mod standing;

pub use frame::Frame;
pub use letters::{shortened, width_in_noto, wrapped};
pub use panels::PANEL;

use super::publication::{Chart, Shade, Shape};
use sheet::Sheet;

/// How wide a text is in the letters of whoever paints it.
pub type Ruler<'a> = &'a dyn Fn(&str, Face) -> f32;

/// A place, in points from the left and the top.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// From the left.
    pub left: f32,
    /// From the top.
    pub top: f32,
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
}

/// The letters of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// A name: 14.
    Body,
    /// A total: 14 bold.
    Strong,
    /// A number, a point of time: 12.
    Label,
}

/// The colour of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// That of text.
    Ink,
    /// That of labels.
    Mute,
    /// Whichever can be read on a bar.
    On(Shade),
}

/// To which side of its place a text stands; up and down it stands in the middle of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It stands around it.
    Middle,
    /// It ends there.
    End,
}

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

impl Drawing {
    /// Lays a chart out.
    pub fn of(chart: &Chart, room: Room, ruler: Ruler<'_>) -> Self {
        let mut sheet = Sheet::new(chart, room, ruler);
        if chart.is_empty() {
            sheet.says_empty();
            return sheet.drawing;
        }
        match chart.shape {
            Shape::Stacked | Shape::Grouped => lying::lay(&mut sheet),
            Shape::Standing => standing::lay(&mut sheet),
            Shape::Lines => lines::lay(&mut sheet),
            Shape::Panels => panels::lay(&mut sheet),
        }
        sheet.note();
        sheet.drawing
    }
}

impl Area {
    /// Its right side.
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    /// Its lower side.
    pub fn bottom(&self) -> f32 {
        self.top + self.height
    }

    /// Its middle.
    pub fn center(&self) -> Spot {
        Spot {
            x: self.left + self.width / 2.0,
            y: self.top + self.height / 2.0,
        }
    }

    /// Whether there is nothing of it to be seen.
    pub fn is_empty(&self) -> bool {
        self.width <= 0.0 || self.height <= 0.0
    }

    /// The smallest that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let (left, top) = (self.left.min(other.left), self.top.min(other.top));
        Self {
            left,
            top,
            width: self.right().max(other.right()) - left,
            height: self.bottom().max(other.bottom()) - top,
        }
    }
}

impl Face {
    /// How high its letters are.
    pub fn size(self) -> f32 {
        match self {
            Self::Body | Self::Strong => 14.0,
            Self::Label => 12.0,
        }
    }

    /// Whether they are bold.
    pub fn is_bold(self) -> bool {
        self == Self::Strong
    }
}
