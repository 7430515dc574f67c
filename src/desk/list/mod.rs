//! list

pub mod bulk_change;
pub mod bulk_preview;
pub mod case_list;
pub mod column_chooser;
pub mod export;
pub mod filter_picker;
pub mod filters;
pub mod group_picker;
pub mod header;
pub mod line;
pub mod lines;
pub mod page;
pub mod selection_bar;
pub mod table;
