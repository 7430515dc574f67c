//! The panel of a case: one glance, one timeline with everything on it, and what can be done with what stands there.

use chrono::NaiveDateTime;
use egui::Key;
use egui::accesskit::Role;
use peildatum::register::{CaseFile, CaseState, Closing, EntryState, Spell, Value};
use peildatum::store::{CaseOf, EntryWrite, Operation, Target, Vault, Write};

use super::support::{ACTOR, HOUSING, Screen, bring_in, now, text};

pub fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

pub fn words(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn choice(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

/// A case of the register with this number.
pub fn case(vault: &Vault, register: &str, number: &str) -> CaseFile {
    let store = vault.store(register).unwrap();
    store.case_by_number(register, number).unwrap().unwrap()
}

/// Puts something on the timeline of a case, as a colleague or the user does, and changes the case in the same action.
pub fn tell(
    vault: &mut Vault,
    actor: &str,
    recorded: &str,
    number: &str,
    entry: Option<EntryState>,
    edit: impl FnOnce(&mut CaseState),
) {
    let case = case(vault, HOUSING, number);
    let mut state = case.state.clone();
    edit(&mut state);
    let recorded = recorded.parse().unwrap();
    let mut operation = Operation::by(actor, recorded);
    if let Some(entry) = entry {
        let write = EntryWrite::new(CaseOf::Existing(case.key), entry);
        operation = operation.with_entry(write);
    }
    if state != case.state {
        let target = Target::Existing {
            key: case.key,
            version: case.version,
        };
        let register = HOUSING.to_owned();
        operation = operation.with(Write {
            register,
            target,
            state,
        });
    }
    vault
        .store_mut(HOUSING)
        .unwrap()
        .record(&operation)
        .unwrap();
}

fn next(what: &str, due: &str) -> impl FnOnce(&mut CaseState) {
    let due = Value::Date(due.parse().unwrap());
    let what = words(what);
    move |state| {
        state.set("volgende-actie", Some(what));
        state.set("actie-uiterlijk", Some(due));
    }
}

/// Housing nuisance with one case of which much can be told: `W2209`.
pub fn housing_with_a_timeline(vault: &mut Vault) {
    bring_in(vault, HOUSING, "woonoverlast-2024.csv");
    let opened = |state: &mut CaseState| {
        state.set("omschrijving", Some(words("Elke avond harde muziek van de buren, ook na elf uur. Melder durft niet zelf aan te bellen.")));
        state.set("kanaal", Some(choice("telefoon")));
        state.set("behandelaar", Some(words("Verzonnen Behandelaar")));
    };
    tell(
        vault,
        "verzonnen-collega",
        "2025-10-28T10:00:00Z",
        "W2209",
        None,
        opened,
    );
    let report = EntryState::at("melding", moment("2025-11-05T09:20:00"))
        .with("kanaal", choice("e-mail"))
        .with(
            "omschrijving",
            words("Zelfde bron van geluid, nu vanaf een ander adres."),
        );
    tell(
        vault,
        "verzonnen-collega",
        "2025-11-05T08:30:00Z",
        "W2209",
        Some(report),
        |_| {},
    );
    let measure = EntryState::at("maatregel", moment("2025-11-12T14:00:00"))
        .with("maatregel", choice("gesprek"))
        .with("grondslag", words("In overleg, zonder besluit"))
        .with("toelichting", words("Beide partijen hebben ingestemd."));
    tell(
        vault,
        ACTOR,
        "2025-11-12T13:10:00Z",
        "W2209",
        Some(measure),
        |state| {
            state.status = Some("in-aanpak".to_owned());
            next("Navragen of het gesprek heeft geholpen", "2025-11-26")(state);
        },
    );
    let contact = EntryState::at("contact", moment("2025-11-20T16:00:00"))
        .with("wijze", choice("telefoon"))
        .with("met", words("de melder"))
        .with(
            "verslag",
            words("Geluid blijft na 23:00. Logboek wordt bijgehouden."),
        );
    tell(
        vault,
        ACTOR,
        "2025-11-20T15:05:00Z",
        "W2209",
        Some(contact),
        next("Terugbellen melder", "2025-11-24"),
    );
}

/// The timeline of `W2209` on the screen.
pub fn timeline() -> Screen {
    let mut screen = Screen::filled(housing_with_a_timeline);
    open(&mut screen, "W2209");
    screen
}

/// Opens a case by its number.
pub fn open(screen: &mut Screen, number: &str) {
    screen.search(number);
    screen.press(Key::Enter);
}

/// The items of the timeline, as a screen reader says them.
pub fn items(screen: &Screen) -> Vec<String> {
    screen.all(Role::ListItem)
}

#[test]
fn one_glance_says_where_since_when_whose_and_what_comes_next() {
    let screen = timeline();
    screen.expect_part("sinds 27-11-2024");
    screen.expect_part("2 meldingen");
    screen.expect("Verzonnen Behandelaar");
    screen.expect("Terugbellen melder");
    screen.expect("Uiterlijk 24-11-2025");
    screen.expect("3 dagen");
}

#[test]
fn the_timeline_tells_everything_the_newest_first_and_begins_with_the_first_report() {
    let screen = timeline();
    let items = items(&screen);
    let begins: Vec<&str> = items
        .iter()
        .map(|item| item.split(',').next().unwrap())
        .collect();
    assert_eq!(
        begins,
        [
            "Contactmoment",
            "Gesprek",
            "Melding",
            "Gewijzigd",
            "Melding"
        ]
    );
    assert!(items[0].contains("gisteren 16:00"), "{}", items[0]);
    assert!(items[0].contains("Geluid blijft na 23:00."), "{}", items[0]);
    let last = items.last().unwrap();
    assert!(
        last.contains("27-11-2024") && last.contains("Elke avond harde muziek"),
        "{last}"
    );
}

#[test]
fn what_an_entry_changed_in_the_case_is_told_with_it() {
    let screen = timeline();
    let items = items(&screen);
    let expected = "Volgende actie  Terugbellen melder, uiterlijk 24-11-2025";
    assert!(items[0].contains(expected), "{}", items[0]);
    assert!(items[1].contains("In aanpak"), "{}", items[1]);
    let told = items
        .iter()
        .filter(|item| item.contains("Terugbellen melder"));
    assert_eq!(
        told.count(),
        1,
        "told once, not as a change of its own as well"
    );
    assert!(items[2].contains("door verzonnen-collega"), "{}", items[2]);
    assert!(
        !items[0].contains("door "),
        "what the reader recorded needs no name"
    );
}

/// Shows a part of the timeline, by its menu.
fn show(screen: &mut Screen, what: &str) {
    let menu = screen.chooser("Tijdlijn toont: ");
    screen.click(&menu);
    screen.click(what);
}

#[test]
fn filters_show_one_kind_and_the_changes() {
    let mut screen = timeline();
    show(&mut screen, "Maatregel");
    assert_eq!(items(&screen).len(), 1);
    show(&mut screen, &text("timeline-changes"));
    assert_eq!(items(&screen).len(), 1);
    assert!(items(&screen)[0].starts_with("Gewijzigd"));
    show(&mut screen, "Melding");
    assert_eq!(
        items(&screen).len(),
        2,
        "the first report and the one that came later"
    );
    let menu = screen.chooser("Tijdlijn toont: ");
    screen.click(&menu);
    screen.letter('a');
    screen.press(Key::Enter);
    assert_eq!(items(&screen).len(), 5);
    assert!(
        !screen.shows(&text("timeline-withdrawn-filter")),
        "nothing was taken back"
    );
}

#[test]
fn a_closing_and_a_reopening_stand_on_the_timeline_with_their_reason() {
    let mut screen = Screen::filled(|vault| {
        housing_with_a_timeline(vault);
        let close = |state: &mut CaseState| {
            let day = "2025-11-14".parse().unwrap();
            state.spells[0].closed = Some(Closing {
                outcome: Some("opgelost".to_owned()),
                ..Closing::on(day)
            });
            state.status = Some("afgerond".to_owned());
        };
        tell(vault, ACTOR, "2025-11-14T09:00:00Z", "W2209", None, close);
        let case = case(vault, HOUSING, "W2209");
        let mut state = case.state.clone();
        state
            .spells
            .push(Spell::since("2025-11-18".parse().unwrap()));
        state.status = Some("heropend".to_owned());
        let target = Target::Existing {
            key: case.key,
            version: case.version,
        };
        let register = HOUSING.to_owned();
        let operation = Operation::by(ACTOR, "2025-11-18T09:00:00Z".parse().unwrap())
            .because("De muziek is er weer")
            .with(Write {
                register,
                target,
                state,
            });
        vault
            .store_mut(HOUSING)
            .unwrap()
            .record(&operation)
            .unwrap();
    });
    open(&mut screen, "W2209");
    let items = items(&screen);
    assert!(
        items[1].starts_with("Heropend, 18-11-2025, De muziek is er weer"),
        "{}",
        items[1]
    );
    assert!(
        items[2].starts_with("Afgesloten: opgelost, 14-11-2025"),
        "{}",
        items[2]
    );
}

#[test]
fn the_keyboard_goes_through_the_timeline_and_puts_an_entry_right() {
    let mut screen = timeline();
    screen.press(Key::F6);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Tijdlijn, 5 gebeurtenissen")
    );
    screen.press(Key::Enter);
    assert_eq!(
        screen.value("Wat is er gezegd"),
        "Geluid blijft na 23:00. Logboek wordt bijgehouden."
    );
    assert!(!screen.shows("Volgende actie"), "the case stays as it is");
    screen.tab_to("Met wie");
    screen.overwrite("de buurvrouw");
    screen.press_with(super::support::CTRL, Key::Enter);
    screen.expect("W2209 is opgeslagen");
    let items = items(&screen);
    assert!(
        items[0].contains("de buurvrouw") && items[0].contains("aangepast op 21-11-2025"),
        "{}",
        items[0]
    );
    let entries = stored(&screen, "W2209");
    assert_eq!(entries.iter().map(|entry| entry.version).max(), Some(2));
}

/// The entries of a case of housing nuisance as they are stored.
pub fn stored(screen: &Screen, number: &str) -> Vec<peildatum::register::Entry> {
    let vault = screen.vault();
    let case = case(&vault, HOUSING, number);
    vault.store(HOUSING).unwrap().entries(case.key).unwrap()
}

#[test]
fn an_entry_is_taken_back_with_a_reason_or_not_at_all() {
    let mut screen = timeline();
    screen.press(Key::F6);
    screen.press(Key::Delete);
    screen.expect("Contactmoment intrekken");
    screen.press_with(super::support::CTRL, Key::Enter);
    screen.expect(&text("timeline-needs-reason"));
    assert_eq!(items(&screen).len(), 5);
    screen.write("Hoort bij een andere zaak");
    screen.press_with(super::support::CTRL, Key::Enter);
    screen.expect(&text("timeline-taken-back"));
    assert_eq!(items(&screen).len(), 4);
    show(&mut screen, &text("timeline-withdrawn-filter"));
    let items = items(&screen);
    assert!(
        items[0].contains("Hoort bij een andere zaak"),
        "{}",
        items[0]
    );
    assert!(
        stored(&screen, "W2209")
            .iter()
            .any(|entry| entry.state.withdrawn)
    );
}

#[test]
fn a_long_timeline_is_there_to_its_last_item() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        let case = case(vault, HOUSING, "W2209");
        let mut operation = Operation::by(ACTOR, now());
        for day in 0..300 {
            let at = moment("2025-01-01T10:30:00") + chrono::Days::new(day);
            let state = EntryState::at("contact", at).with("verslag", words(&format!("Gesprek {day}.\n\nTweede alinea.\n\nDerde alinea van een lang verhaal.\n\nVierde.")));
            operation = operation.with_entry(EntryWrite::new(CaseOf::Existing(case.key), state));
        }
        vault
            .store_mut(HOUSING)
            .unwrap()
            .record(&operation)
            .unwrap();
    });
    open(&mut screen, "W2209");
    assert_eq!(items(&screen).len(), 301);
    screen.press(Key::F6);
    let begin = std::time::Instant::now();
    screen.press(Key::End);
    screen.press_times(Key::ArrowUp, 20);
    // A debug build draws some sixty frames here; three hundred items drawn in each would take many times as long.
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
    screen.press(Key::Home);
    screen.press(Key::Space);
    screen.expect(&text("timeline-less"));
}

