//! A case meeting: from a list, decisions typed while they are taken, each in its own file.

use egui::{Event, Key, Modifiers};
use peildatum::register::{CaseFile, Closing, EntryState, Value};
use peildatum::store::Vault;

use super::support::{CTRL, HOUSING, Screen, change, text};
use super::work::{add, words};

fn three_cases(vault: &mut Vault) {
    for (number, opened) in [
        ("M1", "2025-11-12"),
        ("M2", "2025-11-11"),
        ("M3", "2025-11-10"),
    ] {
        add(
            vault,
            HOUSING,
            number,
            opened,
            &[("behandelaar", words("Verzonnen Collega"))],
        );
    }
}

fn meeting() -> Screen {
    let mut screen = Screen::filled(three_cases);
    screen.count_keys();
    screen.press_with(CTRL, Key::O);
    screen
}

fn stored(screen: &Screen, number: &str) -> (CaseFile, Vec<EntryState>) {
    let cases = screen.stored(HOUSING).into_iter();
    let case = cases
        .into_iter()
        .find(|case| case.number == number)
        .unwrap();
    let vault = screen.vault();
    let entries = vault.store(HOUSING).unwrap().entries(case.key).unwrap();
    let entries = entries.into_iter().map(|entry| entry.state);
    let decisions = entries.filter(|entry| entry.kind == "besluit").collect();
    (case, decisions)
}

#[test]
fn a_decision_is_typed_in_the_meeting_and_stands_in_the_file() {
    let mut screen = meeting();
    screen.expect("Casusoverleg Woonoverlast");
    screen.expect("0 van 3 besproken");
    screen.write_freely("Huisbezoek met de wijkagent (verzonnen)");
    screen.tab_to("Volgende actie");
    screen.write_freely("Bezoek plannen (verzonnen)");
    screen.tab_to("Uiterlijk");
    screen.write("+7");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("1 van 3 besproken");
    let (case, decisions) = stored(&screen, "M1");
    assert_eq!(decisions.len(), 1);
    let said = decisions[0].text("besluit");
    assert_eq!(said, Some("Huisbezoek met de wijkagent (verzonnen)"));
    assert_eq!(
        case.state.values["volgende-actie"],
        words("Bezoek plannen (verzonnen)")
    );
    let due = Value::Date("2025-11-28".parse().unwrap());
    assert_eq!(case.state.values["actie-uiterlijk"], due);
    assert!(
        screen.selected_row().unwrap().starts_with("M2"),
        "the next case is on"
    );
    assert!(screen.rows()[0].ends_with(&text("meeting-handled")));
    assert_eq!(screen.value("Besluit"), "", "with nothing typed about it");
    assert!(screen.keys_pressed() <= 12, "{}", screen.keys_pressed());
}

#[test]
fn going_on_stores_nothing_and_loses_nothing() {
    let mut screen = meeting();
    screen.write_freely("Nog niet rond (verzonnen)");
    screen.press(Key::PageDown);
    assert!(screen.selected_row().unwrap().starts_with("M2"));
    assert!(stored(&screen, "M1").1.is_empty());
    assert!(screen.rows()[0].ends_with(&text("meeting-typed")));
    screen.press(Key::PageUp);
    assert_eq!(screen.value("Besluit"), "Nog niet rond (verzonnen)");
    screen.press(Key::Escape);
    screen.expect("Woonoverlast, 3 rijen");
    screen.click(&text("meeting"));
    assert_eq!(screen.value("Besluit"), "Nog niet rond (verzonnen)");
    screen.click(&text("meeting-end"));
    screen.expect(&text("meeting-waits"));
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(stored(&screen, "M1").1.len(), 1);
    screen.click(&text("meeting-end"));
    assert!(!screen.shows(&text("meeting")));
}

#[test]
fn a_decision_without_words_is_none() {
    let mut screen = meeting();
    screen.press_with(CTRL, Key::Enter);
    assert!(stored(&screen, "M1").1.is_empty());
    assert!(screen.selected_row().unwrap().starts_with("M1"));
}

