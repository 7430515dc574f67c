//! The list of a register: order, filters, the keyboard, and the case beside it.

use egui::Key;

use super::support::{CTRL, HOUSING, Screen, bring_in, change, text};

fn numbers(screen: &Screen) -> Vec<String> {
    let first = |row: String| row.split(',').next().unwrap().to_owned();
    screen.rows().into_iter().map(first).collect()
}

#[test]
fn a_list_opens_with_what_runs_newest_first_and_has_the_keyboard() {
    let screen = Screen::housing();
    screen.expect("142 lopende casussen");
    assert_eq!(numbers(&screen)[..3], ["W2209", "W2208", "W2207"]);
    assert_eq!(screen.focused().as_deref(), Some("Woonoverlast, 142 rijen"));
    let rows = screen.rows();
    let mut once = rows.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), rows.len(), "every case is said once");
}

#[test]
fn a_row_says_everything_its_columns_show() {
    let screen = Screen::housing();
    let row = screen.rows().remove(0);
    for part in [
        "W2209",
        "27-11-2024",
        "Seghwaert",
        "Koop",
        "2723 BA 131",
        "Nieuw",
    ] {
        assert!(row.contains(part), "{part} is not in {row:?}");
    }
}

#[test]
fn a_header_sorts_and_sorts_back() {
    let mut screen = Screen::housing();
    screen.click("Nummer");
    assert_eq!(numbers(&screen)[0], "W2000");
    screen.click("Nummer");
    assert_eq!(numbers(&screen)[0], "W2209");
    screen.click("Datum melding");
    assert_eq!(numbers(&screen)[0], "W2209", "dates begin with the newest");
    screen.click("Datum melding");
    assert_eq!(numbers(&screen)[0], "W2000");
    screen.click("Wijk");
    assert!(screen.rows().iter().all(|row| row.contains("Centrum")));
    screen.click("Wijk");
    assert!(screen.rows()[0].contains("Oosterheem"));
}

#[test]
fn running_finished_and_all_are_three_views() {
    let mut screen = Screen::housing();
    screen.click(&text("list-finished"));
    screen.expect("68 afgeronde casussen");
    screen.click(&text("list-all"));
    screen.expect("210 van 210 casussen");
    screen.click(&text("list-running"));
    screen.expect("142 lopende casussen");
}

#[test]
fn a_filter_becomes_a_chip_that_can_be_taken_away() {
    let mut screen = Screen::housing();
    screen.click(&text("filter"));
    screen.click("Wijk Meerzicht");
    screen.expect("31 lopende casussen");
    screen.click("Wijk Centrum");
    screen.expect("52 lopende casussen");
    screen.press(Key::Escape);
    assert!(!screen.shows("Wijk Oosterheem"), "Escape closes the menu");
    screen.tab_to("Filter Wijk: Centrum of Meerzicht");
    screen.press(Key::Enter);
    screen.click("Wijk Centrum");
    screen.expect("31 lopende casussen");
    screen.press(Key::Escape);
    screen.tab_to("Filter Wijk: Meerzicht");
    screen.press(Key::Delete);
    screen.expect("142 lopende casussen");
}

#[test]
fn a_filter_is_set_and_taken_away_by_a_few_letters_of_it() {
    let mut screen = Screen::housing();
    let filter = |screen: &mut Screen, letters: &str| {
        screen.press_with(CTRL, Key::F);
        screen.write(letters);
        screen.press(Key::Enter);
    };
    filter(&mut screen, "meer");
    screen.expect("31 lopende casussen");
    assert_eq!(screen.focused().as_deref(), Some("Woonoverlast, 31 rijen"));
    filter(&mut screen, "centr");
    screen.expect("52 lopende casussen");
    // What is set stands first, to be taken away.
    filter(&mut screen, "wijk");
    screen.expect("31 lopende casussen");
    filter(&mut screen, "afger");
    screen.expect("15 afgeronde casussen");

    screen.press_with(CTRL, Key::G);
    filter(&mut screen, "meer");
    screen.expect("Filter Wijk: Meerzicht");
    assert_eq!(numbers(&screen).len(), 0, "the figures stay on the screen");
}

#[test]
fn a_filter_is_not_looked_for_while_a_case_is_typed() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.press_with(CTRL, Key::F);
    assert!(!screen.shows(&text("command-filter")));
    assert_eq!(screen.focused().as_deref(), Some("Postcode"));
}

#[test]
fn a_filter_that_fits_nothing_says_what_to_do() {
    let mut screen = Screen::housing();
    for letters in ["noordhove", "particulier"] {
        screen.press_with(CTRL, Key::F);
        screen.write(letters);
        screen.press(Key::Enter);
    }
    screen.expect("Geen casussen in deze weergave");
    screen.expect(&text("list-nothing-fits-next"));
}

#[test]
fn an_empty_register_says_what_will_stand_here_and_how_to_begin() {
    let mut screen = Screen::empty();
    screen.expect("Hier komen uw casussen");
    screen.expect(&text("list-empty-next"));
    screen.press_with(egui::Modifiers::ALT, Key::Num2);
    screen.expect("Hier komen uw signalen");
}

