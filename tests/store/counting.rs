use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use peildatum::figures::{Columns, Measure, Period, Slice};
use peildatum::register::{
    CaseKey, Closing, Codebook, Counted, Definition, EntryState, Layout, Packed, Spell, Value,
    day_number,
};
use peildatum::store::{CaseOf, EntryWrite, Search, SqliteStore, Store, StoreError, Timelines};

use super::street::{self, STREET, contact, correction, definition, march, on, open, tell};
use super::support::{
    HOUSING, Place, all, altered, change, choice, day, new_case, operation, record, several,
    shipped, state, text,
};

/// What is counted of every case, read back by the layout of this definition.
fn counted(store: &SqliteStore, definition: &Definition) -> (BTreeMap<CaseKey, Counted>, Codebook) {
    let layout = Layout::of(definition);
    let mut cases = BTreeMap::new();
    let codebook = store
        .counted(&definition.id, &mut |key, packed| match packed {
            Packed::Case(packed) => {
                let mut counted = Counted::default();
                layout
                    .unpack(packed, &mut counted)
                    .expect("packed by this layout");
                cases.insert(key, counted);
            }
            Packed::Entries(packed) => {
                let case = cases.get_mut(&key).expect("the case comes first");
                layout
                    .unpack_entries(packed, |entry| case.entries.push(entry.clone()))
                    .expect("packed by this layout");
            }
        })
        .unwrap();
    (cases, codebook)
}

/// What is counted is what would be counted of every case as it is stored.
fn assert_in_step(store: &SqliteStore, definition: &Definition) {
    let (cases, codebook) = counted(store, definition);
    let layout = Layout::of(definition);
    let mut learning = codebook.clone();
    let expected = all(store, &definition.id).into_iter().map(|case| {
        let timeline = store.entries(case.key).unwrap().into_iter();
        // From the earliest, as they are counted.
        let timeline: Vec<_> = timeline.rev().map(|entry| entry.state).collect();
        let counted = layout.count(&case.state, &timeline, &mut learning);
        (case.key, counted.unwrap())
    });
    assert_eq!(cases, expected.collect());
    assert_eq!(learning, codebook, "every code stands in the file");
}

#[test]
fn what_is_counted_follows_every_change() {
    let place = Place::new(HOUSING);
    let definition = shipped(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let first = state(&[
        ("wijk", choice("rokkeveen")),
        ("aard", several(&["huisdieren"])),
    ]);
    let case = record(&mut store, new_case(HOUSING, first));
    assert_in_step(&store, &definition);

    let mut closed = case.state.clone();
    closed.set("wijk", Some(choice("centrum")));
    closed.set("aard", Some(several(&["huisdieren", "geluid"])));
    closed.set("zorgcomponent", Some(Value::YesNo(true)));
    closed.spells[0].closed = Some(Closing {
        outcome: Some("opgelost".to_owned()),
        ..Closing::on(day(2026, 3, 9))
    });
    let case = record(&mut store, change(&case, closed.clone()));
    assert_in_step(&store, &definition);

    closed.spells.push(Spell::since(day(2026, 3, 20)));
    record(&mut store, change(&case, closed));
    record(
        &mut store,
        new_case(HOUSING, state(&[("wijk", choice("centrum"))])),
    );
    assert_in_step(&store, &definition);
    drop(store);
    assert_in_step(&place.open(&[HOUSING]), &definition);
}

#[test]
fn reports_are_counted_as_they_come_in_and_are_taken_back() {
    let place = Place::new("straat");
    let definition = definition();
    let mut store = open(&place);
    let days = |store: &SqliteStore, case: CaseKey| {
        let (cases, _) = counted(store, &street::definition());
        let first = day_number(day(2026, 3, 1));
        let days = cases[&case].reports.iter().map(|day| day - first);
        days.collect::<Vec<i32>>()
    };
    let call = |of: u32| EntryState::at("melding", march(of, 9));
    // The first further call comes in with the case; a talk is no report.
    let whole = operation()
        .with(new_case(STREET, state(&[])))
        .with_entry(EntryWrite::new(CaseOf::Written(0), call(4)))
        .with_entry(EntryWrite::new(
            CaseOf::Written(0),
            contact(march(5, 9), "x"),
        ));
    let recorded = store.record(&whole).unwrap();
    let case = &recorded.cases[0];
    assert_eq!(days(&store, case.key), [3]);
    let again = tell(&mut store, on(case, call(2)));
    assert_eq!(days(&store, case.key), [1, 3]);
    assert_in_step(&store, &definition);
    let mut back = again.state.clone();
    back.withdrawn = true;
    tell(&mut store, correction(&again, back));
    tell(&mut store, correction(&recorded.entries[0], call(7)));
    assert_eq!(days(&store, case.key), [6]);
    assert_in_step(&store, &definition);
    drop(store);

    // A definition that tells reports apart no longer, or again, has every case counted again.
    let silent = street::changed("report = true", "report = false");
    let store = place.open_with(vec![Arc::clone(&silent)]).unwrap();
    assert_in_step(&store, &silent);
    drop(store);
    let store = open(&place);
    assert_eq!(days(&store, case.key), [6]);
    let columns = Columns::load(definition, |visit| store.counted(STREET, visit)).unwrap();
    let march = Period::parse("2026-03").unwrap();
    let reports = columns.total(&Slice::whole(), march, Measure::Reports);
    assert_eq!(reports, Ok(2));
}

#[test]
fn codes_are_given_in_the_order_of_use_and_never_again() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let case = record(
        &mut store,
        new_case(HOUSING, state(&[("wijk", choice("rokkeveen"))])),
    );
    record(
        &mut store,
        change(&case, state(&[("wijk", choice("centrum"))])),
    );
    drop(store);
    let mut store = place.open(&[HOUSING]);
    record(
        &mut store,
        new_case(HOUSING, state(&[("wijk", choice("seghwaert"))])),
    );
    let (_, codebook) = counted(&store, &shipped(HOUSING));
    assert_eq!(
        codebook.choices("wijk"),
        ["rokkeveen", "centrum", "seghwaert"]
    );
}

