//! meeting

pub mod discussion;
pub mod page;
