//! One table of a million cases, walked by the columns and by SQLite: districts by tenure and by running or finished, and
//! the balance of one district.
//!
//! The reference is SQLite, in memory, on the same rows in the same run: a narrow table of small whole numbers with an
//! index that covers the question. It never looks at the table itself, skips within every group to the cases that had
//! not ended before the period, and needs no sorting; the other orders of the index, and grouping by running or finished
//! as well, were tried and took longer. Before anything is measured both have to count the same. One case in fifty was reopened; those stand in SQLite as their last
//! spell only, which is enough for this table because their earlier spell ended years before the period.

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use criterion::Criterion;
use fastrand::Rng;
use peildatum::figures::{Columns, Figure, Measure, Period, Slice};
use peildatum::register::{
    CaseKey, CaseState, Closing, Definition, NEVER, Registers, STAND, Spell, Value, day_number,
};
use rusqlite::Connection;

/// How many cases there are.
const CASES: i64 = 1_000_000;
/// How often each of both is timed for the ratio.
const ROUNDS: usize = 15;

const TABLE: &str = "
    CREATE TABLE narrow (wijk INTEGER NOT NULL, eigendom INTEGER NOT NULL, opened INTEGER NOT NULL, closed INTEGER NOT NULL);";
const INDEX: &str = "
    CREATE INDEX covering ON narrow (wijk, eigendom, closed, opened);
    ANALYZE;";
const QUESTION: &str = "
    SELECT wijk, eigendom, sum(closed > ?2), count(*)
    FROM narrow
    WHERE opened <= ?2 AND closed >= ?1
    GROUP BY wijk, eigendom";

/// The counts that are not zero, by district, tenure and whether the case runs.
type Counts = BTreeMap<(String, String, bool), u64>;

/// What is counted, on both sides.
struct Sides {
    columns: Columns,
    figure: Figure,
    reference: Connection,
    districts: Vec<String>,
    tenures: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let sides = Sides::new()?;
    let expected = sides.by_reference()?;
    if sides.by_columns()? != expected {
        return Err("the columns and SQLite do not count the same".into());
    }
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    let mut group = criterion.benchmark_group("a million cases");
    group.bench_function("crosstab in columns", |bencher| {
        bencher.iter(|| sides.columns.crosstab(black_box(&sides.figure)));
    });
    group.bench_function("balance in columns", |bencher| {
        let slice = Slice::whole().and("wijk", &sides.districts[0]);
        bencher.iter(|| {
            sides
                .columns
                .balance(black_box(&slice), sides.figure.period)
        });
    });
    group.bench_function("crosstab in SQLite", |bencher| {
        bencher.iter(|| sides.by_reference());
    });
    group.finish();
    criterion.final_summary();
    say_ratio(&sides)
}

/// The middle one of a number of measurements, and how many times longer SQLite takes.
#[expect(
    clippy::print_stderr,
    reason = "the ratio is what this is measured for, and criterion has no place for it"
)]
fn say_ratio(sides: &Sides) -> Result<(), Box<dyn Error>> {
    let columns = middle(|| sides.columns.crosstab(&sides.figure))?;
    let reference = middle(|| sides.by_reference())?;
    let ratio = reference.as_secs_f64() / columns.as_secs_f64();
    eprintln!(
        "crosstab of {CASES} cases: columns {columns:.2?}, SQLite {reference:.2?}, ratio {ratio:.1}"
    );
    Ok(())
}

fn middle<T, E>(work: impl Fn() -> Result<T, E>) -> Result<Duration, E> {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        black_box(work()?);
        times.push(begin.elapsed());
    }
    times.sort_unstable();
    Ok(times[ROUNDS / 2])
}

impl Sides {
    fn new() -> Result<Self, Box<dyn Error>> {
        let registers = Registers::shipped().map_err(|mistakes| format!("{mistakes:?}"))?;
        let definition = registers.get("woonoverlast").ok_or("no such register")?;
        let districts = choices(definition, "wijk")?;
        let tenures = choices(definition, "eigendom")?;
        let (cases, rows) = invent(&districts, &tenures)?;
        let keyed = (0..).map(CaseKey).zip(&cases);
        let columns = Columns::of_cases(definition.clone(), keyed)?;
        let mut reference = Connection::open_in_memory()?;
        reference.execute_batch(TABLE)?;
        let transaction = reference.transaction()?;
        {
            let mut insert = transaction.prepare("INSERT INTO narrow VALUES (?1, ?2, ?3, ?4)")?;
            for row in rows {
                insert.execute(row)?;
            }
        }
        transaction.commit()?;
        reference.execute_batch(INDEX)?;
        let figure = Figure {
            entries: None,
            rows: vec!["wijk".to_owned()],
            columns: vec!["eigendom".to_owned(), STAND.to_owned()],
            measure: Measure::Handled,
            period: Period::year(2024).ok_or("no such year")?,
            slice: Slice::whole(),
        };
        Ok(Self {
            columns,
            figure,
            reference,
            districts,
            tenures,
        })
    }

