//! What a register, its fields, lists and indicators are, once a definition was read and checked.

pub mod blanks;
pub mod choice;
mod counted_entries;
pub mod derived;
pub mod entry_kind;
pub mod field;
pub mod field_value;
pub mod holidays;
pub mod indicator;
pub mod limits;
pub mod parts;
pub mod procedure;
pub mod register;
pub mod reserved;
pub mod shared_list;
pub mod standard_text;
