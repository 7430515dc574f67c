//! A term that was met is met for the day it was due then.

use chrono::{NaiveDate, NaiveDateTime};
use peildatum::register::{
    CaseState, DUE_THEN, Due, EntryState, Registers, SETTLED, Spell, TaskSource, Value,
};

use super::support::day;

fn moment(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn done(name: &str, at: &str, then: Option<NaiveDate>) -> EntryState {
    let said = EntryState::at(SETTLED, moment(at)).with(SETTLED, Value::Text(name.to_owned()));
    match then {
        Some(then) => said.with(DUE_THEN, Value::Date(then)),
        None => said,
    }
}

/// When the task of this term is due, and from when it is shown.
fn asked(
    register: &str,
    state: &CaseState,
    timeline: &[EntryState],
    term: &str,
) -> Option<(Due, NaiveDate)> {
    let registers = Registers::shipped().unwrap();
    let tasks = registers.get(register).unwrap().tasks(state, timeline);
    let source = TaskSource::Term(term.to_owned());
    let task = tasks.into_iter().find(|task| task.source == source)?;
    Some((task.due, task.shown_from))
}

fn opened(on: &str, values: &[(&str, Value)]) -> CaseState {
    let mut state = CaseState {
        spells: vec![Spell::since(day(on))],
        ..CaseState::default()
    };
    for (field, value) in values {
        state.set(field, Some(value.clone()));
    }
    state
}

#[test]
fn a_term_that_was_met_comes_back_when_its_day_moves() {
    for (register, term, ground, until) in [
        (
            "gebiedsverboden",
            "opnieuw-verlengen",
            "gemeentewet-172a",
            "verlengd-tot",
        ),
        (
            "gebiedsverboden",
            "afloop-172b",
            "gemeentewet-172b",
            "geldig-tot",
        ),
    ] {
        let ban = |ends: &str| {
            let ground = Value::Choice(ground.to_owned());
            opened(
                "2026-03-15",
                &[("grondslag", ground), (until, Value::Date(day(ends)))],
            )
        };
        let met = done(term, "2026-06-01 10:00", Some(day("2026-06-10")));
        let asked = |ends: &str, timeline: &[EntryState]| {
            let asked = asked(register, &ban(ends), timeline, term);
            asked.map(|(due, _)| due.day.to_string())
        };
        let met = std::slice::from_ref(&met);
        assert_eq!(asked("2026-06-10", met), None, "{term}");
        let again = asked("2026-09-10", met);
        assert_eq!(again.as_deref(), Some("2026-09-10"), "{term}");
        // Of what was said before the day was kept nobody knows which one it was about.
        let long_ago = done(term, "2026-06-01 10:00", None);
        assert_eq!(asked("2026-09-10", &[long_ago]), None, "{term}");
    }
}

#[test]
fn an_extended_house_ban_asks_for_attention_at_the_end_that_was_decided() {
    let ban = |extended: bool| {
        opened(
            "2026-03-02",
            &[
                ("uitgereikt", Value::DateTime(moment("2026-03-02 14:30"))),
                ("verlengd", Value::YesNo(extended)),
                ("geldig-tot", Value::DateTime(moment("2026-03-26 14:30"))),
            ],
        )
    };
    let asked = |extended: bool| asked("huisverboden", &ban(extended), &[], "afloop");
    let end = Due::at(moment("2026-03-26 14:30"));
    assert_eq!(asked(true), Some((end, day("2026-03-23"))));
    assert_eq!(asked(false), None);
}
