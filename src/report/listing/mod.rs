//! Lists of cases: the columns that were chosen of the cases that were meant, in their order, below a line that says which
//! cases they are.

mod case_days;
mod column;
mod content;
mod disclosing;
mod exporting;
mod list;
mod question;
mod sharing;
mod text;
mod xlsx;

pub use case_days::CaseDays;
pub use column::{CaseColumn, DUE, LAST_CONTACT, NO_CONTACT};
pub use content::Content;
pub use disclosing::{ShareError, SharedFile};
pub use list::{CaseList, ListGroup};
pub use question::{ListQuestion, ListedCases};
pub use sharing::Sharing;
