//! The palette (Ctrl+K): one field that finds a case by number, address, name or word, and a list, screen or action by its
//! name or by another word for it.

pub mod context;
pub mod dialog;
mod lists;
mod named;
mod names;