#[test]
fn f2_puts_right_what_stands_on_the_timeline() {
    let mut screen = timeline();
    screen.press(Key::F6);
    screen.press(Key::F2);
    screen.expect("Contactmoment aanpassen");
}

/// Makes the timelines of a vault unreadable, or readable again.
fn hide_entries(screen: &Screen, hide: bool) {
    let (from, to) = match hide {
        true => ("entry", "weg"),
        false => ("weg", "entry"),
    };
    let file = screen.vault_folder().join("woonoverlast.db");
    let connection = rusqlite::Connection::open(file).unwrap();
    let sentence = format!("ALTER TABLE {from} RENAME TO {to}");
    connection.execute_batch(&sentence).unwrap();
}

#[test]
fn a_timeline_that_cannot_be_read_is_no_empty_one_and_is_asked_for_again() {
    let mut screen = Screen::filled(housing_with_a_timeline);
    hide_entries(&screen, true);
    open(&mut screen, "W2209");
    screen.expect_part("geeft een fout");
    screen.press_with(super::support::CTRL, Key::L);
    assert!(
        !screen.shows_part(&text("entry-store")),
        "without the timeline nobody knows which step is the next"
    );
    hide_entries(&screen, false);
    (0..8).for_each(|_| screen.harness.step());
    screen.settle();
    assert_eq!(items(&screen).len(), 5);
    screen.press_with(super::support::CTRL, Key::L);
    screen.expect_part(&text("entry-store"));
}

#[test]
fn what_was_being_taken_back_in_one_vault_is_not_in_the_next() {
    let mut screen = timeline();
    screen.press(Key::F6);
    screen.press(Key::Delete);
    screen.expect("Contactmoment intrekken");
    screen.search(&text("command-vaults"));
    screen.press(Key::Enter);
    screen.tab_to(&text("first-screen-open"));
    screen.press(Key::Enter);
    screen.expect("Kluis: kluis");
    open(&mut screen, "W2209");
    assert_eq!(items(&screen).len(), 5);
    assert!(!screen.shows("Contactmoment intrekken"));
}
