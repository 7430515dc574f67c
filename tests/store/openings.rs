//! A step that opens a case in the register of another team: both stand, or neither.

use std::fs;

use chrono::NaiveDateTime;
use peildatum::language::{Explain, Language};
use peildatum::register::{CaseFile, Entry, EntryState, LINK, Withdrawn};
use peildatum::store::{
    BackupKind, Backups, CaseOf, EntryWrite, Opens, Operation, Recorded, StoreError, Vault, Write,
};
use tempfile::{TempDir, tempdir};

use super::support::{
    CRIME, HOUSING, address, change, choice, day, new_case, noon, operation, record, state, text,
};

pub const CLOSURES: &str = "sluitingen";
const ORDERS: &str = "gedragsaanwijzingen-151d";

pub fn vault() -> (TempDir, Vault) {
    let place = tempdir().unwrap();
    let vault = Vault::create(place.path(), noon()).unwrap();
    (place, vault)
}

pub fn again(place: &TempDir) -> Vault {
    Vault::open(place.path(), noon()).unwrap()
}

/// A case of nuisance from a home, with things that stay where they are.
pub fn nuisance(vault: &mut Vault) -> CaseFile {
    let said = [
        ("adres", address("Voorbeeldstraat", "1", "", "1234AB")),
        ("behandelaar", text("anna")),
        ("politie-informatie", text("geheim")),
    ];
    let write = new_case(HOUSING, state(&said));
    record(vault.store_mut(HOUSING).unwrap(), write)
}

fn ninth() -> NaiveDateTime {
    day(2026, 3, 9).and_hms_opt(10, 30, 0).unwrap()
}

fn measure(which: &str) -> EntryState {
    EntryState::at("maatregel", ninth())
        .with("maatregel", choice(which))
        .with("grondslag", text("Gemeentewet"))
}

fn opening(case: &CaseFile, entry: EntryState, register: &str) -> Operation {
    let mut action = operation().with_entry(EntryWrite::new(CaseOf::Existing(case.key), entry));
    action.opens = Some(Opens {
        register: register.to_owned(),
        running: None,
    });
    action
}

/// The action that closes the home of a case.
pub fn closing(case: &CaseFile) -> Operation {
    opening(case, measure("sluiting"), CLOSURES)
}

pub fn close(vault: &mut Vault, case: &CaseFile) -> Recorded {
    vault.record(HOUSING, &closing(case)).unwrap()
}

/// The entries of this kind on the timeline of a case that were not taken back.
pub fn entries(vault: &Vault, case: &CaseFile, kind: &str) -> Vec<Entry> {
    let store = vault.store(&case.register).unwrap();
    let mut entries = store.entries(case.key).unwrap();
    entries.retain(|entry| entry.state.kind == kind && !entry.state.withdrawn);
    entries
}

pub fn now(vault: &Vault, case: &CaseFile) -> CaseFile {
    let store = vault.store(&case.register).unwrap();
    store.cases(&[case.key]).unwrap().remove(0)
}

/// The cases of a register that were not taken back.
pub fn standing(vault: &Vault, register: &str) -> Vec<CaseFile> {
    let mut cases = Vec::new();
    let store = vault.store(register).unwrap();
    store
        .each_case(register, &mut |case| cases.push(case))
        .unwrap();
    cases.retain(|case| case.state.withdrawn.is_none());
    cases
}

/// The numbers of the cases to which one is linked.
pub fn linked(vault: &Vault, case: &CaseFile) -> Vec<String> {
    let dossier = vault.dossier(&case.register, case.key).unwrap();
    let links = dossier.links.into_iter();
    links.map(|link| link.case.number).collect()
}

