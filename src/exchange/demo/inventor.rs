//! Inventing the value of a field of a case.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::addresses::Addresses;
use super::chance::{Drawn, Skew, happens, share, well_past};
use super::persons::Persons;
use super::plan::{Plan, Rule};
use super::staff::Staff;
use super::words::{Told, archive_number, is_telephone, telephone};
use crate::language::Language;
use crate::register::{
    Address, CaseState, Choice, Definition, DoneBy, Due, Field, FieldKind, FieldRole, Matches,
    NextAction, Span, Term, Value,
};

/// How many addresses are remembered, so that some come back.
const REMEMBERED: usize = 200;

/// What inventing a value needs, whatever the field.
pub(super) struct Inventor<'a> {
    pub definition: &'a Definition,
    plan: &'static Plan,
    pub today: NaiveDate,
    district: Option<&'a Field>,
    /// Addresses that were used, with their district.
    remembered: Vec<(Option<Value>, Address)>,
    addresses: Addresses,
    persons: Persons,
    staff: Vec<String>,
    drawn: Drawn,
    told: Told,
}

/// A field with what is needed to invent a value for it.
pub(super) struct Invented<'a> {
    pub field: &'a Field,
    pub rules: &'static [Rule],
    /// What can be chosen.
    pub offered: Vec<&'a Choice>,
    pub skew: Skew<'a>,
    /// The field and choice that this field says more about: which housing association, if it was one.
    pub detail_of: Option<(&'a Field, &'a Choice)>,
    /// Of a person the field with the birth date.
    pub birth: Option<&'a Field>,
    /// Whether it is the birth date of a person in another field.
    pub theirs: bool,
    /// Whether filling it in ends a term.
    pub ends_term: bool,
    /// Whether it says what happens next.
    pub next: bool,
}

impl<'a> Inventor<'a> {
    pub fn new(
        definition: &'a Definition,
        plan: &'static Plan,
        seed: u64,
        today: NaiveDate,
        staff: &Staff,
    ) -> Self {
        Self {
            definition,
            plan,
            today,
            district: definition.district_field(),
            remembered: Vec::new(),
            addresses: Addresses::new(),
            persons: Persons::new(&definition.id, seed, today),
            staff: staff.of(definition),
            drawn: Drawn::default(),
            told: Told::default(),
        }
    }
}

impl Invented<'_> {
    /// Whether what this field says more about was chosen.
    pub fn is_meant(&self, state: &CaseState) -> bool {
        self.detail_of.is_none_or(|(other, choice)| {
            state.values.get(&other.id) == Some(&Value::Choice(choice.id.clone()))
        })
    }
}

