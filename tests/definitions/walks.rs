//! Every shipped register, walked from intake to closing. The walk is driven by the definition, so that a new register is
//! walked as well.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use peildatum::register::{
    Closing, Definition, EntryState, Fault, Field, FieldKind, PUT_OFF, Registers, SETTLED, Spell,
    Task, TaskSource, Value,
};
use peildatum::store::Vault;

use super::support::{begun, some_value};
use super::walker::{NO_CHOICE, Walk, allowed_value, at, beyond, faults, fill_in};

/// Walks a case through every register, each in the file of its team.
fn each_register(walk: impl Fn(Walk<'_>)) {
    let folder = tempfile::tempdir().unwrap();
    let now = begun().and_hms_opt(8, 0, 0).unwrap().and_utc();
    let mut vault = Vault::create(&folder.path().join("kluis"), now).unwrap();
    let definitions: Vec<Arc<Definition>> = vault.registers().all().to_vec();
    assert_eq!(definitions.len(), Registers::shipped().unwrap().all().len());
    for definition in &definitions {
        walk(Walk::begin(definition, &mut vault));
    }
}

#[test]
fn a_case_goes_from_intake_to_closing() {
    each_register(|mut walk| {
        wrong_values_are_refused(&mut walk);
        what_means_nothing_is_refused(&mut walk);
        what_lies_beyond_a_term_is_refused(&mut walk);
        every_kind_of_entry(&mut walk);
        tasks_are_put_off_and_done(&mut walk);
        the_ladder(&mut walk);
        every_status(&mut walk);
        every_field(&mut walk);
        every_ending(&mut walk);
    });
}

fn wrong(field: &Field) -> Option<Value> {
    match field.kind {
        FieldKind::Choice => Some(Value::Choice(NO_CHOICE.to_owned())),
        FieldKind::Choices => Some(Value::Choices([NO_CHOICE.to_owned()].into())),
        FieldKind::BirthDate => Some(Value::Date(begun() + TimeDelta::days(1))),
        FieldKind::Number => Some(Value::Number(f64::INFINITY)),
        FieldKind::YesNo | FieldKind::Date | FieldKind::DateTime | FieldKind::Address => {
            Some(Value::Text("morgen".to_owned()))
        }
        FieldKind::Text | FieldKind::LongText | FieldKind::Person => None,
    }
}

fn wrong_values_are_refused(walk: &mut Walk<'_>) {
    let definition = Arc::clone(&walk.definition);
    for field in &definition.fields {
        if let Some(value) = wrong(field) {
            let mut state = walk.state();
            state.set(&field.id, Some(value));
            walk.refuse(state);
        }
    }
    let mut state = walk.state();
    state.status = Some(NO_CHOICE.to_owned());
    walk.refuse(state);
    let mut state = walk.state();
    state.spells.clear();
    walk.refuse(state);
}

/// The values by which another field can be decided.
fn decisions(field: &Field) -> Vec<(String, Value)> {
    match field.kind {
        FieldKind::YesNo => [("ja", true), ("nee", false)]
            .map(|(name, yes)| (name.to_owned(), Value::YesNo(yes)))
            .into(),
        _ => field
            .choices
            .iter()
            .map(|choice| (choice.id.clone(), Value::Choice(choice.id.clone())))
            .collect(),
    }
}

fn what_means_nothing_is_refused(walk: &mut Walk<'_>) {
    let definition = Arc::clone(&walk.definition);
    for field in &definition.fields {
        let Some(only) = &field.only_with else {
            continue;
        };
        let mut state = walk.state();
        state.set(&only.field, None);
        assert!(definition.applies(field, &state), "{}", field.id);
        for (name, decision) in decisions(definition.field(&only.field).unwrap()) {
            let mut state = walk.state();
            state.set(&only.field, Some(decision));
            let meant = only.choices.contains(&name);
            assert_eq!(definition.applies(field, &state), meant, "{}", field.id);
            assert!(meant || !definition.requires(field, &state), "{}", field.id);
            state.set(&field.id, Some(allowed_value(&definition, field, &state)));
            let found = faults(definition.check(&state), &field.id);
            if meant {
                assert_eq!(found, [], "{} with {name}", field.id);
            } else {
                assert!(matches!(found[..], [Fault::NotWith { .. }]), "{found:?}");
                walk.refuse(state);
            }
        }
    }
}

fn what_lies_beyond_a_term_is_refused(walk: &mut Walk<'_>) {
    let definition = Arc::clone(&walk.definition);
    for term in &definition.terms {
        let Some(limited) = &term.limits else {
            continue;
        };
        let limited = definition.field(limited).unwrap();
        let mut state = walk.state();
        if let Some(only) = &term.only_with {
            let decided = decisions(definition.field(&only.field).unwrap()).into_iter();
            let (_, value) = decided
                .into_iter()
                .find(|(name, _)| only.choices.contains(name))
                .unwrap();
            state.set(&only.field, Some(value));
        }
        if let Some(from) = definition.field(&term.from) {
            state.set(&from.id, Some(allowed_value(&definition, from, &state)));
        }
        let last = definition.due(term, &state).unwrap();
        let beyond_it = |value: Value| {
            let mut state = state.clone();
            state.set(&limited.id, Some(value));
            let found = faults(definition.check(&state), &limited.id);
            let by_it = |fault: &Fault| matches!(fault, Fault::BeyondTerm { term: by, .. } if *by == term.label);
            (found.iter().any(by_it), state)
        };
        assert!(!beyond_it(at(limited, last)).0, "{}", term.id);
        let (refused, state) = beyond_it(beyond(limited, last));
        assert!(refused, "{}", term.id);
        walk.refuse(state);
    }
}

fn every_kind_of_entry(walk: &mut Walk<'_>) {
    let definition = Arc::clone(&walk.definition);
    for kind in &definition.entries {
        walk.days_pass(1);
        for field in &kind.fields {
            let empty = EntryState::at(&kind.id, walk.moment());
            if let Some(value) = wrong(field).filter(|_| field.kind != FieldKind::BirthDate) {
                walk.refuse_entry(empty.clone().with(&field.id, value));
            }
            let Some(only) = &field.only_with else {
                continue;
            };
            for (name, decision) in decisions(kind.field(&only.field).unwrap()) {
                let entry = empty.clone().with(&only.field, decision);
                let meant = only.choices.contains(&name);
                assert_eq!(kind.applies(field, &entry), meant, "{}", field.id);
                if !meant {
                    walk.refuse_entry(entry.with(&field.id, some_value(field)));
                }
            }
        }
        let (entry, state) = walk.entry_with_the_least(kind);
        walk.accept_entry(entry, state);
    }
    let unknown = EntryState::at(NO_CHOICE, walk.moment());
    walk.refuse_entry(unknown);
}

/// No term that the law sets is put off; every other is, and all can be done.
fn tasks_are_put_off_and_done(walk: &mut Walk<'_>) {
    let definition = Arc::clone(&walk.definition);
    for task in walk.tasks() {
        let said = EntryState::at(SETTLED, walk.moment())
            .with(SETTLED, Value::Text(task.source.name().to_owned()));
        let until = task.due.day + TimeDelta::days(7);
        walk.accept_entry(said.clone().with(PUT_OFF, Value::Date(until)), walk.state());
        let find = |walk: &Walk<'_>| {
            let mut tasks = walk.tasks().into_iter();
            tasks.find(|now| now.source == task.source)
        };
        let TaskSource::Term(id) = &task.source else {
            continue;
        };
        let name = format!("{} {id}", definition.id);
        let moved = find(walk).expect(&name).due;
        if definition.term(id).unwrap().statutory {
            assert_eq!(moved, task.due, "{name}");
        } else {
            assert_eq!(moved.day, until, "{name}");
        }
        let said = EntryState {
            happened: walk.moment(),
            ..said
        };
        walk.accept_entry(said, walk.state());
        assert_eq!(find(walk), None, "{name}");
    }
}

