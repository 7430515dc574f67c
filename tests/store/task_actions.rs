//! Task actions, as they are stored.

use peildatum::register::{CaseFile, TaskSource, Value};
use peildatum::store::{SqliteStore, Store, TaskAction, Timelines};

use super::street::march;
use super::support::{Place, change, choice, day, new_case, operation, record, shipped, state};

const BANS: &str = "gebiedsverboden";

/// When it is due, as it was shown at the end of the month before this one: once a ban lapsed nobody extends it any more.
fn due(store: &SqliteStore, source: &TaskSource, month: u32) -> Option<String> {
    let shown_on = day(2026, month, 1).pred_opt().unwrap();
    let mut tasks = store.tasks(BANS, shown_on).unwrap().into_iter();
    let task = tasks.find(|task| task.source == *source)?;
    Some(task.due.day.to_string())
}

fn extended(store: &mut SqliteStore, ban: &CaseFile, month: u32) -> CaseFile {
    let mut state = ban.state.clone();
    state.set("verlengd-tot", Some(Value::Date(day(2026, month, 1))));
    record(store, change(ban, state))
}

#[test]
fn the_end_of_a_ban_asks_for_attention_again_after_every_extension() {
    let place = Place::new("openbare-orde");
    let mut store = place.open(&[BANS]);
    let ends = TaskSource::Term("opnieuw-verlengen".to_owned());
    let ban = state(&[("grondslag", choice("gemeentewet-172a"))]);
    let ban = record(&mut store, new_case(BANS, ban));
    let ban = extended(&mut store, &ban, 9);
    assert_eq!(due(&store, &ends, 9).as_deref(), Some("2026-09-01"));

    let definition = shipped(BANS);
    let action = TaskAction {
        definition: &definition,
        case: &ban,
        source: &ends,
        what: "Verlengd verbod loopt af",
        now: march(28, 9),
    };
    store.record(&action.done(operation()).unwrap()).unwrap();
    assert_eq!(due(&store, &ends, 9), None);

    let ban = extended(&mut store, &ban, 12);
    assert_eq!(due(&store, &ends, 12).as_deref(), Some("2026-12-01"));
    // Set back to the day that was settled, nothing is left to do.
    extended(&mut store, &ban, 9);
    assert_eq!(due(&store, &ends, 9), None);
}
