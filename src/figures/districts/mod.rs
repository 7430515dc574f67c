//! What is known of districts, such as their dwellings and inhabitants, and figures by district for every thousand of those.

mod facts;
mod rate;

pub use facts::{DistrictFact, DistrictFacts};
pub use rate::{Per, Rate, RateError};
