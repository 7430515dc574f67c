//! One row of an import, of which is known what becomes of it.

use super::conflict::Conflict;
use super::duplicates::{Decision, Duplicate};
use crate::exchange::problem::RowProblem;
use crate::exchange::sheet::cells::Row;
use crate::register::{CaseFile, CaseState};
use crate::store::EntryWrite;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowOutcome {
    /// It is refused.
    Refused,
    /// It changes a case.
    Changed,
    /// It becomes a new case.
    New,
    /// It changes nothing.
    Unchanged,
    /// Somebody decided to leave it out.
    Skipped,
}

/// A row of which is known what becomes of it.
pub struct PlannedRow<'a> {
    /// The row.
    pub row: &'a Row,
    /// What becomes of it.
    pub outcome: RowOutcome,
    /// Why it is refused.
    pub problems: &'a [RowProblem],
    /// The case that it is about, as it is.
    pub before: Option<&'a CaseFile>,
    /// The case as it would become; none where the row is refused.
    pub after: Option<&'a CaseState>,
    /// The case that it may be the same as, where it becomes a new one.
    pub duplicate: Option<&'a Duplicate>,
    /// What was changed both in the row and here, in a list that was exported to be edited.
    pub conflicts: &'a [Conflict],
    /// What was decided about the one or the other.
    pub decision: Option<Decision>,
}

/// What becomes of a row, before it is counted.
pub(super) struct Outcome {
    pub outcome: RowOutcome,
    pub problems: Vec<RowProblem>,
    pub before: Option<CaseFile>,
    pub after: Option<CaseState>,
    pub entry: Option<EntryWrite>,
    pub duplicate: Option<Duplicate>,
    pub conflicts: Vec<Conflict>,
    /// Whether the row is of a list that was exported to be edited: what it makes of its case depends on how that was then.
    pub is_edited: bool,
    pub decision: Option<Decision>,
}

impl Outcome {
    /// A row about this case that is refused for these reasons.
    pub fn refused(problems: Vec<RowProblem>, before: Option<CaseFile>) -> Self {
        Self {
            outcome: RowOutcome::Refused,
            problems,
            before,
            after: None,
            entry: None,
            duplicate: None,
            conflicts: Vec::new(),
            is_edited: false,
            decision: None,
        }
    }
}
