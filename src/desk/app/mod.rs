//! One frame: keys in, screens drawn, what the user wants carried out, and the answers of the vault service taken in.
//!
//! [`desk::Desk`] holds what the window knows, a [`Session`](super::session::screens::Session) while a vault is open, and
//! the one dialog that may be over it ([`overlay::Overlay`]).

mod actions;
mod answers;
pub mod desk;
mod dialogs;
mod keys;
mod overlay;
mod recorded;
mod refused;
pub mod window;
mod window_commands;
