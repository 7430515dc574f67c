//! Everything that recording an operation does, in order.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;

use super::recording::Recording;
use crate::register::{CaseFile, CaseKey, Entry, EntryState};
use crate::store::error::StoreError;
use crate::store::operation::{
    CaseOf, EntryWrite, GivenNumbers, Operation, Recorded, Target, Write,
};
use crate::store::sqlite::derivation::Derivation;
use crate::store::sqlite::error::TransactionError;
use crate::store::sqlite::register::{self, Register};
use crate::store::sqlite::stored;
use crate::store::traits::cases::Recorder;

/// The cases on whose timelines a part writes without writing the cases themselves.
type OtherCases = BTreeMap<CaseKey, CaseFile>;

/// Writes everything the operation asks for, or says why not; the caller commits or forgets the whole transaction.
pub(in crate::store::sqlite) fn record(
    connection: &Connection,
    operation: &Operation,
    registers: &[Register],
) -> Result<Recorded, TransactionError> {
    record_and(connection, operation, registers, &mut || Ok(Vec::new()))
}

/// The same, with the entries of which is only known what they say once the rest of the operation is written.
pub(in crate::store::sqlite) fn record_and(
    connection: &Connection,
    operation: &Operation,
    registers: &[Register],
    last: &mut dyn FnMut() -> Result<Vec<EntryWrite>, StoreError>,
) -> Result<Recorded, TransactionError> {
    let numbers = operation.given_numbers();
    let mut recorder = SqliteRecorder::begin(connection, operation, &numbers, registers)?;
    let (cases, mut entries) = recorder.write(&operation.writes, &operation.entries)?;
    let (_, last) = recorder.write(&[], &last()?)?;
    entries.extend(last);
    let action = recorder.finish()?;
    let read = cases.into_iter().map(|case| {
        let register = register::named(registers, &case.register)?;
        Ok(register.as_read(case))
    });
    Ok(Recorded {
        action,
        cases: read.collect::<Result<_, StoreError>>()?,
        entries,
        opened: None,
    })
}

/// Writes an operation of which `parts` hands the writes over, and keeps nothing of them; returns its name where it changed
/// anything.
pub(in crate::store::sqlite) fn record_parts(
    connection: &Connection,
    (operation, numbers): (&Operation, &GivenNumbers<'_>),
    registers: &[Register],
    file: &Path,
    parts: &mut dyn FnMut(&mut dyn Recorder) -> Result<(), StoreError>,
) -> Result<Option<String>, TransactionError> {
    connection.execute_batch(include_str!("../queries/gather_words.sql"))?;
    let mut recorder = SqliteRecorder::begin(connection, operation, numbers, registers)?;
    recorder.write(&operation.writes, &operation.entries)?;
    let mut in_file = InFile {
        recorder: &mut recorder,
        file,
        failed: None,
    };
    parts(&mut in_file)?;
    // Half a part is never kept, also where whoever handed it over went on.
    in_file.failed.map_or(Ok(()), Err)?;
    recorder.finish()
}

/// An operation of which the parts are written one by one.
struct SqliteRecorder<'a> {
    recording: Recording<'a>,
    registers: &'a [Register],
    /// What writes the derived tables, of every register that was written to so far.
    derivations: BTreeMap<&'a str, Derivation<'a>>,
}

/// The same, for whoever hands the parts over: errors name the file.
struct InFile<'a, 'b> {
    recorder: &'a mut SqliteRecorder<'b>,
    file: &'a Path,
    /// Why a part could not be written.
    failed: Option<StoreError>,
}

impl Recorder for InFile<'_, '_> {
    fn case(&self, key: CaseKey) -> Result<Option<CaseFile>, StoreError> {
        let SqliteRecorder {
            recording,
            registers,
            ..
        } = &self.recorder;
        let stored = stored::case(recording.connection, key);
        let stored = stored.map_err(|error| TransactionError::from(error).at(self.file))?;
        let read = stored.map(|case| {
            let register = register::named(registers, &case.register)?;
            Ok(register.as_read(case))
        });
        read.transpose()
    }

    fn add(&mut self, writes: &[Write], entries: &[EntryWrite]) -> Result<(), StoreError> {
        let written = self.recorder.write(writes, entries);
        written.map(drop).map_err(|error| {
            let error = error.at(self.file);
            self.failed = Some(error.clone());
            error
        })
    }
}

