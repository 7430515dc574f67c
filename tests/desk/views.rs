//! Saved views of a list: saved under a name and opened again, by keyboard.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use peildatum::store::{Vault, View, ViewKind, new_id};

use super::support::{ACTOR, CTRL, HOUSING, Screen, bring_in, now, text};

const CTRL_SHIFT: Modifiers = CTRL.plus(Modifiers::SHIFT);

fn views(screen: &Screen) -> Vec<View> {
    screen.vault().store(HOUSING).unwrap().views(ACTOR).unwrap()
}

/// The running cases in Meerzicht, saved as the view "Maandagoverleg".
fn with_view() -> Screen {
    let mut screen = Screen::housing();
    filter(&mut screen, "meer");
    screen.press_with(CTRL_SHIFT, Key::S);
    screen.write("Maandagoverleg");
    screen.press(Key::Enter);
    screen
}

fn filter(screen: &mut Screen, letters: &str) {
    screen.press_with(CTRL, Key::F);
    screen.write(letters);
    screen.press(Key::Enter);
}

#[test]
fn a_list_is_saved_under_a_name_and_opened_from_the_search() {
    let mut screen = with_view();
    screen.expect("Weergave: Maandagoverleg");
    let saved = views(&screen);
    assert_eq!(saved.len(), 1);
    assert_eq!(
        (saved[0].name.as_str(), saved[0].shared),
        ("Maandagoverleg", false)
    );
    screen.press_with(CTRL, Key::J);
    screen.search("maandag");
    screen.expect(&text("views"));
    screen.press(Key::Enter);
    screen.expect("31 lopende casussen");
    screen.expect("Weergave: Maandagoverleg");
}

#[test]
fn a_changed_list_is_marked_and_saved_with_one_key() {
    let mut screen = with_view();
    filter(&mut screen, "centr");
    screen.expect("Weergave: Maandagoverleg (gewijzigd)");
    screen.press_with(CTRL, Key::S);
    screen.expect("Weergave: Maandagoverleg");
    screen.search("zonder weergave");
    screen.press(Key::Enter);
    screen.expect("142 lopende casussen");
    screen.search("maandag");
    screen.press(Key::Enter);
    screen.expect("52 lopende casussen");
}

#[test]
fn a_name_is_asked_and_no_two_views_have_the_same() {
    let mut screen = with_view();
    screen.press_with(CTRL_SHIFT, Key::S);
    screen.press(Key::Enter);
    screen.expect(&text("view-name-missing"));
    screen.write("maandagoverleg");
    screen.press(Key::Enter);
    screen.expect(&text("view-name-taken"));
    screen.press(Key::Escape);
    assert_eq!(views(&screen).len(), 1);
    screen.search("naam van de weergave");
    screen.press(Key::Enter);
    screen.overwrite("Weekoverleg");
    screen.press(Key::Enter);
    screen.expect("Weergave: Weekoverleg");
    assert_eq!(views(&screen)[0].name, "Weekoverleg");
}

#[test]
fn a_view_is_shared_thrown_away_and_taken_back() {
    let mut screen = with_view();
    screen.search("delen met");
    screen.press(Key::Enter);
    assert!(views(&screen)[0].shared);
    screen.search("weergave verwijderen");
    screen.press(Key::Enter);
    assert_eq!(views(&screen), []);
    screen.expect("31 lopende casussen");
    screen.click(&text("command-restore-view"));
    screen.expect("Weergave: Maandagoverleg");
    assert!(views(&screen)[0].shared);
}

#[test]
fn a_register_opens_with_the_view_that_is_chosen_for_it() {
    let mut screen = with_view();
    screen.search("hiermee openen");
    screen.press(Key::Enter);
    screen.press_with(CTRL_SHIFT, Key::W);
    assert!(
        screen
            .all(Role::Button)
            .contains(&"Maandagoverleg".to_owned())
    );
    screen.press(Key::Escape);
    // The settings stay with the user; the list is made anew when the vault opens again.
    screen.search("andere kluis");
    screen.press(Key::Enter);
    screen.click(&text("first-screen-open"));
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.expect("31 lopende casussen");
}

/// The vault with a view of a colleague, which names something that is gone.
fn colleague(vault: &mut Vault) {
    bring_in(vault, HOUSING, "woonoverlast-2024.csv");
    let content = r#"{"scope":"running","slice":{"wijk":[["meerzicht","weg"]],"kleur":[["rood"]]},
        "sort":{"by":"begin","descending":true},"columns":["nummer","kleur"]}"#;
    let view = View {
        id: new_id(),
        kind: ViewKind::List,
        register: HOUSING.to_owned(),
        name: "Van Bram".to_owned(),
        owner: "bram".to_owned(),
        shared: true,
        saved: now(),
        content: content.to_owned(),
    };
    vault.store_mut(HOUSING).unwrap().keep_view(&view).unwrap();
}

#[test]
fn what_is_no_longer_there_is_left_out_and_named() {
    let mut screen = Screen::filled(colleague);
    screen.search("van bram");
    screen.press(Key::Enter);
    screen.expect("31 lopende casussen");
    screen.expect_part("kleur, Wijk: weg. De rest is toegepast.");
    // Somebody else's view is not changed: a name is asked to save it under.
    screen.press_with(CTRL, Key::S);
    screen.expect(&text("view-name-new"));
}