impl Inventor<'_> {
    /// What is chosen by the weights of a rule; as a register of which nothing is known has it, where it weighs nothing.
    pub fn chosen(
        &mut self,
        rng: &mut Rng,
        invented: &Invented<'_>,
        rule: &'static Rule,
    ) -> Option<Value> {
        let Invented { field, offered, .. } = invented;
        match field.kind {
            FieldKind::Choice => {
                let one = self.drawn.choice(rng, rule, offered);
                Some(Value::Choice(
                    one.or_else(|| invented.skew.draw(rng))?.id.clone(),
                ))
            }
            FieldKind::Choices => {
                let one = self.drawn.choice(rng, rule, offered);
                let one = one.or_else(|| invented.skew.draw(rng))?;
                let mut chosen = BTreeSet::from([one.id.clone()]);
                if happens(rng, rule.several) {
                    let other = self.drawn.choice(rng, rule, offered);
                    chosen.extend(other.map(|other| other.id.clone()));
                }
                Some(Value::Choices(chosen))
            }
            FieldKind::YesNo => Some(Value::YesNo(self.drawn.yes(rng, rule)?)),
            _ => None,
        }
    }

    pub fn value(
        &mut self,
        rng: &mut Rng,
        invented: &Invented<'_>,
        rule: Option<&'static Rule>,
        place: usize,
        state: &mut CaseState,
    ) -> Option<Value> {
        let Invented { field, skew, .. } = invented;
        let opened = state.opened()?;
        if let Some(rule) = rule
            && let Some(value) = self.by_rule(rng, invented, rule, state)
        {
            return Some(value);
        }
        Some(match field.kind {
            FieldKind::Choice if self.definition.work.priority.as_ref() == Some(&field.id) => {
                Value::Choice(urgency(rng, field)?.id.clone())
            }
            FieldKind::Choice => Value::Choice(skew.draw(rng)?.id.clone()),
            FieldKind::Choices => {
                let mut chosen = BTreeSet::from([skew.draw(rng)?.id.clone()]);
                if happens(rng, 0.25) {
                    chosen.insert(skew.draw(rng)?.id.clone());
                }
                Value::Choices(chosen)
            }
            FieldKind::YesNo => {
                let often = 0.1 + 0.3 * share(&[&self.definition.id, &field.id]);
                Value::YesNo(happens(rng, often))
            }
            // What is averaged by a weight is a mark, from six to nine and a half.
            FieldKind::Number if field.weight.is_some() => {
                Value::Number((60.0 + 36.0 * rng.f64()).floor() / 10.0)
            }
            FieldKind::Number => Value::Number((1.0 + 40.0 * rng.f64().powi(3)).floor()),
            FieldKind::Date => Value::Date(self.date(rng, field, state)?),
            FieldKind::DateTime => {
                if let Some(last) = self.last_moment(field, state) {
                    let time = last.time.unwrap_or_default();
                    return Some(Value::DateTime(last.day.and_time(time)));
                }
                let time = NaiveTime::from_hms_opt(rng.u32(0..24), 5 * rng.u32(0..12), 0)?;
                Value::DateTime(opened.and_time(time))
            }
            // Twelve to twenty-seven years old when the case began.
            FieldKind::BirthDate => {
                Value::Date(opened.checked_sub_days(Days::new(rng.u64(4_390..10_220)))?)
            }
            FieldKind::Person => return self.person(rng, invented, state),
            // What leads the list is the name of the case.
            FieldKind::Text if self.definition.list.first() == Some(&field.id) => {
                let case = self.definition.case_words.one.text(Language::Dutch);
                Value::Text(format!("Verzonnen {case} {place}"))
            }
            FieldKind::Text => Value::Text(self.text(rng, field)?),
            FieldKind::LongText => Value::Text(self.said(rng, Plan::any_text(), state)?),
            FieldKind::Address => Value::Address(self.address(rng, state)),
        })
    }

    /// What the plan of the register says of this field.
    fn by_rule(
        &mut self,
        rng: &mut Rng,
        invented: &Invented<'_>,
        rule: &'static Rule,
        state: &CaseState,
    ) -> Option<Value> {
        let opened = state.opened()?;
        let field = invented.field;
        match field.kind {
            FieldKind::Choice | FieldKind::Choices | FieldKind::YesNo
                if !rule.weights.is_empty() =>
            {
                self.chosen(rng, invented, rule)
            }
            FieldKind::Number => {
                let (least, most) = rule.number?;
                let scale = 10_f64.powi(rule.decimals.into());
                let step = ((most - least) * scale + 1.0) * rng.f64();
                Some(Value::Number(
                    ((least * scale) + step.floor()).round() / scale,
                ))
            }
            FieldKind::Date => {
                let (least, most) = rule.days?;
                let day = opened + TimeDelta::days(rng.i64(least..=most));
                Some(Value::Date(day.min(self.today)))
            }
            FieldKind::BirthDate => {
                let (from, to) = self.drawn.ages(rng, rule)?;
                Some(Value::Date(self.persons.of_age(opened, from, to).born))
            }
            FieldKind::Text if rule.staff => rng.choice(&self.staff).cloned().map(Value::Text),
            FieldKind::Text | FieldKind::LongText => self.told.text(rng, rule).map(Value::Text),
            _ => None,
        }
    }

    /// Somebody, and the birth date that goes with the name.
    fn person(
        &mut self,
        rng: &mut Rng,
        invented: &Invented<'_>,
        state: &mut CaseState,
    ) -> Option<Value> {
        let opened = state.opened()?;
        let Some(birth) = invented.birth else {
            return Some(Value::Text(self.persons.of_age(opened, 18, 80).name));
        };
        let rule = Rule::of_case(self.plan.field(&birth.id), state, self.today);
        let ages = rule.and_then(|rule| self.drawn.ages(rng, rule));
        let (from, to) = ages.unwrap_or((12, 27));
        let person = self.persons.of_age(opened, from, to);
        let known = rule.and_then(|rule| rule.known).unwrap_or(0.97);
        if self.definition.applies(birth, state) && happens(rng, known) {
            state.set(&birth.id, Some(Value::Date(person.born)));
        }
        Some(Value::Text(person.name))
    }

    /// What has to be done is due around today; a date that a term counts from follows the begin; any other lies
    /// somewhere in the course of the case.
    fn date(&self, rng: &mut Rng, field: &Field, state: &CaseState) -> Option<NaiveDate> {
        let opened = state.opened()?;
        if let Some(last) = self.last_moment(field, state) {
            let earlier = last.day - TimeDelta::days(rng.i64(0..=10));
            return Some(earlier.max(opened).min(last.day));
        }
        let ends = |term: &Term| term.from == field.id && term.span == Span::Days(0);
        let (from, days) = if self.definition.terms.iter().any(ends) {
            // The last day of a case: that on which it ended, or one that comes.
            match self.ended(state) {
                Some(last) => (last, 0),
                None => self.ahead(rng, opened, 150),
            }
        } else if self.next_action(|action| &action.due) == Some(&field.id) {
            self.ahead(rng, opened, 21)
        } else if self
            .definition
            .terms
            .iter()
            .any(|term| term.from == field.id)
        {
            (opened, 10)
        } else {
            let until = self.ended(state).unwrap_or(self.today);
            (opened, (until - opened).num_days())
        };
        Some(from + TimeDelta::days(rng.i64(0..=days)))
    }

    /// From which day, and how many days at most: nearly always ahead; now and then somebody is late.
    fn ahead(&self, rng: &mut Rng, opened: NaiveDate, most: i64) -> (NaiveDate, i64) {
        match happens(rng, 0.93) {
            true => (self.today.max(opened), most),
            false => ((self.today - TimeDelta::days(8)).max(opened), 5),
        }
    }

    /// The last moment that the terms allow for this field.
    fn last_moment(&self, field: &Field, state: &CaseState) -> Option<Due> {
        let terms = self.definition.terms.iter();
        let limits = terms.filter(|term| term.limits.as_ref() == Some(&field.id));
        limits
            .filter_map(|term| self.definition.due(term, state))
            .min()
    }

    /// Who handles the case, a telephone number, or a note.
    fn text(&mut self, rng: &mut Rng, field: &Field) -> Option<String> {
        if is_telephone(field) {
            return Some(telephone(rng));
        }
        // A few come back: cases find each other by them. None was ever given out.
        match field.matches {
            Some(Matches::Business) => return Some(format!("9900{:04}", rng.u32(1..=40))),
            Some(Matches::Plate) => return Some(format!("ZZ-{:03}-Z", rng.u32(1..=40))),
            Some(Matches::Person) | None => {}
        }
        if field.role == Some(FieldRole::Archive) {
            return Some(archive_number(rng));
        }
        if self.definition.work.owner.as_ref() == Some(&field.id) {
            return rng.choice(&self.staff).cloned();
        }
        self.said(rng, Plan::any_text(), &CaseState::default())
    }

    fn said(&mut self, rng: &mut Rng, rules: &'static [Rule], state: &CaseState) -> Option<String> {
        self.told
            .text(rng, Rule::of_case(rules, state, self.today)?)
    }

    /// Whether filling in this field ends a term that is past: somebody saw to it, nearly always in time.
    pub fn was_due(&self, rng: &mut Rng, field: &Field, state: &CaseState) -> bool {
        let mut terms = self.definition.terms.iter();
        terms.any(|term| {
            let ends = matches!(&term.done_by, Some(DoneBy::Field(id)) if *id == field.id);
            let due = || self.definition.due(term, state);
            ends && due().is_some_and(|due| well_past(rng, due.day, self.today))
        })
    }

    /// The day on which a case ended, as somebody said or by itself; none while it runs.
    fn ended(&self, state: &CaseState) -> Option<NaiveDate> {
        let ending = self.definition.ending(state)?;
        (ending.date <= self.today).then_some(ending.date)
    }

    /// Whether a case is closed, or an event of long ago: nothing happens next.
    pub fn is_over(&self, state: &CaseState) -> bool {
        let long_ago = self.today - TimeDelta::days(30);
        let past = state.opened().is_some_and(|opened| opened < long_ago);
        self.ended(state).is_some() || (past && !self.definition.has_spells())
    }

    fn next_action(&self, part: impl Fn(&NextAction) -> &String) -> Option<&String> {
        self.definition.next_action.as_ref().map(part)
    }

    /// An address in the district of the case. Now and then one that was used before, where it is in that district.
    fn address(&mut self, rng: &mut Rng, state: &CaseState) -> Address {
        let district = self.district.and_then(|field| state.values.get(&field.id));
        if happens(rng, 0.2) {
            let again = rng.choice(&self.remembered);
            if let Some((_, address)) = again.filter(|(known, _)| known.as_ref() == district) {
                return address.clone();
            }
        }
        let choice = match (self.district, district) {
            (Some(field), Some(Value::Choice(id))) => field.choice(id),
            _ => None,
        };
        let address = self.addresses.within(rng, choice);
        let remembered = (district.cloned(), address.clone());
        if self.remembered.len() < REMEMBERED {
            self.remembered.push(remembered);
        } else {
            self.remembered[rng.usize(0..REMEMBERED)] = remembered;
        }
        address
    }
}

/// How urgent a case is: mostly as most are, which is the second choice; now and then more so.
fn urgency<'a>(rng: &mut Rng, field: &'a Field) -> Option<&'a Choice> {
    let place = match rng.f64() {
        drawn if drawn < 0.15 => 0,
        drawn if drawn < 0.85 => 1,
        _ => 2,
    };
    field.choices.get(place).or(field.choices.last())
}
