//! Indicators as they are published: the table of a year, and one indicator over the years.

mod chart;
mod json;
mod remarks;
mod table;

pub use chart::series_chart;
pub(crate) use json::{SeriesJson, YearJson};
pub use remarks::remarks;
pub use table::IndicatorTable;
