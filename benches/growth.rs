//! What each thing costs in a vault of a thousand, ten thousand, a hundred thousand and a million invented cases, as a table
//! in Markdown: what grows with the number of cases is told per case, so that a row that stays the same says that it grows
//! no faster than they do. Each is far too long to repeat, so that it is timed once; storing one case is the mean of many.
//!
//! `GROWTH` names how many cases there are at most.

use std::env;
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, Utc};
use peildatum::clock::Clock;
use peildatum::exchange::fill_with_invented_cases;
use peildatum::register::{CaseFile, Setting, Value};
use peildatum::store::{BackupKind, Backups, BulkPlan, Operation, OwnSettings, Vault, Write};
use rusqlite::Connection;

/// How many cases there are in the largest vault.
const MOST: usize = 1_000_000;
const REGISTER: &str = "woonoverlast";
/// How often one case is stored.
const STORED: usize = 50;
/// How many cases are changed at once at most, as somebody does who gives a district another owner.
const CHANGED: usize = 25_000;

/// What a vault of one size costs.
struct Costs {
    cases: usize,
    made: Duration,
    opened: Duration,
    stored: Duration,
    changed: (usize, Duration),
    /// Of one register: its cases, and how long making its derived tables anew takes.
    derived: (usize, Duration),
    copied: Duration,
    bytes: u64,
}

#[expect(
    clippy::print_stdout,
    reason = "the table is what this is for, and it is too long for criterion"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let most = env::var("GROWTH").map_or(Ok(MOST), |most| most.parse())?;
    println!(
        "| cases | making, µs a case | opening | storing one | changing many, µs a case | deriving anew, µs a case | backup, µs a case | bytes a case |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
    let sizes = (3..).map(|power| 10_usize.pow(power));
    for size in sizes.take_while(|size| *size <= most) {
        println!("{}", row(&measure(size)?));
    }
    Ok(())
}

/// A row of the table.
fn row(costs: &Costs) -> String {
    let each = |(cases, took): (usize, Duration)| took.as_secs_f64() * 1e6 / cases.max(1) as f64;
    let all = |took| each((costs.cases, took));
    format!(
        "| {} | {:.0} | {:.2} s | {:.1} ms | {:.0} ({} in {:.1} s) | {:.0} ({} in {:.1} s) | {:.0} ({:.1} s) | {} |",
        costs.cases,
        all(costs.made),
        costs.opened.as_secs_f64(),
        costs.stored.as_secs_f64() * 1e3,
        each(costs.changed),
        costs.changed.0,
        costs.changed.1.as_secs_f64(),
        each(costs.derived),
        costs.derived.0,
        costs.derived.1.as_secs_f64(),
        all(costs.copied),
        costs.copied.as_secs_f64(),
        costs.bytes / costs.cases as u64,
    )
}

fn measure(size: usize) -> Result<Costs, Box<dyn Error>> {
    let place = tempfile::tempdir()?;
    let folder = place.path().join("kluis");
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).ok_or("no such day")?;
    let noon = today.and_hms_opt(12, 0, 0).ok_or("no such hour")?.and_utc();
    let clock = Clock::fixed(noon);
    let (vault, made) = timed(|| {
        let mut vault = Vault::create(&folder, noon)?;
        let registers = vault.registers().all().len();
        fill_with_invented_cases(&mut vault, size / registers, 1, &clock)?;
        Ok(vault)
    })?;
    let cases = vault.registers().all().len() * (size / vault.registers().all().len());
    drop(vault);
    let (mut vault, opened) = timed(|| Ok(Vault::open(&folder, noon)?))?;
    let of_register = cases_of(&vault)?;
    let stored = store_some(&mut vault, &of_register, noon)?;
    let of_register = cases_of(&vault)?;
    let held = of_register.len();
    let changed = change_many(&mut vault, of_register, today, noon)?;
    let (copy, copied) = timed(|| Ok(Backups::of(&folder).make(BackupKind::Manual, noon)?))?;
    let bytes = copy.backup.files.iter().map(|file| file.bytes).sum();
    drop(vault);
    forget_derived(&folder)?;
    let anew = timed(|| Ok(Vault::open(&folder, noon)?))?.1;
    let again = timed(|| Ok(Vault::open(&folder, noon)?))?.1;
    Ok(Costs {
        cases,
        made,
        opened,
        stored,
        changed,
        derived: (held, anew.saturating_sub(again)),
        copied,
        bytes,
    })
}

fn timed<T>(
    work: impl FnOnce() -> Result<T, Box<dyn Error>>,
) -> Result<(T, Duration), Box<dyn Error>> {
    let begin = Instant::now();
    let done = work()?;
    Ok((done, begin.elapsed()))
}

fn cases_of(vault: &Vault) -> Result<Vec<CaseFile>, Box<dyn Error>> {
    let mut cases = Vec::new();
    vault
        .store(REGISTER)?
        .each_case(REGISTER, &mut |case| cases.push(case))?;
    Ok(cases)
}

/// Stores one case after the other, as at the telephone. Returns what one takes.
fn store_some(
    vault: &mut Vault,
    cases: &[CaseFile],
    noon: DateTime<Utc>,
) -> Result<Duration, Box<dyn Error>> {
    let begin = Instant::now();
    let some = cases.iter().take(STORED);
    let count = some.len();
    for case in some {
        let mut state = case.state.clone();
        state.set("behandelaar", Some(Value::Text("verzonnen".to_owned())));
        let operation = Operation::by("bench", noon).with(Write::over(case, state));
        vault.record(REGISTER, &operation)?;
    }
    Ok(begin.elapsed() / u32::try_from(count.max(1))?)
}

/// Gives many cases another owner in one action. Returns how many, and how long it takes with its preview.
fn change_many(
    vault: &mut Vault,
    mut cases: Vec<CaseFile>,
    today: NaiveDate,
    noon: DateTime<Utc>,
) -> Result<(usize, Duration), Box<dyn Error>> {
    cases.truncate(CHANGED);
    let owner = Setting::Field {
        id: "behandelaar".to_owned(),
        value: Some(Value::Text("iemand anders".to_owned())),
    };
    let begin = Instant::now();
    let definition = vault.definition(REGISTER)?;
    let plan = BulkPlan::make(definition, cases, &[owner], &OwnSettings::new(), today);
    let changed = plan.changed();
    vault.record(REGISTER, &plan.operation(Operation::by("bench", noon)))?;
    Ok((changed, begin.elapsed()))
}

/// Makes as if another definition had made the derived tables and the words of the register.
fn forget_derived(folder: &Path) -> Result<(), Box<dyn Error>> {
    let file = Connection::open(folder.join(format!("{REGISTER}.db")))?;
    let forget =
        "UPDATE meta SET value = '' WHERE name IN ('derived:' || ?1, 'derived:words:' || ?1)";
    file.execute(forget, [REGISTER])?;
    Ok(())
}