#[test]
fn the_keyboard_walks_the_list_and_the_case_opens_beside_it() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    assert!(screen.selected_row().unwrap().starts_with("W2209"));
    screen.expect("2723 BA 131");
    screen.press(Key::ArrowDown);
    assert!(screen.selected_row().unwrap().starts_with("W2208"));
    screen.expect("2715 DB 196");
    screen.press(Key::ArrowUp);
    screen.press(Key::ArrowUp);
    assert!(
        screen.selected_row().unwrap().starts_with("W2209"),
        "it stops at the top"
    );
    screen.press(Key::End);
    assert!(
        screen.selected_row().unwrap().starts_with("W2000"),
        "and comes into view"
    );
    screen.press(Key::ArrowDown);
    assert!(
        screen.selected_row().unwrap().starts_with("W2000"),
        "it stops at the end"
    );
    screen.press(Key::PageUp);
    let page = screen.selected_row().unwrap();
    assert!(!page.starts_with("W2000"));
    screen.press(Key::PageDown);
    assert!(screen.selected_row().unwrap().starts_with("W2000"));
    screen.press(Key::Home);
    assert!(screen.selected_row().unwrap().starts_with("W2209"));
    screen.press(Key::Escape);
    assert_eq!(screen.selected_row(), None);
    assert!(!screen.shows("Bewerken"));
}

#[test]
fn a_click_selects_and_the_panel_closes_by_its_own_button() {
    let mut screen = Screen::housing();
    let third = screen.rows().remove(2);
    screen.click(&third);
    assert!(screen.selected_row().unwrap().starts_with("W2207"));
    screen.press(Key::ArrowDown);
    assert!(
        screen.selected_row().unwrap().starts_with("W2206"),
        "the keyboard goes on from there"
    );
    screen.click(&text("case-close-panel"));
    assert_eq!(screen.selected_row(), None);
}

#[test]
fn a_case_says_what_is_next_and_whether_that_is_late() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        change(vault, HOUSING, "W2209", |state| {
            use peildatum::register::Value;
            state.set(
                "volgende-actie",
                Some(Value::Text("Huisbezoek (verzonnen)".to_owned())),
            );
            let due = "2025-11-18".parse().unwrap();
            state.set("actie-uiterlijk", Some(Value::Date(due)));
        });
    });
    assert!(
        screen.rows()[0].contains("354 dagen te laat"),
        "what is due first, a term too: {}",
        screen.rows()[0]
    );
    screen.press(Key::ArrowDown);
    screen.expect("Huisbezoek (verzonnen)");
    screen.expect("Uiterlijk 18-11-2025");
    screen.expect("3 dagen te laat");
    screen.expect("Eerste reactie aan melder");
}

#[test]
fn a_list_is_sorted_by_what_is_not_counted_too() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        for (number, owner) in [("W2209", "Zeno Verzonnen"), ("W2208", "anna verzonnen")] {
            change(vault, HOUSING, number, |state| {
                let owner = peildatum::register::Value::Text(owner.to_owned());
                state.set("behandelaar", Some(owner));
            });
        }
    });
    let sort = |screen: &mut Screen, by: &str| {
        let chip = screen.chooser("Op ");
        screen.click(&chip);
        // The heading of a column may be called so too.
        let last = screen.all_named(by).len() - 1;
        screen.click_nth(by, last);
    };
    sort(&mut screen, "Behandelaar");
    assert_eq!(numbers(&screen)[..2], ["W2208", "W2209"]);
    sort(&mut screen, "Overlastadres");
    let houses: Vec<String> = screen.rows().into_iter().take(2).collect();
    assert!(houses[0] != houses[1], "{houses:#?}");
}

#[test]
fn beside_a_case_a_row_has_two_lines_and_stays_in_view() {
    let mut screen = Screen::housing();
    let plain = screen.find(&screen.rows()[0]).rect().height();
    screen.press_times(Key::ArrowDown, 12);
    let selected = screen.selected_row().unwrap();
    let row = screen.find(&selected).rect();
    assert!(row.height() > plain * 1.4, "{row:?}");
    let table = screen.find("Woonoverlast, 142 rijen").rect();
    assert!(table.contains_rect(row), "{row:?} in {table:?}");
}

#[test]
fn the_mouse_selects_by_a_box_and_groups_by_a_menu() {
    let mut screen = Screen::housing();
    screen.click_nth(&text("list-choose"), 1);
    screen.expect("1 gekozen");
    assert_eq!(screen.selected_row(), screen.rows().get(1).cloned());
    screen.click_nth(&text("list-choose"), 1);
    assert!(!screen.shows("1 gekozen"));
    screen.click(&text("command-group"));
    screen.click("Kanaal");
    let headings = screen.all(egui::accesskit::Role::Heading);
    let grouped = headings.iter().any(|said| said.starts_with("Kanaal "));
    assert!(grouped, "{headings:?}");
    assert!(!screen.shows(&text("group-none")), "the menu closes");
}
