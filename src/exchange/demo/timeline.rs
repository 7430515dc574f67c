//! Inventing the timelines of cases.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::chance::{happens, mixed};
use super::words::{Words, is_telephone, telephone};
use crate::language::Language;
use crate::register::{
    CaseReference, CaseState, Definition, DoneBy, EntryKind, EntryState, Field, FieldKind,
    FieldRole, KINDS_OF_ALL, LINK, Sensitivity, Span, Value,
};

/// As many entries as an invented timeline has at most, links left out.
const MOST: usize = 4;

/// Timelines for the invented cases of one register: what happened follows from the definition, as the cases do.
pub struct InventedTimelines<'a> {
    definition: &'a Definition,
    today: NaiveDate,
    rng: Rng,
    /// The kinds of entry, with how often each of them, or one before it, is drawn.
    kinds: Vec<(Invented<'a>, f64)>,
    /// The kind of entry that has to come within so many days.
    expected: Option<(usize, u16)>,
    words: Words,
}

/// A kind of entry with its fields, those that hang on another one last.
struct Invented<'a> {
    kind: &'a EntryKind,
    fields: Vec<(&'a Field, Filled)>,
}

/// What a text field is filled with.
#[derive(Clone, Copy)]
enum Filled {
    Telephone,
    Ground,
    Colleague,
    Partner,
}

impl<'a> InventedTimelines<'a> {
    /// The same seed gives the same timelines for the same cases, in the same order.
    pub fn new(definition: &'a Definition, seed: u64, today: NaiveDate) -> Self {
        let mut so_far = 0.0;
        let kinds = definition
            .entries
            .iter()
            .filter(|kind| !KINDS_OF_ALL.contains(&kind.id.as_str()));
        let kinds: Vec<(Invented<'a>, f64)> = kinds
            .map(|kind| {
                so_far += often(definition, kind);
                (Invented::of(definition, kind), so_far)
            })
            .collect();
        let within = |span| match span {
            Span::Days(days) => Some(days),
            Span::Hours(hours) => Some(hours / 24),
            Span::Months(_) | Span::Years(_) => None,
        };
        let expected = definition.terms.iter().find_map(|term| {
            let Some(DoneBy::Entry(id)) = &term.done_by else {
                return None;
            };
            let place = kinds.iter().position(|(kind, _)| kind.kind.id == *id)?;
            Some((place, within(term.span)?))
        });
        Self {
            definition,
            today,
            rng: Rng::with_seed(seed ^ mixed(&[&definition.id, "timeline"])),
            kinds,
            expected,
            words: Words::new(),
        }
    }

    /// The entries of a case in this state, in order.
    pub fn of(&mut self, state: &CaseState) -> Vec<EntryState> {
        let Some(spell) = state.spells.last() else {
            return Vec::new();
        };
        let Some(yesterday) = self.today.pred_opt() else {
            return Vec::new();
        };
        let opened = state.opened().unwrap_or(spell.opened);
        let closed = spell.closed.as_ref().map(|closing| closing.date);
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
        let drawn = self.rng.f64();
        let count = if runs {
            1 + (drawn * MOST as f64) as usize
        } else {
            // Most cases that are over took little; a few took much.
            (drawn.powi(3) * (MOST as f64 + 0.5)) as usize
        };
        let mut moments: Vec<(NaiveDateTime, usize)> = Vec::with_capacity(count);
        let days = (until - opened).num_days();
        for at in 0..count {
            let (kind, day) = match self.expected.filter(|_| at == 0) {
                Some((kind, within)) if happens(&mut self.rng, 0.9) => {
                    (kind, self.rng.i64(0..=days.min(within.into())))
                }
                _ => {
                    let Some(kind) = self.draw() else { continue };
                    (kind, self.rng.i64(0..=days))
                }
            };
            // Office hours, to five minutes.
            let minutes = 9 * 60 + 5 * self.rng.i64(0..96);
            let day = (opened + TimeDelta::days(day)).and_time(NaiveTime::MIN);
            moments.push((day + TimeDelta::minutes(minutes), kind));
        }
        moments.sort_unstable();
        let mut taken = Vec::new();
        let entries = moments.into_iter();
        entries
            .map(|(happened, kind)| self.entry(kind, happened, &mut taken))
            .collect()
    }

    /// A link to another case, made on the day this one began.
    pub fn link(&mut self, state: &CaseState, about: &CaseReference) -> Option<EntryState> {
        let opened = state.opened()?.min(self.today.pred_opt()?);
        let mut link = EntryState::at(LINK, opened.and_hms_opt(12, 0, 0)?);
        link.about = Some(about.clone());
        let kind = self.definition.entry_kind(LINK);
        let note = kind.and_then(|kind| kind.field_for(FieldRole::Note));
        if let Some(note) = note
            && let Some(said) = self.rng.choice(self.words.said(LINK, &note.id))
        {
            link = link.with(&note.id, Value::Text((*said).to_owned()));
        }
        Some(link)
    }

    /// Whether something happens that has this probability.
    pub fn happens(&mut self, share: f64) -> bool {
        happens(&mut self.rng, share)
    }

    /// One of these.
    pub fn choose<'b, T>(&mut self, of: &'b [T]) -> Option<&'b T> {
        self.rng.choice(of)
    }

    fn draw(&mut self) -> Option<usize> {
        let (_, total) = self.kinds.last()?;
        let drawn = self.rng.f64() * total;
        let at = self.kinds.partition_point(|(_, so_far)| *so_far <= drawn);
        (at < self.kinds.len()).then_some(at)
    }

    fn entry(
        &mut self,
        kind: usize,
        happened: NaiveDateTime,
        taken: &mut Vec<&'a str>,
    ) -> EntryState {
        let definition: &'a Definition = self.definition;
        let Self {
            rng, kinds, words, ..
        } = self;
        let Invented { kind, fields } = &kinds[kind].0;
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
        for (field, filled) in fields {
            let wanted = field.required_from.is_some() || happens(rng, 0.7);
            if wanted && !entry.values.contains_key(&field.id) && kind.applies(field, &entry) {
                let value = value(rng, words, kind, field, *filled, happened);
                if let Some(value) = value {
                    entry.values.insert(field.id.clone(), value);
                }
            }
        }
        entry
    }
}

