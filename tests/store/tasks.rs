//! What is to be done follows from a case and its timeline.

use peildatum::register::{CaseState, Closing, Due, Spell, TaskSource, Value};
use peildatum::store::{CaseOf, EntryWrite, OpenTask, Store, Timelines};

use super::street::{
    STREET, changed, contact, correction, march, on, open, put_off, settled, tasks, tell,
};
use super::support::{Place, change, choice, day, new_case, operation, record, state, text};

fn planned(what: &str, due: u32) -> CaseState {
    state(&[
        ("volgende-actie", text(what)),
        ("actie-uiterlijk", Value::Date(day(2026, 3, due))),
    ])
}

fn task(number: &str, source: &str, due: &str) -> (String, String, String) {
    (number.to_owned(), source.to_owned(), due.to_owned())
}

#[test]
fn a_task_follows_from_the_case_and_from_what_stands_on_its_timeline() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, planned("huisbezoek", 20)));
    let number = case.number.as_str();
    let answer = task(number, "eerste-reactie", "03-06");
    let visit = task(number, "volgende-actie", "03-20");
    assert_eq!(tasks(&store, 1), [answer.clone(), visit.clone()]);

    let entry = tell(&mut store, on(&case, contact(march(2, 9), "gebeld")));
    assert_eq!(tasks(&store, 1), std::slice::from_ref(&visit));
    let mut back = entry.state.clone();
    back.withdrawn = true;
    tell(&mut store, correction(&entry, back));
    assert_eq!(tasks(&store, 1), [answer, visit]);
    drop(store);
    assert_eq!(tasks(&open(&place), 1).len(), 2, "they are kept");
}

#[test]
fn a_case_with_its_first_contact_in_one_operation_needs_no_first_answer() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let whole = operation()
        .with(new_case(STREET, planned("huisbezoek", 20)))
        .with_entry(EntryWrite::new(
            CaseOf::Written(0),
            contact(march(1, 9), "x"),
        ));
    let case = store.record(&whole).unwrap().cases.remove(0);
    let visit = task(&case.number, "volgende-actie", "03-20");
    assert_eq!(tasks(&store, 1), [visit]);
}

#[test]
fn what_was_said_last_of_a_task_stands_also_within_one_minute() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, planned("huisbezoek", 20)));
    let number = case.number.as_str();
    let visit = task(number, "volgende-actie", "03-20");
    let off = put_off("eerste-reactie", march(2, 9), 12);
    tell(&mut store, on(&case, off));
    let later = task(number, "eerste-reactie", "03-12");
    assert_eq!(tasks(&store, 1), [later, visit.clone()]);
    tell(
        &mut store,
        on(&case, settled("eerste-reactie", march(2, 9))),
    );
    assert_eq!(tasks(&store, 1), [visit]);
}

#[test]
fn tasks_come_in_the_order_in_which_they_are_due_with_owner_and_priority() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let urgent = |due, urgency| {
        let mut state = planned("bellen", due);
        state.set("urgentie", Some(choice(urgency)));
        state.set("behandelaar", Some(text("B. Verzonnen")));
        state
    };
    let states = [
        planned("bellen", 5),
        urgent(5, "hoog"),
        urgent(4, "laag"),
        state(&[]),
    ];
    let cases = states.map(|state| record(&mut store, new_case(STREET, state)));
    let open = store.tasks(STREET, day(2026, 3, 31)).unwrap();
    let next: Vec<&OpenTask> = open
        .iter()
        .filter(|task| task.source != TaskSource::Term("eerste-reactie".to_owned()))
        .collect();
    let places: Vec<_> = next.iter().map(|task| task.case).collect();
    assert_eq!(
        places,
        [cases[2].key, cases[1].key, cases[0].key, cases[3].key]
    );
    let priorities: Vec<u8> = next.iter().map(|task| task.priority).collect();
    assert_eq!(priorities, [2, 0, 1, 1]);
    assert_eq!(next[0].owner.as_deref(), Some("B. Verzonnen"));
    assert_eq!(next[2].owner, None);
    assert_eq!(next[3].source, TaskSource::Idle);
    assert_eq!(next[3].due, Due::on(day(2026, 3, 31)));
    assert_eq!(next[3].register, STREET);
    // A case that lies still is shown on the day, not before it.
    let before = store.tasks(STREET, day(2026, 3, 30)).unwrap();
    assert_eq!(before.len(), open.len() - 1);
}

#[test]
fn a_case_that_is_closed_asks_for_nothing_until_it_is_opened_again() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, planned("bellen", 5)));
    let mut closed = case.state.clone();
    closed.spells[0].closed = Some(Closing::on(day(2026, 3, 9)));
    let case = record(&mut store, change(&case, closed.clone()));
    assert_eq!(tasks(&store, 31), []);
    closed.spells.push(Spell::since(day(2026, 3, 12)));
    record(&mut store, change(&case, closed));
    let number = case.number.as_str();
    let next = task(number, "volgende-actie", "03-12");
    let answer = task(number, "eerste-reactie", "03-17");
    assert_eq!(tasks(&store, 31), [next, answer]);
}

#[test]
fn another_definition_has_the_tasks_made_anew_on_opening() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, planned("bellen", 20)));
    drop(store);
    let stricter = changed("days = 5", "days = 3");
    let store = place.open_with(vec![stricter]).unwrap();
    let number = case.number.as_str();
    let next = task(number, "volgende-actie", "03-20");
    let answer = |due| task(number, "eerste-reactie", due);
    assert_eq!(tasks(&store, 1), [answer("03-04"), next.clone()]);
    drop(store);
    let other = changed(
        "done_by = { entry = \"contact\" }",
        "done_by = { field = \"soort\" }",
    );
    let mut store = place.open_with(vec![other]).unwrap();
    assert_eq!(tasks(&store, 1), [answer("03-06"), next.clone()]);
    let mut known = case.state.clone();
    known.set("soort", Some(choice("geluid")));
    record(&mut store, change(&case, known));
    assert_eq!(tasks(&store, 1), [next]);
}
