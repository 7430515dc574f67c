//! Nothing that is typed is lost: a form is a draft from its first character, waits where it was left, comes back as it
//! was, and never counts.

use egui::{Key, Modifiers};
use peildatum::register::Value;

use super::support::{CTRL, HOUSING, SIGNALS, Screen, change, text};

/// A new case with an address that is half typed.
fn typed() -> Screen {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.write("2711 AB");
    screen.press(Key::Tab);
    screen.write("7");
    screen.pause();
    screen
}

#[test]
fn the_first_character_is_kept_at_once() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    assert!(screen.drafts().is_empty());
    screen.write("2");
    let drafts = screen.drafts();
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].register, HOUSING);
    screen.expect("Concept bewaard om 10:30 · telt nog niet mee");
}

#[test]
fn a_crash_loses_nothing_that_was_typed_and_a_draft_never_counts() {
    let mut screen = typed().crash();
    screen.expect("Verder met concept 2711 AB 7, bewaard om 10:30");
    assert!(screen.stored(HOUSING).is_empty());
    screen.expect("0 lopende casussen");
    screen.click("Verder met concept 2711 AB 7, bewaard om 10:30");
    assert_eq!(screen.value("Postcode"), "2711 AB");
    assert_eq!(screen.value("Huisnummer"), "7");
    assert_eq!(
        screen.focused().as_deref(),
        Some("Huisnummer"),
        "the keyboard is where it was"
    );
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 1);
    assert!(screen.drafts().is_empty());
    assert!(!screen.shows_part("Verder met concept"));
}

#[test]
fn a_second_call_comes_in_and_the_first_waits() {
    let mut screen = typed();
    screen.press_with(CTRL, Key::N);
    assert_eq!(screen.value("Postcode"), "");
    screen.write("2715 AB");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 1);
    assert_eq!(screen.drafts().len(), 1);
    screen.expect("Woonoverlast, 1 lopende casus, 1 concept");
    screen.click("Verder met concept 2711 AB 7, bewaard om 10:30");
    assert_eq!(screen.value("Huisnummer"), "7");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 2);
    assert!(screen.drafts().is_empty());
}

#[test]
fn two_drafts_wait_at_once_and_each_is_found_by_its_words() {
    let mut screen = typed();
    screen.press_with(CTRL, Key::N);
    screen.write("2715 AB");
    screen.press(Key::Escape);
    screen.expect(&text("form-waits"));
    assert_eq!(screen.drafts().len(), 2);
    screen.expect("2 concepten");
    // From anywhere, by the search.
    screen.press_with(CTRL, Key::G);
    screen.search("concept 2711");
    screen.press(Key::Enter);
    assert_eq!(screen.value("Huisnummer"), "7");
}

#[test]
fn each_register_has_its_own_drafts() {
    let mut screen = typed();
    screen.press_with(Modifiers::ALT, Key::Num2);
    assert!(!screen.shows_part("2711 AB 7"));
    screen.press_with(CTRL, Key::N);
    screen.tab_to("Postcode");
    screen.write("2715 AB");
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.expect_part("Verder met concept 2711 AB 7");
    let registers = screen.drafts().into_iter().map(|draft| draft.register);
    let mut registers: Vec<String> = registers.collect();
    registers.sort();
    assert_eq!(registers, [SIGNALS, HOUSING]);
}

#[test]
fn what_is_thrown_away_can_be_taken_back_for_a_moment() {
    let mut screen = typed();
    screen.click(&text("command-discard"));
    assert!(screen.drafts().is_empty());
    screen.expect("Weggegooid: 2711 AB 7");
    screen.click(&text("command-restore"));
    assert_eq!(screen.drafts().len(), 1);
    screen.click("Concept 2711 AB 7 weggooien");
    assert!(screen.drafts().is_empty());
    screen.click(&text("command-restore"));
    screen.click("Verder met concept 2711 AB 7, bewaard om 10:30");
    assert_eq!(screen.value("Huisnummer"), "7");
}

#[test]
fn a_save_that_is_refused_leaves_the_draft() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.write("27 AB");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("“27 AB” is geen postcode");
    let mut screen = screen.crash();
    screen.click("Verder met concept 27 AB, bewaard om 10:30");
    assert_eq!(screen.value("Postcode"), "27 AB");
}

