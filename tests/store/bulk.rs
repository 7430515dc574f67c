//! Many cases that are given the same thing at once.

use peildatum::language::Language;
use peildatum::register::{CaseFile, Change, Closing, END, Fault, Setting};
use peildatum::store::{Becomes, BulkPlan, OwnSettings, SqliteStore, Store, StoreError};

use super::support::{
    HOUSING, Place, all, change, choice, day, new_case, operation, record, shipped, state, text,
};

fn given(id: &str, value: Option<peildatum::register::Value>) -> Setting {
    let id = id.to_owned();
    Setting::Field { id, value }
}

fn plan(cases: Vec<CaseFile>, settings: &[Setting]) -> BulkPlan {
    let own = OwnSettings::new();
    BulkPlan::make(&shipped(HOUSING), cases, settings, &own, day(2026, 4, 1))
}

fn store() -> (Place, SqliteStore) {
    let place = Place::new(HOUSING);
    let store = place.open(&[HOUSING]);
    (place, store)
}

#[test]
fn what_was_seen_is_what_is_done_in_one_action() {
    let (_place, mut store) = store();
    let owned = [("behandelaar", text("anna")), ("wijk", choice("centrum"))];
    record(&mut store, new_case(HOUSING, state(&owned)));
    let mut other = state(&owned);
    other.set("wijk", Some(choice("meerzicht")));
    record(&mut store, new_case(HOUSING, other));
    // A file once left the owner out: that is no reason to refuse another district.
    record(&mut store, new_case(HOUSING, state(&[])));

    let settings = [given("wijk", Some(choice("meerzicht")))];
    let plan = plan(all(&store, HOUSING), &settings);
    let counts = (plan.changed(), plan.already_so(), plan.refused());
    assert_eq!(counts, (2, 1, 0));
    assert_eq!(
        all(&store, HOUSING)[0].state.values["wijk"],
        choice("centrum")
    );

    let action = plan.operation(operation().because("wijkindeling"));
    store.record(&action).unwrap();
    for case in all(&store, HOUSING) {
        assert_eq!(case.state.values["wijk"], choice("meerzicht"));
    }
    let last = store
        .history(all(&store, HOUSING)[2].key)
        .unwrap()
        .remove(0);
    assert_eq!(last.operation, action.id);
    assert_eq!(last.why(Language::Dutch).as_deref(), Some("wijkindeling"));
}

#[test]
fn what_cannot_be_is_refused_case_by_case() {
    let (_place, mut store) = store();
    let owned = [("behandelaar", text("anna"))];
    let mut running = state(&owned);
    running.status = Some("in-aanpak".to_owned());
    record(&mut store, new_case(HOUSING, running.clone()));
    let mut ended = running;
    ended.status = Some("afgerond".to_owned());
    ended.spells[0].closed = Some(Closing::on(day(2026, 3, 20)));
    record(&mut store, new_case(HOUSING, ended));

    let moved = plan(
        all(&store, HOUSING),
        &[Setting::Status(Some("nazorg".to_owned()))],
    );
    assert_eq!((moved.changed(), moved.refused()), (1, 1));
    assert!(matches!(moved.lines[1].becomes, Becomes::Refused(_)));
    // Nobody handles a case without an owner.
    let left = plan(all(&store, HOUSING), &[given("behandelaar", None)]);
    assert_eq!((left.changed(), left.refused()), (0, 2));
    assert!(left.operation(operation()).writes.is_empty());
}

