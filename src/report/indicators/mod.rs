//! Indicators as they are published: the table of a year, and the course of one over the years.

mod chart;
mod json;
mod remarks;
mod table;

pub use chart::series_chart;
pub(crate) use json::{SeriesJson, YearJson};
pub use remarks::remarks;
pub use table::IndicatorTable;
