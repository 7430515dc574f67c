//! What the window does with the answer to each request that it made of the vault service.

use crate::desk::backend::task_order::TaskId;
use crate::figures::YearChange;
use crate::register::{CaseKey, Content, Subject};

/// What a request was made for, and with it who takes the answer and what the status bar then shows.
#[derive(Debug)]
pub enum Pending {
    /// Opening a vault.
    Vault,
    /// Reading cases of this register for the screen; what could not be read is requested again.
    Cases(String),
    /// Storing the form of a case.
    CaseForm,
    /// Storing an entry of a timeline.
    Entry,
    /// Withdrawing an entry of a timeline.
    Withdrawal,
    /// Attaching a document by its form.
    Document,
    /// Attaching a file that was dropped on a case, or linking two cases.
    Attachment,
    /// Gathering cases in another one, with the message for when that is stored.
    Gathering(String),
    /// Saving the draft with this id; when that is refused it is saved again.
    Draft(String),
    /// Setting this task done or putting it off, with the message for when that is stored.
    Task(TaskId, String),
    /// Storing what a meeting decided about this case.
    Decision(CaseKey),
    /// Changing many cases.
    BulkChange,
    /// Merging two cases.
    Merge,
    /// Undoing or redoing a step.
    Undo,
    /// Changing a list, standard texts or a definition.
    Edition(Box<EditionChange>),
    /// Changing a value of an indicator, with the message for when that is stored.
    Years(Box<YearChange>, String),
    /// Looking at a file.
    Look,
    /// Importing a file.
    Import,
    /// Checking rows that are typed.
    RowsCheck,
    /// Storing rows that were typed; what is not stored stays in the draft with this id.
    TypedRows(String),
    /// Keeping refused rows in a file.
    RefusedRows,
    /// Checking the amounts in a file.
    Finances,
    /// Keeping the amounts in a file.
    KeepFinances,
    /// Writing cases to a document.
    Paper,
    /// Exporting to a file.
    Export,
    /// Making a diagnosis.
    Diagnose,
    /// Something about backups.
    Backups,
    /// Copying to the clipboard, with the message for when it is there.
    Copy(String),
}

impl Pending {
    /// Whether it may take so long that the window shows that it is busy.
    pub fn takes_long(&self) -> bool {
        matches!(
            self,
            Self::Vault
                | Self::Look
                | Self::Import
                | Self::TypedRows(_)
                | Self::Finances
                | Self::KeepFinances
                | Self::Diagnose
                | Self::Backups
        )
    }
}

/// A change of a list, standard texts or a definition.
#[derive(Debug)]
pub struct EditionChange {
    /// The list, texts or definition.
    pub subject: Subject,
    /// The former content; none where it was that of the shipped files.
    pub before: Option<Content>,
    /// The message for when it is stored.
    pub message: String,
    /// The item that is selected then.
    pub select: Option<String>,
    /// The form whose text is discarded then: that of the item with this id, or that of a new item.
    pub typed: Option<Option<String>>,
}
