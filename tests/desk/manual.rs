//! F1: the manual beside the keys and the words, found by one field, read and followed by keyboard alone.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;
use peildatum::language::Language;
use peildatum::manual::{chapter, chapters};

use super::accessibility::around;
use super::finding::said;
use super::support::{CTRL, Screen, text};

const ALT: Modifiers = Modifiers::ALT;

/// The headings of what is open, each with its level.
fn headings(screen: &Screen) -> Vec<(usize, String)> {
    let headings = screen
        .nodes()
        .filter(|node| node.accesskit_node().role() == Role::Heading)
        .filter(|node| around(node).contains(&Role::Dialog));
    headings
        .filter_map(|node| {
            let level = node.accesskit_node().data().level()?;
            Some((level, said(&node)?))
        })
        .collect()
}

/// The title of what is open: its one heading of the first level.
fn open(screen: &Screen) -> String {
    let mut titles = headings(screen).into_iter();
    let title = titles.find(|(level, _)| *level == 1);
    title.map(|(_, title)| title).unwrap_or_default()
}

/// How far below the field that searches a heading of the open chapter stands.
fn below_field(screen: &Screen, heading: &str) -> f32 {
    let field = screen.find(&text("help-search")).rect();
    named(screen, Role::Heading, heading)[0].rect().top() - field.bottom()
}

/// Whether a heading of the open chapter stands at the top of what can be seen.
fn is_at_top(screen: &Screen, heading: &str) -> bool {
    (0.0..60.0).contains(&below_field(screen, heading))
}

/// Everything with this role and name.
fn named<'a>(screen: &'a Screen, role: Role, name: &'a str) -> Vec<Node<'a>> {
    let nodes = screen.nodes();
    let nodes = nodes.filter(move |node| node.accesskit_node().role() == role);
    nodes
        .filter(|node| said(node).as_deref() == Some(name))
        .collect()
}

/// Clicks the entry of the list, or the link, with this name.
#[track_caller]
fn click(screen: &mut Screen, role: Role, name: &str) {
    let found = named(screen, role, name);
    assert!(
        !found.is_empty(),
        "{name:?} is not among {:#?}",
        screen.says()
    );
    // The last one: what stands below the dialog may be called so too.
    found[found.len() - 1].click();
    drop(found);
    screen.settle();
}

/// Whether the entry of the list with this name is marked as open.
fn is_marked(screen: &Screen, name: &str) -> bool {
    let entries = named(screen, Role::Button, name);
    let toggled = |node: &Node<'_>| node.accesskit_node().toggled() == Some(Toggled::True);
    entries.iter().any(toggled)
}

fn title(id: &str) -> &'static str {
    &chapter(Language::Dutch, id).unwrap().title
}

#[test]
fn f1_opens_the_chapter_about_the_screen() {
    let mut screen = Screen::housing();
    let expect = |screen: &mut Screen, id: &str| {
        screen.press(Key::F1);
        assert_eq!(open(screen), title(id));
        assert!(is_marked(screen, title(id)), "{id} is marked in the list");
        screen.press(Key::Escape);
    };
    expect(&mut screen, "20-lists");
    screen.press(Key::ArrowDown);
    expect(&mut screen, "15-case");
    screen.press_with(CTRL, Key::N);
    expect(&mut screen, "10-intake");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::I);
    expect(&mut screen, "40-import");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::J);
    expect(&mut screen, "25-work");
    screen.press_with(CTRL, Key::G);
    expect(&mut screen, "30-figures");
    screen.press_with(ALT, Key::Num0);
    expect(&mut screen, "30-figures");
    screen.press_with(CTRL | Modifiers::SHIFT, Key::I);
    expect(&mut screen, "50-indicators");
    screen.press_with(CTRL | Modifiers::SHIFT, Key::F);
    expect(&mut screen, "50-indicators");
    screen.press_with(CTRL, Key::Comma);
    expect(&mut screen, "55-manage");
    for name in ["Woonoverlast", "Woonoverlast: Definitie"] {
        click(&mut screen, Role::Button, name);
    }
    expect(&mut screen, "60-definitions");
}

