//! One frame: keys in, screens drawn, what the user wants carried out, and the answers of the vault service taken in.
//!
//! [`desk::Desk`] holds what the window knows, a [`session::Session`] while a vault is open, and the one dialog
//! that may be over it ([`overlay::Overlay`]).

mod actions;
mod answers;
mod available;
pub mod desk;
mod dropped;
mod exporting;
mod forms;
mod help;
mod keys;
mod navigation;
mod overlay;
mod pages;
mod recorded;
mod refused;
mod session;
mod views;
pub mod window;
