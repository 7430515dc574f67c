//! app

pub mod actions;
pub mod answers;
pub mod available;
pub mod close;
pub mod desk;
pub mod drafts;
pub mod pages;
pub mod saved_views;
pub mod undo;
pub mod window;
