use peildatum::language::{Explain, Language};
use peildatum::register::{CaseKey, CaseState, Change, Fault, Value};
use peildatum::store::{Store, StoreError, Target};

use super::support::{
    CRIME, HOUSING, Place, SIGNALS, address, all, change, choice, found, new_case, noon, numbered,
    operation, record, several, state, text,
};

#[test]
fn a_case_comes_back_as_it_was_recorded_also_after_reopening() {
    let place = Place::new(HOUSING);
    let whole = state(&[
        ("adres", address("Dorpsstraat", "45", "A", "2712 AH")),
        ("wijk", choice("centrum")),
        ("aard", several(&["geluid", "huisdieren"])),
        ("zorgcomponent", Value::YesNo(false)),
        ("melder", text("mevrouw ’t Hart")),
    ]);
    let case = record(
        &mut place.open(&[HOUSING]),
        new_case(HOUSING, whole.clone()),
    );
    assert_eq!((case.version, &case.state), (1, &whole));
    assert_eq!(case.number, "WO-2026-00001");

    let store = place.open(&[HOUSING]);
    assert_eq!(store.cases(&[case.key]).unwrap()[0], case);
    assert_eq!(
        store.case_by_number(HOUSING, "WO-2026-00001").unwrap(),
        Some(case.clone())
    );
    assert_eq!(
        store.case_by_number(HOUSING, "WO-2026-00002").unwrap(),
        None
    );
    assert_eq!(all(&store, HOUSING), [case]);
}

#[test]
fn cases_come_in_the_order_asked_for_and_unknown_keys_are_passed_over() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let first = record(&mut store, new_case(HOUSING, state(&[])));
    let second = record(&mut store, new_case(HOUSING, state(&[])));
    let keys = [second.key, CaseKey(99), first.key];
    assert_eq!(store.cases(&keys).unwrap(), [second, first]);
}

#[test]
fn every_change_is_a_revision_with_what_was_before_and_after() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let case = record(
        &mut store,
        new_case(HOUSING, state(&[("wijk", choice("centrum"))])),
    );
    let mut moved = case.state.clone();
    moved.set("wijk", Some(choice("meerzicht")));
    let mut correction = operation().with(change(&case, moved));
    correction.reason = Some("verkeerde wijk".into());
    let corrected = store.record(&correction).unwrap().cases.remove(0);
    assert_eq!(corrected.version, 2);

    let history = store.history(case.key).unwrap();
    assert_eq!(history.len(), 2);
    let [newest, oldest] = &history[..] else {
        panic!("two revisions")
    };
    assert_eq!((newest.version, oldest.version), (2, 1));
    assert!(newest.sequence > oldest.sequence);
    assert_eq!(newest.operation, correction.id);
    assert_eq!(newest.recorded, noon());
    assert_eq!(newest.actor, "anna");
    assert_eq!(
        newest.why(Language::Dutch).as_deref(),
        Some("verkeerde wijk")
    );
    let id = "wijk".to_owned();
    let (before, after) = (Some(choice("centrum")), Some(choice("meerzicht")));
    assert_eq!(newest.changes, [Change::Field { id, before, after }]);
    assert_eq!(oldest.changes, CaseState::default().changes_to(&case.state));
}

#[test]
fn one_operation_on_several_cases_is_one_action_in_every_history() {
    let place = Place::new("ondermijning");
    let mut store = place.open(&[SIGNALS, CRIME]);
    let both = operation()
        .with(new_case(SIGNALS, state(&[])))
        .with(new_case(CRIME, state(&[])));
    let recorded = store.record(&both).unwrap();
    let [signal, case] = &recorded.cases[..] else {
        panic!("two cases")
    };
    assert_eq!(
        (signal.register.as_str(), case.register.as_str()),
        (SIGNALS, CRIME)
    );
    for key in [signal.key, case.key] {
        assert_eq!(store.history(key).unwrap()[0].operation, both.id);
    }
}

#[test]
fn a_write_that_changes_nothing_makes_no_revision() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let case = record(
        &mut store,
        new_case(HOUSING, state(&[("melder", text("Bakker"))])),
    );
    let same = record(&mut store, change(&case, case.state.clone()));
    assert_eq!(same, case);
    assert_eq!(store.history(case.key).unwrap().len(), 1);
}

#[test]
fn a_stale_save_is_a_conflict_that_shows_what_is_stored_and_writes_nothing() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let case = record(&mut store, new_case(HOUSING, state(&[])));
    let theirs = record(
        &mut store,
        change(&case, state(&[("melder", text("Bakker"))])),
    );

    let mine = change(&case, state(&[("melder", text("Visser"))]));
    let refused = store.record(&operation().with(new_case(HOUSING, state(&[]))).with(mine));
    let Err(StoreError::Conflict { number, stored, .. }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(number, case.number);
    assert_eq!(*stored, theirs);
    assert_eq!(all(&store, HOUSING), [theirs]);
    assert_eq!(store.history(case.key).unwrap().len(), 2);
}

