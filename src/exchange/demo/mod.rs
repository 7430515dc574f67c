//! Invented cases: a municipality to try the program on, and impossible to take for a real one.
//!
//! Nothing here knows a register: what is invented follows from the definition, so that a new register has a demo too. How
//! many cases a register has, how long they last, which choices are common and what is said in them stands in
//! `assets/demo`; a register that is not named there is small and plain.

mod addresses;
mod balanced;
mod calendar;
pub(super) mod cases;
mod chance;
mod counted;
mod course;
mod ending;
pub(super) mod fill;
mod inventor;
mod linking;
mod opening;
mod persons;
mod plan;
mod preparing;
mod settling;
pub(super) mod staff;
pub(super) mod timeline;
mod values;
mod words;
