//! Links between invented cases that have to do with each other.

use chrono::{NaiveDate, TimeDelta};

use super::timeline::InventedTimelines;
use crate::register::{CaseFile, CaseReference, CaseState, Definition, EntryState, Value};

/// The share of the cases that is linked to a case of another register of their team.
const LINKED: f64 = 0.15;
/// The share of the cases that came out of cases which lead to them.
const LED_TO: f64 = 0.75;
/// As many cases as one comes out of at most.
const GATHERED: usize = 3;
/// As many days as linked cases lie apart.
const APART: i64 = 120;

/// The cases of one team to which a later one can be linked.
#[derive(Default)]
pub(super) struct Known {
    cases: Vec<Seen>,
}

struct Seen {
    about: CaseReference,
    opened: NaiveDate,
    values: CaseState,
    taken: bool,
}

impl Known {
    /// Remembers a case.
    pub fn add(&mut self, case: CaseFile) {
        let Some(opened) = case.state.opened() else {
            return;
        };
        self.cases.push(Seen {
            about: case.reference(),
            opened,
            values: case.state,
            taken: false,
        });
    }

    /// The links of a case to others: to what led to it, or else now and then to one in the same district at about the
    /// same time.
    pub fn links(
        &mut self,
        sources: &[&Definition],
        definition: &Definition,
        timelines: &mut InventedTimelines<'_>,
        state: &CaseState,
    ) -> Vec<EntryState> {
        let Some(opened) = state.opened() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for source in sources {
            if timelines.happens(LED_TO) {
                found.extend(self.sources(source, state, opened));
            }
        }
        if found.is_empty() && timelines.happens(LINKED) {
            found.extend(self.beside(definition, timelines, state, opened));
        }
        let links = found.iter();
        links
            .filter_map(|about| timelines.link(state, about))
            .collect()
    }

    /// The cases that led to this one: before it, and alike in what it took over from them.
    fn sources(
        &mut self,
        source: &Definition,
        state: &CaseState,
        opened: NaiveDate,
    ) -> Vec<CaseReference> {
        let Some(leads) = &source.leads_to else {
            return Vec::new();
        };
        let alike = |seen: &Seen| {
            let mut fields = leads.fields.iter();
            fields.all(|(of_source, of_case)| {
                match (seen.values.values.get(of_source), state.values.get(of_case)) {
                    (Some(Value::Choices(several)), Some(Value::Choice(one))) => {
                        several.contains(one)
                    }
                    (Some(Value::Choice(one)), Some(Value::Choice(other))) => one == other,
                    _ => true,
                }
            })
        };
        let settled = |seen: &Seen| {
            let mut sets = leads.sets.iter();
            sets.all(|(field, choice)| {
                seen.values.values.get(field) == Some(&Value::Choice(choice.clone()))
            })
        };
        let fit = self.cases.iter_mut().rev().filter(|seen| {
            let before = (opened - seen.opened).num_days();
            seen.about.register == source.id && !seen.taken && (0..=2 * APART).contains(&before)
        });
        let fit = fit.filter(|seen| alike(seen) && settled(seen));
        fit.take(GATHERED)
            .map(|seen| {
                seen.taken = true;
                seen.about.clone()
            })
            .collect()
    }

    /// A case of another register in the same district at about the same time.
    fn beside(
        &self,
        definition: &Definition,
        timelines: &mut InventedTimelines<'_>,
        state: &CaseState,
        opened: NaiveDate,
    ) -> Option<CaseReference> {
        let district = definition.district_field()?;
        let place = state.values.get(&district.id)?;
        let near = self.cases.iter().filter(|seen| {
            let before = opened - seen.opened;
            seen.about.register != definition.id
                && before >= TimeDelta::zero()
                && before <= TimeDelta::days(APART)
                && seen.values.values.get(&district.id) == Some(place)
        });
        let near: Vec<&Seen> = near.collect();
        let chosen = timelines.rng().choice(&near)?;
        Some(chosen.about.clone())
    }
}
