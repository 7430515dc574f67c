//! The grid: new cases of a register typed or pasted as rows, as in a spreadsheet, with what is wrong in its place.

mod below_ui;
mod block_edits;
mod checks;
mod column;
mod content;
mod copied;
mod editing;
mod editor_ui;
mod history;
mod job;
pub mod keys;
mod menus;
mod mouse;
pub mod page;
mod place;
mod rows_ui;
pub mod state;
mod typing;
mod widths;
