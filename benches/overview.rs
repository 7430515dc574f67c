//! All figures of the overview over a million cases, for a new reference date, on one core: looked up in the columns, and
//! asked of SQLite. The cases are those of the demo, spread over the shipped registers, and then all in one of them.
//!
//! SQLite holds the same spells in memory, one row a spell with the day on which the spell before it ended, so that every
//! term of the balance follows from one pass without sorting; its indexes cover every question, by the day of closing and
//! by the key and that day. Both have to tell the same before anything is measured. `duckdb.sql` asks the same of DuckDB,
//! by hand.

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use criterion::Criterion;
use peildatum::exchange::invent;
use peildatum::figures::{
    Columns, ComparedTable, Measure, Overview, Period, Step, YEARS, breakdown_field,
};
use peildatum::register::{
    CaseKey, Codebook, CodesExhausted, Definition, Kind, Layout, NEVER, Packed, Registers, Value,
    day_number,
};
use rusqlite::{Connection, Transaction};

/// How many cases there are.
const CASES: usize = 1_000_000;
/// On how many days in a row the figures are told, as a hand drags the reference date.
const DRAGGED: u64 = 120;
/// Between two frames of a screen of 60 Hz.
const FRAME: Duration = Duration::from_nanos(16_666_667);
/// The day before the first spell of a case ended another one.
const NONE_BEFORE: i32 = -1;

/// What both sides tell: per register the terms of the balance in every year, the last one first; what ran and was finished
/// in those years; and the two tables, with what each row had a year earlier.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    glances: Vec<Vec<[u64; 4]>>,
    years: Vec<[u64; 2]>,
    tables: Vec<BTreeMap<String, [u64; 3]>>,
}

/// The same cases on both sides.
struct Sides {
    name: String,
    registers: Vec<Arc<Columns>>,
    cases: Option<usize>,
    events: Option<usize>,
    reference: Connection,
}

fn main() -> Result<(), Box<dyn Error>> {
    let shipped = Registers::shipped().map_err(|mistakes| format!("{mistakes:?}"))?;
    let all: Vec<&Arc<Definition>> = shipped.all().iter().collect();
    let one = shipped.get("woonoverlast").ok_or("no such register")?;
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for registers in [all, vec![one]] {
        let sides = Sides::new(&registers)?;
        sides.tell_the_same()?;
        let period = Period::up_to(Step::Year, today()?);
        criterion.bench_function(&sides.name, |bencher| {
            bencher.iter(|| sides.overview(black_box(period)));
        });
        sides.say_ratio()?;
    }
    criterion.final_summary();
    Ok(())
}

fn today() -> Result<NaiveDate, &'static str> {
    NaiveDate::from_ymd_opt(2026, 11, 21).ok_or("no such day")
}

impl Sides {
    fn new(definitions: &[&Arc<Definition>]) -> Result<Self, Box<dyn Error>> {
        let mut reference = Connection::open_in_memory()?;
        let each = CASES / definitions.len();
        let mut registers = Vec::new();
        let transaction = reference.transaction()?;
        for (at, definition) in definitions.iter().enumerate() {
            registers.push(Arc::new(fill(&transaction, at, definition, each)?));
        }
        transaction.commit()?;
        reference.execute_batch("ANALYZE;")?;
        let place = |kind| {
            let mut all = definitions.iter();
            all.position(|definition| definition.kind == kind)
        };
        Ok(Self {
            name: format!(
                "overview of {CASES} cases, registers: {}",
                definitions.len()
            ),
            registers,
            cases: place(Kind::Spell),
            events: place(Kind::Event),
            reference,
        })
    }

    fn overview(&self, period: Period) -> Result<Overview, Box<dyn Error>> {
        Ok(Overview::of(
            &self.registers,
            self.cases,
            self.events,
            period,
        )?)
    }

    fn tell_the_same(&self) -> Result<(), Box<dyn Error>> {
        for days in [0, 17, 181, 900] {
            let period = Period::up_to(Step::Year, today()? - Days::new(days));
            let (ours, theirs) = (self.by_columns(period)?, self.by_reference(period)?);
            if ours != theirs {
                return Err(format!("{period:?}: columns {ours:?}, SQLite {theirs:?}").into());
            }
        }
        Ok(())
    }

