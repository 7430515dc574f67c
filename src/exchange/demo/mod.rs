//! Invented cases: enough to try the program on, and impossible to take for real ones.
//!
//! Nothing here knows a register: what is invented follows from the definition, so that a new register has a demo too.

mod calendar;
pub(super) mod cases;
mod chance;
mod course;
pub(super) mod fill;
pub(super) mod timeline;
mod values;
mod words;
