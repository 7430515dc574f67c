//! finances

pub mod page;
pub mod table;
