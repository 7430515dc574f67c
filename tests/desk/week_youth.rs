//! The week of the coordinator jeugd, and the bans that run beside it.

use egui::{Key, Modifiers};
use peildatum::register::{Address, CaseFile, Value};
use peildatum::store::Vault;

use super::links::{BANS, YOUTH, new};
use super::support::{ACTOR, CTRL, Screen, text};
use super::timeline::{case, choice, open};
use super::week::{do_by_name, only, store, timeline, within};
use super::work::{day, words};

const GROUPS: &str = "jeugdgroepen";
const HOUSE_BANS: &str = "huisverboden";

fn born(state: &mut peildatum::register::CaseState, who: &str, owner: &str) {
    state.set(who, Some(words("Verzonnen Jongere")));
    let birth = Value::Date(day("2009-05-04"));
    state.set("geboortedatum", Some(birth));
    state.set(owner, Some(words("Verzonnen Behandelaar")));
}

fn ban(vault: &mut Vault, number: &str, until: &str) {
    new(vault, BANS, number, |state| {
        born(state, "persoon", "behandelaar");
        state.set("grondslag", Some(choice("gemeentewet-172a")));
        state.set("belangenafweging", Some(words("Afgewogen (verzonnen)")));
        state.set("geldig-tot", Some(Value::Date(day(until))));
    });
}

/// A young person in the PGA, a group, and an area ban.
fn young_people(vault: &mut Vault) {
    new(vault, YOUTH, "J-1", |state| {
        born(state, "deelnemer", "procesregie");
        state.set("aanpak", Some(choice("pga")));
        // Who has an address is still called by name.
        let home = Address {
            postcode: "2729 AA".to_owned(),
            number: "3".to_owned(),
            ..Address::default()
        };
        state.set("adres", Some(Value::Address(home)));
    });
    new(vault, GROUPS, "JG-1", |state| {
        state.set("groepsnaam", Some(words("Verzonnen groep")));
        state.set("procesregie", Some(words("Verzonnen Behandelaar")));
    });
    ban(vault, "G-1", "2025-11-30");
}

#[test]
fn an_aanmelding_is_taken_down() {
    let mut screen = Screen::empty();
    screen.count_keys();
    screen.press_with(Modifiers::ALT, Key::Num6);
    screen.press_with(CTRL, Key::N);
    assert_eq!(screen.focused().as_deref(), Some("Deelnemer"));
    screen.write_freely("Verzonnen Jongere");
    screen.press(Key::Tab);
    screen.write("4-5-2009");
    screen.tab_to("Wijk");
    screen.letter('o');
    screen.press(Key::Tab);
    screen.letter('p');
    screen.press(Key::Tab);
    screen.letter('w');
    store(&mut screen);
    within(&screen, 26);
    let young = only(&screen, YOUTH).state;
    assert_eq!(young.values["deelnemer"], words("Verzonnen Jongere"));
    assert_eq!(
        young.values["geboortedatum"],
        Value::Date(day("2009-05-04"))
    );
    assert_eq!(young.values["aanpak"], choice("pga"));
    assert_eq!(young.values["wijk"], choice("oosterheem"));
    assert_eq!(young.values["procesregie"], words(ACTOR));
    assert_eq!(young.status.as_deref(), Some("aangemeld"));
}

#[test]
fn one_screen_shows_a_jongere_with_pga_groep_and_gebiedsverbod() {
    let mut screen = Screen::filled(young_people);
    open(&mut screen, "J-1");
    screen.count_keys();
    // The ban is of the same person and is offered at once; the group is found by its name.
    screen.press_with(CTRL, Key::T);
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::T);
    screen.write("JG-1");
    screen.press(Key::Enter);
    within(&screen, 12);
    screen.expect(&text("links-heading"));
    screen.expect_part("G-1  ·  Verzonnen Jongere");
    screen.expect_part("JG-1  ·  Verzonnen groep");
    screen.expect_part("PGA · sinds");
    let vault = screen.vault();
    let young = case(&vault, YOUTH, "J-1");
    let mut linked: Vec<String> = vault
        .dossier(YOUTH, young.key)
        .unwrap()
        .links
        .into_iter()
        .map(|link| link.case.number)
        .collect();
    linked.sort();
    assert_eq!(linked, ["G-1", "JG-1"]);

    // From one to the other, and it shows there too.
    screen.count_keys();
    screen.press(Key::Home);
    screen.press(Key::Enter);
    within(&screen, 3);
    assert!(screen.selected_row().unwrap().starts_with("G-1"));
    screen.expect_part("J-1  ·  Verzonnen Jongere");
}

