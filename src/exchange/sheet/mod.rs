//! Files as sheets: CSV, Excel and LibreOffice.

pub(super) mod cells;
pub(super) mod error;
pub(super) mod ignored;
pub(super) mod read;
mod text_file;
mod workbook;
