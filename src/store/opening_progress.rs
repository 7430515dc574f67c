//! What is told while a vault is opened.

/// What opening a vault is busy with, for whoever waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningProgress {
    /// Another window or command has the vault to itself: it brings it up to date, puts back a backup or repairs it.
    Waits,
}
