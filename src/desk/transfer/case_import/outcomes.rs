//! What becomes of the rows of a file, in the order in which it is shown.

use crate::exchange::RowOutcome;

/// The outcomes in the order in which they are shown: what needs work first.
pub(super) const OUTCOMES: [RowOutcome; 5] = [
    RowOutcome::Refused,
    RowOutcome::Changed,
    RowOutcome::New,
    RowOutcome::Unchanged,
    RowOutcome::Skipped,
];

/// The id of what becomes of a row.
pub(super) fn outcome_id(outcome: RowOutcome) -> &'static str {
    match outcome {
        RowOutcome::Refused => "import-outcome-refused",
        RowOutcome::Changed => "import-outcome-changed",
        RowOutcome::New => "import-outcome-new",
        RowOutcome::Unchanged => "import-outcome-unchanged",
        RowOutcome::Skipped => "import-outcome-skipped",
    }
}