fn the_ladder(walk: &mut Walk<'_>) {
    let definition = Arc::clone(&walk.definition);
    let Some(ladder) = &definition.ladder else {
        return;
    };
    let mut taken: Vec<&str> = Vec::new();
    while let Some(rung) = ladder.next(taken.iter().copied()) {
        walk.days_pass(1);
        let moment = walk.moment();
        let due = moment.date() + TimeDelta::days(rung.days.into());
        let entry = EntryState::at(&ladder.entry, moment)
            .with(&ladder.measure, Value::Choice(rung.measure.clone()))
            .with(&ladder.ground, Value::Text(rung.ground.nl.clone()))
            .with(&ladder.due, Value::Date(due));
        let mut state = walk.state();
        if let Some(status) = &rung.status {
            state.status = Some(status.clone());
        }
        if let (Some(action), Some(next)) = (&rung.action, &definition.next_action) {
            state.set(&next.what, Some(Value::Text(action.nl.clone())));
            state.set(&next.due, Some(Value::Date(due)));
        }
        fill_in(&definition, &mut state);
        walk.accept_entry(entry, state);
        let planned = walk.tasks();
        let planned = planned
            .iter()
            .find(|task| task.source == TaskSource::NextAction);
        assert_eq!(
            planned.map(|task| task.due.day),
            Some(due),
            "{}",
            rung.measure
        );
        taken.push(&rung.measure);
    }
    assert_eq!(taken.len(), ladder.rungs.len());
}

