//! A list that is exported to be edited, and what comes back of it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use peildatum::clock::Clock;
use peildatum::exchange::{
    Cell, Decision, ImportJob, Problem, Report, Sheet, Target, editable_heading, editable_targets,
    fill_with_invented_cases, read_sheet,
};
use peildatum::language::Language;
use peildatum::register::{CaseFile, CaseState, Registers, Value};
use peildatum::report::{EditableList, Made};
use peildatum::store::{Operation, Vault, Write};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::support::{counts, day, empty_vault, file, job, noon, register, run};

/// A vault, and the folder in which its lists are exported.
struct Team {
    folder: tempfile::TempDir,
    vault: Vault,
    register: &'static str,
}

impl Team {
    /// A team with these cases.
    fn with(register: &'static str, text: &str) -> Self {
        let mut team = Self::new(register);
        let (_kept, path) = file("meldingen.csv", text.as_bytes());
        assert_eq!(
            run(&mut team.vault, &job(register, &path)).report.refused,
            0
        );
        team
    }

    fn new(register: &'static str) -> Self {
        let (folder, vault) = empty_vault();
        Self {
            folder,
            vault,
            register,
        }
    }

    fn cases(&self) -> Vec<CaseFile> {
        let store = self.vault.store(self.register).unwrap();
        let keys = store.by_number(self.register).unwrap();
        store.cases(&keys).unwrap()
    }

    fn state(&self, number: &str) -> CaseState {
        let store = self.vault.store(self.register).unwrap();
        let case = store.case_by_number(self.register, number).unwrap();
        case.unwrap().state
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("lijst.xlsx")
    }

    /// The list as a spreadsheet reads it.
    fn exported(&self, language: Language) -> Sheet {
        let list = EditableList {
            definition: Arc::clone(self.vault.definition(self.register).unwrap()),
            cases: self.cases(),
            made: Made {
                at: noon(),
                by: "tester".to_owned(),
            },
            language,
        };
        list.save(&self.path(), true).unwrap();
        read_sheet(&self.path()).unwrap()
    }

    /// Imports the list as it was exported.
    fn comes_back(&mut self) -> Report {
        let job = job(self.register, &self.path());
        run(&mut self.vault, &job).report
    }

    /// Imports this sheet, with what was decided about conflicts.
    fn lay(&mut self, sheet: &Sheet, conflicts: Option<Decision>) -> Report {
        save(sheet, &self.path());
        let mut job: ImportJob = job(self.register, &self.path());
        job.decisions.conflicts = conflicts;
        run(&mut self.vault, &job).report
    }

    /// What a colleague does meanwhile.
    fn change(&mut self, number: &str, change: impl FnOnce(&mut CaseState)) {
        let store = self.vault.store_mut(self.register).unwrap();
        let case = store
            .case_by_number(self.register, number)
            .unwrap()
            .unwrap();
        let mut state = case.state.clone();
        change(&mut state);
        let operation = Operation::by("collega", noon()).with(Write::over(&case, state));
        store.record(&operation).unwrap();
    }
}

/// Saves a sheet as a spreadsheet program does.
fn save(sheet: &Sheet, path: &PathBuf) {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (at, heading) in (0..).zip(&sheet.headers) {
        page.write_string(0, at, heading).unwrap();
    }
    let date = Format::new().set_num_format("dd-mm-yyyy");
    for (line, row) in (1..).zip(&sheet.rows) {
        for (at, cell) in (0..).zip(&row.cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => drop(page.write_string(line, at, text).unwrap().name()),
                Cell::Number(number) => drop(page.write_number(line, at, *number).unwrap().name()),
                Cell::YesNo(yes) => drop(page.write_boolean(line, at, *yes).unwrap().name()),
                Cell::Date(moment) => {
                    let written = moment.format("%Y-%m-%dT%H:%M:%S").to_string();
                    let moment = ExcelDateTime::parse_from_str(&written).unwrap();
                    page.write_with_format(line, at, &moment, &date).unwrap();
                }
            }
        }
    }
    book.save(path).unwrap();
}

/// Puts a text in the cell of a case under this heading.
fn put(sheet: &mut Sheet, number: &str, heading: &str, text: &str) {
    let column = column(sheet, heading);
    let row = sheet.rows.iter_mut().find(|row| row.text(0) == number);
    row.unwrap().cells[column] = match text {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    };
}

fn column(sheet: &Sheet, heading: &str) -> usize {
    let mut headings = sheet.headers.iter();
    headings
        .position(|known| known == heading)
        .unwrap_or_else(|| panic!("{heading} in {:?}", sheet.headers))
}

const CASES: &str = "Nr;Start;Einde;Reden afsluiting;Straat;Huisnummer;Postcode;Wijk;Eigendom;Prioriteit;Aard\n\
    A;01-02-2024;;;Dorpsstraat;12;2712 AH;Centrum;koop;hoog;geluid-een-melder|huisdieren\n\
    B;03-02-2024;05-04-2024;;Dorpsstraat;14;2712 AH;Centrum;koop;;\n\
    C;04-02-2024;;;;;;Meerzicht;;laag;\n";

