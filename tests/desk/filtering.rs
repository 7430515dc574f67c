//! The filters of a list on what is not counted: words, the owner of a case, when its next task is due, when it began.

use egui::Key;
use peildatum::register::Value;

use super::support::{ACTOR, CTRL, HOUSING, Screen, bring_in, change, text};
use super::work::{add, planned};

fn filter(screen: &mut Screen, letters: &str) {
    screen.press_with(CTRL, Key::F);
    screen.write(letters);
    screen.press(Key::Enter);
}

#[test]
fn words_and_numbers_filter_the_list() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::F);
    screen.write("2723 BA 131");
    screen.press(Key::Enter);
    assert_eq!(screen.rows().len(), 1);
    assert!(screen.rows()[0].starts_with("W2209"));
    screen.tab_to("Filter “2723 BA 131”");
    screen.press(Key::Backspace);
    screen.expect("142 lopende casussen");
}

#[test]
fn my_cases_are_those_with_my_name_whatever_its_capitals() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        for (number, name) in [("W2209", "TestPersoon"), ("W2208", "Bram")] {
            change(vault, HOUSING, number, |state| {
                state.set("behandelaar", Some(Value::Text(name.to_owned())));
            });
        }
    });
    assert_eq!(ACTOR, "testpersoon");
    filter(&mut screen, "van mij");
    assert_eq!(screen.rows().len(), 1);
    assert!(screen.rows()[0].starts_with("W2209"));
    filter(&mut screen, "van niemand");
    assert!(screen.rows().iter().all(|row| !row.starts_with("W2209")));
}

#[test]
fn what_is_late_and_when_it_began() {
    let mut screen = Screen::housing();
    filter(&mut screen, "vorig jaar");
    screen.expect_part("lopende casussen");
    assert!(screen.rows().iter().all(|row| row.contains("-2024")));
    filter(&mut screen, "te laat");
    assert!(screen.rows().iter().all(|row| row.contains("te laat")));
}

/// More colleagues than the menu offers of itself.
fn fifteen_owners() -> Screen {
    Screen::filled(|vault| {
        for at in 'A'..='O' {
            let owner = planned(
                &format!("Verzonnen {at}"),
                "Bellen (verzonnen)",
                "2025-11-24",
            );
            add(vault, HOUSING, &format!("W{at}"), "2025-11-03", &owner);
        }
    })
}

#[test]
fn an_owner_who_is_not_offered_is_found_by_a_few_letters_in_the_menu() {
    let mut screen = fifteen_owners();
    screen.click(&text("filter"));
    screen.find("van Verzonnen A");
    assert!(!screen.shows("van Verzonnen O"));
    screen.tab_to("Nog 3 behandelaars: typ een naam");
    screen.write("o");
    assert!(!screen.shows("van Verzonnen A"));
    screen.click("van Verzonnen O");
    screen.expect("1 lopende casus");
    screen.click("van Verzonnen O");
    screen.expect("15 lopende casussen");
}

#[test]
fn every_owner_is_found_among_the_filters() {
    let mut screen = fifteen_owners();
    screen.press_with(CTRL, Key::F);
    screen.write("verzonnen n");
    screen.press(Key::Enter);
    screen.expect("1 lopende casus");
}
