//! Filling a vault with invented cases.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate, NaiveTime};

use super::cases::{Amount, FIRST_DAY, invent_with};
use super::linking::Known;
use super::opening::Steps;
use super::staff::Staff;
use super::timeline::InventedTimelines;
use crate::clock::Clock;
use crate::register::{Definition, EntryState};
use crate::store::{CaseOf, EntryWrite, Operation, StoreError, Vault, Write};

/// How many calendar years of cases the demo has unless somebody says otherwise.
pub const DEMO_YEARS: u16 = 6;
/// The seed from which the demo's cases follow unless somebody says otherwise.
pub const DEMO_SEED: u64 = 1;

/// Fills every register of a vault with this many invented cases; the same seed gives the same cases. They are recorded
/// month by month, so that their numbers carry the year in which they began.
///
/// # Errors
/// The vault cannot be written.
pub fn fill_with_invented_cases(
    vault: &mut Vault,
    count: usize,
    seed: u64,
    clock: &Clock,
) -> Result<(), StoreError> {
    let first = FIRST_DAY;
    let staff = Staff::shipped();
    fill(vault, Amount::Cases { count, first }, seed, clock, &staff)
}

/// Fills a vault with what a municipality of 125,000 inhabitants has in so many calendar years up to today. Every case is
/// recorded on the day on which it began, by who handles it. Whoever looks around takes the place of one of the staff.
///
/// # Errors
/// The vault cannot be written.
pub fn fill_with_a_municipality(
    vault: &mut Vault,
    years: u16,
    seed: u64,
    clock: &Clock,
    me: Option<&str>,
) -> Result<(), StoreError> {
    let staff = Staff::shipped().with(me);
    fill(vault, Amount::Years(years), seed, clock, &staff)
}

fn fill(
    vault: &mut Vault,
    amount: Amount,
    seed: u64,
    clock: &Clock,
    staff: &Staff,
) -> Result<(), StoreError> {
    staff.enter(vault, clock)?;
    let definitions = vault.registers().all().to_vec();
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    let mut steps = Steps::default();
    for definition in &definitions {
        let others = known.entry(definition.team.clone()).or_default();
        let sources = leading_to(&definitions, definition);
        let mut timelines = InventedTimelines::with(definition, seed, clock.today(), staff);
        let mut batches: BTreeMap<(NaiveDate, String), Vec<Invented>> = BTreeMap::new();
        for mut write in invent_with(definition, amount, seed, clock.today(), staff) {
            let opened_by = steps.opened(definition, &mut write.state);
            let opened = write.state.came().unwrap_or(clock.today());
            let batch = match amount {
                Amount::Cases { .. } => (last_of_month(opened), NOBODY),
                Amount::Years(_) => (opened, definition.owner_of(&write.state).unwrap_or(NOBODY)),
            };
            let batch = (batch.0, batch.1.to_owned());
            batches.entry(batch).or_default().push((write, opened_by));
        }
        let store = vault.store_mut(&definition.id)?;
        for ((day, owner), writes) in batches {
            let noon = day.and_time(NOON).and_utc();
            let mut operation = Operation::by(&owner, noon.min(clock.now()));
            let mut told = Vec::with_capacity(writes.len());
            for (at, (write, opened_by)) in writes.into_iter().enumerate() {
                let mut timeline = timelines.of(&write.state);
                timeline.extend(others.links(&sources, definition, &mut timelines, &write.state));
                timeline.extend(opened_by);
                let entries = timeline.iter().cloned();
                let entries = entries.map(|entry| EntryWrite::new(CaseOf::Written(at), entry));
                operation.entries.extend(entries);
                operation.writes.push(write);
                told.push(timeline);
            }
            for (case, timeline) in store.record(&operation)?.cases.into_iter().zip(told) {
                steps.add(definition, &case, &timeline);
                others.add(case);
            }
        }
    }
    Ok(())
}

/// An invented case, and its link to the case of which a step opened it.
type Invented = (Write, Option<EntryState>);

/// The last day of the month of this day.
fn last_of_month(day: NaiveDate) -> NaiveDate {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1));
    next.and_then(|day| day.pred_opt()).unwrap_or(day)
}

/// The registers whose cases are gathered in this one.
fn leading_to<'a>(all: &'a [Arc<Definition>], to: &Definition) -> Vec<&'a Definition> {
    let leads = |definition: &&Definition| {
        let leads = definition.leads_to.as_ref();
        leads.is_some_and(|leads| leads.register == to.id)
    };
    all.iter().map(AsRef::as_ref).filter(leads).collect()
}

/// Who recorded a case that nobody handles.
const NOBODY: &str = "demo";

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};
