//! The timeline of a case: its items, made of the entries and the history of the case, and how they are shown.

pub mod builder;
pub mod case_items;
pub mod entry_items;
pub mod filters_ui;
pub mod item;
pub mod item_ui;
pub mod timeline_ui;
pub mod view;
