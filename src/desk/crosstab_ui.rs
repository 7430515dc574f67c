//! A table of figures on the screen: every number is a door.

use egui::accesskit::Role;
use egui::{
    Align2, EventFilter, Id, Key, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::theme::{self, Palette};
use super::widgets::paint_cell;
use crate::figures::{Crosstab, Figure, RUNNING, UNKNOWN_KEY, dimension_label, key_label};
use crate::language::Language;
use crate::register::{Definition, STAND};

/// A cell of the table, or a total: no row is the totals row, no column the totals column.
pub type Door = (Option<usize>, Option<usize>);

/// How the table is laid out.
struct Layout {
    labels: Vec<f32>,
    columns: Vec<f32>,
    total: f32,
}

/// What the table needs to know to name its rows and columns.
pub struct Names<'a> {
    /// The register.
    pub definition: &'a Definition,
    /// The figure.
    pub figure: &'a Figure,
    /// The table.
    pub table: &'a Crosstab,
    /// The language of the screen.
    pub language: Language,
}

impl Names<'_> {
    /// The labels of a row, one for each field down the side.
    pub fn row(&self, row: usize) -> Vec<String> {
        self.labels(&self.figure.rows, &self.table.row_keys[row])
    }

    /// The labels of a column, one for each field across the top.
    pub fn column(&self, column: usize) -> Vec<String> {
        self.labels(&self.figure.columns, &self.table.column_keys[column])
    }

    /// The name of what is behind a door: "Corporatie, lopend, Meerzicht".
    pub fn door(&self, door: Door) -> String {
        let sides = [
            door.1
                .map(|column| (&self.figure.columns, &self.table.column_keys[column])),
            door.0
                .map(|row| (&self.figure.rows, &self.table.row_keys[row])),
        ];
        let mut parts: Vec<String> = Vec::new();
        for (fields, keys) in sides.into_iter().flatten() {
            for (field, key) in fields.iter().zip(keys) {
                let label = key_label(self.definition, field, key, self.language);
                // Names of choices keep their capital; our own words lose it in the middle of a line.
                let own = field == STAND || [RUNNING, UNKNOWN_KEY].contains(&key.as_str());
                parts.push(if own && !parts.is_empty() {
                    label.to_lowercase()
                } else {
                    label
                });
            }
        }
        if parts.is_empty() {
            return self.language.text("total");
        }
        parts.join(", ")
    }

    fn labels(&self, fields: &[String], keys: &[String]) -> Vec<String> {
        let pairs = fields.iter().zip(keys);
        pairs
            .map(|(field, key)| key_label(self.definition, field, key, self.language))
            .collect()
    }

    fn count(&self, door: Door) -> u64 {
        match door {
            (Some(row), Some(column)) => self.table.cells[row][column],
            (Some(row), None) => self.table.row_totals[row],
            (None, Some(column)) => self.table.column_totals[column],
            (None, None) => self.table.total,
        }
    }
}

/// How wide the table would like to be.
pub fn wanted_width(ui: &Ui, names: &Names<'_>) -> f32 {
    let layout = layout(ui, names);
    layout.labels.iter().sum::<f32>() + layout.columns.iter().sum::<f32>() + layout.total
}

fn layout(ui: &Ui, names: &Names<'_>) -> Layout {
    let measure = |text: &str, bold: bool| {
        let font = if bold { theme::strong() } else { theme::body() };
        let galley = ui
            .painter()
            .layout_no_wrap(text.to_owned(), font, egui::Color32::WHITE);
        galley.size().x
    };
    let small = |text: &str| {
        let galley =
            ui.painter()
                .layout_no_wrap(text.to_owned(), theme::label(), egui::Color32::WHITE);
        galley.size().x
    };
    let language = names.language;
    let mut labels: Vec<f32> = names
        .figure
        .rows
        .iter()
        .map(|field| small(&dimension_label(names.definition, field, language)))
        .collect();
    for row in 0..names.table.row_keys.len() {
        for (width, label) in labels.iter_mut().zip(names.row(row)) {
            *width = width.max(measure(&label, false));
        }
    }
    if labels.is_empty() {
        labels.push(0.0);
    }
    labels[0] = labels[0].max(measure(&language.text("total"), true));
    let labels = labels
        .into_iter()
        .map(|width| (width + 28.0).ceil().clamp(84.0, 240.0))
        .collect();
    let columns = (0..names.table.column_keys.len())
        .map(|column| {
            let label = names
                .column(column)
                .last()
                .map_or(0.0, |label| small(label));
            let total = language.count(names.table.column_totals[column] as i64);
            label.max(measure(&total, true)).max(34.0).ceil() + 20.0
        })
        .collect();
    let total = measure(&language.count(names.table.total as i64), true)
        .max(small(&language.text("total")))
        .max(36.0)
        .ceil()
        + 26.0;
    Layout {
        labels,
        columns,
        total,
    }
}

