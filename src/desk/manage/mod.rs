//! Beheer: what a municipality manages in the program. Its lists, its people, its standard texts and its definitions. A
//! change holds at once, in every window, and can be undone.

mod body;
mod changing;
pub mod choice_merge;
mod definition_ui;
mod definitions;
pub mod history;
mod indicator_item;
mod item_ui;
pub mod items;
pub mod page;
mod preview;
mod rows;
pub mod state;
mod subjects;
mod used_ui;
