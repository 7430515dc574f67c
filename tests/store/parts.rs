//! An action of which the parts are handed over one by one is one action all the same: whole or not at all, undone at once.

use peildatum::register::{CaseKey, Packed, Revision, Withdrawn};
use peildatum::store::{
    CaseOf, EntryWrite, GivenNumbers, Operation, Recorder, Search, SqliteStore, Store, StoreError,
    Timelines, Write,
};

use super::street::{STREET, contact, march, on, open, tasks, timeline};
use super::support::{
    HOUSING, Place, address, all, change, choice, found, new_case, numbered, operation, record,
    state, text,
};

/// What everybody may see of a file: numbers, states, histories, figures, search and tasks.
fn seen(store: &SqliteStore, register: &str) -> Vec<String> {
    let told = |revision: &Revision| format!("{:?} {:?}", revision.version, revision.changes);
    let cases = all(store, register).into_iter().map(|case| {
        let history: Vec<String> = store.history(case.key).unwrap().iter().map(told).collect();
        let entries = timeline(store, &case);
        let (number, version, state) = (case.number, case.version, case.state);
        format!("{number} {version} {state:?} {history:?} {entries:?}")
    });
    let mut seen: Vec<String> = cases.collect();
    let mut counted = |key: CaseKey, packed: Packed<'_>| seen.push(format!("{key:?} {packed:?}"));
    let codebook = store.counted(register, &mut counted).unwrap();
    seen.push(format!("{codebook:?} {:?}", found(store, "kade")));
    seen
}

fn at_quay(house: usize) -> Write {
    let kind = choice("geluid");
    let address = address("Kade", &house.to_string(), "", "2712 AH");
    new_case(STREET, state(&[("soort", kind), ("adres", address)]))
}

fn told() -> EntryWrite {
    EntryWrite::new(CaseOf::Written(0), contact(march(2, 9), "gebeld"))
}

/// Records these writes part by part, each with an entry on its timeline.
fn record_parts(
    store: &mut SqliteStore,
    operation: &Operation,
    writes: &[Write],
) -> Result<Option<String>, StoreError> {
    store.record_parts(operation, &GivenNumbers::new(), &mut |recorder| {
        for write in writes {
            recorder.add(std::slice::from_ref(write), &[told()])?;
        }
        Ok(())
    })
}

#[test]
fn what_comes_in_parts_is_what_comes_at_once() {
    let (one, other) = (Place::new("straat"), Place::new("straat"));
    let (mut parts, mut whole) = (open(&one), open(&other));
    let writes: Vec<Write> = (1..=5).map(at_quay).collect();
    let action = operation();
    let recorded = record_parts(&mut parts, &action, &writes).unwrap();
    assert_eq!(recorded.as_deref(), Some(action.name()));

    let mut at_once = operation();
    for (at, write) in writes.into_iter().enumerate() {
        at_once = at_once.with(write).with_entry(EntryWrite {
            of: CaseOf::Written(at),
            ..told()
        });
    }
    whole.record(&at_once).unwrap();
    assert_eq!(seen(&parts, STREET), seen(&whole, STREET));
    assert_eq!(tasks(&parts, 31), tasks(&whole, 31));
    assert_eq!(found(&parts, "kade").len(), 5);
}

#[test]
fn one_refused_write_in_the_middle_leaves_nothing_of_the_action() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let case = record(&mut store, numbered(HOUSING, "A", state(&[])));
    let before = seen(&store, HOUSING);
    let also = change(&case, state(&[("melder", text("Bakker"))]));
    let writes = [also, new_case(HOUSING, state(&[("melder", text("Kade"))]))];
    let taken = [numbered(HOUSING, "A", state(&[]))];
    // Also where whoever hands the parts over does not listen.
    for listens in [true, false] {
        let refused = store.record_parts(&operation(), &GivenNumbers::new(), &mut |recorder| {
            recorder.add(&writes, &[])?;
            let added = recorder.add(&taken, &[]);
            if listens { added } else { Ok(()) }
        });
        assert!(
            matches!(&refused, Err(StoreError::NumberTaken { number, .. }) if number == "A"),
            "{refused:?}"
        );
        assert_eq!(seen(&store, HOUSING), before);
    }
    let next = record(&mut store, new_case(HOUSING, state(&[])));
    assert_eq!(next.number, "WO-2026-00001", "no number was used up");
}

