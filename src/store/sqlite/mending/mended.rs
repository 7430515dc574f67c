//! What was mended in a file.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::register::CaseKey;
use crate::store::sqlite::checkup::names_of;

/// What was mended in a file.
#[derive(Default)]
pub(in crate::store) struct Mended {
    /// Whether a case or an entry was written.
    pub(super) wrote: bool,
    /// The cases of which not everything is known any more.
    pub(super) partial: BTreeSet<CaseKey>,
    /// Their registers and numbers.
    pub incomplete: Vec<(String, String)>,
    /// What is taken out of the file, to be kept elsewhere.
    pub kept: Vec<KeptPart>,
}

/// Something that is taken out of a file.
pub(in crate::store) struct KeptPart {
    /// What it is, with the extension of what stands in it.
    pub name: String,
    pub content: Vec<u8>,
}

impl Mended {
    /// Hands something over to be kept elsewhere.
    pub(in crate::store::sqlite) fn keep(&mut self, name: String, content: Vec<u8>) {
        self.kept.push(KeptPart { name, content });
    }

    /// Adds cases of which not everything is known, as far as they are in the file.
    pub(in crate::store::sqlite) fn add_partial(
        &mut self,
        connection: &Connection,
        cases: BTreeSet<CaseKey>,
    ) {
        self.partial.extend(cases);
        self.name_cases(connection);
    }

    /// Looks up what the cases are called.
    pub(super) fn name_cases(&mut self, connection: &Connection) {
        self.incomplete = names_of(connection, &self.partial);
    }
}
