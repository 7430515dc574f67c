//! Drawing a crosstab, and what the keys do in it.

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Response, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::cell_place::CellPlace;
use super::grid::Grid;
use super::painting::Painting;
use super::sizes::headings_height;
use crate::desk::kit::theme;
use crate::desk::parts::drill_down::OpenCases;
use crate::register::Definition;
use crate::report::Tabulation;

/// What the screen knows of a crosstab beside its numbers.
pub struct CrosstabState<'a> {
    /// The number the keyboard is on.
    pub cursor: &'a mut CellPlace,
    /// The cases that are open under the figure; the number they are behind is marked.
    pub opened: Option<&'a OpenCases>,
    /// Whether the table is to take the keyboard.
    pub take_focus: bool,
}

/// The table in the part of the screen with this key. Returns the number that was opened.
pub fn crosstab_ui(
    ui: &mut Ui,
    part: &str,
    grid: &Grid,
    definition: &Definition,
    state: CrosstabState<'_>,
) -> Option<CellPlace> {
    let columns = stretched(ui, grid);
    let table = grid.table();
    let width: f32 = grid.words.iter().chain(&columns).sum();
    let headings = headings_height(ui, table);
    let height = headings + grid.height();
    let id = Id::unique(("crosstab", part));
    let scroll = ScrollArea::horizontal().id_salt(("crosstab scroll", part));
    let shown = scroll.show(ui, |ui| {
        let size = vec2(width.max(ui.available_width()), height);
        let (area, _) = ui.allocate_exact_size(size, Sense::hover());
        let response = ui.interact(area, id, Sense::FOCUSABLE);
        let cursor = state.cursor;
        // A table that became smaller leaves the cursor on its last line or column.
        cursor.line = cursor.line.min(table.lines.len().saturating_sub(1));
        cursor.column = cursor.column.min(table.columns.len().saturating_sub(1));
        table_node(ui, &response, grid, definition, *cursor);
        if state.take_focus {
            response.request_focus();
        }
        let before = *cursor;
        let mut entered = None;
        if response.has_focus() {
            entered = keyboard(ui, id, table, cursor);
        }
        // What is painted of it stands below the table in the accessibility tree.
        let inside = UiBuilder::new().max_rect(area).accessibility_parent(id);
        let mut inside = ui.new_child(inside);
        let seen = inside.clip_rect();
        // Scrolled past, the headings stay above the lines as long as the last of these is in view.
        let lowest = (area.bottom() - headings - theme::ROW).max(area.top());
        let top = seen.top().clamp(area.top(), lowest);
        let mut painting = Painting {
            ui: &mut inside,
            grid,
            definition,
            columns: &columns,
            lefts: lefts(area.left() + grid.words.iter().sum::<f32>(), &columns),
            area,
            headings_top: top,
            id,
            opened: state.opened,
            clicked: None,
        };
        painting.headings();
        let below = seen.with_min_y(seen.top().max(top + headings));
        painting.ui.set_clip_rect(below);
        painting.lines(response.has_focus().then_some(*cursor));
        if *cursor != before {
            let mut rect = painting.cell_rect(*cursor);
            rect.min.y -= headings;
            painting.ui.scroll_to_rect(rect, None);
        }
        let clicked = painting.clicked;
        if let Some(place) = clicked {
            *cursor = place;
        }
        let opened = clicked.or(entered);
        opened.filter(|place| table.columns[place.column].drill_down.is_some())
    });
    shown.inner
}

/// The widths of the columns. A table that has room takes some of it, so that its card is filled.
fn stretched(ui: &Ui, grid: &Grid) -> Vec<f32> {
    let mut columns = grid.columns.clone();
    let extra = (ui.available_width() - grid.width()) / columns.len().max(1) as f32;
    if extra > 0.0 {
        let extra = extra.min(40.0).floor();
        columns.iter_mut().for_each(|width| *width += extra);
    }
    columns
}

/// Where columns of these widths begin.
fn lefts(first: f32, columns: &[f32]) -> Vec<f32> {
    let lefts = columns.iter().scan(first, |next, width| {
        let left = *next;
        *next += width;
        Some(left)
    });
    lefts.collect()
}

/// The table in the accessibility tree. Its name says where the keyboard is in it, and which number stands there.
fn table_node(
    ui: &Ui,
    response: &Response,
    grid: &Grid,
    definition: &Definition,
    cursor: CellPlace,
) {
    let table = grid.table();
    response.widget_info(|| {
        let name = grid.publication.language.text("figures-table");
        let name = match grid.text(cursor) {
            Some(text) => format!("{name}, {}: {text}", grid.name(definition, cursor)),
            None => name,
        };
        WidgetInfo::labeled(Role::Table, true, name)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_row_count(table.levels() + table.lines.len());
        node.set_column_count(table.words.len() + table.columns.len());
    });
}

/// Arrows move over the numbers; Enter or the space bar opens.
fn keyboard(ui: &Ui, id: Id, table: &Tabulation, cursor: &mut CellPlace) -> Option<CellPlace> {
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    let step = |at: usize, count: usize, on: Key, back: Key| {
        let next = (at + usize::from(pressed(on))).saturating_sub(usize::from(pressed(back)));
        next.min(count.saturating_sub(1))
    };
    let (lines, columns) = (table.lines.len(), table.columns.len());
    cursor.line = step(cursor.line, lines, Key::ArrowDown, Key::ArrowUp);
    cursor.column = step(cursor.column, columns, Key::ArrowRight, Key::ArrowLeft);
    (pressed(Key::Enter) || pressed(Key::Space)).then_some(*cursor)
}
