//! The telephone: what is known at an address shows while it is typed, a second call about the same problem is one more
//! report and no second case, and all of it goes by a handful of keys.

use chrono::NaiveDate;
use egui::{Key, Modifiers};
use peildatum::register::{Address, CaseFile, CaseState, Closing, Entry, EntryState, Spell, Value};
use peildatum::store::{LookUp, Operation, Target, Vault, Write};

use super::support::{CTRL, HOUSING, SIGNALS, Screen, change, now, text};

/// How many keys a report at a known address may take besides what the caller tells.
const MOST: usize = 40;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Puts a case at an address as a colleague did before.
fn known(vault: &mut Vault, register: &str, number: &str, place: &str, spell: Spell) -> String {
    let mut state = CaseState {
        spells: vec![spell],
        ..CaseState::default()
    };
    let address = Address {
        postcode: "2715 AB".to_owned(),
        number: place.to_owned(),
        addition: String::new(),
        street: "Verzonnenlaan".to_owned(),
    };
    state.set("adres", Some(Value::Address(address)));
    if register == HOUSING {
        let next = Value::Text("Huisbezoek met wijkteam".to_owned());
        state.set("volgende-actie", Some(next));
    }
    let write = Write {
        register: register.to_owned(),
        target: Target::New {
            number: Some(number.to_owned()),
        },
        state,
    };
    let operation = Operation::by("collega", now()).with(write);
    let recorded = vault.store_mut(register).unwrap().record(&operation);
    recorded.unwrap().cases.remove(0).id
}

fn ended(opened: &str, closed: &str) -> Spell {
    Spell {
        closed: Some(Closing::on(day(closed))),
        ..Spell::since(day(opened))
    }
}

/// A street in which much is known at number 112, and something next door.
fn street() -> Screen {
    Screen::filled(|vault| {
        known(
            vault,
            HOUSING,
            "WO-2022-00041",
            "112",
            ended("2022-11-03", "2023-01-05"),
        );
        known(
            vault,
            HOUSING,
            "WO-2024-00187",
            "112",
            Spell::since(day("2024-11-03")),
        );
        known(
            vault,
            SIGNALS,
            "OS-2025-00007",
            "112",
            Spell::since(day("2025-02-01")),
        );
        known(
            vault,
            HOUSING,
            "WO-2025-00003",
            "98",
            Spell::since(day("2025-03-01")),
        );
    })
}

/// Up to and including the house number, as a caller says it.
fn begin(screen: &mut Screen) {
    screen.press_with(CTRL, Key::N);
    screen.write("2715ab");
    screen.press(Key::Tab);
    screen.write("112");
}

fn case(screen: &Screen, number: &str) -> CaseFile {
    let mut cases = screen.stored(HOUSING).into_iter();
    cases.find(|case| case.number == number).unwrap()
}

/// The case that was taken down last.
fn newest(screen: &Screen) -> CaseFile {
    let cases = screen.stored(HOUSING);
    assert_eq!(cases.len(), 4, "one came with it");
    cases.into_iter().next_back().unwrap()
}

fn reports(screen: &Screen, number: &str) -> Vec<Entry> {
    let case = case(screen, number);
    let vault = screen.vault();
    vault.store(HOUSING).unwrap().entries(case.key).unwrap()
}

fn look_ups(screen: &Screen) -> Vec<LookUp> {
    let vault = screen.vault();
    let stores = vault.stores();
    let look_ups = stores.flat_map(|(_, store)| store.look_ups(100).unwrap());
    look_ups.collect()
}

#[test]
fn a_report_at_a_known_address_takes_few_keys_and_is_no_second_case() {
    let mut screen = street();
    screen.count_keys();
    begin(&mut screen);
    screen.press(Key::F2);
    assert_eq!(screen.focused().as_deref(), Some("Wat vertelt de melder"));
    screen.write_freely("Sinds drie weken iedere nacht een verzonnen trompet");
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Mag de melder bekend zijn")
    );
    screen.letter('a');
    assert_eq!(screen.value("Mag de melder bekend zijn"), "Anoniem");
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    screen.letter('t');
    assert_eq!(screen.value("Kanaal"), "Telefoon");
    screen.press_with(CTRL, Key::Enter);
    let keys = screen.keys_pressed();
    assert!(keys <= MOST, "it took {keys} keys");

    let reports = reports(&screen, "WO-2024-00187");
    assert_eq!(reports.len(), 1);
    let state = &reports[0].state;
    assert_eq!(state.kind, "melding");
    assert_eq!(
        state.text("omschrijving"),
        Some("Sinds drie weken iedere nacht een verzonnen trompet")
    );
    assert_eq!(
        state.values.get("kanaal"),
        Some(&Value::Choice("telefoon".to_owned()))
    );
    assert_eq!(
        state.values.get("melder-bekendheid"),
        Some(&Value::Choice("anoniem".to_owned()))
    );
    assert_eq!(screen.stored(HOUSING).len(), 3, "no case came with it");
    assert_eq!(case(&screen, "WO-2024-00187").version, 1);
    assert!(screen.drafts().is_empty());
    assert!(look_ups(&screen).is_empty(), "nobody looked at any details");
}

