//! What is counted of a case, packed small.

pub mod codebook;
pub mod counted;
pub mod entries;
pub mod values;
