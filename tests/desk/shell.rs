//! What stands around every screen: navigation, reference date, language, light and dark, help.

use std::collections::BTreeSet;

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use peildatum::language::Language;
use peildatum::register::Registers;

use super::finding::{is_dark, texts};
use super::support::{CTRL, HOUSING, Screen, bring_in, period, text};

const ALT: Modifiers = Modifiers::ALT;

#[test]
fn the_navigation_names_every_register_with_what_runs_now() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        bring_in(vault, "ipta", "ipta-2024.csv");
        bring_in(
            vault,
            "ondermijning-signalen",
            "ondermijning-signalen-2024.csv",
        );
    });
    screen.find("Woonoverlast, 142 lopende casussen");
    // Signals do not run, and a register in which nothing runs has no count.
    screen.find("Ondermijning, signalen");
    screen.find("Ondermijning, casussen");
    assert!(screen.shows_part("Jeugd preventief, IPTA, "));
    screen.click("Ondermijning, signalen");
    screen.expect("177 van 177 signalen");
    assert!(screen.is_chosen("Ondermijning, signalen"));
    screen.press_with(ALT, Key::Num1);
    screen.expect("142 lopende casussen");
    screen.press_with(CTRL, Key::G);
    assert!(screen.is_chosen("Cijfers"));
}

#[test]
fn the_reference_date_is_on_every_screen() {
    let mut screen = Screen::housing();
    let date = "Peildatum 21-11-2025";
    screen.find(date);
    screen.press(Key::ArrowDown);
    screen.find(date);
    screen.press_with(CTRL, Key::E);
    screen.find(date);
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::N);
    screen.find(date);
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::I);
    screen.find(date);
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::G);
    screen.find(date);
    screen.press_with(CTRL, Key::K);
    screen.find(date);
    screen.press(Key::Escape);
    screen.press(Key::F1);
    screen.find(date);
}

#[test]
fn alt_and_an_arrow_steps_from_year_to_year_and_passes_today() {
    let mut screen = Screen::housing();
    screen.press_with(ALT, Key::ArrowLeft);
    screen.find("Peildatum 31-12-2024");
    screen.find("Periode 2024");
    screen.press_with(ALT, Key::ArrowLeft);
    screen.find("Peildatum 31-12-2023");
    screen.press_with(ALT, Key::ArrowRight);
    screen.press_with(ALT, Key::ArrowRight);
    screen.find("Peildatum 21-11-2025");
    screen.press_with(ALT, Key::ArrowRight);
    screen.find("Peildatum 31-12-2025");
    screen.press_with(ALT, Key::ArrowDown);
    screen.find("Peildatum 21-11-2025");
    // The list is about now, whatever the reference date.
    screen.press_with(ALT, Key::ArrowLeft);
    screen.expect("142 lopende casussen");
}

#[test]
fn keys_that_arrive_in_one_frame_each_do_what_they_say() {
    let mut screen = Screen::housing();
    for pressed in [true, true, false] {
        screen.harness.event(Event::Key {
            key: Key::ArrowLeft,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: ALT,
        });
    }
    screen.settle();
    screen.find("Peildatum 31-12-2023");
}

#[test]
fn the_reference_date_is_typed_as_it_is_said() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::D);
    assert_eq!(screen.focused().as_deref(), Some("Peildatum"));
    // The old date is selected: typing replaces it.
    screen.write("30-06-2024");
    screen.press(Key::Enter);
    screen.find("Peildatum 30-06-2024");
    screen.find("Periode 2024");
    screen.press_with(CTRL, Key::D);
    screen.write("gisteren");
    screen.press(Key::Enter);
    screen.find("Peildatum 20-11-2025");
}

#[test]
fn a_date_that_does_not_exist_is_said_so_and_changes_nothing() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::D);
    screen.write("31-02-2024");
    screen.expect_part("“31-02-2024” is geen datum die bestaat");
    screen.press(Key::Enter);
    screen.find("Peildatum 21-11-2025");
    screen.press(Key::Escape);
    assert!(!screen.shows_part("geen datum die bestaat"));
    // Escape closes the date, and then means what it meant before.
    screen.press(Key::ArrowDown);
    screen.find("Peildatum 21-11-2025");
}

