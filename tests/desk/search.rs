//! Ctrl+K: a case by number, address, name or word, and any action by its name.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use peildatum::register::Value;

use super::support::{CTRL, HOUSING, Screen, bring_in, change, text};

/// The housing cases, one of which has a reporter and a remark that occur nowhere else.
fn screen() -> Screen {
    Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        change(vault, HOUSING, "W2100", |state| {
            state.set(
                "melder",
                Some(Value::Text("Verzonnen Voorbeeldpersoon".to_owned())),
            );
            let remark = "een verzonnen trompettist op zolder".to_owned();
            state.set("omschrijving", Some(Value::Text(remark)));
        });
    })
}

fn options(screen: &Screen) -> Vec<String> {
    screen.all(Role::ListBoxOption)
}

#[test]
fn a_case_is_found_by_its_number_and_opens_beside_its_list() {
    let mut screen = screen();
    screen.press_with(CTRL, Key::G);
    screen.search("w2209");
    assert!(
        options(&screen)[0].starts_with("W2209"),
        "{:?}",
        options(&screen)
    );
    screen.press(Key::Enter);
    assert!(screen.selected_row().unwrap().starts_with("W2209"));
    screen.find("Bewerken");
    assert!(options(&screen).is_empty(), "the search is gone");
}

#[test]
fn a_case_is_found_by_address_by_name_and_by_word() {
    let mut screen = screen();
    for words in ["2723 ba 131", "2723BA 131"] {
        screen.search(words);
        assert!(
            options(&screen)[0].starts_with("W2209"),
            "{words}: {:?}",
            options(&screen)
        );
        screen.press(Key::Escape);
    }
    for words in ["voorbeeldpersoon", "trompet", "zolder verzonnen"] {
        screen.search(words);
        assert_eq!(options(&screen).len(), 1, "{words}: {:?}", options(&screen));
        assert!(options(&screen)[0].starts_with("W2100"));
        screen.press(Key::Escape);
    }
}

#[test]
fn a_case_that_is_finished_is_shown_although_the_list_shows_what_runs() {
    let mut screen = screen();
    screen.search("W2002");
    screen.press(Key::Enter);
    assert!(screen.selected_row().unwrap().starts_with("W2002"));
    assert!(screen.is_chosen(&text("list-all")));
}

#[test]
fn an_action_is_found_by_the_beginning_of_its_name_and_runs() {
    let mut screen = screen();
    screen.search("impor");
    assert_eq!(options(&screen), ["Importeren…"]);
    screen.press(Key::Enter);
    screen.expect("Woonoverlast importeren");
    screen.press(Key::Escape);
    screen.search("signalen");
    screen.press(Key::Enter);
    screen.expect("0 van 0 signalen");
}

#[test]
fn arrows_choose_and_stop_at_both_ends() {
    let mut screen = screen();
    screen.search("periode");
    let found = options(&screen);
    assert!(found.len() > 1, "{found:?}");
    let chosen = |screen: &Screen| screen.chosen(Role::ListBoxOption);
    assert_eq!(chosen(&screen).as_ref(), found.first());
    screen.press(Key::ArrowUp);
    assert_eq!(chosen(&screen).as_ref(), found.first());
    screen.press_times(Key::ArrowDown, found.len() + 3);
    assert_eq!(chosen(&screen).as_ref(), found.last());
    screen.press(Key::ArrowUp);
    assert_eq!(chosen(&screen), Some(found[found.len() - 2].clone()));
}

#[test]
fn what_is_found_can_be_clicked_and_nothing_found_says_what_to_try() {
    let mut screen = screen();
    screen.search("hottentottententen");
    screen.expect(&text("search-nothing"));
    screen.press(Key::Enter);
    screen.press(Key::Escape);
    screen.click(&text("command-search"));
    screen.write("W2100");
    let name = options(&screen).remove(0);
    screen.click(&name);
    assert!(screen.selected_row().unwrap().starts_with("W2100"));
}

