//! The basic shapes of a drawing: points and areas, and how a text looks and stands.

use crate::report::chart::Shade;

/// A place, in points of the screen or the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
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

/// The size and weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStyle {
    /// A name: 14 points.
    Body,
    /// A total: 14 points, bold.
    Strong,
    /// A number or a point of time: 12 points.
    Label,
}

/// The colour of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextColour {
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

/// Measures how wide a text is, with the fonts that it will be painted in.
pub type TextWidth<'a> = &'a dyn Fn(&str, TextStyle) -> f32;

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
    pub fn center(&self) -> Point {
        Point {
            x: self.left + self.width / 2.0,
            y: self.top + self.height / 2.0,
        }
    }

    /// Whether it is too small to be seen.
    pub fn is_empty(&self) -> bool {
        self.width <= 0.0 || self.height <= 0.0
    }

    /// The smallest area that holds both.
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

impl TextStyle {
    /// Its size in points.
    pub fn size(self) -> f32 {
        match self {
            Self::Body | Self::Strong => 14.0,
            Self::Label => 12.0,
        }
    }

    /// Whether it is bold.
    pub fn is_bold(self) -> bool {
        self == Self::Strong
    }
}
