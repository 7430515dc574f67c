//! The form of a case: to make a new one, to change one, to end one, to open one again.

pub mod address_lookup;
pub mod address_lookup_ui;
mod beside_ui;
pub mod conflict;
pub mod conflict_ui;
pub mod fields_ui;
mod follow;
pub mod look_up_address;
pub mod page;
pub mod read;
mod required;
pub mod save;
pub mod state;
pub mod two_versions;
