//! What a register, its fields, lists and indicators are, once a definition was read and checked.

pub mod choice;
pub mod derived;
pub mod field;
pub mod indicator;
pub mod procedure;
pub mod register;