#[test]
fn the_end_of_a_number_stands_on_top_whatever_the_list_shows() {
    let mut screen = screen();
    screen.click(&text("filter"));
    screen.click("Wijk Noordhove");
    screen.press(Key::Escape);
    screen.search("209");
    assert!(options(&screen)[0].starts_with("W2209"));
    screen.expect(&text("search-cases"));
    screen.press(Key::Enter);
    assert!(screen.selected_row().unwrap().starts_with("W2209"));
}

#[test]
fn what_was_opened_last_comes_before_anything_is_typed() {
    let mut screen = screen();
    screen.press_with(CTRL, Key::K);
    assert!(!screen.shows(&text("search-recent")));
    screen.write("W2100");
    screen.press(Key::Enter);
    screen.search("W2209");
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::K);
    screen.expect(&text("search-recent"));
    let found = options(&screen);
    assert!(found[0].starts_with("W2209"), "{found:?}");
    assert!(found[1].starts_with("W2100"), "{found:?}");
    screen.press(Key::ArrowDown);
    screen.press(Key::Enter);
    assert!(screen.selected_row().unwrap().starts_with("W2100"));
}

#[test]
fn a_screen_is_found_in_spite_of_a_mistake_and_not_beside_what_is_called_so() {
    let mut screen = screen();
    screen.search("cijvers");
    screen.expect(&text("section-screens"));
    assert_eq!(options(&screen), ["Cijfers"]);
    screen.press(Key::Enter);
    screen.expect_part("Rijen: ");
}

#[test]
fn only_what_can_be_done_here_is_offered() {
    let mut screen = screen();
    screen.search("afsluiten");
    assert!(!options(&screen).contains(&text("command-finish-case")));
    screen.press(Key::Escape);
    screen.press(Key::ArrowDown);
    screen.search("afsluiten");
    assert!(options(&screen).contains(&text("command-finish-case")));
    assert!(!options(&screen).contains(&text("command-reopen-case")));
}

#[test]
fn a_word_that_is_found_in_the_case_says_where() {
    let mut screen = screen();
    screen.search("trompet");
    assert!(
        options(&screen)[0].contains("trompettist"),
        "{:?}",
        options(&screen)
    );
}

#[test]
fn how_many_more_there_are_is_said() {
    let mut screen = screen();
    screen.search("27");
    let found = options(&screen).len();
    assert_eq!(found, 40);
    screen.expect_part("Typ meer om er minder te vinden.");
}

#[test]
fn the_words_people_use_find_what_they_mean() {
    let mut screen = screen();
    for (words, found) in [
        ("mma", "Bron: Meld Misdaad Anoniem  ·  MMA"),
        ("signalen mma", "Bron: Meld Misdaad Anoniem"),
        ("grafiek", "Cijfers  ·  grafiek"),
        ("kaart", "Cijfers  ·  kaart"),
        ("afdrukken", "Exporteren…  ·  afdrukken"),
        ("vorig jaar", "Vorige periode  ·  vorig jaar"),
        ("te laat", "Mijn werk  ·  te laat"),
        ("te laat", "Te laat"),
        ("sorteren", "Sorteren op Nummer"),
        ("regisseur", "Kolom weg: Behandelaar  ·  Regisseur"),
        ("dgw", "Welke corporatie: De Goede Woning  ·  DGW"),
    ] {
        screen.search(words);
        let found_here = options(&screen);
        assert!(
            found_here.iter().take(6).any(|line| line == found),
            "{words}: {found_here:?}"
        );
        screen.press(Key::Escape);
    }
    screen.search("mma");
    screen.press(Key::Enter);
    screen.expect_part("0 van 0 signalen");
    screen.expect_part("Bron: Meld Misdaad Anoniem");
}

