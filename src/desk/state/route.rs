//! Routes: the screens that the navigation goes to, and the frame that every page is drawn in.

use egui::{Frame, Margin};

pub use crate::desk::kit::page_header::page_header;
use crate::desk::kit::theme::{self, Palette};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list of the register with this id.
    Register(String),
    /// The overview.
    Overview,
    /// The figures.
    Figures,
    /// The list of work.
    Work,
    /// The case meeting.
    Meeting,
    /// The indicators.
    Indicators,
    /// The amounts of a programme.
    Finances,
    /// The lists and definitions.
    Manage,
}

/// The background and margin of a page.
pub fn page_frame(palette: &Palette) -> Frame {
    let margin = theme::PAGE as i8;
    Frame::new().fill(palette.background).inner_margin(Margin {
        left: margin,
        right: margin,
        top: 18,
        bottom: 16,
    })
}
