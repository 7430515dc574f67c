//! The list of work on a Monday morning: tasks are set done with one key, and put off with a reason.

use std::sync::atomic::Ordering::Relaxed;

use chrono::NaiveDate;
use egui::Key;
use peildatum::register::{CaseFile, CaseState, Entry, EntryState, PUT_OFF, SETTLED, Spell, Value};
use peildatum::store::{CaseOf, EntryWrite, Operation, Target, Vault, Write};

use super::support::{ACTOR, CTRL, HOUSING, Screen, now, text};

pub const BANS: &str = "huisverboden";
pub const COLLEAGUE: &str = "Verzonnen Collega";

pub fn words(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Puts a case in a register, and whether somebody was spoken to the day after it began.
pub fn add(
    vault: &mut Vault,
    register: &str,
    number: &str,
    opened: &str,
    values: &[(&str, Value)],
) {
    let mut state = CaseState {
        spells: vec![Spell::since(day(opened))],
        ..CaseState::default()
    };
    let definition = vault.definition(register).unwrap();
    let first = definition.first_status(true);
    state.status = first.map(|status| status.choice.id.clone());
    for (field, value) in values {
        state.set(field, Some(value.clone()));
    }
    let spoken = day(opened)
        .succ_opt()
        .unwrap()
        .and_hms_opt(9, 0, 0)
        .unwrap();
    let contact = EntryState::at("contact", spoken).with("verslag", words("Gebeld (verzonnen)"));
    let write = Write {
        register: register.to_owned(),
        target: Target::New {
            number: Some(number.to_owned()),
        },
        state,
    };
    let mut operation = Operation::by("collega", now()).with(write);
    if register == HOUSING {
        operation = operation.with_entry(EntryWrite::new(CaseOf::Written(0), contact));
    }
    let store = vault.store_mut(register).unwrap();
    store.record(&operation).unwrap();
}

pub fn planned(owner: &str, what: &str, due: &str) -> [(&'static str, Value); 3] {
    [
        ("behandelaar", words(owner)),
        ("volgende-actie", words(what)),
        ("actie-uiterlijk", Value::Date(day(due))),
    ]
}

/// A team on a Friday: what is late, what is of today, what lies still, and a ban that runs by the hour.
fn a_team(vault: &mut Vault) {
    let late = planned(ACTOR, "Terugbellen (verzonnen)", "2025-11-18");
    add(vault, HOUSING, "T1", "2025-11-10", &late);
    let today = planned(ACTOR, "Brief sturen (verzonnen)", "2025-11-21");
    add(vault, HOUSING, "T2", "2025-11-10", &today);
    let still = [("behandelaar", words(ACTOR))];
    add(vault, HOUSING, "T3", "2025-10-01", &still);
    let others = planned(COLLEAGUE, "Huisbezoek (verzonnen)", "2025-11-24");
    add(vault, HOUSING, "T4", "2025-11-10", &others);
    let far = planned(COLLEAGUE, "Evalueren (verzonnen)", "2026-03-02");
    add(vault, HOUSING, "T5", "2025-11-10", &far);
    let served = "2025-11-11T14:30:00".parse().unwrap();
    let ban = [("uitgereikt", Value::DateTime(served))];
    add(vault, BANS, "B1", "2025-11-11", &ban);
}

fn entries(screen: &Screen, case: &CaseFile) -> Vec<Entry> {
    let vault = screen.vault();
    let store = vault.store(&case.register).unwrap();
    store.entries(case.key).unwrap()
}

fn case(screen: &Screen, register: &str, number: &str) -> CaseFile {
    let cases = screen.stored(register);
    let mut cases = cases.into_iter();
    cases.find(|case| case.number == number).unwrap()
}

fn settled(screen: &Screen, case: &CaseFile) -> Vec<EntryState> {
    let entries = entries(screen, case).into_iter().map(|entry| entry.state);
    entries.filter(|state| state.kind == SETTLED).collect()
}

fn at_work() -> Screen {
    let mut screen = Screen::filled(a_team);
    screen.count_keys();
    screen.press_with(CTRL, Key::J);
    screen
}

#[test]
fn one_key_shows_what_is_late_and_what_lies_still() {
    let screen = at_work();
    assert_eq!(screen.keys_pressed(), 2, "Ctrl and J");
    screen.expect("2 te laat, 1 vandaag, 0 deze week");
    let rows = screen.rows();
    assert_eq!(rows.len(), 3, "{rows:#?}");
    assert!(
        rows[0].starts_with("20 dagen te laat") && rows[0].contains("T3"),
        "{rows:#?}"
    );
    assert!(
        rows[1].starts_with("3 dagen te laat, Terugbellen (verzonnen)"),
        "{rows:#?}"
    );
    assert!(
        rows[2].starts_with("vandaag, Brief sturen (verzonnen)"),
        "{rows:#?}"
    );
    screen.expect("Mijn werk, 3 taken te laat of deze week");
    screen.expect("Te laat 2");
}

#[test]
fn a_next_action_is_done_with_one_key_and_undone_with_another() {
    let mut screen = at_work();
    screen.press(Key::ArrowDown);
    screen.count_keys();
    screen.letter('k');
    assert_eq!(screen.keys_pressed(), 1);
    screen.expect("Gedaan: Terugbellen (verzonnen) (T1)");
    let stored = case(&screen, HOUSING, "T1");
    assert!(!stored.state.values.contains_key("volgende-actie"));
    assert!(!stored.state.values.contains_key("actie-uiterlijk"));
    let said = settled(&screen, &stored);
    assert_eq!(said[0].text("wat"), Some("Terugbellen (verzonnen)"));
    assert_eq!(said[0].text(SETTLED), Some("volgende-actie"));
    let selected = screen.selected_row().unwrap();
    assert!(
        selected.contains("Brief sturen"),
        "the next task: {selected}"
    );
    screen.press_with(CTRL, Key::Z);
    let stored = case(&screen, HOUSING, "T1");
    assert_eq!(
        stored.state.values["volgende-actie"],
        words("Terugbellen (verzonnen)")
    );
    assert!(settled(&screen, &stored)[0].withdrawn);
    assert_eq!(screen.rows().len(), 3, "the task stands there again");
}

#[test]
fn a_look_at_a_case_that_lies_still_counts_as_something_happening() {
    let mut screen = at_work();
    screen.letter('k');
    let stored = case(&screen, HOUSING, "T3");
    assert_eq!(settled(&screen, &stored)[0].text(SETTLED), Some("stil"));
    assert!(!screen.rows().iter().any(|row| row.contains("T3")));
}

#[test]
fn a_task_waits_until_another_day_for_a_reason_or_not_at_all() {
    let mut screen = at_work();
    screen.press(Key::ArrowDown);
    screen.count_keys();
    screen.letter('u');
    screen.press(Key::Enter);
    screen.expect(&text("task-action-no-reason"));
    assert_eq!(case(&screen, HOUSING, "T1").version, 1);
    screen.write_freely("Melder is op reis (verzonnen)");
    screen.press(Key::Enter);
    assert!(screen.keys_pressed() <= 4, "{}", screen.keys_pressed());
    let stored = case(&screen, HOUSING, "T1");
    let next_week = Value::Date(day("2025-11-28"));
    assert_eq!(stored.state.values["actie-uiterlijk"], next_week);
    let said = settled(&screen, &stored);
    assert_eq!(said[0].values[PUT_OFF], next_week);
    assert_eq!(said[0].text("reden"), Some("Melder is op reis (verzonnen)"));
    let rows = screen.rows();
    assert!(rows[2].starts_with("7 dagen, Terugbellen"), "{rows:#?}");
    assert_eq!(screen.focused().as_deref(), Some("Werk, 3 taken"));
}

#[test]
fn another_day_is_typed_as_it_is_spoken_and_lies_ahead() {
    let mut screen = at_work();
    screen.letter('u');
    screen.write_freely("Wacht op de corporatie");
    screen.tab_to("Nieuwe datum");
    screen.overwrite("gisteren");
    screen.press(Key::Enter);
    screen.expect(&text("task-action-not-later"));
    screen.tab_to("Nieuwe datum");
    screen.overwrite("+14");
    screen.press(Key::Enter);
    let stored = case(&screen, HOUSING, "T3");
    let said = settled(&screen, &stored);
    assert_eq!(said[0].values[PUT_OFF], Value::Date(day("2025-12-05")));
}

#[test]
fn what_the_law_sets_cannot_wait_and_has_its_hour() {
    let mut screen = at_work();
    screen.click("Team 6");
    let rows = screen.rows();
    let ban = rows.iter().position(|row| row.contains("B1")).unwrap();
    assert!(
        rows[ban].starts_with("vandaag 14:30, Besluit over verlenging, wettelijk"),
        "{rows:#?}"
    );
    screen.press_times(Key::ArrowDown, ban);
    screen.letter('u');
    screen.expect_part("Wet tijdelijk huisverbod");
    assert!(!screen.shows(&text("put-off-until")));
    assert!(settled(&screen, &case(&screen, BANS, "B1")).is_empty());
}

#[test]
fn the_work_of_a_colleague_who_is_away_is_found_by_a_letter() {
    let mut screen = at_work();
    screen.tab_to("Collega");
    screen.press(Key::Enter);
    screen.letter('v');
    screen.press(Key::Enter);
    screen.expect("Werk van Verzonnen Collega");
    let rows = screen.rows();
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert!(rows[0].contains("Huisbezoek"));
    screen.click("Nog 1 taak die pas over meer dan 60 dagen aan de beurt is");
    assert_eq!(screen.rows().len(), 2);
    screen.click("Zonder behandelaar 1");
    assert!(screen.rows()[0].contains("B1"));
}

#[test]
fn enter_opens_the_case_beside_its_list_where_the_task_can_be_settled_too() {
    let mut screen = at_work();
    screen.press(Key::ArrowDown);
    screen.press(Key::Enter);
    screen.expect("Uiterlijk 18-11-2025");
    assert!(screen.selected_row().unwrap().starts_with("T1"));
    assert!(screen.selected_row().unwrap().contains("3 dagen te laat"));
    screen.click("Gedaan Terugbellen (verzonnen)");
    let stored = case(&screen, HOUSING, "T1");
    assert!(!stored.state.values.contains_key("volgende-actie"));
    screen.expect("Gedaan: Terugbellen (verzonnen) (T1)");
}

#[test]
fn nothing_to_do_says_what_will_stand_here() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::J);
    screen.expect(&text("work-empty"));
    screen.expect(&text("work-empty-others"));
}