fn choice(state: &CaseState, field: &str) -> Option<String> {
    match state.values.get(field) {
        Some(Value::Choice(id)) => Some(id.clone()),
        _ => None,
    }
}

#[test]
fn every_register_comes_back_as_it_left() {
    let mut team = Team::new("woonoverlast");
    let clock = Clock::fixed(noon());
    fill_with_invented_cases(&mut team.vault, 30, 11, &clock).unwrap();
    for definition in Registers::shipped().unwrap().all() {
        team.register = String::leak(definition.id.clone());
        let before = team.cases();
        for language in Language::ALL {
            let sheet = team.exported(language);
            assert_eq!(sheet.rows.len(), before.len());
            // As it was made, and as another spreadsheet saves it.
            for report in [team.comes_back(), team.lay(&sheet, None)] {
                let (register, problems) = (team.register, &report.problems);
                let all = before.len();
                assert_eq!(counts(&report), [0, 0, all, 0], "{register}: {problems:?}");
            }
        }
        assert_eq!(team.cases(), before);
    }
}

#[test]
fn exactly_the_changed_cells_are_changed() {
    let mut team = Team::with("woonoverlast", CASES);
    let mut sheet = team.exported(Language::Dutch);
    let before = team.cases();
    put(&mut sheet, "A", "Wijk", "Meerzicht");
    put(&mut sheet, "A", "Prioriteit", "");
    put(&mut sheet, "A", "Huisnummer", "13");
    put(&mut sheet, "B", "Datum afgesloten", "");
    put(&mut sheet, "B", "Status", "In onderzoek");
    let report = team.lay(&sheet, None);
    assert_eq!(counts(&report), [0, 2, 1, 0], "{:?}", report.problems);
    let mut expected = before[0].state.clone();
    expected.set("wijk", Some(Value::Choice("meerzicht".to_owned())));
    expected.set("prioriteit", None);
    if let Some(Value::Address(address)) = expected.values.get_mut("adres") {
        address.number = "13".to_owned();
    }
    assert_eq!(team.state("A"), expected);
    let mut expected = before[1].state.clone();
    expected.spells[0].closed = None;
    expected.status = Some("in-onderzoek".to_owned());
    assert_eq!(team.state("B"), expected);
    assert_eq!(team.state("C"), before[2].state);
}

#[test]
fn another_year_is_a_correction_where_the_version_says_which_case_it_is() {
    let mut team = Team::with("woonoverlast", CASES);
    let mut sheet = team.exported(Language::Dutch);
    put(&mut sheet, "A", "Datum melding", "31-12-2023");
    assert_eq!(counts(&team.lay(&sheet, None)), [0, 1, 2, 0]);
    assert_eq!(team.state("A").opened(), Some(day("31-12-2023")));
}

#[test]
fn a_column_that_is_gone_changes_nothing() {
    let mut team = Team::with("woonoverlast", CASES);
    let mut sheet = team.exported(Language::Dutch);
    let gone = column(&sheet, "Wijk");
    sheet.headers.remove(gone);
    for row in &mut sheet.rows {
        row.cells.remove(gone);
    }
    put(&mut sheet, "C", "Prioriteit", "Hoog");
    let before = team.state("C");
    assert_eq!(counts(&team.lay(&sheet, None)), [0, 1, 2, 0]);
    let after = team.state("C");
    assert_eq!(choice(&after, "wijk"), choice(&before, "wijk"));
    assert_eq!(choice(&after, "prioriteit").as_deref(), Some("hoog"));
}

#[test]
fn a_blank_column_of_what_is_never_exported_empties_nothing() {
    let mut team = Team::with(
        "woonoverlast",
        "Nr;Start;Mag de melder bekend zijn;Telefoon melder;Omschrijving\n\
         A;01-02-2024;Anoniem;06 00000000;Hard geluid\n",
    );
    let mut sheet = team.exported(Language::Dutch);
    let before = team.state("A");
    for heading in ["Telefoon melder", "Omschrijving"] {
        assert!(
            !sheet.headers.iter().any(|known| known == heading),
            "{heading}"
        );
        sheet.headers.push(heading.to_owned());
    }
    for row in &mut sheet.rows {
        row.cells.extend([Cell::Empty, Cell::Empty]);
    }
    assert_eq!(counts(&team.lay(&sheet, None)), [0, 0, 1, 0]);
    assert_eq!(team.state("A"), before);
}