#[test]
fn the_dates_people_ask_for_most_are_one_click_away() {
    let mut screen = Screen::housing();
    for (id, date) in [
        ("date-end-of-month", "31-10-2025"),
        ("date-end-of-quarter", "30-09-2025"),
        ("date-end-of-year", "31-12-2024"),
        ("date-today", "21-11-2025"),
    ] {
        screen.press_with(CTRL, Key::D);
        screen.click(&text(id));
        screen.find(&format!("Peildatum {date}"));
    }
}

#[test]
fn figures_are_about_a_year_a_quarter_or_a_month() {
    let mut screen = Screen::housing();
    screen.click("Periode 2025");
    screen.click(&period("quarter"));
    screen.find("Periode 4e kwartaal 2025");
    screen.press_with(ALT, Key::ArrowLeft);
    screen.find("Peildatum 30-09-2025");
    screen.find("Periode 3e kwartaal 2025");
    screen.click("Periode 3e kwartaal 2025");
    screen.click(&period("month"));
    screen.find("Periode september 2025");
    screen.press_with(ALT, Key::ArrowLeft);
    screen.find("Peildatum 31-08-2025");
}

#[test]
fn the_help_lists_every_shortcut_there_is() {
    let mut screen = Screen::housing();
    screen.press(Key::F1);
    screen.click(&text("help-keys"));
    for shortcut in [
        "Zoeken, Ctrl K",
        "Nieuw in dit register, Ctrl N",
        "Bewerken, Ctrl E",
        "Opslaan, Ctrl Enter",
        "Sluiten, Esc",
        "Importeren…, Ctrl I",
        "Woonoverlast, Alt 1",
        "Ondermijning, signalen, Alt 2",
        "Ondermijning, casussen, Alt 3",
        "Ondermijning, controles, Alt 4",
        "Bibob, onderzoeken, Alt 5",
        "Jeugd, deelnemers, Alt 6",
        "Jeugd, jeugdgroepen, Alt 7",
        "Jeugd preventief, IPTA, Alt 8",
        "Maatregelen, huisverboden, Alt 9",
        "Cijfers, Ctrl G",
        "Tabel kopiëren, Ctrl Shift C",
        "Peildatum kiezen…, Ctrl D",
        "Peildatum vandaag, Alt ↓",
        "Vorige periode, Alt ←",
        "Volgende periode, Alt →",
        "Hulp en sneltoetsen, F1",
    ] {
        screen.expect(shortcut);
    }
    screen.click(&text("help-words"));
    screen.expect(&text("help-balance"));
    screen.press(Key::F1);
    assert!(
        !screen.shows(&text("help-balance")),
        "the key that opens it closes it"
    );
    screen.press(Key::F1);
    screen.click(&text("help-words"));
    screen.expect(&text("help-balance"));
    screen.press(Key::Escape);
    assert!(!screen.shows(&text("help-balance")));
    screen.click(&text("status-help"));
    screen.click(&text("help-words"));
    screen.expect(&text("help-balance"));
}

#[test]
fn whatever_closes_gives_the_keyboard_back() {
    let mut screen = Screen::housing();
    let list = screen.focused();
    assert!(list.is_some());
    for (modifiers, key) in [
        (CTRL, Key::N),
        (CTRL, Key::I),
        (CTRL, Key::K),
        (Modifiers::NONE, Key::F1),
        (CTRL, Key::D),
    ] {
        screen.press_with(modifiers, key);
        screen.press(Key::Escape);
        assert_eq!(screen.focused(), list, "after {modifiers:?} {key:?}");
    }
    screen.press(Key::ArrowDown);
    screen.press_with(CTRL, Key::E);
    screen.press(Key::Escape);
    assert_eq!(screen.focused(), list);
    screen.press_with(CTRL, Key::G);
    let table = screen.focused();
    assert_eq!(table.as_deref(), Some("Tabel, Koop, lopend, Centrum: 6"));
    for (modifiers, key) in [(CTRL, Key::K), (Modifiers::NONE, Key::F1), (CTRL, Key::D)] {
        screen.press_with(modifiers, key);
        screen.press(Key::Escape);
        assert_eq!(screen.focused(), table, "after {modifiers:?} {key:?}");
    }
}

