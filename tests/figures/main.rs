//! The room `figures` through its public interface, held against a slow and obvious reference.
//!
//! [`reference`] counts day by day and case by case, straight from the definitions; nothing of it is shared with the
//! code it judges. [`invented`] makes the cases: reopened ones, ends on the day of the begin, dates on the edges of
//! periods and far ahead.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first surprise, also in what helps it"
)]

mod definitions;
mod drill_down;
mod edges;
mod entries;
mod finances;
mod indicators;
mod invented;
mod lists;
mod lookup;
mod merging;
mod overview;
mod packing;
mod periods;
mod properties;
mod publishing;
mod quantities;
mod reference;
mod reports;
mod tables;