#[test]
fn what_is_typed_in_a_meeting_is_offered_nowhere_else_while_it_goes_on() {
    let mut screen = meeting();
    screen.write_freely("Nog niet rond (verzonnen)");
    screen.pause();
    assert_eq!(screen.drafts().len(), 1);
    screen.press(Key::Escape);
    screen.expect("Woonoverlast, 3 rijen");
    assert!(!screen.shows_part("Verder met concept"));
    // The search finds it, and leads to the meeting it is typed in.
    screen.search("concept");
    screen.press(Key::Enter);
    screen.expect("0 van 3 besproken");
    assert_eq!(screen.value("Besluit"), "Nog niet rond (verzonnen)");
    let mut screen = screen.crash();
    screen.expect_part("Verder met concept");
    screen.search("concept");
    screen.press(Key::Enter);
    assert_eq!(screen.value("Besluit"), "Nog niet rond (verzonnen)");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(stored(&screen, "M1").1.len(), 1);
    assert!(screen.drafts().is_empty());
}

#[test]
fn whoever_leaves_the_meeting_as_a_decision_is_stored_leaves_no_draft_of_it() {
    let mut screen = meeting();
    screen.write_freely("Huisbezoek met de wijkagent (verzonnen)");
    // The last words, so shortly before that they were not kept yet.
    for typed in [" mor", "gen"] {
        screen.harness.event(Event::Text(typed.to_owned()));
        screen.harness.step();
    }
    let down = |key, modifiers| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    };
    // Both keys in one frame: the answer comes after both.
    let keys = [down(Key::Enter, CTRL), down(Key::Escape, Modifiers::NONE)];
    screen.harness.input_mut().events.extend(keys);
    screen.settle();
    screen.expect("Woonoverlast, 3 rijen");
    let said = stored(&screen, "M1").1;
    assert_eq!(
        said[0].text("besluit"),
        Some("Huisbezoek met de wijkagent (verzonnen) morgen")
    );
    assert!(screen.drafts().is_empty(), "{:#?}", screen.drafts());
}

#[test]
fn a_decision_that_is_refused_comes_back_with_what_was_typed_and_why() {
    let mut screen = meeting();
    change(&mut screen.vault(), HOUSING, "M1", |case| {
        case.set("volgende-actie", Some(words("Van een collega (verzonnen)")));
    });
    screen.write_freely("Huisbezoek (verzonnen)");
    screen.tab_to("Volgende actie");
    screen.write_freely("Bezoek plannen (verzonnen)");
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.selected_row().unwrap().starts_with("M1"));
    assert_eq!(screen.value("Besluit"), "Huisbezoek (verzonnen)");
    let said = screen.says().into_iter();
    let said = said.filter(|said| said.contains("intussen door iemand anders gewijzigd"));
    assert!(said.count() > 1, "beside what was typed, not only below");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(stored(&screen, "M1").1.len(), 1);
    assert!(screen.selected_row().unwrap().starts_with("M2"));
}

/// Decides something about the first case with a next action, and stores it.
fn decide_with_action(screen: &mut Screen) {
    screen.write_freely("Huisbezoek met de wijkagent (verzonnen)");
    screen.tab_to("Volgende actie");
    screen.write_freely("Bezoek plannen (verzonnen)");
    screen.tab_to("Uiterlijk");
    screen.write("+7");
}

#[test]
fn what_a_colleague_changed_during_the_meeting_is_shown_before_a_decision_goes_over_it() {
    let mut screen = meeting();
    decide_with_action(&mut screen);
    change(&mut screen.vault(), HOUSING, "M1", |state| {
        state.set("telefoon", Some(words("06 00000000")));
    });
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("M1 is intussen ook door iemand anders gewijzigd");
    screen.expect_part("06 00000000");
    assert!(stored(&screen, "M1").1.is_empty());
    screen.press_with(CTRL, Key::Enter);
    let (case, decisions) = stored(&screen, "M1");
    assert_eq!(decisions.len(), 1);
    assert_eq!(case.state.values["telefoon"], words("06 00000000"));
    assert!(
        !screen.shows_part("intussen ook door iemand anders"),
        "it was about M1"
    );
}

#[test]
fn a_case_that_was_closed_during_the_meeting_is_asked_no_status() {
    let mut screen = meeting();
    screen.expect("Status");
    decide_with_action(&mut screen);
    change(&mut screen.vault(), HOUSING, "M1", |state| {
        let day = "2025-11-20".parse().unwrap();
        state.spells[0].closed = Some(Closing {
            outcome: Some("opgelost".to_owned()),
            ..Closing::on(day)
        });
        state.status = Some("afgerond".to_owned());
    });
    screen.press_with(CTRL, Key::Enter);
    assert!(!screen.shows("Status"));
    screen.press_with(CTRL, Key::Enter);
    let (case, decisions) = stored(&screen, "M1");
    assert_eq!(decisions.len(), 1);
    assert_eq!(case.state.status.as_deref(), Some("afgerond"));
}
