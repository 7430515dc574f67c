//! What happens to a case after it was taken down: changed, closed with a reason, opened again, and changed by two
//! people at once.

use egui::{Key, Modifiers};
use peildatum::language::Language;
use peildatum::register::{CaseFile, Value};

use super::support::{CTRL, HOUSING, Screen, change, text};

fn case(screen: &Screen, number: &str) -> CaseFile {
    let cases = screen.stored(HOUSING).into_iter();
    cases
        .into_iter()
        .find(|case| case.number == number)
        .unwrap()
}

fn handler(screen: &Screen, number: &str) -> Option<Value> {
    case(screen, number)
        .state
        .values
        .get("behandelaar")
        .cloned()
}

fn named(name: &str) -> Option<Value> {
    Some(Value::Text(name.to_owned()))
}

/// The list with its newest running case selected.
fn with_a_case() -> Screen {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen
}

#[test]
fn a_change_is_stored_and_its_history_says_what_it_was_before() {
    let mut screen = with_a_case();
    screen.press_with(CTRL, Key::E);
    screen.expect("W2209 bewerken");
    assert_eq!(screen.value("Eigendom"), "Koop");
    screen.tab_to("Eigendom");
    screen.letter('p');
    screen.tab_to("Behandelaar");
    screen.write("Verzonnen Behandelaar");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("W2209 is opgeslagen");
    screen.expect_part("Eigendom  Koop → Particulier");
    screen.expect_part("Behandelaar  Verzonnen Behandelaar");
    screen.expect_part(&text("case-changed"));
    let stored = case(&screen, "W2209");
    assert_eq!(stored.version, 2);
    assert_eq!(
        stored.state.values.get("eigendom"),
        Some(&Value::Choice("particulier".to_owned()))
    );
    assert!(
        screen.selected_row().unwrap().contains("Particulier"),
        "the list shows it at once"
    );
}

#[test]
fn saving_without_a_change_makes_no_history() {
    let mut screen = with_a_case();
    screen.press_with(CTRL, Key::E);
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(case(&screen, "W2209").version, 1);
}

#[test]
fn a_case_is_closed_with_a_reason_or_not_at_all() {
    let mut screen = with_a_case();
    screen.click(&text("command-finish-case"));
    screen.expect("W2209 afsluiten");
    assert_eq!(screen.value("Datum afgesloten"), "21-11-2025");
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("fault-no-outcome"));
    assert_eq!(case(&screen, "W2209").version, 1);
    screen.tab_to("Reden afsluiting");
    screen.letter('b');
    assert_eq!(screen.value("Reden afsluiting"), "Bemiddeld");
    screen.press_with(CTRL, Key::Enter);
    let stored = case(&screen, "W2209");
    let closing = stored.state.closing().unwrap();
    assert_eq!(closing.outcome.as_deref(), Some("bemiddeld"));
    assert_eq!(closing.date.to_string(), "2025-11-21");
    assert_eq!(stored.state.status.as_deref(), Some("afgerond"));
    screen.expect("Woonoverlast, 141 lopende casussen");
    screen.expect("W2209 is afgesloten");
    assert!(
        screen.selected_row().unwrap().starts_with("W2208"),
        "the next one takes its place"
    );
    screen.search("W2209");
    screen.press(Key::Enter);
    screen.expect_part("Afgesloten: bemiddeld, vandaag 10:30");
    screen.expect("27-11-2024 – 21-11-2025 (bemiddeld)");
}

#[test]
fn closing_keeps_the_filter_and_the_place() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::F);
    screen.write("meer");
    screen.press(Key::Enter);
    screen.expect("31 lopende casussen");
    screen.press_times(Key::ArrowDown, 3);
    let rows = screen.rows();
    let at = rows
        .iter()
        .position(|row| Some(row) == screen.selected_row().as_ref());
    let next = rows[at.unwrap() + 1].clone();
    screen.click(&text("command-finish-case"));
    // Nothing was changed yet, so there is nothing to warn of.
    assert!(!screen.shows(&text("form-not-saved-yet")));
    screen.find("Casus afsluiten");
    screen.find(&text("form-cancel"));
    screen.tab_to("Reden afsluiting");
    screen.letter('b');
    screen.click("Casus afsluiten");
    screen.expect("Filter Wijk: Meerzicht");
    screen.expect("30 lopende casussen");
    assert_eq!(screen.selected_row(), Some(next));
    assert_eq!(screen.focused().as_deref(), Some("Woonoverlast, 30 rijen"));
}

#[test]
fn the_last_case_of_a_list_gives_its_place_to_the_one_above_it() {
    let mut screen = Screen::housing();
    screen.press(Key::End);
    let rows = screen.rows();
    let above = rows[rows.len() - 2].clone();
    screen.click(&text("command-finish-case"));
    screen.letter('b');
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.selected_row(), Some(above));
}

