//! CSV files as offices make them: semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252.

mod decoded;
pub(super) mod file;
mod records;
mod separator;
