//! Recording an operation, within one transaction.

mod entries;
pub(super) mod operation;
pub(super) mod recording;
