//! What becomes of a case when a row of a file is laid over it.

use chrono::{Datelike, NaiveDate};

use super::given::Given;
use super::target::Target;
use crate::register::{Address, CaseState, Closing, Definition, Kind, Spell, Value};

/// Something a row says that the case cannot take.
pub(super) enum Refusal {
    /// It began in another year, so the number is that of another case.
    OtherYear { known: NaiveDate, given: NaiveDate },
    /// It is not closed, so it has no outcome and no flag of one.
    NotClosed(Target),
    /// It is new and has an end or not, and the status says otherwise.
    StatusOfOther {
        /// Whether it has an end.
        ended: bool,
    },
}

/// The state of a new case, or of an existing one, after what the row says. A blank never overwrites.
pub(super) fn merged(
    definition: &Definition,
    known: Option<&CaseState>,
    given: &Given,
) -> Result<CaseState, Vec<Refusal>> {
    let mut state = known.cloned().unwrap_or_default();
    let mut refusals = Vec::new();
    begin(&mut state, given, &mut refusals);
    if definition.kind == Kind::Spell {
        end(&mut state, given, &mut refusals);
    }
    state.status = status(definition, known, &state, given, &mut refusals);
    values(&mut state, given);
    if refusals.is_empty() {
        Ok(state)
    } else {
        Err(refusals)
    }
}

/// Another begin in the same year is a correction; in another year the number is that of another case.
fn begin(state: &mut CaseState, given: &Given, refusals: &mut Vec<Refusal>) {
    let Some(begin) = given.begin else { return };
    match state.spells.first_mut() {
        None => state.spells.push(Spell::since(begin)),
        Some(first) if first.opened.year() == begin.year() => first.opened = begin,
        Some(first) => {
            refusals.push(Refusal::OtherYear {
                known: first.opened,
                given: begin,
            });
        }
    }
}

/// A case that was reopened since the file was made has several closings: a row that names one of them is about that
/// one. Any other day closes the running spell, or corrects the last closing.
fn end(state: &mut CaseState, given: &Given, refusals: &mut Vec<Refusal>) {
    let ends_on = |spell: &Spell| spell.closed.as_ref().map(|closing| closing.date);
    let named = state
        .spells
        .iter()
        .position(|spell| given.end.is_some() && ends_on(spell) == given.end);
    let spell = match named {
        Some(at) => state.spells.get_mut(at),
        None => state.spells.last_mut(),
    };
    let Some(spell) = spell else { return };
    if let Some(end) = given.end {
        spell.closed.get_or_insert_with(|| Closing::on(end)).date = end;
    }
    match &mut spell.closed {
        Some(closing) => {
            if given.outcome.is_some() {
                closing.outcome.clone_from(&given.outcome);
            }
            closing.flags.extend(given.flags.clone());
        }
        None => {
            // That a running case did not end in a certain way goes without saying.
            let flags = given.flags.iter().filter(|(_, set)| **set);
            let flags = flags.map(|(id, _)| Target::Flag(id.clone()));
            let outcome = given.outcome.iter().map(|_| Target::Outcome);
            refusals.extend(outcome.chain(flags).map(Refusal::NotClosed));
        }
    }
}

/// Where the case stands: as the row says; else a new case at the first step, and a case that this row closes at the
/// first step of a closed one. A status of a running case does not fit one that ended, nor the other way round: of a case
/// that is known it is what an old file says, and passed over; of a new one nobody can say which of the two is meant.
fn status(
    definition: &Definition,
    known: Option<&CaseState>,
    state: &CaseState,
    given: &Given,
    refusals: &mut Vec<Refusal>,
) -> Option<String> {
    let open = state.closing().is_none();
    if let Some(id) = &given.status {
        let fits = definition.kind == Kind::Event
            || definition
                .status(id)
                .is_none_or(|status| status.open == open);
        if !fits && known.is_none() {
            refusals.push(Refusal::StatusOfOther { ended: !open });
        }
        if fits || known.is_none() {
            return given.status.clone();
        }
    }
    let first = || {
        definition
            .first_status(open)
            .map(|status| status.choice.id.clone())
    };
    let Some(known) = known else { return first() };
    let closes = known.closing().is_none() && !open;
    let stands = known.status.as_deref().and_then(|id| definition.status(id));
    if closes && stands.is_none_or(|status| status.open) {
        first()
    } else {
        known.status.clone()
    }
}

fn values(state: &mut CaseState, given: &Given) {
    state.values.extend(given.values.clone());
    for (field, part, text) in &given.parts {
        let value = state
            .values
            .entry(field.clone())
            .or_insert_with(|| Value::Address(Address::default()));
        if let Value::Address(address) = value {
            part.of_mut(address).clone_from(text);
        }
    }
}
