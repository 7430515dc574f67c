//! Inventing the timelines of cases.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::chance::{Drawn, happens, mixed};
use super::counted::counted;
use super::persons::Persons;
use super::plan::{Place, Plan, Rule};
use super::settling::settle;
use super::staff::Staff;
use super::words::{Told, archive_number, is_telephone, telephone};
use crate::language::Language;
use crate::register::{
    CaseReference, CaseState, Definition, DoneBy, EntryKind, EntryState, Field, FieldKind,
    FieldRole, KINDS_OF_ALL, LINK, Rung, Span, Value,
};

/// As many entries as an invented timeline has at most, links left out.
const MOST: usize = 6;

/// Timelines for the invented cases of one register: what happened follows from the definition, as the cases do.
pub struct InventedTimelines<'a> {
    definition: &'a Definition,
    plan: &'static Plan,
    today: NaiveDate,
    rng: Rng,
    /// The kinds of entry, with how often each of them, or one before it, is drawn.
    kinds: Vec<(Invented<'a>, f64)>,
    /// The kind of entry that has to come within so many days.
    expected: Option<(usize, u16)>,
    /// The kind of entry in which people say how a case stands.
    contact: Option<usize>,
    persons: Persons,
    staff: Vec<String>,
    drawn: Drawn,
    told: Told,
}

/// A kind of entry with its fields, those that hang on another one last.
struct Invented<'a> {
    kind: &'a EntryKind,
    fields: Vec<&'a Field>,
}

/// Something that happens in a case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    happened: NaiveDateTime,
    /// Its place among the kinds of entry.
    kind: usize,
    closes: bool,
}

impl<'a> InventedTimelines<'a> {
    /// The same seed gives the same timelines for the same cases, in the same order.
    pub fn new(definition: &'a Definition, seed: u64, today: NaiveDate) -> Self {
        Self::with(definition, seed, today, &Staff::shipped())
    }

    /// The same, where these people work.
    pub(super) fn with(
        definition: &'a Definition,
        seed: u64,
        today: NaiveDate,
        staff: &Staff,
    ) -> Self {
        let plan = Plan::of(&definition.id);
        let mut so_far = 0.0;
        let kinds = definition
            .entries
            .iter()
            .filter(|kind| !KINDS_OF_ALL.contains(&kind.id.as_str()));
        let kinds: Vec<(Invented<'a>, f64)> = kinds
            .map(|kind| {
                let planned = plan.entries.get(&kind.id).copied();
                so_far += planned.unwrap_or_else(|| often(definition, kind));
                (Invented::of(kind), so_far)
            })
            .collect();
        let place = |fits: &dyn Fn(&EntryKind) -> bool| {
            let mut kinds = kinds.iter();
            kinds.position(|(invented, _)| fits(invented.kind))
        };
        let expected = definition.terms.iter().find_map(|term| {
            let Some(DoneBy::Entry(id)) = &term.done_by else {
                return None;
            };
            Some((place(&|kind| kind.id == *id)?, within(term.span)?))
        });
        let says = |kind: &EntryKind| !kind.updates.is_empty() && !kind.moves && !kind.report;
        Self {
            definition,
            plan,
            today,
            rng: Rng::with_seed(seed ^ mixed(&[&definition.id, "timeline"])),
            expected,
            contact: place(&says).or_else(|| place(&|kind| !kind.report)),
            kinds,
            persons: Persons::new(&definition.id, seed ^ 1, today),
            staff: staff.of(definition),
            drawn: Drawn::default(),
            told: Told::default(),
        }
    }

    /// The entries of a case in this state, in order.
    pub fn of(&mut self, state: &CaseState) -> Vec<EntryState> {
        let moments = self.moments(state);
        let mut taken = self.climbed(state);
        let mut entries: Vec<EntryState> = Vec::with_capacity(moments.len() + 1);
        for (at, moment) in moments.into_iter().enumerate() {
            let place = match (at, moment.closes) {
                (_, true) => Some(Place::Closing),
                (0, false) => Some(Place::First),
                _ => None,
            };
            entries.push(self.entry(state, moment, place, &mut taken));
        }
        let Self {
            definition, rng, ..
        } = self;
        let mut others = settle(definition, rng, state, &mut entries, self.today);
        others.extend(counted(self.plan, state, self.today));
        for (kind, happened) in others {
            let mut kinds = self.kinds.iter();
            let kind = kinds.position(|(invented, _)| invented.kind.id == kind);
            if let Some(kind) = kind {
                let moment = Moment {
                    happened,
                    kind,
                    closes: false,
                };
                entries.push(self.entry(state, moment, None, &mut taken));
            }
        }
        entries.sort_by_key(|entry| entry.happened);
        entries
    }

    /// A link to another case, made on the day this one began.
    pub fn link(&mut self, state: &CaseState, about: &CaseReference) -> Option<EntryState> {
        let opened = state.opened()?.min(self.today.pred_opt()?);
        let mut link = EntryState::at(LINK, opened.and_hms_opt(12, 0, 0)?);
        link.about = Some(about.clone());
        let kind = self.definition.entry_kind(LINK);
        if let Some(note) = kind.and_then(|kind| kind.field_for(FieldRole::Note)) {
            let rules = self.plan.entry_field(LINK, &note.id);
            let said = rules.first().or(Plan::any_text().first());
            let said = said.and_then(|rule| self.told.text(&mut self.rng, rule));
            if let Some(said) = said {
                link = link.with(&note.id, Value::Text(said));
            }
        }
        Some(link)
    }

    /// Whether something happens that has this probability.
    pub(super) fn happens(&mut self, share: f64) -> bool {
        happens(&mut self.rng, share)
    }

    /// The chance by which things are drawn here.
    pub(super) fn rng(&mut self) -> &mut Rng {
        &mut self.rng
    }

    /// How far up the ladder a case was before what its timeline tells, by where it stands.
    fn climbed(&mut self, state: &CaseState) -> Vec<&'a str> {
        let definition: &'a Definition = self.definition;
        let rungs = definition.ladder.iter().flat_map(|ladder| &ladder.rungs);
        let before = rungs.clone().zip(rungs.skip(1));
        let brought = |rung: &Rung| rung.status.is_some() && rung.status == state.status;
        let before = before.skip_while(|(first, _)| brought(first));
        let before = before.filter(|(_, next)| brought(next));
        let before: Vec<&str> = before.map(|(rung, _)| rung.measure.as_str()).collect();
        self.rng.choice(before).into_iter().collect()
    }

