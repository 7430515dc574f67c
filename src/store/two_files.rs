//! Actions that write in the files of two teams: written, undone, and settled where the program ended between the two.

use super::error::StoreError;
use super::half::{Does, Half};
use super::id::new_id;
use super::operation::{Operation, Recorded};
use super::sqlite::store::SqliteStore;
use super::traits::cases::Store;
use super::vault::Vault;
use crate::register::CaseFile;

impl Vault {
    /// Writes a half in the file of a register, and the other one by `other` in its own file.
    ///
    /// # Errors
    /// A file could not be opened or cannot be written, or a half is refused; neither stands then.
    pub(super) fn write_halves(
        &mut self,
        register: &str,
        half: &Half,
        other: impl Fn(&mut SqliteStore) -> Result<CaseFile, StoreError>,
    ) -> Result<Recorded, StoreError> {
        // What a window that ended left in between comes first: it may be this very action.
        self.settle(register)?;
        let (own, far) = self.two_files(register, &half.other)?;
        let written = loop {
            own.keep_half(half)?;
            match own.write_half(half.name(), &mut || other(far)) {
                // Another window took it for one that was left.
                Ok(None) => {}
                Ok(Some(recorded)) => break Ok(recorded),
                Err(error) => break Err(error),
            }
        };
        if written.is_err() {
            // Where that fails too it is done the next time.
            self.settle(register).ok();
        }
        written
    }

    /// Undoes an action, in whatever files it was recorded.
    ///
    /// # Errors
    /// No file that could be opened knows the action, what it changed was changed again since, or a file cannot be
    /// read or written; nothing is undone then.
    pub fn undo(&mut self, action: &str, by: &Operation) -> Result<Recorded, StoreError> {
        for register in self.one_of_each_file() {
            if self.store(&register).is_err() {
                continue;
            }
            match self.undo_in(&register, action, by) {
                Err(StoreError::NothingToUndo(_)) => {}
                undone => return undone,
            }
        }
        Err(StoreError::NothingToUndo(action.to_owned()))
    }

    /// Undoes an action in the file of this register, and in that of the other register in which it wrote.
    ///
    /// # Errors
    /// The file does not know the action, what it changed was changed again since, or a file cannot be opened, read or
    /// written; nothing is undone then.
    pub fn undo_in(
        &mut self,
        register: &str,
        action: &str,
        by: &Operation,
    ) -> Result<Recorded, StoreError> {
        let Some(other) = self.file(register)?.other_half_of(action)? else {
            return self.store_mut(register)?.undo(action, by.clone());
        };
        let half = Half {
            does: Does::Undo {
                action: action.to_owned(),
                by: by.clone(),
            },
            other,
        };
        self.write_halves(register, &half, |far| {
            let undone = far.undo(action, by.clone());
            let undone = undone.map_err(|error| match error {
                StoreError::NothingToUndo(_) => StoreError::OtherHalfMissing {
                    register: half.other.clone(),
                },
                error => error,
            })?;
            match undone.cases.into_iter().next() {
                Some(case) => Ok(case),
                None => far
                    .case_that_stands(by.name())?
                    .ok_or(StoreError::MissingEntry),
            }
        })
    }

    /// Settles the halves that are kept in every file that could be opened. What cannot be settled now waits for the next
    /// time.
    pub(super) fn settle_all(&mut self) {
        for register in self.one_of_each_file() {
            self.settle(&register).ok();
        }
    }

    /// A register of every file: what is asked of a file is asked once.
    fn one_of_each_file(&self) -> Vec<String> {
        // Registers of one team stand together.
        let definitions = self
            .registers
            .all()
            .chunk_by(|one, next| one.team == next.team);
        let first = definitions.filter_map(|team| team.first());
        first.map(|definition| definition.id.clone()).collect()
    }

    /// Settles the halves that are kept in the file of a register: each is written where the other one stands, and forgotten
    /// where that was never written. One of which the other file could not be opened waits.
    fn settle(&mut self, register: &str) -> Result<(), StoreError> {
        for half in self.file(register)?.halves()? {
            if let Ok((own, far)) = self.two_files(register, &half.other) {
                settle(own, far, &half)?;
            }
        }
        Ok(())
    }
}

fn settle(own: &mut SqliteStore, far: &mut SqliteStore, half: &Half) -> Result<(), StoreError> {
    let name = half.name();
    let settled = own.settle_half(name, &mut || far.case_that_stands(name));
    match settled {
        Err(refusal) if refusal.is_for_good() => {
            let by = Operation::by(&half.by().actor, half.by().recorded);
            own.withdraw_half(name, &new_id(), &mut || match far.case_that_stands(name)? {
                Some(_) => far.undo(name, by.clone()).map(drop),
                None => Ok(()),
            })
        }
        settled => settled,
    }
}
