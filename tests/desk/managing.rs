//! The lists and definitions of the municipality, managed by keyboard: every change holds at once, is undone with one key,
//! and never touches what is stored.

use egui::{Key, Modifiers};
use peildatum::register::{Choice, Direction, Subject, Unit};

use super::support::{CTRL, HOUSING, Screen, text};

/// The screen, with the districts open.
fn districts() -> Screen {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::Comma);
    open(&mut screen, "Wijken");
    screen
}

fn open(screen: &mut Screen, list: &str) {
    screen.click(list);
}

fn choices(screen: &Screen, field: &str) -> Vec<Choice> {
    let vault = screen.vault();
    let definition = vault.definition(HOUSING).unwrap();
    definition.field(field).unwrap().choices.clone()
}

fn district(screen: &Screen, id: &str) -> Choice {
    let choices = choices(screen, "wijk");
    choices.into_iter().find(|choice| choice.id == id).unwrap()
}

#[track_caller]
fn sees(screen: &Screen, part: &str) {
    assert!(
        screen.shows_part(part),
        "{part:?} is not among {:#?}",
        screen.says()
    );
}

fn ids(screen: &Screen) -> Vec<String> {
    let choices = choices(screen, "wijk").into_iter();
    choices.map(|choice| choice.id).collect()
}

#[test]
fn a_district_is_added_with_its_days_and_offered_from_then_on() {
    let mut screen = districts();
    screen.press_with(CTRL, Key::N);
    screen.write("Het Nieuwe Land");
    screen.tab_to("Postcodegebieden");
    screen.write("2719");
    screen.tab_to("Aangeboden vanaf");
    screen.write("1-1-2026");
    screen.press_with(CTRL, Key::Enter);
    sees(&screen, "“Het Nieuwe Land” is toegevoegd");
    let made = district(&screen, "het-nieuwe-land");
    assert_eq!(made.postcodes, ["2719"]);
    assert_eq!(made.from, Some("2026-01-01".parse().unwrap()));
    // Today is in 2025: no form offers it yet.
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.press_with(CTRL, Key::N);
    screen.click("Kies wijk");
    assert!(!screen.shows("Wijk Het Nieuwe Land"));
    assert!(screen.shows("Wijk Centrum"));
}

#[test]
fn a_mistake_stands_beside_its_field_and_nothing_is_stored() {
    let mut screen = districts();
    screen.press_with(CTRL, Key::N);
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.shows(&text("manage-name-missing")));
    screen.write("Centrum");
    screen.tab_to("Postcodegebieden");
    screen.write("27");
    screen.press_with(CTRL, Key::Enter);
    sees(&screen, "staat al in deze lijst");
    sees(&screen, "geen postcodegebied");
    assert!(screen.vault().versions().is_empty());
}

#[test]
fn a_choice_is_renamed_ordered_and_retired_and_each_is_undone() {
    let mut screen = districts();
    let before = ids(&screen);
    screen.press(Key::Enter);
    screen.overwrite("Hart van de stad");
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(district(&screen, "centrum").label.nl, "Hart van de stad");
    screen.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(ids(&screen)[..2], [before[1].clone(), before[0].clone()]);
    screen.press(Key::Delete);
    assert!(district(&screen, "centrum").retired);
    screen.press_with(CTRL, Key::Z);
    assert!(!district(&screen, "centrum").retired);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(ids(&screen), before);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(district(&screen, "centrum").label.nl, "Centrum");
    screen.press_with(CTRL | Modifiers::SHIFT, Key::Z);
    assert_eq!(district(&screen, "centrum").label.nl, "Hart van de stad");
    // All of it stands in the history, with who did it.
    let editions = screen.vault();
    let editions = editions.editions_of(&Subject::List("wijken".to_owned()));
    assert_eq!(editions.unwrap().len(), 7);
    screen.press_with(CTRL, Key::H);
    sees(&screen, "Hernoemd");
    screen.click(&text("manage-as-shipped"));
    assert_eq!(district(&screen, "centrum").label.nl, "Centrum");
}

