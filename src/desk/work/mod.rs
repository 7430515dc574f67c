//! The list of work: the open tasks of all registers, and what can be done with them.

mod list_ui;
pub mod page;
pub mod page_ui;
pub mod put_off;
mod row_ui;
pub mod task_actions;
mod toolbar;
