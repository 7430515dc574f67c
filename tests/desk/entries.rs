//! What is put on the timeline: by keyboard, in few keys, and never lost.

use egui::Key;
use peildatum::register::Value;

use super::support::{CTRL, HOUSING, Screen, change, text};
use super::timeline::{choice, open, stored, timeline, words};

/// The case of a screen as it is stored.
fn case(screen: &Screen, number: &str) -> peildatum::register::CaseFile {
    super::timeline::case(&screen.vault(), HOUSING, number)
}

fn value(screen: &Screen, field: &str) -> Option<Value> {
    case(screen, "W2209").state.values.get(field).cloned()
}

#[test]
fn a_contact_with_its_next_action_takes_six_presses_beside_the_words() {
    let mut screen = timeline();
    let mut presses = 0;
    let mut press = |screen: &mut Screen, modifiers, key| {
        presses += 1;
        screen.press_with(modifiers, key);
    };
    press(&mut screen, CTRL, Key::M);
    assert_eq!(screen.focused().as_deref(), Some("Wat is er gezegd"));
    screen.write("Buurman belt terug.");
    press(&mut screen, egui::Modifiers::NONE, Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Volgende actie"));
    // What the case said already is selected: typing takes its place.
    screen.write("Huisbezoek plannen");
    press(&mut screen, egui::Modifiers::NONE, Key::Tab);
    screen.write("+7");
    press(&mut screen, CTRL, Key::Enter);
    assert_eq!(presses + "+7".len(), 6);
    screen.expect("W2209 is opgeslagen");
    assert_eq!(
        screen.focused().as_deref(),
        Some("Tijdlijn, 6 gebeurtenissen")
    );
    assert_eq!(
        value(&screen, "volgende-actie"),
        Some(words("Huisbezoek plannen"))
    );
    let due = Value::Date("2025-11-28".parse().unwrap());
    assert_eq!(value(&screen, "actie-uiterlijk"), Some(due));
    let entries = stored(&screen, "W2209");
    assert_eq!(entries.len(), 4);
    assert_eq!(
        entries[0].state.text("verslag"),
        Some("Buurman belt terug.")
    );
    assert_eq!(entries[0].state.happened.to_string(), "2025-11-21 10:30:00");
}

#[test]
fn when_it_happened_is_typed_as_it_is_said() {
    let mut screen = timeline();
    screen.press_with(CTRL, Key::M);
    screen.write("Gisteren gesproken.");
    screen.tab_to(&text("entry-happened"));
    screen.overwrite("gisteren 16:30");
    screen.press_with(CTRL, Key::Enter);
    let entry = stored(&screen, "W2209").remove(0);
    assert_eq!(entry.state.happened.to_string(), "2025-11-20 16:30:00");
    screen.press_with(CTRL, Key::M);
    screen.write("Nog eens.");
    screen.tab_to(&text("entry-happened"));
    screen.overwrite("ooit");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(
        screen.focused().as_deref(),
        Some(&*text("entry-happened")),
        "the fault has the keyboard"
    );
    assert_eq!(stored(&screen, "W2209").len(), 4);
}

#[test]
fn what_must_be_said_is_asked_beside_its_field_and_nothing_is_stored_without_it() {
    let mut screen = timeline();
    screen.press_with(CTRL, Key::M);
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("fault-missing"));
    assert_eq!(stored(&screen, "W2209").len(), 3);
}

#[test]
fn the_next_step_of_the_ladder_comes_with_ground_deadline_action_and_status() {
    let mut screen = timeline();
    screen.press_with(CTRL, Key::L);
    assert_eq!(screen.value("Welke maatregel"), "Buurtbemiddeling");
    assert_eq!(
        screen.value("Grondslag"),
        "Vrijwillig, met instemming van beide buren"
    );
    assert_eq!(
        screen.value("Volgende actie"),
        "Navragen bij buurtbemiddeling"
    );
    assert_eq!(screen.value("Status"), "In aanpak");
    screen.press_with(CTRL, Key::Enter);
    let entry = stored(&screen, "W2209").remove(0);
    assert_eq!(
        entry.state.values.get("maatregel"),
        Some(&choice("buurtbemiddeling"))
    );
    let due = Value::Date("2026-01-02".parse().unwrap());
    assert_eq!(entry.state.values.get("uiterlijk"), Some(&due));
    assert_eq!(value(&screen, "actie-uiterlijk"), Some(due));
    screen.press_with(CTRL, Key::L);
    assert_eq!(
        screen.value("Welke maatregel"),
        "Hulp of zorg",
        "one step further"
    );
}

#[test]
fn what_follows_from_a_step_goes_along_when_another_one_is_chosen() {
    let mut screen = timeline();
    screen.press_with(CTRL, Key::L);
    // The keyboard is in the measure; a letter chooses.
    screen.write("w");
    assert_eq!(screen.value("Welke maatregel"), "Waarschuwing");
    assert_ne!(
        screen.value("Grondslag"),
        "Vrijwillig, met instemming van beide buren"
    );
    let action = screen.value("Volgende actie");
    assert_ne!(action, "Navragen bij buurtbemiddeling");
    // What somebody typed stays.
    screen.tab_to("Grondslag");
    screen.overwrite("Brief van de corporatie");
    screen.tab_to("Welke maatregel");
    screen.write("b");
    assert_eq!(screen.value("Welke maatregel"), "Buurtbemiddeling");
    assert_eq!(screen.value("Grondslag"), "Brief van de corporatie");
    assert_eq!(
        screen.value("Volgende actie"),
        "Navragen bij buurtbemiddeling"
    );
}

