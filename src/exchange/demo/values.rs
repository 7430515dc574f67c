//! Inventing the values of the fields of a case.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::chance::{Skew, happens, share};
use super::words::{Words, is_telephone, telephone};
use crate::language::Language;
use crate::register::{
    Address, CaseState, Choice, Definition, DoneBy, Due, Field, FieldKind, FieldRole, Matches,
    NextAction, RequiredFrom, Sensitivity, Span, Term, Value,
};

/// How many addresses are remembered, so that some come back.
const REMEMBERED: usize = 200;

/// Fills the fields of one register.
pub(super) struct Values<'a> {
    fields: Vec<Invented<'a>>,
    inventor: Inventor<'a>,
}

/// What inventing a value needs, whatever the field.
struct Inventor<'a> {
    definition: &'a Definition,
    today: NaiveDate,
    district: Option<&'a Field>,
    /// Addresses that were used, with their district.
    addresses: Vec<(Option<Value>, Address)>,
    words: Words,
}

/// A field with what is needed to invent a value for it.
struct Invented<'a> {
    field: &'a Field,
    skew: Skew<'a>,
    /// The field and choice that this field says more about: which housing association, if it was one.
    detail_of: Option<(&'a Field, &'a Choice)>,
}

impl<'a> Values<'a> {
    pub fn new(definition: &'a Definition, today: NaiveDate) -> Self {
        let mut fields: Vec<Invented<'a>> = definition
            .fields
            .iter()
            .map(|field| Invented {
                field,
                skew: Skew::new(&[&definition.id, &field.id], field.choices.iter()),
                detail_of: detail_of(definition, field),
            })
            .collect();
        // An address needs its district, a detail what it is a detail of, and a field that only means something with
        // certain choices needs the choice.
        fields.sort_by_key(|invented| {
            (
                invented.detail_of.is_some() || invented.field.only_with.is_some(),
                invented.field.kind == FieldKind::Address,
            )
        });
        let district = definition.district_field();
        let inventor = Inventor {
            definition,
            today,
            district,
            addresses: Vec::new(),
            words: Words::new(),
        };
        Self { fields, inventor }
    }

    /// Fills the fields of a case; some stay unknown, as they do. The place of the case among all is its only name.
    pub fn fill(&mut self, rng: &mut Rng, place: usize, state: &mut CaseState) {
        for invented in &self.fields {
            let Invented {
                field, detail_of, ..
            } = invented;
            let beside_the_point = detail_of.is_some_and(|(other, choice)| {
                state.values.get(&other.id) != Some(&Value::Choice(choice.id.clone()))
            });
            // What has to be known is; what has to be known later on in the case is found out by then.
            let unknown = match field.kind {
                _ if self.inventor.definition.requires(field, state) => 0.0,
                _ if self.inventor.was_due(field, state) => 0.0,
                _ if !matches!(field.required_from, None | Some(RequiredFrom::Typing)) => 1.0,
                FieldKind::LongText => 0.4,
                // Of most signals nobody knows a business, a vehicle or a person.
                _ if field.matches.is_some() => 0.8,
                _ => 0.03,
            };
            let beside_the_point =
                beside_the_point || !self.inventor.definition.applies(field, state);
            let over = self.inventor.is_over(field, state);
            if !beside_the_point && !over && !happens(rng, unknown) {
                let value = self.inventor.value(rng, invented, place, state);
                state.set(&field.id, value);
            }
        }
        // What a definition refuses in a way of its own was never so.
        for problem in self.inventor.definition.check(state) {
            state.set(&problem.subject, None);
        }
    }
}

