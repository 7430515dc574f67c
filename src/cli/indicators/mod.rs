//! `indicators`: what a municipality is held to, typed, imported and shown as its annual report prints it.

mod cells;
pub(super) mod changing;
mod data;
pub(super) mod import;
pub(super) mod series;
pub(super) mod show;
pub(super) mod table;
