//! Filling in the fields of the cases of one register.

use chrono::NaiveDate;
use fastrand::Rng;

use super::chance::{Skew, happens};
use super::course::Course;
use super::inventor::{Invented, Inventor};
use super::plan::{Plan, Rule};
use super::staff::Staff;
use crate::register::{CaseState, Choice, Definition, DoneBy, Field, FieldKind, RequiredFrom};

/// Fills the fields of one register.
pub(super) struct Values<'a> {
    fields: Vec<Invented<'a>>,
    inventor: Inventor<'a>,
}

impl<'a> Values<'a> {
    pub fn new(
        definition: &'a Definition,
        plan: &'static Plan,
        seed: u64,
        today: NaiveDate,
        staff: &Staff,
    ) -> Self {
        let fields = definition.fields.iter();
        let mut fields: Vec<Invented<'a>> = fields
            .map(|field| Invented {
                field,
                rules: plan.field(&field.id),
                offered: field.choices.iter().filter(|at| at.is_current()).collect(),
                skew: Skew::new(&[&definition.id, &field.id], field.choices.iter()),
                detail_of: detail_of(definition, field),
                birth: birth_of(definition, plan, field),
                theirs: false,
                ends_term: definition.terms.iter().any(
                    |term| matches!(&term.done_by, Some(DoneBy::Field(id)) if *id == field.id),
                ),
                next: definition
                    .next_action
                    .as_ref()
                    .is_some_and(|next| [&next.what, &next.due].contains(&&field.id)),
            })
            .collect();
        let births = fields.iter().filter_map(|invented| invented.birth);
        let births: Vec<&str> = births.map(|birth| birth.id.as_str()).collect();
        for invented in &mut fields {
            invented.theirs = births.contains(&invented.field.id.as_str());
        }
        // An address needs its district, a birth date its person, a detail what it is a detail of, and a field that only
        // means something with certain choices needs the choice.
        fields.sort_by_key(|invented| {
            let place = match invented.field.kind {
                FieldKind::Person => 1,
                FieldKind::BirthDate => 2,
                FieldKind::Address => 3,
                _ => 0,
            };
            let depends = invented.detail_of.is_some() || invented.field.only_with.is_some();
            (depends, place)
        });
        let inventor = Inventor::new(definition, plan, seed, today, staff);
        Self { fields, inventor }
    }

    /// Makes the choices on which the course of a case depends.
    pub fn begin(&mut self, rng: &mut Rng, course: &Course<'_>, state: &mut CaseState) {
        for invented in &self.fields {
            let field = invented.field;
            let chosen = matches!(
                field.kind,
                FieldKind::Choice | FieldKind::Choices | FieldKind::YesNo
            );
            let from_the_start = matches!(
                field.required_from,
                None | Some(RequiredFrom::Typing | RequiredFrom::Begin)
            );
            if !chosen || !from_the_start || course.fills(&field.id) {
                continue;
            }
            let open = !state.values.contains_key(&field.id) && invented.is_meant(state);
            if open && self.inventor.definition.applies(field, state) {
                let Some(rule) = Rule::of_case(invented.rules, state, self.inventor.today) else {
                    continue;
                };
                let asked = self.inventor.definition.requires(field, state);
                let known = rule.known.unwrap_or(0.98);
                if asked || happens(rng, known) {
                    let value = self.inventor.chosen(rng, invented, rule);
                    state.set(&field.id, value);
                }
            }
        }
    }

    /// Fills the other fields of a case; some stay unknown, as they do. The place of the case among all is its only name.
    pub fn fill(
        &mut self,
        rng: &mut Rng,
        course: &Course<'_>,
        place: usize,
        state: &mut CaseState,
    ) {
        for invented in &self.fields {
            let field = invented.field;
            if state.values.contains_key(&field.id) || course.fills(&field.id) {
                continue;
            }
            let beside_the_point = !invented.is_meant(state)
                || !self.inventor.definition.applies(field, state)
                || (invented.next && self.inventor.is_over(state));
            if beside_the_point {
                continue;
            }
            let rule = Rule::of_case(invented.rules, state, self.inventor.today);
            let inventor = &self.inventor;
            let unknown = match rule.and_then(|rule| rule.known) {
                // What has to be known is; what has to be known later on in the case is found out by then.
                _ if inventor.definition.requires(field, state) => 0.0,
                _ if invented.ends_term && inventor.was_due(rng, field, state) => 0.0,
                _ if !matches!(field.required_from, None | Some(RequiredFrom::Typing)) => 1.0,
                Some(known) if !invented.theirs => 1.0 - known,
                // What was left open when the case began stays so.
                _ if rule.is_some_and(|rule| !rule.weights.is_empty()) => 1.0,
                _ => match field.kind {
                    FieldKind::LongText => 0.4,
                    // Of most signals nobody knows a business, a vehicle or a person.
                    _ if field.matches.is_some() => 0.8,
                    // Whom a case is about is known.
                    FieldKind::Person if invented.birth.is_some() => 0.0,
                    // A birth date is known with its person, or not at all.
                    FieldKind::BirthDate if invented.theirs => 1.0,
                    _ => 0.03,
                },
            };
            if !happens(rng, unknown) {
                let value = self.inventor.value(rng, invented, rule, place, state);
                state.set(&field.id, value);
            }
        }
        let definition = self.inventor.definition;
        definition.follow_ages(&CaseState::default(), state, |_| true);
        // What a definition refuses in a way of its own was never so.
        for problem in self.inventor.definition.check(state) {
            state.set(&problem.subject, None);
        }
    }
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

/// The field with the birth date of this person: the one of which the plan says so; else the first person is the one who
/// was born on the first birth date.
fn birth_of<'a>(
    definition: &'a Definition,
    plan: &'static Plan,
    field: &Field,
) -> Option<&'a Field> {
    let of_kind = |kind: FieldKind| {
        let fields = definition.fields.iter();
        fields.filter(move |field| field.kind == kind)
    };
    let said = |birth: &&Field| {
        let mut rules = plan.field(&birth.id).iter();
        rules.any(|rule| rule.of.as_ref() == Some(&field.id))
    };
    if field.kind != FieldKind::Person {
        return None;
    }
    let first = of_kind(FieldKind::Person).next();
    let usual = first.filter(|first| first.id == field.id);
    let usual = usual.and_then(|_| of_kind(FieldKind::BirthDate).next());
    of_kind(FieldKind::BirthDate).find(said).or(usual)
}
