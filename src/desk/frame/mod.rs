//! What stands around every screen: the navigation, the top bar, the status bar, the palette, the help with the manual, and
//! the first screen.

pub mod first_screen;
pub mod help;
mod markdown;
pub mod navigation;
pub mod palette;
pub mod status_bar;
pub mod top_bar;
