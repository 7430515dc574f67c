//! A table of any length. It draws the rows that can be seen, scrolls by rows, and has the keyboard as a whole; its owner
//! paints the rows ([`Rows`]) and decides what a [`Gesture`] means.
//!
//! It is drawn by hand, where `egui_extras` and `egui_table` have tables too, for two reasons. Those scroll by points in an
//! `f32`, which beyond some 700,000 rows no longer tells one row from the next; this one scrolls by the index of a row
//! ([`scroll`]), exactly, however many there are. And a screen reader has to meet a table: a header before rows, rows with
//! cells, each with its place, and one stop of Tab for all of it. Their cells reach it as labels without a row.

mod bar;
mod column;
mod gesture;
mod header;
mod keys;
mod rows;
mod scroll;
mod view;
mod widths;

pub use self::column::{Column, Order};
pub use self::gesture::Gesture;
pub use self::rows::{Row, Rows};
pub use self::view::{BESIDE, Table, TableState};
pub use self::widths::Widths;

#[cfg(test)]
mod tests;