#[test]
fn an_afspraak_is_recorded_with_its_next_action() {
    let mut screen = Screen::filled(young_people);
    open(&mut screen, "J-1");
    screen.count_keys();
    screen.press_with(CTRL, Key::M);
    assert_eq!(screen.focused().as_deref(), Some("Wat is er afgesproken"));
    screen.write_freely("Elke dag naar school (verzonnen)");
    screen.press(Key::Tab);
    screen.write("+14");
    screen.press(Key::Tab);
    screen.write_freely("Mentor bellen (verzonnen)");
    screen.press(Key::Tab);
    screen.write("+7");
    store(&mut screen);
    within(&screen, 14);
    let young = case(&screen.vault(), YOUTH, "J-1");
    assert_eq!(
        young.state.values["volgende-actie"],
        words("Mentor bellen (verzonnen)")
    );
    assert_eq!(
        young.state.values["actie-uiterlijk"],
        Value::Date(day("2025-11-28"))
    );
    let said = timeline(&screen.vault(), &young).remove(0).state;
    assert_eq!(said.kind, "afspraak");
    assert_eq!(said.values["uiterlijk"], Value::Date(day("2025-12-05")));
}

/// Extends the ban that is open, and returns it as it is stored.
fn extend(screen: &mut Screen, number: &str) -> CaseFile {
    open(screen, number);
    screen.count_keys();
    do_by_name(screen, "verleng");
    screen.write_freely("De groep is er nog (verzonnen)");
    screen.tab_to("Eerste verlenging besloten op");
    screen.write("v");
    screen.press(Key::Tab);
    screen.write("28-2-2026");
    screen.press(Key::Tab);
    screen.write("1");
    screen.tab_to("Status");
    screen.letter('v');
    store(screen);
    case(&screen.vault(), BANS, number)
}

#[test]
fn a_gebiedsverbod_is_extended_before_its_end_and_not_after() {
    let mut screen = Screen::filled(|vault| {
        young_people(vault);
        ban(vault, "G-2", "2025-11-20");
    });
    let extended = extend(&mut screen, "G-1");
    within(&screen, 32);
    let values = &extended.state.values;
    assert_eq!(values["verlengd-op"], Value::Date(day("2025-11-21")));
    assert_eq!(values["verlengd-tot"], Value::Date(day("2026-02-28")));
    assert_eq!(extended.state.status.as_deref(), Some("verlengd"));
    assert_eq!(timeline(&screen.vault(), &extended).len(), 1);

    let over = extend(&mut screen, "G-2");
    assert_eq!(over.version, 1);
    assert!(timeline(&screen.vault(), &over).is_empty());
    assert_eq!(
        screen.focused().as_deref(),
        Some("Eerste verlenging besloten op"),
        "the fault has the keyboard"
    );
}

#[test]
fn a_huisverbod_runs_by_the_hour_and_never_beyond_28_days() {
    let mut screen = Screen::empty();
    screen.count_keys();
    screen.press_with(Modifiers::ALT, Key::Num9);
    screen.press_with(CTRL, Key::N);
    screen.write("2715ab");
    screen.press(Key::Tab);
    screen.write("12");
    screen.tab_to("Uitgereikt");
    screen.write("g 14:30");
    screen.press(Key::Tab);
    store(&mut screen);
    within(&screen, 30);
    let ban = only(&screen, HOUSE_BANS);
    let served = "2025-11-20T14:30:00".parse().unwrap();
    assert_eq!(ban.state.values["uitgereikt"], Value::DateTime(served));
    screen.expect("Uiterlijk 30-11-2025 om 14:30");

    screen.count_keys();
    screen.press_with(CTRL, Key::E);
    screen.tab_to("Verlengd");
    screen.letter('j');
    screen.press(Key::Tab);
    screen.write("18-12-2025 14:31");
    store(&mut screen);
    assert_eq!(only(&screen, HOUSE_BANS).version, 1);
    assert_eq!(screen.focused().as_deref(), Some("Geldig tot"));
    screen.overwrite("18-12-2025 14:30");
    store(&mut screen);
    within(&screen, 60);
    let until = "2025-12-18T14:30:00".parse().unwrap();
    let values = only(&screen, HOUSE_BANS).state.values;
    assert_eq!(values["geldig-tot"], Value::DateTime(until));
}