#[test]
fn what_means_nothing_any_more_leaves_the_case_and_is_seen_to() {
    let (_place, mut store) = store();
    let rented = [
        ("behandelaar", text("anna")),
        ("eigendom", choice("corporatie")),
        ("corporatie", choice("vidomes")),
    ];
    record(&mut store, new_case(HOUSING, state(&rented)));
    let plan = plan(
        all(&store, HOUSING),
        &[given("eigendom", Some(choice("koop")))],
    );
    let changed: Vec<String> = plan.lines[0]
        .changes()
        .into_iter()
        .map(|change| match change {
            Change::Field { id, after, .. } => format!("{id} {}", after.is_some()),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(changed, ["corporatie false", "eigendom true"]);
}

#[test]
fn a_case_that_was_changed_since_it_was_seen_holds_back_all() {
    let (_place, mut store) = store();
    let owned = [("behandelaar", text("anna"))];
    for _ in 0..2 {
        record(&mut store, new_case(HOUSING, state(&owned)));
    }
    let seen = all(&store, HOUSING);
    let plan = plan(seen.clone(), &[given("behandelaar", Some(text("bas")))]);
    let mut meanwhile = seen[1].state.clone();
    meanwhile.set("behandelaar", Some(text("carla")));
    record(&mut store, change(&seen[1], meanwhile));

    let refused = store.record(&plan.operation(operation())).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict { number, .. } if number == seen[1].number));
    let owners: Vec<_> = all(&store, HOUSING)
        .into_iter()
        .map(|case| case.state.values["behandelaar"].clone())
        .collect();
    assert_eq!(owners, [text("anna"), text("carla")]);
}

/// A housing case of somebody that began on this day of March 2026, and is being worked on.
fn running(store: &mut SqliteStore, begun: u32) {
    let mut running = state(&[("behandelaar", text("anna"))]);
    running.spells[0].opened = day(2026, 3, begun);
    running.status = Some("in-aanpak".to_owned());
    record(store, new_case(HOUSING, running));
}

fn solved(on: u32) -> Setting {
    Setting::End(Closing {
        outcome: Some("opgelost".to_owned()),
        ..Closing::on(day(2026, 3, on))
    })
}

#[test]
fn many_cases_are_closed_at_once_and_those_that_ended_stay_as_they_ended() {
    let (_place, mut store) = store();
    running(&mut store, 2);
    running(&mut store, 3);
    let first = plan(all(&store, HOUSING)[..1].to_vec(), &[solved(9)]);
    store.record(&first.operation(operation())).unwrap();

    let rest = plan(all(&store, HOUSING), &[solved(20)]);
    let counts = (rest.changed(), rest.already_so(), rest.refused());
    assert_eq!(counts, (1, 1, 0));
    store.record(&rest.operation(operation())).unwrap();
    let ended = all(&store, HOUSING).into_iter().map(|case| {
        let closing = case.state.closing().unwrap().clone();
        (
            closing.date,
            closing.outcome.unwrap(),
            case.state.status.unwrap(),
        )
    });
    let so = |on: u32| {
        (
            day(2026, 3, on),
            "opgelost".to_owned(),
            "afgerond".to_owned(),
        )
    };
    assert_eq!(ended.collect::<Vec<_>>(), [so(9), so(20)]);
    // Not one of them is closed without an outcome.
    running(&mut store, 4);
    let without = Setting::End(Closing::on(day(2026, 3, 20)));
    let refused = plan(all(&store, HOUSING), &[without]);
    assert_eq!((refused.already_so(), refused.refused()), (2, 1));
}

#[test]
fn a_case_that_ends_on_another_day_than_the_others_gets_its_own() {
    let (_place, mut store) = store();
    running(&mut store, 2);
    running(&mut store, 25);
    let cases = all(&store, HOUSING);
    let first = plan(cases.clone(), &[solved(20)]);
    let Becomes::Refused(problems) = &first.lines[1].becomes else {
        panic!("{:?}", first.lines[1])
    };
    assert_eq!(problems[0].subject, END);
    assert!(matches!(problems[0].fault, Fault::EndBeforeBegin { .. }));
    assert!(problems[0].can_be_filled_in());

    let own = OwnSettings::from([(cases[1].key, vec![solved(28)])]);
    let definition = shipped(HOUSING);
    let second = BulkPlan::make(&definition, cases, &[solved(20)], &own, day(2026, 4, 1));
    store.record(&second.operation(operation())).unwrap();
    let ended = all(&store, HOUSING).into_iter();
    let ended: Vec<_> = ended
        .map(|case| case.state.closing().unwrap().date)
        .collect();
    assert_eq!(ended, [day(2026, 3, 20), day(2026, 3, 28)]);
}
