//! Whoever types fast loses no letter: what is typed after a key that opens something, or moves the keyboard, belongs to
//! the field that will have it, whether it arrives in the same frame or in one of those between.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::{CTRL, HOUSING, Screen, bring_in};

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const NONE: Modifiers = Modifiers::NONE;

fn pressed(modifiers: Modifiers, key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

/// What stands in the field that has the keyboard.
fn typed(screen: &Screen) -> String {
    let focused = screen.harness.get_by(|node| node.is_focused());
    focused.accesskit_node().value().unwrap_or_default()
}

/// The keys, then these letters: in one frame, or with so many frames between the keys and the first letter.
fn hit(
    screen: &mut Screen,
    (modifiers, key): (Modifiers, Key),
    letters: &str,
    between: Option<usize>,
) {
    let input = screen.harness.input_mut();
    input.events.push(pressed(modifiers, key));
    let letters = letters
        .chars()
        .map(|letter| Event::Text(letter.to_string()));
    match between {
        None => {
            input.events.extend(letters);
            screen.harness.step();
        }
        Some(frames) => {
            (0..=frames).for_each(|_| screen.harness.step());
            for letter in letters {
                screen.harness.input_mut().events.push(letter);
                screen.harness.step();
            }
        }
    }
    (0..8).for_each(|_| screen.harness.step());
}

/// The screen as it is prepared, the keys, the letters, and what the field then says.
type Hit = (fn() -> Screen, (Modifiers, Key), &'static str, &'static str);

fn list() -> Screen {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen
}

fn work() -> Screen {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
    });
    screen.press_with(CTRL, Key::J);
    screen
}

fn manage() -> Screen {
    let mut screen = Screen::empty();
    screen.press_with(CTRL, Key::Comma);
    screen
}

const HITS: &[Hit] = &[
    (list, (CTRL, Key::N), "2717kb", "2717kb"),
    (list, (CTRL, Key::K), "dorp", "dorp"),
    (list, (CTRL, Key::F), "meer", "meer"),
    (list, (CTRL_SHIFT, Key::G), "wijk", "wijk"),
    (list, (CTRL_SHIFT, Key::E), "wijk", "wijk"),
    (list, (CTRL_SHIFT, Key::S), "Meerzicht", "Meerzicht"),
    (list, (CTRL, Key::T), "dorp", "dorp"),
    (list, (CTRL, Key::M), "Gebeld", "Gebeld"),
    (list, (CTRL, Key::D), "31-12-2024", "31-12-2024"),
    (list, (NONE, Key::F1), "datum", "datum"),
    (list, (CTRL, Key::I), "cijfers.csv", "cijfers.csv"),
    (list, (CTRL, Key::B), "brief.pdf", "brief.pdf"),
    (work, (CTRL, Key::K), "zaak", "zaak"),
    (manage, (CTRL, Key::N), "Nieuwe wijk", "Nieuwe wijk"),
];

#[test]
fn letters_typed_after_a_shortcut_belong_to_the_field_it_opens() {
    for (prepared, keys, letters, says) in HITS {
        for between in [None, Some(0), Some(1), Some(2)] {
            let mut screen = prepared();
            hit(&mut screen, *keys, letters, between);
            assert_eq!(typed(&screen), *says, "{keys:?}, {between:?}");
        }
    }
}

#[test]
fn a_letter_typed_after_tab_in_one_frame_belongs_to_the_next_field() {
    let mut screen = list();
    screen.press_with(CTRL, Key::N);
    screen.write("2712");
    let before = typed(&screen);
    let input = screen.harness.input_mut();
    input.events.push(pressed(NONE, Key::Tab));
    input.events.push(Event::Text("1".to_owned()));
    (0..6).for_each(|_| screen.harness.step());
    assert_eq!(typed(&screen), "1", "the house number");
    let postcode = screen
        .harness
        .get_by_role_and_label(Role::TextInput, "Postcode");
    assert_eq!(postcode.value().as_deref(), Some(before.as_str()));
}

#[test]
fn keys_that_follow_each_other_in_one_frame_are_all_done_in_their_order() {
    let mut screen = list();
    let input = screen.harness.input_mut();
    input.events.push(pressed(CTRL, Key::K));
    let letters = "indicatoren".chars();
    input
        .events
        .extend(letters.map(|letter| Event::Text(letter.to_string())));
    input.events.push(pressed(NONE, Key::Enter));
    (0..12).for_each(|_| screen.harness.step());
    screen.harness.get_by_label("Waarde invullen");
    assert!(screen.drafts().is_empty(), "no letter became anything else");
}