#[test]
fn of_a_chapter_about_two_screens_the_section_about_this_one_is_in_view() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL | Modifiers::SHIFT, Key::F);
    screen.press(Key::F1);
    // It is the last one, and cannot come to the top.
    let top = below_field(&screen, "Financiën nakijken");
    assert!((0.0..500.0).contains(&top), "{top}");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::G);
    screen.press(Key::F1);
    assert!(is_at_top(&screen, "Een cijfer maken"));
}

#[test]
fn what_is_found_opens_with_its_heading_in_view_and_back_leads_back() {
    let mut screen = Screen::housing();
    screen.press(Key::F1);
    screen.write("REEKSBREUK");
    let hits = screen.all(Role::ListBoxOption);
    assert!(
        hits[0].starts_with("Indicatoren en financiën › Indicatoren bekijken: "),
        "{hits:?}"
    );
    // The words are found too, and stand below the manual.
    assert!(hits.iter().any(|hit| hit.starts_with("Reeksbreuk: ")));
    screen.press(Key::Enter);
    assert_eq!(open(&screen), title("50-indicators"));
    assert!(is_at_top(&screen, "Indicatoren bekijken"));
    assert_eq!(screen.value(&text("help-search")), "");
    screen.press_with(ALT, Key::ArrowLeft);
    assert_eq!(screen.value(&text("help-search")), "REEKSBREUK");
    assert_eq!(screen.all(Role::ListBoxOption), hits);
    screen.press_with(ALT, Key::ArrowLeft);
    assert_eq!(screen.value(&text("help-search")), "REEKSBREUK");
    screen.find("Peildatum 21-11-2025");
}

#[test]
fn the_arrows_choose_among_what_is_found_and_keys_and_words_open_where_they_stand() {
    let mut screen = Screen::housing();
    screen.press(Key::F1);
    screen.write("tabel kopiëren");
    let hits = screen.all(Role::ListBoxOption);
    let at = hits
        .iter()
        .position(|hit| hit.starts_with("Tabel kopiëren: "));
    screen.press_times(Key::ArrowDown, at.unwrap());
    let chosen = screen.chosen(Role::ListBoxOption).unwrap();
    assert!(chosen.starts_with("Tabel kopiëren: "), "{chosen}");
    screen.press(Key::Enter);
    assert_eq!(open(&screen), text("help-keys"));
    screen.expect("Tabel kopiëren, Ctrl Shift C");
    screen.write("woordwatnietbestaat");
    screen.expect(&text("help-nothing"));
    screen.press(Key::Enter);
    screen.overwrite("behandeld");
    let hit = screen.all(Role::ListBoxOption);
    let word = hit
        .iter()
        .find(|hit| hit.starts_with("Behandeld: "))
        .unwrap();
    screen.click(word);
    assert_eq!(open(&screen), text("help-counting"));
    screen.expect(&text("help-text-handled"));
}

#[test]
fn tab_comes_to_every_link_and_a_link_to_a_screen_goes_there() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::J);
    screen.press(Key::F1);
    assert_eq!(screen.all(Role::Link), ["Mijn werk"]);
    screen.click(&text("help-words"));
    screen.press_with(ALT, Key::ArrowLeft);
    assert_eq!(screen.all(Role::Link), ["Mijn werk"]);
    // Whoever types looks for something, wherever the keyboard is.
    screen.write("beginnen met");
    screen.press(Key::Enter);
    let links = screen.all(Role::Link);
    assert!(links.len() > 8, "{links:?}");
    for link in &links {
        screen.tab_to(link);
    }
    screen.tab_to("Cijfers");
    screen.press(Key::Enter);
    assert!(headings(&screen).is_empty(), "the help is closed");
    assert!(screen.is_chosen("Cijfers"));
    screen.expect_part("Rijen: ");
    // The keyboard is where it is when one goes there by its own keys.
    let focused = screen.focused();
    screen.press_with(CTRL, Key::J);
    screen.press_with(CTRL, Key::G);
    assert_eq!(screen.focused(), focused);
}

