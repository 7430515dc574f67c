//! F1: the manual, every key and every word in one dialog, with one field that searches all three.

mod dialog;
mod entries_ui;
mod heading;
mod hits_ui;
mod keys_ui;
mod links;
pub mod place;
mod search;
pub mod state;
mod words_ui;
