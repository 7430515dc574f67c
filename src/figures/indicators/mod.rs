//! Indicators: the planned and the actual value of a year, and where the actual value comes from.
//!
//! A value is typed, or follows from the cases of a register, or from two other values. What is typed goes first, because
//! somebody states it; what is known besides is laid beside it, so that the two cannot differ in silence.

mod added_up;
mod amount_text;
mod annual;
mod breakdown;
mod counting;
mod series;
mod several;
mod year_value;
mod yearbook;

pub use added_up::AddedUp;
pub use amount_text::written_amount;
pub use annual::AnnualFigure;
pub use breakdown::{BreakdownLine, PartsExceed};
pub use counting::{CaseCounts, counted_figure, counted_quantity};
pub use series::SeriesPoint;
pub use several::{ManyYears, YearsRow};
pub use year_value::{YearChange, YearKey, YearValue, YearValues};
pub use yearbook::{Basis, SourcedAmount, YearFigure, Yearbook};