#[test]
fn a_step_opens_a_case_with_another_team_and_links_both() {
    let (place, mut vault) = vault();
    let case = nuisance(&mut vault);
    let action = closing(&case);
    let recorded = vault.record(HOUSING, &action).unwrap();
    let opened = recorded.opened.clone().unwrap();
    assert_eq!(recorded.action.as_deref(), Some(action.id.as_str()));
    assert_eq!(opened.number, "SL-2026-00001");
    assert_eq!(opened.state.opened(), Some(day(2026, 3, 9)));
    assert_eq!(opened.state.values["pand"], choice("woning"));
    assert_eq!(opened.state.values.get("politie-informatie"), None);
    drop(vault);
    let vault = again(&place);
    assert_eq!(entries(&vault, &case, "maatregel").len(), 1);
    assert_eq!(linked(&vault, &case), [opened.number.as_str()]);
    assert_eq!(linked(&vault, &opened), [case.number.as_str()]);
    for one in [&case, &opened] {
        let store = vault.store(&one.register).unwrap();
        let last = store.history(one.key).unwrap().remove(0);
        assert_eq!(last.operation, action.id);
        let why = last.reason.unwrap().text(Language::Dutch);
        assert!(why.contains("ander register"), "{why}");
    }
    assert_eq!(now(&vault, &opened), *opened);
}

#[test]
fn the_link_stands_with_the_more_sensitive_of_the_two() {
    let (_place, mut vault) = vault();
    let nuisance = nuisance(&mut vault);
    let closure = close(&mut vault, &nuisance).opened.unwrap();
    assert_eq!(entries(&vault, &nuisance, LINK).len(), 1);
    assert_eq!(entries(&vault, &closure, LINK).len(), 0);
    let write = new_case(CRIME, state(&[("behandelaar", text("anna"))]));
    let case = record(vault.store_mut(CRIME).unwrap(), write);
    let visit = EntryState::at("interventie", ninth()).with("soort", choice("sluiting"));
    let action = opening(&case, visit, CLOSURES);
    let closure = vault.record(CRIME, &action).unwrap().opened.unwrap();
    assert_eq!(closure.state.values.get("pand"), None);
    assert_eq!(entries(&vault, &case, LINK).len(), 0);
    assert_eq!(entries(&vault, &closure, LINK).len(), 1);
    assert_eq!(linked(&vault, &case), [closure.number.as_str()]);
    // Undone from either end.
    let undone = vault.undo_in(CLOSURES, &action.id, &operation()).unwrap();
    assert_eq!(undone.cases[0].state.withdrawn, Some(Withdrawn::TakenBack));
    assert_eq!(entries(&vault, &case, "interventie").len(), 0);
    assert_eq!(linked(&vault, &case), [""; 0]);
}

#[test]
fn a_step_opens_only_what_its_definition_says() {
    let (_place, mut vault) = vault();
    let case = nuisance(&mut vault);
    for (which, register) in [("gesprek", CLOSURES), ("sluiting", ORDERS)] {
        let refused = vault.record(HOUSING, &opening(&case, measure(which), register));
        let refused = refused.unwrap_err();
        assert!(matches!(refused, StoreError::UnknownRegister { .. }));
    }
    assert_eq!(entries(&vault, &case, "maatregel").len(), 0);
    let order = opening(&case, measure("gedragsaanwijzing"), ORDERS);
    let opened = vault.record(HOUSING, &order).unwrap().opened.unwrap();
    assert_eq!(opened.register, ORDERS);
    // What the same action says of the case is taken over as it becomes.
    let mut moved = case.state.clone();
    moved.set("behandelaar", Some(text("bert")));
    let action = closing(&case).with(Write::over(&case, moved));
    let opened = vault.record(HOUSING, &action).unwrap().opened.unwrap();
    assert_eq!(opened.state.values["behandelaar"], text("bert"));
}

