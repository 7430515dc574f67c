//! The days of a case that do not stand in its file: they follow from its tasks and its timeline.

use chrono::NaiveDate;

/// The days of a case that do not stand in its file: they follow from its tasks and its timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseDays {
    /// By when its first task is due.
    pub due: Option<NaiveDate>,
    /// When something last happened.
    pub last_contact: Option<NaiveDate>,
}
