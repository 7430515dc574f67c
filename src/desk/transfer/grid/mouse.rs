//! The mouse in the grid: a click selects a cell, dragging a block, a double click types in it, and a click in the margin
//! selects a row.

use egui::{Key, PointerButton, Pos2, Rect, Ui};

use super::place::{Block, Place};
use super::rows_ui::{DrawnRow, MARGIN};
use super::state::GridPage;
use super::typing::Typing;

/// Takes what the mouse did in the rows that were drawn.
pub(super) fn take_mouse(ui: &Ui, page: &mut GridPage, drawn: &[DrawnRow], by: Typing<'_>) {
    let Some(area) = area_of(drawn) else { return };
    let (pointer, pressed, right, held, double, shift) = ui.input(|input| {
        let pointer = &input.pointer;
        (
            pointer.interact_pos(),
            pointer.button_pressed(PointerButton::Primary),
            pointer.button_pressed(PointerButton::Secondary),
            pointer.button_down(PointerButton::Primary),
            pointer.button_double_clicked(PointerButton::Primary),
            input.modifiers.shift,
        )
    });
    let Some(pointer) = pointer.filter(|_| !page.is_storing()) else {
        page.dragging = false;
        return;
    };
    page.dragging &= held;
    let margin = area
        .with_min_x(area.left() - MARGIN)
        .with_max_x(area.left());
    if pressed || right {
        let on_row = ui
            .rect_contains_pointer(margin)
            .then(|| row_at(drawn, pointer));
        if let Some(row) = on_row.flatten() {
            page.commit(by);
            let place = |column| Place { row, column };
            let last = page.content.columns().len().saturating_sub(1);
            page.block = Block::between(place(0), place(last));
            page.take_focus = true;
        }
        let on_cell = ui
            .rect_contains_pointer(area)
            .then(|| place_at(drawn, pointer));
        if let Some(place) = on_cell.flatten() {
            press(page, place, pressed, shift, by);
        }
    }
    if page.dragging
        && !pressed
        && let Some(place) = place_at(drawn, clamped(pointer, area))
    {
        let extended = Block::between(place, page.block.anchor);
        if extended != page.block {
            page.select_to(place, true);
        }
        // Beyond the edge it scrolls on.
        let beyond = pointer.y > area.bottom() && place.row + 1 < page.content.rows().len();
        if beyond {
            page.table.show(place.row + 1);
            ui.ctx().request_repaint();
        }
    }
    if double && ui.rect_contains_pointer(area) && page.editing.is_none() {
        page.begin_within(by);
    }
}

/// The mouse was pressed on a cell. In the one that is being typed in, that is for its text.
fn press(page: &mut GridPage, place: Place, primary: bool, shift: bool, by: Typing<'_>) {
    let typed_in = page.editing.as_ref().map(|editing| editing.place);
    if typed_in == Some(place) {
        return;
    }
    page.commit(by);
    page.take_focus = true;
    if primary {
        page.dragging = true;
        page.select_to(place, shift);
    } else if !page.block.contains(place) {
        page.block = Block::at(place);
    }
}

/// The keys that open the menu of a row.
pub(super) fn opens_menu(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(egui::Modifiers::SHIFT, Key::F10))
}

/// Where rows can be seen.
pub(super) fn area_of(drawn: &[DrawnRow]) -> Option<Rect> {
    let rows = drawn.iter().map(|row| row.seen);
    rows.reduce(Rect::union)
}

fn row_at(drawn: &[DrawnRow], pointer: Pos2) -> Option<usize> {
    let mut rows = drawn.iter();
    let row = rows.find(|row| row.seen.y_range().contains(pointer.y))?;
    Some(row.at)
}

fn place_at(drawn: &[DrawnRow], pointer: Pos2) -> Option<Place> {
    let mut rows = drawn.iter();
    let row = rows.find(|row| row.seen.y_range().contains(pointer.y))?;
    let mut cells = row.cells.iter();
    let column = cells.position(|cell| cell.x_range().contains(pointer.x));
    let column = column.unwrap_or(row.cells.len().saturating_sub(1));
    Some(Place {
        row: row.at,
        column,
    })
}

fn clamped(pointer: Pos2, area: Rect) -> Pos2 {
    area.shrink(1.0).clamp(pointer)
}
