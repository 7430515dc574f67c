//! The doctor: looks at every file of a vault without changing anything, also of one that cannot be opened, and says what is
//! wrong with it.

mod checking;
pub(super) mod finding;
mod text;

pub use checking::examine;
pub use finding::{Checkup, Finding, FindingKind, Readable};
