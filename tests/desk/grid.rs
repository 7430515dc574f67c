//! New cases typed or pasted as rows: what is wrong shows in its place, what is right is stored as one action, and nothing
//! that is typed is lost.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use peildatum::register::{CaseFile, Value};

use super::support::{ACTOR, CTRL, HOUSING, SIGNALS, Screen, text};

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The grid of the signals, in which nothing stands.
fn signals() -> Screen {
    let mut screen = Screen::empty();
    screen.press_with(Modifiers::ALT, Key::Num2);
    screen.press_with(CTRL_SHIFT, Key::N);
    screen
}

/// The grid of housing nuisance.
fn housing() -> Screen {
    let mut screen = Screen::empty();
    screen.press_with(CTRL_SHIFT, Key::N);
    screen
}

fn paste(screen: &mut Screen, text: &str) {
    screen.harness.event(Event::Paste(text.to_owned()));
    screen.settle();
    screen.pause();
}

/// Types the cells of a row, and goes on to the begin of the next.
fn type_row(screen: &mut Screen, cells: &[&str]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            screen.press(Key::Tab);
        }
        if !cell.is_empty() {
            screen.write(cell);
        }
    }
    screen.press(Key::Enter);
    screen.pause();
}

/// The rows that are not empty.
fn rows(screen: &Screen) -> Vec<String> {
    let mut rows = screen.rows();
    rows.retain(|row| !row.ends_with("leeg"));
    rows
}

fn value(case: &CaseFile, field: &str) -> String {
    let value = case.state.values.get(field);
    value.map_or_else(String::new, |value| match value {
        Value::Choice(id) => id.clone(),
        Value::Choices(ids) => ids.iter().cloned().collect::<Vec<_>>().join(" "),
        Value::Text(text) => text.clone(),
        Value::Address(address) => address.line(),
        other => format!("{other:?}"),
    })
}

#[test]
fn rows_are_typed_by_keyboard_alone_and_stored_as_one_action_that_is_undone() {
    let mut screen = signals();
    screen.expect("Meer signalen invoeren");
    type_row(
        &mut screen,
        &[
            "v",
            "meld m",
            "dru",
            "Testweg 12",
            "meer",
            "Busje met een vreemd kenteken",
        ],
    );
    type_row(&mut screen, &["20-11", "partner", "wit, men", "", "de ley"]);
    assert_eq!(
        rows(&screen),
        [
            "1, klaar, 21-11-2025, Meld Misdaad Anoniem, Drugs, Testweg 12, Meerzicht, Busje met een vreemd kenteken",
            "2, klaar, 20-11-2025, Partner, Witwassen, Mensenhandel, De Leyens",
        ]
    );
    screen.find("2 signalen opslaan");
    screen.press_with(CTRL, Key::Enter);
    screen.expect("2 signalen opgeslagen");
    let cases = screen.stored(SIGNALS);
    assert_eq!(cases.len(), 2);
    assert_eq!(value(&cases[0], "bron"), "mma");
    assert_eq!(value(&cases[0], "adres"), "Testweg 12");
    assert_eq!(value(&cases[0], "behandelaar"), ACTOR);
    assert_eq!(value(&cases[1], "thema"), "mensenhandel witwassen");
    assert!(screen.drafts().is_empty(), "what is stored is no draft");
    assert!(rows(&screen).is_empty());
    screen.press_with(CTRL, Key::Z);
    assert!(
        screen
            .stored(SIGNALS)
            .iter()
            .all(|case| case.state.withdrawn.is_some())
    );
    assert_eq!(rows(&screen).len(), 2, "what was typed is back");
    screen.press_with(CTRL_SHIFT, Key::Z);
    assert!(rows(&screen).is_empty());
}

#[test]
fn a_pasted_first_row_with_names_of_fields_chooses_the_columns() {
    let mut screen = housing();
    paste(
        &mut screen,
        "Datum binnenkomst\tStraatnaam + nr\tPC\tKlacht\tBuurt\tBijzonders\r\n\
         14-03-2025\tOefenkade 102a\t2723 KB\tHarde muziek\tSeghwaert\t\r\n\
         15-03-2025\t\"Proefplein\n11\"\t2712 HF\tGeluid\tDe Leyens\t\r\n",
    );
    screen.expect_part("Bijzonders");
    let headings = screen.all(Role::ColumnHeader);
    assert_eq!(headings[0], "Datum melding *");
    assert!(!headings.contains(&"Bijzonders".to_owned()), "{headings:?}");
    screen.find("2 casussen opslaan");
    screen.press_with(CTRL, Key::Enter);
    let cases = screen.stored(HOUSING);
    assert_eq!(cases.len(), 2);
    assert_eq!(value(&cases[0], "aard"), "geluid");
    assert!(
        value(&cases[0], "adres").contains("Oefenkade 102"),
        "{:?}",
        cases[0].state.values
    );
    assert!(value(&cases[0], "adres").contains("2723 KB"));
    assert!(value(&cases[1], "adres").contains("Proefplein 11"));
}

