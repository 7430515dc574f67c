//! The room `report` through its public interface: what stands on paper, what never may, and whether the files are what
//! they say they are.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first surprise, also in what helps it"
)]

mod agenda;
mod charts;
mod documents;
mod files;
mod lists;
mod shared_lists;
mod sharing;
mod support;
