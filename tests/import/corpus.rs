//! Files as teams really keep them, each with what comes of it: `corpus/expected.toml` says so, beside the files.
//!
//! A file that ends in `.book` describes a workbook in a few lines, which is made here: see [`workbook`].

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use peildatum::exchange::{
    Decisions, Mapping, MappingChoices, Plan, Recognition, RowOutcome, SheetChoice, SheetColumns,
    SheetFile,
};
use serde::Deserialize;

use crate::books::described::workbook;
use crate::memory_store::MemoryStore;
use crate::support::register;

/// What comes of every file.
#[derive(Deserialize)]
struct Expected {
    file: Vec<ExpectedFile>,
}

/// What comes of one file.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct ExpectedFile {
    /// The file.
    name: String,
    /// The name of the sheet; none of a text.
    sheet: Option<String>,
    /// The row of the headings.
    header_row: usize,
    /// The headings.
    headers: Vec<String>,
    /// How many filled rows above them are left out.
    titles: usize,
    /// How many rows there are.
    rows: usize,
    /// The numbers of the rows that are left out as totals.
    totals: Vec<usize>,
    /// The texts of the first row.
    first: Vec<String>,
    /// The texts of the last row.
    last: Vec<String>,
    /// Into which register it goes.
    register: String,
    /// Which columns feed what, as the program recognises by itself.
    links: Vec<String>,
    /// How many rows become a case before anybody answers anything.
    ready: usize,
    /// The rows that wait for an answer or a correction.
    refused: Vec<usize>,
}

#[test]
fn every_file_as_teams_keep_them_gives_what_is_stated() {
    let stated = fs::read_to_string(folder().join("expected.toml")).unwrap();
    let stated: Expected = toml::from_str(&stated).unwrap();
    assert!(stated.file.len() >= 30);
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "expected.toml")
        .collect();
    names.sort();
    let mut told: Vec<&str> = stated.file.iter().map(|file| file.name.as_str()).collect();
    told.sort_unstable();
    assert_eq!(names, told, "every file has its stated result");
    for file in &stated.file {
        assert_eq!(&read(&file.name, &file.register), file);
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/corpus")
}

/// What comes of a file of the corpus in this register.
fn read(name: &str, id: &str) -> ExpectedFile {
    let path = folder().join(name);
    let made = tempfile::tempdir().unwrap();
    let path = match name.strip_suffix(".book") {
        None => path,
        Some(name) => {
            let described = fs::read_to_string(&path).unwrap();
            let path = made.path().join(format!("{name}.xlsx"));
            fs::write(&path, workbook(&described)).unwrap();
            path
        }
    };
    let file = SheetFile::open(&path, &SheetChoice::default()).unwrap();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let totals = file
        .each_row(&mut |row| {
            let text = |cell: &peildatum::exchange::Cell| cell.text().into_owned();
            rows.push(row.cells.iter().map(text).collect());
            ControlFlow::Continue(())
        })
        .unwrap();
    let definition = register(id);
    let columns = SheetColumns::of(&file).unwrap();
    let choices = MappingChoices::default();
    let mapping = Mapping::resolve(&definition, &columns, &choices, Recognition::Likely);
    let store = MemoryStore::default();
    let mut refused = Vec::new();
    let plan = Plan::make(
        &definition,
        &file,
        &mapping,
        &store,
        &Decisions::default(),
        &mut |row| {
            refused.extend((row.outcome == RowOutcome::Refused).then_some(row.row.number));
            ControlFlow::Continue(())
        },
    )
    .unwrap();
    let links = mapping.links().iter();
    let links = links.map(|link| {
        let name = &mapping.names()[link.column];
        format!("{name} > {}", link.target.id())
    });
    let head = file.head();
    ExpectedFile {
        name: name.to_owned(),
        sheet: head.sheet.map(|at| head.sheets[at].clone()),
        header_row: head.header_row,
        headers: head.headers.clone(),
        titles: head.titles,
        rows: rows.len(),
        totals,
        first: rows.first().cloned().unwrap_or_default(),
        last: rows.last().cloned().unwrap_or_default(),
        register: id.to_owned(),
        links: links.collect(),
        ready: plan.report().added,
        refused,
    }
}
