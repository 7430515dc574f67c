use std::fs;
use std::io::{Seek, SeekFrom, Write};

use chrono::Duration;
use peildatum::register::Address;
use peildatum::store::{Store, StoreError, Timelines};
use rusqlite::Connection;

use super::street::{STREET, contact, march, on, open, tasks, tell};
use super::support::{
    HOUSING, Place, all, change, choice, found, new_case, operation, record, shipped, state, text,
};

/// A file as the first version of the program left it.
fn first_version(place: &Place) {
    let connection = Connection::open(&place.file).unwrap();
    connection
        .execute_batch(include_str!(
            "../../src/store/sqlite/migrations/001_case_files.sql"
        ))
        .unwrap();
    connection
        .execute_batch(
            r#"
            PRAGMA journal_mode = WAL;
            INSERT INTO case_file (id, register, number, version, state) VALUES ('0198', 'woonoverlast', '2025-7', 1,
                '{"spells":[{"opened":"2025-02-03"}],"values":{"melder":{"text":"Bakker"},"wijk":{"choice":"centrum"}}}');
            INSERT INTO revision (operation, case_key, version, recorded, actor, changes)
                VALUES ('0197', 1, 1, '2025-02-03T10:00:00.000000000Z', 'anna', '[]');
            INSERT INTO meta (name, value) VALUES ('derived:woonoverlast', 'old');
            PRAGMA user_version = 1;
            "#,
        )
        .unwrap();
}

#[test]
fn an_older_file_is_brought_up_to_date_and_keeps_its_data() {
    let place = Place::new(HOUSING);
    first_version(&place);
    let store = place.open(&[HOUSING]);
    let cases = all(&store, HOUSING);
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].state.values["wijk"], choice("centrum"));
    assert_eq!(found(&store, "bakker"), ["2025-7"]);
    let mut counted = 0;
    let codebook = store.counted(HOUSING, &mut |_, _| counted += 1).unwrap();
    assert_eq!((counted, codebook.code("wijk", "centrum")), (1, Some(1)));
    assert_eq!(store.history(cases[0].key).unwrap().len(), 1);
}

/// A file as the second version of the program left it: findable, and without timelines.
fn second_version(place: &Place) {
    first_version(place);
    let connection = Connection::open(&place.file).unwrap();
    connection
        .execute_batch(include_str!(
            "../../src/store/sqlite/migrations/002_search.sql"
        ))
        .unwrap();
    connection.pragma_update(None, "user_version", 2).unwrap();
}

#[test]
fn the_cases_of_an_older_file_are_found_by_their_address_and_ask_for_work() {
    for (version, made) in [(1, first_version as fn(&Place)), (2, second_version)] {
        let place = Place::new(STREET);
        made(&place);
        let connection = Connection::open(&place.file).unwrap();
        connection
            .execute(
                "UPDATE case_file SET register = 'straatzaken', state = ?1",
                [r#"{"spells":[{"opened":"2026-03-01"}],"values":{"adres":{"address":
                    {"street":"Voorbeeldstraat","number":"45","addition":"","postcode":"2712 AH"}}}}"#],
            )
            .unwrap();
        drop(connection);
        let mut store = open(&place);
        let address = Address {
            postcode: "2712ah".to_owned(),
            number: "45".to_owned(),
            ..Address::default()
        };
        let here = store.at_address(&address).unwrap();
        assert_eq!(here.len(), 1, "from version {version}");
        let due = (
            "2025-7".to_owned(),
            "eerste-reactie".to_owned(),
            "03-06".to_owned(),
        );
        assert_eq!(tasks(&store, 1), [due]);
        // And they have a timeline from now on.
        tell(&mut store, on(&here[0], contact(march(2, 9), "gebeld")));
        assert_eq!(tasks(&store, 1), []);
        assert_eq!(store.history(here[0].key).unwrap().len(), 2);
    }
}

#[test]
fn a_file_of_a_newer_version_is_refused_and_left_alone() {
    let place = Place::new(HOUSING);
    drop(place.open(&[HOUSING]));
    Connection::open(&place.file)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let before = fs::read(&place.file).unwrap();
    let refused = place.open_with(vec![shipped(HOUSING)]);
    let Err(StoreError::Newer { version, .. }) = refused else {
        panic!("newer")
    };
    assert_eq!(version, 99);
    assert_eq!(fs::read(&place.file).unwrap(), before);
}

