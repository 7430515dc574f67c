//! The tree that a screen reader walks through: headings, landmarks, tables with their cells, list boxes with their options,
//! what has to be filled in, and what a chart shows.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;
use peildatum::language::Language;
use peildatum::register::{Field, FieldKind, Registers, RequiredFrom, Value};

use super::finding::said;
use super::names::every_screen;
use super::support::{CTRL, HOUSING, Screen, bring_in, text};

fn role(node: &Node<'_>) -> Role {
    node.accesskit_node().role()
}

/// The roles of everything that a node lies in, from the inside out.
pub fn around(node: &Node<'_>) -> Vec<Role> {
    let mut roles = Vec::new();
    let mut next = node.accesskit_node().parent();
    while let Some(parent) = next {
        roles.push(parent.role());
        next = parent.parent();
    }
    roles
}

/// Every screen, with those on which tables and lists stand that the others do not have.
fn every_screen_and_more(mut look: impl FnMut(&mut Screen, &str)) {
    every_screen(&mut look);
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::J);
    look(&mut screen, "work");
    screen.press_with(CTRL, Key::Comma);
    look(&mut screen, "manage");
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.press_with(CTRL, Key::A);
    look(&mut screen, "chosen cases");
    screen.press_with(CTRL | Modifiers::SHIFT, Key::K);
    look(&mut screen, "columns");
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::O);
    look(&mut screen, "meeting");
}