/// The table. Returns the door that was opened; `cursor` is the cell the keyboard is on, `open` the one that is open.
pub fn crosstab_ui(
    ui: &mut Ui,
    names: &Names<'_>,
    cursor: &mut Door,
    open: Option<Door>,
    take_focus: bool,
) -> Option<Door> {
    let mut layout = layout(ui, names);
    // A table that has room takes it, so that its card is filled.
    let natural: f32 = layout.labels.iter().chain(&layout.columns).sum::<f32>() + layout.total;
    let extra = (ui.available_width() - natural) / (layout.columns.len() + 1) as f32;
    if extra > 0.0 {
        let extra = extra.min(40.0).floor();
        layout.columns.iter_mut().for_each(|width| *width += extra);
        layout.total += extra;
    }
    let levels = names.figure.columns.len().max(1);
    let rows = names.table.row_keys.len();
    let width: f32 = layout.labels.iter().chain(&layout.columns).sum::<f32>() + layout.total;
    let height = theme::ROW * (levels + rows + 1) as f32;
    let id = Id::unique("crosstab");
    ScrollArea::horizontal()
        .id_salt("crosstab scroll")
        .show(ui, |ui| {
            let width = width.max(ui.available_width());
            let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            let table = ui.interact(area, id, Sense::FOCUSABLE);
            let last = |at: usize, count: usize| Some(at).filter(|at| *at < count);
            let (rows, columns) = (names.table.row_keys.len(), names.table.column_keys.len());
            // A table that became smaller leaves the cursor on a total.
            *cursor = (
                cursor.0.and_then(|row| last(row, rows)),
                cursor.1.and_then(|column| last(column, columns)),
            );
            let count = names.language.count(names.count(*cursor) as i64);
            let label = names.language.text("figures-table");
            let label = format!("{label}, {}: {count}", names.door(*cursor));
            table.widget_info(|| WidgetInfo::labeled(Role::Table, true, &label));
            if take_focus {
                table.request_focus();
            }
            let mut opened = None;
            if table.has_focus() {
                opened = keyboard(ui, id, names, cursor);
            }
            let mut grid = Grid {
                ui,
                names,
                layout: &layout,
                area,
                id,
                opened,
                open,
            };
            grid.header(levels);
            grid.body(levels, table.has_focus().then_some(*cursor));
            if let Some(door) = grid.opened {
                *cursor = door;
            }
            grid.opened
        })
        .inner
}

/// Arrows move over cells and totals; Enter or the space bar opens.
fn keyboard(ui: &Ui, id: Id, names: &Names<'_>, cursor: &mut Door) -> Option<Door> {
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let (rows, columns) = (names.table.row_keys.len(), names.table.column_keys.len());
    let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    // A total is one step beyond the last row or column.
    let step = |at: Option<usize>, count: usize, key_on: Key, key_back: Key| {
        let place = at.unwrap_or(count).min(count);
        let place = if pressed(key_on) {
            (place + 1).min(count)
        } else if pressed(key_back) {
            place.saturating_sub(1)
        } else {
            place
        };
        Some(place).filter(|place| *place < count)
    };
    *cursor = (
        step(cursor.0, rows, Key::ArrowDown, Key::ArrowUp),
        step(cursor.1, columns, Key::ArrowRight, Key::ArrowLeft),
    );
    (pressed(Key::Enter) || pressed(Key::Space)).then_some(*cursor)
}

struct Grid<'a> {
    ui: &'a mut Ui,
    names: &'a Names<'a>,
    layout: &'a Layout,
    area: Rect,
    id: Id,
    opened: Option<Door>,
    open: Option<Door>,
}