#[test]
fn what_was_changed_meanwhile_is_a_conflict_and_is_decided() {
    let meanwhile = |state: &mut CaseState| {
        state.set("wijk", Some(Value::Choice("seghwaert".to_owned())));
        state.set("eigendom", None);
    };
    for (decision, expected, district) in [
        (None, [0, 0, 2, 1], "seghwaert"),
        (Some(Decision::Stored), [0, 1, 2, 0], "seghwaert"),
        (Some(Decision::Row), [0, 1, 2, 0], "meerzicht"),
        (Some(Decision::Skip), [0, 0, 2, 0], "seghwaert"),
    ] {
        let mut team = Team::with("woonoverlast", CASES);
        let mut sheet = team.exported(Language::Dutch);
        team.change("A", meanwhile);
        put(&mut sheet, "A", "Wijk", "Meerzicht");
        put(&mut sheet, "A", "Prioriteit", "Laag");
        let report = team.lay(&sheet, decision);
        assert_eq!(
            counts(&report),
            expected,
            "{decision:?}: {:?}",
            report.problems
        );
        let after = team.state("A");
        assert_eq!(
            choice(&after, "wijk").as_deref(),
            Some(district),
            "{decision:?}"
        );
        assert_eq!(
            choice(&after, "eigendom"),
            None,
            "the colleague's own change stays"
        );
        let priority = if expected[1] == 1 { "laag" } else { "hoog" };
        assert_eq!(
            choice(&after, "prioriteit").as_deref(),
            Some(priority),
            "{decision:?}"
        );
        if decision.is_none() {
            let problem = &report.problems[0];
            assert_eq!(problem.column.as_deref(), Some("Wijk"));
            assert!(
                matches!(&problem.problem, Problem::ChangedMeanwhile(changed) if changed.actor == "collega"),
                "{problem:?}"
            );
        }
    }
}

#[test]
fn an_older_list_does_not_undo_what_is_newer() {
    let mut team = Team::with("woonoverlast", CASES);
    let sheet = team.exported(Language::Dutch);
    team.change("A", |state| {
        state.set("wijk", Some(Value::Choice("seghwaert".to_owned())));
    });
    assert_eq!(counts(&team.lay(&sheet, None)), [0, 0, 3, 0]);
    assert_eq!(
        choice(&team.state("A"), "wijk").as_deref(),
        Some("seghwaert")
    );
}

#[test]
fn a_row_without_number_and_version_is_a_new_case_and_one_of_elsewhere_is_refused() {
    let mut team = Team::with("woonoverlast", CASES);
    let mut sheet = team.exported(Language::Dutch);
    let version = sheet.headers.len() - 1;
    let mut new = sheet.rows[2].clone();
    new.cells[0] = Cell::Empty;
    new.cells[version] = Cell::Empty;
    let mut elsewhere = sheet.rows[2].clone();
    elsewhere.cells[0] = Cell::Text("Z".to_owned());
    let mark = sheet.rows[1].text(version).into_owned();
    let mut later = sheet.rows[1].clone();
    later.cells[version] = Cell::Text(mark.replacen("v1-", "v9-", 1));
    // The number of another case, typed over that of its own.
    let mut other = sheet.rows[0].clone();
    other.cells[0] = Cell::Text("C".to_owned());
    sheet.rows = vec![other, later, new, elsewhere];
    let report = team.lay(&sheet, None);
    assert_eq!(counts(&report), [1, 0, 0, 3], "{:?}", report.problems);
    for problem in &report.problems {
        assert!(
            matches!(problem.problem, Problem::NotFromHere { .. }),
            "{problem:?}"
        );
    }
}

#[test]
fn a_status_that_does_not_fit_is_refused_and_not_forgotten() {
    let mut team = Team::with("woonoverlast", CASES);
    let mut sheet = team.exported(Language::Dutch);
    put(&mut sheet, "A", "Status", "Afgerond");
    let report = team.lay(&sheet, None);
    assert_eq!(counts(&report), [0, 0, 2, 1]);
    assert_eq!(report.problems[0].column.as_deref(), Some("Status"));
}

#[test]
fn what_must_not_leave_is_in_no_list_of_any_register() {
    let ids = |register_id: &str| -> BTreeSet<String> {
        let definition = register(register_id);
        editable_targets(&definition)
            .map(|target| target.id())
            .collect()
    };
    let woonoverlast = ids("woonoverlast");
    for id in [
        "melder",
        "telefoon",
        "melder-bekendheid",
        "omschrijving",
        "aard",
        "zorgcomponent",
    ] {
        assert!(!woonoverlast.contains(id), "{id}");
    }
    assert!(!ids("ondermijning-signalen").contains("omschrijving"));
    for definition in Registers::shipped().unwrap().all() {
        let mut headings = BTreeSet::new();
        for target in editable_targets(definition) {
            for language in Language::ALL {
                let heading = editable_heading(definition, &target, language);
                assert_eq!(Target::named(definition, &heading).as_ref(), Some(&target));
                headings.insert((language.code(), heading));
            }
            let (Target::Field(id) | Target::Part(id, _)) = &target else {
                continue;
            };
            let sensitivity = definition.field(id).unwrap().sensitivity;
            assert!(
                !format!("{sensitivity:?}").contains("Police")
                    && !format!("{sensitivity:?}").contains("Special"),
                "{}: {id}",
                definition.id
            );
        }
    }
}