#[test]
fn a_link_to_a_chapter_opens_it_and_one_to_the_search_or_an_import_opens_those() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.press(Key::F1);
    click(&mut screen, Role::Link, "Werk en overleg");
    assert_eq!(open(&screen), title("25-work"));
    screen.press_with(ALT, Key::ArrowLeft);
    assert_eq!(open(&screen), title("15-case"));
    screen.tab_to("Beheer");
    screen.press(Key::Escape);
    screen.press_with(ALT, Key::Num0);
    screen.press(Key::F1);
    click(&mut screen, Role::Button, title("40-import"));
    // Into nothing no file can be imported: the first register is shown.
    click(&mut screen, Role::Link, "Importeren");
    screen.expect("Woonoverlast importeren");
    screen.press(Key::Escape);
    screen.press(Key::F1);
    click(&mut screen, Role::Button, title("00-start"));
    screen.tab_to("het zoekveld");
    screen.press(Key::Enter);
    assert_eq!(screen.focused().as_deref(), Some("Zoeken"));
}

#[test]
fn every_chapter_is_within_reach_of_the_keyboard() {
    let mut screen = Screen::housing();
    screen.press(Key::F1);
    for chapter in chapters(Language::Dutch) {
        screen.tab_to(&chapter.title);
        screen.press(Key::Enter);
        assert_eq!(open(&screen), chapter.title);
        assert!(is_marked(&screen, &chapter.title));
    }
    for (entry, heading) in [("help-keys", "help-keys"), ("help-words", "help-counting")] {
        screen.tab_to(&text(entry));
        screen.press(Key::Enter);
        assert_eq!(open(&screen), text(heading));
    }
}

#[test]
fn the_sections_of_the_open_chapter_lead_to_their_headings() {
    let mut screen = Screen::housing();
    screen.press(Key::F1);
    let named = [("heading", "Groeperen".into())];
    screen.click(&Language::Dutch.say("help-to-section", &named));
    assert!(is_at_top(&screen, "Groeperen"));
}

#[test]
fn headings_are_headings_and_every_chapter_is_shown_in_both_languages() {
    let mut screen = Screen::housing();
    for language in Language::ALL {
        screen.press(Key::F1);
        for chapter in chapters(language) {
            click(&mut screen, Role::Button, &chapter.title);
            let sections = chapter.sections.iter();
            let sections = sections.map(|one| (usize::from(one.level), one.heading.clone()));
            assert_eq!(headings(&screen), sections.collect::<Vec<_>>());
        }
        screen.press(Key::Escape);
        screen.search("english");
        screen.press(Key::Enter);
    }
}

#[test]
fn the_search_of_everything_finds_chapters_and_headings() {
    let mut screen = Screen::housing();
    screen.search("volgende stap");
    let options = screen.all(Role::ListBoxOption);
    let heading = "Handleiding: De volgende stap";
    assert!(options.contains(&heading.to_owned()), "{options:?}");
    screen.click(heading);
    assert_eq!(open(&screen), title("15-case"));
    assert!(is_at_top(&screen, "De volgende stap"));
    screen.press(Key::Escape);
    screen.search("handleiding bestanden");
    let options = screen.all(Role::ListBoxOption);
    assert_eq!(options, ["Handleiding: Bestanden inlezen"]);
    screen.press(Key::Enter);
    assert_eq!(open(&screen), title("40-import"));
}

#[test]
fn a_dialog_that_is_closed_gives_the_keyboard_back() {
    let mut screen = Screen::housing();
    let list = screen.focused();
    assert!(list.is_some());
    screen.press(Key::F1);
    assert_eq!(screen.focused(), Some(text("help-search")));
    screen.write("filter");
    screen.press(Key::Enter);
    screen.press(Key::Escape);
    assert_eq!(screen.focused(), list);
}
