//! What stands around every screen: navigation, top bar and status bar, the palette, and the help with the manual; and the
//! first screen, where no vault is open.

pub mod appearance;
pub mod banner;
pub mod first_screen;
pub mod foot;
pub mod help;
mod markdown;
pub mod navigation;
pub mod palette;
pub mod status_bar;
pub mod top_bar;
pub mod who;