#[test]
fn a_definition_that_counts_something_else_has_every_case_counted_again() {
    let place = Place::new(HOUSING);
    // The care component, not counted yet.
    let kind = "kind = \"yes-no\"\n";
    let (less, more) = (
        altered(HOUSING, &format!("{kind}counted = true"), kind),
        shipped(HOUSING),
    );
    assert_ne!(Layout::of(&less).signature(), Layout::of(&more).signature());
    let mut store = place.open_with(vec![Arc::clone(&less)]).unwrap();
    for wijk in ["rokkeveen", "centrum"] {
        let values = [
            ("wijk", choice(wijk)),
            ("zorgcomponent", Value::YesNo(true)),
        ];
        record(&mut store, new_case(HOUSING, state(&values)));
    }
    assert_in_step(&store, &less);

    let newer = place.open_with(vec![Arc::clone(&more)]).unwrap();
    assert_in_step(&newer, &more);
    assert_eq!(
        counted(&newer, &more).1.choices("wijk"),
        ["rokkeveen", "centrum"]
    );

    // The window that still has the old definition must not pack by it any more.
    let refused = store.record(&operation().with(new_case(HOUSING, state(&[]))));
    assert!(
        matches!(refused, Err(StoreError::DefinitionChanged { .. })),
        "{refused:?}"
    );
    let refused = store.counted(HOUSING, &mut |_, _| {});
    assert!(
        matches!(refused, Err(StoreError::DefinitionChanged { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_field_that_has_had_too_many_choices_is_named() {
    let place = Place::new(HOUSING);
    let choices = |from: usize| {
        let choices: Vec<String> = (from..from + 40)
            .map(|at| format!("{{ id = \"soort-{at}\", label = {{ nl = \"Soort {at}\" }} }}"))
            .collect();
        let first = "{ id = \"huisdieren\", label = { nl = \"Huisdieren\", en = \"Pets\" }, aliases = [\"Veel huisdieren\"] },";
        altered(HOUSING, first, &format!("{},", choices.join(",\n")))
    };
    let use_all = |store: &mut SqliteStore, from: usize| {
        let mut write = operation();
        for at in from..from + 40 {
            let kind = format!("soort-{at}");
            write = write.with(new_case(HOUSING, state(&[("aard", several(&[&kind]))])));
        }
        store.record(&write)
    };
    use_all(&mut place.open_with(vec![choices(0)]).unwrap(), 0).unwrap();
    let mut store = place.open_with(vec![choices(40)]).unwrap();
    let refused = use_all(&mut store, 40);
    let Err(StoreError::CodesExhausted { field, .. }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(field, "aard");
    assert_eq!(all(&store, HOUSING).len(), 40);
}

/// How long it takes to record and to read very many cases. Run by hand: `cargo test --test store -- --ignored
/// --nocapture`.
#[test]
#[ignore = "a measurement"]
fn a_million_cases() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let wijken = ["centrum", "meerzicht", "rokkeveen", "oosterheem"];
    for part in 0..10 {
        let mut write = operation();
        for at in 0..100_000 {
            let values = [
                ("wijk", choice(wijken[at % 4])),
                ("eigendom", choice(["koop", "corporatie"][at % 2])),
                ("aard", several(&["geluid", "huisdieren"])),
                ("melder", text("mevrouw De Vries")),
                (
                    "omschrijving",
                    text("Elke avond muziek tot na middernacht, de buren zijn het zat."),
                ),
            ];
            write = write.with(new_case(HOUSING, state(&values)));
        }
        let start = Instant::now();
        store.record(&write).unwrap();
        println!("100,000 cases recorded, part {part}: {:?}", start.elapsed());
    }
    for _ in 0..3 {
        let (start, mut bytes) = (Instant::now(), 0);
        store
            .counted(HOUSING, &mut |_, packed| {
                bytes += match packed {
                    Packed::Case(packed) | Packed::Entries(packed) => packed.len(),
                };
            })
            .unwrap();
        println!("counted, {bytes} bytes: {:?}", start.elapsed());
    }
    let start = Instant::now();
    let found = store.search("vries muziek", 50).unwrap().len();
    println!("search, {found} found: {:?}", start.elapsed());
    let start = Instant::now();
    let keys = store.by_number(HOUSING).unwrap().len();
    println!("by number, {keys}: {:?}", start.elapsed());
    let start = Instant::now();
    let changes = store.changes_since(0).unwrap().cases.len();
    println!("changes since 0, {changes}: {:?}", start.elapsed());
}
