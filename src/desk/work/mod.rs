//! work

pub mod filters;
pub mod lines;
pub mod page;
pub mod row;
pub mod task_actions;
