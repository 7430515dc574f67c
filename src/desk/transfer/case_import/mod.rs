//! The import of a file into a register: what its columns mean, what its rows do, and then the import.

mod columns_ui;
mod done_ui;
mod file_bar;
mod link_note;
mod links_painting;
mod new_choice;
mod outcomes;
pub mod page;
pub mod picker;
mod question_ui;
mod questions_ui;
pub mod refused_dialog;
mod row_line;
mod rows_state;
mod rows_ui;
mod sheet_column;
mod small_text;
pub mod state;
mod target_rows;
mod values_ui;
mod wrong_ui;
