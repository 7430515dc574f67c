//! Excel and LibreOffice files: xlsx, xlsb, xls and ods.

mod cell;
mod compound;
pub(super) mod file;
mod ods;
mod old_records;
mod records_scan;
mod row_maker;
pub(super) mod sheet_name;
mod unpacked;
mod xml_scan;