    /// What the columns tell, in the shape in which SQLite answers. The years before the last two are told by their first
    /// number alone.
    fn by_columns(&self, period: Period) -> Result<Told, Box<dyn Error>> {
        let overview = self.overview(period)?;
        let glances = overview.summaries.iter().map(|glance| {
            let terms = |count: fn(&peildatum::figures::ComparedCount) -> u64| {
                let of = |measure| glance.count_of(measure).as_ref().map_or(0, count);
                match glance.count_of(Measure::Count) {
                    Some(events) => [count(&events), 0, 0, 0],
                    None => [
                        Measure::Closing,
                        Measure::Inflow,
                        Measure::Finished,
                        Measure::Reopened,
                    ]
                    .map(of),
                }
            };
            let mut years = vec![terms(|number| number.count), terms(|number| number.before)];
            let earlier = glance.trend.iter().rev().skip(2);
            years.extend(earlier.map(|(_, count)| [*count, 0, 0, 0]));
            years
        });
        let glances = glances.collect();
        let years = overview.years.iter().flat_map(|years| {
            let count = |line: usize, at: usize| years.lines[line].1[at];
            let all = (0..years.periods.len()).rev();
            all.map(move |at| [count(0, at), count(1, at)])
        });
        let years = years.collect();
        let tables = [overview.parts, overview.events].into_iter().flatten();
        let tables = tables.map(|compared| counts(&compared)).collect();
        Ok(Told {
            glances,
            years,
            tables,
        })
    }

    /// The same figures by SQLite.
    fn by_reference(&self, period: Period) -> Result<Told, Box<dyn Error>> {
        let mut told = Told {
            glances: Vec::new(),
            years: Vec::new(),
            tables: Vec::new(),
        };
        for (at, columns) in self.registers.iter().enumerate() {
            let first = columns.first_day().unwrap_or(NEVER);
            let mut year = period;
            let mut years = Vec::new();
            while years.len() < 2 || (years.len() < YEARS && day_number(year.to) >= first) {
                let [mut closing, inflow, touched, opening] = self.terms(at, year)?;
                if columns.definition().kind == Kind::Event {
                    closing = inflow;
                    years.push([closing, 0, 0, 0]);
                } else if years.len() < 2 {
                    years.push([
                        closing,
                        inflow,
                        touched - closing,
                        touched - opening - inflow,
                    ]);
                } else {
                    years.push([closing, 0, 0, 0]);
                }
                year = year.year_before();
            }
            told.glances.push(years);
        }
        if let Some(at) = self.cases {
            let mut year = period;
            for _ in 0..told.glances[at].len() {
                let [closing, _, touched, _] = self.terms(at, year)?;
                told.years.push([closing, touched - closing]);
                year = year.year_before();
            }
        }
        for at in [self.cases, self.events].into_iter().flatten() {
            let before = self.table(at, period.year_before())?;
            let now = self.table(at, period)?.into_iter();
            let table = now.map(|(key, [running, finished])| {
                let before = before.get(&key).map_or(0, |cells| cells.iter().sum());
                (key, [running, finished, before])
            });
            told.tables.push(table.collect());
        }
        Ok(told)
    }

    fn terms(&self, at: usize, period: Period) -> rusqlite::Result<[u64; 4]> {
        let sql = format!(
            "SELECT coalesce(sum(closed > ?2), 0), coalesce(sum(before = {NONE_BEFORE} AND opened >= ?1), 0),
                    coalesce(sum(before < ?1), 0), coalesce(sum(opened < ?1), 0)
             FROM spells_{at} WHERE opened <= ?2 AND closed >= ?1"
        );
        let mut statement = self.reference.prepare_cached(&sql)?;
        let days = (day_number(period.from), day_number(period.to));
        statement.query_row(days, |row| {
            let term = |at: usize| row.get::<_, i64>(at).map(i64::unsigned_abs);
            Ok([term(0)?, term(1)?, term(2)?, term(3)?])
        })
    }

