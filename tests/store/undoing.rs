//! What was done is undone, unless it was changed since.

use peildatum::language::Language;
use peildatum::register::{CaseFile, Closing, Reason, Value, Withdrawn};
use peildatum::store::{CaseOf, EntryWrite, Operation, SqliteStore, Store, StoreError, Timelines};
use rusqlite::{Connection, params};

use super::street::{STREET, contact, correction, march, on, open, tell};
use super::support::{
    Place, address, all, change, choice, day, found, new_case, numbered, operation, record, state,
    text,
};

fn undo(store: &mut SqliteStore, action: &Operation) -> Operation {
    let by = operation();
    store.undo(action.name(), by.clone()).unwrap();
    by
}

/// One action that does this, and the case as it is then.
fn act(store: &mut SqliteStore, action: Operation) -> (Operation, Option<CaseFile>) {
    let recorded = store.record(&action).unwrap();
    (action, recorded.cases.into_iter().next())
}

fn value(store: &SqliteStore, case: &CaseFile, field: &str) -> Option<Value> {
    let case = store.cases(&[case.key]).unwrap().remove(0);
    case.state.values.get(field).cloned()
}

#[test]
fn what_was_changed_of_something_else_since_stays() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let named = state(&[("behandelaar", text("anna")), ("soort", choice("geluid"))]);
    let (named, case) = act(&mut store, operation().with(change(&case, named)));
    let case = case.unwrap();
    let mut urgent = case.state.clone();
    urgent.set("urgentie", Some(choice("hoog")));
    record(&mut store, change(&case, urgent));

    let undone = undo(&mut store, &named);
    assert_eq!(value(&store, &case, "behandelaar"), None);
    assert_eq!(value(&store, &case, "soort"), None);
    assert_eq!(value(&store, &case, "urgentie"), Some(choice("hoog")));
    let history = store.history(case.key).unwrap();
    assert_eq!(history[0].undoes.as_deref(), Some(named.id.as_str()));
    assert_eq!(
        history[0].why(Language::Dutch).as_deref(),
        Some("Ongedaan gemaakt")
    );

    let again = undo(&mut store, &undone);
    assert_eq!(value(&store, &case, "behandelaar"), Some(text("anna")));
    let history = store.history(case.key).unwrap();
    assert_eq!(history[0].operation, again.id);
    assert_eq!(
        history[0].why(Language::Dutch).as_deref(),
        Some("Opnieuw gedaan")
    );
}

#[test]
fn an_undoing_is_kept_as_what_it_is_and_told_in_the_language_of_the_reader() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let named = operation()
        .with(change(&case, state(&[("behandelaar", text("anna"))])))
        .because("{overgedragen}");
    store.record(&named).unwrap();
    let undone = undo(&mut store, &named);
    let again = undo(&mut store, &undone);
    let history = store.history(case.key).unwrap();
    let reason = |at: usize| history[at].reason.clone().unwrap();
    let said = Reason::Words("{overgedragen}".to_owned());
    assert_eq!(reason(2), said);
    assert_eq!(
        reason(1),
        Reason::Undone {
            operation: named.id.clone(),
            reason: Some(Box::new(said)),
        }
    );
    assert_eq!(
        reason(0),
        Reason::Redone {
            operation: undone.id.clone(),
        }
    );
    assert_eq!(history[0].operation, again.id);
    for (language, told) in [
        (
            Language::Dutch,
            ["Opnieuw gedaan", "Ongedaan gemaakt: {overgedragen}"],
        ),
        (Language::English, ["Done again", "Undone: {overgedragen}"]),
    ] {
        assert_eq!([0, 1].map(|at| history[at].why(language).unwrap()), told);
    }
}

#[test]
fn what_an_older_version_kept_of_an_undoing_is_told_as_it_is() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let named = operation().with(change(&case, state(&[("behandelaar", text("anna"))])));
    store.record(&named).unwrap();
    let undone = undo(&mut store, &named);
    let again = undo(&mut store, &undone);
    let history = store.history(case.key).unwrap();
    drop(store);
    for (kept, told) in [
        (
            ["Ongedaan gemaakt: verkeerde zaak", "Opnieuw gedaan"],
            ["Undone: verkeerde zaak", "Done again"],
        ),
        (
            ["Ongedaan gemaakt", "Ongedaan gemaakte wens"],
            ["Undone", "Ongedaan gemaakte wens"],
        ),
        (["Opnieuw gedaan", "{half"], ["Done again", "{half"]),
    ] {
        let older = Connection::open(&place.file).unwrap();
        let keep = "UPDATE revision SET reason = ?2 WHERE sequence = ?1";
        for (revision, reason) in [&history[1], &history[0]].into_iter().zip(kept) {
            older
                .execute(keep, params![revision.sequence, reason])
                .unwrap();
        }
        drop(older);
        let history = open(&place).history(case.key).unwrap();
        let why = |at: usize| history[at].why(Language::English).unwrap();
        assert_eq!([1, 0].map(why), told);
    }
    // What is undone now goes on from what was kept then.
    let mut store = open(&place);
    undo(&mut store, &again);
    let history = store.history(case.key).unwrap();
    let expected = Reason::Undone {
        operation: again.id,
        reason: Some(Box::new("{half".into())),
    };
    assert_eq!(history[0].reason, Some(expected));
}

