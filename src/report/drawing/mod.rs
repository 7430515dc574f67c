//! How a chart is laid out: where its bars, lines and texts stand. The window and the writer of pictures paint the same
//! drawing, each with its own fonts and colours, so that what is exported is what was seen.
//!
//! Bars and lines begin at zero, numbers stand in or at what they are of, and there is an axis only where they cannot.

mod canvas;
mod frame;
mod horizontal_bars;
mod items;
mod layout;
mod lines;
mod panels;
mod shapes;
mod text_fit;
mod vertical_bars;

pub use frame::Frame;
pub use items::{ChartSize, Drawing, Item, Mark};
pub use panels::PANEL;
pub use shapes::{Anchor, Area, Point, TextColour, TextStyle, TextWidth};
pub use text_fit::{shortened, width_in_noto, wrapped};
