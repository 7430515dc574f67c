//! What is typed and not stored yet, and who looked at what.

use chrono::Duration;
use peildatum::store::{Draft, Drafts, LookUp, Store, StoreError, Timelines, new_id};

use super::street::{STREET, contact, march, on, open};
use super::support::{
    Place, all, change, found, new_case, noon, numbered, operation, record, state, text,
};

fn draft(id: &str, actor: &str, content: &str, after: i64) -> Draft {
    Draft {
        id: id.to_owned(),
        register: STREET.to_owned(),
        actor: actor.to_owned(),
        saved: noon() + Duration::seconds(after),
        content: content.to_owned(),
    }
}

#[test]
fn a_draft_is_kept_for_who_types_it_the_last_one_first() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let (one, two) = (new_id(), new_id());
    store.keep_draft(&draft(&one, "anna", "h", 0)).unwrap();
    store.keep_draft(&draft(&two, "anna", "b", 1)).unwrap();
    let theirs = draft(&new_id(), "bram", "z", 2);
    store.keep_draft(&theirs).unwrap();
    let longer = draft(&one, "anna", "harde muziek", 3);
    store.keep_draft(&longer).unwrap();
    // A window that is gone loses nothing.
    drop(store);
    let mut store = open(&place);
    let shorter = draft(&two, "anna", "b", 1);
    assert_eq!(store.drafts("anna").unwrap(), [longer, shorter.clone()]);
    assert_eq!(store.drafts("bram").unwrap(), [theirs]);
    assert_eq!(store.drafts("cor").unwrap(), []);
    store.drop_draft(&one).unwrap();
    assert_eq!(store.drafts("anna").unwrap(), [shorter]);
}

#[test]
fn a_draft_neither_counts_nor_is_found() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let typed = draft(&new_id(), "anna", "harde muziek", 0);
    store.keep_draft(&typed).unwrap();
    assert_eq!(all(&store, STREET), []);
    assert_eq!(found(&store, "muziek"), [""; 0]);
    let mut counted = 0;
    store.counted(STREET, &mut |_, _| counted += 1).unwrap();
    assert_eq!(counted, 0);
    assert_eq!(store.changes_since(0).unwrap().cases, []);
}

#[test]
fn what_stores_a_draft_ends_it_and_a_refusal_keeps_it() {
    let place = Place::new("straat");
    let mut store = open(&place);
    record(&mut store, numbered(STREET, "1", state(&[])));
    let typed = draft(&new_id(), "anna", "harde muziek", 0);
    store.keep_draft(&typed).unwrap();
    let stored = |number| {
        let mut write = operation().with(numbered(STREET, number, state(&[])));
        write.draft = Some(typed.id.clone());
        write
    };
    let refused = store.record(&stored("1"));
    assert!(
        matches!(refused, Err(StoreError::NumberTaken { .. })),
        "{refused:?}"
    );
    assert_eq!(store.drafts("anna").unwrap(), std::slice::from_ref(&typed));
    store.record(&stored("2")).unwrap();
    assert_eq!(store.drafts("anna").unwrap(), []);
}

#[test]
fn a_draft_that_is_open_in_two_windows_is_stored_once() {
    let place = Place::new("straat");
    let (mut one, mut other) = (open(&place), open(&place));
    let typed = draft(&new_id(), "anna", "harde muziek", 0);
    one.keep_draft(&typed).unwrap();
    let stored = |number| {
        let mut write = operation().with(numbered(STREET, number, state(&[])));
        write.draft = Some(typed.id.clone());
        write
    };
    one.record(&stored("1")).unwrap();
    // The other window still has it on the screen, and keeps it as it is typed on.
    let longer = draft(&typed.id, "anna", "harde muziek en geschreeuw", 1);
    other.keep_draft(&longer).unwrap();
    let refused = other.record(&stored("2"));
    assert!(
        matches!(&refused, Err(StoreError::DraftStored { register, number }) if register == STREET && number == "1"),
        "{refused:?}"
    );
    assert_eq!(all(&other, STREET).len(), 1);
    assert_eq!(other.drafts("anna").unwrap(), [longer]);
    // Another draft has nothing to do with it.
    let mut next = stored("2");
    next.draft = Some(new_id());
    other.record(&next).unwrap();
}

#[test]
fn a_draft_that_changed_a_case_or_its_timeline_is_stored_once_and_after_a_conflict_still() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let first = record(&mut store, numbered(STREET, "1", state(&[])));
    let owned = |name| state(&[("behandelaar", text(name))]);
    let second = record(&mut store, change(&first, owned("A. Voorbeeld")));
    let changing = |case, name| {
        let mut write = operation().with(change(case, owned(name)));
        write.draft = Some("een".to_owned());
        write
    };
    let refused = store.record(&changing(&first, "B. Voorbeeld"));
    assert!(
        matches!(refused, Err(StoreError::Conflict { .. })),
        "{refused:?}"
    );
    let third = store.record(&changing(&second, "B. Voorbeeld")).unwrap();
    let refused = store.record(&changing(&third.cases[0], "C. Voorbeeld"));
    assert!(
        matches!(&refused, Err(StoreError::DraftStored { number, .. }) if number == "1"),
        "{refused:?}"
    );
    let mut said = operation().with_entry(on(&first, contact(march(2, 9), "gebeld")));
    said.draft = Some("twee".to_owned());
    store.record(&said).unwrap();
    said.id = new_id();
    let refused = store.record(&said);
    assert!(
        matches!(refused, Err(StoreError::DraftStored { .. })),
        "{refused:?}"
    );
    assert_eq!(store.entries(first.key).unwrap().len(), 1);
}

#[test]
fn a_draft_of_an_entry_ends_with_the_entry_and_stays_in_a_conflict() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let case = record(&mut store, new_case(STREET, state(&[])));
    record(
        &mut store,
        change(&case, state(&[("behandelaar", text("A. Voorbeeld"))])),
    );
    let typed = draft(&new_id(), "anna", "gebeld", 0);
    store.keep_draft(&typed).unwrap();
    let mut said = operation().with_entry(on(&case, contact(march(2, 9), "gebeld")));
    said.draft = Some(typed.id.clone());
    let mut stale = said.clone().with(change(&case, state(&[])));
    stale.id = new_id();
    let refused = store.record(&stale);
    assert!(
        matches!(refused, Err(StoreError::Conflict { .. })),
        "{refused:?}"
    );
    assert_eq!(store.drafts("anna").unwrap(), [typed]);
    store.record(&said).unwrap();
    assert_eq!(store.drafts("anna").unwrap(), []);
}

#[test]
fn a_look_at_what_was_found_is_kept_the_last_one_first() {
    let place = Place::new("straat");
    let mut store = open(&place);
    let looks: Vec<LookUp> = (0..3)
        .map(|at| LookUp {
            recorded: noon() + Duration::nanoseconds(at),
            actor: "anna".to_owned(),
            cases: vec![new_id(), new_id()],
        })
        .collect();
    for look in &looks {
        store.log_look_up(look).unwrap();
    }
    drop(store);
    let store = open(&place);
    let last = [looks[2].clone(), looks[1].clone()];
    assert_eq!(store.look_ups(2).unwrap(), last);
    assert_eq!(store.look_ups(10).unwrap().len(), 3);
}