#[test]
fn a_change_that_falls_out_of_the_filter_leaves_the_case_open_and_the_filter_on() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::F);
    screen.write("meer");
    screen.press(Key::Enter);
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Wijk");
    screen.letter('o');
    screen.press_with(CTRL, Key::Enter);
    screen.expect("30 lopende casussen");
    screen.expect("Filter Wijk: Meerzicht");
    screen.find("Bewerken");
}

#[test]
fn an_end_before_the_begin_is_said_beside_the_date() {
    let mut screen = with_a_case();
    screen.click(&text("command-finish-case"));
    screen.tab_to("Datum afgesloten");
    screen.overwrite("01-01-2020");
    screen.tab_to("Reden afsluiting");
    screen.letter('o');
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("ligt vóór het begin");
    assert_eq!(case(&screen, "W2209").version, 1);
}

#[test]
fn a_case_that_was_closed_opens_again_and_keeps_its_first_end() {
    let mut screen = Screen::housing();
    screen.search("W2002");
    screen.press(Key::Enter);
    assert!(!screen.shows(&text("command-finish-case")));
    screen.click(&text("command-reopen-case"));
    screen.expect("W2002 heropenen");
    assert_eq!(screen.value(&text("form-reopened-on")), "21-11-2025");
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("form-needs-reason"));
    assert_eq!(case(&screen, "W2002").version, 1);
    assert_eq!(screen.focused(), Some(text("form-reason")));
    screen.write("Nieuwe verzonnen meldingen");
    screen.press_with(CTRL, Key::Enter);
    let stored = case(&screen, "W2002");
    assert_eq!(stored.state.spells.len(), 2);
    assert!(stored.state.spells[0].closed.is_some());
    assert_eq!(stored.state.spells[1].opened.to_string(), "2025-11-21");
    screen.expect("Woonoverlast, 143 lopende casussen");
    screen.find(&text("command-finish-case"));
    let vault = screen.vault();
    let history = vault.store(HOUSING).unwrap().history(stored.key).unwrap();
    let reason = history[0].why(Language::Dutch);
    assert_eq!(reason.as_deref(), Some("Nieuwe verzonnen meldingen"));
}

#[test]
fn a_change_that_is_left_waits_and_another_case_can_be_changed_meanwhile() {
    let mut screen = with_a_case();
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Behandelaar");
    screen.write("Half getypt");
    screen.press(Key::Escape);
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL, Key::E);
    screen.expect("W2208 bewerken");
    assert_eq!(screen.value("Behandelaar"), "");
    screen.press(Key::Escape);
    screen.press(Key::ArrowUp);
    screen.press_with(CTRL, Key::E);
    screen.expect("W2209 bewerken");
    assert_eq!(screen.value("Behandelaar"), "Half getypt");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(handler(&screen, "W2209"), named("Half getypt"));
    assert!(screen.drafts().is_empty());
}

/// A form on the screen in which a handler was typed, while another window stores this about the same case.
fn meanwhile(edit: impl FnOnce(&mut peildatum::register::CaseState)) -> Screen {
    let mut screen = with_a_case();
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Behandelaar");
    screen.write("Mijn Behandelaar");
    change(&mut screen.vault(), HOUSING, "W2209", edit);
    screen.press_with(CTRL, Key::Enter);
    screen
}

fn phone(number: &str) -> impl FnOnce(&mut peildatum::register::CaseState) {
    let number = Value::Text(number.to_owned());
    move |state| state.set("telefoon", Some(number))
}

#[test]
fn a_stale_save_shows_both_versions_and_stores_nothing() {
    let screen = meanwhile(phone("06 00000000"));
    screen.expect_part("W2209 is intussen ook door iemand anders gewijzigd");
    screen.expect("Telefoon melder");
    screen.expect("Nu opgeslagen  06 00000000");
    screen.expect("Uw invoer  Mijn Behandelaar");
    assert_eq!(
        screen.value("Behandelaar"),
        "Mijn Behandelaar",
        "what was typed still stands"
    );
    assert_eq!(handler(&screen, "W2209"), None);
    assert_eq!(case(&screen, "W2209").version, 2);
}

#[test]
fn my_changes_are_added_to_theirs_and_both_are_kept() {
    let mut screen = meanwhile(phone("06 00000000"));
    screen.click(&text("conflict-apply"));
    screen.expect("W2209 is opgeslagen");
    let stored = case(&screen, "W2209");
    assert_eq!(stored.version, 3);
    assert_eq!(
        stored.state.values.get("telefoon"),
        named("06 00000000").as_ref()
    );
    assert_eq!(handler(&screen, "W2209"), named("Mijn Behandelaar"));
    assert!(!screen.shows_part("intussen ook door iemand anders"));
}