#[test]
fn a_case_that_runs_is_linked_in_place_of_a_second_one() {
    let (_place, mut vault) = vault();
    let case = nuisance(&mut vault);
    let write = new_case(CLOSURES, state(&[]));
    let running = record(vault.store_mut(CLOSURES).unwrap(), write);
    let mut action = closing(&case);
    action.opens.as_mut().unwrap().running = Some(running.key);
    let recorded = vault.record(HOUSING, &action).unwrap();
    assert_eq!(recorded.opened.unwrap().number, running.number);
    assert_eq!(linked(&vault, &case), [running.number.as_str()]);
    // A second step about it links it no second time.
    let mut action = closing(&case);
    action.opens.as_mut().unwrap().running = Some(running.key);
    vault.record(HOUSING, &action).unwrap();
    assert_eq!(entries(&vault, &case, "maatregel").len(), 2);
    assert_eq!(entries(&vault, &case, LINK).len(), 1);
    assert_eq!(standing(&vault, CLOSURES).len(), 1);
    // Where the link stands with the other one, it is undone there too.
    let write = new_case(CRIME, state(&[]));
    let crime = record(vault.store_mut(CRIME).unwrap(), write);
    let visit = EntryState::at("interventie", ninth()).with("soort", choice("sluiting"));
    let mut action = opening(&crime, visit, CLOSURES);
    action.opens.as_mut().unwrap().running = Some(running.key);
    vault.record(CRIME, &action).unwrap();
    assert_eq!(entries(&vault, &running, LINK).len(), 1);
    let undone = vault.undo(&action.id, &operation()).unwrap();
    assert_eq!(undone.opened.unwrap().number, running.number);
    assert_eq!(entries(&vault, &running, LINK).len(), 0);
    assert_eq!(standing(&vault, CLOSURES).len(), 1);
}

#[test]
fn undoing_the_step_takes_back_the_case_and_doing_it_again_brings_both_back() {
    let (place, mut vault) = vault();
    let case = nuisance(&mut vault);
    let recorded = close(&mut vault, &case);
    let (action, opened) = (recorded.action.unwrap(), recorded.opened.unwrap());
    let undo = operation();
    let undone = vault.undo(&action, &undo).unwrap();
    assert_eq!(undone.opened.unwrap().number, opened.number);
    drop(vault);
    let mut vault = again(&place);
    assert_eq!(entries(&vault, &case, "maatregel").len(), 0);
    assert_eq!(linked(&vault, &case), [""; 0]);
    assert_eq!(standing(&vault, CLOSURES), []);
    let redo = operation();
    vault.undo_in(HOUSING, &undo.id, &redo).unwrap();
    assert_eq!(linked(&vault, &case), [opened.number.as_str()]);
    assert_eq!(standing(&vault, CLOSURES).len(), 1);
    vault.undo_in(HOUSING, &redo.id, &operation()).unwrap();
    assert_eq!(standing(&vault, CLOSURES), []);
    assert_eq!(entries(&vault, &case, "maatregel").len(), 0);
}

#[test]
fn what_was_done_in_the_opened_case_since_is_not_lost_with_the_step() {
    let (_place, mut vault) = vault();
    let case = nuisance(&mut vault);
    let recorded = close(&mut vault, &case);
    let (action, opened) = (recorded.action.unwrap(), recorded.opened.unwrap());
    let mut further = opened.state.clone();
    further.set("motivering", Some(text("verzonnen")));
    record(vault.store_mut(CLOSURES).unwrap(), change(&opened, further));
    let refused = vault.undo_in(HOUSING, &action, &operation()).unwrap_err();
    let StoreError::ChangedSince { number, .. } = &refused else {
        panic!("{refused:?}");
    };
    assert_eq!(*number, opened.number);
    assert_eq!(entries(&vault, &case, "maatregel").len(), 1);
    assert_eq!(standing(&vault, CLOSURES).len(), 1);
}

