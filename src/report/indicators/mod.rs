//! Indicators as they are published: the table of a year, one indicator over the years, and several of them.

mod chart;
mod json;
mod many_years;
mod remarks;
mod table;

pub use chart::series_chart;
pub(crate) use json::{SeriesJson, YearJson};
pub(crate) use many_years::ManyYearsJson;
pub use many_years::{average_in_words, contradictions, range_in_words, years_notes, years_of};
pub use remarks::remarks;
pub use table::IndicatorTable;