#[test]
fn a_new_case_at_an_unknown_address_takes_few_keys() {
    let mut screen = street();
    screen.count_keys();
    screen.press_with(CTRL, Key::N);
    screen.write("2711ab");
    screen.press(Key::Tab);
    screen.write("7");
    screen.expect("Niets bekend op 2711 AB 7");
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Wat vertelt de melder"));
    screen.write_freely("Een verzonnen hond die nooit slaapt");
    screen.press(Key::Tab);
    screen.letter('h');
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Eigendom"));
    screen.letter('k');
    screen.tab_to("Kanaal");
    screen.letter('t');
    screen.tab_to("Volgende actie");
    screen.write_freely("Huisbezoek");
    screen.press(Key::Tab);
    screen.write("+7");
    screen.press_with(CTRL, Key::Enter);
    let keys = screen.keys_pressed();
    assert!(keys <= MOST, "it took {keys} keys");
    let case = newest(&screen);
    assert_eq!(
        case.state.values.get("actie-uiterlijk"),
        Some(&Value::Date(day("2025-11-28")))
    );
}

#[test]
fn by_itself_the_card_says_that_and_since_when_and_nothing_else() {
    let mut screen = street();
    begin(&mut screen);
    screen.expect("Bekend op 2715 AB 112");
    screen.expect_part("2 casussen, de eerste sinds 03-11-2022, 1 lopend");
    screen.expect_part("1 signaal, sinds 01-02-2025");
    screen.expect("1 lopende zaak");
    assert!(!screen.shows_part("Huisbezoek met wijkteam"));
    assert!(!screen.shows_part("WO-2022-00041"));
    assert!(!screen.shows_part("WO-2025-00003"));
    assert_eq!(
        screen.value("Straat"),
        "Verzonnenlaan",
        "the street is that of the case that is known"
    );
    // Next door nobody knows of a street.
    screen.press(Key::Backspace);
    assert_eq!(screen.value("Straat"), "");
    assert!(!screen.shows("Bekend op 2715 AB 112"));
    screen.expect("Niets bekend op 2715 AB 11");
}

#[test]
fn details_are_shown_on_request_and_that_is_kept_once() {
    let mut screen = street();
    begin(&mut screen);
    screen.press(Key::F3);
    screen.expect("WO-2022-00041");
    screen.expect("WO-2024-00187");
    screen.expect("OS-2025-00007");
    screen.expect_part("Huisbezoek met wijkteam");
    assert!(!screen.shows_part("WO-2025-00003"), "that is next door");
    screen.press(Key::F3);
    screen.press(Key::Tab);
    let shown: Vec<usize> = look_ups(&screen)
        .iter()
        .map(|kept| kept.cases.len())
        .collect();
    // One look, kept in the file of each team of which cases were shown.
    let mut sorted = shown.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, [1, 2]);
    screen.click("Voeg toe aan WO-2024-00187");
    screen.expect("Wat u typt, komt er als extra melding bij. Er komt geen casus bij.");
}

#[test]
fn a_report_becomes_a_new_case_after_all_with_everything_that_was_typed() {
    let mut screen = street();
    begin(&mut screen);
    screen.tab_to("Eigendom");
    screen.letter('c');
    screen.press(Key::F2);
    screen.write("Al getypt");
    screen.press(Key::F2);
    assert_eq!(screen.value("Eigendom"), "Corporatie");
    assert_eq!(screen.value("Huisnummer"), "112");
    assert_eq!(screen.value("Wat vertelt de melder"), "Al getypt");
    assert_eq!(screen.drafts().len(), 1);
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 4);
    assert!(reports(&screen, "WO-2024-00187").is_empty());
    assert!(screen.drafts().is_empty());
}