    /// When something happened in a case, in order.
    fn moments(&mut self, state: &CaseState) -> Vec<Moment> {
        let (Some(spell), Some(yesterday)) = (state.last_spell(), self.today.pred_opt()) else {
            return Vec::new();
        };
        let opened = state.came().unwrap_or(spell.opened);
        let ending = self.definition.ending(state);
        let ending = ending.filter(|ending| ending.date <= self.today);
        let closed = ending.map(|ending| ending.date);
        // An event is over in a month.
        let until = closed.unwrap_or(match self.definition.has_spells() {
            true => yesterday,
            false => opened + Days::new(30),
        });
        let until = until.min(yesterday);
        if until < opened {
            return Vec::new();
        }
        let runs = self.definition.has_spells() && closed.is_none();
        let days = (until - opened).num_days();
        let mut moments = Vec::new();
        if let Some((kind, within)) = self.expected
            && (runs || happens(&mut self.rng, 0.9))
            && happens(&mut self.rng, 0.95)
        {
            let day = self.rng.i64(0..=days.min(i64::from(within) * 4 / 5));
            moments.push(self.moment(opened, day, kind));
        }
        if let (Some(contact), true) = (self.contact, self.definition.has_spells()) {
            // What was said last: when the case was closed, or lately.
            let lately = match (closed, happens(&mut self.rng, 0.94)) {
                (Some(_), _) | (None, false) => days,
                (None, true) => days - self.rng.i64(0..=20),
            };
            let again = (spell.opened - opened).num_days();
            let mut last = self.moment(opened, lately.max(again).min(days), contact);
            last.closes = closed.is_some();
            moments.push(last);
        }
        moments.extend(self.put_off(state));
        let drawn = self.rng.f64();
        let more = match runs {
            true => 1.0 + drawn * 3.0,
            // Most cases that are over took little; a few took much.
            false => drawn.powi(2) * 3.5,
        };
        // Little happens in a few days.
        let more = more.min(1.0 + days as f64 / 10.0) as usize;
        for _ in 0..more {
            if let Some(kind) = self.draw().filter(|_| moments.len() < MOST - 1) {
                let day = self.rng.i64(0..=days);
                moments.push(self.moment(opened, day, kind));
            }
        }
        moments.sort_unstable();
        if let Some(at) = moments.iter().position(|moment| moment.closes) {
            let last = moments.remove(at);
            moments.retain(|moment| moment.happened < last.happened);
            moments.push(last);
        }
        moments
    }

    /// The decision to put off the end of a case, as an entry where the register has a kind for it.
    fn put_off(&mut self, state: &CaseState) -> Option<Moment> {
        let later = self.plan.until.as_ref()?.extension.as_ref()?;
        let field = later.decided_on.as_ref()?;
        let Some(Value::Date(on)) = state.values.get(field) else {
            return None;
        };
        let mut kinds = self.kinds.iter();
        let kind = kinds.position(|(invented, _)| invented.kind.updates.contains(field))?;
        (*on < self.today).then(|| self.moment(*on, 0, kind))
    }

    /// Something of this kind, so many days after the begin of a case, in office hours, to five minutes.
    fn moment(&mut self, opened: NaiveDate, day: i64, kind: usize) -> Moment {
        let minutes = 9 * 60 + 5 * self.rng.i64(0..96);
        let day = (opened + TimeDelta::days(day)).and_time(NaiveTime::MIN);
        Moment {
            happened: day + TimeDelta::minutes(minutes),
            kind,
            closes: false,
        }
    }

