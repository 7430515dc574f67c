//! The import of values of indicators.

mod outcome;
pub mod page;
pub mod state;
