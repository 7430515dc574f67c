//! Whether somebody is a minor follows from a birth date; what is typed otherwise stays, and is told.

use peildatum::register::{AgeThen, CaseState, Mistake, Spell, Value};

use crate::support::{day, mistakes, register};

const AREAS: &str = "gebiedsverboden";
const MINOR: &str = "minderjarig";

/// A ban imposed on 3 May 2025.
fn ban(values: &[(&str, Value)]) -> CaseState {
    let mut state = CaseState {
        spells: vec![Spell::since(day("2025-05-03"))],
        ..CaseState::default()
    };
    for (field, value) in values {
        state.set(field, Some(value.clone()));
    }
    state
}

fn born(text: &str) -> Value {
    Value::Date(day(text))
}

/// What a ban says of being a minor once it took the place of this one, and nobody said anything of it.
fn followed(before: &CaseState, mut after: CaseState) -> Option<Value> {
    register(AREAS).follow_ages(before, &mut after, |_| false);
    after.values.remove(MINOR)
}

fn of_new(values: &[(&str, Value)]) -> Option<Value> {
    followed(&CaseState::default(), ban(values))
}

#[test]
fn who_turns_eighteen_on_the_day_of_the_ban_is_no_minor() {
    let minor = |text: &str| of_new(&[("geboortedatum", born(text))]);
    assert_eq!(minor("2007-05-04"), Some(Value::YesNo(true)));
    assert_eq!(minor("2007-05-03"), Some(Value::YesNo(false)));
    // Somebody who was not born yet has no age.
    assert_eq!(minor("2025-05-04"), None);
    assert_eq!(of_new(&[]), None);
}

#[test]
fn of_a_ban_that_binds_the_parent_the_child_counts_and_never_the_parent() {
    let parent = ("geboortedatum", born("1985-02-01"));
    let child = ("geboortedatum-kind", born("2016-02-01"));
    let ground = |id: &str| ("grondslag", Value::Choice(id.to_owned()));
    let of_child = [ground("gemeentewet-172b"), parent.clone(), child.clone()];
    assert_eq!(of_new(&of_child), Some(Value::YesNo(true)));
    let unknown = [ground("gemeentewet-172b"), parent.clone()];
    assert_eq!(of_new(&unknown), None);
    let other = [ground("gemeentewet-172a"), parent, child];
    assert_eq!(of_new(&other), Some(Value::YesNo(false)));
}

#[test]
fn it_moves_with_the_birth_date_until_somebody_says_otherwise() {
    let date = |text: &str| ("geboortedatum", born(text));
    let minor = |yes: bool| (MINOR, Value::YesNo(yes));
    let before = ban(&[date("2008-01-01"), minor(true)]);
    let corrected = ban(&[date("1998-01-01"), minor(true)]);
    assert_eq!(followed(&before, corrected), Some(Value::YesNo(false)));
    let moved = CaseState {
        spells: vec![Spell::since(day("2026-05-03"))],
        ..before.clone()
    };
    assert_eq!(followed(&before, moved), Some(Value::YesNo(false)));
    // Typed otherwise it stays, together with another birth date and afterwards.
    let otherwise = ban(&[date("2008-01-01"), minor(false)]);
    let adult = ban(&[date("1998-01-01"), minor(false)]);
    let mut typed = otherwise.clone();
    register(AREAS).follow_ages(&adult, &mut typed, |field| field.id == MINOR);
    assert_eq!(typed, otherwise);
    assert_eq!(
        followed(&otherwise, otherwise.clone()),
        Some(Value::YesNo(false))
    );
    let definition = register(AREAS);
    let field = definition.field(MINOR).unwrap();
    let said = Some(AgeThen {
        years: 17,
        on: day("2025-05-03"),
        younger: true,
    });
    assert_eq!(definition.contradicted_age(field, &otherwise), said);
    assert_eq!(definition.contradicted_age(field, &before), None);
}

#[test]
fn an_intention_says_nothing_of_it_before_the_ban_is_imposed() {
    let mut intended = ban(&[("geboortedatum", born("2008-01-01"))]);
    intended.preparation = intended.spells.pop();
    assert_eq!(followed(&CaseState::default(), intended), None);
}

#[test]
fn only_a_yes_or_no_follows_and_only_from_a_birth_date_that_there_is() {
    let rule = "born = [\"geboortedatum-kind\", \"geboortedatum\"]";
    let [(key, mistake)] = &mistakes(AREAS, rule, "born = [\"geboren\"]")[..] else {
        panic!("one mistake")
    };
    assert!(key.ends_with(".younger_than.born"), "{key}");
    assert!(matches!(mistake, Mistake::NotOneOf { .. }), "{mistake:?}");
    let name = "kind = \"person\"";
    let age = format!("{name}\nyounger_than = {{ years = 18, born = [] }}");
    let found = mistakes(AREAS, name, &age);
    assert_eq!(found[0].1, Mistake::OnlyYesNoFollowsAge);
}