#[test]
fn every_page_has_one_title_and_it_is_the_heading_of_the_page() {
    let mut wrong = Vec::new();
    every_screen_and_more(|screen, name| {
        let titles = screen.nodes().filter(|node| {
            // AccessKit counts levels from zero: this is level 1.
            role(node) == Role::Heading && node.accesskit_node().level() == Some(0)
        });
        let titles: Vec<Node<'_>> = titles.collect();
        let [title] = &titles[..] else {
            wrong.push(format!("{name}: {} titles", titles.len()));
            return;
        };
        if said(title).is_none() || !around(title).contains(&Role::Main) {
            wrong.push(format!("{name}: {:?} in {:?}", said(title), around(title)));
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_title_is_the_name_of_the_screen() {
    let title = |screen: &Screen| {
        let mut nodes = screen.nodes();
        let found = nodes.find(|node| node.accesskit_node().level() == Some(0));
        said(&found.unwrap()).unwrap()
    };
    let mut screen = Screen::housing();
    assert_eq!(title(&screen), "Woonoverlast");
    for (modifiers, key, id) in [
        (CTRL, Key::J, "work-of-team"),
        (CTRL | Modifiers::SHIFT, Key::I, "indicators"),
        (CTRL | Modifiers::SHIFT, Key::F, "finances"),
        (Modifiers::ALT, Key::Num0, "overview"),
    ] {
        screen.press_with(modifiers, key);
        let title = title(&screen);
        assert!(title.starts_with(&text(id)), "{title}");
    }
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.press_with(CTRL, Key::O);
    assert_eq!(title(&screen), "Casusoverleg Woonoverlast");
}

#[test]
fn the_window_and_every_panel_have_a_name() {
    let mut wrong = Vec::new();
    every_screen_and_more(|screen, name| {
        let window = screen.harness.root();
        if window.accesskit_node().label().as_deref() != Some("Peildatum") {
            wrong.push(format!("{name}: the window"));
        }
        let landmark = |role: Role| match role {
            Role::Navigation => Some("landmark-navigation"),
            Role::Banner => Some("landmark-top-bar"),
            Role::Main => Some("landmark-page"),
            Role::ContentInfo => Some("landmark-status-bar"),
            Role::Complementary => Some("landmark-case"),
            _ => None,
        };
        let mut found = Vec::new();
        for node in screen.nodes() {
            if role(&node) == Role::Pane {
                wrong.push(format!("{name}: a panel without a role"));
            }
            let Some(id) = landmark(role(&node)) else {
                continue;
            };
            found.push(role(&node));
            if said(&node) != Some(text(id)) {
                wrong.push(format!("{name}: {:?}", role(&node)));
            }
        }
        let expected = match name {
            "first" => vec![Role::Main],
            _ => vec![
                Role::Navigation,
                Role::Banner,
                Role::Main,
                Role::ContentInfo,
            ],
        };
        found.retain(|role| *role != Role::Complementary);
        if found != expected {
            wrong.push(format!("{name}: {found:?}"));
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_case_beside_its_list_is_a_landmark() {
    let mut screen = Screen::housing();
    assert!(screen.all(Role::Complementary).is_empty());
    screen.press(Key::ArrowDown);
    assert_eq!(screen.all(Role::Complementary), [text("landmark-case")]);
}

/// What is wrong with the tables of a screen. Also returns how many cells they have.
fn faults_of_tables(screen: &Screen) -> (Vec<String>, usize) {
    let mut faults = Vec::new();
    let mut cells = 0;
    let is_cell = |role: Role| [Role::Cell, Role::RowHeader, Role::ColumnHeader].contains(&role);
    for node in screen.nodes().filter(|node| is_cell(role(node))) {
        let (name, within) = (said(&node), around(&node));
        let row = within.iter().position(|role| *role == Role::Row);
        let table = within.iter().position(|role| *role == Role::Table);
        if row.is_none() || table.is_none() || row > table {
            faults.push(format!("{:?} {name:?} in {within:?}", role(&node)));
        }
        if node.accesskit_node().data().column_index().is_none() {
            faults.push(format!("{name:?} is in no column"));
        }
        cells += 1;
    }
    for table in screen.nodes().filter(|node| role(node) == Role::Table) {
        if said(&table).is_none() {
            faults.push("a table without a name".to_owned());
        }
        let roles: Vec<Role> = table.children_recursive().map(|node| role(&node)).collect();
        let last_header = roles.iter().rposition(|role| *role == Role::ColumnHeader);
        let first_cell = roles
            .iter()
            .position(|role| [Role::Cell, Role::RowHeader].contains(role));
        if first_cell.is_some() && last_header > first_cell {
            faults.push(format!("a cell before a header of {:?}", said(&table)));
        }
    }
    for row in screen.nodes().filter(|node| role(node) == Role::Row) {
        let cells = row.children_recursive().map(|node| role(&node));
        if !cells.into_iter().any(is_cell) || !around(&row).contains(&Role::Table) {
            faults.push(format!("row {:?}", said(&row)));
        }
    }
    (faults, cells)
}

#[test]
fn the_cells_of_tables_lie_in_rows_and_headers_come_before_them() {
    let mut wrong = Vec::new();
    let mut cells = BTreeMap::new();
    every_screen_and_more(|screen, name| {
        let (faults, count) = faults_of_tables(screen);
        wrong.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
        cells.insert(name.to_owned(), count);
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
    for name in ["list", "figures", "indicators", "manage", "meeting"] {
        assert!(cells[name] > 8, "{name}: {cells:?}");
    }
}

#[test]
fn a_row_of_a_list_has_a_cell_for_every_column_at_its_place() {
    let screen = Screen::housing();
    let headers = screen.all(Role::ColumnHeader);
    let mut rows = screen.nodes().filter(|node| role(node) == Role::Row);
    let header = rows.next().unwrap();
    assert_eq!(header.accesskit_node().data().row_index(), Some(0));
    let first = rows.next().unwrap();
    assert_eq!(first.accesskit_node().data().row_index(), Some(1));
    let cells = first.children_recursive();
    let cells: Vec<Node<'_>> = cells.filter(|node| role(node) == Role::Cell).collect();
    assert_eq!(cells.len(), headers.len());
    let places = cells
        .iter()
        .map(|cell| cell.accesskit_node().data().column_index());
    assert!(places.eq((0..headers.len()).map(Some)));
    // The number stands in its own column, behind that of the selection.
    let number = said(&cells[1]).unwrap();
    assert!(said(&first).unwrap().starts_with(&number));
    let table = screen.nodes().find(|node| role(node) == Role::Table);
    let table = table.unwrap();
    let table = table.accesskit_node();
    assert_eq!(table.data().row_count(), Some(142 + 1));
    assert_eq!(table.data().column_count(), Some(headers.len()));
}

#[test]
fn the_numbers_of_a_figure_are_cells_below_their_headings() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    let number = screen.find("Corporatie, lopend, Meerzicht: 24");
    let cell = number.accesskit_node().parent().unwrap();
    assert_eq!(cell.role(), Role::Cell);
    let column = cell.data().column_index().unwrap();
    let row = cell.parent().unwrap();
    assert_eq!(row.role(), Role::Row);
    // The text of a heading lies in it.
    let words = |node: &Node<'_>| node.children_recursive().find_map(|child| child.value());
    let heads = screen.nodes().filter(|node| {
        let within = node.accesskit_node().parent();
        role(node) == Role::RowHeader && within.is_some_and(|within| within.id() == row.id())
    });
    let heads: Vec<String> = heads.filter_map(|node| words(&node)).collect();
    assert_eq!(heads, ["Meerzicht"]);
    // The headings that stand over its column, from the widest one down.
    let above = screen.nodes().filter(|node| {
        let node = node.accesskit_node();
        let (first, span) = (node.data().column_index(), node.data().column_span());
        let reaches =
            first.is_some_and(|first| (first..first + span.unwrap_or(1)).contains(&column));
        node.role() == Role::ColumnHeader && reaches
    });
    let above: Vec<String> = above.filter_map(|node| words(&node)).collect();
    assert_eq!(above, ["Eigendom / Stand", "Corporatie", "Lopend"]);
}

#[test]
fn every_option_lies_in_a_list_box() {
    let mut wrong = Vec::new();
    let mut found = 0;
    every_screen_and_more(|screen, name| {
        for node in screen.nodes() {
            if role(&node) != Role::ListBoxOption {
                continue;
            }
            found += 1;
            let mut within = around(&node).into_iter();
            let parent = within.find(|role| *role != Role::GenericContainer);
            if parent != Some(Role::ListBox) {
                wrong.push(format!("{name}: {:?} in {parent:?}", said(&node)));
            }
            if node.accesskit_node().is_selected().is_none() {
                wrong.push(format!(
                    "{name}: {:?} is neither chosen nor not",
                    said(&node)
                ));
            }
        }
        for node in screen.nodes().filter(|node| role(node) == Role::ListBox) {
            if said(&node).is_none() {
                wrong.push(format!("{name}: a list box without a name"));
            }
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(found > 50, "only {found}");
}

#[test]
fn what_a_new_case_has_to_have_is_required() {
    let mut screen = Screen::empty();
    screen.press_with(Modifiers::ALT, Key::Num1);
    screen.press_with(CTRL, Key::N);
    let registers = Registers::shipped().unwrap();
    let definition = registers.get(HOUSING).unwrap();
    let mut asked = 0;
    // Where a reporter lives has a postcode too, and is asked of a reporter who may be known.
    let at_first = definition.address_field().map(|field| &field.id);
    let asks = |field: &&Field| field.kind != FieldKind::Address || Some(&field.id) == at_first;
    for field in definition.fields.iter().filter(asks) {
        let label = match field.kind {
            FieldKind::Address => "Postcode",
            _ => field.label.text(Language::Dutch),
        };
        let found = screen.all_named(label).into_iter();
        let mut inputs = found.filter(|node| {
            [Role::TextInput, Role::MultilineTextInput, Role::ListBox].contains(&role(node))
        });
        let Some(input) = inputs.next() else { continue };
        let from = field.required_from.as_ref();
        let required =
            from.is_some_and(|from| [RequiredFrom::Typing, RequiredFrom::Begin].contains(from));
        let told = input.accesskit_node().is_required();
        assert_eq!(told, required, "{label}");
        asked += usize::from(required);
    }
    assert!(asked > 0);
    let begin = definition.begin.label.text(Language::Dutch);
    assert!(screen.find(begin).accesskit_node().is_required());
    assert!(!screen.find("Status").accesskit_node().is_required());
}

#[test]
fn what_a_status_asks_for_is_required_once_it_is_chosen() {
    let mut screen = Screen::empty();
    screen.press_with(Modifiers::ALT, Key::Num7);
    screen.press_with(CTRL, Key::N);
    let decided = |screen: &Screen| {
        let field = screen.find("Driehoek besloot op");
        field.accesskit_node().is_required()
    };
    screen.tab_to("Status");
    screen.letter('4');
    assert!(!decided(&screen));
    screen.letter('5');
    assert!(decided(&screen));
}

#[test]
fn ending_a_case_requires_the_end_and_its_outcome() {
    let mut screen = Screen::housing();
    screen.press(Key::ArrowDown);
    screen.click(&text("command-finish-case"));
    let registers = Registers::shipped().unwrap();
    let definition = registers.get(HOUSING).unwrap();
    let end = definition.end.as_ref().unwrap();
    let outcome = definition.outcome.as_ref().unwrap();
    for label in [&end.label, &outcome.label] {
        let field = screen.all_named(label.text(Language::Dutch)).into_iter();
        let mut field = field.filter(|node| role(node) != Role::ColumnHeader);
        assert!(field.next().unwrap().accesskit_node().is_required());
    }
}

#[test]
fn actions_are_read_from_left_to_right() {
    let mut wrong = Vec::new();
    every_screen_and_more(|screen, name| {
        let title = screen
            .nodes()
            .find(|node| node.accesskit_node().level() == Some(0));
        let Some(title) = title else { return };
        let line = title.rect();
        let beside = screen.nodes().filter(|node| {
            let within = around(node);
            role(node) == Role::Button
                && (within.contains(&Role::Main) || within.contains(&Role::Banner))
                && !within.contains(&Role::Dialog)
                && !within.contains(&Role::Table)
                && node.rect().left() > line.right()
                && (within.contains(&Role::Banner)
                    || line.y_range().contains(node.rect().center().y))
        });
        let mut last: Option<(bool, f32)> = None;
        for node in beside {
            let above = around(&node).contains(&Role::Banner);
            let left = node.rect().left();
            if last.is_some_and(|(was, before)| was == above && before > left) {
                wrong.push(format!("{name}: {:?}", said(&node)));
            }
            last = Some((above, left));
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// How many cases of a year were handled, by the label of their district; counted case by case.
fn handled(screen: &Screen, year: i32) -> BTreeMap<String, usize> {
    let registers = Registers::shipped().unwrap();
    let field = registers.get(HOUSING).unwrap().field("wijk").unwrap();
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let (from, to) = (day(1, 1), day(12, 31));
    let mut counts = BTreeMap::new();
    for case in screen.stored(HOUSING) {
        let touched = case.state.spells.iter().any(|spell| {
            let closed = spell.closed.as_ref().map(|closing| closing.date);
            spell.opened <= to && closed.is_none_or(|closed| closed >= from)
        });
        if touched {
            let label = match case.state.values.get("wijk") {
                Some(Value::Choice(id)) => {
                    let choice = field.choices.iter().find(|choice| choice.id == *id);
                    choice.unwrap().label.text(Language::Dutch).to_owned()
                }
                _ => "Onbekend".to_owned(),
            };
            *counts.entry(label).or_default() += 1;
        }
    }
    counts
}

/// What the chart of the figures says of itself.
fn description(screen: &Screen) -> String {
    let mut nodes = screen.nodes();
    let chart = nodes.find(|node| {
        role(node) == Role::Group && said(node).is_some_and(|name| name.starts_with("Grafiek"))
    });
    chart.unwrap().accesskit_node().description().unwrap()
}

#[test]
fn a_chart_says_by_what_it_is_split_and_which_row_is_the_highest() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    let counts = handled(&screen, 2024);
    let (highest, most) = counts.iter().max_by_key(|(_, count)| **count).unwrap();
    let rows = counts.len();
    let expected = format!("Naar wijk, {rows} rijen, {highest} het hoogst met {most}.");
    assert_eq!(description(&screen), expected);
    screen.click(&text("chart-beside"));
    assert_eq!(description(&screen), expected);
}

#[test]
fn a_chart_over_time_says_from_when_to_when_and_where_it_ends() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    screen.click(&text("chart-kind-years"));
    let of_year = |year: i32| handled(&screen, year).values().sum::<usize>();
    let counts = [2023, 2024].map(|year| (year, of_year(year)));
    let (highest, most) = counts.into_iter().max_by_key(|(_, count)| *count).unwrap();
    let said = description(&screen);
    assert!(said.starts_with("Per jaar, "), "{said}");
    let ends = format!(
        " – 2024, {highest} het hoogst met {most}, de laatste {}.",
        counts[1].1
    );
    assert!(said.ends_with(&ends), "{said}");
    screen.click(&text("chart-kind-lines"));
    let counts = handled(&screen, 2024);
    let (highest, most) = counts.iter().max_by_key(|(_, count)| **count).unwrap();
    let said = description(&screen);
    assert!(said.starts_with("Per jaar, "), "{said}");
    let ends = format!(" – 2024, in 2024 {highest} het hoogst met {most}.");
    assert!(said.ends_with(&ends), "{said}");
}

#[test]
fn every_chart_of_the_overview_says_its_highest_number() {
    let mut screen = Screen::filled(|vault| {
        bring_in(vault, HOUSING, "woonoverlast-2024.csv");
        bring_in(
            vault,
            "ondermijning-signalen",
            "ondermijning-signalen-2024.csv",
        );
    });
    screen.press_with(Modifiers::ALT, Key::Num0);
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    let mut charts = 0;
    for chart in screen.nodes().filter(|node| role(node) == Role::Group) {
        let Some(description) = chart.accesskit_node().description() else {
            continue;
        };
        charts += 1;
        // The total of a bar is called by its group alone.
        let marks = screen.nodes().filter(|node| {
            role(node) == Role::Button && chart.rect().expand(1.0).contains_rect(node.rect())
        });
        let totals = marks.filter_map(|mark| {
            let name = said(&mark)?;
            let (group, number) = name.rsplit_once(": ")?;
            Some((group.to_owned(), number.parse::<u64>().ok()?))
        });
        let totals: Vec<(String, u64)> =
            totals.filter(|(group, _)| !group.contains(", ")).collect();
        let most = totals.iter().map(|(_, count)| *count).max().unwrap();
        let (group, _) = totals.iter().find(|(_, count)| *count == most).unwrap();
        let highest = format!(", {group} het hoogst met {most}");
        let after = description.split_once(&highest).map(|(_, after)| after);
        let ends = after.is_some_and(|after| after.starts_with(['.', ',']));
        assert!(ends, "{description}: {totals:?}");
    }
    assert!(charts > 1, "{charts} charts");
}

#[test]
fn a_chart_of_nothing_says_so() {
    let mut screen = Screen::housing();
    screen.press_with(CTRL, Key::G);
    screen.press_with(CTRL, Key::D);
    screen.write("31-12-1990");
    screen.press(Key::Enter);
    let said = description(&screen);
    assert!(said.ends_with(": er is niets om te tekenen."), "{said}");
}
