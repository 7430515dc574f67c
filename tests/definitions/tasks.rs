//! What has to be done in a case, and by when.

use std::sync::{Arc, LazyLock};

use chrono::{Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use peildatum::register::{
    CaseState, Closing, Definition, DoneBy, Due, EntryState, FieldKind, PUT_OFF, Registers,
    SETTLED, Span, Spell, Task, TaskSource, Term, Value,
};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_assert, proptest};

use super::support::{HOUSING, day, with_register};

const HOUSE_BANS: &str = "huisverboden";
const BANS: &str = "gebiedsverboden";
const YOUTH: &str = "jeugdaanpak";

/// Read once: a property looks at them hundreds of times.
static SHIPPED: LazyLock<Registers> = LazyLock::new(|| Registers::shipped().unwrap());

fn register(id: &str) -> Arc<Definition> {
    Arc::clone(SHIPPED.get(id).unwrap())
}

fn moment(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn opened(on: &str) -> CaseState {
    CaseState {
        spells: vec![Spell::since(day(on))],
        ..CaseState::default()
    }
}

fn with(mut state: CaseState, field: &str, value: Value) -> CaseState {
    state.set(field, Some(value));
    state
}

fn chosen(state: CaseState, field: &str, choice: &str) -> CaseState {
    with(state, field, Value::Choice(choice.to_owned()))
}

fn term(id: &str) -> TaskSource {
    TaskSource::Term(id.to_owned())
}

/// The task of this source, where there is one.
fn task(
    definition: &Definition,
    state: &CaseState,
    timeline: &[EntryState],
    source: &TaskSource,
) -> Option<Task> {
    let mut tasks = definition.tasks(state, timeline).into_iter();
    tasks.find(|task| task.source == *source)
}

fn due(definition: &Definition, state: &CaseState, id: &str) -> Option<Due> {
    task(definition, state, &[], &term(id)).map(|task| task.due)
}

fn settled(name: &str, at: &str, until: Option<&str>) -> EntryState {
    let said = EntryState::at(SETTLED, moment(at)).with(SETTLED, Value::Text(name.to_owned()));
    match until {
        Some(until) => said.with(PUT_OFF, Value::Date(day(until))),
        None => said,
    }
}

#[test]
fn a_house_ban_is_decided_on_at_the_same_hour_ten_days_later() {
    let definition = register(HOUSE_BANS);
    for (served, last) in [
        ("2026-01-12 14:30", "2026-01-22 14:30"),
        // The clock goes forward on 29 March and back on 25 October 2026: the hour on the wall counts.
        ("2026-03-24 14:30", "2026-04-03 14:30"),
        ("2026-10-20 02:30", "2026-10-30 02:30"),
        ("2028-02-25 23:59", "2028-03-06 23:59"),
    ] {
        let ban = with(
            opened(&served[..10]),
            "uitgereikt",
            Value::DateTime(moment(served)),
        );
        let last = Due::at(moment(last));
        assert_eq!(due(&definition, &ban, "besluit-verlenging"), Some(last));
        assert!(!last.is_past(moment(served)));
        let minute = TimeDelta::minutes(1);
        let end = last.day.and_time(last.time.unwrap());
        assert!(!last.is_past(end - minute) && last.is_past(end));
        // Decided either way, nobody has to decide any more.
        for (extended, end) in [(true, None), (false, Some(last))] {
            let decided = with(ban.clone(), "verlengd", Value::YesNo(extended));
            assert_eq!(due(&definition, &decided, "besluit-verlenging"), None);
            assert_eq!(due(&definition, &decided, "einde-zonder-verlenging"), end);
        }
    }
}

#[test]
fn a_house_ban_that_is_registered_late_has_its_decision_overdue() {
    let definition = register(HOUSE_BANS);
    let ban = with(
        opened("2026-03-31"),
        "uitgereikt",
        Value::DateTime(moment("2026-03-01 14:30")),
    );
    let decide = task(&definition, &ban, &[], &term("besluit-verlenging")).unwrap();
    assert_eq!(decide.due, Due::at(moment("2026-03-11 14:30")));
    assert!(decide.due.is_past(moment("2026-03-31 09:00")));
    assert!(decide.shown_from <= day("2026-03-31"));
}

#[test]
fn months_end_on_the_last_day_where_the_day_is_not_there() {
    let definition = register(BANS);
    for (from, last) in [
        ("2025-11-30", "2026-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2026-01-31", "2026-04-30"),
        ("2026-03-15", "2026-06-15"),
    ] {
        let ban = chosen(opened(from), "grondslag", "gemeentewet-172a");
        let end = due(&definition, &ban, "langste-duur-172a");
        assert_eq!(end, Some(Due::on(day(last))), "{from}");
        assert_eq!(due(&definition, &ban, "langste-duur-172b"), None);
    }
    // Without its ground nobody knows how long it may last.
    assert_eq!(
        due(&definition, &opened("2026-03-15"), "langste-duur-172a"),
        None
    );
}

#[test]
fn a_ban_is_warned_of_two_weeks_before_it_ends() {
    let definition = register(BANS);
    let ban = chosen(opened("2026-03-15"), "grondslag", "gemeentewet-172a");
    let ban = with(ban, "geldig-tot", Value::Date(day("2026-06-10")));
    let warned = task(&definition, &ban, &[], &term("verlengen")).unwrap();
    assert_eq!(warned.due, Due::on(day("2026-06-10")));
    assert_eq!(warned.shown_from, day("2026-05-27"));
    let extended = with(ban.clone(), "verlengd-op", Value::Date(day("2026-06-01")));
    assert_eq!(task(&definition, &extended, &[], &term("verlengen")), None);
    // A parent's ban is not extended; it ends.
    let parent = chosen(ban, "grondslag", "gemeentewet-172b");
    assert_eq!(task(&definition, &parent, &[], &term("verlengen")), None);
    assert!(task(&definition, &parent, &[], &term("afloop-172b")).is_some());
}

#[test]
fn birthdays_are_announced_a_month_ahead_and_only_those_to_come() {
    let definition = register(YOUTH);
    for (born, eighteen) in [
        ("2008-06-15", Some("2026-06-15")),
        // Born on a leap day.
        ("2008-02-29", Some("2026-02-28")),
        ("2008-02-28", None),
        ("1990-01-01", None),
    ] {
        let young = with(
            opened("2026-02-28"),
            "geboortedatum",
            Value::Date(day(born)),
        );
        let task = task(&definition, &young, &[], &term("achttien"));
        // The birthday on the very day it began is one to come.
        let expected = eighteen.or((born == "2008-02-28").then_some("2026-02-28"));
        let expected = expected.map(|on| Due::on(day(on)));
        assert_eq!(task.as_ref().map(|task| task.due), expected, "{born}");
        if let Some(task) = task {
            assert_eq!(task.shown_from, task.due.day - Days::new(30));
        }
        assert_eq!(due(&definition, &young, "twaalf"), None, "{born}");
    }
    assert_eq!(due(&definition, &opened("2026-02-28"), "achttien"), None);
    // Only who takes part in RIO grows out of it.
    let young = with(
        opened("2026-02-28"),
        "geboortedatum",
        Value::Date(day("1999-03-01")),
    );
    let in_rio = chosen(young.clone(), "aanpak", "rio");
    let leaves = due(&definition, &in_rio, "achtentwintig");
    assert_eq!(leaves, Some(Due::on(day("2027-03-01"))));
    let in_pga = chosen(young, "aanpak", "pga");
    assert_eq!(due(&definition, &in_pga, "achtentwintig"), None);
}

#[test]
fn what_is_put_off_waits_and_what_is_done_is_gone() {
    let definition = register(HOUSING);
    let (case, first) = (opened("2026-03-02"), term("eerste-reactie"));
    let now = |timeline: &[EntryState]| {
        let task = task(&definition, &case, timeline, &first);
        task.map(|task| task.due.day.to_string())
    };
    let some = |day: &str| Some(day.to_owned());
    assert_eq!(now(&[]), some("2026-03-07"));
    let off = settled("eerste-reactie", "2026-03-06 10:00", Some("2026-03-12"));
    assert_eq!(now(std::slice::from_ref(&off)), some("2026-03-12"));
    // Put off to before it was due, it is due when it was.
    let sooner = settled("eerste-reactie", "2026-03-06 11:00", Some("2026-03-03"));
    assert_eq!(now(&[off.clone(), sooner]), some("2026-03-07"));
    let done = settled("eerste-reactie", "2026-03-09 10:00", None);
    assert_eq!(now(&[done.clone(), off.clone()]), None, "in whatever order");
    let taken_back = EntryState {
        withdrawn: true,
        ..done
    };
    assert_eq!(now(&[off, taken_back]), some("2026-03-12"));
    let other = settled("stil", "2026-03-09 10:00", None);
    assert_eq!(now(&[other]), some("2026-03-07"));
    let called = EntryState::at("contact", moment("2026-03-03 09:00"));
    assert_eq!(now(&[called]), None, "the contact was the answer");
}

#[test]
fn a_term_of_the_law_is_not_put_off() {
    let definition = register(HOUSE_BANS);
    let served = Value::DateTime(moment("2026-03-02 14:30"));
    let ban = with(opened("2026-03-02"), "uitgereikt", served);
    let off = settled("besluit-verlenging", "2026-03-03 10:00", Some("2026-04-01"));
    let task = task(&definition, &ban, &[off], &term("besluit-verlenging"));
    assert_eq!(task.unwrap().due, Due::at(moment("2026-03-12 14:30")));
}

#[test]
fn a_case_that_lies_still_asks_for_a_look_unless_something_is_planned() {
    let definition = register(HOUSING);
    let case = opened("2026-03-02");
    let look = |state: &CaseState, timeline: &[EntryState]| {
        task(&definition, state, timeline, &TaskSource::Idle).map(|task| {
            assert_eq!(task.shown_from, task.due.day);
            task.due.day.to_string()
        })
    };
    assert_eq!(look(&case, &[]).as_deref(), Some("2026-04-01"));
    let called = EntryState::at("contact", moment("2026-03-20 09:00"));
    assert_eq!(look(&case, &[called]).as_deref(), Some("2026-04-19"));
    let planned = with(
        case.clone(),
        "volgende-actie",
        Value::Text("Bellen".to_owned()),
    );
    assert!(look(&planned, &[]).is_some(), "planned for no day");
    let planned = with(planned, "actie-uiterlijk", Value::Date(day("2026-03-09")));
    assert_eq!(look(&planned, &[]), None);
    let next = task(&definition, &planned, &[], &TaskSource::NextAction);
    assert_eq!(next.unwrap().due, Due::on(day("2026-03-09")));
}

#[test]
fn a_case_that_ended_asks_nothing_and_one_reopened_starts_afresh() {
    let definition = register(HOUSING);
    let planned = with(
        opened("2026-03-02"),
        "volgende-actie",
        Value::Text("Bellen".to_owned()),
    );
    let mut case = with(planned, "actie-uiterlijk", Value::Date(day("2026-03-09")));
    let called = [EntryState::at("contact", moment("2026-03-03 09:00"))];
    case.spells[0].closed = Some(Closing::on(day("2026-03-20")));
    assert_eq!(definition.tasks(&case, &called), []);
    case.spells.push(Spell::since(day("2026-05-04")));
    let tasks = definition.tasks(&case, &called);
    let dues = |source: &TaskSource| {
        let found = tasks.iter().find(|task| task.source == *source);
        found.map(|task| task.due.day.to_string())
    };
    // The first answer is asked for again, and what was planned long ago is overdue since the reopening.
    let first = dues(&term("eerste-reactie"));
    assert_eq!(first.as_deref(), Some("2026-05-09"));
    let next = dues(&TaskSource::NextAction);
    assert_eq!(next.as_deref(), Some("2026-05-04"));
}

#[test]
fn a_signal_is_weighed_within_two_weeks() {
    let definition = register("ondermijning-signalen");
    let signal = opened("2026-03-02");
    let weigh = due(&definition, &signal, "wegen");
    assert_eq!(weigh, Some(Due::on(day("2026-03-16"))));
    let weighed = chosen(signal, "weging", "riec");
    assert_eq!(definition.tasks(&weighed, &[]), []);
}

#[test]
fn a_term_of_hours_ends_at_an_hour_and_a_status_ends_one_from_there_on() {
    let text = super::support::text_of(HOUSE_BANS)
        .replacen("days = 10", "hours = 36", 1)
        .replacen(
            "done_by = { field = \"verlengd\" }",
            "done_by = { status = \"verlengd\" }",
            1,
        );
    let registers = with_register(&text).unwrap();
    let definition = registers.get(HOUSE_BANS).unwrap();
    let served = Value::DateTime(moment("2026-03-02 14:30"));
    let mut ban = with(opened("2026-03-02"), "uitgereikt", served);
    let last = Due::at(moment("2026-03-04 02:30"));
    for (status, expected) in [
        (None, Some(last)),
        (Some("opgelegd"), Some(last)),
        (Some("verlengd"), None),
    ] {
        ban.status = status.map(str::to_owned);
        assert_eq!(due(definition, &ban, "besluit-verlenging"), expected);
    }
}

#[test]
fn urgency_follows_the_choices_and_is_ordinary_when_unknown() {
    let definition = register(HOUSING);
    let case = opened("2026-03-02");
    assert_eq!(definition.priority_of(&case), 1);
    for (choice, priority) in [("hoog", 0), ("gewoon", 1), ("laag", 2)] {
        let case = chosen(case.clone(), "prioriteit", choice);
        assert_eq!(definition.priority_of(&case), priority, "{choice}");
    }
    assert_eq!(definition.owner_of(&case), None);
    let owned = with(case, "behandelaar", Value::Text(" Sam ".to_owned()));
    assert_eq!(definition.owner_of(&owned), Some("Sam"));
}

/// A day in six years.
fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..2_200).prop_map(|after| day("2022-01-01") + Days::new(after))
}