    fn by_columns(&self) -> Result<Counts, Box<dyn Error>> {
        let table = self.columns.crosstab(&self.figure)?;
        let mut counts = Counts::new();
        for (row, cells) in table.row_keys.iter().zip(&table.cells) {
            for (column, count) in table.column_keys.iter().zip(cells) {
                let key = (row[0].clone(), column[0].clone(), column[1] == "lopend");
                if *count > 0 {
                    counts.insert(key, *count);
                }
            }
        }
        Ok(counts)
    }

    fn by_reference(&self) -> Result<Counts, rusqlite::Error> {
        let Period { from, to } = self.figure.period;
        let mut statement = self.reference.prepare_cached(QUESTION)?;
        let mut rows = statement.query((day_number(from), day_number(to)))?;
        let name = |names: &[String], code: u16| match usize::from(code) {
            0 => "onbekend".to_owned(),
            code => names[code - 1].clone(),
        };
        let mut counts = Counts::new();
        while let Some(row) = rows.next()? {
            let (running, all): (u32, u32) = (row.get(2)?, row.get(3)?);
            for (runs, count) in [(true, running), (false, all - running)] {
                if count > 0 {
                    let district = name(&self.districts, row.get(0)?);
                    let tenure = name(&self.tenures, row.get(1)?);
                    counts.insert((district, tenure, runs), u64::from(count));
                }
            }
        }
        Ok(counts)
    }
}

fn choices(definition: &Definition, field: &str) -> Result<Vec<String>, String> {
    let field = definition.field(field).ok_or("no such field")?;
    Ok(field
        .choices
        .iter()
        .map(|choice| choice.id.clone())
        .collect())
}

/// A row for SQLite: district and tenure, zero where unknown, and the days.
type Row = (u16, u16, i32, i32);

/// Ten years of cases, the same ones every time; a few have no district or tenure, and a quarter still runs.
fn invent(
    districts: &[String],
    tenures: &[String],
) -> Result<(Vec<CaseState>, Vec<Row>), Box<dyn Error>> {
    let begin = NaiveDate::from_ymd_opt(2016, 1, 1).ok_or("no such day")?;
    let after = |days: u64| begin + chrono::Days::new(days);
    let mut random = Rng::with_seed(2024);
    let (mut cases, mut rows) = (Vec::new(), Vec::new());
    for _ in 0..CASES {
        let opened = random.u64(0..3650);
        let closed = (random.u8(0..4) > 0).then(|| after(opened + random.u64(0..500)));
        let (district, tenure) = (code(&mut random, districts)?, code(&mut random, tenures)?);
        let mut state = CaseState {
            spells: vec![Spell {
                opened: after(opened),
                closed: closed.map(Closing::on),
            }],
            ..CaseState::default()
        };
        if random.u8(0..50) == 0 {
            // Ended long before the period, and long before it was opened again.
            let earlier = Spell {
                opened: begin - chrono::Days::new(200),
                closed: Some(Closing::on(begin - chrono::Days::new(100))),
            };
            state.spells.insert(0, earlier);
        }
        for (field, names, code) in [("wijk", districts, district), ("eigendom", tenures, tenure)] {
            let value = usize::from(code)
                .checked_sub(1)
                .and_then(|at| names.get(at));
            state.set(field, value.map(|id| Value::Choice(id.clone())));
        }
        cases.push(state);
        rows.push((
            district,
            tenure,
            day_number(after(opened)),
            closed.map_or(NEVER, day_number),
        ));
    }
    Ok((cases, rows))
}

/// The place of one of these, counted from one, or zero for the unknown.
fn code(random: &mut Rng, names: &[String]) -> Result<u16, std::num::TryFromIntError> {
    Ok(random.u16(0..=u16::try_from(names.len())?))
}
