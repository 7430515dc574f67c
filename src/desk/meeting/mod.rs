//! meeting

pub mod actions;
pub mod discussion;
pub mod page;