#[test]
fn any_other_kind_is_found_by_its_name() {
    let mut screen = timeline();
    screen.search("besluit vastleggen");
    screen.press(Key::Enter);
    assert_eq!(screen.focused().as_deref(), Some("Besluit"));
    screen.write("Verzonnen besluit.");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(stored(&screen, "W2209")[0].state.kind, "besluit");
}

#[test]
fn what_is_typed_waits_when_it_is_left_and_is_found_again() {
    let mut screen = timeline();
    screen.press_with(CTRL, Key::M);
    screen.write("Half getypt");
    screen.press(Key::Escape);
    assert!(!screen.shows("Wat is er gezegd"));
    open(&mut screen, "W2208");
    screen.press_with(CTRL, Key::M);
    assert_eq!(screen.value("Wat is er gezegd"), "", "another case");
    screen.press(Key::Escape);
    open(&mut screen, "W2209");
    screen.press_with(CTRL, Key::M);
    assert_eq!(screen.value("Wat is er gezegd"), "Half getypt");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(
        stored(&screen, "W2209")[0].state.text("verslag"),
        Some("Half getypt")
    );
    assert!(stored(&screen, "W2208").is_empty());
}

#[test]
fn what_somebody_else_stored_meanwhile_is_shown_and_nothing_typed_is_lost() {
    let mut screen = timeline();
    screen.press_with(CTRL, Key::M);
    screen.write("Mijn verslag.");
    screen.tab_to("Uiterlijk");
    screen.overwrite("+4");
    change(&mut screen.vault(), HOUSING, "W2209", |state| {
        state.set("volgende-actie", Some(words("Dossier lezen")));
        state.set("telefoon", Some(words("06 00000000")));
    });
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("W2209 is intussen ook door iemand anders gewijzigd");
    assert_eq!(screen.value("Wat is er gezegd"), "Mijn verslag.");
    assert_eq!(
        screen.value("Volgende actie"),
        "Dossier lezen",
        "not typed here, so theirs"
    );
    assert_eq!(screen.value("Uiterlijk"), "+4");
    assert_eq!(stored(&screen, "W2209").len(), 3);
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(stored(&screen, "W2209").len(), 4);
    assert_eq!(
        value(&screen, "volgende-actie"),
        Some(words("Dossier lezen"))
    );
    assert_eq!(value(&screen, "telefoon"), Some(words("06 00000000")));
    let due = Value::Date("2025-11-25".parse().unwrap());
    assert_eq!(value(&screen, "actie-uiterlijk"), Some(due));
}

#[test]
fn an_entry_that_two_people_put_right_keeps_both_versions_in_its_history() {
    let mut screen = timeline();
    screen.press(Key::F6);
    screen.press(Key::Enter);
    screen.tab_to("Met wie");
    screen.overwrite("de buurvrouw");
    {
        let mut vault = screen.vault();
        let entry = stored(&screen, "W2209").remove(0);
        let state = entry.state.clone().with("met", words("de wijkagent"));
        let state = state.with("verslag", words("Een beter verzonnen verslag"));
        let mut write = peildatum::store::EntryWrite::new(
            peildatum::store::CaseOf::Existing(entry.case),
            state,
        );
        write.target = peildatum::store::EntryTarget::Existing {
            key: entry.key,
            version: entry.version,
        };
        let operation =
            peildatum::store::Operation::by("collega", super::support::now()).with_entry(write);
        vault
            .store_mut(HOUSING)
            .unwrap()
            .record(&operation)
            .unwrap();
    }
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("entry-overtaken"));
    assert_eq!(screen.value("Met wie"), "de buurvrouw");
    screen.expect("Met wie: Nu opgeslagen  de wijkagent");
    screen.press_with(CTRL, Key::Enter);
    let entry = stored(&screen, "W2209").remove(0);
    assert_eq!(
        (entry.version, entry.state.text("met")),
        (3, Some("de buurvrouw"))
    );
    // What was not typed here is as the other one left it.
    let said = entry.state.text("verslag");
    assert_eq!(said, Some("Een beter verzonnen verslag"));
}

#[test]
fn a_standard_text_is_filled_in_and_can_be_adjusted() {
    let mut screen = timeline();
    screen.press_with(CTRL, Key::M);
    screen.click(&text("entry-standard-text"));
    screen.click("Ontvangst aan melder");
    let body = screen.value("Wat is er gezegd");
    assert!(body.contains("W2209"), "{body}");
    assert_eq!(screen.focused().as_deref(), Some("Wat is er gezegd"));
    screen.write("Met groet.");
    screen.press_with(CTRL, Key::Enter);
    let entry = stored(&screen, "W2209").remove(0);
    assert!(entry.state.text("verslag").unwrap().contains("Met groet."));
}

#[test]
fn a_closed_case_takes_no_step_of_the_ladder_but_a_contact_and_a_document() {
    let mut screen = timeline();
    let mut cases = screen.stored(HOUSING).into_iter();
    let closed = cases.find(|case| case.state.closing().is_some()).unwrap();
    screen.expect(&text("command-next-step"));
    open(&mut screen, &closed.number);
    assert!(!screen.shows(&text("command-next-step")));
    screen.press_with(CTRL, Key::L);
    screen.expect_part("Open haar eerst opnieuw");
    assert!(!screen.shows_part(&text("entry-store")));
    screen.press_with(CTRL, Key::M);
    screen.expect_part(&text("entry-store"));
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::B);
    screen.expect(&text("documents-path"));
}