impl Grid<'_> {
    fn row_rect(&self, row: usize, left: f32, width: f32) -> Rect {
        let top = self.area.top() + theme::ROW * row as f32;
        Rect::from_min_size(pos2(left, top), vec2(width, theme::ROW))
    }

    fn line_below(&self, row: usize, strong: bool) {
        let palette = Palette::of(self.ui);
        let y = self.area.top() + theme::ROW * (row + 1) as f32 - 0.5;
        let colour = if strong { palette.mute } else { palette.line };
        self.ui
            .painter()
            .hline(self.area.x_range(), y, Stroke::new(1.0, colour));
    }

    /// One row of labels for each field across the top; equal neighbours share one.
    fn header(&mut self, levels: usize) {
        let palette = Palette::of(self.ui);
        let language = self.names.language;
        let start = self.area.left() + self.layout.labels.iter().sum::<f32>();
        let columns: Vec<Vec<String>> = (0..self.layout.columns.len())
            .map(|column| self.names.column(column))
            .collect();
        for level in 0..levels {
            let last = level + 1 == levels;
            let mut left = start;
            let mut at = 0;
            while at < columns.len() {
                let same = |other: &&Vec<String>| other.get(..=level) == columns[at].get(..=level);
                let span = if last {
                    1
                } else {
                    columns[at..].iter().take_while(same).count().max(1)
                };
                let width: f32 = self.layout.columns[at..at + span].iter().sum();
                let rect = self.row_rect(level, left, width);
                let fallback =
                    language.text(&format!("measure-{}", self.names.figure.measure.name()));
                let text = columns[at].get(level).unwrap_or(&fallback);
                let (font, colour, align) = if last {
                    (theme::label(), palette.mute, Align2::RIGHT_CENTER)
                } else {
                    (theme::strong_label(), palette.ink, Align2::CENTER_CENTER)
                };
                paint_cell(self.ui, rect, text, font, colour, align);
                left += width;
                at += span;
            }
            if last {
                let mut left = self.area.left();
                for (field, width) in self.names.figure.rows.iter().zip(&self.layout.labels) {
                    let label = dimension_label(self.names.definition, field, language);
                    let rect = self.row_rect(level, left, *width);
                    let align = Align2::LEFT_CENTER;
                    paint_cell(self.ui, rect, &label, theme::label(), palette.mute, align);
                    left += width;
                }
                let left = start + self.layout.columns.iter().sum::<f32>();
                let rect = self.row_rect(level, left, self.layout.total);
                let align = Align2::RIGHT_CENTER;
                paint_cell(
                    self.ui,
                    rect,
                    &language.text("total"),
                    theme::label(),
                    palette.mute,
                    align,
                );
            }
            self.line_below(level, false);
        }
    }

    fn body(&mut self, levels: usize, cursor: Option<Door>) {
        let palette = Palette::of(self.ui);
        let rows = self.names.table.row_keys.len();
        let most = self
            .names
            .table
            .cells
            .iter()
            .flatten()
            .max()
            .copied()
            .unwrap_or(0)
            .max(1);
        let mut before: Vec<String> = Vec::new();
        for row in 0..=rows {
            let line = levels + row;
            let mut left = self.area.left();
            let total_row = row == rows;
            let labels = if total_row {
                vec![self.names.language.text("total")]
            } else {
                self.names.row(row)
            };
            for (level, width) in self.layout.labels.iter().enumerate() {
                let rect = self.row_rect(line, left, *width);
                // What a row shares with the one above it is said once.
                let repeated =
                    level + 1 < labels.len() && before.get(..=level) == labels.get(..=level);
                if let Some(label) = labels.get(level).filter(|_| !repeated) {
                    let font = if total_row {
                        theme::strong()
                    } else {
                        theme::body()
                    };
                    paint_cell(self.ui, rect, label, font, palette.ink, Align2::LEFT_CENTER);
                }
                left += width;
            }
            before = labels;
            for column in 0..=self.layout.columns.len() {
                let total_column = column == self.layout.columns.len();
                let width = if total_column {
                    self.layout.total
                } else {
                    self.layout.columns[column]
                };
                let door = (
                    (!total_row).then_some(row),
                    (!total_column).then_some(column),
                );
                let share = match door {
                    (Some(row), Some(column)) => {
                        self.names.table.cells[row][column] as f32 / most as f32
                    }
                    _ => 0.0,
                };
                let rect = self.row_rect(line, left, width);
                self.cell(rect, door, share, cursor == Some(door));
                left += width;
            }
            self.line_below(line, row + 1 == rows);
        }
    }

    fn cell(&mut self, rect: Rect, door: Door, share: f32, cursor: bool) {
        let palette = Palette::of(self.ui);
        let count = self.names.count(door);
        let total = door.0.is_none() || door.1.is_none();
        let inside = rect.shrink2(vec2(0.0, 0.5));
        if share > 0.0 {
            self.ui
                .painter()
                .rect_filled(inside, 0.0, palette.heat(share * 0.8));
        }
        let response = self.ui.interact(rect, self.id.with(door), Sense::CLICK);
        let text = self.names.language.count(count as i64);
        response.widget_info(|| {
            WidgetInfo::labeled(
                Role::Button,
                true,
                format!("{}: {text}", self.names.door(door)),
            )
        });
        let hovered = response.hovered();
        let open = self.open == Some(door);
        let (font, colour) = match (total || open, count, hovered) {
            (true, _, false) => (theme::strong(), palette.ink),
            (_, _, true) => (theme::strong(), palette.accent),
            (false, 0, false) => (theme::body(), palette.faint),
            (false, _, false) => (theme::body(), palette.ink),
        };
        paint_cell(self.ui, rect, &text, font, colour, Align2::RIGHT_CENTER);
        if open || cursor {
            let stroke = Stroke::new(if cursor { 2.0 } else { 1.5 }, palette.accent);
            self.ui
                .painter()
                .rect_stroke(inside, 0.0, stroke, StrokeKind::Inside);
        }
        if response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
        {
            self.opened = Some(door);
        }
    }
}
