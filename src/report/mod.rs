//! What is published: the summary of a case to hand over, the agenda of a case meeting, and figures.
//!
//! A figure is made once into a [`Publication`], from which every writer writes: Excel, CSV, a chart, a table to paste. A
//! list of cases becomes a [`CaseList`] in the same way; both are [`Outgoing`].
//!
//! A document is made in two steps. First it is decided what may stand in it ([`Scope`]), and written down as a
//! [`Document`] that knows nothing of files; then a writer turns that into Word or into a page to print. Nothing that may
//! not be shared reaches the second step, so that no writer can leak it.

mod agenda;
mod document;
mod docx;
pub mod drawing;
mod gathering;
mod html;
mod indicators;
mod listing;
mod outgoing;
mod publication;
mod saving;
mod scope;
mod summary;
mod wording;
mod workbook;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Amsterdam;

pub use agenda::{Agenda, Meeting};
pub use document::{Block, Document, Fact, Item, Notice};
pub use docx::docx;
pub use gathering::{CaseOnPaper, Tie};
pub use html::html;
pub use indicators::{IndicatorTable, remarks as indicator_remarks, series_chart};
pub(crate) use indicators::{SeriesJson, YearJson};
pub use listing::{CaseColumn, CaseList, Content, ListGroup, ListQuestion, Which};
pub use outgoing::{Outgoing, save_outgoing};
pub use publication::{
    Behind, CaseInCell, Chart, Column, Dialect, Group, Heading, Hue, IndicatorRow, Line, LineKind,
    OverviewPages, OverviewQuestion, Page, Part, Picture, Publication, PublicationFormat,
    SeriesQuestion, Shade, Shape, TableQuestion, Tabulation, Unit, case_numbers, csv, html_table,
    picture, png, svg, xlsx,
};
pub(crate) use publication::{
    JsonBalance, JsonPeriod, balance_line, days, filters, measure_label, period_label,
    quantity_label, records,
};
pub use saving::{PaperError, PaperFormat, save, save_text};
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
