//! How much a register can have of what is counted, as much as what is packed of a case has room for; and how much a value
//! can hold.

/// How many choices a field with several choices may have: they are counted as one bit each.
pub const MOST_SEVERAL: usize = 64;
/// How many subset flags the outcomes may have: they are counted as two bits each.
pub const MOST_FLAGS: usize = 32;
/// What a number stays below: far more than any municipality counts or spends, and as far as numbers are added up exactly.
pub const NUMBERS_BELOW: f64 = 1e12;
/// How many characters a text or a name may have.
pub const LONGEST_TEXT: usize = 2_000;
/// How many characters a long text may have: some twenty pages, and no more than a cell of a spreadsheet takes twice.
pub const LONGEST_LONG_TEXT: usize = 60_000;
/// How many characters a part of an address may have.
pub const LONGEST_ADDRESS_PART: usize = 200;