/// Some of what can be said of the tasks of a register.
fn said(names: Vec<String>) -> impl Strategy<Value = Vec<EntryState>> {
    let one = (
        prop::sample::select(names),
        some_day(),
        prop::option::of(some_day()),
        any::<bool>(),
    );
    let entry = one.prop_map(|(name, on, until, withdrawn)| {
        let on = on.and_time(NaiveTime::MIN);
        let mut said = EntryState::at(SETTLED, on).with(SETTLED, Value::Text(name));
        if let Some(until) = until {
            said = said.with(PUT_OFF, Value::Date(until));
        }
        said.withdrawn = withdrawn;
        said
    });
    prop::collection::vec(entry, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn only_a_term_that_is_no_birthday_is_due_before_the_opening_and_none_of_the_law_moves(
        (at, spells, dates, seed, timeline) in (0_usize..16).prop_flat_map(|at| {
            let terms = SHIPPED.all()[at].terms.iter().map(|term| term.id.clone());
            let names = terms.chain(["volgende-actie".to_owned(), "stil".to_owned()]);
            let spells = prop::collection::btree_set(some_day(), 1..5);
            let dates = prop::collection::vec(some_day(), 7);
            (Just(at), spells, dates, any::<u64>(), said(names.collect()))
        }),
    ) {
        let definition = &SHIPPED.all()[at];
        // Choices are as they may be; dates lie anywhere, also where no form would take them.
        let write = peildatum::exchange::invent(definition, 1, seed, day("2027-12-31")).next();
        let mut state = write.unwrap().state;
        let at_random = dates.iter().cycle();
        for (field, day) in definition.fields.iter().zip(at_random) {
            let value = match field.kind {
                FieldKind::Date => Value::Date(*day),
                FieldKind::BirthDate => Value::Date(*day - Months::new(18 * 12)),
                FieldKind::DateTime => Value::DateTime(day.and_time(NaiveTime::MIN)),
                FieldKind::Text => Value::Text("Verzonnen".to_owned()),
                _ => continue,
            };
            // What ends a term is left open, or hardly one would be left.
            let ends = |term: &Term| term.done_by == Some(DoneBy::Field(field.id.clone()));
            let value = (!definition.terms.iter().any(ends)).then_some(value);
            state.set(&field.id, value);
        }
        let days: Vec<NaiveDate> = spells.into_iter().collect();
        state.spells = days
            .chunks(2)
            .map(|days| Spell {
                opened: days[0],
                closed: days.get(1).map(|end| Closing::on(*end)),
            })
            .collect();
        let tasks = definition.tasks(&state, &timeline);
        let untouched = definition.tasks(&state, &[]);
        let last = state.spells.last().unwrap();
        // What ended asks for nothing but what its end does not settle.
        let lasts = |task: &Task| match &task.source {
            TaskSource::Term(id) => definition.term(id).is_some_and(|term| term.after_end),
            TaskSource::NextAction | TaskSource::Idle => false,
        };
        prop_assert!(last.closed.is_none() || tasks.iter().all(lasts));
        for task in &tasks {
            let term = match &task.source {
                TaskSource::Term(id) => definition.term(id),
                TaskSource::NextAction | TaskSource::Idle => None,
            };
            // What is registered late has its terms behind it; a birthday that was past asks for nothing.
            if term.is_none_or(|term| matches!(term.span, Span::Years(_))) {
                prop_assert!(task.due.day >= last.opened, "{:?}", task);
            }
            if term.is_some_and(|term| term.statutory) {
                prop_assert!(untouched.contains(task), "{:?}", task);
            }
        }
    }
}