#[test]
fn light_and_dark_follow_each_other() {
    let mut screen = Screen::housing();
    let mut seen = Vec::new();
    for _ in 0..3 {
        screen.search("licht");
        screen.press(Key::Enter);
        seen.push((is_dark(&screen), screen.shows(&text("theme-dark"))));
    }
    assert!(seen.contains(&(false, false)), "{seen:?}");
    assert!(seen.contains(&(true, true)), "{seen:?}");
}

/// Texts of the screen and labels of the registers that are Dutch and would be something else in English.
fn only_dutch() -> BTreeSet<String> {
    let mut dutch = BTreeSet::new();
    let mut english = BTreeSet::new();
    for id in texts() {
        dutch.insert(Language::Dutch.text(&id));
        english.insert(Language::English.text(&id));
    }
    for register in Registers::shipped().unwrap().all() {
        let mut labels = vec![&register.label, &register.team_label, &register.begin.label];
        labels.extend([
            &register.purpose,
            &register.legal_ground,
            &register.case_words.new,
        ]);
        for field in &register.fields {
            labels.push(&field.label);
            labels.extend(&field.section);
            labels.extend(field.choices.iter().map(|choice| &choice.label));
        }
        labels.extend(register.statuses.iter().map(|status| &status.choice.label));
        labels.extend(register.tables.iter().map(|table| &table.label));
        for label in labels {
            dutch.insert(label.text(Language::Dutch).to_owned());
            english.insert(label.text(Language::English).to_owned());
        }
    }
    // The name of the program is a Dutch word.
    english.insert("Peildatum".to_owned());
    dutch.retain(|text| !english.contains(text) && !text.contains('{'));
    dutch
}

#[test]
fn every_text_of_every_screen_turns_with_the_language() {
    let dutch = only_dutch();
    let mut screen = Screen::housing();
    screen.click("testpersoon, instellingen en hulp");
    screen.click(&text("command-language"));
    let mut left = BTreeSet::new();
    let mut look = |screen: &Screen, name: &str| {
        let said = screen.says().into_iter().chain(screen.hints());
        let kept = said.filter(|said| dutch.contains(said));
        left.extend(kept.map(|text| format!("{name}: {text}")));
    };
    screen.press_with(ALT, Key::Num1);
    look(&screen, "list");
    screen.press(Key::ArrowDown);
    look(&screen, "case");
    screen.press_with(CTRL, Key::E);
    look(&screen, "form");
    screen.press_with(CTRL, Key::Enter);
    look(&screen, "saved");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::I);
    look(&screen, "import");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::G);
    screen.press_with(ALT, Key::ArrowLeft);
    screen.press(Key::Enter);
    look(&screen, "figures");
    screen.press_with(CTRL, Key::K);
    look(&screen, "search");
    screen.press(Key::Escape);
    screen.press(Key::F1);
    look(&screen, "help");
    for topic in ["help-keys", "help-words"] {
        screen.click(&Language::English.text(topic));
        look(&screen, topic);
    }
    assert!(left.is_empty(), "still Dutch: {left:#?}");
    screen.press(Key::Escape);
    screen.search("Nederlands");
    screen.press(Key::Enter);
    screen.expect(&text("figures-open-list"));
}

#[test]
fn what_was_said_on_another_screen_is_not_said_here() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(CTRL | Modifiers::SHIFT, Key::C);
    screen.expect(&text("figures-copied"));
    screen.press_with(CTRL, Key::J);
    assert!(!screen.shows(&text("figures-copied")));
}

#[test]
fn in_a_small_window_no_action_covers_the_title() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::O);
    let wide = screen.find(&text("meeting-store")).rect().width();
    screen.harness.set_size(egui::vec2(960.0, 600.0));
    screen.settle();
    let title = screen.harness.get_by_label("Casusoverleg Woonoverlast");
    for action in ["meeting-store", "meeting-paper", "meeting-end"] {
        let action = screen.find(&text(action)).rect();
        assert!(title.rect().right() < action.left());
        assert!(action.width() < wide, "its name is kept, not its words");
    }
}
