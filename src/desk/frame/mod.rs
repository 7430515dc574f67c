//! frame

pub mod first_screen;
pub mod help;
pub mod navigation;
pub mod palette;
pub mod status_bar;
pub mod top_bar;
