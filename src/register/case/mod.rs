//! What is stored of a case and of its timeline, whatever its register asks of it.

pub mod address;
pub mod address_line;
pub mod amount;
pub mod case_file;
mod date_words;
pub mod dates;
pub mod due;
pub mod entry;
pub mod key;
pub mod reading;
pub mod reason;
mod times;
pub mod value;
pub mod versions;