    /// By the key of the telling field: what runs and what was finished, or how many events there were.
    fn table(&self, at: usize, period: Period) -> rusqlite::Result<BTreeMap<String, [u64; 2]>> {
        let events = self.registers[at].definition().kind == Kind::Event;
        let sql = format!(
            "SELECT key, sum(closed > ?2), sum(before < ?1) FROM spells_{at}
             WHERE opened <= ?2 AND closed >= ?1 GROUP BY key"
        );
        let mut statement = self.reference.prepare_cached(&sql)?;
        let days = (day_number(period.from), day_number(period.to));
        let mut rows = statement.query(days)?;
        let mut counts = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (running, touched): (i64, i64) = (row.get(1)?, row.get(2)?);
            let (running, touched) = (running.unsigned_abs(), touched.unsigned_abs());
            let counted = if events {
                [touched, 0]
            } else {
                [running, touched - running]
            };
            if touched > 0 {
                counts.insert(row.get(0)?, counted);
            }
        }
        Ok(counts)
    }

    /// The middle one and the slowest of the days of a drag, beside a frame of the screen and beside SQLite.
    #[expect(
        clippy::print_stderr,
        reason = "the ratio is what this is measured for, and criterion has no place for it"
    )]
    fn say_ratio(&self) -> Result<(), Box<dyn Error>> {
        let mut ours = self.timed(DRAGGED, |period| self.overview(period).map(drop))?;
        let mut theirs = self.timed(5, |period| self.by_reference(period).map(drop))?;
        let middle = |times: &mut Vec<Duration>| {
            times.sort_unstable();
            times[times.len() / 2]
        };
        let (columns, sqlite) = (middle(&mut ours), middle(&mut theirs));
        let slowest = ours.last().copied().unwrap_or_default();
        let frames = FRAME.as_secs_f64() / slowest.as_secs_f64();
        let ratio = sqlite.as_secs_f64() / columns.as_secs_f64();
        eprintln!(
            "{}: columns {columns:.2?}, the slowest of {DRAGGED} days {slowest:.2?}, {frames:.0} times in a frame of 60 Hz; \
             SQLite {sqlite:.2?}, ratio {ratio:.0}",
            self.name
        );
        Ok(())
    }

    fn timed(
        &self,
        days: u64,
        work: impl Fn(Period) -> Result<(), Box<dyn Error>>,
    ) -> Result<Vec<Duration>, Box<dyn Error>> {
        let mut times = Vec::new();
        for day in 0..days {
            let period = Period::up_to(Step::Year, today()? - Days::new(day * 7));
            let begin = Instant::now();
            work(period)?;
            times.push(begin.elapsed());
        }
        Ok(times)
    }
}

/// The rows of a table that count anything.
fn counts(compared: &ComparedTable) -> BTreeMap<String, [u64; 3]> {
    let table = &compared.table;
    let rows = table.row_keys.iter().zip(&table.cells).enumerate();
    let rows = rows.filter(|(row, _)| table.row_totals[*row] > 0);
    rows.map(|(row, (keys, cells))| {
        let cell = |at: usize| cells.get(at).copied().unwrap_or(0);
        (
            keys.concat(),
            [cell(0), cell(1), compared.before.row_totals[row]],
        )
    })
    .collect()
}

/// Invents the cases of a register, on both sides.
fn fill(
    transaction: &Transaction<'_>,
    at: usize,
    definition: &Arc<Definition>,
    cases: usize,
) -> Result<Columns, Box<dyn Error>> {
    transaction.execute_batch(&format!(
        "CREATE TABLE spells_{at} (key TEXT NOT NULL, opened INTEGER NOT NULL, closed INTEGER NOT NULL, before INTEGER NOT NULL);"
    ))?;
    let layout = Layout::of(definition);
    let field = breakdown_field(definition).ok_or("nothing to split by")?;
    let mut insert =
        transaction.prepare(&format!("INSERT INTO spells_{at} VALUES (?1, ?2, ?3, ?4)"))?;
    let columns = Columns::load(Arc::clone(definition), |visit| {
        let mut codebook = Codebook::default();
        for (row, write) in (0..).zip(invent(definition, cases, 1, today()?)) {
            let counted = layout
                .count(&write.state, &[], &mut codebook)
                .map_err(|error: CodesExhausted| error.to_string())?;
            let key = match write.state.values.get(field) {
                Some(Value::Choice(id)) => id.as_str(),
                _ => "onbekend",
            };
            let mut before = NONE_BEFORE;
            for spell in &counted.spells {
                // An event is over on its own day.
                let closed = match definition.kind {
                    Kind::Spell => spell.closed,
                    Kind::Event => spell.opened,
                };
                insert.execute((key, spell.opened, closed, before))?;
                before = closed;
            }
            visit(CaseKey(row), Packed::Case(&layout.pack(&counted)));
        }
        Ok::<_, Box<dyn Error>>(codebook)
    });
    let columns = columns.map_err(|error| error.to_string())?;
    transaction.execute_batch(&format!(
        "CREATE INDEX closed_{at} ON spells_{at} (closed, opened, before);
         CREATE INDEX key_{at} ON spells_{at} (key, closed, opened, before);"
    ))?;
    Ok(columns)
}