#[test]
fn nothing_is_recorded_or_undone_while_the_other_file_is_not_there() {
    let (place, mut vault) = vault();
    let case = nuisance(&mut vault);
    let action = close(&mut vault, &case).action.unwrap();
    drop(vault);
    let file = place.path().join("maatregelen.db");
    let aside = place.path().join("maatregelen.aside");
    fs::rename(&file, &aside).unwrap();
    let mut vault = again(&place);
    let other = nuisance(&mut vault);
    let refused = [
        vault.undo(&action, &operation()).unwrap_err(),
        vault.undo_in(HOUSING, &action, &operation()).unwrap_err(),
        vault.record(HOUSING, &closing(&other)).unwrap_err(),
    ];
    for refused in refused {
        assert!(
            matches!(refused, StoreError::FileGone { .. }),
            "{refused:?}"
        );
        let sentence = refused.explain(Language::Dutch);
        assert!(sentence.contains("maatregelen.db"), "{sentence}");
    }
    assert_eq!(entries(&vault, &case, "maatregel").len(), 1);
    assert_eq!(entries(&vault, &other, "maatregel").len(), 0);
    drop(vault);
    fs::rename(&aside, &file).unwrap();
    let mut vault = again(&place);
    vault.undo(&action, &operation()).unwrap();
    assert_eq!(standing(&vault, CLOSURES), []);
}

#[test]
fn an_older_copy_of_the_other_file_leaves_the_step_as_it_is() {
    let (place, mut vault) = vault();
    let case = nuisance(&mut vault);
    let older = place.path().join("ouder.db");
    let backup = Backups::of(place.path()).make(BackupKind::Manual, noon());
    let backup = backup.unwrap().backup.path.join("maatregelen.db");
    fs::copy(backup, &older).unwrap();
    let action = close(&mut vault, &case).action.unwrap();
    drop(vault);
    for ending in ["db-wal", "db-shm"] {
        fs::remove_file(place.path().join(format!("maatregelen.{ending}"))).ok();
    }
    fs::rename(&older, place.path().join("maatregelen.db")).unwrap();
    let mut vault = again(&place);
    let refused = vault.undo_in(HOUSING, &action, &operation()).unwrap_err();
    assert!(matches!(refused, StoreError::OtherHalfMissing { .. }));
    let sentence = refused.explain(Language::Dutch);
    assert!(sentence.contains(CLOSURES), "{sentence}");
    assert_eq!(entries(&vault, &case, "maatregel").len(), 1);
}

#[test]
fn merging_moves_the_step_and_its_link_and_both_are_still_undone_together() {
    let (_place, mut vault) = vault();
    let [case, remaining] = [1, 2].map(|_| nuisance(&mut vault));
    let recorded = close(&mut vault, &case);
    let (action, opened) = (recorded.action.unwrap(), recorded.opened.unwrap());
    let plan = vault.plan_merge(remaining.clone(), case).unwrap();
    let definition = vault.definition(HOUSING).unwrap();
    let merging = plan.operation(definition, operation(), ninth());
    vault.record(HOUSING, &merging).unwrap();
    assert_eq!(linked(&vault, &remaining), [opened.number.as_str()]);
    assert_eq!(linked(&vault, &opened), [remaining.number.as_str()]);
    // The other way round: the case that was opened turns out to be another one.
    let write = new_case(CLOSURES, state(&[]));
    let known = record(vault.store_mut(CLOSURES).unwrap(), write);
    let plan = vault.plan_merge(known.clone(), *opened).unwrap();
    let definition = vault.definition(CLOSURES).unwrap();
    let merging = plan.operation(definition, operation(), ninth());
    vault.record(CLOSURES, &merging).unwrap();
    assert_eq!(linked(&vault, &remaining), [known.number.as_str()]);
    assert_eq!(linked(&vault, &known), [remaining.number.as_str()]);
    // That merge stands on the step, which is undone only after it.
    vault.undo(&action, &operation()).unwrap_err();
    assert_eq!(linked(&vault, &remaining), [known.number.as_str()]);
    vault.undo(&merging.id, &operation()).unwrap();
    vault.undo(&action, &operation()).unwrap();
    assert_eq!(linked(&vault, &remaining), [""; 0]);
    assert_eq!(entries(&vault, &remaining, "maatregel").len(), 0);
    assert_eq!(standing(&vault, CLOSURES).len(), 1);
}
