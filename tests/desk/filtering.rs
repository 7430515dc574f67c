//! The filters of a list on what is not counted: words, the owner of a case, when its next task is due, when it began.

use egui::Key;
use peildatum::register::Value;

use super::support::{ACTOR, CTRL, HOUSING, Screen, bring_in, change};

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
