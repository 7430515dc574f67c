//! A new case while the caller is still on the phone: without a mouse, with its faults beside their fields, and with
//! nothing that is typed ever lost.

use chrono::NaiveDate;
use egui::{Key, Modifiers};
use peildatum::register::{Address, Value};

use super::support::{ACTOR, CTRL, HOUSING, Screen, text};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[expect(clippy::too_many_lines, reason = "one case, from beginning to end")]
#[test]
fn a_report_is_taken_down_by_keyboard_alone_and_counts_at_once() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::N);
    assert_eq!(screen.focused().as_deref(), Some("Postcode"));
    screen.write("2715 ab");
    assert_eq!(
        screen.value("Wijk"),
        "Meerzicht",
        "the postcode suggests the district"
    );
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Huisnummer"));
    screen.write("12");
    // From a number that was just typed on to what the caller tells; back from there is the rest of the address.
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Wat vertelt de melder"));
    screen.write("Iedere nacht een verzonnen trompet");
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Wijk"));
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Straat"));
    screen.write("Verzonnenlaan");
    // A field of choices is one stop, however many choices it has.
    screen.press_times(Key::Tab, 3);
    assert_eq!(screen.focused().as_deref(), Some("Aard van de overlast"));
    screen.press(Key::ArrowRight);
    screen.space();
    screen.letter('h');
    assert_eq!(
        screen.value("Aard van de overlast"),
        "Geluid met zorgcomponent, Huisdieren"
    );
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Eigendom"));
    assert!(!screen.shows("Welke corporatie"), "not before it applies");
    screen.letter('c');
    assert_eq!(screen.value("Eigendom"), "Corporatie");
    screen.find("Welke corporatie");
    screen.tab_to("Zorgcomponent");
    screen.letter('j');
    assert_eq!(screen.value("Zorgcomponent"), text("yes"));
    // Who established it is asked from then on, and never filled in.
    screen.tab_to("Zorgcomponent vastgesteld door");
    assert_eq!(screen.value("Zorgcomponent vastgesteld door"), "");
    screen.letter('w');
    screen.tab_to("Kanaal");
    screen.letter('t');
    screen.tab_to("Datum melding");
    screen.overwrite("g");
    screen.tab_to("Volgende actie");
    screen.write("Huisbezoek");
    screen.press(Key::Tab);
    screen.write("+14");
    screen.press_with(CTRL, Key::Enter);

    screen.expect("WO-2025-00001 is opgeslagen");
    let row = screen.selected_row().unwrap();
    assert!(row.starts_with("WO-2025-00001"), "{row}");
    screen.expect("143 lopende casussen");
    screen.expect("Woonoverlast, 143 lopende casussen");

    let cases = screen.stored(HOUSING);
    let case = cases
        .iter()
        .find(|case| case.number == "WO-2025-00001")
        .unwrap();
    let value = |id: &str| case.state.values.get(id).cloned();
    let address = Address {
        street: "Verzonnenlaan".to_owned(),
        number: "12".to_owned(),
        addition: String::new(),
        postcode: "2715 AB".to_owned(),
    };
    assert_eq!(value("adres"), Some(Value::Address(address)));
    assert_eq!(value("wijk"), Some(Value::Choice("meerzicht".to_owned())));
    assert_eq!(
        value("eigendom"),
        Some(Value::Choice("corporatie".to_owned()))
    );
    let kinds = ["geluid-met-zorgcomponent", "huisdieren"].map(str::to_owned);
    assert_eq!(value("aard"), Some(Value::Choices(kinds.into())));
    assert_eq!(value("zorgcomponent"), Some(Value::YesNo(true)));
    assert_eq!(value("kanaal"), Some(Value::Choice("telefoon".to_owned())));
    assert_eq!(
        value("actie-uiterlijk"),
        Some(Value::Date(day("2025-12-05")))
    );
    assert_eq!(
        value("telefoon"),
        None,
        "what was passed over is not stored as empty"
    );
    assert_eq!(case.state.opened(), Some(day("2025-11-20")));
    assert_eq!(case.state.status.as_deref(), Some("nieuw"));
    let vault = screen.vault();
    let history = vault.store(HOUSING).unwrap().history(case.key).unwrap();
    assert_eq!(history[0].actor, ACTOR);

    screen.press_with(CTRL, Key::G);
    let cell = format!(
        "Corporatie, {}, Meerzicht: 25",
        text("running").to_lowercase()
    );
    screen.find(&cell);
    screen.find("Totaal: 143");
}

