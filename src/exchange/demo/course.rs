//! The course of an invented case: when it is closed, with what outcome, and whether it is reopened.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::chance::{Skew, duration, happens};
use crate::register::{BEGIN, Choice, Closing, Definition, DoneBy, OutcomeField, Span, Spell};

/// The course that cases of a register can take.
pub(super) struct Course<'a> {
    definition: &'a Definition,
    today: NaiveDate,
    /// How many days most cases last, and all of them at most.
    lasts: (f64, i64),
    outcomes: Skew<'a>,
    /// The steps of the process, in order.
    running: Vec<&'a Choice>,
    reopened: Option<&'a Choice>,
    closed: Skew<'a>,
}

impl<'a> Course<'a> {
    pub fn new(definition: &'a Definition, today: NaiveDate) -> Self {
        let statuses = |open| {
            let statuses = definition
                .statuses
                .iter()
                .filter(move |status| status.open == open && !status.before);
            statuses.map(|status| &status.choice)
        };
        let mut running: Vec<&Choice> = statuses(true)
            .filter(|choice| choice.is_current())
            .collect();
        // Where a process has several steps, its last one before the end is for cases that came back.
        let reopened = if running.len() > 2 {
            running.pop()
        } else {
            running.last().copied()
        };
        let outcomes = definition.outcome.iter().flat_map(|asked| {
            asked
                .choices
                .iter()
                .filter(|it| !asked.before.contains(&it.id))
        });
        let of = |what| [definition.id.as_str(), what];
        Self {
            definition,
            today,
            lasts: lasts(definition),
            outcomes: Skew::new(&of("outcome"), outcomes),
            running,
            reopened,
            closed: Skew::new(&of("closed"), statuses(false)),
        }
    }

    /// The spells of a case that began on this day, and its status now.
    pub fn run(&self, rng: &mut Rng, opened: NaiveDate) -> (Vec<Spell>, Option<String>) {
        let mut spells = vec![Spell::since(opened)];
        if self.definition.has_spells() {
            spells[0].closed = self.closing(rng, opened, self.lasts.0);
        }
        if let Some(first) = &spells[0].closed
            && happens(rng, 0.04)
        {
            let again = first.date + TimeDelta::days(rng.i64(14..200));
            if again <= self.today {
                let closed = self.closing(rng, again, self.lasts.0 * 0.6);
                spells.push(Spell {
                    opened: again,
                    closed,
                });
            }
        }
        let status = match spells.last() {
            Some(Spell {
                closed: Some(_), ..
            }) => self.closed.draw(rng),
            _ if spells.len() > 1 => self.reopened,
            _ => self.step(rng, opened),
        };
        (spells, status.map(|status| status.id.clone()))
    }

    /// How far a running case has come: in half a year it can be anywhere.
    fn step(&self, rng: &mut Rng, opened: NaiveDate) -> Option<&'a Choice> {
        let age = (self.today - opened).num_days() as f64 / 180.0;
        let reached = rng.f64() * age.min(1.0) * self.running.len() as f64;
        let reached = (reached as usize).max(self.least(opened));
        self.running.get(reached).copied()
    }

    /// How far a case that began on this day has come at least: to where its terms wanted it some time ago.
    fn least(&self, opened: NaiveDate) -> usize {
        let terms = self
            .definition
            .terms
            .iter()
            .filter(|term| term.from == BEGIN);
        let past = terms.filter_map(|term| {
            let Some(DoneBy::Status(id)) = &term.done_by else {
                return None;
            };
            let due = term.span.after(opened.and_time(NaiveTime::MIN))?.date();
            let place = self.running.iter().position(|status| status.id == *id)?;
            (due < self.today - TimeDelta::days(14)).then_some(place)
        });
        past.max().unwrap_or(0)
    }

    fn closing(&self, rng: &mut Rng, opened: NaiveDate, median: f64) -> Option<Closing> {
        let days = duration(rng, median).min(self.lasts.1);
        let date = opened + TimeDelta::days(days);
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

/// How many days most cases of a register last, and all of them at most: as the law has it where it limits them.
fn lasts(definition: &Definition) -> (f64, i64) {
    let limits = definition
        .terms
        .iter()
        .filter(|term| term.statutory && term.limits.is_some());
    let days = limits.map(|term| match term.span {
        Span::Hours(hours) => i64::from(hours) / 24,
        Span::Days(days) => days.into(),
        Span::Months(months) => i64::from(months) * 30,
        Span::Years(years) => i64::from(years) * 365,
    });
    let days: Vec<i64> = days.filter(|days| *days > 0).collect();
    match (days.iter().min(), days.iter().max()) {
        (Some(least), Some(most)) => (MEDIAN.min(*least as f64), *most),
        _ => (MEDIAN, i64::MAX),
    }
}

/// How many days most cases last that no law limits.
const MEDIAN: f64 = 110.0;
