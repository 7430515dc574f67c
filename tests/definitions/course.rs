//! How a case runs: what is only intended or applied for has not begun, and what holds until a day is over after it.

use std::sync::Arc;

use chrono::NaiveTime;
use peildatum::figures::{Columns, Figure, Measure, Period, Slice, Standing};
use peildatum::register::{
    CaseKey, CaseProblem, CaseState, Closing, Definition, Fault, Mistake, MovedFigures, MovedYear,
    Registers, Spell, TaskSource, Value,
};

use super::support::{day, mistakes, not_one_of};

const BANS: &str = "gebiedsverboden";
const HOUSE_BANS: &str = "huisverboden";
const YOUTH: &str = "jeugdaanpak";

fn definition(register: &str) -> Arc<Definition> {
    Arc::clone(Registers::shipped().unwrap().get(register).unwrap())
}

/// A ban imposed on this day that holds until that one.
fn ban(opened: &str, until: &str) -> CaseState {
    let mut state = CaseState {
        spells: vec![Spell::since(day(opened))],
        status: Some("opgelegd".to_owned()),
        ..CaseState::default()
    };
    state.set("geldig-tot", Some(Value::Date(day(until))));
    state
}

/// A case that came on this day and has yet to begin.
fn waiting(since: &str, status: &str) -> CaseState {
    CaseState {
        preparation: Some(Spell::since(day(since))),
        status: Some(status.to_owned()),
        ..CaseState::default()
    }
}

fn faults(problems: Vec<CaseProblem>) -> Vec<(String, Fault)> {
    let problems = problems.into_iter();
    problems
        .map(|problem| (problem.subject, problem.fault))
        .collect()
}

fn count(definition: &Arc<Definition>, cases: &[CaseState], measure: Measure, year: &str) -> u64 {
    let keyed = cases
        .iter()
        .zip(1..)
        .map(|(state, at)| (CaseKey(at), state));
    let columns = Columns::of_cases(Arc::clone(definition), keyed).unwrap();
    let period = Period::parse(year).unwrap();
    columns.total(&Slice::whole(), period, measure).unwrap()
}

#[test]
fn a_ban_that_lapses_on_a_sunday_is_over_on_the_monday() {
    let bans = definition(BANS);
    // The fifteenth of March 2026 is a Sunday.
    let state = ban("2025-12-15", "2026-03-15");
    assert!(bans.runs_on(&state, day("2026-03-15")));
    assert!(!bans.runs_on(&state, day("2026-03-16")));
    let ending = bans.ending(&state).unwrap();
    assert_eq!(ending.date, day("2026-03-16"));
    assert_eq!(ending.outcome.as_deref(), Some("afgelopen"));
    assert_eq!(state.closing(), None, "nobody typed it");
    let status = bans.status_on(&state, day("2026-03-16")).unwrap();
    assert_eq!(status.choice.id, "beeindigd");
    assert_eq!(
        bans.standing(&state, day("2026-03-15"))
            .1
            .unwrap()
            .choice
            .id,
        "opgelegd"
    );
    let cases = [state];
    assert_eq!(count(&bans, &cases, Measure::Closing, "2025"), 1);
    assert_eq!(count(&bans, &cases, Measure::Finished, "2026"), 1);
    assert_eq!(
        count(&bans, &cases, Measure::Closing, "2026-03-01..2026-03-15"),
        1
    );
    assert_eq!(
        count(&bans, &cases, Measure::Closing, "2026-03-01..2026-03-16"),
        0
    );
}

#[test]
fn a_sunday_moves_a_term_of_objection_and_not_a_ban() {
    let bans = definition(BANS);
    let mut state = ban("2026-02-01", "2026-03-15");
    state.set("grondslag", Some(Value::Choice("apv".to_owned())));
    state.set("bekendgemaakt-op", Some(Value::Date(day("2026-02-01"))));
    let term = bans.term("bezwaartermijn").unwrap();
    assert_eq!(bans.due(term, &state).unwrap().day, day("2026-03-16"));
    // Six weeks after this day is Good Friday.
    state.set("bekendgemaakt-op", Some(Value::Date(day("2026-02-20"))));
    assert_eq!(bans.due(term, &state).unwrap().day, day("2026-04-07"));
    let end = bans.term("verlengen").unwrap();
    assert_eq!(bans.due(end, &state).unwrap().day, day("2026-03-15"));
}

