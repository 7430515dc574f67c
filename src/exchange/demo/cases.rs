//! Inventing the cases of one register.

use chrono::{Datelike, NaiveDate, TimeDelta};
use fastrand::Rng;

use super::balanced::Balanced;
use super::calendar::{Calendar, extra};
use super::chance::mixed;
use super::course::Course;
use super::plan::{OneOrMore, Plan};
use super::preparing::{Preparation, prepare, unbegin};
use super::staff::Staff;
use super::values::Values;
use crate::register::{CaseState, Choice, Definition, FieldKind, Spell, Value};
use crate::store::{Target, Write};

/// The day from which cases begin of which somebody says how many there are.
pub(super) const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2019, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Invents this many new cases that began between 1 January 2019 and today, in the order in which they began. The same
/// seed gives the same cases.
pub fn invent(
    definition: &Definition,
    count: usize,
    seed: u64,
    today: NaiveDate,
) -> impl Iterator<Item = Write> + use<'_> {
    let first = FIRST_DAY;
    let staff = Staff::shipped();
    invent_with(
        definition,
        Amount::Cases { count, first },
        seed,
        today,
        &staff,
    )
}

/// How many cases are invented.
#[derive(Clone, Copy, Debug)]
pub(super) enum Amount {
    /// This many, from this day on.
    Cases { count: usize, first: NaiveDate },
    /// As many as a municipality has in so many calendar years up to today, with what ran already when they began.
    Years(u16),
}

/// The same, handled by these people.
pub(super) fn invent_with<'a>(
    definition: &'a Definition,
    amount: Amount,
    seed: u64,
    today: NaiveDate,
    staff: &Staff,
) -> impl Iterator<Item = Write> + use<'a> {
    let plan = Plan::of(&definition.id);
    let mut rng = Rng::with_seed(seed ^ mixed(&[&definition.id]));
    let (first, kept_from) = match amount {
        Amount::Cases { first, .. } => (first, first),
        Amount::Years(years) => {
            let year = today.year() - i32::from(years.max(1)) + 1;
            let from = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(today);
            (from - TimeDelta::days(warm_up(definition, plan)), from)
        }
    };
    let calendar = Calendar::new(plan, first, today);
    let count = match amount {
        Amount::Cases { count, .. } => count,
        Amount::Years(_) => calendar.total().round() as usize,
    };
    let mut course = Course::new(definition, plan, today);
    let mut values = Values::new(definition, plan, seed, today, staff);
    let mut rise = Rising::new(definition, plan);
    (0..count).filter_map(move |at| {
        // One case in every equal share of the work there was, so that the days come in order.
        let opened = calendar.day((at as f64 + rng.f64()) / count as f64);
        let mut state = CaseState {
            spells: vec![Spell::since(opened)],
            ..CaseState::default()
        };
        rise.begin(&mut rng, opened, today, &mut state);
        values.begin(&mut rng, &course, &mut state);
        course.run(&mut rng, opened, &mut state);
        let prepared = &plan.prepared;
        let preparation = prepare(&mut rng, definition, prepared, opened, today, &mut state);
        // Whoever asks for a number of cases wants so many that count.
        let preparation = match amount {
            Amount::Cases { .. } => Preparation::Begun,
            Amount::Years(_) => preparation,
        };
        values.fill(&mut rng, &course, at + 1, &mut state);
        unbegin(&mut rng, definition, preparation, opened, &mut state);
        let ending = definition.ending(&state);
        let over = ending.is_some_and(|closing| closing.date < kept_from);
        let before = opened < kept_from && !definition.has_spells();
        (!over && !before).then(|| Write {
            register: definition.id.clone(),
            target: Target::New { number: None },
            state,
        })
    })
}

/// How many days before the first year cases begin that may still run in it.
fn warm_up(definition: &Definition, plan: &Plan) -> i64 {
    let most = plan.lasts.iter().map(|lasts| lasts.most).max();
    match (definition.has_spells(), &plan.until) {
        (false, _) => 0,
        (true, Some(_)) => 400,
        (true, None) => most.unwrap_or(730),
    }
}

/// What there is more of lately.
struct Rising {
    values: Vec<(String, Value)>,
    plan: &'static Plan,
    drawn: Option<Balanced>,
}

impl Rising {
    fn new(definition: &Definition, plan: &'static Plan) -> Self {
        let given = plan.rise.iter().flat_map(|rise| &rise.values);
        let value = |(id, wanted): (&String, &OneOrMore)| {
            let field = definition.field(id)?;
            let current = |id: &&String| field.choice(id).is_some_and(Choice::is_current);
            let known = wanted.all().iter().filter(current);
            let mut known = known.cloned();
            let value = match field.kind {
                FieldKind::Choices => Value::Choices(known.collect()),
                _ => Value::Choice(known.next()?),
            };
            Some((id.clone(), value))
        };
        let share = plan
            .rise
            .as_ref()
            .map_or(0.0, |rise| rise.extra / (1.0 + rise.extra));
        Self {
            values: given.filter_map(value).collect(),
            plan,
            drawn: Balanced::new([share, 1.0 - share]),
        }
    }

    /// Makes a case that began on this day one of those, now and then.
    fn begin(&mut self, rng: &mut Rng, opened: NaiveDate, today: NaiveDate, state: &mut CaseState) {
        if extra(self.plan, opened, today) > 0.0
            && self
                .drawn
                .as_mut()
                .is_some_and(|drawn| drawn.draw(rng) == 0)
        {
            state.values.extend(self.values.iter().cloned());
        }
    }
}
