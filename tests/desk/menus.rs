//! Menus by keyboard: letters go through them, a choice closes them, and the keyboard is back on what opened them.

use egui::Key;
use egui::accesskit::Role;

use super::support::{CTRL, Screen, text};

/// Opens the menu of the button whose name begins like this, goes to what begins with these letters, and chooses it.
/// Returns what has the keyboard then.
fn choose(screen: &mut Screen, button: &str, letters: &str) -> String {
    let button = screen.chooser(button);
    screen.tab_to(&button);
    screen.press(Key::Enter);
    letters.chars().for_each(|letter| screen.letter(letter));
    screen.press(Key::Enter);
    screen.focused().unwrap_or_default()
}

#[test]
fn the_menus_of_a_figure_close_and_give_the_keyboard_back() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    assert_eq!(choose(&mut screen, "Maat: ", "i"), "Maat: Instroom");
    assert_eq!(
        choose(&mut screen, "Ernaast: ", "v"),
        "Ernaast: vorige periode"
    );
    let beside = choose(&mut screen, "Ernaast: ", "e");
    assert_eq!(beside, "Ernaast: een jaar eerder");
    assert!(!screen.shows("Niets"), "the menu is closed");
    let register = choose(&mut screen, "Register: ", "j");
    assert!(register.starts_with("Register: Jeugd"), "{register}");
    let period = choose(&mut screen, "Periode ", "k");
    assert!(period.starts_with("Periode "), "{period}");
}

#[test]
fn the_menus_of_a_list_do_so_too() {
    let mut screen = Screen::housing();
    let sorted = choose(&mut screen, "Op ", "w");
    assert!(sorted.starts_with("Op wijk"), "{sorted}");
    assert_eq!(
        choose(&mut screen, &text("command-group"), "k"),
        text("command-group")
    );
    assert!(!screen.shows(&text("group-none")), "the menu is closed");
}

#[test]
fn a_menu_of_several_stays_open_and_gives_the_keyboard_back_on_escape() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    let rows = screen.chooser("Rijen: ");
    screen.tab_to(&rows);
    screen.press(Key::Enter);
    screen.letter('k');
    screen.press(Key::Enter);
    screen.expect(&text("toolbar-derived"));
    screen.press(Key::Escape);
    assert!(!screen.shows(&text("toolbar-derived")));
    let rows = screen.chooser("Rijen: ");
    assert!(rows.contains("Kanaal"), "{rows}");
    assert_eq!(screen.focused(), Some(rows));
}

#[test]
fn a_menu_is_as_wide_as_its_words_and_closes_on_a_click() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    let before = screen.all(Role::Button);
    let button = screen.chooser("Register: ");
    screen.click(&button);
    let entries = screen.all(Role::Button).into_iter();
    let entries = entries.filter(|name| !before.contains(name));
    let longest = entries.max_by_key(String::len).unwrap();
    let rect = screen.find(&longest).rect();
    let least = 6.0 * longest.chars().count() as f32;
    assert!(rect.width() >= least, "{longest}: {rect:?}");
    screen.click(&longest);
    let after = screen.all(Role::Button);
    assert!(!after.contains(&longest), "the menu is closed");
}