impl<'a> SqliteRecorder<'a> {
    fn begin(
        connection: &'a Connection,
        operation: &'a Operation,
        numbers: &'a GivenNumbers<'a>,
        registers: &'a [Register],
    ) -> Result<Self, TransactionError> {
        let recording = Recording::new(connection, operation, numbers)?;
        recording.refuse_stored_draft()?;
        Ok(Self {
            recording,
            registers,
            derivations: BTreeMap::new(),
        })
    }

    /// Writes a part: its cases, then their entries, and then what is derived from both.
    fn write(
        &mut self,
        writes: &[Write],
        entries: &[EntryWrite],
    ) -> Result<(Vec<CaseFile>, Vec<Entry>), TransactionError> {
        let mut others = self.other_cases(entries)?;
        let mut cases = Vec::with_capacity(writes.len());
        for write in writes {
            let register = self.register(&write.register)?;
            cases.push(self.recording.write_case(write, register)?);
        }
        // Entries come after the cases, so that they find them; what is derived from a case comes after its entries.
        for case in &cases {
            if let Some(other) = others.get_mut(&case.key) {
                other.clone_from(case);
            }
        }
        let stored = self.write_entries(entries, &cases, &mut others)?;
        self.derive((writes, entries), &cases, others)?;
        Ok((cases, stored))
    }

    /// Ends the operation; returns its name where it changed anything.
    fn finish(self) -> Result<Option<String>, TransactionError> {
        for derivation in self.derivations.into_values() {
            derivation.finish()?;
        }
        self.recording.delete_draft()?;
        let name = self.recording.operation.name();
        Ok(self.recording.changed().then(|| name.to_owned()))
    }

    /// The register with this id. Before the first write to it this refuses where another window opened the file with
    /// another definition of it.
    fn register(&mut self, id: &str) -> Result<&'a Register, TransactionError> {
        if let Some(derivation) = self.derivations.get(id) {
            return Ok(derivation.register);
        }
        let register = register::named(self.registers, id)?;
        let connection = self.recording.connection;
        register.refuse_other_definition(connection)?;
        let derivation = Derivation::begin(connection, register)?;
        self.derivations.insert(&register.definition.id, derivation);
        Ok(register)
    }

    fn other_cases(&mut self, entries: &[EntryWrite]) -> Result<OtherCases, TransactionError> {
        let mut others = OtherCases::new();
        for entry in entries {
            if let CaseOf::Existing(key) = entry.of {
                let case = stored::case(self.recording.connection, key)?;
                let case = case.ok_or(StoreError::MissingEntry)?;
                self.register(&case.register)?;
                others.insert(key, case);
            }
        }
        Ok(others)
    }

    /// Writes the entries of a part. A case from which an entry was moved away is added to the other cases.
    fn write_entries(
        &self,
        entries: &[EntryWrite],
        cases: &[CaseFile],
        others: &mut OtherCases,
    ) -> Result<Vec<Entry>, TransactionError> {
        let mut left = Vec::new();
        let mut stored = Vec::with_capacity(entries.len());
        for write in entries {
            let case = match write.of {
                CaseOf::Written(at) => cases.get(at),
                CaseOf::Existing(key) => others.get(&key),
            };
            let case = case.ok_or(StoreError::MissingEntry)?;
            let register = register::named(self.registers, &case.register)?;
            let written = self
                .recording
                .write_entry(write, case, &register.definition)?;
            stored.push(register.entry_as_read(written.entry));
            left.extend(written.moved_from);
        }
        others.extend(left.into_iter().map(|case| (case.key, case)));
        Ok(stored)
    }

    /// Writes the derived tables of every case that a part changed, or on whose timeline it wrote.
    fn derive(
        &mut self,
        (writes, entries): (&[Write], &[EntryWrite]),
        cases: &[CaseFile],
        mut others: OtherCases,
    ) -> Result<(), TransactionError> {
        let mut timelines: BTreeMap<usize, Vec<&EntryState>> = BTreeMap::new();
        for entry in entries {
            if let CaseOf::Written(at) = entry.of {
                timelines.entry(at).or_default().push(&entry.state);
            }
        }
        for (at, (write, case)) in writes.iter().zip(cases).enumerate() {
            others.remove(&case.key);
            if let Some(derivation) = self.derivations.get_mut(case.register.as_str()) {
                match write.target {
                    Target::New { .. } => {
                        let timeline = timelines.remove(&at).unwrap_or_default();
                        derivation.keep_new(case, timeline)?;
                    }
                    Target::Existing { .. } => derivation.keep(case)?,
                }
            }
        }
        for case in others.values() {
            if let Some(derivation) = self.derivations.get_mut(case.register.as_str()) {
                derivation.keep(case)?;
            }
        }
        Ok(())
    }
}
