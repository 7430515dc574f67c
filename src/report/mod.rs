//! What is published on paper: the summary of a case to hand over, and the agenda of a case meeting.
//!
//! A document is made in two steps. First it is decided what may stand in it ([`Scope`]), and written down as a
//! [`Document`] that knows nothing of files; then a writer turns that into Word or into a page to print. Nothing that may
//! not be shared reaches the second step, so that no writer can leak it.

mod agenda;
mod document;
mod docx;
mod gathering;
mod html;
mod saving;
mod scope;
mod summary;
mod wording;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Amsterdam;

pub use agenda::{Agenda, Meeting};
pub use document::{Block, Document, Fact, Item, Notice};
pub use docx::docx;
pub use gathering::{CaseOnPaper, Tie};
pub use html::html;
pub use saving::{PaperError, PaperFormat, save};
pub use scope::Scope;
pub use summary::CaseSummary;

/// When a document was made, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

impl Made {
    /// The wall clock in Amsterdam at that moment.
    pub fn moment(&self) -> NaiveDateTime {
        self.at.with_timezone(&Amsterdam).naive_local()
    }
}
