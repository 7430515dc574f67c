//! Saved views: of one person or of the team, and no business of anybody else.

use chrono::Duration;
use peildatum::store::{StoreError, View, ViewKind, Views, new_id};

use super::support::{HOUSING, Place, noon};

fn view(name: &str, owner: &str, shared: bool) -> View {
    View {
        id: new_id(),
        kind: ViewKind::List,
        register: HOUSING.to_owned(),
        name: name.to_owned(),
        owner: owner.to_owned(),
        shared,
        saved: noon(),
        content: format!("{{\"of\":\"{name}\"}}"),
    }
}

#[test]
fn a_view_is_there_for_who_made_it_and_a_shared_one_for_all() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let (own, shared) = (view("mijn", "anna", false), view("Maandag", "anna", true));
    let theirs = view("van bram", "bram", false);
    for view in [&own, &shared, &theirs] {
        store.keep_view(view).unwrap();
    }
    drop(store);
    let store = place.open(&[HOUSING]);
    // By name, whatever its capitals.
    assert_eq!(store.views("anna").unwrap(), [shared.clone(), own]);
    assert_eq!(store.views("bram").unwrap(), [shared.clone(), theirs]);
    assert_eq!(store.views("cor").unwrap(), [shared]);
}

#[test]
fn who_made_a_view_changes_it_and_nobody_else_does() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let shared = view("Maandag", "anna", true);
    store.keep_view(&shared).unwrap();
    let renamed = View {
        name: "Dinsdag".to_owned(),
        saved: noon() + Duration::minutes(1),
        content: "{}".to_owned(),
        ..shared.clone()
    };
    let taken = View {
        owner: "bram".to_owned(),
        ..renamed.clone()
    };
    let refused = store.keep_view(&taken);
    assert!(
        matches!(&refused, Err(StoreError::ViewOfAnother { name }) if name == "Dinsdag"),
        "{refused:?}"
    );
    store.drop_view(&shared.id, "bram").unwrap();
    assert_eq!(store.views("bram").unwrap(), [shared]);
    store.keep_view(&renamed).unwrap();
    assert_eq!(store.views("anna").unwrap(), std::slice::from_ref(&renamed));
    store.drop_view(&renamed.id, "anna").unwrap();
    assert_eq!(store.views("anna").unwrap(), []);
    // What was thrown away comes back as it was.
    store.keep_view(&renamed).unwrap();
    assert_eq!(store.views("anna").unwrap(), [renamed]);
}

#[test]
fn a_view_of_a_figure_stays_one() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let list = view("Lijst", "anna", false);
    let figure = View {
        kind: ViewKind::Figure,
        ..view("Tabel", "anna", false)
    };
    for view in [&list, &figure] {
        store.keep_view(view).unwrap();
    }
    drop(store);
    let store = place.open(&[HOUSING]);
    assert_eq!(store.views("anna").unwrap(), [list, figure]);
}
