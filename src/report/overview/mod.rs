//! The overview as it is published: a page for everything that stands on the screen.

mod json;
mod pages;
mod publishing;
mod question;

pub use pages::OverviewPages;
pub use question::{IndicatorRow, OverviewQuestion};
