//! work

pub mod filters;
pub mod lines;
pub mod page;
pub mod put_off;
pub mod row;
