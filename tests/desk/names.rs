//! Whoever cannot see the screen finds everything on it by name, and whoever has no mouse comes everywhere.

use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use super::finding::said;
use super::support::{CTRL, Screen, data, text};

/// Everything that can be clicked, typed in or reached has a name.
fn nameless(screen: &Screen, name: &str) -> Vec<String> {
    screen
        .nodes()
        .filter(|node| {
            let node = node.accesskit_node();
            let can = |action| node.data().supports_action(action);
            can(Action::Click) || can(Action::Focus)
        })
        // egui's own scroll bars have no name and cannot be given one; arrows and Page keys do the same.
        .filter(|node| node.accesskit_node().role() != Role::ScrollBar)
        .filter(|node| said(node).is_none())
        .map(|node| {
            format!(
                "{name}: {:?} at {:?}",
                node.accesskit_node().role(),
                node.rect()
            )
        })
        .collect()
}

/// What can be clicked, and neither has a place in the order of Tab nor lies within something that has, whose keys come to
/// it. Lines between panels have commands of their own, what a field offers is gone through by its arrows, and of words
/// no more than a piece can be chosen.
fn out_of_reach(screen: &Screen, name: &str) -> Vec<String> {
    let can = |node: &egui_kittest::Node<'_>, action| {
        node.accesskit_node().data().supports_action(action)
    };
    let taking: Vec<_> = screen
        .nodes()
        .filter(|node| can(node, Action::Focus))
        .collect();
    screen
        .nodes()
        .filter(|node| can(node, Action::Click) && !can(node, Action::Focus))
        .filter(|node| {
            let role = node.accesskit_node().role();
            let elsewhere = [
                Role::Splitter,
                Role::ScrollBar,
                Role::ListBoxOption,
                Role::Label,
            ];
            !elsewhere.contains(&role)
        })
        // The years below the reference date, to which its own keys go.
        .filter(|node| !said(node).is_some_and(|said| said.starts_with("Stand op ")))
        .filter(|node| {
            let within = |other: &egui_kittest::Node<'_>| {
                other.rect().expand(1.0).contains_rect(node.rect())
            };
            !taking.iter().any(within)
        })
        .map(|node| {
            format!(
                "{name}: {:?} {:?} at {:?}",
                node.accesskit_node().role(),
                said(&node),
                node.rect()
            )
        })
        .collect()
}

/// What a screen reader would read out as the picture of an icon.
fn pictures(screen: &Screen, name: &str) -> Vec<String> {
    let picture = |letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter);
    let said = screen
        .says()
        .into_iter()
        .filter(|said| said.contains(picture));
    said.map(|said| format!("{name}: {said:?}")).collect()
}

/// Where Tab comes before it is back where it began.
fn stops(screen: &mut Screen) -> Vec<Option<String>> {
    screen.press(Key::Tab);
    let first = screen.focused();
    let mut stops = vec![first.clone()];
    for _ in 0..140 {
        screen.press(Key::Tab);
        if screen.focused() == first {
            break;
        }
        stops.push(screen.focused());
    }
    stops
}

/// Two rows in the grid on the screen, of which one is wrong, and a choice that is being typed.
fn fill_grid(screen: &mut Screen) {
    // What was looked at before took the keyboard elsewhere.
    screen.press_with(CTRL | Modifiers::SHIFT, Key::N);
    let rows = "21-11-2025\tTestweg 1\tGeluid\r\n31-02-2025\tTestweg 2\tGeluid\r\n";
    screen.harness.event(egui::Event::Paste(rows.to_owned()));
    screen.settle();
    screen.press(Key::ArrowRight);
    screen.press(Key::ArrowRight);
    screen.write("g");
}