#[test]
fn what_was_changed_again_is_not_undone_and_the_refusal_says_what_it_is_now() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let two = operation()
        .with(new_case(STREET, state(&[])))
        .with(new_case(STREET, state(&[])));
    let cases = store.record(&two).unwrap().cases;
    let noisy = state(&[("soort", choice("geluid"))]);
    let bulk = operation()
        .with(change(&cases[0], noisy.clone()))
        .with(change(&cases[1], noisy));
    let cases = store.record(&bulk).unwrap().cases;
    let later = Operation::by("bas", super::support::noon());
    let later = later.with(change(&cases[1], state(&[])));
    store.record(&later).unwrap();

    let refused = store.undo(&bulk.id, operation()).unwrap_err();
    let StoreError::ChangedSince {
        number,
        thing,
        now,
        actor,
        ..
    } = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(number, cases[1].number);
    assert_eq!((thing.nl.as_str(), now.nl.as_str()), ("Soort", "onbekend"));
    assert_eq!(actor, "bas");
    // Whole or not at all: the other case is as it was too.
    assert_eq!(value(&store, &cases[0], "soort"), Some(choice("geluid")));
}

#[test]
fn a_case_that_is_taken_back_is_nowhere_and_keeps_its_number() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let known = state(&[
        ("behandelaar", text("anna")),
        ("adres", address("Dorpsstraat", "4", "", "2712 AH")),
    ]);
    let made = operation()
        .with(new_case(STREET, known))
        .with_entry(EntryWrite::new(
            CaseOf::Written(0),
            contact(march(2, 9), "belde"),
        ));
    let (made, case) = act(&mut store, made);
    let case = case.unwrap();
    let undone = undo(&mut store, &made);

    let gone = store.case_by_number(STREET, &case.number).unwrap().unwrap();
    assert_eq!(gone.state.withdrawn, Some(Withdrawn::TakenBack));
    assert_eq!(found(&store, "dorpsstraat"), [""; 0]);
    assert_eq!(found(&store, &case.number), [""; 0]);
    assert!(store.tasks(STREET, day(2026, 12, 31)).unwrap().is_empty());
    let mut counted = 0;
    store.counted(STREET, &mut |_, _| counted += 1).unwrap();
    assert_eq!(counted, 0);
    assert!(store.entries(case.key).unwrap()[0].state.withdrawn);
    let next = record(&mut store, new_case(STREET, state(&[])));
    assert_ne!(next.number, case.number);
    let taken = operation().with(numbered(STREET, &case.number, state(&[])));
    assert!(matches!(
        store.record(&taken),
        Err(StoreError::NumberTaken { .. })
    ));
    // Nothing more is said of a case that is none.
    let late = operation().with_entry(on(&case, contact(march(3, 9), "weer")));
    assert!(matches!(
        store.record(&late),
        Err(StoreError::Withdrawn { .. })
    ));

    drop(store);
    let mut store = open(&place);
    undo(&mut store, &undone);
    assert_eq!(found(&store, "dorpsstraat"), [case.number.as_str()]);
    assert!(!store.entries(case.key).unwrap()[0].state.withdrawn);
}

#[test]
fn a_case_in_which_was_worked_since_is_not_taken_back() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let (made, case) = act(&mut store, operation().with(new_case(STREET, state(&[]))));
    let case = case.unwrap();
    let told = tell(&mut store, on(&case, contact(march(2, 9), "belde")));
    let refused = store.undo(&made.id, operation());
    assert!(matches!(refused, Err(StoreError::ChangedSince { .. })));

    let mut withdrawn = told.state.clone();
    withdrawn.withdrawn = true;
    tell(&mut store, correction(&told, withdrawn));
    let mut owned = case.state.clone();
    owned.set("behandelaar", Some(text("anna")));
    let (owned, _) = act(&mut store, operation().with(change(&case, owned)));
    assert!(store.undo(&made.id, operation()).is_err());
    undo(&mut store, &owned);
    undo(&mut store, &made);
    assert_eq!(
        all(&store, STREET)[0].state.withdrawn,
        Some(Withdrawn::TakenBack)
    );
}

#[test]
fn an_entry_that_was_put_right_since_is_not_undone() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    let first = operation().with_entry(on(&case, contact(march(2, 9), "belde")));
    let told = store.record(&first).unwrap().entries.remove(0);
    let right = correction(&told, contact(march(2, 9), "mailde"));
    let right = operation().with_entry(right);
    store.record(&right).unwrap();
    let refused = store.undo(&first.id, operation());
    assert!(matches!(refused, Err(StoreError::ChangedSince { .. })));
    undo(&mut store, &right);
    undo(&mut store, &first);
    let entry = store.entries(case.key).unwrap().remove(0);
    assert_eq!(entry.state.text("verslag"), Some("belde"));
    assert!(entry.state.withdrawn);
}

#[test]
fn what_a_draft_became_is_undone_by_the_name_of_the_draft() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let action = Operation {
        draft: Some("een-concept".to_owned()),
        ..operation().with(new_case(STREET, state(&[])))
    };
    store.record(&action).unwrap();
    assert!(matches!(
        store.undo(&action.id, operation()),
        Err(StoreError::NothingToUndo(_))
    ));
    undo(&mut store, &action);
    assert!(all(&store, STREET)[0].state.withdrawn.is_some());
}

#[test]
fn what_a_definition_no_longer_allows_comes_back_as_it_was() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let noisy = state(&[("soort", choice("geluid"))]);
    let case = record(&mut store, new_case(STREET, noisy));
    let mut closed = case.state.clone();
    closed.set("soort", None);
    closed.spells[0].closed = Some(Closing::on(day(2026, 3, 20)));
    let (closed, _) = act(&mut store, operation().with(change(&case, closed)));
    drop(store);
    let narrower = super::street::changed("id = \"geluid\"", "id = \"stank\"");
    let mut store = place.open_with(vec![narrower]).unwrap();
    undo(&mut store, &closed);
    assert_eq!(store.cases(&[case.key]).unwrap()[0].state, case.state);
}