#[test]
fn a_house_ban_is_over_on_the_day_of_its_hour() {
    let bans = definition(HOUSE_BANS);
    let mut state = CaseState {
        spells: vec![Spell::since(day("2026-03-02"))],
        status: Some("opgelegd".to_owned()),
        ..CaseState::default()
    };
    let hour = NaiveTime::from_hms_opt(14, 30, 0).unwrap();
    let until = day("2026-03-12").and_time(hour);
    state.set("geldig-tot", Some(Value::DateTime(until)));
    assert!(bans.runs_on(&state, day("2026-03-11")));
    assert!(!bans.runs_on(&state, day("2026-03-12")));
}

#[test]
fn an_extension_moves_the_end_and_the_earlier_of_two_ends_holds() {
    let bans = definition(BANS);
    let mut state = ban("2026-01-01", "2026-03-31");
    state.set("verlengd-tot", Some(Value::Date(day("2026-06-30"))));
    assert_eq!(bans.ending(&state).unwrap().date, day("2026-07-01"));
    let mut withdrawn = Closing::on(day("2026-05-10"));
    withdrawn.outcome = Some("ingetrokken".to_owned());
    state.spells[0].closed = Some(withdrawn.clone());
    assert_eq!(bans.ending(&state), Some(withdrawn.clone()));
    // What was said of the outcome holds, also where it was said too late.
    withdrawn.date = day("2026-08-10");
    state.spells[0].closed = Some(withdrawn);
    let ending = bans.ending(&state).unwrap();
    assert_eq!(
        (ending.date, ending.outcome.as_deref()),
        (day("2026-07-01"), Some("ingetrokken"))
    );
}

#[test]
fn a_ban_that_is_reopened_after_it_lapsed_needs_another_end() {
    let bans = definition(BANS);
    let mut state = ban("2026-01-01", "2026-03-31");
    state.spells[0].closed = bans.ending(&state);
    state.spells.push(Spell::since(day("2026-05-01")));
    let found = faults(bans.check(&state));
    let opened = day("2026-05-01");
    assert_eq!(
        found,
        [("geldig-tot".to_owned(), Fault::LapsedBefore { opened })]
    );
    assert_eq!(bans.ending(&state), None, "the old end ends nothing now");
    state.set("geldig-tot", Some(Value::Date(day("2026-07-31"))));
    assert_eq!(faults(bans.check(&state)), []);
    assert_eq!(bans.ending(&state).unwrap().date, day("2026-08-01"));
}

#[test]
fn work_on_a_ban_stops_when_it_lapses_and_an_objection_goes_on() {
    let bans = definition(BANS);
    let mut state = ban("2026-01-05", "2026-03-31");
    state.set(
        "grondslag",
        Some(Value::Choice("gemeentewet-172a".to_owned())),
    );
    state.set("bekendgemaakt-op", Some(Value::Date(day("2026-01-06"))));
    state.set("bezwaar", Some(Value::Choice("ingediend".to_owned())));
    state.set("bezwaar-op", Some(Value::Date(day("2026-02-01"))));
    let tasks = bans.tasks(&state, &[]);
    let until = |id: &str| {
        let source = TaskSource::Term(id.to_owned());
        tasks
            .iter()
            .find(|task| task.source == source)
            .unwrap()
            .until
    };
    assert_eq!(until("verlengen"), Some(day("2026-04-01")));
    assert_eq!(until("beslissen-op-bezwaar"), None);
    state.spells[0].closed = bans.ending(&state);
    let tasks = bans.tasks(&state, &[]);
    let sources: Vec<&str> = tasks.iter().map(|task| task.source.name()).collect();
    assert_eq!(sources, ["beslissen-op-bezwaar"]);
}