/// Every screen there is, each with what makes it full.
pub fn every_screen(mut look: impl FnMut(&mut Screen, &str)) {
    look(&mut Screen::first(), "first");
    look(&mut Screen::empty(), "empty");
    let mut screen = Screen::housing();
    let shift = CTRL | Modifiers::SHIFT;
    look(&mut screen, "list");
    screen.click(&text("filter"));
    look(&mut screen, "filter");
    screen.press(Key::Escape);
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.press(Key::ArrowDown);
    look(&mut screen, "case");
    screen.press_with(CTRL, Key::E);
    look(&mut screen, "change");
    screen.press(Key::Escape);
    screen.click(&text("command-finish-case"));
    look(&mut screen, "finish");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::N);
    look(&mut screen, "new");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::I);
    look(&mut screen, "import");
    screen.tab_to("Bestand");
    screen.write(&data("ipta-2024.csv").display().to_string());
    screen.press(Key::Enter);
    look(&mut screen, "import of the wrong file");
    screen.press(Key::Escape);
    screen.press_with(shift, Key::N);
    look(&mut screen, "empty grid");
    fill_grid(&mut screen);
    look(&mut screen, "grid");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen.press(Key::Enter);
    look(&mut screen, "figures");
    screen.click(&text("chart-kind-years"));
    look(&mut screen, "years");
    screen.click(&text("chart-kind-lines"));
    look(&mut screen, "lines");
    screen.press_with(shift, Key::I);
    look(&mut screen, "no indicators");
    screen.press(Key::ArrowDown);
    look(&mut screen, "indicators");
    screen.press_with(CTRL, Key::E);
    look(&mut screen, "value");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::H);
    look(&mut screen, "history of a value");
    screen.press(Key::Escape);
    screen.press_with(shift, Key::F);
    look(&mut screen, "finances");
    screen.drop_file(&data("financien.csv"));
    look(&mut screen, "finances that were checked");
    screen.press_with(Modifiers::ALT, Key::Num0);
    look(&mut screen, "overview");
    screen.press_with(CTRL, Key::D);
    look(&mut screen, "date");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::K);
    look(&mut screen, "search");
    screen.press(Key::Escape);
    screen.press(Key::F1);
    look(&mut screen, "help");
    screen.press(Key::Escape);
    screen.press(Key::F1);
    screen.click(&text("help-keys"));
    look(&mut screen, "keys");
    screen.click(&text("help-words"));
    look(&mut screen, "words");
    screen.write("peildatum");
    look(&mut screen, "found in the help");
    screen.press(Key::Escape);
    screen.press(Key::Escape);
    screen.search(&text("diagnose-title"));
    screen.press(Key::Enter);
    look(&mut screen, "diagnosis");
}

#[test]
fn everything_that_can_be_reached_has_a_name() {
    let mut found = Vec::new();
    every_screen(|screen, name| found.extend(nameless(screen, name)));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn everything_that_can_be_clicked_is_within_reach_of_the_keyboard() {
    let mut found = Vec::new();
    every_screen(|screen, name| found.extend(out_of_reach(screen, name)));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_icon_is_read_out() {
    let mut found = Vec::new();
    every_screen(|screen, name| found.extend(pictures(screen, name)));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn tab_stops_only_where_something_can_be_done() {
    let mut lost = Vec::new();
    every_screen(|screen, name| {
        let stops = stops(screen);
        // Every register is a stop, and there are sixteen; so is every header that sorts, and every choice of a filter.
        if stops.len() > 140 || stops.contains(&None) {
            lost.push(format!("{name}: {stops:?}"));
        }
    });
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn every_dialog_and_menu_says_what_it_is() {
    let mut found = Vec::new();
    every_screen(|screen, name| {
        let dialogs = screen
            .nodes()
            .filter(|node| node.accesskit_node().role() == Role::Dialog);
        found.extend(
            dialogs
                .filter(|node| said(node).is_none())
                .map(|_| name.to_owned()),
        );
    });
    assert!(found.is_empty(), "a dialog without a name on {found:?}");
}

#[test]
fn the_smallest_window_and_the_largest_letters_show_every_screen() {
    let mut screen = Screen::housing();
    screen.harness.set_size(egui::vec2(960.0, 600.0));
    let mut found = Vec::new();
    for pixels_per_point in [1.0, 1.5] {
        screen.harness.set_pixels_per_point(pixels_per_point);
        for (modifiers, key) in [
            (Modifiers::ALT, Key::Num1),
            (Modifiers::NONE, Key::ArrowDown),
            (CTRL, Key::E),
            (Modifiers::NONE, Key::Escape),
            (CTRL, Key::N),
            (Modifiers::NONE, Key::Escape),
            (CTRL, Key::I),
            (Modifiers::NONE, Key::Escape),
            (CTRL | Modifiers::SHIFT, Key::N),
            (Modifiers::NONE, Key::Escape),
            (CTRL, Key::G),
            (Modifiers::NONE, Key::Enter),
            (Modifiers::ALT, Key::Num0),
            (CTRL, Key::K),
            (Modifiers::NONE, Key::Escape),
            (Modifiers::NONE, Key::F1),
            (Modifiers::NONE, Key::Escape),
        ] {
            screen.press_with(modifiers, key);
            found.extend(nameless(&screen, &format!("{modifiers:?} {key:?}")));
            screen.find("Peildatum 21-11-2025");
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
