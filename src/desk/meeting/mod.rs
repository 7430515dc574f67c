//! The case meeting: the cases of a list one after the other, and what is decided about each.

pub mod case_list;
pub mod discussion;
pub mod page;