#[test]
fn the_field_that_has_the_keyboard_is_in_view() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    let mut passed = 0;
    while screen.focused().as_deref() != Some("Behandelaar") {
        screen.press(Key::Tab);
        let name = screen.focused().unwrap();
        let field = screen.find(&name).rect();
        assert!(
            field.top() > 130.0 && field.bottom() < 872.0,
            "{name} is at {field:?}"
        );
        passed += 1;
    }
    assert_eq!(passed, 17, "every field is one stop");
}

#[test]
fn faults_stand_beside_their_fields_and_nothing_typed_is_lost() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.write("27 AB");
    screen.tab_to("Behandelaar");
    assert_eq!(
        screen.value("Behandelaar"),
        ACTOR,
        "who takes it down handles it"
    );
    screen.overwrite("Verzonnen Behandelaar");
    screen.tab_to("Uiterlijk");
    screen.write("31-02-2026");
    screen.tab_to("Aard van de overlast");
    screen.letter('h');
    screen.tab_to("Datum melding");
    screen.overwrite("");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("“27 AB” is geen postcode");
    screen.expect_part("“31-02-2026” is geen datum die bestaat");
    screen.expect(&text("form-needs-begin"));
    screen.expect("Nog niet opgeslagen: bij 3 velden klopt iets niet");
    assert_eq!(screen.value("Postcode"), "27 AB");
    assert_eq!(screen.value("Behandelaar"), "Verzonnen Behandelaar");
    assert_eq!(screen.value("Uiterlijk"), "31-02-2026");
    assert!(screen.stored(HOUSING).is_empty());
    // A fault is said under its own field, not in a list at the top.
    let below = |field: &str, fault: &str| {
        let label = screen.rect_of_part(fault);
        let field = screen.find(field).rect();
        label.top() >= field.bottom() - 1.0
            && label.top() < field.bottom() + 30.0
            && (label.left() - field.left()).abs() < 30.0
    };
    assert!(below("Postcode", "is geen postcode"));
    assert!(below("Uiterlijk", "is geen datum die bestaat"));
    assert!(below("Datum melding", "Vul een begindatum in"));
}

#[test]
fn what_was_put_right_is_stored() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.write("27 AB");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    screen.expect("Nog niet opgeslagen: bij één veld klopt iets niet");
    screen.tab_to("Postcode");
    screen.overwrite("2711 AB");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 1);
    assert!(!screen.shows_part("klopt iets niet"));
}

#[test]
fn a_form_in_which_nothing_was_typed_leaves_no_draft() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.expect(&text("form-not-counted-yet"));
    screen.press(Key::Escape);
    screen.find("Nieuwe melding");
    assert!(!screen.shows(&text("form-waits")));
    assert!(screen.drafts().is_empty());
}

#[test]
fn the_postcode_suggests_and_never_overrules() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.tab_to("Wijk");
    screen.letter('o');
    assert_eq!(screen.value("Wijk"), "Oosterheem");
    screen.tab_to("Postcode");
    screen.write("2715 AB");
    assert_eq!(screen.value("Wijk"), "Oosterheem");
}

#[test]
fn a_letter_goes_to_the_next_choice_that_begins_with_it_and_backspace_takes_it_back() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.tab_to("Kanaal");
    screen.letter('w');
    assert_eq!(screen.value("Kanaal"), "Website");
    screen.letter('w');
    assert_eq!(screen.value("Kanaal"), "Wijkteam");
    screen.letter('w');
    assert_eq!(screen.value("Kanaal"), "Website");
    screen.press(Key::ArrowRight);
    assert_eq!(screen.value("Kanaal"), "Corporatie");
    screen.press(Key::ArrowLeft);
    assert_eq!(screen.value("Kanaal"), "Website");
    screen.press(Key::Backspace);
    assert_eq!(screen.value("Kanaal"), "");
    screen.click("Kanaal");
    screen.click("Kanaal Balie");
    assert!(
        !screen.shows("Kanaal Balie"),
        "the menu closes once one is chosen"
    );
    assert_eq!(screen.value("Kanaal"), "Balie");
    assert_eq!(
        screen.focused().as_deref(),
        Some("Kanaal"),
        "the field has the keyboard after a click"
    );
}

#[test]
fn a_long_text_takes_lines_and_ctrl_enter_saves_without_one() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.tab_to("Wat vertelt de melder");
    screen.write("Eerste regel");
    screen.press(Key::Enter);
    screen.write("tweede regel");
    screen.tab_to("Postcode");
    screen.write("2711 AB");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    let cases = screen.stored(HOUSING);
    let told = Value::Text("Eerste regel\ntweede regel".to_owned());
    assert_eq!(cases[0].state.values.get("omschrijving"), Some(&told));
}

