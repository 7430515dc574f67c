//! The overview: every register on one screen, one of them in its parts and over the years, and the indicators.

mod breakdown;
mod cards;
mod context;
mod due_counts;
mod indicator_lines;
mod indicators_ui;
mod overview_figures;
pub mod page;
pub mod page_ui;
mod register_summary;
mod table;
mod target;
