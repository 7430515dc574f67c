//! Short words for what nearly every test does.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use peildatum::clock::Clock;
use peildatum::exchange::{
    Decisions, ImportJob, Imported, Mapping, MappingChoices, MappingError, Plan, PlannedRow,
    Progress, Recognition, Report, Sheet, SheetColumns, import, read_sheet,
};
use peildatum::language::{Explain, Language};
use peildatum::register::{CaseState, Definition, Registers};
use peildatum::store::{Operation, Store, Target, Vault, Write};

use crate::memory_store::MemoryStore;

pub fn register(id: &str) -> Arc<Definition> {
    Registers::shipped().unwrap().get(id).unwrap().clone()
}

pub fn day(written: &str) -> NaiveDate {
    NaiveDate::parse_from_str(written, "%d-%m-%Y").unwrap()
}

/// A file with these bytes; it lives as long as the folder.
pub fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

pub fn sheet(text: &str) -> Sheet {
    let (_folder, path) = file("meldingen.csv", text.as_bytes());
    read_sheet(&path).unwrap()
}

pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

/// What the columns of a sheet mean, with fields that somebody named for some of them.
pub fn mapping(
    definition: &Definition,
    sheet: &Sheet,
    named: &[(String, String)],
) -> Result<Mapping, MappingError> {
    let choices = MappingChoices::of_columns(definition, named)?;
    let columns = SheetColumns::of(sheet).unwrap();
    let mapping = Mapping::resolve(definition, &columns, &choices, Recognition::Names);
    mapping.check(definition, &choices)?;
    Ok(mapping)
}

/// A register and what is known in it.
pub struct Desk {
    pub definition: Arc<Definition>,
    pub store: MemoryStore,
}

impl Desk {
    pub fn new(register_id: &str) -> Self {
        Self {
            definition: register(register_id),
            store: MemoryStore::default(),
        }
    }

    pub fn plan(&self, sheet: &Sheet) -> Plan {
        self.planned(sheet).1
    }

    fn planned(&self, sheet: &Sheet) -> (Mapping, Plan) {
        let mapping = mapping(&self.definition, sheet, &[]).unwrap();
        let decisions = Decisions::default();
        let go_on = &mut |_: &PlannedRow<'_>| ControlFlow::Continue(());
        let plan = Plan::make(
            &self.definition,
            sheet,
            &mapping,
            &self.store,
            &decisions,
            go_on,
        );
        (mapping, plan.unwrap())
    }

    pub fn import_sheet(&mut self, sheet: &Sheet) -> Report {
        let (mapping, plan) = self.planned(sheet);
        let report = plan.report().clone();
        let parts = report.added + report.updated + report.unchanged + report.refused;
        assert_eq!(report.read, parts, "every row is one of four: {report:?}");
        let operation = Operation::by("tester", DateTime::UNIX_EPOCH);
        let (store, definition) = (&mut self.store, &self.definition);
        let mut written = 0;
        plan.record(store, &operation, definition, sheet, &mapping, &mut || {
            written += 1;
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!(written, report.added + report.updated);
        report
    }

    pub fn import(&mut self, text: &str) -> Report {
        self.import_sheet(&sheet(text))
    }

    pub fn state(&self, number: &str) -> CaseState {
        let found = self
            .store
            .case_by_number(&self.definition.id, number)
            .unwrap();
        found
            .unwrap_or_else(|| panic!("there is no case {number}"))
            .state
    }

    /// What a colleague does at the desk between two imports.
    pub fn change(&mut self, number: &str, change: impl FnOnce(&mut CaseState)) {
        let case = self
            .store
            .case_by_number(&self.definition.id, number)
            .unwrap()
            .unwrap();
        let mut state = case.state.clone();
        change(&mut state);
        assert!(
            self.definition.check(&state).is_empty(),
            "the test itself makes no nonsense"
        );
        let target = Target::Existing {
            key: case.key,
            version: case.version,
        };
        let write = Write {
            register: case.register,
            target,
            state,
        };
        let operation = Operation::by("colleague", DateTime::UNIX_EPOCH).with(write);
        self.store.record(&operation).unwrap();
    }
}

/// Added, updated, unchanged, refused.
pub fn counts(report: &Report) -> [usize; 4] {
    [
        report.added,
        report.updated,
        report.unchanged,
        report.refused,
    ]
}

/// Every problem as row, column, value; its sentence names them all, in both languages.
pub fn places(report: &Report) -> Vec<(usize, &str, &str)> {
    for problem in &report.problems {
        let words = [
            (Language::Dutch, "Rij", "kolom"),
            (Language::English, "Row", "column"),
        ];
        for (language, row_word, column_word) in words {
            let sentence = problem.explain(language);
            let place = match &problem.column {
                Some(column) => format!("{row_word} {}, {column_word} “{column}”: ", problem.row),
                None => format!("{row_word} {}: ", problem.row),
            };
            assert!(
                sentence.starts_with(&place) && sentence.ends_with('.'),
                "{sentence}"
            );
            assert!(
                sentence.contains(&problem.value),
                "{sentence} names {}",
                problem.value
            );
            assert!(
                !sentence.contains("{$"),
                "{sentence} has no blank left open"
            );
        }
    }
    report
        .problems
        .iter()
        .map(|problem| {
            (
                problem.row,
                problem.column.as_deref().unwrap_or(""),
                problem.value.as_str(),
            )
        })
        .collect()
}

pub fn noon() -> DateTime<Utc> {
    day("15-03-2026").and_hms_opt(12, 0, 0).unwrap().and_utc()
}

/// An empty vault, and the folder it lives in.
pub fn empty_vault() -> (tempfile::TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::create(folder.path(), noon()).unwrap();
    (folder, vault)
}

pub fn job(register: &str, path: &Path) -> ImportJob {
    ImportJob::new(register, path, Recognition::Names)
}

pub fn run(vault: &mut Vault, job: &ImportJob) -> Imported {
    import(
        vault,
        job,
        "tester",
        &Clock::fixed(noon()),
        &Progress::default(),
    )
    .unwrap()
}