#[test]
fn where_both_changed_the_same_the_choice_is_the_user_s() {
    let theirs = |state: &mut peildatum::register::CaseState| {
        state.set("behandelaar", named("Andere Behandelaar"));
    };
    let mut screen = meanwhile(theirs);
    screen.expect("Nu opgeslagen  Andere Behandelaar");
    screen.expect("Uw invoer  Mijn Behandelaar");
    // What is typed is chosen, and seen to be.
    assert_eq!(
        screen.value("Behandelaar: wat moet er staan"),
        "Mijn invoer"
    );
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(handler(&screen, "W2209"), named("Mijn Behandelaar"));
    let mut screen = meanwhile(|state| {
        theirs(state);
        phone("06 00000000")(state);
    });
    // By keyboard alone: the first choice has it already.
    assert_eq!(
        screen.focused().as_deref(),
        Some("Behandelaar: wat moet er staan")
    );
    screen.press(Key::ArrowRight);
    assert_eq!(
        screen.value("Behandelaar: wat moet er staan"),
        "Wat nu is opgeslagen"
    );
    screen.expect(&text("conflict-takes-theirs"));
    screen.press_with(CTRL, Key::Enter);
    screen.expect("W2209 is opgeslagen");
    assert_eq!(handler(&screen, "W2209"), named("Andere Behandelaar"));
    let stored = case(&screen, "W2209");
    assert_eq!(
        stored.state.values.get("telefoon"),
        named("06 00000000").as_ref()
    );
    let mut screen = meanwhile(theirs);
    screen.click(&text("conflict-keep"));
    assert_eq!(handler(&screen, "W2209"), named("Andere Behandelaar"));
    assert!(
        screen.drafts().is_empty(),
        "what was given up waits no longer"
    );
}

#[test]
fn a_third_version_is_a_conflict_again() {
    let mut screen = meanwhile(phone("06 00000000"));
    change(&mut screen.vault(), HOUSING, "W2209", phone("06 11111111"));
    screen.click(&text("conflict-apply"));
    screen.expect_part("intussen ook door iemand anders");
    screen.expect_part("06 11111111");
    screen.click(&text("conflict-apply"));
    let stored = case(&screen, "W2209");
    assert_eq!(
        stored.state.values.get("telefoon"),
        named("06 11111111").as_ref()
    );
    assert_eq!(handler(&screen, "W2209"), named("Mijn Behandelaar"));
}

#[test]
fn a_form_that_was_only_looked_at_is_not_taken_for_a_new_case() {
    let mut screen = with_a_case();
    let before = screen.stored(HOUSING);
    screen.press_with(CTRL, Key::E);
    screen.expect("W2209 bewerken");
    // Away by the palette and back: nothing was typed, so nothing waits.
    screen.search("W2208");
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::N);
    screen.expect("Nieuwe melding");
    assert_eq!(screen.value("Postcode"), "");
    screen.write("2711 AA");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    let after = screen.stored(HOUSING);
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(after[..before.len()], before[..], "no other case changed");
}

#[test]
fn a_reopening_before_the_closing_is_refused_beside_its_date() {
    let mut screen = with_a_case();
    screen.click("Afsluiten…");
    screen.tab_to("Reden afsluiting");
    screen.letter('o');
    screen.press_with(CTRL, Key::Enter);
    screen.expect("W2209 is afgesloten");
    screen.search("W2209");
    screen.press(Key::Enter);
    screen.click("Heropenen…");
    screen.write("Nieuwe verzonnen meldingen");
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    screen.overwrite("01-01-2025");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("De zaak is heropend op 01-01-2025");
    assert_eq!(screen.focused().as_deref(), Some("Heropend op"));
    assert_eq!(case(&screen, "W2209").state.spells.len(), 1);
}

#[test]
fn nothing_is_changed_from_the_figures_without_being_seen() {
    let mut screen = with_a_case();
    screen.press_with(CTRL, Key::G);
    screen.press_with(CTRL, Key::E);
    screen.expect("W2209 bewerken");
    assert_eq!(screen.value("Eigendom"), "Koop");
}

#[test]
fn a_reopening_keeps_its_reason_through_a_conflict() {
    let mut screen = Screen::housing();
    screen.search("W2002");
    screen.press(Key::Enter);
    screen.click(&text("command-reopen-case"));
    screen.tab_to(&text("form-reason"));
    screen.write("Nieuwe verzonnen meldingen");
    change(&mut screen.vault(), HOUSING, "W2002", phone("06 00000000"));
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("W2002 is intussen ook door iemand anders gewijzigd");
    screen.click(&text("conflict-apply"));
    screen.expect("W2002 is opgeslagen");
    let stored = case(&screen, "W2002");
    assert_eq!(stored.state.spells.len(), 2);
    let vault = screen.vault();
    let history = vault.store(HOUSING).unwrap().history(stored.key).unwrap();
    assert_eq!(
        history[0].why(Language::Dutch).as_deref(),
        Some("Nieuwe verzonnen meldingen")
    );
}
