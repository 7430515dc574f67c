//! The screens of one open vault: which is on, what is typed on them, and what their commands do.

mod available;
pub mod commands;
mod drafts;
mod dropped;
mod exporting;
mod forms;
mod grid;
mod help;
mod navigation;
mod pages;
pub mod refused;
pub mod screens;
mod stored;
mod views;