#[test]
fn two_districts_are_merged_and_every_figure_counts_them_as_one() {
    let mut screen = districts();
    let stored = screen.stored(HOUSING);
    let in_district = |cases: &[peildatum::register::CaseFile], id: &str| {
        let district = peildatum::register::Value::Choice(id.to_owned());
        let cases = cases.iter();
        cases
            .filter(|case| case.state.values.get("wijk") == Some(&district))
            .count()
    };
    let (from, into) = (
        in_district(&stored, "centrum"),
        in_district(&stored, "meerzicht"),
    );
    screen.press_with(CTRL, Key::M);
    screen.write("Meerzicht");
    screen.press(Key::Enter);
    sees(&screen, &format!("{from} zaken tellen daar mee"));
    sees(&screen, "gaat verder als Meerzicht");
    let after = screen.stored(HOUSING);
    assert_eq!(in_district(&after, "centrum"), 0);
    assert_eq!(in_district(&after, "meerzicht"), from + into);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(in_district(&screen.stored(HOUSING), "centrum"), from);
}

#[test]
fn what_was_never_used_is_removed_and_what_was_used_is_not() {
    let mut screen = districts();
    screen.press_with(CTRL, Key::N);
    screen.write("Vergissing");
    screen.press_with(CTRL, Key::Enter);
    screen.click(&text("command-remove-item"));
    assert!(!ids(&screen).contains(&"vergissing".to_owned()));
    assert!(!screen.shows(&text("command-remove-item")));
}

#[test]
fn a_number_of_cases_opens_those_cases() {
    let mut screen = districts();
    let count = screen.stored(HOUSING).len();
    assert!(count > 0);
    let mut links = screen.says().into_iter();
    let link = links.find(|said| said.starts_with("Woonoverlast, Wijk: "));
    screen.click(&link.unwrap());
    sees(&screen, "Centrum");
    assert!(screen.shows("Woonoverlast"));
}

#[test]
fn who_left_is_no_longer_suggested_and_stays_in_cases() {
    let mut screen = districts();
    open(&mut screen, "Medewerkers");
    screen.press_with(CTRL, Key::N);
    screen.write("Anna Verzonnen");
    screen.press_with(CTRL, Key::Enter);
    let people = |screen: &Screen| choices(screen, "behandelaar");
    assert_eq!(people(&screen)[0].label.nl, "Anna Verzonnen");
    // A form suggests who works here by a few letters.
    let suggested = |screen: &mut Screen| {
        screen.press_with(Modifiers::ALT, Key::Num1);
        screen.press_with(CTRL, Key::N);
        screen.tab_to("Behandelaar");
        screen.overwrite("verz");
        screen.press(Key::ArrowDown);
        screen.pause();
        let drafts = screen.drafts();
        // The one that was kept last comes first.
        let said = drafts[0].content.contains("Anna Verzonnen");
        screen.press(Key::Escape);
        said
    };
    assert!(suggested(&mut screen));
    screen.press_with(CTRL, Key::Comma);
    screen.press(Key::Delete);
    assert!(people(&screen)[0].retired);
    assert!(!suggested(&mut screen));
}

#[test]
fn a_standard_text_is_checked_and_shown_in_an_invented_case() {
    let mut screen = districts();
    open(&mut screen, "Woonoverlast");
    open(&mut screen, "Woonoverlast: Standaardteksten");
    screen.press_with(CTRL, Key::N);
    screen.write("Welkom");
    screen.click("Tekst");
    screen.write("Beste melder, zaak {nummer} ligt bij {behandelar}.");
    screen.press_with(CTRL, Key::Enter);
    sees(&screen, "“behandelar” kan hier niet");
    screen.click("Tekst");
    screen.overwrite("Beste melder, zaak {nummer} loopt.");
    sees(&screen, "zaak WO-2025-00001 loopt");
    screen.press_with(CTRL, Key::Enter);
    let vault = screen.vault();
    let texts = &vault.definition(HOUSING).unwrap().texts;
    assert_eq!(texts.last().unwrap().id, "welkom");
}