#[test]
fn an_intention_that_becomes_a_decision_in_the_next_year_counts_there() {
    let bans = definition(BANS);
    let intended = waiting("2025-12-20", "voornemen");
    assert_eq!(faults(bans.check(&intended)), []);
    let cases = [intended.clone()];
    for measure in [
        Measure::Handled,
        Measure::Inflow,
        Measure::Closing,
        Measure::Finished,
    ] {
        assert_eq!(count(&bans, &cases, measure, "2025"), 0, "{measure:?}");
    }
    assert_eq!(count(&bans, &cases, Measure::Preparation, "2025"), 1);
    // Its begin is asked as soon as it stands elsewhere.
    let mut imposed = intended;
    imposed.status = Some("opgelegd".to_owned());
    assert_eq!(
        faults(bans.check(&imposed)),
        [("begin".to_owned(), Fault::NoBegin)]
    );
    imposed.spells.push(Spell::since(day("2026-01-12")));
    assert_eq!(faults(bans.check(&imposed)), []);
    let cases = [imposed];
    assert_eq!(
        count(&bans, &cases, Measure::Preparation, "2025"),
        1,
        "as it stood then"
    );
    assert_eq!(count(&bans, &cases, Measure::Inflow, "2025"), 0);
    assert_eq!(count(&bans, &cases, Measure::Inflow, "2026"), 1);
    assert_eq!(count(&bans, &cases, Measure::Preparation, "2026"), 0);
}

#[test]
fn whoever_is_registered_is_no_participant_until_admitted_and_may_never_be() {
    let youth = definition(YOUTH);
    let registered = waiting("2024-11-01", "aangemeld");
    let mut refused = waiting("2024-03-01", "beeindigd");
    let mut closing = Closing::on(day("2024-04-01"));
    closing.outcome = Some("niet-opgenomen".to_owned());
    refused.preparation.as_mut().unwrap().closed = Some(closing);
    assert_eq!(faults(youth.check(&refused)), []);
    let admitted = CaseState {
        spells: vec![Spell::since(day("2024-02-01"))],
        status: Some("in-begeleiding".to_owned()),
        ..CaseState::default()
    };
    let cases = [registered, refused.clone(), admitted];
    assert_eq!(count(&youth, &cases, Measure::Handled, "2024"), 1);
    assert_eq!(count(&youth, &cases, Measure::Closing, "2024"), 1);
    assert_eq!(count(&youth, &cases, Measure::Preparation, "2024"), 1);
    assert_eq!(count(&youth, &cases, Measure::Preparation, "2024-q1"), 1);
    // A participant does not end as one who never was, nor the other way round.
    let closing = refused.preparation.as_mut().unwrap().closed.as_mut();
    closing.unwrap().outcome = Some("verhuisd".to_owned());
    let found = faults(youth.check(&refused));
    assert!(matches!(&found[..], [(at, Fault::OutcomeOfBegun(_))] if at == "uitkomst"));
}

#[test]
fn a_list_has_what_is_in_preparation_and_no_figure_has() {
    let youth = definition(YOUTH);
    let waits = waiting("2024-11-01", "aangemeld");
    let keyed = [(CaseKey(1), &waits)];
    let columns = Columns::of_cases(Arc::clone(&youth), keyed).unwrap();
    let rows = |standing| columns.rows_standing(&Slice::whole(), standing).unwrap();
    assert_eq!(rows(Standing::Running(day("2024-12-31"))), [0]);
    assert_eq!(rows(Standing::Any), [0]);
    assert_eq!(rows(Standing::Finished(day("2024-12-31"))), [0; 0]);
    let figure = Figure {
        entries: None,
        rows: vec!["status".to_owned()],
        columns: vec!["stand".to_owned()],
        measure: Measure::Preparation,
        period: Period::parse("2024").unwrap(),
        slice: Slice::whole(),
    };
    let table = columns.crosstab(&figure).unwrap();
    assert_eq!(table.total, 1);
    let place = table.column_keys.iter().position(|key| key == &["lopend"]);
    assert_eq!(table.column_totals[place.unwrap()], 1, "it is not finished");
}

