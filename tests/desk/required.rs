//! What a register requires is asked for where it is typed, and nothing is lost of what was typed already.

use egui::{Key, Modifiers};
use peildatum::register::{CaseFile, CaseState, Spell, Value};
use peildatum::store::{Operation, Target, Vault, Write};

use super::support::{CTRL, Screen, now, text};

const GROUPS: &str = "jeugdgroepen";
const FILL_IN: &str = "het mag niet leeg blijven";
const TO_CLOSE: &str = "kan de zaak niet worden afgesloten";

/// A youth group in the third step, as it came in from a file: without any decision.
fn with_a_group() -> Screen {
    let fill = |vault: &mut Vault| {
        let mut state = CaseState {
            spells: vec![Spell::since("2025-09-01".parse().unwrap())],
            status: Some("stap-3".to_owned()),
            ..CaseState::default()
        };
        state.set("groepsnaam", Some(Value::Text("Groep Plein".to_owned())));
        let write = Write {
            register: GROUPS.to_owned(),
            target: Target::New { number: None },
            state,
        };
        let operation = Operation::by("testpersoon", now()).with(write);
        vault.store_mut(GROUPS).unwrap().record(&operation).unwrap();
    };
    let mut screen = Screen::filled(fill);
    screen.press_with(Modifiers::ALT, Key::Num7);
    screen.press(Key::ArrowDown);
    screen
}

fn group(screen: &Screen) -> CaseFile {
    screen.stored(GROUPS).remove(0)
}

/// Whether this fault stands right under this field.
fn is_below(screen: &Screen, field: &str, fault: &str) -> bool {
    let label = screen.rect_of_part(fault);
    let field = screen.find(field).rect();
    label.top() >= field.bottom() - 1.0
        && label.top() < field.bottom() + 30.0
        && (label.left() - field.left()).abs() < 30.0
}

#[test]
fn a_group_does_not_pass_step_4_without_its_decision() {
    let mut screen = with_a_group();
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Status");
    screen.letter('4');
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(group(&screen).state.status.as_deref(), Some("stap-4"));
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Status");
    screen.letter('5');
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("vanaf “5 Plan van aanpak” moet het bekend zijn");
    assert_eq!(group(&screen).version, 2, "nothing is stored");
    // The keyboard is where something is asked for.
    assert_eq!(screen.focused().as_deref(), Some("Driehoek besloot op"));
    screen.write("20-11-2025");
    screen.press(Key::Tab);
    screen.write("De groep wordt aangepakt");
    screen.press_with(CTRL, Key::Enter);
    let stored = group(&screen);
    assert_eq!(stored.state.status.as_deref(), Some("stap-5"));
    assert!(stored.state.values.contains_key("driehoekbesluit"));
}

#[test]
fn closing_asks_for_what_is_missing_beside_its_field() {
    let mut screen = with_a_group();
    screen.click(&text("command-finish-case"));
    let decided = "Driehoek besloot tot afschalen op";
    for asked in ["Driehoek besloot op", "Besluit van de driehoek", decided] {
        screen.find(asked);
    }
    assert!(!screen.shows("Naam van de groep"), "that is known");
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("fault-no-outcome"));
    assert!(is_below(&screen, "Driehoek besloot op", TO_CLOSE));
    // The keyboard goes to the first of them, on the way down the form.
    assert_eq!(screen.focused().as_deref(), Some("Reden einde"));
    assert_eq!(group(&screen).version, 1);
    screen.tab_to("Reden einde");
    screen.letter('a');
    screen.tab_to("Driehoek besloot op");
    screen.write("1-11-2025");
    screen.tab_to("Besluit van de driehoek");
    screen.write("Afschalen");
    screen.tab_to(decided);
    screen.write("gisteren");
    screen.press_with(CTRL, Key::Enter);
    let stored = group(&screen).state;
    let closing = stored.closing().unwrap();
    assert_eq!(closing.outcome.as_deref(), Some("afgeschaald"));
    let yesterday = Value::Date("2025-11-20".parse().unwrap());
    assert_eq!(stored.values.get("afschalen-besloten-op"), Some(&yesterday));
}

#[test]
fn an_address_that_is_required_is_asked_for_where_it_is_typed() {
    let mut screen = Screen::empty();
    screen.press_with(Modifiers::ALT, Key::Num9);
    screen.press_with(CTRL, Key::N);
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.stored("huisverboden").is_empty());
    assert!(is_below(&screen, "Postcode", FILL_IN));
    assert_eq!(screen.focused().as_deref(), Some("Postcode"));
    screen.write("2711 AB");
    screen.press(Key::Tab);
    screen.write("7");
    screen.tab_to("Uitgereikt");
    screen.write("20-11-2025 21:30");
    // It ends by itself at its hour, so that hour is asked.
    screen.tab_to("Geldig tot");
    screen.write("30-11-2025 21:30");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored("huisverboden").len(), 1);
}