    fn draw(&mut self) -> Option<usize> {
        let (_, total) = self.kinds.last()?;
        let drawn = self.rng.f64() * total;
        let at = self.kinds.partition_point(|(_, so_far)| *so_far <= drawn);
        (at < self.kinds.len()).then_some(at)
    }

    fn entry(
        &mut self,
        state: &CaseState,
        moment: Moment,
        place: Option<Place>,
        taken: &mut Vec<&'a str>,
    ) -> EntryState {
        let definition: &'a Definition = self.definition;
        let kind = self.kinds[moment.kind].0.kind;
        let happened = moment.happened;
        let mut entry = EntryState::at(&kind.id, happened);
        let ladder = definition.ladder.as_ref();
        if let Some(ladder) = ladder.filter(|ladder| ladder.entry == kind.id) {
            // The next step, or the last one again.
            let next = ladder.next(taken.iter().copied());
            if let Some(rung) = next.or(ladder.rungs.last()) {
                taken.push(&rung.measure);
                let due = happened.date() + Days::new(rung.days.into());
                let ground = rung.ground.text(Language::Dutch).to_owned();
                entry = entry
                    .with(&ladder.measure, Value::Choice(rung.measure.clone()))
                    .with(&ladder.ground, Value::Text(ground))
                    .with(&ladder.due, Value::Date(due));
            }
        }
        for at in 0..self.kinds[moment.kind].0.fields.len() {
            let field = self.kinds[moment.kind].0.fields[at];
            let rules = self.plan.entry_field(&kind.id, &field.id);
            let rule = Rule::of_entry(rules, state, &entry, place);
            let known = rule.and_then(|rule| rule.known).unwrap_or(0.7);
            let wanted = field.required_from.is_some() || happens(&mut self.rng, known);
            if wanted && !entry.values.contains_key(&field.id) && kind.applies(field, &entry) {
                let value = self.value(field, rule, happened);
                if let Some(value) = value {
                    entry.values.insert(field.id.clone(), value);
                }
            }
        }
        entry
    }

    fn value(
        &mut self,
        field: &Field,
        rule: Option<&'static Rule>,
        happened: NaiveDateTime,
    ) -> Option<Value> {
        let Self {
            rng,
            persons,
            drawn,
            told,
            ..
        } = self;
        let offered: Vec<_> = field.choices.iter().filter(|at| at.is_current()).collect();
        let choice = |rng: &mut Rng, drawn: &mut Drawn| {
            let planned = rule.and_then(|rule| drawn.choice(rng, rule, &offered));
            Some(
                planned
                    .or_else(|| rng.choice(&offered).copied())?
                    .id
                    .clone(),
            )
        };
        Some(match field.kind {
            FieldKind::Choice => Value::Choice(choice(rng, drawn)?),
            FieldKind::Choices => Value::Choices(BTreeSet::from([choice(rng, drawn)?])),
            FieldKind::YesNo => {
                let planned = rule.and_then(|rule| drawn.yes(rng, rule));
                Value::YesNo(planned.unwrap_or_else(|| rng.bool()))
            }
            FieldKind::Number => {
                let (least, most) = rule.and_then(|rule| rule.number).unwrap_or((1.0, 8.0));
                Value::Number((least + (most - least + 1.0) * rng.f64()).floor())
            }
            FieldKind::Date => Value::Date(happened.date() + Days::new(rng.u64(7..43))),
            FieldKind::DateTime => Value::DateTime(happened),
            FieldKind::Person => Value::Text(persons.of_age(happened.date(), 18, 80).name),
            FieldKind::Text if field.role == Some(FieldRole::Archive) => {
                Value::Text(archive_number(rng))
            }
            FieldKind::Text if is_telephone(field) => Value::Text(telephone(rng)),
            FieldKind::Text if rule.is_some_and(|rule| rule.staff) => {
                Value::Text(rng.choice(&self.staff)?.clone())
            }
            FieldKind::Text | FieldKind::LongText => {
                let rule = rule.filter(|rule| !rule.texts.is_empty());
                Value::Text(told.text(rng, rule.or(Plan::any_text().first())?)?)
            }
            FieldKind::Address | FieldKind::BirthDate => return None,
        })
    }
}

impl<'a> Invented<'a> {
    fn of(kind: &'a EntryKind) -> Self {
        let mut fields: Vec<&Field> = kind.fields.iter().collect();
        fields.sort_by_key(|field| field.only_with.is_some());
        Self { kind, fields }
    }
}

/// How often a kind of entry is made: people talk most, and decide now and then.
fn often(definition: &Definition, kind: &EntryKind) -> f64 {
    let ladder = definition.ladder.as_ref();
    if kind.report {
        1.0
    } else if ladder.is_some_and(|ladder| ladder.entry == kind.id) {
        1.2
    } else if kind.moves {
        0.7
    } else if kind.updates.is_empty() {
        0.5
    } else {
        3.0
    }
}

fn within(span: Span) -> Option<u16> {
    match span {
        Span::Days(days) => Some(days),
        Span::Hours(hours) => Some(hours / 24),
        Span::Months(months) => Some(months * 30),
        Span::Years(_) => None,
    }
}
