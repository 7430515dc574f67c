//! The import of a file of a hundred thousand invented cases in a new vault, beside the import of the same file in a plain
//! table of SQLite, in the same run: what checking, revisions, search and figures cost over only storing the texts.
//!
//! The plain table is filled by the shell of SQLite where that is installed, as anybody would do it, and otherwise by a
//! loop over the same rows. An import is far too long to repeat, so that it is timed once.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use peildatum::clock::Clock;
use peildatum::exchange::{ImportJob, Progress, Recognition, import, invent};
use peildatum::language::Language;
use peildatum::register::{CaseState, Definition, Registers, Value};
use peildatum::store::Vault;
use rusqlite::{Connection, params_from_iter};

/// How many cases there are.
const CASES: usize = 100_000;
const REGISTER: &str = "woonoverlast";
/// The fields that stand in the file between the days and the address.
const FIELDS: [&str; 6] = [
    "wijk",
    "eigendom",
    "aard",
    "kanaal",
    "melder",
    "omschrijving",
];
const HEADINGS: [&str; 12] = [
    "Zaaknummer",
    "Datum melding",
    "Datum afgesloten",
    "Wijk",
    "Eigendom",
    "Aard van de overlast",
    "Kanaal",
    "Naam melder",
    "Wat vertelt de melder",
    "Straat",
    "Huisnummer",
    "Postcode",
];

#[expect(
    clippy::print_stderr,
    reason = "the times are what this is measured for, and it is too long for criterion"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("meldingen.csv");
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).ok_or("no such day")?;
    let noon = today.and_hms_opt(12, 0, 0).ok_or("no such hour")?.and_utc();
    let shipped = Registers::shipped().map_err(|mistakes| format!("{mistakes:?}"))?;
    write_cases(
        shipped.get(REGISTER).ok_or("no such register")?,
        today,
        &file,
    )?;

    let mut vault = Vault::create(&folder.path().join("kluis"), noon)?;
    let job = ImportJob::new(REGISTER, &file, Recognition::Names);
    let begin = Instant::now();
    let imported = import(
        &mut vault,
        &job,
        "bench",
        &Clock::fixed(noon),
        &Progress::default(),
    )?;
    let ours = begin.elapsed();
    if imported.report.added != CASES {
        return Err(format!("not every row is a new case: {:?}", imported.report).into());
    }
    let (plain, by) = plain_table(&file, folder.path())?;
    let ratio = ours.as_secs_f64() / plain.as_secs_f64();
    eprintln!(
        "import of {CASES} cases with {} columns: {ours:.2?}; plain table by {by}: {plain:.2?}, ratio {ratio:.1}",
        HEADINGS.len()
    );
    match peak_memory() {
        Some(peak) => eprintln!("peak memory {} MB", peak / 1000),
        None => eprintln!("this system does not tell the peak memory"),
    }
    Ok(())
}

/// Writes invented cases as a municipality would have them in a sheet.
fn write_cases(
    definition: &Definition,
    today: NaiveDate,
    file: &Path,
) -> Result<(), Box<dyn Error>> {
    let mut sheet = csv::WriterBuilder::new().delimiter(b';').from_path(file)?;
    sheet.write_record(HEADINGS)?;
    for (at, write) in invent(definition, CASES, 1, today).enumerate() {
        sheet.write_record(cells(definition, at, &write.state))?;
    }
    Ok(sheet.flush()?)
}

fn cells(definition: &Definition, at: usize, state: &CaseState) -> Vec<String> {
    let day = |day: Option<NaiveDate>| {
        day.map_or_else(String::new, |day| day.format("%d-%m-%Y").to_string())
    };
    let closed = state.spells.last().and_then(|spell| spell.closed.as_ref());
    let mut cells = vec![
        format!("W{:06}", at + 1),
        day(state.opened()),
        day(closed.map(|closing| closing.date)),
    ];
    cells.extend(FIELDS.iter().map(|id| {
        let field = definition.field(id);
        let label = |id: &String| {
            let choice = field.and_then(|field| field.choice(id));
            choice.map_or_else(String::new, |choice| {
                choice.label.text(Language::Dutch).to_owned()
            })
        };
        match state.values.get(*id) {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Choice(id)) => label(id),
            Some(Value::Choices(ids)) => ids.iter().map(label).collect::<Vec<_>>().join("|"),
            _ => String::new(),
        }
    }));
    match state.values.get("adres") {
        Some(Value::Address(address)) => cells.extend([
            address.street.clone(),
            address.number.clone(),
            address.postcode.clone(),
        ]),
        _ => cells.extend([const { String::new() }; 3]),
    }
    cells
}

/// How long the same file takes into a plain table, and what put it there.
fn plain_table(file: &Path, folder: &Path) -> Result<(Duration, &'static str), Box<dyn Error>> {
    let table = folder.join("plain.db");
    let begin = Instant::now();
    let shell = Command::new("sqlite3")
        .arg(&table)
        .args([".mode csv", ".separator ;"])
        .arg(format!(".import '{}' plain", file.display()))
        .stdout(Stdio::null())
        .status();
    if shell.is_ok_and(|status| status.success()) {
        let took = begin.elapsed();
        let stored: i64 =
            Connection::open(&table)?
                .query_row("SELECT count(*) FROM plain", [], |row| row.get(0))?;
        return match usize::try_from(stored) {
            Ok(CASES) => Ok((took, "the shell of SQLite")),
            _ => Err(format!("the shell of SQLite stored {stored} rows").into()),
        };
    }
    let _ = fs::remove_file(&table);
    let begin = Instant::now();
    let mut connection = Connection::open(&table)?;
    let transaction = connection.transaction()?;
    let columns: Vec<String> = HEADINGS
        .iter()
        .map(|name| format!("\"{name}\" TEXT"))
        .collect();
    transaction.execute_batch(&format!("CREATE TABLE plain ({})", columns.join(", ")))?;
    {
        let places = ["?"; HEADINGS.len()].join(", ");
        let mut insert = transaction.prepare(&format!("INSERT INTO plain VALUES ({places})"))?;
        let mut rows = csv::ReaderBuilder::new().delimiter(b';').from_path(file)?;
        for row in rows.records() {
            insert.execute(params_from_iter(row?.iter()))?;
        }
    }
    transaction.commit()?;
    Ok((begin.elapsed(), "a loop over the rows"))
}

/// The most memory that this process had, in kilobytes, where the system tells it.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
