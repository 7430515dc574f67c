//! Cases that belong together: linked across registers, several signals in one casus, and what else is known of a person,
//! an address and a street.

use egui::{Key, Modifiers};
use peildatum::register::{Address, CaseState, Spell, Value};
use peildatum::store::{Operation, Target, Vault, Write};

use super::support::{CTRL, HOUSING, SIGNALS, Screen, change, now, text};
use super::timeline::{case, choice, items, open, words};

const CASES: &str = "ondermijning-casussen";
pub const YOUTH: &str = "jeugdaanpak";
pub const BANS: &str = "gebiedsverboden";

pub fn new(vault: &mut Vault, register: &str, number: &str, fill: impl FnOnce(&mut CaseState)) {
    let definition = vault.definition(register).unwrap();
    let mut state = CaseState {
        spells: vec![Spell::since("2025-11-03".parse().unwrap())],
        status: definition
            .first_status(true)
            .map(|status| status.choice.id.clone()),
        ..CaseState::default()
    };
    fill(&mut state);
    let target = Target::New {
        number: Some(number.to_owned()),
    };
    let register = register.to_owned();
    let operation = Operation::by("verzonnen-collega", now()).with(Write {
        register: register.clone(),
        target,
        state,
    });
    vault
        .store_mut(&register)
        .unwrap()
        .record(&operation)
        .unwrap();
}

fn person(name: &str, born: &str) -> impl Fn(&str, &str, &mut CaseState) {
    let (name, born) = (words(name), Value::Date(born.parse().unwrap()));
    move |person, birth, state| {
        state.set(person, Some(name.clone()));
        state.set(birth, Some(born.clone()));
    }
}

/// The fields that hold a person and a birth date in a register.
fn person_fields(vault: &Vault, register: &str) -> (String, String) {
    use peildatum::register::FieldKind;
    let definition = vault.definition(register).unwrap();
    let field = |kind| {
        let mut fields = definition.fields.iter();
        fields.find(|field| field.kind == kind).unwrap().id.clone()
    };
    (field(FieldKind::Person), field(FieldKind::BirthDate))
}

fn signal(vault: &mut Vault, number: &str) {
    new(vault, SIGNALS, number, |state| {
        state.set("bron", Some(choice("partner")));
        state.set("thema", Some(Value::Choices(["drugs".to_owned()].into())));
        state.set("wijk", Some(choice("centrum")));
    });
}

pub fn signals() -> Screen {
    Screen::filled(|vault| {
        for number in ["S-1", "S-2", "S-3"] {
            signal(vault, number);
        }
    })
}

#[test]
fn three_signals_in_one_casus_stay_three_signals_and_one_casus() {
    let mut screen = signals();
    open(&mut screen, "S-1");
    screen.search("onderbrengen");
    screen.press(Key::Enter);
    screen.expect("Nieuwe casus van dit signaal");
    screen.press(Key::Enter);
    screen.expect_part("Ontstaat uit S-1");
    assert_eq!(screen.value("Thema"), "Drugs", "filled in from the signal");
    assert_eq!(screen.value("Wijk"), "Centrum");
    screen.press_with(CTRL, Key::Enter);
    let cases = screen.stored(CASES);
    assert_eq!(cases.len(), 1, "{:#?}", screen.says());
    let number = cases[0].number.clone();
    for other in ["S-2", "S-3"] {
        open(&mut screen, other);
        screen.search("onderbrengen");
        screen.press(Key::Enter);
        screen.write(&number);
        screen.press(Key::Enter);
        screen.expect(&format!("1 signaal ondergebracht in {number}"));
        screen.expect_part(&format!("{number}, Casussen"));
    }
    assert_eq!(screen.stored(CASES).len(), 1);
    let signals = screen.stored(SIGNALS);
    assert_eq!(signals.len(), 3);
    for signal in &signals {
        assert_eq!(
            signal.state.values.get("weging"),
            Some(&choice("casusoverleg"))
        );
    }
    let vault = screen.vault();
    let dossier = vault.dossier(CASES, cases[0].key).unwrap();
    assert_eq!(dossier.links.len(), 3, "the link shows at both ends");
    open(&mut screen, &number);
    let linked = items(&screen)
        .into_iter()
        .filter(|item| item.starts_with("Gekoppeld aan S-"));
    assert_eq!(linked.count(), 3);
}

#[test]
fn a_case_is_linked_by_its_number_and_the_link_is_taken_back_with_a_reason() {
    let mut screen = super::timeline::timeline();
    screen.press_with(CTRL, Key::T);
    screen.write("W2208");
    screen.press(Key::Enter);
    screen.expect(&text("link-stored"));
    screen.expect_part("W2208  ·  ");
    let home = case(&screen.vault(), HOUSING, "W2209");
    let links = |screen: &Screen| screen.vault().dossier(HOUSING, home.key).unwrap().links;
    assert_eq!(links(&screen).len(), 1);
    screen.click("Koppeling met W2208 intrekken…");
    screen.write("Bleek een ander adres");
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("timeline-taken-back"));
    assert!(links(&screen).is_empty());
    assert!(!screen.shows_part("W2208  ·  "));
}