#[test]
fn what_is_wrong_shows_in_its_cell_until_it_is_put_right() {
    let mut screen = housing();
    paste(
        &mut screen,
        "01-02-2025\tTestweg 1\tGeluid\r\n31-02-2025\tTestweg 2\tGeluid\r\n03-02-2025\t\tGeluid\r\n",
    );
    screen.find("2 rijen met een fout");
    screen.find("1 casus opslaan");
    assert!(rows(&screen)[1].starts_with("2, 1 fout, 31-02-2025"));
    screen.press_with(CTRL, Key::Home);
    screen.press(Key::ArrowDown);
    screen.expect_part("“31-02-2025” is geen datum die bestaat");
    screen.write("28-02-2025");
    screen.press(Key::Enter);
    screen.pause();
    screen.expect(&text("fault-missing"));
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("2 casussen opgeslagen. Eén rij met een fout staat er nog.");
    assert_eq!(screen.stored(HOUSING).len(), 2);
    assert_eq!(rows(&screen).len(), 1);
    // The keys are on the cell that is wrong.
    screen.write("Testweg 3");
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 3);
    assert!(screen.drafts().is_empty());
}

#[test]
fn where_every_row_is_wrong_nothing_is_stored_and_nothing_is_lost() {
    let mut screen = housing();
    type_row(&mut screen, &["gisterenavond", "Testweg 1", "Geluid"]);
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("Niets opgeslagen");
    assert!(screen.stored(HOUSING).is_empty());
    assert_eq!(rows(&screen).len(), 1);
}

#[test]
fn what_is_typed_waits_as_a_draft_also_after_a_crash() {
    let mut screen = signals();
    type_row(&mut screen, &["v", "partner"]);
    screen.write("20");
    screen.pause();
    let mut screen = screen.crash();
    screen.press_with(Modifiers::ALT, Key::Num2);
    screen.click("Verder met concept 2 signalen in een tabel, bewaard om 10:30");
    assert_eq!(rows(&screen).len(), 2);
    assert!(rows(&screen)[1].ends_with("20"));
    screen.press(Key::Escape);
    screen.expect(&text("form-waits"));
    screen.press_with(CTRL_SHIFT, Key::N);
    assert_eq!(rows(&screen).len(), 2, "it opens as it was left");
    screen.press_with(CTRL, Key::A);
    screen.press(Key::Delete);
    screen.pause();
    assert!(
        screen.drafts().is_empty(),
        "of an empty grid there is no draft"
    );
}

#[test]
fn a_row_that_may_be_a_known_case_says_which_and_is_decided_on() {
    let mut screen = housing();
    paste(&mut screen, "01-02-2025\tTestweg 1\tGeluid\r\n");
    screen.press_with(CTRL, Key::Enter);
    let number = screen.stored(HOUSING)[0].number.clone();
    paste(
        &mut screen,
        "02-02-2025\tTestweg 1\tGeluid\r\n01-02-2025\tTestweg 1\tGeluid\r\n",
    );
    assert!(rows(&screen)[0].starts_with(&format!("1, misschien {number}")));
    assert!(rows(&screen)[1].starts_with(&format!("2, misschien {number}")));
    screen.find(&format!("{number} openen"));
    screen.click(&text("import-duplicate-skip"));
    screen.pause();
    screen.find("1 casus opslaan");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 2);
}

