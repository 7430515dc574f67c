//! The course of an invented case: when it is closed, with what outcome, and whether it is reopened.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::balanced::Balanced;
use super::chance::{Drawn, Skew, duration, happens, well_past};
use super::ending::Ends;
use super::plan::{Plan, Rule, fits};
use crate::register::{
    BEGIN, CaseState, Choice, Closing, Definition, DoneBy, OutcomeField, Span, Spell,
};

/// The course that cases of a register can take.
pub(super) struct Course<'a> {
    definition: &'a Definition,
    plan: &'static Plan,
    today: NaiveDate,
    /// How many days most cases last, and all of them at most, where the plan does not say so.
    lasts: (f64, i64),
    ends: Option<Ends<'a>>,
    outcomes: Skew<'a>,
    /// The steps of the process, in order.
    running: Vec<&'a Choice>,
    reopened: Option<&'a Choice>,
    reopens: Option<Balanced>,
    closed: Skew<'a>,
    drawn: Drawn,
}

impl<'a> Course<'a> {
    pub fn new(definition: &'a Definition, plan: &'static Plan, today: NaiveDate) -> Self {
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
        let named = |choice: &&&Choice| plan.reopened_as.as_ref() == Some(&choice.id);
        let reopened = running.iter().find(named).or(running.last()).copied();
        // A last step before the end that is for cases that came back is no step of others.
        if running.len() > 1 && running.last().is_some_and(|last| named(&last)) {
            running.pop();
        }
        let outcomes = definition.outcome.iter().flat_map(|asked| {
            asked
                .choices
                .iter()
                .filter(|it| !asked.before.contains(&it.id))
        });
        let of = |what| [definition.id.as_str(), what];
        Self {
            definition,
            plan,
            today,
            lasts: lasts(definition),
            ends: Ends::new(definition, plan),
            outcomes: Skew::new(&of("outcome"), outcomes),
            running,
            reopened,
            reopens: Balanced::new([plan.reopened, 1.0 - plan.reopened]),
            closed: Skew::new(&of("closed"), statuses(false)),
            drawn: Drawn::default(),
        }
    }

    /// Whether the course of a case fills in this field.
    pub fn fills(&self, field: &str) -> bool {
        self.ends.as_ref().is_some_and(|ends| ends.fills(field))
    }

    /// Gives a case that began on this day its spells, its status, and the ends that were set.
    pub fn run(&mut self, rng: &mut Rng, opened: NaiveDate, state: &mut CaseState) {
        state.spells = vec![Spell::since(opened)];
        if !self.definition.has_spells() {
            state.status = self.step(rng, opened).map(|status| status.id.clone());
            return;
        }
        let mut put_off = None;
        let set = match &mut self.ends {
            Some(ends) => ends.set(rng, state, opened, self.today),
            None => None,
        };
        match set {
            Some(ending) => {
                put_off = ending.status;
                state.spells[0].closed = self.set_end(rng, state, ending.until, ending.early);
            }
            None => {
                let days = self.days(rng, state);
                state.spells[0].closed = self.closing(rng, state, opened, days);
                self.reopen(rng, state);
            }
        }
        let status = if state.closing().is_some() {
            self.closed.draw(rng).map(|status| &status.id)
        } else if state.spells.len() > 1 {
            self.reopened.map(|status| &status.id)
        } else {
            let set = put_off.and_then(|id| self.definition.status(id));
            let set = set.map(|status| &status.choice);
            let drawn = set.or_else(|| self.drawn_status(rng, state));
            drawn
                .or_else(|| self.step(rng, opened))
                .map(|status| &status.id)
        };
        state.status = status.cloned();
    }

    /// The closing of a case that ends by itself on this day, or in another way before it; none where it still runs.
    fn set_end(
        &mut self,
        rng: &mut Rng,
        state: &CaseState,
        until: NaiveDate,
        early: bool,
    ) -> Option<Closing> {
        let opened = state.opened()?;
        let by_itself = self.ends.as_ref().map(Ends::outcome)?;
        let days = (until - opened).num_days();
        if early && days > 2 {
            let days = rng.i64(1..days);
            return self.closing(rng, state, opened, days);
        }
        // What ends by itself needs nobody to say so.
        if self.definition.ends_at.is_some() {
            return None;
        }
        let mut closing = Closing::on(until);
        let known = self.definition.outcome.as_ref();
        let known = known.and_then(|outcome| outcome.choice(by_itself));
        closing.outcome = known.map(|choice| choice.id.clone());
        (until < self.today).then_some(closing)
    }