#[test]
fn what_was_typed_before_goes_along_with_the_report() {
    let mut screen = street();
    begin(&mut screen);
    screen.tab_to("Mag de melder bekend zijn");
    screen.letter('b');
    screen.press(Key::Tab);
    screen.write("Verzonnen Melder");
    screen.press(Key::Tab);
    screen.write("06 00000000");
    screen.tab_to("Datum melding");
    screen.overwrite("g");
    screen.press(Key::F2);
    screen.write("Weer die trompet");
    screen.press_with(CTRL, Key::Enter);
    let state: EntryState = reports(&screen, "WO-2024-00187").remove(0).state;
    assert_eq!(state.text("melder"), Some("Verzonnen Melder"));
    assert_eq!(state.text("telefoon"), Some("06 00000000"));
    assert_eq!(state.happened.date(), day("2025-11-20"));
    assert_eq!(
        state.values.get("melder-bekendheid"),
        Some(&Value::Choice("niet-delen".to_owned()))
    );
}

#[test]
fn where_nothing_runs_there_is_nothing_to_add_to() {
    let mut screen = Screen::filled(|vault| {
        known(
            vault,
            HOUSING,
            "WO-2022-00041",
            "112",
            ended("2022-11-03", "2023-01-05"),
        );
        known(
            vault,
            SIGNALS,
            "OS-2025-00007",
            "112",
            Spell::since(day("2025-02-01")),
        );
    });
    begin(&mut screen);
    screen.expect_part("1 casus, sinds 03-11-2022");
    screen.press(Key::F2);
    assert_eq!(screen.value("Huisnummer"), "112", "the form is still there");
    assert!(!screen.shows_part("Voeg toe aan WO"));
}

#[test]
fn an_anonymous_reporter_has_no_name_and_may_leave_a_number() {
    let mut screen = street();
    screen.press_with(CTRL, Key::N);
    screen.tab_to("Mag de melder bekend zijn");
    screen.letter('b');
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Naam melder"));
    screen.write("Verzonnen Naam");
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    screen.letter('a');
    assert!(!screen.shows("Naam melder"), "who is anonymous has no name");
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Telefoon melder"));
    screen.write("06 00000000");
    // What was typed is back with the choice that asks for it.
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    screen.letter('b');
    assert_eq!(screen.value("Naam melder"), "Verzonnen Naam");
    screen.letter('a');
    screen.tab_to("Postcode");
    screen.write("2715ab");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    let case = newest(&screen);
    let value = |id: &str| case.state.values.get(id).cloned();
    assert_eq!(value("melder"), None);
    assert_eq!(
        value("telefoon"),
        Some(Value::Text("06 00000000".to_owned()))
    );
    assert_eq!(
        value("melder-bekendheid"),
        Some(Value::Choice("anoniem".to_owned()))
    );
}

#[test]
fn a_small_window_shows_what_is_known_as_well() {
    let mut screen = street();
    for width in [960.0, 1280.0] {
        screen.harness.set_size(egui::vec2(width, 700.0));
        begin(&mut screen);
        let card = screen.rect_of_part("Bekend op 2715 AB 112");
        let action = screen.find("Voeg toe aan WO-2024-00187").rect();
        assert!(card.right() < width && action.bottom() < 672.0);
        screen.press(Key::F3);
        screen.expect_part("Huisbezoek met wijkteam");
        screen.click(&text("command-discard"));
    }
}

#[test]
fn a_house_is_known_by_its_street_where_nobody_knows_the_postcode() {
    let mut screen = street();
    screen.press_with(CTRL, Key::N);
    screen.tab_to("Huisnummer");
    screen.write("112");
    screen.expect(&text("lookup-not-yet"));
    screen.tab_to("Straat");
    screen.write("verzonnenlaan");
    screen.expect("Bekend op verzonnenlaan 112");
    screen.expect_part("Voeg toe aan WO-2024-00187");
    assert_eq!(screen.value("Straat"), "verzonnenlaan", "as it was typed");
}

#[test]
fn a_postcode_in_two_districts_gets_that_of_the_case_that_is_known_there() {
    let mut screen = Screen::filled(|vault| {
        let spell = Spell::since(day("2024-11-03"));
        known(vault, HOUSING, "WO-2024-00187", "112", spell);
        change(vault, HOUSING, "WO-2024-00187", |state| {
            let address = Address {
                postcode: "2728 AB".to_owned(),
                number: "112".to_owned(),
                ..Address::default()
            };
            state.set("adres", Some(Value::Address(address)));
            state.set("wijk", Some(Value::Choice("noordhove".to_owned())));
        });
    });
    screen.press_with(CTRL, Key::N);
    screen.write("2728ab");
    assert_eq!(screen.value("Wijk"), "", "a postcode alone does not tell");
    screen.press(Key::Tab);
    screen.write("112");
    assert_eq!(screen.value("Wijk"), "Noordhove");
}
