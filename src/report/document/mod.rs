//! Documents: the summary of a case to hand over, and the agenda of a case meeting.
//!
//! A document is made in two steps. First it is decided what may stand in it ([`Scope`]), and written down as a
//! [`Document`] that knows nothing of files; then a writer turns that into Word or into a page to print. Nothing that may
//! not be shared reaches the second step, so that no writer can leak it.

mod agenda;
mod contents;
mod docx;
mod facts;
mod html;
mod model;
mod parts;
mod saving;
mod scope;
mod summary;

pub use agenda::{Agenda, Meeting};
pub use contents::{CaseContents, LinkedCase};
pub use docx::docx;
pub use html::html;
pub use model::{Block, Document, Fact, Item, Notice};
pub use saving::{DocumentFormat, save};
pub use scope::Scope;
pub use summary::CaseSummary;
