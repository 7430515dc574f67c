//! Ends that are set when a case begins, as a ban has them.

use chrono::{Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::balanced::Balanced;
use super::plan::{Extension, Plan, SpanRule, Until, fits};
use crate::register::{CaseState, Definition, FieldKind, Value};

/// Sets the ends of the cases of one register, and what goes with them.
pub(super) struct Ends<'a> {
    definition: &'a Definition,
    until: &'static Until,
    early: Option<Balanced>,
    extended: Option<Balanced>,
    /// The fields it fills in.
    fields: Vec<&'static str>,
}

/// When a case ends.
pub(super) struct Ending {
    /// The day until which it holds.
    pub until: NaiveDate,
    /// Whether it ends before, in another way.
    pub early: bool,
    /// The status it has while it runs, where its end was put off.
    pub status: Option<&'static str>,
}

impl<'a> Ends<'a> {
    /// None where no end is set, or the register has no such field.
    pub fn new(definition: &'a Definition, plan: &'static Plan) -> Option<Self> {
        let until = plan.until.as_ref()?;
        definition.field(&until.field)?;
        let later = until.extension.as_ref();
        let mut fields: Vec<&str> = vec![&until.field];
        fields.extend(until.from.as_deref());
        fields.extend(later.into_iter().flat_map(|later| {
            let fields = [&later.decided_on, &later.until, &later.said, &later.times];
            fields.into_iter().filter_map(|field| field.as_deref())
        }));
        let in_two = |share: f64| Balanced::new([share, 1.0 - share]);
        Some(Self {
            definition,
            until,
            early: in_two(until.early),
            extended: later.and_then(|later| in_two(later.share)),
            fields,
        })
    }

    /// Whether this field is filled in here.
    pub fn fills(&self, field: &str) -> bool {
        self.fields.contains(&field)
    }

    /// The outcome with which a case ends on its last day.
    pub fn outcome(&self) -> &'static str {
        &self.until.outcome
    }

    /// Sets the end of a case that began on this day, and says when that is.
    pub fn set(
        &mut self,
        rng: &mut Rng,
        state: &mut CaseState,
        opened: NaiveDate,
        today: NaiveDate,
    ) -> Option<Ending> {
        let until = self.until;
        let mut start = opened.and_time(NaiveTime::MIN);
        if let Some(from) = &until.from {
            // Mostly in the evening and the night.
            let minutes = (17 * 60 + 5 * rng.i64(0..200)) % (24 * 60);
            start += TimeDelta::minutes(minutes);
            self.fill(state, from, start);
        }
        let spans = until.spans.iter();
        let mut spans = spans.filter(|span| fits(&span.with, state, None));
        let first = spans.next()?.after(rng, start);
        self.fill(state, &until.field, first);
        let early = drawn(&mut self.early, rng);
        let mut ending = Ending {
            until: first.date(),
            early,
            status: None,
        };
        let later = until.extension.as_ref();
        if let Some(later) = later.filter(|_| early) {
            // What ends early was never put off.
            self.decide(state, later, false, opened);
        }
        let later = later.filter(|_| !early);
        if let Some(later) = later.filter(|later| fits(&later.with, state, None)) {
            let longer = drawn(&mut self.extended, rng);
            let decided =
                first.date() - TimeDelta::days(rng.i64(later.decided.0..=later.decided.1));
            if decided <= today {
                self.decide(state, later, longer, decided);
            }
            if longer && decided <= today {
                let last = later.span.after(rng, first);
                self.fill(state, later.until.as_ref().unwrap_or(&until.field), last);
                ending.until = last.date();
                ending.status = later.status.as_deref();
            }
        }
        Some(ending)
    }

    /// Says whether an end was put off, and when.
    fn decide(&self, state: &mut CaseState, later: &Extension, longer: bool, decided: NaiveDate) {
        if let Some(said) = self.known(later.said.as_ref()) {
            state.set(said, Some(Value::YesNo(longer)));
        }
        if longer {
            if let Some(on) = &later.decided_on {
                self.fill(state, on, decided.and_time(NaiveTime::MIN));
            }
            if let Some(times) = self.known(later.times.as_ref()) {
                state.set(times, Some(Value::Number(1.0)));
            }
        }
    }

    fn known<'b>(&self, field: Option<&'b String>) -> Option<&'b str> {
        let field = field.filter(|field| self.definition.field(field).is_some());
        field.map(String::as_str)
    }

    fn fill(&self, state: &mut CaseState, field: &str, moment: NaiveDateTime) {
        let value = match self.definition.field(field).map(|field| field.kind) {
            Some(FieldKind::Date) => Value::Date(moment.date()),
            Some(FieldKind::DateTime) => Value::DateTime(moment),
            _ => return,
        };
        state.set(field, Some(value));
    }
}

impl SpanRule {
    fn after(&self, rng: &mut Rng, start: NaiveDateTime) -> NaiveDateTime {
        let later = match (self.days, rng.choice(&self.months)) {
            (Some((least, most)), _) => {
                start.checked_add_days(Days::new(rng.i64(least..=most).unsigned_abs()))
            }
            (None, Some(months)) => start.checked_add_months(Months::new(*months)),
            (None, None) => None,
        };
        later.unwrap_or(start)
    }
}

fn drawn(balanced: &mut Option<Balanced>, rng: &mut Rng) -> bool {
    balanced
        .as_mut()
        .is_some_and(|in_two| in_two.draw(rng) == 0)
}
