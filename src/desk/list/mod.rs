//! The list of a register: its cases, filtered, sorted and grouped, and what is done with many of them at once.

pub mod bulk_change;
mod bulk_change_ui;
mod bulk_closing_ui;
mod bulk_lacking;
mod bulk_lacking_ui;
mod bulk_preview;
mod bulk_settings;
pub mod case_list;
pub mod column_chooser;
pub mod dpia_note;
mod export;
mod filter_menus;
pub mod filter_picker;
pub mod group_picker;
pub mod header;
mod lines;
mod order_menus;
pub mod page_ui;
mod row_ui;
mod selection_bar;
mod table;
pub mod toolbar;
mod two_lines;