    fn reopen(&mut self, rng: &mut Rng, state: &mut CaseState) {
        let Some(first) = state.closing().map(|closing| closing.date) else {
            return;
        };
        let reopens = self.reopens.as_mut();
        if reopens.is_none_or(|reopens| reopens.draw(rng) != 0) {
            return;
        }
        let again = first + TimeDelta::days(rng.i64(14..200));
        if again <= self.today {
            let days = self.days(rng, state) * 3 / 5;
            state.spells.push(Spell::since(again));
            let closed = self.closing(rng, state, again, days);
            if let Some(last) = state.spells.last_mut() {
                last.closed = closed;
            }
        }
    }

    /// How many days a case lasts.
    fn days(&self, rng: &mut Rng, state: &CaseState) -> i64 {
        let mut rules = self.plan.lasts.iter();
        match rules.find(|rule| fits(&rule.with, state, None)) {
            Some(rule) => duration(rng, rule.median, rule.spread).min(rule.most),
            None => duration(rng, self.lasts.0, 0.8).min(self.lasts.1),
        }
    }

    fn drawn_status(&mut self, rng: &mut Rng, state: &CaseState) -> Option<&'a Choice> {
        let rule = Rule::of_case(&self.plan.status, state, self.today)?;
        self.drawn.choice(rng, rule, &self.running)
    }

    /// How far a running case has come: quickly through the first steps, and once it is as old as cases get, in one of the
    /// last.
    fn step(&self, rng: &mut Rng, opened: NaiveDate) -> Option<&'a Choice> {
        let pace = self.plan.pace.unwrap_or(180.0);
        let age = ((self.today - opened).num_days() as f64 / pace).clamp(0.0, 1.0);
        let luck = 0.55 + 0.45 * rng.f64().powi(2);
        let reached = luck * age.powf(0.6) * self.running.len() as f64;
        let reached = (reached as usize).max(self.least(rng, opened));
        self.running.get(reached).copied()
    }

    /// How far a case that began on this day has come at least: to where its terms wanted it some time ago.
    fn least(&self, rng: &mut Rng, opened: NaiveDate) -> usize {
        let terms = self.definition.terms.iter();
        let terms = terms.filter(|term| term.from == BEGIN);
        let past = terms.filter_map(|term| {
            let Some(DoneBy::Status(id)) = &term.done_by else {
                return None;
            };
            let due = term.span.after(opened.and_time(NaiveTime::MIN))?.date();
            let place = self.running.iter().position(|status| status.id == *id)?;
            let met = well_past(rng, due, self.today);
            met.then_some(place)
        });
        past.max().unwrap_or(0)
    }

    fn closing(
        &mut self,
        rng: &mut Rng,
        state: &CaseState,
        opened: NaiveDate,
        days: i64,
    ) -> Option<Closing> {
        let date = opened + TimeDelta::days(days);
        if date > self.today {
            return None;
        }
        let mut closing = Closing::on(date);
        let asked = |outcome: &OutcomeField| outcome.required;
        if happens(rng, 0.97) || self.definition.outcome.as_ref().is_some_and(asked) {
            closing.outcome = self.outcome(rng, state).map(|outcome| outcome.id.clone());
        }
        for flag in self.definition.flags() {
            let fits = closing
                .outcome
                .as_ref()
                .is_some_and(|outcome| flag.of.contains(outcome));
            if fits && happens(rng, 0.95) {
                let often = self.plan.flags.get(&flag.id).copied().unwrap_or(0.35);
                closing.flags.insert(flag.id.clone(), happens(rng, often));
            }
        }
        Some(closing)
    }

    fn outcome(&mut self, rng: &mut Rng, state: &CaseState) -> Option<&'a Choice> {
        let outcome = self.definition.outcome.as_ref()?;
        let planned = Rule::of_case(&self.plan.outcome, state, self.today).and_then(|rule| {
            let offered: Vec<&Choice> = outcome
                .choices
                .iter()
                .filter(|at| at.is_current() && !outcome.before.contains(&at.id))
                .collect();
            self.drawn.choice(rng, rule, &offered)
        });
        planned.or_else(|| self.outcomes.draw(rng))
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
        _ => (MEDIAN, 730),
    }
}

/// How many days most cases last that no law limits.
const MEDIAN: f64 = 110.0;
