//! The doctor: looks at every file of a vault without changing anything, also of one that cannot be opened, and says what is
//! wrong with it; and repairs what can be repaired.

mod checking;
pub(super) mod finding;
mod outcome;
mod repairing;
mod text;

pub use checking::examine;
pub use finding::{Checkup, Finding, FindingKind, Readable};
pub use outcome::Repair;
pub use repairing::repair;