fn every_status(walk: &mut Walk<'_>) {
    let definition = Arc::clone(&walk.definition);
    let begun = definition.statuses.iter().filter(|status| !status.before);
    for status in begun.filter(|status| status.open) {
        walk.days_pass(3);
        let mut state = walk.state();
        state.status = Some(status.choice.id.clone());
        fill_in(&definition, &mut state);
        walk.accept(state);
    }
}

/// Everything that can be known of the case is.
fn every_field(walk: &mut Walk<'_>) {
    let definition = Arc::clone(&walk.definition);
    let mut state = walk.state();
    for field in &definition.fields {
        if definition.applies(field, &state) && !state.values.contains_key(&field.id) {
            state.set(&field.id, Some(allowed_value(&definition, field, &state)));
            assert_eq!(definition.check(&state), [], "{}", field.id);
        }
    }
    walk.accept(state);
}

fn every_ending(walk: &mut Walk<'_>) {
    let definition = Arc::clone(&walk.definition);
    let ended = |day: NaiveDate| {
        let mut state = walk.state();
        state.spells[0].closed = Some(Closing::on(day));
        state.status = definition
            .first_status(false)
            .map(|status| status.choice.id.clone());
        state
    };
    let day = begun() + TimeDelta::days(90);
    let (unexplained, too_early) = (ended(day), ended(begun() - TimeDelta::days(1)));
    if !definition.has_spells() {
        walk.refuse(unexplained);
        return;
    }
    walk.refuse(too_early);
    let missing = definition.missing(&unexplained);
    let asked = |found: &peildatum::register::CaseProblem| found.fault == Fault::NoOutcome;
    assert!(missing.iter().any(asked), "{}", definition.id);
    let with = |outcome: &str| {
        let mut state = unexplained.clone();
        state.spells[0].closed.as_mut().unwrap().outcome = Some(outcome.to_owned());
        state
    };
    walk.refuse(with(NO_CHOICE));
    let asked = definition.outcome.as_ref().unwrap();
    for outcome in &asked.choices {
        let plain = with(&outcome.id);
        // What never began ends otherwise than what did.
        if asked.before.contains(&outcome.id) {
            walk.refuse(plain);
            continue;
        }
        assert_eq!(definition.check(&plain), [], "{}", outcome.id);
        for flag in definition.flags() {
            let mut flagged = plain.clone();
            let closing = flagged.spells[0].closed.as_mut().unwrap();
            closing.flags.insert(flag.id.clone(), true);
            if flag.of.contains(&outcome.id) {
                assert_eq!(definition.check(&flagged), [], "{}", flag.id);
            } else {
                walk.refuse(flagged);
            }
        }
    }
    let mut closed = unexplained.clone();
    fill_in(&definition, &mut closed);
    walk.accept(closed.clone());
    let lasts = |task: &Task| match &task.source {
        TaskSource::Term(id) => definition.term(id).is_some_and(|term| term.after_end),
        TaskSource::NextAction | TaskSource::Idle => false,
    };
    assert!(walk.tasks().iter().all(lasts), "{}", definition.id);

    let again = |opened: NaiveDate| {
        let mut state = closed.clone();
        state.spells.push(Spell::since(opened));
        // What it held until is past: opened again it holds until a day that nobody said yet.
        for field in definition
            .ends_at
            .iter()
            .flat_map(|ends_at| &ends_at.fields)
        {
            state.set(field, None);
        }
        let mut running = definition.statuses.iter().filter(|status| status.open);
        state.status = running.next_back().map(|status| status.choice.id.clone());
        state
    };
    walk.refuse(again(day - TimeDelta::days(1)));
    walk.accept(again(day + TimeDelta::days(30)));
    let mut closed_again = walk.state();
    let mut closing = Closing::on(day + TimeDelta::days(60));
    let mut outcomes = asked.choices.iter().rev();
    let outcome = outcomes.find(|outcome| !asked.before.contains(&outcome.id));
    closing.outcome = outcome.map(|outcome| outcome.id.clone());
    closed_again.spells[1].closed = Some(closing);
    closed_again.status = closed.status;
    walk.accept(closed_again);
    assert!(walk.tasks().iter().all(lasts), "{}", definition.id);
}
