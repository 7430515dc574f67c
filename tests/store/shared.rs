//! What everybody may see beside cases: written on the version that was seen, with everything it ever was.

use chrono::{TimeDelta, Utc};
use peildatum::language::{Explain, Language};
use peildatum::store::{SharedAction, SharedRecord, SharedRecords, SharedWrite, StoreError, Vault};

use crate::support::{Place, noon};

const KIND: &str = "year-value";

fn write(id: &str, version: u32, content: &str) -> SharedWrite {
    SharedWrite::of(KIND, id, version, &content).unwrap()
}

fn action(reason: &str, writes: Vec<SharedWrite>) -> SharedAction {
    SharedAction::by("anna", noon(), Some(reason.into()), writes)
}

fn contents(store: &dyn SharedRecords) -> Vec<(String, u32, Option<String>)> {
    let records = store.shared(KIND).unwrap().into_iter();
    let read = |record: SharedRecord| (record.id.clone(), record.version, record.read().unwrap());
    records.map(read).collect()
}

#[test]
fn a_thing_is_what_was_written_last_and_everything_it_was_is_kept() {
    let place = Place::new("gedeeld");
    let mut store = place.open(&[]);
    let first = action(
        "jaarverslag",
        vec![write("b", 0, "89"), write("a", 0, "97")],
    );
    store.share(&first).unwrap();
    let mut second = action("verbeterd", vec![write("b", 1, "90")]);
    second.recorded += TimeDelta::hours(1);
    store.share(&second).unwrap();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        contents(&store),
        [
            ("a".to_owned(), 1, some("97")),
            ("b".to_owned(), 2, some("90"))
        ]
    );
    let history = store.shared_history(KIND, "b").unwrap();
    let told: Vec<_> = history
        .iter()
        .map(|one| {
            (
                one.version,
                one.why(Language::Dutch),
                one.read::<String>(KIND, "b").unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, Some("verbeterd".to_owned()), some("90")),
            (1, Some("jaarverslag".to_owned()), some("89"))
        ]
    );
    assert_eq!(
        (history[1].actor.as_str(), history[1].recorded),
        ("anna", noon())
    );
    assert_eq!(history[1].operation, first.id);
    // Another kind is another thing.
    assert!(store.shared("list").unwrap().is_empty());
    assert!(store.shared_history("list", "b").unwrap().is_empty());
}

#[test]
fn a_write_on_an_older_version_is_a_conflict_and_nothing_of_its_action_is_written() {
    let place = Place::new("gedeeld");
    let mut store = place.open(&[]);
    store
        .share(&action("een", vec![write("a", 0, "1")]))
        .unwrap();
    let mut other = place.open(&[]);
    other
        .share(&action("twee", vec![write("a", 1, "2")]))
        .unwrap();
    let late = action("drie", vec![write("new", 0, "x"), write("a", 1, "3")]);
    let refused = store.share(&late).unwrap_err();
    assert!(matches!(&refused, StoreError::SharedConflict { id, .. } if id == "a"));
    assert!(
        refused
            .explain(Language::Dutch)
            .contains("“a” is intussen door iemand anders")
    );
    assert_eq!(
        contents(&store),
        [("a".to_owned(), 2, Some("2".to_owned()))]
    );
    // What was never there cannot have been seen.
    let unseen = action("vier", vec![write("b", 1, "x")]);
    assert!(store.share(&unseen).is_err());
}

#[test]
fn what_was_is_restored_by_writing_it_again_and_what_is_taken_back_can_come_back() {
    let place = Place::new("gedeeld");
    let mut store = place.open(&[]);
    store
        .share(&action("een", vec![write("a", 0, "1")]))
        .unwrap();
    let gone = SharedWrite {
        content: None,
        ..write("a", 1, "")
    };
    store.share(&action("weg", vec![gone])).unwrap();
    assert_eq!(contents(&store), [("a".to_owned(), 2, None)]);
    let first = store.shared_history(KIND, "a").unwrap().pop().unwrap();
    let restored = SharedWrite {
        content: first.content,
        ..write("a", 2, "")
    };
    store.share(&action("terug", vec![restored])).unwrap();
    assert_eq!(
        contents(&store),
        [("a".to_owned(), 3, Some("1".to_owned()))]
    );
}

#[test]
fn a_write_that_changes_nothing_makes_no_revision() {
    let place = Place::new("gedeeld");
    let mut store = place.open(&[]);
    store
        .share(&action("een", vec![write("a", 0, "1")]))
        .unwrap();
    store
        .share(&action("nog eens", vec![write("a", 1, "1")]))
        .unwrap();
    assert_eq!(store.shared_history(KIND, "a").unwrap().len(), 1);
}

#[test]
fn it_stands_in_the_file_that_every_vault_has() {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("kluis");
    let mut made = Vault::create(&vault, Utc::now()).unwrap();
    let action = action("een", vec![write("a", 0, "1")]);
    made.shared_mut().unwrap().share(&action).unwrap();
    drop(made);
    let opened = Vault::open(&vault, Utc::now()).unwrap();
    assert_eq!(contents(opened.shared().unwrap()).len(), 1);
}

#[test]
fn what_is_not_what_its_kind_says_is_refused_by_name() {
    let place = Place::new("gedeeld");
    let mut store = place.open(&[]);
    store
        .share(&action("een", vec![write("a", 0, "geen getal")]))
        .unwrap();
    let record = store.shared(KIND).unwrap().pop().unwrap();
    let refused = record.read::<f64>().unwrap_err();
    assert!(
        refused
            .explain(Language::Dutch)
            .contains("“a” (year-value)")
    );
}