#[test]
fn the_list_on_the_screen_is_sorted_by_a_column_that_is_typed() {
    let mut screen = screen();
    screen.press(Key::ArrowDown);
    let open = screen.selected_row();
    screen.search("sorteren wijk");
    screen.press(Key::Enter);
    let order = [
        "Centrum",
        "Meerzicht",
        "Buytenweg",
        "De Leyens",
        "Seghwaert",
        "Noordhove",
        "Rokkeveen",
        "Oosterheem",
    ];
    let rows = screen.rows();
    let place = |row: &String| order.iter().position(|name| *name == district(row));
    assert!(rows.iter().all(|row| place(row).is_some()), "{rows:?}");
    assert!(rows.is_sorted_by_key(place), "{rows:?}");
    assert_eq!(screen.selected_row(), open, "the case beside it stays open");
}

/// The district on a row of the list.
fn district(row: &str) -> String {
    row.split(", ").nth(2).unwrap_or_default().to_owned()
}

#[test]
fn the_register_on_the_screen_comes_first() {
    const CASES: &str = "ondermijning-casussen";
    let remark = |state: &mut peildatum::register::CaseState| {
        let text = Value::Text("een verzonnen trompettist".to_owned());
        state.set("omschrijving", Some(text));
    };
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, CASES, "ondermijning-casussen-2024.csv");
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        let store = vault.store(CASES).unwrap();
        let first = store.by_number(CASES).unwrap()[0];
        let number = store.cases(&[first]).unwrap()[0].number.clone();
        change(vault, CASES, &number, remark);
        change(vault, HOUSING, "W2100", remark);
    });
    screen.search("trompettist");
    assert_eq!(options(&screen).len(), 2);
    assert!(options(&screen)[0].starts_with("W2100"));
    screen.press(Key::Escape);
    screen.press_with(Modifiers::ALT, Key::Num3);
    screen.search("trompettist");
    assert!(options(&screen)[1].starts_with("W2100"));
    // A district stands in nearly every register: that of this one comes first, and not all others are there.
    screen.press(Key::Escape);
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.search("meerzicht");
    let lists = options(&screen).into_iter();
    let lists = lists.filter(|line| line.ends_with(": Meerzicht"));
    assert_eq!(lists.count(), 6);
    screen.press(Key::Enter);
    screen.expect_part("Woonoverlast");
    assert!(
        screen
            .rows()
            .iter()
            .all(|row| row.contains(", Meerzicht, "))
    );
}

/// Types letters and presses keys without drawing anything in between, then draws the frames that are asked for.
fn at_once(screen: &mut Screen, words: &str, keys: &[Key], frames: usize) {
    let input = screen.harness.input_mut();
    input.events.push(egui::Event::Text(words.to_owned()));
    for key in keys {
        input.events.push(egui::Event::Key {
            key: *key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    (0..frames).for_each(|_| screen.harness.step());
}

#[test]
fn enter_opens_the_line_that_stood_there_when_it_was_pressed() {
    let mut screen = screen();
    screen.press_with(CTRL, Key::K);
    // The name is there at once, before the vault answers; what the answer brings stands below it.
    at_once(&mut screen, "cijfers", &[], 2);
    let early = screen.chosen(Role::ListBoxOption);
    assert_eq!(early.as_deref(), Some("Cijfers"));
    screen.settle();
    assert_eq!(screen.chosen(Role::ListBoxOption), early);
    screen.press(Key::Escape);
    // Without such a name nothing is chosen until the vault answered, and Enter waits for what was typed.
    screen.press_with(CTRL, Key::K);
    at_once(&mut screen, "W2209", &[Key::Enter], 2);
    assert_eq!(screen.chosen(Role::ListBoxOption), None);
    screen.settle();
    assert!(screen.selected_row().unwrap().starts_with("W2209"));
}

#[test]
fn the_search_says_that_it_is_searching_until_it_is_done() {
    let mut screen = screen();
    screen.press_with(CTRL, Key::K);
    at_once(&mut screen, "hottentottententen", &[], 1);
    screen.expect(&text("search-busy"));
    assert!(!screen.shows(&text("search-nothing")));
    screen.settle();
    assert!(!screen.shows(&text("search-busy")));
    screen.expect(&text("search-nothing"));
}
