//! The finances of the printed documents: where they do not add up, and where they do.

use egui::{Key, Modifiers};

use super::support::{CTRL, Screen, data, text};

const FINANCES: Modifiers = CTRL.plus(Modifiers::SHIFT);

fn checked(path: &str) -> Screen {
    let mut screen = Screen::empty();
    screen.press_with(FINANCES, Key::F);
    screen.expect(&text("finances-empty"));
    assert_eq!(screen.focused().as_deref(), Some("Bestand"));
    screen.write(path);
    screen.press(Key::Enter);
    screen
}

fn documents() -> Screen {
    checked(&data("financien.csv").display().to_string())
}

#[test]
fn the_mistake_of_485_is_found_and_said_where_it_stands() {
    let screen = documents();
    screen.expect_part("86 bedragen gelezen");
    screen.expect_part(
        "Zoetermeer, Programmabegroting 2025, 2024, begroting, Programma 5 Veiligheid, saldo: de som",
    );
    screen.expect_part("Dat scheelt 485");
    // In the table as well, beside the amount that is printed.
    screen.expect_part("Programma 5 Veiligheid, saldo: ");
    screen.expect_part("2024 begroting −20.289 (fout 485)");
}

#[test]
fn rounding_is_no_mistake_and_what_adds_up_is_said_to() {
    let screen = documents();
    screen.expect_part("2024 rekening −19.901 (afronding 1)");
    screen.expect_part("2025 begroting −21.557 (klopt)");
    screen.expect("Zwolle · Jaarstukken 2022");
    screen.expect("9 optellingen kloppen");
}

#[test]
fn how_amounts_are_to_be_read_is_said_in_words() {
    let screen = documents();
    let read = |parts: [&str; 2]| parts.map(text).join(" ");
    screen.expect(&read(["finance-read-thousands", "finance-read-negative"]));
    screen.expect(&read(["finance-read-euros", "finance-read-positive"]));
    screen.expect(&text("finances-not-stored"));
}

#[test]
fn a_file_that_is_dropped_is_checked_and_a_bad_row_is_named() {
    let mut screen = Screen::empty();
    screen.press_with(FINANCES, Key::F);
    let path = screen.folder.path().join("geld.csv");
    let rows = "gemeente;document;conventie;post;soort;jaar;fase;bedrag\n\
        Zwolle;Begroting;euro, lasten positief;7 Veiligheid;lasten;2024;begroting;100\n\
        Zwolle;Begroting;euro, lasten positief;7 Veiligheid;baten;2024;begroting;veel\n";
    std::fs::write(&path, rows).unwrap();
    screen.drop_file(&path);
    screen.expect_part("1 bedrag gelezen");
    screen.expect_part("“veel” is geen getal");
    // Another file is another question.
    screen.overwrite("/nergens/geld.csv");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("bestaat niet");
}

#[test]
fn amounts_that_were_checked_are_kept_stand_there_again_and_are_taken_back() {
    let mut screen = documents();
    screen.expect("Bewaren");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("86 bedragen bewaard");
    // Without a file what is kept stands there, checked as well, in both conventions.
    screen.expect("Zwolle · Jaarstukken 2022");
    screen.expect_part("2024 begroting −20.289 (fout 485)");
    screen.click("Jaren naast elkaar");
    screen.expect_part("2024 rekening −19.901");
    screen.press_with(CTRL, Key::Z);
    screen.expect(&text("finances-empty"));
    screen.press_with(FINANCES, Key::Z);
    screen.expect_part("2024 rekening −19.901");
}