#[test]
fn enter_on_a_tie_opens_the_other_case() {
    let mut screen = super::timeline::timeline();
    screen.press_with(CTRL, Key::T);
    screen.write("W2208");
    screen.press(Key::Enter);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Tijdlijn, 6 gebeurtenissen")
    );
    screen.press(Key::Home);
    screen.press(Key::Enter);
    assert!(screen.selected_row().unwrap().starts_with("W2208"));
    assert!(
        items(&screen)[0].starts_with("Gekoppeld aan W2209"),
        "it stands once, and shows at both ends"
    );
}

#[test]
fn a_young_person_shows_in_every_register_that_knows_them() {
    let mut screen = Screen::filled(|vault| {
        let same = person("Verzonnen Jongere", "2009-05-04");
        let other = person("Verzonnen Jongere", "2008-01-01");
        for (register, number, who) in [
            (YOUTH, "J-1", &same),
            (BANS, "G-1", &same),
            (BANS, "G-2", &other),
        ] {
            let (name, born) = person_fields(vault, register);
            let owner = vault.definition(register).unwrap().work.owner.clone();
            new(vault, register, number, |state| {
                who(&name, &born, state);
                if let Some(owner) = owner {
                    state.set(&owner, Some(words("Verzonnen Behandelaar")));
                }
            });
        }
    });
    open(&mut screen, "J-1");
    screen.expect(&text("links-same-person"));
    screen.expect_part("G-1");
    assert!(!screen.shows_part("G-2"), "a name alone is nobody");
    screen.click("Koppelen aan G-1");
    screen.expect(&text("link-stored"));
    screen.expect(&text("links-heading"));
    assert!(
        !screen.shows(&text("links-same-person")),
        "what is linked is no longer offered"
    );
}

#[test]
fn the_address_and_the_street_say_what_else_is_known_there() {
    let at = |number: &str| {
        Value::Address(Address {
            postcode: "2711 AA".to_owned(),
            number: number.to_owned(),
            street: "Verzonnenstraat".to_owned(),
            ..Address::default()
        })
    };
    let mut screen = Screen::filled(|vault| {
        for (number, house) in [("A-1", "12"), ("A-2", "12"), ("A-3", "40")] {
            new(vault, HOUSING, number, |state| {
                state.set("adres", Some(at(house)));
                state.set("behandelaar", Some(words("Verzonnen Behandelaar")));
            });
        }
    });
    open(&mut screen, "A-1");
    let known = "Bekend op dit adres: 1 andere zaak, 1 lopend";
    screen.expect(known);
    screen.expect("In dezelfde straat: 1 zaak, 1 lopend");
    assert!(!screen.shows_part("A-2  ·"), "on request only");
    let looked_up = |screen: &Screen| {
        let vault = screen.vault();
        vault.store(HOUSING).unwrap().look_ups(10).unwrap()
    };
    assert!(looked_up(&screen).is_empty());
    screen.click(known);
    screen.click(known);
    screen.click(known);
    let looked = looked_up(&screen);
    assert_eq!(looked.len(), 1, "that somebody looked is kept once");
    assert_eq!(looked[0].cases.len(), 1);
    screen.tab_to(known);
    screen.press(Key::Tab);
    assert!(
        screen.focused().unwrap().starts_with("A-2"),
        "{:?}",
        screen.focused()
    );
    screen.press_with(Modifiers::NONE, Key::Enter);
    assert!(screen.selected_row().unwrap().starts_with("A-2"));
}

#[test]
fn a_weighing_asks_only_what_its_decision_leads_to() {
    let mut screen = signals();
    open(&mut screen, "S-1");
    screen.search("weging vastleggen");
    screen.press(Key::Enter);
    assert!(
        !screen.shows("Naar welke afdeling"),
        "not before it applies"
    );
    screen.tab_to("Besluit weging");
    screen.letter('n');
    assert!(!screen.shows("Naar welke afdeling"), "not taken up");
    screen.letter('n');
    screen.expect("Naar welke afdeling");
    screen.press(Key::Tab);
    screen.letter('h');
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    screen.letter('r');
    screen.tab_to("Reden van het besluit");
    screen.write("Verzonnen reden.");
    screen.press_with(CTRL, Key::Enter);
    let stored = case(&screen.vault(), SIGNALS, "S-1").state;
    assert_eq!(stored.values["weging"], choice("riec"));
    assert!(!stored.values.contains_key("bestemming"));
}

#[test]
fn a_signal_that_changed_while_its_casus_was_typed_is_said_and_stored_the_next_time() {
    let mut screen = signals();
    open(&mut screen, "S-1");
    screen.search("onderbrengen");
    screen.press(Key::Enter);
    screen.press(Key::Enter);
    screen.expect_part("Ontstaat uit S-1");
    change(&mut screen.vault(), SIGNALS, "S-1", |state| {
        state.set("wijk", Some(choice("meerzicht")));
    });
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.stored(CASES).is_empty());
    screen.expect_part("Zaak S-1");
    screen.press_with(CTRL, Key::Enter);
    let cases = screen.stored(CASES);
    assert_eq!(cases.len(), 1, "{:#?}", screen.says());
    let dossier = screen.vault().dossier(CASES, cases[0].key).unwrap();
    assert_eq!(dossier.links.len(), 1);
}

