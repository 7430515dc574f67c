//! Cases, their history, and what is counted of them.

use crate::register::{CaseFile, CaseKey, Codebook, Packed, Revision};
use crate::store::error::StoreError;
use crate::store::operation::{Changes, EntryWrite, GivenNumbers, Operation, Recorded, Write};

/// An action that is being recorded, part by part.
pub trait Recorder {
    /// The case with this key, as the action has made it so far.
    ///
    /// # Errors
    /// The file cannot be read.
    fn case(&self, key: CaseKey) -> Result<Option<CaseFile>, StoreError>;

    /// Records a part of the action, as [`Store::record`] does; its entries name cases by their place in this part.
    ///
    /// # Errors
    /// The same. What hands the parts over returns it, so that nothing is written.
    fn add(&mut self, writes: &[Write], entries: &[EntryWrite]) -> Result<(), StoreError>;
}

/// The file of one team: its cases, their history and what is counted of them.
pub trait Store: Send {
    /// Records one action of a user, whole or not at all: every new state, its revision, what is counted of it and what
    /// it is found by, in one transaction. A write that changes nothing makes no revision.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when a case was changed since the version the write was based on; nothing is written.
    fn record(&mut self, operation: &Operation) -> Result<Recorded, StoreError>;

    /// Records one action of a user that is too large to hold at once, whole or not at all: `parts` hands over what it
    /// writes beside what stands in the operation itself, and nothing of it is kept. The numbers are those with which its
    /// new cases come, so that none of them is given to another one. Returns the id by which the action is undone; none
    /// where it changed nothing.
    ///
    /// # Errors
    /// As [`Store::record`], and every error of `parts`; nothing is written.
    fn record_parts(
        &mut self,
        operation: &Operation,
        numbers: &GivenNumbers<'_>,
        parts: &mut dyn FnMut(&mut dyn Recorder) -> Result<(), StoreError>,
    ) -> Result<Option<String>, StoreError>;

    /// Undoes one action as another one, whole or not at all: everything it changed is again as it was, if it still is what
    /// that action made of it; what was changed of other things since stays. A new case is taken back, and so is a new
    /// entry; nothing is deleted. Undoing an undo does it again. `by` says who undoes it and when.
    ///
    /// # Errors
    /// [`StoreError::ChangedSince`] where something was changed since, [`StoreError::NothingToUndo`] where the file knows no
    /// such action; nothing is written.
    fn undo(&mut self, operation: &str, by: Operation) -> Result<Recorded, StoreError>;

    /// The cases with these keys, in this order; a key that does not exist is passed over.
    ///
    /// # Errors
    /// The file cannot be read.
    fn cases(&self, keys: &[CaseKey]) -> Result<Vec<CaseFile>, StoreError>;

    /// The case of this register with this number.
    ///
    /// # Errors
    /// The file cannot be read.
    fn case_by_number(&self, register: &str, number: &str) -> Result<Option<CaseFile>, StoreError>;

    /// Hands every case of a register to `visit`, in the order in which they were recorded.
    ///
    /// # Errors
    /// The file cannot be read.
    fn each_case(&self, register: &str, visit: &mut dyn FnMut(CaseFile)) -> Result<(), StoreError>;

    /// The revisions of a case and of the entries on its timeline, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    fn history(&self, case: CaseKey) -> Result<Vec<Revision>, StoreError>;

    /// Hands what is counted of every case of a register to `visit`, packed by the layout of its definition, in the order
    /// of the keys, and then what is counted of the timelines of those that have it; returns the codebook that explains the
    /// codes.
    ///
    /// # Errors
    /// The file cannot be read.
    fn counted(
        &self,
        register: &str,
        visit: &mut dyn FnMut(CaseKey, Packed<'_>),
    ) -> Result<Codebook, StoreError>;

    /// The keys of a register in the order of the case numbers.
    ///
    /// # Errors
    /// The file cannot be read.
    fn by_number(&self, register: &str) -> Result<Vec<CaseKey>, StoreError>;

    /// Which cases were written after this revision, and up to which one this answer goes. Zero asks for everything.
    ///
    /// # Errors
    /// The file cannot be read.
    fn changes_since(&self, sequence: i64) -> Result<Changes, StoreError>;

    /// Whether another window or command wrote to the file since this was asked last.
    ///
    /// # Errors
    /// The file cannot be read.
    fn changed_elsewhere(&mut self) -> Result<bool, StoreError>;
}