#[test]
fn an_action_on_a_task_is_withdrawn_in_the_timeline_with_a_reason() {
    let mut screen = at_work();
    screen.press(Key::ArrowDown);
    screen.letter('k');
    super::timeline::open(&mut screen, "T1");
    screen.press(Key::F6);
    let items = super::timeline::items(&screen);
    assert!(items[0].contains("Terugbellen (verzonnen)"), "{items:#?}");
    screen.press(Key::Delete);
    screen.write_freely("Was nog niet gebeld (verzonnen)");
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("timeline-taken-back"));
    assert!(
        !screen.shows(&text("timeline-withdraw-reason")),
        "{:#?}",
        screen.says()
    );
    assert!(settled(&screen, &case(&screen, HOUSING, "T1"))[0].withdrawn);
}

#[test]
fn what_is_undone_later_is_recorded_as_undone_later() {
    let (mut screen, minutes) = Screen::passing(a_team);
    screen.press_with(CTRL, Key::J);
    screen.press(Key::ArrowDown);
    screen.letter('k');
    minutes.store(25, Relaxed);
    screen.press_with(CTRL, Key::Z);
    let stored = case(&screen, HOUSING, "T1");
    let vault = screen.vault();
    let history = vault.store(HOUSING).unwrap().history(stored.key).unwrap();
    let last = history.iter().map(|revision| revision.recorded).max();
    assert_eq!(last, Some(now() + chrono::Duration::minutes(25)));
}

