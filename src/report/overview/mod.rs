//! The overview as it is published: a page for each table that stands on the screen.

mod json;
mod pages;
mod publishing;
mod question;

pub use pages::OverviewPages;
pub use question::{IndicatorRow, OverviewQuestion};
