//! Files as sheets: CSV, Excel and LibreOffice.

pub(super) mod cells;
pub(super) mod error;
pub(super) mod file;
pub(super) mod names;
pub(super) mod read;
pub(super) mod rows;
mod text_file;
mod workbook;
