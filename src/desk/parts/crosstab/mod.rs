//! The table of a publication on the screen: every number is a door.

mod grid;
mod painting;

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, ScrollArea, Sense, Ui, WidgetInfo, vec2};

pub use self::grid::{Grid, MOST_NUMBERS};
use self::painting::Painting;
use crate::desk::kit::theme;
use crate::desk::parts::drill_down::{OpenCases, named};
use crate::register::Definition;
use crate::report::{Part, Tabulation};

/// How far a subset stands to the right of what it is a subset of.
const INDENT: f32 = 14.0;
/// How high a subset is.
const SUBSET: f32 = 26.0;
/// How high the names of the fields stand above the columns that are their answers.
const NAMES: f32 = 26.0;

/// A number of the table: its line and its column.
pub type Place = (usize, usize);

/// The table in this part of the screen. Returns the number that was opened; `cursor` is the one the keyboard is on.
pub fn crosstab_ui(
    ui: &mut Ui,
    part: &str,
    grid: &Grid,
    definition: &Definition,
    cursor: &mut Place,
    opened: Option<&OpenCases>,
    take_focus: bool,
) -> Option<Place> {
    let table = grid.table();
    let mut columns = grid.columns.clone();
    // A table that has room takes it, so that its card is filled.
    let extra = (ui.available_width() - grid.width()) / columns.len().max(1) as f32;
    if extra > 0.0 {
        let extra = extra.min(40.0).floor();
        columns.iter_mut().for_each(|width| *width += extra);
    }
    let size = vec2(
        grid.words.iter().chain(&columns).sum(),
        headings_height(table) + grid.height(),
    );
    let id = Id::unique(("crosstab", part));
    let scroll = ScrollArea::horizontal().id_salt(("crosstab scroll", part));
    let shown = scroll.show(ui, |ui| {
        let size = vec2(size.x.max(ui.available_width()), size.y);
        let (area, _) = ui.allocate_exact_size(size, Sense::hover());
        let response = ui.interact(area, id, Sense::FOCUSABLE);
        // A table that became smaller leaves the cursor on its last line or column.
        cursor.0 = cursor.0.min(table.lines.len().saturating_sub(1));
        cursor.1 = cursor.1.min(table.columns.len().saturating_sub(1));
        let words = said(grid, definition, *cursor);
        response.widget_info(|| WidgetInfo::labeled(Role::Table, true, &words));
        if take_focus {
            response.request_focus();
        }
        let start = area.left() + grid.words.iter().sum::<f32>();
        let lefts = columns.iter().scan(start, |next, width| {
            let left = *next;
            *next += width;
            Some(left)
        });
        let lefts: Vec<f32> = lefts.collect();
        let before = *cursor;
        let mut entered = None;
        if response.has_focus() {
            entered = keyboard(ui, id, table, cursor);
        }
        let mut painting = Painting {
            ui,
            grid,
            definition,
            columns: &columns,
            lefts: &lefts,
            area,
            id,
            opened,
            pressed: None,
        };
        painting.headings();
        painting.lines(response.has_focus().then_some(*cursor));
        if *cursor != before {
            let rect = painting.cell_rect(*cursor);
            painting.ui.scroll_to_rect(rect, None);
        }
        if let Some(place) = painting.pressed {
            *cursor = place;
        }
        let place = painting.pressed.or(entered);
        place.filter(|(_, column)| table.columns[*column].drill_down.is_some())
    });
    shown.inner
}

/// What the table says of itself to who cannot see it: where the keyboard is in it, and what stands there.
fn said(grid: &Grid, definition: &Definition, place: Place) -> String {
    let label = grid.publication.language.text("figures-table");
    match grid.cells.get(place.0).and_then(|line| line.get(place.1)) {
        Some(text) => format!("{label}, {}: {text}", name(grid, definition, place)),
        None => label,
    }
}

/// What a number is called: "Corporatie, lopend, Meerzicht".
fn name(grid: &Grid, definition: &Definition, (at, across): Place) -> String {
    let (line, column) = (&grid.table().lines[at], &grid.table().columns[across]);
    let behind = column.drill_down.clone().unwrap_or_default();
    let whole = named(&grid.publication, (&line.drill_down, &behind), definition);
    match column.part {
        Part::Change => format!("{whole}, {}", column.name().to_lowercase()),
        _ => whole,
    }
}

/// How high the headings are, level by level.
fn headings_height(table: &Tabulation) -> f32 {
    (0..table.levels())
        .map(|level| level_height(table, level))
        .sum()
}

/// The names of the fields stand small above the columns.
fn level_height(table: &Tabulation, level: usize) -> f32 {
    let names = level == 0 && table.levels() > 1;
    if names { NAMES } else { theme::ROW }
}

/// Arrows move over the numbers; Enter or the space bar opens.
fn keyboard(ui: &Ui, id: Id, table: &Tabulation, cursor: &mut Place) -> Option<Place> {
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
    *cursor = (
        step(cursor.0, table.lines.len(), Key::ArrowDown, Key::ArrowUp),
        step(
            cursor.1,
            table.columns.len(),
            Key::ArrowRight,
            Key::ArrowLeft,
        ),
    );
    (pressed(Key::Enter) || pressed(Key::Space)).then_some(*cursor)
}
