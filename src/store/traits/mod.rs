//! What a store can do, as traits, whatever it is kept in.

pub(super) mod cases;
pub(super) mod drafts;
pub(super) mod mappings;
pub(super) mod search;
pub(super) mod shared_records;
pub(super) mod team_file;
pub(super) mod timelines;
pub(super) mod uses;
pub(super) mod views;