#[test]
fn a_definition_is_checked_while_it_is_typed_and_in_use_once_it_is_stored() {
    let mut screen = districts();
    open(&mut screen, "Woonoverlast");
    open(&mut screen, "Woonoverlast: Definitie");
    let shipped = screen
        .vault()
        .registers()
        .file(HOUSING)
        .unwrap()
        .text
        .clone();
    screen.overwrite(&shipped.replacen("kind = \"spell\"", "kind = \"spel\"", 1));
    sees(&screen, "“spel” kan hier niet");
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.vault().versions().is_empty());
    screen.overwrite(&shipped.replacen("prefix = \"WO\"", "prefix = \"OV\"", 1));
    assert!(screen.shows(&text("manage-definition-fits")));
    screen.press_with(CTRL, Key::Enter);
    assert_eq!(screen.vault().definition(HOUSING).unwrap().prefix, "OV");
    // What has cases does not move to another file.
    screen.overwrite(&shipped.replacen("team = \"woonoverlast\"", "team = \"overlast\"", 1));
    sees(&screen, "kan daarom niet meer veranderen");
}

#[test]
fn a_new_register_begins_with_the_smallest_one() {
    let mut screen = districts();
    open(&mut screen, "Woonoverlast");
    open(&mut screen, "Woonoverlast: Definitie");
    screen.press_with(CTRL, Key::N);
    assert!(screen.shows(&text("manage-definition-fits")) || screen.shows(&text("manage-form")));
    screen.press_with(CTRL, Key::Enter);
    assert!(screen.vault().registers().get("parkeren").is_some());
    sees(&screen, "Parkeeroverlast");
}

#[test]
fn a_register_without_a_dpia_says_so_until_it_is_read_and_then_with_its_definition() {
    let mut screen = Screen::housing();
    screen.expect(&text("dpia-missing"));
    // It stops nothing: the list is there, and so is its keyboard.
    assert!(!screen.rows().is_empty());
    screen.click(&text("dpia-read"));
    assert!(!screen.shows(&text("dpia-missing")));
    screen.press_with(CTRL, Key::Comma);
    open(&mut screen, "Woonoverlast");
    open(&mut screen, "Woonoverlast: Definitie");
    sees(&screen, &text("dpia-missing-here"));
}

#[test]
fn an_indicator_is_added_changed_and_retired_and_stands_where_values_are_typed() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::Comma);
    // The one among the lists; the other one is the screen.
    screen.click_nth("Indicatoren", 1);
    sees(&screen, "Alle indicatoren van de gemeente");
    screen.press_with(CTRL, Key::N);
    screen.write("Vernielde bushokjes");
    screen.press_with(CTRL, Key::Enter);
    // Nothing is chosen for it: what has to be chosen says so, and what is typed stays.
    sees(&screen, "Vul dit in");
    screen.click("Eenheid aantal");
    screen.click("Richting lager is beter");
    screen.press_with(CTRL, Key::Enter);
    sees(&screen, "“Vernielde bushokjes” is toegevoegd");
    let known = |screen: &Screen| {
        let indicators = screen.vault().indicators().clone();
        indicators.get("vernielde-bushokjes").cloned()
    };
    let made = known(&screen).unwrap();
    assert_eq!((made.unit, made.direction), (Unit::Count, Direction::Lower));
    screen.press_with(CTRL | Modifiers::SHIFT, Key::I);
    sees(&screen, "Vernielde bushokjes");
    screen.press_with(CTRL, Key::Comma);
    screen.press(Key::Delete);
    assert!(known(&screen).unwrap().retired);
    screen.press_with(CTRL, Key::H);
    sees(&screen, "Afgevoerd: Vernielde bushokjes");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::Z);
    assert!(!known(&screen).unwrap().retired);
    screen.press_with(CTRL, Key::Z);
    assert!(known(&screen).is_none());
}
