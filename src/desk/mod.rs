//! The desk: a window on the vault.
pub mod icons;
pub mod theme;
pub mod widgets;
