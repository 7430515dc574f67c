//! What is found in one file.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Row};

use crate::register::{CaseFile, CaseKey, CaseReference, Entry, EntryKey};
use crate::store::doctor::finding::{FindingKind, Readable};

/// What is found in one file.
#[derive(Default)]
pub(in crate::store) struct Found {
    /// How often each thing was found, and the cases that it is about.
    pub kinds: BTreeMap<FindingKind, Count>,
    /// How much can be read, where its pages are damaged.
    pub readable: Option<Readable>,
    /// The cases that other cases are linked to, with the register and number of the case that is linked.
    pub links: Vec<(CaseReference, (String, String))>,
    /// The cases whose history says what they should be.
    pub(in crate::store::sqlite) cases: Vec<CaseFile>,
    /// The entries whose history says so.
    pub(in crate::store::sqlite) entries: Vec<Entry>,
    /// The cases that cannot be read, and whose history does not say either what they should be.
    pub(in crate::store::sqlite) unknown_cases: Vec<CaseKey>,
    /// The entries of which that is so.
    pub(in crate::store::sqlite) unknown_entries: Vec<EntryKey>,
}

/// How often something was found.
#[derive(Default)]
pub(in crate::store) struct Count {
    pub count: u64,
    /// The cases that it is about.
    pub cases: BTreeSet<CaseKey>,
    /// Their registers and numbers, of those that have one.
    pub named: Vec<(String, String)>,
}

impl Found {
    /// Adds something that is about a case.
    pub fn add(&mut self, kind: FindingKind, case: CaseKey) {
        let known = self.kinds.entry(kind).or_default();
        known.count += 1;
        known.cases.insert(case);
    }

    /// Adds something that is about no case.
    pub fn add_many(&mut self, kind: FindingKind, count: u64) {
        if count > 0 {
            self.kinds.entry(kind).or_default().count += count;
        }
    }

    /// Looks up what the cases are called.
    pub(super) fn name_cases(&mut self, connection: &Connection) {
        for known in self.kinds.values_mut() {
            known.named = names_of(connection, &known.cases);
        }
    }
}

/// The registers and numbers of these cases, of those that have one.
pub(in crate::store::sqlite) fn names_of(
    connection: &Connection,
    cases: &BTreeSet<CaseKey>,
) -> Vec<(String, String)> {
    let called = |key: &CaseKey| {
        let query = include_str!("../queries/number_of_case.sql");
        let mut statement = connection.prepare_cached(query).ok()?;
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        statement.query_row([key.0], read).ok()
    };
    cases.iter().filter_map(called).collect()
}