#[test]
fn a_damaged_file_is_reported() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    for _ in 0..200 {
        record(
            &mut store,
            new_case(
                HOUSING,
                state(&[("omschrijving", text(&"muziek ".repeat(100)))]),
            ),
        );
    }
    drop(store);
    let whole = fs::read(&place.file).unwrap();

    let mut file = fs::OpenOptions::new()
        .write(true)
        .open(&place.file)
        .unwrap();
    file.seek(SeekFrom::Start(0)).unwrap();
    file.write_all(&[0xFF; 64]).unwrap();
    drop(file);
    let refused = place.open_with(vec![shipped(HOUSING)]).err().unwrap();
    assert!(matches!(refused, StoreError::Damaged { .. }), "{refused:?}");

    fs::write(&place.file, &whole[..whole.len() / 2]).unwrap();
    let refused = place.open_with(vec![shipped(HOUSING)]).err().unwrap();
    assert!(matches!(refused, StoreError::Damaged { .. }), "{refused:?}");
}

#[test]
fn what_cannot_be_read_back_is_damage() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let case = record(&mut store, new_case(HOUSING, state(&[])));
    let vandal = Connection::open(&place.file).unwrap();
    vandal
        .execute("UPDATE case_file SET state = '{'", [])
        .unwrap();
    let refused = store.cases(&[case.key]).unwrap_err();
    let StoreError::Damaged {
        last_backup: None, ..
    } = &refused
    else {
        panic!("{refused:?}")
    };
}

#[test]
fn two_windows_on_one_file_notice_each_other() {
    let place = Place::new(HOUSING);
    let (mut mine, mut theirs) = (place.open(&[HOUSING]), place.open(&[HOUSING]));
    assert!(!mine.changed_elsewhere().unwrap());
    let case = record(&mut theirs, new_case(HOUSING, state(&[])));
    assert!(mine.changed_elsewhere().unwrap());
    assert!(!mine.changed_elsewhere().unwrap());
    assert!(!theirs.changed_elsewhere().unwrap());
    let changed = record(
        &mut mine,
        change(&case, state(&[("wijk", choice("centrum"))])),
    );
    assert!(!mine.changed_elsewhere().unwrap());
    assert!(theirs.changed_elsewhere().unwrap());
    assert_eq!(theirs.cases(&[case.key]).unwrap(), [changed]);
    // Codes and numbers go on where the other window left them.
    let next = record(
        &mut theirs,
        new_case(HOUSING, state(&[("wijk", choice("rokkeveen"))])),
    );
    assert_eq!(next.number, "WO-2026-00002");
    let codebook = mine.counted(HOUSING, &mut |_, _| {}).unwrap();
    assert_eq!(codebook.choices("wijk"), ["centrum", "rokkeveen"]);
}

#[test]
fn a_file_that_stays_occupied_is_said_to_be_in_use() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let other = Connection::open(&place.file).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = store.record(&operation().with(new_case(HOUSING, state(&[]))));
    assert!(
        matches!(refused, Err(StoreError::Busy { .. })),
        "{refused:?}"
    );
    other.execute_batch("ROLLBACK").unwrap();
    record(&mut store, new_case(HOUSING, state(&[])));
}

#[test]
fn the_file_is_written_as_durably_as_it_should() {
    let place = Place::new(HOUSING);
    drop(place.open(&[HOUSING]));
    let connection = Connection::open(&place.file).unwrap();
    let mode: String = connection
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
    let strict: i64 = connection
        .query_row(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
             AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(strict, 0);
}

#[test]
fn an_instant_is_kept_to_the_nanosecond() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let mut write = operation().with(new_case(HOUSING, state(&[])));
    write.recorded += Duration::nanoseconds(123_456_789);
    let case = store.record(&write).unwrap().cases.remove(0);
    assert_eq!(store.history(case.key).unwrap()[0].recorded, write.recorded);
}
