//! What was asked of the vault service and is not answered yet: by whom, and what is to be done when it is.

use crate::desk::backend::task_order::TaskId;
use crate::figures::YearChange;
use crate::register::{CaseKey, Content, Subject};

/// Who waits for the answer to a request, and what is to be said or undone with it.
#[derive(Debug)]
pub enum Pending {
    /// The window, for a vault.
    Vault,
    /// What the window knows of the cases of this register: what could not be read is asked for again.
    Cases(String),
    /// The form of a case that is being stored.
    CaseForm,
    /// The entry of a timeline that is being stored.
    Entry,
    /// The entry of a timeline that is being taken back.
    Withdrawal,
    /// A document that is being attached by the form for it.
    Document,
    /// A file that was dropped on a case, or a link: what was stored is said.
    Attachment,
    /// The draft with this id: it is kept again when it could not be.
    Draft(String),
    /// A task of which something was said, and what is said once that is stored.
    Task(TaskId, String),
    /// The meeting, for what was decided about this case.
    Decision(CaseKey),
    /// The dialog that changes many cases.
    BulkChange,
    /// The dialog that merges two cases.
    Merge,
    /// A step that is being undone or done again.
    Undo,
    /// The screen of lists and definitions, for a change.
    Edition(Box<EditionChange>),
    /// The screen of the indicators, for a change, and what is said once that is stored.
    Years(Box<YearChange>, String),
    /// The page that imports.
    Import,
    /// The page that checks amounts.
    Finances,
    /// The dialog that puts cases on paper.
    Paper,
    /// The dialog that exports.
    Export,
    /// The dialog that makes a diagnosis.
    Diagnose,
    /// The clipboard, and what is said once it is there.
    Copy(String),
}

impl Pending {
    /// Whether it may take a while, so that the window says that it is busy.
    pub fn takes_long(&self) -> bool {
        matches!(
            self,
            Self::Vault | Self::Import | Self::Finances | Self::Diagnose
        )
    }
}

/// A change of a list, standard texts or a definition.
#[derive(Debug)]
pub struct EditionChange {
    /// What is changed.
    pub subject: Subject,
    /// What it said before; none where the files are to hold again.
    pub before: Option<Content>,
    /// What is said of it once it is stored.
    pub said: String,
    /// What is selected then.
    pub select: Option<String>,
    /// What was typed for it, which then goes: for this item, or for a new one.
    pub typed: Option<Option<String>>,
}
