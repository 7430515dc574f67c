//! Filling a vault with invented cases.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate, NaiveTime};

use super::cases::invent;
use super::timeline::InventedTimelines;
use crate::clock::Clock;
use crate::register::CaseReference;
use crate::store::{CaseOf, EntryWrite, Operation, StoreError, Vault, Write};

/// How many cases the demo has in each register unless somebody says otherwise.
pub const DEMO_CASES: usize = 400;
/// The seed from which the demo's cases follow unless somebody says otherwise.
pub const DEMO_SEED: u64 = 1;

/// The share of the invented cases that is linked to a case of another register of their team.
const LINKED: f64 = 0.08;

/// Fills every register of a vault with this many invented cases; the same seed gives the same cases. They are recorded
/// month by month, as they would have been, so that their numbers carry the year in which they began.
///
/// # Errors
/// The vault cannot be written.
pub fn fill_with_invented_cases(
    vault: &mut Vault,
    count: usize,
    seed: u64,
    clock: &Clock,
) -> Result<(), StoreError> {
    let definitions = vault.registers().all().to_vec();
    // The cases of each team to which a later one can be linked: those of its other registers.
    let mut known: BTreeMap<String, Vec<CaseReference>> = BTreeMap::new();
    for definition in definitions {
        let mut timelines = InventedTimelines::new(&definition, seed, clock.today());
        let others = known.entry(definition.team.clone()).or_default();
        let mut made = Vec::new();
        let mut months: BTreeMap<NaiveDate, Vec<Write>> = BTreeMap::new();
        for write in invent(&definition, count, seed, clock.today()) {
            let opened = write.state.opened().unwrap_or(clock.today());
            months
                .entry(opened.with_day(1).unwrap_or(opened))
                .or_default()
                .push(write);
        }
        let store = vault.store_mut(&definition.id)?;
        for (month, writes) in months {
            let last_day = month
                .checked_add_months(Months::new(1))
                .and_then(|day| day.pred_opt());
            let noon = last_day.unwrap_or(month).and_time(NOON).and_utc();
            let mut operation = Operation::by("demo", noon.min(clock.now()));
            for (at, write) in writes.iter().enumerate() {
                let mut timeline = timelines.of(&write.state);
                if timelines.happens(LINKED) {
                    let about = timelines.choose(others);
                    timeline.extend(about.and_then(|about| timelines.link(&write.state, about)));
                }
                let entries = timeline.into_iter();
                let entries = entries.map(|entry| EntryWrite::new(CaseOf::Written(at), entry));
                operation.entries.extend(entries);
            }
            operation.writes = writes;
            let recorded = store.record(&operation)?;
            let cases = recorded.cases.into_iter();
            made.extend(cases.map(|case| CaseReference {
                register: case.register,
                id: case.id,
            }));
        }
        others.extend(made);
    }
    Ok(())
}

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};
