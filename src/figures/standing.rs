//! The cases of a list, by how they stand on a day: a list also has those that have yet to begin, which no other figure
//! counts.

use chrono::NaiveDate;

use super::columns::Columns;
use super::error::FigureError;
use super::measure::Movement;
use super::period::Period;
use super::selection::Selection;
use super::slice::Slice;

/// How the cases of a list stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They run at the end of this day, or are in preparation then.
    Running(NaiveDate),
    /// They came to an end by the end of this day, also those that never began.
    Finished(NaiveDate),
    /// However they stand.
    Any,
}

impl Standing {
    /// Every day up to the one on which they stand so.
    pub fn period(self) -> Period {
        Period {
            from: NaiveDate::MIN,
            to: match self {
                Self::Running(day) | Self::Finished(day) => day,
                Self::Any => NaiveDate::MAX,
            },
        }
    }

    fn movement(self) -> Movement {
        match self {
            Self::Running(_) => Movement::CLOSING | Movement::PREPARED,
            Self::Finished(_) => Movement::FINISHED | Movement::NEVER_BEGAN,
            Self::Any => Movement::TOUCHED | Movement::PREPARED | Movement::NEVER_BEGAN,
        }
    }
}

impl Columns {
    /// The rows of the cases of a slice that stand like this, in the order of the columns.
    ///
    /// # Errors
    /// A field or value this register does not have.
    pub fn rows_standing(
        &self,
        slice: &Slice,
        standing: Standing,
    ) -> Result<Vec<usize>, FigureError> {
        let selection = Selection::moved(self, slice, standing.period(), standing.movement())?;
        Ok(selection.rows())
    }
}