#[test]
fn the_status_of_a_lapsed_ban_is_that_of_the_reference_date() {
    let bans = definition(BANS);
    let state = ban("2025-12-15", "2026-03-15");
    let keyed = [(CaseKey(1), &state)];
    let columns = Columns::of_cases(Arc::clone(&bans), keyed).unwrap();
    let status = |period: &str| {
        let figure = Figure {
            entries: None,
            rows: vec!["status".to_owned()],
            columns: Vec::new(),
            measure: Measure::Handled,
            period: Period::parse(period).unwrap(),
            slice: Slice::whole().and("status", "beeindigd"),
        };
        columns.crosstab(&figure).unwrap().total
    };
    assert_eq!(status("2026-03-01..2026-03-15"), 0);
    assert_eq!(status("2026-03-01..2026-03-31"), 1);
}

#[test]
fn what_begins_without_an_intention_says_why() {
    let bans = definition(BANS);
    let asked = |state: &CaseState| {
        let missing = bans.missing(state).into_iter();
        missing.map(|problem| problem.subject).collect::<Vec<_>>()
    };
    let id = "geen-voornemen".to_owned();
    let mut state = ban("2026-01-01", "2026-03-01");
    assert!(asked(&state).contains(&id));
    state.preparation = Some(Spell::since(day("2025-12-01")));
    assert!(!asked(&state).contains(&id));
    // An intention lacks nothing yet of what the decision needs.
    assert_eq!(asked(&waiting("2025-12-01", "voornemen")), [""; 0]);
}

#[test]
fn a_case_of_an_earlier_definition_is_brought_to_where_it_stands_now() {
    let youth = definition(YOUTH);
    let mut stored = CaseState {
        spells: vec![Spell::since(day("2023-05-01"))],
        status: Some("aangemeld".to_owned()),
        ..CaseState::default()
    };
    let brought = youth.brought_up(&stored).unwrap();
    assert_eq!(brought, waiting("2023-05-01", "aangemeld"));
    assert_eq!(youth.brought_up(&brought), None, "twice changes nothing");
    let mut moved = MovedFigures::default();
    moved.add(&stored.spells, &youth.spells_to_end(&brought), 2024);
    let year = |inflow, closing| MovedYear {
        inflow,
        finished: 0,
        closing,
    };
    assert_eq!(moved.0, [(2023, year(-1, -1)), (2024, year(0, -1))].into());
    stored.status = Some("monitoring".to_owned());
    assert_eq!(youth.brought_up(&stored), None);
}

#[test]
fn mistakes_about_the_course_are_named() {
    let from = "fields = [\"verlengd-tot\", \"geldig-tot\"]";
    let found = mistakes(BANS, from, "fields = [\"wijk\"]");
    assert_eq!(found[0].0, "ends_at.fields");
    let outcome = "outcome = \"afgelopen\"";
    let found = mistakes(HOUSE_BANS, outcome, "outcome = \"voorbij\"");
    assert_eq!(found[0].0, "ends_at.outcome");
    let found = mistakes(BANS, "procedure = \"besluit\"", "procedure = \"besloten\"");
    let expected = not_one_of("besloten", &["besluit"]);
    assert!(
        found.contains(&("procedure".to_owned(), expected)),
        "{found:?}"
    );
    let before = "open = true\nbefore = true\n";
    let found = mistakes(YOUTH, before, "open = true\n");
    let needs = Mistake::PreparationNeeds("[[status]] before = true".to_owned());
    assert!(
        found.contains(&("preparation".to_owned(), needs)),
        "{found:?}"
    );
    let found = mistakes(YOUTH, "from = \"einde\"", "from = \"wijk\"");
    assert_eq!(found[0].0, "retention.from");
}
