//! Everything that recording an operation does, in order.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::recording::Recording;
use crate::register::{CaseFile, CaseKey, Entry, EntryState};
use crate::store::error::StoreError;
use crate::store::operation::{CaseOf, Operation, Recorded, Target};
use crate::store::sqlite::derivation::Derivation;
use crate::store::sqlite::error::TransactionError;
use crate::store::sqlite::register::{self, Register};
use crate::store::sqlite::stored;

/// The cases on whose timelines an operation writes without writing the cases themselves.
type OtherCases = BTreeMap<CaseKey, CaseFile>;

/// Writes everything the operation asks for, or says why not; the caller commits or forgets the whole transaction.
pub(in crate::store::sqlite) fn record(
    connection: &Connection,
    operation: &Operation,
    registers: &[Register],
) -> Result<Recorded, TransactionError> {
    let recording = Recording::new(connection, operation);
    recording.refuse_stored_draft()?;
    let mut others = other_cases(connection, operation)?;
    refuse_other_definitions(connection, operation, &others, registers)?;
    let mut cases = Vec::with_capacity(operation.writes.len());
    for write in &operation.writes {
        let register = register::named(registers, &write.register)?;
        cases.push(recording.write_case(write, register)?);
    }
    // Entries come after the cases, so that they find them; what is derived from a case comes after its entries.
    for case in &cases {
        if let Some(other) = others.get_mut(&case.key) {
            other.clone_from(case);
        }
    }
    let entries = write_entries(&recording, &cases, &mut others, registers)?;
    derive(connection, operation, &cases, others, registers)?;
    recording.delete_draft()?;
    let read = cases.into_iter().map(|case| {
        let register = register::named(registers, &case.register)?;
        Ok(register.as_read(case))
    });
    Ok(Recorded {
        action: recording.changed().then(|| operation.name().to_owned()),
        cases: read.collect::<Result<_, StoreError>>()?,
        entries,
    })
}

fn other_cases(
    connection: &Connection,
    operation: &Operation,
) -> Result<OtherCases, TransactionError> {
    let mut others = OtherCases::new();
    for entry in &operation.entries {
        if let CaseOf::Existing(key) = entry.of {
            let case = stored::case(connection, key)?;
            others.insert(key, case.ok_or(StoreError::MissingEntry)?);
        }
    }
    Ok(others)
}

/// Refuses where another window opened the file with another definition of a register that is written to.
fn refuse_other_definitions(
    connection: &Connection,
    operation: &Operation,
    others: &OtherCases,
    registers: &[Register],
) -> Result<(), TransactionError> {
    let written = operation.writes.iter().map(|write| write.register.as_str());
    let others = others.values().map(|case| case.register.as_str());
    let mut checked: Vec<&str> = Vec::new();
    for id in written.chain(others) {
        if !checked.contains(&id) {
            register::named(registers, id)?.refuse_other_definition(connection)?;
            checked.push(id);
        }
    }
    Ok(())
}

/// Writes the entries of the operation. A case from which an entry was moved away is added to the other cases.
fn write_entries(
    recording: &Recording<'_>,
    cases: &[CaseFile],
    others: &mut OtherCases,
    registers: &[Register],
) -> Result<Vec<Entry>, TransactionError> {
    let mut left = Vec::new();
    let mut entries = Vec::with_capacity(recording.operation.entries.len());
    for write in &recording.operation.entries {
        let case = match write.of {
            CaseOf::Written(at) => cases.get(at),
            CaseOf::Existing(key) => others.get(&key),
        };
        let case = case.ok_or(StoreError::MissingEntry)?;
        let register = register::named(registers, &case.register)?;
        let written = recording.write_entry(write, case, &register.definition)?;
        entries.push(register.entry_as_read(written.entry));
        left.extend(written.moved_from);
    }
    others.extend(left.into_iter().map(|case| (case.key, case)));
    Ok(entries)
}

/// Writes the derived tables of every case that the operation changed, or on whose timeline it wrote.
fn derive(
    connection: &Connection,
    operation: &Operation,
    cases: &[CaseFile],
    mut others: OtherCases,
    registers: &[Register],
) -> Result<(), TransactionError> {
    let mut timelines: BTreeMap<usize, Vec<&EntryState>> = BTreeMap::new();
    for entry in &operation.entries {
        if let CaseOf::Written(at) = entry.of {
            timelines.entry(at).or_default().push(&entry.state);
        }
    }
    let mut derivations = BTreeMap::new();
    for case in cases.iter().chain(others.values()) {
        let id = &case.register;
        if !derivations.contains_key(id) {
            let register = register::named(registers, id)?;
            derivations.insert(id.clone(), Derivation::begin(connection, register)?);
        }
    }
    for (at, (write, case)) in operation.writes.iter().zip(cases).enumerate() {
        others.remove(&case.key);
        if let Some(derivation) = derivations.get_mut(&case.register) {
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
        if let Some(derivation) = derivations.get_mut(&case.register) {
            derivation.keep(case)?;
        }
    }
    for derivation in derivations.into_values() {
        derivation.finish()?;
    }
    Ok(())
}