#[test]
fn a_signal_is_taken_down_in_the_register_that_is_open() {
    let mut screen = Screen::empty();
    screen.press_with(Modifiers::ALT, Key::Num2);
    screen.press_with(CTRL, Key::N);
    screen.expect("Nieuw signaal");
    screen.letter('m');
    screen.tab_to("Ontvangen");
    screen.overwrite("3-2");
    screen.press_with(CTRL, Key::Enter);
    let signal = screen.stored(super::support::SIGNALS).remove(0);
    assert_eq!(signal.state.opened(), Some(day("2025-02-03")));
    assert_eq!(signal.state.closing(), None);
    assert!(
        !screen.shows(&text("command-finish-case")),
        "an event is not closed"
    );
}

#[test]
fn what_stands_in_a_line_that_tab_comes_to_is_typed_over() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::N);
    screen.tab_to("Straat");
    screen.write("Nergensdreef");
    screen.press(Key::Tab);
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Straat"));
    screen.write("Verzonnenlaan");
    assert_eq!(screen.value("Straat"), "Verzonnenlaan");
    // What is typed goes on where it was left: that is no coming back with Tab.
    screen.press_with(CTRL, Key::K);
    screen.press(Key::Escape);
    screen.write(" 2");
    assert_eq!(screen.value("Straat"), "Verzonnenlaan 2");
}

#[test]
fn a_form_in_which_nothing_is_typed_is_no_case() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.stored(HOUSING).is_empty());
    assert_eq!(screen.focused().as_deref(), Some("Postcode"));
    screen.expect("Nog niet opgeslagen: bij 2 velden klopt iets niet");
    assert!(screen.drafts().is_empty());
    // What is asked for is asked at once, and then stored.
    screen.write("2711 AB");
    screen.fill_required();
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 1);
    // A register that requires nothing of its own is no exception.
    screen.press_with(Modifiers::ALT, Key::Num3);
    screen.press_with(CTRL, Key::N);
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.stored("ondermijning-casussen").is_empty());
    screen.expect_part("Vul eerst iets in");
}

#[test]
fn a_postcode_asks_for_a_house_and_a_street_alone_will_do() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.write("2711 AB");
    screen.tab_to("Aard van de overlast");
    screen.letter('o');
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("form-address-needs-number"));
    assert_eq!(screen.focused().as_deref(), Some("Huisnummer"));
    screen.tab_to("Postcode");
    screen.overwrite("");
    screen.tab_to("Straat");
    screen.write("Verzonnenplein");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(HOUSING).len(), 1);
}

#[test]
fn the_phone_report_fits_on_one_screen_and_what_is_known_stays_in_sight() {
    let mut screen = Screen::empty();
    screen.harness.set_size(egui::vec2(1280.0, 800.0));
    screen.press_with(CTRL, Key::N);
    let bottom = 800.0 - 28.0;
    for field in [
        "Postcode",
        "Wat vertelt de melder",
        "Aard van de overlast",
        "Volgende actie",
        "Behandelaar",
        "Status",
    ] {
        let rect = screen.find(field).rect();
        assert!(
            rect.top() > 52.0 && rect.bottom() < bottom,
            "{field} is at {rect:?}"
        );
    }
    let told = screen.find("Wat vertelt de melder").rect().height();
    screen.tab_to("Wat vertelt de melder");
    screen.write(&"Nog een regel\n".repeat(30));
    let grown = screen.find("Wat vertelt de melder").rect().height();
    assert!(grown > told, "it grows");
    let shown =
        screen.find("Aard van de overlast").rect().top() - screen.find("Postcode").rect().bottom();
    assert!(shown < 240.0, "and scrolls beyond six lines: {shown}");
    screen.expect(&text("lookup-not-yet"));
}

#[test]
fn equal_letters_walk_and_the_space_bar_switches() {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::N);
    screen.tab_to("Aard van de overlast");
    screen.letter('g');
    assert_eq!(screen.value("Aard van de overlast"), "");
    screen.letter('g');
    screen.space();
    assert_eq!(
        screen.value("Aard van de overlast"),
        "Geluid met zorgcomponent"
    );
    screen.letter('d');
    screen.letter('o');
    assert_eq!(
        screen.value("Aard van de overlast"),
        "Geluid met zorgcomponent, Drugs, Overig"
    );
    screen.letter('o');
    assert_eq!(
        screen.value("Aard van de overlast"),
        "Geluid met zorgcomponent, Drugs"
    );
}
