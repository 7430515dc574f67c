//! The week of the analist ondermijning.

use egui::{Key, Modifiers};
use peildatum::figures::{Columns, Measure, Period, Slice};
use peildatum::register::{Address, Value};

use super::links::signals;
use super::support::{ACTOR, CTRL, SIGNALS, Screen, text};
use super::timeline::{case, choice, open};
use super::week::{do_by_name, only, store, timeline, within};
use super::work::{day, words};

const CASES: &str = "ondermijning-casussen";
const CHECKS: &str = "controles";

fn choices<const N: usize>(ids: [&str; N]) -> Value {
    Value::Choices(ids.map(str::to_owned).into())
}

#[test]
fn a_signal_of_meld_misdaad_anoniem_is_taken_down() {
    let mut screen = Screen::empty();
    screen.count_keys();
    screen.press_with(Modifiers::ALT, Key::Num2);
    screen.press_with(CTRL, Key::N);
    assert_eq!(screen.focused().as_deref(), Some("Bron"));
    screen.letter('m');
    screen.press(Key::Tab);
    // Two themes begin with a d: the letter goes to the first of them.
    screen.letter('d');
    screen.space();
    screen.letter('w');
    screen.press(Key::Tab);
    screen.write("2723ba");
    screen.press(Key::Tab);
    screen.write("30");
    screen.tab_to("Tekst van het signaal (van de politie: niet doorzoekbaar)");
    screen.write_freely("Iedere nacht een verzonnen busje (verzonnen)");
    store(&mut screen);
    within(&screen, 30);
    let signal = only(&screen, SIGNALS).state;
    assert_eq!(signal.values["bron"], choice("mma"));
    assert_eq!(signal.values["thema"], choices(["drugs", "witwassen"]));
    assert_eq!(signal.values["wijk"], choice("seghwaert"));
    assert_eq!(signal.values["behandelaar"], words(ACTOR));
    let address = Address {
        postcode: "2723 BA".to_owned(),
        number: "30".to_owned(),
        ..Address::default()
    };
    assert_eq!(signal.values["adres"], Value::Address(address));
    assert_eq!(signal.opened(), Some(day("2025-11-21")));
}

#[test]
fn a_weging_has_its_decision_and_its_reason() {
    let mut screen = signals();
    open(&mut screen, "S-1");
    screen.count_keys();
    do_by_name(&mut screen, "weg");
    store(&mut screen);
    screen.expect(&text("fault-missing"));
    assert!(timeline(&screen.vault(), &case(&screen.vault(), SIGNALS, "S-1")).is_empty());
    screen.write_freely("Twee bronnen noemen hetzelfde adres (verzonnen)");
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Besluit weging"));
    screen.letter('n');
    screen.letter('n');
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Naar welke afdeling"));
    screen.letter('h');
    store(&mut screen);
    within(&screen, 18);
    let signal = case(&screen.vault(), SIGNALS, "S-1");
    assert_eq!(signal.state.values["weging"], choice("naar-afdeling"));
    assert_eq!(signal.state.values["bestemming"], choice("handhaving"));
    let entries = timeline(&screen.vault(), &signal);
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].state.kind, "weging");
    let reason = entries[0].state.text("reden");
    assert_eq!(
        reason,
        Some("Twee bronnen noemen hetzelfde adres (verzonnen)")
    );
}

#[test]
fn a_source_that_was_looked_in_is_a_hit_or_none() {
    let mut screen = signals();
    open(&mut screen, "S-1");
    screen.count_keys();
    do_by_name(&mut screen, "bron");
    assert_eq!(screen.focused().as_deref(), Some("Welke bron"));
    screen.letter('k');
    screen.press(Key::Tab);
    screen.letter('g');
    store(&mut screen);
    within(&screen, 12);
    let signal = case(&screen.vault(), SIGNALS, "S-1");
    let check = timeline(&screen.vault(), &signal).remove(0).state;
    assert_eq!(check.kind, "bronnenonderzoek");
    assert_eq!(check.values["bron"], choice("kadaster"));
    assert_eq!(check.values["resultaat"], choice("geen-hit"));
}

/// What a figure counts in a register this year.
fn counted(screen: &Screen, register: &str) -> u64 {
    let vault = screen.vault();
    let definition = vault.definition(register).unwrap();
    let store = vault.store(register).unwrap();
    let columns = Columns::load(definition.clone(), |visit| store.counted(register, visit));
    let year = Period {
        from: day("2025-01-01"),
        to: day("2025-12-31"),
    };
    let measure = Measure::default_of(definition.kind);
    columns
        .unwrap()
        .total(&Slice::whole(), year, measure)
        .unwrap()
}

#[test]
fn three_signals_become_one_casus_and_each_is_counted_once() {
    let mut screen = signals();
    open(&mut screen, "S-1");
    screen.count_keys();
    do_by_name(&mut screen, "onder");
    screen.press(Key::Enter);
    store(&mut screen);
    let number = only(&screen, CASES).number;
    for other in ["S-2", "S-3"] {
        open(&mut screen, other);
        do_by_name(&mut screen, "onder");
        // Below a new one stand those that began last.
        screen.press(Key::ArrowDown);
        screen.press(Key::Enter);
        screen.expect(&format!("1 signaal ondergebracht in {number}"));
    }
    within(&screen, 50);
    assert_eq!(only(&screen, CASES).number, number);
    assert_eq!(counted(&screen, SIGNALS), 3);
    assert_eq!(counted(&screen, CASES), 1);
    let vault = screen.vault();
    let dossier = vault.dossier(CASES, only(&screen, CASES).key).unwrap();
    assert_eq!(dossier.links.len(), 3);
}

#[test]
fn a_controledag_has_its_partners_its_objects_and_its_findings() {
    let mut screen = Screen::empty();
    screen.count_keys();
    screen.press_with(Modifiers::ALT, Key::Num4);
    screen.press_with(CTRL, Key::N);
    assert_eq!(screen.focused().as_deref(), Some("Soort controle"));
    screen.letter('i');
    screen.tab_to("Partners");
    for partner in ['p', 'd', 'n'] {
        screen.letter(partner);
    }
    screen.letter('n');
    screen.space();
    screen.press(Key::Tab);
    screen.write("27");
    screen.tab_to("Bevindingen");
    screen.write_freely("Drie ondernemingen zonder vergunning (verzonnen)");
    screen.tab_to("Datum controle");
    screen.press_with(CTRL, Key::A);
    screen.write("18-11");
    store(&mut screen);
    within(&screen, 35);
    let check = only(&screen, CHECKS).state;
    let partners = choices(["politie", "douane", "netbeheerder"]);
    assert_eq!(check.values["partners"], partners);
    assert_eq!(check.values["soort"], choice("integrale-controledag"));
    assert_eq!(check.values["aantal-objecten"], Value::Number(27.into()));
    assert_eq!(check.opened(), Some(day("2025-11-18")));
    let found = words("Drie ondernemingen zonder vergunning (verzonnen)");
    assert_eq!(check.values["bevindingen"], found);
}