#[test]
fn a_case_without_the_one_it_is_made_from_is_not_stored() {
    let mut screen = signals();
    open(&mut screen, "S-1");
    screen.search("onderbrengen");
    screen.press(Key::Enter);
    screen.press(Key::Enter);
    screen.expect_part("Ontstaat uit S-1");
    screen.tab_to("Behandelaar");
    screen.write("x");
    screen.pause();
    let draft = screen.drafts().remove(0);
    let content = draft.content.replace("\"key\":1", "\"key\":99");
    assert_ne!(content, draft.content);
    let lost = peildatum::store::Draft { content, ..draft };
    let mut vault = screen.vault();
    vault.store_mut(CASES).unwrap().keep_draft(&lost).unwrap();
    let mut screen = screen.crash();
    screen.search("concept");
    screen.press(Key::Enter);
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("gather-not-at-hand"));
    assert!(screen.stored(CASES).is_empty());
    assert_eq!(screen.drafts().len(), 1, "what was typed waits");
}

#[test]
fn a_draft_of_an_earlier_version_still_gathers_the_case_it_was_made_from() {
    let mut screen = signals();
    open(&mut screen, "S-1");
    screen.search("onderbrengen");
    screen.press(Key::Enter);
    screen.press(Key::Enter);
    screen.tab_to("Behandelaar");
    screen.write("x");
    screen.pause();
    let draft = screen.drafts().remove(0);
    // Earlier versions kept that case among the texts.
    let source = "\"source\":{\"register\":\"ondermijning-signalen\",\"key\":1},";
    let texts = "\"texts\":{";
    assert!(draft.content.contains(source) && draft.content.contains(texts));
    let old = format!("{texts}\"ontstaan.uit\":\"ondermijning-signalen/1\",");
    let content = draft.content.replace(source, "").replace(texts, &old);
    let earlier = peildatum::store::Draft { content, ..draft };
    let mut vault = screen.vault();
    vault
        .store_mut(CASES)
        .unwrap()
        .keep_draft(&earlier)
        .unwrap();
    let mut screen = screen.crash();
    screen.search("concept");
    screen.press(Key::Enter);
    screen.expect_part("Ontstaat uit S-1");
    screen.press_with(CTRL, Key::Enter);
    let cases = screen.stored(CASES);
    assert_eq!(cases.len(), 1, "{:#?}", screen.says());
    let dossier = screen.vault().dossier(CASES, cases[0].key).unwrap();
    assert_eq!(dossier.links.len(), 1);
}

#[test]
fn a_signal_that_went_to_a_department_can_still_be_gathered() {
    let mut screen = Screen::filled(|vault| {
        signal(vault, "S-1");
        change(vault, SIGNALS, "S-1", |state| {
            state.set("weging", Some(choice("naar-afdeling")));
            state.set("bestemming", Some(choice("bibob")));
        });
    });
    open(&mut screen, "S-1");
    screen.search("onderbrengen");
    screen.press(Key::Enter);
    screen.press(Key::Enter);
    screen.expect_part("Ontstaat uit S-1");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(CASES).len(), 1, "{:#?}", screen.says());
    let signal = screen.stored(SIGNALS).remove(0);
    assert_eq!(
        signal.state.values.get("weging"),
        Some(&choice("casusoverleg"))
    );
    assert_eq!(signal.state.values.get("bestemming"), None);
}

#[test]
fn a_tie_that_stands_in_another_register_shows_here_at_once() {
    let mut screen = Screen::filled(|vault| {
        signal(vault, "S-1");
        // Weighed already: nothing of the signal itself changes with the link.
        change(vault, SIGNALS, "S-1", |state| {
            state.set("weging", Some(choice("casusoverleg")));
        });
    });
    open(&mut screen, "S-1");
    assert!(!screen.shows(&text("links-heading")));
    screen.search("onderbrengen");
    screen.press(Key::Enter);
    screen.press(Key::Enter);
    screen.expect_part("Ontstaat uit S-1");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.stored(CASES).len(), 1);
    open(&mut screen, "S-1");
    screen.expect(&text("links-heading"));
}

#[test]
fn how_many_cases_there_are_in_a_street_is_their_number_and_not_that_of_those_shown() {
    let mut screen = Screen::filled(|vault| {
        for number in 1..=25 {
            new(vault, HOUSING, &format!("H-{number}"), |state| {
                let address = Address {
                    street: "Testweg".to_owned(),
                    number: number.to_string(),
                    ..Address::default()
                };
                state.set("adres", Some(Value::Address(address)));
            });
        }
    });
    open(&mut screen, "H-12");
    screen.click("In dezelfde straat: 24 zaken");
    screen.expect("De 20 nieuwste van 24");
}