impl<'a> Invented<'a> {
    fn of(definition: &Definition, kind: &'a EntryKind) -> Self {
        let ladder = definition.ladder.as_ref();
        let filled = |field: &Field| {
            if is_telephone(field) {
                Filled::Telephone
            } else if ladder.is_some_and(|ladder| ladder.ground == field.id) {
                Filled::Ground
            } else if field.shareable {
                Filled::Colleague
            } else {
                Filled::Partner
            }
        };
        let mut fields: Vec<(&Field, Filled)> = kind
            .fields
            .iter()
            .filter(|field| !matches!(field.role, Some(FieldRole::List | FieldRole::Archive)))
            .map(|field| (field, filled(field)))
            .collect();
        fields.sort_by_key(|(field, _)| field.only_with.is_some());
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

fn value(
    rng: &mut Rng,
    words: &Words,
    kind: &EntryKind,
    field: &Field,
    filled: Filled,
    happened: NaiveDateTime,
) -> Option<Value> {
    let offered: Vec<_> = field.choices.iter().filter(|at| at.is_current()).collect();
    let text = |text: &&str| Value::Text((*text).to_owned());
    Some(match field.kind {
        FieldKind::Choice => Value::Choice(rng.choice(offered)?.id.clone()),
        FieldKind::Choices => Value::Choices(BTreeSet::from([rng.choice(offered)?.id.clone()])),
        FieldKind::YesNo => Value::YesNo(rng.bool()),
        FieldKind::Number => Value::Number(f64::from(rng.u8(1..=8))),
        FieldKind::Date => Value::Date(happened.date() + Days::new(rng.u64(7..43))),
        FieldKind::DateTime => Value::DateTime(happened),
        FieldKind::Person if field.sensitivity == Sensitivity::Minor => {
            Value::Text(format!("Deelnemer {:04}", rng.u16(1..1000)))
        }
        FieldKind::Person => Value::Text(words.person(rng)?),
        FieldKind::LongText => text(rng.choice(words.said(&kind.id, &field.id))?),
        FieldKind::Text => match filled {
            Filled::Telephone => Value::Text(telephone(rng)),
            Filled::Ground => text(rng.choice(&words.remarks)?),
            Filled::Colleague => text(rng.choice(&words.handlers)?),
            Filled::Partner => text(rng.choice(&words.partners)?),
        },
        FieldKind::Address | FieldKind::BirthDate => return None,
    })
}
