//! How much a register can have of what is counted: as much as what is packed of a case has room for.

/// How many choices a field with several choices may have: they are counted as one bit each.
pub const MOST_SEVERAL: usize = 64;
/// How many subset flags the outcomes may have: they are counted as two bits each.
pub const MOST_FLAGS: usize = 32;
