//! The desk: a window on the vault, thin over the rooms below it. It holds no SQL and counts nothing.
//!
//! A frame goes like this: what the vault service answered is taken in, the screens draw what is known and say what the
//! user wants, and that is carried out at one place at the end ([`Desk`]).

mod app;
mod backend;
mod case;
mod command;
mod figures;
mod finances;
mod form;
mod frame;
mod indicators;
mod kit;
mod list;
mod manage;
mod meeting;
mod overview;
mod parts;
mod session;
mod state;
mod transfer;
mod work;

pub use app::desk::{Desk, Workplace};
pub use app::window::{OpenError, open};
pub use backend::clipboard::Clipboard;
pub use backend::worker::Worker;
pub use state::settings::{Me, Settings};