#[test]
fn a_draft_of_a_case_that_was_changed_meanwhile_is_a_conflict() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Behandelaar");
    screen.write("Mijn Behandelaar");
    screen.pause();
    let mut screen = screen.crash();
    change(&mut screen.vault(), HOUSING, "W2209", |state| {
        state.set("telefoon", Some(Value::Text("06 00000000".to_owned())));
    });
    screen.click("Verder met concept W2209 bewerken, bewaard om 10:30");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("W2209 is intussen ook door iemand anders gewijzigd");
    screen.expect("Nu opgeslagen  06 00000000");
    assert_eq!(screen.drafts().len(), 1);
    screen.click(&text("conflict-apply"));
    screen.expect("W2209 is opgeslagen");
    assert!(screen.drafts().is_empty());
    let cases = screen.stored(HOUSING);
    let case = cases.iter().find(|case| case.number == "W2209").unwrap();
    let value = |id: &str| case.state.values.get(id).cloned();
    let named = |name: &str| Some(Value::Text(name.to_owned()));
    assert_eq!(value("telefoon"), named("06 00000000"));
    assert_eq!(value("behandelaar"), named("Mijn Behandelaar"));
}

#[test]
fn what_is_typed_in_a_case_waits_as_well() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL, Key::M);
    screen.write("Gebeld met een verzonnen buur");
    screen.pause();
    // Another case, and back by the strip.
    screen.search("W2208");
    screen.press(Key::Enter);
    assert_eq!(screen.drafts().len(), 1);
    screen.click("Verder met concept Contactmoment · W2209, bewaard om 10:30");
    assert!(screen.selected_row().unwrap().starts_with("W2209"));
    assert_eq!(
        screen.value("Wat is er gezegd"),
        "Gebeld met een verzonnen buur"
    );
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.drafts().is_empty());
    screen.expect("W2209 is opgeslagen");
}

#[test]
fn the_draft_of_a_register_that_was_defined_anew_comes_back() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.write("2711 AB");
    screen.tab_to("Eigendom");
    screen.letter('p');
    screen.pause();
    // The municipality takes a choice away while the draft waits.
    let folder = screen.vault_folder().join("registers");
    std::fs::create_dir_all(&folder).unwrap();
    let shipped = include_str!("../../assets/registers/10-woonoverlast.toml");
    let without: Vec<&str> = shipped
        .lines()
        .filter(|line| !line.contains("id = \"particulier\""))
        .collect();
    std::fs::write(folder.join("woonoverlast.toml"), without.join("\n")).unwrap();
    let mut screen = screen.crash();
    screen.click("Verder met concept 2711 AB, bewaard om 10:30");
    assert_eq!(screen.value("Postcode"), "2711 AB");
    assert_eq!(screen.value("Eigendom"), "");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 1);
}

/// Hides or shows again the drafts in the file of a team, as a file that is damaged does.
fn rename_drafts(screen: &Screen, team: &str, from: &str, to: &str) {
    let file = screen.vault_folder().join(team);
    let connection = rusqlite::Connection::open(file).unwrap();
    let rename = format!("ALTER TABLE {from} RENAME TO {to}");
    connection.execute_batch(&rename).unwrap();
}

#[test]
fn what_was_stored_is_told_so_when_the_drafts_of_another_team_cannot_be_read() {
    let mut screen = typed();
    screen.fill_required();
    rename_drafts(&screen, "ondermijning.db", "draft", "weg");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("is opgeslagen");
    screen.press_with(CTRL, Key::Enter);
    rename_drafts(&screen, "ondermijning.db", "weg", "draft");
    assert_eq!(screen.stored(HOUSING).len(), 1, "stored once");
}

#[test]
fn a_draft_that_could_not_be_kept_is_tried_again() {
    let mut screen = typed();
    rename_drafts(&screen, "woonoverlast.db", "draft", "weg");
    screen.write("4");
    screen.pause();
    rename_drafts(&screen, "woonoverlast.db", "weg", "draft");
    (0..16).for_each(|_| screen.harness.step());
    let drafts = screen.drafts();
    assert!(
        drafts[0].content.contains("\"74\""),
        "{}",
        drafts[0].content
    );
}