#[test]
fn an_operation_is_recorded_whole_or_not_at_all() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    record(&mut store, numbered(HOUSING, "2025-1", state(&[])));
    let codes = |store: &dyn Store| store.counted(HOUSING, &mut |_, _| {}).unwrap();
    let before = codes(&store);

    let refused = store.record(
        &operation()
            .with(new_case(HOUSING, state(&[("wijk", choice("rokkeveen"))])))
            .with(new_case(HOUSING, state(&[("melder", text("Vergeten"))])))
            .with(numbered(HOUSING, "2025-1", state(&[])))
            .with(new_case(HOUSING, state(&[]))),
    );
    let Err(StoreError::NumberTaken { number, .. }) = &refused else {
        panic!("{refused:?}")
    };
    assert_eq!(number, "2025-1");
    assert_eq!(all(&store, HOUSING).len(), 1);
    assert_eq!(codes(&store), before);
    assert!(found(&store, "vergeten").is_empty());
    assert_eq!(store.changes_since(0).unwrap().cases.len(), 1);
    // The series did not move either.
    assert_eq!(
        record(&mut store, new_case(HOUSING, state(&[]))).number,
        "WO-2026-00001"
    );
}

#[test]
fn a_state_that_the_definition_does_not_allow_is_refused_with_everything_wrong_with_it() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let mut wrong = state(&[("wijk", choice("atlantis")), ("melder", Value::YesNo(true))]);
    wrong.spells.clear();
    let write = operation()
        .with(new_case(HOUSING, state(&[])))
        .with(new_case(HOUSING, wrong));
    let refused = store.record(&write).unwrap_err();
    let StoreError::Invalid { problems, .. } = &refused else {
        panic!("{refused:?}")
    };
    let faults: Vec<&Fault> = problems.iter().map(|problem| &problem.fault).collect();
    let unknown = Fault::UnknownChoice("atlantis".to_owned());
    assert_eq!(faults, [&Fault::NoBegin, &Fault::WrongKind, &unknown]);
    assert!(refused.explain(Language::Dutch).contains(HOUSING));
    assert!(all(&store, HOUSING).is_empty());
}

#[test]
fn a_choice_that_left_the_definition_stops_nobody_who_changes_something_else() {
    let place = Place::new(HOUSING);
    let owned = |eigendom| state(&[("eigendom", choice(eigendom))]);
    let case = record(
        &mut place.open(&[HOUSING]),
        new_case(HOUSING, owned("koop")),
    );
    let without = super::support::altered(HOUSING, "id = \"koop\"", "id = \"eigen\"");
    let mut store = place.open_with(vec![without]).unwrap();
    let mut moved = case.state.clone();
    moved.set("wijk", Some(choice("centrum")));
    let case = record(&mut store, change(&case, moved.clone()));
    assert_eq!(case.state, moved, "what it was is kept");
    for write in [
        change(&case, owned("kraak")),
        new_case(HOUSING, owned("koop")),
    ] {
        let refused = store.record(&operation().with(write)).unwrap_err();
        assert!(matches!(refused, StoreError::Invalid { .. }), "{refused:?}");
    }
}

#[test]
fn a_number_that_json_cannot_hold_is_refused() {
    let place = Place::new("toezicht");
    let definition = super::support::altered(HOUSING, "kind = \"person\"", "kind = \"number\"");
    let mut store = place.open_with(vec![definition]).unwrap();
    for number in [f64::NAN, f64::INFINITY] {
        let write = new_case(HOUSING, state(&[("melder", Value::Number(number))]));
        let refused = store.record(&operation().with(write));
        assert!(
            matches!(refused, Err(StoreError::Invalid { .. })),
            "{refused:?}"
        );
    }
}

#[test]
fn a_case_or_register_that_is_not_here_is_named() {
    let place = Place::new("ondermijning");
    let mut store = place.open(&[SIGNALS, CRIME]);
    let case = record(&mut store, new_case(CRIME, state(&[])));

    let refused = store.record(&operation().with(new_case(HOUSING, state(&[]))));
    let Err(StoreError::UnknownRegister { register, known }) = refused else {
        panic!()
    };
    assert_eq!((register.as_str(), known.len()), (HOUSING, 2));

    let mut elsewhere = change(&case, state(&[]));
    elsewhere.register = SIGNALS.to_owned();
    let mut gone = change(&case, state(&[]));
    gone.target = Target::Existing {
        key: CaseKey(99),
        version: 1,
    };
    for write in [elsewhere, gone] {
        let refused = store.record(&operation().with(write));
        assert!(
            matches!(refused, Err(StoreError::MissingCase { .. })),
            "{refused:?}"
        );
    }
}

#[test]
fn changes_since_a_revision_name_each_case_once() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let nothing = store.changes_since(0).unwrap();
    assert_eq!((nothing.up_to, nothing.cases.len()), (0, 0));
    let first = record(&mut store, new_case(HOUSING, state(&[])));
    let second = record(&mut store, new_case(HOUSING, state(&[])));
    let all = store.changes_since(0).unwrap();
    assert_eq!(all.cases, [first.key, second.key]);

    let first = record(
        &mut store,
        change(&first, state(&[("melder", text("Bakker"))])),
    );
    record(
        &mut store,
        change(&first, state(&[("melder", text("Visser"))])),
    );
    let later = store.changes_since(all.up_to).unwrap();
    assert_eq!(later.cases, [first.key]);
    assert_eq!(later.up_to, all.up_to + 2);
    assert_eq!(store.changes_since(later.up_to).unwrap().up_to, later.up_to);
}
