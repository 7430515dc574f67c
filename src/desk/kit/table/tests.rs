//! A million rows, without a vault.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, TouchPhase, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use std::ops::Range;

use egui::{Id, Ui, WidgetInfo};

use super::*;
use crate::desk::kit::theme;

const MILLION: usize = 1_000_000;

/// Rows that are called by their number.
struct Numbers {
    count: usize,
    prepared: Range<usize>,
    drawn: usize,
}

impl Rows for Numbers {
    fn count(&self) -> usize {
        self.count
    }

    fn prepare(&mut self, rows: Range<usize>) {
        self.prepared = rows;
    }

    fn row_ui(&mut self, _: &mut Ui, row: &Row<'_>) {
        assert_eq!(row.cells.len(), 2, "a place for every column");
        self.drawn += 1;
        let words = format!("row {}", row.at);
        row.response
            .widget_info(|| WidgetInfo::labeled(Role::Row, true, &words));
    }
}

struct Shown {
    state: TableState,
    widths: Widths,
    rows: Numbers,
    cursor: Option<usize>,
    gestures: Vec<Gesture>,
    fresh: bool,
}

fn column(id: &str, width: f32, order: Order) -> Column {
    Column {
        id: id.to_owned(),
        label: id.to_owned(),
        icon: None,
        numbers: false,
        width,
        order,
        fixed: false,
    }
}

fn table(count: usize, width: f32) -> Harness<'static, Shown> {
    let shown = Shown {
        state: TableState::default(),
        widths: Widths::default(),
        rows: Numbers {
            count,
            prepared: 0..0,
            drawn: 0,
        },
        cursor: None,
        gestures: Vec::new(),
        fresh: true,
    };
    let mut harness = Harness::builder().with_size([600.0, 400.0]).build_ui_state(
        move |ui, shown: &mut Shown| {
            theme::apply(ui.ctx());
            let columns = [
                column("number", 200.0, Order::Descending),
                column("name", width, Order::Never),
            ];
            let table = Table {
                id: Id::unique("table"),
                name: "Numbers",
                columns: &columns,
                cursor: shown.cursor,
                take_focus: std::mem::take(&mut shown.fresh),
                row: theme::ROW,
            };
            shown.rows.drawn = 0;
            let (_, gesture) = table.show(ui, &mut shown.state, &mut shown.widths, &mut shown.rows);
            if let Some(Gesture::Went { to, .. } | Gesture::Clicked(to, _)) = gesture {
                shown.cursor = Some(to);
            }
            shown.gestures.extend(gesture);
        },
        shown,
    );
    harness.run();
    harness
}

fn rows(harness: &Harness<'_, Shown>) -> Vec<String> {
    let rows = harness.get_all_by_role(Role::Row);
    rows.filter_map(|row| row.accesskit_node().label())
        .collect()
}

fn press(harness: &mut Harness<'_, Shown>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn wheel(harness: &mut Harness<'_, Shown>, delta: Vec2) {
    harness.event(Event::PointerMoved(Pos2::new(300.0, 200.0)));
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    harness.run_ok();
    harness.run();
}

#[test]
fn only_what_can_be_seen_is_drawn() {
    let harness = table(MILLION, 200.0);
    let shown = harness.state();
    assert!(shown.rows.drawn < 15, "{}", shown.rows.drawn);
    assert_eq!(shown.rows.prepared.start, 0);
    assert!(shown.rows.prepared.end < 40);
    assert_eq!(rows(&harness)[0], "row 0");
}

#[test]
fn end_is_the_last_of_a_million_rows_and_the_arrows_go_one_by_one() {
    let mut harness = table(MILLION, 200.0);
    press(&mut harness, Key::End);
    assert_eq!(rows(&harness).last().unwrap(), "row 999999");
    assert_eq!(harness.state().cursor, Some(MILLION - 1));
    press(&mut harness, Key::ArrowUp);
    assert_eq!(harness.state().cursor, Some(MILLION - 2));
    for _ in 0..20 {
        press(&mut harness, Key::ArrowUp);
    }
    assert_eq!(rows(&harness)[0], "row 999978");
    press(&mut harness, Key::PageDown);
    press(&mut harness, Key::Home);
    assert_eq!(rows(&harness)[0], "row 0");
}

#[test]
fn the_wheel_goes_by_single_rows_at_the_end_of_a_million() {
    let mut harness = table(MILLION, 200.0);
    press(&mut harness, Key::End);
    let before = rows(&harness);
    wheel(&mut harness, Vec2::new(0.0, theme::ROW));
    let after = rows(&harness);
    let number = |row: &String| row.strip_prefix("row ").unwrap().parse::<usize>().unwrap();
    assert_eq!(number(&after[0]) + 1, number(&before[0]));
    wheel(&mut harness, Vec2::new(0.0, -theme::ROW));
    assert_eq!(rows(&harness), before);
}

#[test]
fn a_click_and_its_keys_are_told_and_the_table_takes_the_keyboard() {
    let mut harness = table(100, 200.0);
    harness
        .get_by_label("row 3")
        .click_modifiers(Modifiers::SHIFT);
    harness.run();
    let last = harness.state().gestures.last().copied();
    assert_eq!(last, Some(Gesture::Clicked(3, Modifiers::SHIFT)));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    harness.run();
    let last = harness.state().gestures.last().copied();
    let went = Gesture::Went {
        to: 4,
        up: false,
        extends: true,
    };
    assert_eq!(last, Some(went));
}

#[test]
fn a_header_is_reached_by_the_keyboard_and_sorts() {
    let mut harness = table(100, 200.0);
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Enter);
    let last = harness.state().gestures.last().copied();
    assert_eq!(last, Some(Gesture::Sorted(0)));
    let headers = harness.get_all_by_role(Role::ColumnHeader).count();
    assert_eq!(headers, 2);
}

#[test]
fn columns_that_do_not_fit_scroll_sideways_and_keep_the_last_row_in_reach() {
    let mut harness = table(100, 700.0);
    wheel(&mut harness, Vec2::new(-1000.0, 0.0));
    assert!(harness.state().state.left > 200.0);
    press(&mut harness, Key::End);
    assert_eq!(rows(&harness).last().unwrap(), "row 99");
    wheel(&mut harness, Vec2::new(1000.0, 0.0));
    assert!(harness.state().state.left.abs() < 0.5);
}

#[test]
fn a_column_is_made_wider_by_the_line_behind_it() {
    let mut harness = table(100, 200.0);
    let line = Pos2::new(8.0 + 200.0, 20.0);
    harness.drag_at(line);
    harness.run();
    harness.hover_at(line + Vec2::new(40.0, 0.0));
    harness.run();
    harness.drop_at(line + Vec2::new(40.0, 0.0));
    harness.run();
    let Shown {
        widths, gestures, ..
    } = harness.state();
    assert_eq!(widths.of(&column("number", 200.0, Order::Never)), 240.0);
    assert_eq!(gestures.last(), Some(&Gesture::Widened));
}

#[test]
fn the_handle_of_the_bar_comes_to_the_end_of_a_million_rows() {
    let mut harness = table(MILLION, 200.0);
    let handle = Pos2::new(600.0 - 8.0 - 6.0, 60.0);
    harness.drag_at(handle);
    harness.run();
    harness.hover_at(handle + Vec2::new(0.0, 600.0));
    harness.run();
    harness.drop_at(handle + Vec2::new(0.0, 600.0));
    harness.run();
    assert_eq!(rows(&harness).last().unwrap(), "row 999999");
}