#[test]
fn blocks_are_copied_cut_filled_down_and_undone() {
    let mut screen = signals();
    paste(&mut screen, "20-11-2025\tPartner\n21-11-2025\tAnders\n");
    screen.press_with(CTRL, Key::Home);
    screen.press_with(Modifiers::SHIFT, Key::ArrowRight);
    screen.press_with(Modifiers::SHIFT, Key::ArrowDown);
    screen.harness.event(Event::Copy);
    screen.harness.step();
    let copied = screen.harness.output().platform_output.commands.clone();
    let expected = "20-11-2025\tPartner\n21-11-2025\tAnders";
    assert!(
        copied.contains(&egui::OutputCommand::CopyText(expected.to_owned())),
        "{copied:?}"
    );
    screen.press_with(CTRL, Key::D);
    assert!(
        rows(&screen)[1].contains("20-11-2025, Partner"),
        "{:?}",
        rows(&screen)
    );
    screen.press_with(CTRL, Key::Z);
    assert!(rows(&screen)[1].contains("21-11-2025, Anders"));
    screen.press_with(CTRL, Key::Y);
    assert!(rows(&screen)[1].contains("20-11-2025, Partner"));
    screen.press_with(CTRL, Key::Minus);
    assert!(rows(&screen).is_empty());
    screen.press_with(CTRL, Key::Z);
    assert_eq!(rows(&screen).len(), 2);
    screen.press_with(CTRL, Key::Home);
    screen.press(Key::Delete);
    screen.pause();
    assert!(
        rows(&screen)[0].starts_with("1, 1 fout, Partner"),
        "{:?}",
        rows(&screen)
    );
}

#[test]
fn escape_gives_a_cell_up_and_then_leaves_the_grid() {
    let mut screen = signals();
    screen.write("30-02");
    screen.press(Key::Escape);
    assert!(rows(&screen).is_empty());
    screen.expect("Meer signalen invoeren");
    screen.press(Key::F2);
    screen.write("1-2-2024");
    screen.press(Key::Escape);
    assert!(rows(&screen).is_empty(), "a field is given up as well");
    screen.press(Key::F2);
    screen.write("1-2-2025");
    screen.press(Key::Enter);
    assert!(rows(&screen)[0].contains("1-2-2025"), "{:?}", rows(&screen));
    screen.press(Key::Escape);
    assert!(!screen.shows("Meer signalen invoeren"));
}

#[test]
fn letters_and_keys_that_arrive_in_one_frame_come_where_they_belong() {
    let mut screen = signals();
    let key = |key: Key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let text = |text: &str| {
        text.chars()
            .map(|letter| Event::Text(letter.to_string()))
            .collect::<Vec<_>>()
    };
    let mut events = text("20-11-2025");
    events.push(key(Key::Tab));
    events.extend(text("partner"));
    events.push(key(Key::ArrowRight));
    events.extend(text("drugs"));
    events.push(key(Key::Enter));
    events.extend(text("21-11-2025"));
    events.push(key(Key::ArrowDown));
    events.extend(text("19-11-2025"));
    events.push(key(Key::Enter));
    screen.harness.input_mut().events.extend(events);
    (0..20).for_each(|_| screen.harness.step());
    screen.pause();
    let rows = rows(&screen);
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(rows[0].ends_with("20-11-2025, Partner, Drugs"), "{rows:?}");
    assert!(rows[1].ends_with("21-11-2025"), "{rows:?}");
    assert!(rows[2].ends_with("19-11-2025"), "{rows:?}");
}

#[test]
fn a_spelling_that_is_likely_is_read_and_says_so() {
    let mut screen = housing();
    paste(
        &mut screen,
        "Datum melding\tAdres\tAard van de overlast\tEigendom\r\n01-02-2025\tTestweg 1\tGeluid\tparticullier\r\n",
    );
    screen.press(Key::End);
    screen.press(Key::ArrowLeft);
    screen.expect_part("“particullier” wordt gelezen als Particulier");
}

#[test]
fn columns_are_added_and_taken_away_but_for_those_that_have_to_be_there() {
    let mut screen = signals();
    let before = screen.all(Role::ColumnHeader);
    let number = text("column-number");
    screen.press_with(CTRL_SHIFT, Key::K);
    screen.click(&number);
    screen.click_nth("Bron", 0);
    screen.press(Key::Escape);
    let after = screen.all(Role::ColumnHeader);
    assert!(after.contains(&number), "{after:?}");
    assert!(!after.contains(&"Bron".to_owned()), "{after:?}");
    screen.press_with(CTRL_SHIFT, Key::K);
    screen.click("Ontvangen");
    screen.press(Key::Escape);
    let after = screen.all(Role::ColumnHeader);
    assert_eq!(after[0], before[0], "without the begin there is no case");
}

#[test]
fn the_menu_of_the_search_finds_the_grid_by_the_words_people_use() {
    for words in ["plakken", "meerdere", "rooster", "meer tegelijk"] {
        let mut screen = Screen::empty();
        screen.search(words);
        screen.press(Key::Enter);
        screen.expect("Meer casussen invoeren");
    }
}
