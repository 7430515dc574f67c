//! Applying a row to a case: the state that the case would have then.

use chrono::{Datelike, NaiveDate};

use super::row_reader::RowContent;
use super::target::Target;
use crate::register::{Address, CaseState, Closing, Definition, Field, Kind, Spell, Value};

/// A value in a row that does not fit the case.
pub(super) enum Refusal {
    /// The case began in another year, so the number is that of another case.
    OtherYear { known: NaiveDate, in_row: NaiveDate },
    /// The case is not closed, so it has no outcome and no flag of one.
    NotClosed(Target),
    /// The case is new, and its status does not fit whether it has an end.
    StatusOfOther {
        /// Whether it has an end.
        ended: bool,
    },
}

/// The state of a new case, or of a known one, with the values of the row. A blank cell never overwrites.
pub(super) fn apply_row(
    definition: &Definition,
    known: Option<&CaseState>,
    row: &RowContent,
) -> Result<CaseState, Vec<Refusal>> {
    let mut state = known.cloned().unwrap_or_default();
    let mut refusals = Vec::new();
    begin(definition, &mut state, row, &mut refusals);
    if definition.kind == Kind::Spell {
        end(&mut state, row, &mut refusals);
    }
    state.status = status(definition, known, &state, row, &mut refusals);
    values(&mut state, row);
    let unknown = CaseState::default();
    let named = |field: &Field| row.values.contains_key(&field.id);
    definition.follow_ages(known.unwrap_or(&unknown), &mut state, named);
    if refusals.is_empty() {
        Ok(state)
    } else {
        Err(refusals)
    }
}

/// Another begin in the same year is a correction; in another year the number is that of another case. What stands at a
/// status of cases that have yet to begin came on that day, and has not begun.
fn begin(
    definition: &Definition,
    state: &mut CaseState,
    row: &RowContent,
    refusals: &mut Vec<Refusal>,
) {
    let status = row.status.as_ref().or(state.status.as_ref());
    let status = status.and_then(|id| definition.status(id));
    let waits = state.spells.is_empty() && status.is_some_and(|status| status.before);
    let (came, begin) = match waits {
        true => (row.since.or(row.begin), None),
        false => (row.since, row.begin),
    };
    if let Some(came) = came {
        let spell = state.preparation.get_or_insert(Spell::since(came));
        spell.opened = came;
    }
    let Some(begin) = begin else { return };
    match state.spells.first_mut() {
        None => {
            state.spells.push(Spell::since(begin));
            let preparation = state.preparation.as_mut();
            preparation.into_iter().for_each(|it| it.closed = None);
        }
        Some(first) if first.opened.year() == begin.year() => first.opened = begin,
        Some(first) => {
            refusals.push(Refusal::OtherYear {
                known: first.opened,
                in_row: begin,
            });
        }
    }
}

/// A case that was reopened since the file was made has several closings: an end on the day of one of them is about that
/// closing. Any other day closes the running spell, or corrects the last closing.
fn end(state: &mut CaseState, row: &RowContent, refusals: &mut Vec<Refusal>) {
    let ends_on = |spell: &Spell| spell.closed.as_ref().map(|closing| closing.date);
    let named = state
        .spells
        .iter()
        .position(|spell| row.end.is_some() && ends_on(spell) == row.end);
    let spell = match named {
        Some(at) => state.spells.get_mut(at),
        None => state.last_spell_mut(),
    };
    let Some(spell) = spell else { return };
    if let Some(end) = row.end {
        spell.closed.get_or_insert_with(|| Closing::on(end)).date = end;
    }
    match &mut spell.closed {
        Some(closing) => {
            if row.outcome.is_some() {
                closing.outcome.clone_from(&row.outcome);
            }
            closing.flags.extend(row.flags.clone());
        }
        None => {
            // A flag that is not set says nothing of a running case.
            let flags = row.flags.iter().filter(|(_, set)| **set);
            let flags = flags.map(|(id, _)| Target::Flag(id.clone()));
            let outcome = row.outcome.iter().map(|_| Target::Outcome);
            refusals.extend(outcome.chain(flags).map(Refusal::NotClosed));
        }
    }
}

/// The status of the case: that of the row; else the first status for a new case, and the first closed status for a case
/// that this row closes. A status of a running case does not fit one that ended, nor the other way round: for a known case
/// the file is old and its status is ignored; for a new case nobody can say which of the two is meant.
fn status(
    definition: &Definition,
    known: Option<&CaseState>,
    state: &CaseState,
    row: &RowContent,
    refusals: &mut Vec<Refusal>,
) -> Option<String> {
    let open = state.closing().is_none();
    if let Some(id) = &row.status {
        let fits = definition.kind == Kind::Event
            || definition
                .status(id)
                .is_none_or(|status| status.open == open && (!status.before || state.is_before()));
        if !fits && known.is_none() {
            refusals.push(Refusal::StatusOfOther { ended: !open });
        }
        if fits || known.is_none() {
            return row.status.clone();
        }
    }
    let first = || {
        let waits = open && state.is_before();
        let before = definition.first_status_before().filter(|_| waits);
        let first = before.or(definition.first_status(open));
        first.map(|status| status.choice.id.clone())
    };
    let Some(known) = known else { return first() };
    let closes = known.closing().is_none() && !open;
    let present = known.status.as_deref().and_then(|id| definition.status(id));
    let begins = known.is_before() && !state.is_before();
    let left = closes && present.is_none_or(|status| status.open);
    if left || (begins && present.is_none_or(|status| status.before)) {
        first()
    } else {
        known.status.clone()
    }
}

fn values(state: &mut CaseState, row: &RowContent) {
    state.values.extend(row.values.clone());
    for (field, part, text) in &row.parts {
        let value = state
            .values
            .entry(field.clone())
            .or_insert_with(|| Value::Address(Address::default()));
        if let Value::Address(address) = value {
            part.of_mut(address).clone_from(text);
        }
    }
}
