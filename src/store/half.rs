//! An action that writes in the files of two teams. No transaction covers two files: so the half of the one file is kept in
//! it before the half of the other is written. Where the program ends in between, the half that is kept says so: it is
//! written the next time that the vault is opened, or forgotten where the other one was never written.

use serde::{Deserialize, Serialize};

use super::operation::{EntryWrite, Operation};

/// The half of an action in one file, while that in the other file may stand or not.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Half {
    /// The register in whose file the other half is written.
    pub other: String,
    /// What this half does.
    pub does: Does,
}

/// What one half of an action does. Both halves have its name.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Does {
    /// It records this.
    Record {
        /// What it writes.
        operation: Operation,
        /// The entry that links a case of this file to the case that the other half is about.
        link: Option<EntryWrite>,
    },
    /// It undoes what an action did in this file.
    Undo {
        /// The action.
        action: String,
        /// Who undoes it, and when.
        by: Operation,
    },
}

impl Half {
    /// Who does it and when, by what name.
    pub fn by(&self) -> &Operation {
        match &self.does {
            Does::Record { operation, .. } => operation,
            Does::Undo { by, .. } => by,
        }
    }

    /// The name that both halves have.
    pub fn name(&self) -> &str {
        self.by().name()
    }
}
