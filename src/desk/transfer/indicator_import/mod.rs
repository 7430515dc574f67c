//! The import of a file of figures: values of indicators, or what is known of districts.

mod outcome;
pub mod page;
pub mod state;
