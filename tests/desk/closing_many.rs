//! Many cases are closed at once: a day and an outcome for all, and of each only what differs.

use egui::{Key, Modifiers};
use peildatum::register::{CaseFile, CaseState, Value};
use peildatum::store::Vault;

use super::links::new;
use super::support::{CTRL, Screen, text};
use super::timeline::words;

const BANS: &str = "huisverboden";
const SHIFT: Modifiers = Modifiers::SHIFT;

fn ban(vault: &mut Vault, number: &str, fill: impl FnOnce(&mut CaseState)) {
    new(vault, BANS, number, |state| {
        let served = "2025-11-03T14:30:00".parse().unwrap();
        state.set("uitgereikt", Some(Value::DateTime(served)));
        state.set("behandelaar", Some(words("testpersoon")));
        fill(state);
    });
}

/// Three bans that are chosen together, of which it is not known whether they were extended; the last one began later.
fn chosen() -> Screen {
    let mut screen = Screen::filled(|vault| {
        ban(vault, "HV-1", |_| {});
        ban(vault, "HV-2", |_| {});
        ban(vault, "HV-3", |state| {
            state.spells[0].opened = "2025-11-20".parse().unwrap();
        });
    });
    screen.press_with(Modifiers::ALT, Key::Num9);
    screen.press(Key::ArrowDown);
    screen.press_with(SHIFT, Key::ArrowDown);
    screen.press_with(SHIFT, Key::ArrowDown);
    screen.click(&text("command-finish-many"));
    screen.expect("3 huisverboden afsluiten");
    screen
}

/// Whether each ban ended, in the order of their numbers: on which day, and whether it was extended.
fn ended(screen: &Screen) -> Vec<Option<(String, Option<Value>)>> {
    let mut bans: Vec<CaseFile> = screen.stored(BANS);
    bans.sort_by(|one, other| one.number.cmp(&other.number));
    let ended = bans.into_iter().map(|ban| {
        let day = ban.state.closing()?.date.to_string();
        Some((day, ban.state.values.get("verlengd").cloned()))
    });
    ended.collect()
}

fn so(day: &str, extended: bool) -> Option<(String, Option<Value>)> {
    Some((day.to_owned(), Some(Value::YesNo(extended))))
}

#[test]
fn what_all_lack_is_filled_in_once_and_what_differs_case_by_case() {
    let mut screen = chosen();
    assert_eq!(screen.focused().as_deref(), Some("Reden einde"));
    screen.letter('i');
    screen.press_with(SHIFT, Key::Tab);
    screen.overwrite("13-11-2025");
    screen.press_with(CTRL, Key::Enter);
    // None of them can be closed yet, and nothing is stored.
    screen.expect_part("3 missen nog iets");
    screen.expect(&text("bulk-lacking-all"));
    assert_eq!(ended(&screen), [None, None, None]);
    assert_eq!(screen.focused().as_deref(), Some("Verlengd"));
    screen.letter('n');
    screen.press(Key::Tab);
    // The first of the list began after the others ended, and has its own day.
    screen.expect_part("HV-3");
    assert_eq!(screen.focused().as_deref(), Some("Geëindigd op"));
    screen.write("21-11-2025");
    screen.press(Key::Tab);
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Verlengd"));
    screen.letter('j');
    screen.press_with(CTRL, Key::Enter);
    assert!(!screen.shows_part("missen nog iets"));
    assert_eq!(ended(&screen), [None, None, None], "it is looked at first");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("3 huisverboden gewijzigd");
    let stored = ended(&screen);
    assert_eq!(stored[2], so("2025-11-21", false));
    let extended = stored[..2]
        .iter()
        .filter(|one| **one == so("2025-11-13", true));
    assert_eq!(extended.count(), 1, "{stored:?}");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(ended(&screen), [None, None, None], "undone as one");
}

#[test]
fn a_case_for_which_nothing_is_filled_in_stays_as_it_is_and_selected() {
    let mut screen = chosen();
    screen.letter('i');
    screen.press_with(CTRL, Key::Enter);
    // Only the first of them is filled in.
    screen.press(Key::Tab);
    screen.letter('n');
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("2 missen nog iets");
    screen.press_with(CTRL, Key::Enter);
    screen.expect_part("1 huisverbod gewijzigd");
    assert_eq!(ended(&screen).iter().flatten().count(), 1);
    screen.expect("2 gekozen");
}

#[test]
fn it_is_not_gone_on_without_a_day_and_an_outcome() {
    let mut screen = chosen();
    screen.press_with(SHIFT, Key::Tab);
    screen.overwrite("");
    screen.press_with(CTRL, Key::Enter);
    screen.expect(&text("bulk-close-needs-day"));
    screen.expect(&text("fault-no-outcome"));
    screen.press(Key::Escape);
    assert!(!screen.shows("3 huisverboden afsluiten"));
    screen.expect("3 gekozen");
}