#[test]
fn escape_leaves_the_keyboard_in_the_list() {
    let mut screen = at_work();
    let here = screen.focused();
    assert!(here.is_some());
    screen.press(Key::Escape);
    assert_eq!(screen.focused(), here);
    screen.press(Key::Escape);
    assert_eq!(screen.focused(), here);
}

#[test]
fn the_case_of_a_task_stands_beside_it_and_every_key_of_a_case_works_there() {
    let mut screen = at_work();
    assert!(!screen.shows("Bewerken"), "nothing was gone to yet");
    screen.press(Key::ArrowDown);
    screen.expect("Uiterlijk 18-11-2025");
    screen.find("Bewerken");
    screen.press_with(CTRL, Key::M);
    screen.write_freely("Gebeld (verzonnen)");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("T1 is opgeslagen");
    screen.expect("2 te laat, 1 vandaag, 0 deze week");
    // Escape leaves what is on top: then the case, and the list has the keyboard.
    screen.press(Key::Escape);
    assert!(!screen.shows("Bewerken"));
    assert_eq!(screen.focused().as_deref(), Some("Werk, 3 taken"));
}

#[test]
fn a_case_that_is_changed_from_the_work_goes_back_to_the_work() {
    let mut screen = at_work();
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL, Key::E);
    screen.expect("T1 bewerken");
    screen.tab_to("Volgende actie");
    screen.overwrite("Mailen (verzonnen)");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("T1 is opgeslagen");
    screen.expect("2 te laat, 1 vandaag, 0 deze week");
    assert!(
        screen
            .selected_row()
            .unwrap()
            .contains("Mailen (verzonnen)")
    );
}

#[test]
fn ready_views_show_what_is_late_what_is_due_this_week_and_what_lies_still() {
    let mut screen = at_work();
    // The heading of the section is called so too.
    screen.click_nth("Te laat 2", 0);
    assert_eq!(screen.rows().len(), 2);
    screen.click("30 dagen niets gebeurd 1");
    let rows = screen.rows();
    assert!(rows.len() == 1 && rows[0].contains("T3"), "{rows:#?}");
    screen.click("Deze week 3");
    assert_eq!(screen.rows().len(), 3);
    screen.click("Deze week 3");
    assert_eq!(screen.rows().len(), 3, "all of them again");
}
