//! What a list is sorted by: the deadline and the last contact, by a heading and by the menu.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use peildatum::store::Vault;

use super::support::{CTRL, HOUSING, Screen, bring_in};
use super::work::{add, planned};

/// Three cases in which somebody was spoken to, each with another deadline.
fn fill(vault: &mut Vault) {
    for (number, opened, due) in [
        ("W1", "2025-03-03", "2025-12-24"),
        ("W2", "2025-09-01", "2025-11-24"),
        ("W3", "2025-06-02", "2025-11-03"),
    ] {
        let next = planned("Anna", "Bellen (verzonnen)", due);
        add(vault, HOUSING, number, opened, &next);
    }
}

fn first(screen: &Screen) -> String {
    let rows = screen.rows();
    rows[0].split(',').next().unwrap().to_owned()
}

/// Sorts by the menu above the list.
fn sort_by_menu(screen: &mut Screen, by: &str) {
    let chip = screen.chooser("Op ");
    screen.click(&chip);
    // The heading of a column may be called so too.
    let last = screen.all_named(by).len() - 1;
    screen.click_nth(by, last);
}

#[test]
fn the_most_urgent_comes_first_by_the_heading_and_by_the_menu() {
    let mut by_heading = Screen::filled(fill);
    by_heading.click("Uiterlijk");
    assert_eq!(first(&by_heading), "W3", "{:#?}", by_heading.rows());
    let mut by_menu = Screen::filled(fill);
    sort_by_menu(&mut by_menu, "Uiterlijk");
    assert_eq!(by_menu.rows(), by_heading.rows());
    by_heading.click("Uiterlijk");
    sort_by_menu(&mut by_menu, "Uiterlijk");
    assert_eq!(first(&by_heading), "W1", "the other way round");
    assert_eq!(by_menu.rows(), by_heading.rows());
}

#[test]
fn the_last_contact_is_a_column_that_sorts_and_is_blank_where_there_was_none() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        fill(vault);
    });
    screen.press_with(CTRL.plus(Modifiers::SHIFT), Key::K);
    let columns = screen.all(Role::ListBoxOption);
    let at = columns.iter().position(|label| label == "Laatste contact");
    screen.press_times(Key::ArrowDown, at.unwrap());
    screen.press(Key::Space);
    screen.press(Key::Escape);
    let row = |screen: &Screen, number: &str| {
        let rows = screen.rows();
        let found = rows.into_iter().find(|row| row.starts_with(number));
        found.unwrap()
    };
    assert!(row(&screen, "W1").contains("04-03-2025"));
    screen.click("Laatste contact");
    assert_eq!(first(&screen), "W2", "the latest comes first");
    let latest = screen.rows();
    screen.click("Laatste contact");
    assert_eq!(first(&screen), "W1");
    let without = row(&screen, "W2209");
    assert!(!without.contains("–, –"), "{without}");
    sort_by_menu(&mut screen, "Laatste contact");
    assert_eq!(
        screen.rows(),
        latest,
        "the menu turns it round as the heading does"
    );
}
