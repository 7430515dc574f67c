//! overview

pub mod breakdown;
pub mod cards;
pub mod content;
pub mod indicators;
pub mod page;
pub mod register_summary;
pub mod table;
