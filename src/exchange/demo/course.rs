//! How a case runs: when it is closed, with what, and whether it comes back.

use chrono::{NaiveDate, TimeDelta};
use fastrand::Rng;

use super::chance::{Skew, duration, happens};
use crate::register::{Choice, Closing, Definition, OutcomeField, Spell};

/// The course that cases of a register can take.
pub(super) struct Course<'a> {
    definition: &'a Definition,
    today: NaiveDate,
    outcomes: Skew<'a>,
    /// The steps of the process, in order.
    running: Vec<&'a Choice>,
    reopened: Option<&'a Choice>,
    closed: Skew<'a>,
}

impl<'a> Course<'a> {
    pub fn new(definition: &'a Definition, today: NaiveDate) -> Self {
        let standing = |open| {
            let statuses = definition
                .statuses
                .iter()
                .filter(move |status| status.open == open);
            statuses.map(|status| &status.choice)
        };
        let mut running: Vec<&Choice> = standing(true).filter(|choice| !choice.retired).collect();
        // Where a process has several steps, its last one before the end is for cases that came back.
        let reopened = if running.len() > 2 {
            running.pop()
        } else {
            running.last().copied()
        };
        let outcomes = definition
            .outcome
            .iter()
            .flat_map(|outcome| &outcome.choices);
        let of = |what| [definition.id.as_str(), what];
        Self {
            definition,
            today,
            outcomes: Skew::new(&of("outcome"), outcomes),
            running,
            reopened,
            closed: Skew::new(&of("closed"), standing(false)),
        }
    }

    /// The spells of a case that began on this day, and where it stands now.
    pub fn run(&self, rng: &mut Rng, opened: NaiveDate) -> (Vec<Spell>, Option<String>) {
        let mut spells = vec![Spell::since(opened)];
        if self.definition.has_spells() {
            spells[0].closed = self.closing(rng, opened, 110.0);
        }
        if let Some(first) = &spells[0].closed
            && happens(rng, 0.04)
        {
            let again = first.date + TimeDelta::days(rng.i64(14..200));
            if again <= self.today {
                let closed = self.closing(rng, again, 70.0);
                spells.push(Spell {
                    opened: again,
                    closed,
                });
            }
        }
        let standing = match spells.last() {
            Some(Spell {
                closed: Some(_), ..
            }) => self.closed.draw(rng),
            _ if spells.len() > 1 => self.reopened,
            _ => self.step(rng, opened),
        };
        (spells, standing.map(|status| status.id.clone()))
    }

    /// How far a running case has come: in half a year it can be anywhere.
    fn step(&self, rng: &mut Rng, opened: NaiveDate) -> Option<&'a Choice> {
        let age = (self.today - opened).num_days() as f64 / 180.0;
        let reached = rng.f64() * age.min(1.0) * self.running.len() as f64;
        self.running.get(reached as usize).copied()
    }

    fn closing(&self, rng: &mut Rng, opened: NaiveDate, median: f64) -> Option<Closing> {
        let date = opened + TimeDelta::days(duration(rng, median));
        if date > self.today {
            return None;
        }
        let mut closing = Closing::on(date);
        let asked = |outcome: &OutcomeField| outcome.required;
        if happens(rng, 0.97) || self.definition.outcome.as_ref().is_some_and(asked) {
            closing.outcome = self.outcomes.draw(rng).map(|outcome| outcome.id.clone());
        }
        for flag in self.definition.flags() {
            let fits = closing
                .outcome
                .as_ref()
                .is_some_and(|outcome| flag.of.contains(outcome));
            if fits && happens(rng, 0.95) {
                closing.flags.insert(flag.id.clone(), happens(rng, 0.35));
            }
        }
        Some(closing)
    }
}
