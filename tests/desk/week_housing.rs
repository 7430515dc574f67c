//! The week of the coordinator woonoverlast.

use egui::Key;
use peildatum::language::Language;
use peildatum::register::Value;

use super::support::{CTRL, HOUSING, Screen, bring_in, change, text};
use super::timeline::{case, choice, open, stored, timeline};
use super::week::{do_by_name, store, within};

#[test]
fn one_step_up_the_ladder_has_its_deadline_filled_in() {
    let mut screen = timeline();
    screen.count_keys();
    screen.press_with(CTRL, Key::L);
    assert_eq!(screen.value("Welke maatregel"), "Buurtbemiddeling");
    assert_eq!(screen.value("Termijn tot"), "02-01-2026");
    store(&mut screen);
    within(&screen, 4);
    let step = stored(&screen, "W2209").remove(0).state;
    let due = Value::Date("2026-01-02".parse().unwrap());
    assert_eq!(step.values["maatregel"], choice("buurtbemiddeling"));
    assert_eq!(step.values["uiterlijk"], due);
    let case = case(&screen.vault(), HOUSING, "W2209");
    assert_eq!(case.state.values["actie-uiterlijk"], due);
}

#[test]
fn a_list_for_one_corporatie_holds_only_what_may_be_shared() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        for (number, whose) in [
            ("W2209", "vidomes"),
            ("W2208", "stedelink"),
            ("W2207", "vidomes"),
        ] {
            change(vault, HOUSING, number, |state| {
                state.set("eigendom", Some(choice("corporatie")));
                state.set("corporatie", Some(choice(whose)));
                state.set("melder-bekendheid", Some(choice("niet-delen")));
                let who = Value::Text("Mevrouw Verzonnen".to_owned());
                state.set("melder", Some(who));
            });
        }
    });
    screen.count_keys();
    screen.press_with(CTRL, Key::F);
    screen.write("vido");
    screen.press(Key::Enter);
    screen.expect("2 lopende casussen");
    screen.press_with(CTRL, Key::O);
    screen.press_with(CTRL, Key::P);
    assert_eq!(screen.value("Wat"), text("paper-agenda"));
    let path = screen.folder.path().join("vidomes.html");
    screen.tab_to("Bestand");
    screen.press_with(CTRL, Key::A);
    screen.write_freely(&path.display().to_string());
    screen.press(Key::Enter);
    within(&screen, 20);
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("W2209") && page.contains("W2207"));
    assert!(!page.contains("W2208"), "that is of another corporatie");
    assert!(!page.contains("Verzonnen"), "nobody is named");
}

#[test]
fn a_case_is_closed_with_a_reason_and_opened_again_with_a_reason() {
    let mut screen = timeline();
    screen.count_keys();
    do_by_name(&mut screen, "afsl");
    screen.expect("W2209 afsluiten");
    assert_eq!(screen.focused().as_deref(), Some("Reden afsluiting"));
    store(&mut screen);
    screen.expect(&text("fault-no-outcome"));
    assert_eq!(screen.focused().as_deref(), Some("Reden afsluiting"));
    assert!(
        case(&screen.vault(), HOUSING, "W2209")
            .state
            .closing()
            .is_none()
    );
    screen.letter('b');
    store(&mut screen);
    within(&screen, 12);
    let closed = case(&screen.vault(), HOUSING, "W2209").state;
    let outcome = closed.closing().unwrap().outcome.as_deref();
    assert_eq!(outcome, Some("bemiddeld"));
    assert_eq!(closed.status.as_deref(), Some("afgerond"));

    // The next case took its place.
    open(&mut screen, "W2209");
    screen.count_keys();
    do_by_name(&mut screen, "hero");
    screen.write_freely("De muziek is er weer");
    store(&mut screen);
    within(&screen, 9);
    let again = case(&screen.vault(), HOUSING, "W2209");
    assert_eq!(again.state.spells.len(), 2);
    let vault = screen.vault();
    let history = vault.store(HOUSING).unwrap().history(again.key).unwrap();
    assert_eq!(
        history[0].why(Language::Dutch).as_deref(),
        Some("De muziek is er weer")
    );
}

#[test]
fn a_case_is_found_by_a_few_letters_of_its_number() {
    let mut screen = timeline();
    screen.press(Key::Escape);
    screen.count_keys();
    open(&mut screen, "W2207");
    within(&screen, 8);
    assert!(screen.selected_row().unwrap().starts_with("W2207"));
}
