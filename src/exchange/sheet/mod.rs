//! Files as sheets: CSV, Excel and LibreOffice.
//!
//! A [`file::SheetFile`] finds the sheet and its headings once, and gives the rows anew each time they are asked for,
//! one by one, so that memory does not grow with the file.

pub(super) mod cells;
pub(super) mod error;
pub(super) mod file;
pub(super) mod head;
mod heading;
mod limits;
pub(super) mod names;
pub(super) mod read;
pub(super) mod rows;
mod source;
mod text;
pub(super) mod too_much;
mod total;
pub(super) mod typed;
mod workbook;