#[test]
fn who_stops_in_the_middle_writes_nothing() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let stopped = store.record_parts(&operation(), &GivenNumbers::new(), &mut |recorder| {
        recorder.add(&[at_quay(1)], &[told()])?;
        Err(StoreError::Stopped)
    });
    assert!(matches!(stopped, Err(StoreError::Stopped)), "{stopped:?}");
    assert_eq!(all(&store, STREET), []);
    assert_eq!(found(&store, "kade"), [""; 0]);
    let nothing = record_parts(&mut store, &operation(), &[]).unwrap();
    assert_eq!(nothing, None, "what changed nothing is no action");
}

#[test]
fn all_parts_are_undone_at_once_and_done_again() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let known = record(&mut store, at_quay(9));
    let before = known.state.clone();
    let mut moved = before.clone();
    moved.set("adres", Some(address("Kade", "10", "", "2712 AH")));
    let writes = [at_quay(1), change(&known, moved.clone()), at_quay(2)];
    let action = record_parts(&mut store, &operation(), &writes).unwrap();
    let whole = seen(&store, STREET);
    let states = |store: &SqliteStore| -> Vec<_> {
        let cases = all(store, STREET).into_iter();
        cases
            .map(|case| (case.state.withdrawn.clone(), case.state))
            .collect()
    };
    let after = states(&store);

    let undo = operation();
    store.undo(&action.unwrap(), undo.clone()).unwrap();
    let undone = states(&store);
    assert_eq!(undone[0], (None, before));
    for new in [&undone[1], &undone[2]] {
        assert_eq!(new.0, Some(Withdrawn::TakenBack));
    }
    assert_eq!(found(&store, "kade"), [known.number.as_str()]);

    store.undo(undo.name(), operation()).unwrap();
    assert_eq!(states(&store), after);
    let figures = |seen: &[String]| seen.last().cloned();
    assert_eq!(figures(&seen(&store, STREET)), figures(&whole));
}

#[test]
fn a_number_that_comes_later_in_the_action_is_given_to_no_other_case() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let numbers = GivenNumbers::from([(HOUSING, "WO-2026-00001")]);
    let recorded = store.record_parts(&operation(), &numbers, &mut |recorder| {
        recorder.add(&[new_case(HOUSING, state(&[]))], &[])?;
        recorder.add(&[numbered(HOUSING, "WO-2026-00001", state(&[]))], &[])
    });
    recorded.unwrap();
    let cases = all(&store, HOUSING).into_iter();
    let numbers: Vec<String> = cases.map(|case| case.number).collect();
    assert_eq!(numbers, ["WO-2026-00002", "WO-2026-00001"]);
}

#[test]
fn a_later_part_sees_what_an_earlier_one_made() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, at_quay(1));
    let mut moved = case.state.clone();
    moved.set("adres", Some(address("Singel", "1", "", "")));
    let look = |recorder: &dyn Recorder| recorder.case(case.key).unwrap().unwrap();
    let recorded = store.record_parts(&operation(), &GivenNumbers::new(), &mut |recorder| {
        assert_eq!(look(recorder), case);
        assert_eq!(recorder.case(CaseKey(99)).unwrap(), None);
        recorder.add(&[change(&case, moved.clone())], &[])?;
        assert_eq!(look(recorder).state, moved);
        // An entry on a case that an earlier part wrote.
        recorder.add(&[], &[on(&case, contact(march(3, 9), "gemaild"))])
    });
    recorded.unwrap();
    assert_eq!(store.entries(case.key).unwrap().len(), 1);
    assert_eq!(found(&store, "singel"), [case.number.as_str()]);
    assert_eq!(store.search("kade", 5).unwrap(), []);
}
