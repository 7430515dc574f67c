//! A store in a temporary folder, and cases to put in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use peildatum::register::{
    Address, CaseFile, CaseState, Definition, DefinitionFile, DefinitionFiles, Registers, Spell,
    Value,
};
use peildatum::store::{
    FileKey, FileMark, Operation, Search, SqliteStore, Store, StoreError, Target, Write,
};
use tempfile::TempDir;

pub const HOUSING: &str = "woonoverlast";
pub const SIGNALS: &str = "ondermijning-signalen";
pub const CRIME: &str = "ondermijning-casussen";

/// A folder, and the file of a team in it.
pub struct Place {
    pub folder: TempDir,
    pub file: PathBuf,
    team: String,
}

impl Place {
    pub fn new(team: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(format!("{team}.db"));
        let team = team.to_owned();
        Self { folder, file, team }
    }

    pub fn open(&self, registers: &[&str]) -> SqliteStore {
        let registers = registers.iter().map(|id| shipped(id)).collect();
        self.open_with(registers).unwrap()
    }

    pub fn open_with(&self, registers: Vec<Arc<Definition>>) -> Result<SqliteStore, StoreError> {
        open_at(&self.file, &self.team, registers)
    }
}

/// Opens a file of this team of an invented vault.
pub fn open_at(
    file: &Path,
    team: &str,
    registers: Vec<Arc<Definition>>,
) -> Result<SqliteStore, StoreError> {
    let mark = FileMark::of("verzonnen", team);
    SqliteStore::open(file, &FileKey::None, &mark, registers, noon())
}

pub fn shipped(register: &str) -> Arc<Definition> {
    Arc::clone(Registers::shipped().unwrap().get(register).unwrap())
}

/// The shipped definition with a piece of its text replaced.
pub fn altered(register: &str, from: &str, to: &str) -> Arc<Definition> {
    let mut files = DefinitionFiles::shipped();
    let mark = format!("\nid = \"{register}\"");
    let file: &mut DefinitionFile = files
        .registers
        .iter_mut()
        .find(|file| file.text.contains(&mark))
        .unwrap();
    assert!(file.text.contains(from));
    file.text = file.text.replacen(from, to, 1);
    let registers = Registers::read(&files, &DefinitionFiles::default()).unwrap();
    Arc::clone(registers.get(register).unwrap())
}

/// Noon on 1 April 2026.
pub fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 4, 1, 12, 0, 0).unwrap()
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn choice(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

pub fn several(ids: &[&str]) -> Value {
    Value::Choices(ids.iter().map(|id| (*id).to_owned()).collect())
}

pub fn address(street: &str, number: &str, addition: &str, postcode: &str) -> Value {
    let [street, number, addition, postcode] =
        [street, number, addition, postcode].map(str::to_owned);
    Value::Address(Address {
        street,
        number,
        addition,
        postcode,
    })
}

/// A case that was opened on 1 March 2026, with these values.
pub fn state(values: &[(&str, Value)]) -> CaseState {
    let values = values
        .iter()
        .map(|(id, value)| ((*id).to_owned(), value.clone()))
        .collect();
    CaseState {
        spells: vec![Spell::since(day(2026, 3, 1))],
        status: None,
        values,
        ..CaseState::default()
    }
}

pub fn operation() -> Operation {
    Operation::by("anna", noon())
}

pub fn new_case(register: &str, state: CaseState) -> Write {
    Write {
        register: register.to_owned(),
        target: Target::New { number: None },
        state,
    }
}

pub fn numbered(register: &str, number: &str, state: CaseState) -> Write {
    let target = Target::New {
        number: Some(number.to_owned()),
    };
    Write {
        register: register.to_owned(),
        target,
        state,
    }
}

pub fn change(case: &CaseFile, state: CaseState) -> Write {
    let target = Target::Existing {
        key: case.key,
        version: case.version,
    };
    Write {
        register: case.register.clone(),
        target,
        state,
    }
}

/// Records this one write and returns the case.
pub fn record(store: &mut (impl Store + ?Sized), write: Write) -> CaseFile {
    store
        .record(&operation().with(write))
        .unwrap()
        .cases
        .remove(0)
}

pub fn all(store: &SqliteStore, register: &str) -> Vec<CaseFile> {
    let mut cases = Vec::new();
    store
        .each_case(register, &mut |case| cases.push(case))
        .unwrap();
    cases
}

pub fn found(store: &SqliteStore, words: &str) -> Vec<String> {
    store
        .search(words, 10)
        .unwrap()
        .into_iter()
        .map(|case| case.number)
        .collect()
}