impl Inventor<'_> {
    fn value(
        &mut self,
        rng: &mut Rng,
        invented: &Invented<'_>,
        place: usize,
        state: &mut CaseState,
    ) -> Option<Value> {
        let Invented { field, skew, .. } = invented;
        let opened = state.opened()?;
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
            FieldKind::Person if field.sensitivity == Sensitivity::Minor => {
                Value::Text(format!("Deelnemer {place:04}"))
            }
            FieldKind::Person => Value::Text(self.words.person(rng)?),
            // What leads the list is the name of the case.
            FieldKind::Text if self.definition.list.first() == Some(&field.id) => {
                let case = self.definition.case_words.one.text(Language::Dutch);
                Value::Text(format!("Verzonnen {case} {place}"))
            }
            FieldKind::Text => Value::Text(self.text(rng, field)?),
            FieldKind::LongText => Value::Text((*rng.choice(&self.words.sentences)?).to_owned()),
            FieldKind::Address => Value::Address(self.address(rng, state)),
        })
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
            // The last day of a case: that on which it ended, or one that comes soon.
            let last = state.closing().map(|closing| closing.date);
            let soon = self.today - TimeDelta::days(3);
            last.map_or((soon.max(opened), 60), |last| (last, 0))
        } else if self.next_action(|action| &action.due) == Some(&field.id) {
            ((self.today - TimeDelta::days(14)).max(opened), 28)
        } else if self
            .definition
            .terms
            .iter()
            .any(|term| term.from == field.id)
        {
            (opened, 10)
        } else {
            let until = state.closing().map_or(self.today, |closing| closing.date);
            (opened, (until - opened).num_days())
        };
        Some(from + TimeDelta::days(rng.i64(0..=days)))
    }

    /// The last moment that the terms allow for this field.
    fn last_moment(&self, field: &Field, state: &CaseState) -> Option<Due> {
        let terms = self.definition.terms.iter();
        let limits = terms.filter(|term| term.limits.as_ref() == Some(&field.id));
        limits
            .filter_map(|term| self.definition.due(term, state))
            .min()
    }

    /// What is shared with partners names who handles the case; the rest is a telephone number or a note.
    fn text(&self, rng: &mut Rng, field: &Field) -> Option<String> {
        if is_telephone(field) {
            return Some(telephone(rng));
        }
        if field.role == Some(FieldRole::Archive) {
            return Some(format!("Z{:07}", rng.u32(1..=9_999_999)));
        }
        // A few come back: cases find each other by them. None was ever given out.
        match field.matches {
            Some(Matches::Business) => return Some(format!("9900{:04}", rng.u32(1..=40))),
            Some(Matches::Plate) => return Some(format!("ZZ-{:03}-Z", rng.u32(1..=40))),
            Some(Matches::Person) | None => {}
        }
        let words = &self.words;
        let handles = self.definition.work.owner.as_ref() == Some(&field.id);
        let words = if field.shareable || handles {
            &words.handlers
        } else {
            &words.remarks
        };
        rng.choice(words).map(|text| (*text).to_owned())
    }

    /// Whether filling in this field ends a term that is long past: somebody saw to it.
    fn was_due(&self, field: &Field, state: &CaseState) -> bool {
        let mut terms = self.definition.terms.iter();
        terms.any(|term| {
            let ends = matches!(&term.done_by, Some(DoneBy::Field(id)) if *id == field.id);
            let due = || self.definition.due(term, state);
            ends && due().is_some_and(|due| due.day < self.today - TimeDelta::days(14))
        })
    }

    /// Whether the field says what happens next in a case that is closed, or in an event of long ago: nothing does.
    fn is_over(&self, field: &Field, state: &CaseState) -> bool {
        let next = [
            self.next_action(|action| &action.what),
            self.next_action(|action| &action.due),
        ];
        let long_ago = self.today - TimeDelta::days(30);
        let past = state.opened().is_some_and(|opened| opened < long_ago);
        let over = state.closing().is_some() || (past && !self.definition.has_spells());
        over && next.contains(&Some(&field.id))
    }

    fn next_action(&self, part: impl Fn(&NextAction) -> &String) -> Option<&String> {
        self.definition.next_action.as_ref().map(part)
    }

    /// An address in the district of the case. Now and then one that was used before, district and all.
    fn address(&mut self, rng: &mut Rng, state: &mut CaseState) -> Address {
        if happens(rng, 0.15)
            && let Some((district, address)) = rng.choice(&self.addresses)
        {
            if let Some(field) = self.district {
                state.set(&field.id, district.clone());
            }
            return address.clone();
        }
        let district = self.district.and_then(|field| state.values.get(&field.id));
        let choice = match (self.district, district) {
            (Some(field), Some(Value::Choice(id))) => field.choice(id),
            _ => None,
        };
        let mut address = Address {
            street: rng
                .choice(&self.words.streets)
                .map_or("", |street| street)
                .to_owned(),
            number: rng.u32(1..=200).to_string(),
            ..Address::default()
        };
        if happens(rng, 0.1) {
            address.addition = rng.char('A'..='D').to_string();
        }
        if let Some(area) = choice.and_then(|choice| rng.choice(&choice.postcodes)) {
            address.postcode = format!("{area} {}{}", rng.char('A'..='L'), rng.char('A'..='L'));
        }
        let remembered = (district.cloned(), address.clone());
        if self.addresses.len() < REMEMBERED {
            self.addresses.push(remembered);
        } else {
            self.addresses[rng.usize(0..REMEMBERED)] = remembered;
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

/// A field that is called after a choice of another field says more about that choice.
fn detail_of<'a>(definition: &'a Definition, field: &Field) -> Option<(&'a Field, &'a Choice)> {
    let choices = definition
        .fields
        .iter()
        .filter(|other| other.kind == FieldKind::Choice);
    choices
        .filter(|other| other.id != field.id)
        .find_map(|other| Some((other, other.choice(&field.id)?)))
}
