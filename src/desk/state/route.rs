//! Which screen is on, and the room it stands in. Around it stand the navigation, the top bar and the status bar.

use egui::{Frame, Margin};

pub use crate::desk::kit::page_header::page_header;
use crate::desk::kit::theme::{self, Palette};

/// Which entry of the navigation is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A register.
    Register(String),
    /// Everything at a glance.
    Overview,
    /// The figures.
    Figures,
    /// What is to be done.
    Work,
    /// The meeting about a list of cases.
    Meeting,
    /// What the years were to come to, and what they came to.
    Indicators,
    /// Whether the amounts of a programme add up.
    Finances,
    /// The lists and definitions.
    Manage,
}

/// The frame of a page.
pub fn page_frame(palette: &Palette) -> Frame {
    let margin = theme::PAGE as i8;
    Frame::new().fill(palette.background).inner_margin(Margin {
        left: margin,
        right: margin,
        top: 18,
        bottom: 16,
    })
}
