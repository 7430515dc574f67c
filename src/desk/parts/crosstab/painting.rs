//! Painting a crosstab: headings, words, shades, numbers, and the number that is open or has the keyboard. What is painted
//! gets its place in the accessibility tree at the same time: rows with headings and cells.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CursorIcon, FontId, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::cell_place::CellPlace;
use super::grid::Grid;
use super::sizes::{INDENT, headings_height, level_height};
use crate::desk::kit::accessible;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::paint_cell;
use crate::desk::parts::drill_down::OpenCases;
use crate::register::Definition;
use crate::report::{Column, Line, LineKind, Part};

/// A table of no more numbers than this is drawn as a whole, so that a screen reader has all of it.
const WHOLE: usize = 1000;

pub(super) struct Painting<'a> {
    pub ui: &'a mut Ui,
    pub grid: &'a Grid,
    pub definition: &'a Definition,
    /// How wide the columns of numbers are drawn.
    pub columns: &'a [f32],
    /// Where they begin.
    pub lefts: Vec<f32>,
    pub area: Rect,
    /// Where the headings stand: at the top of the table, or of what is seen of it.
    pub headings_top: f32,
    pub id: Id,
    pub opened: Option<&'a OpenCases>,
    /// The number that was clicked.
    pub clicked: Option<CellPlace>,
}

impl Painting<'_> {
    fn line_rect(&self, line: usize, left: f32, width: f32) -> Rect {
        let headings = headings_height(self.ui, self.grid.table());
        let top = self.area.top() + headings;
        let (from, to) = (self.grid.tops[line], self.grid.tops[line + 1]);
        Rect::from_min_size(pos2(left, top + from), vec2(width, to - from))
    }

    /// Where a number stands.
    pub fn cell_rect(&self, place: CellPlace) -> Rect {
        let (left, width) = (self.lefts[place.column], self.columns[place.column]);
        self.line_rect(place.line, left, width)
    }

    fn line_at(&self, y: f32, strong: bool) {
        let palette = Palette::of(self.ui);
        let colour = if strong { palette.mute } else { palette.line };
        let (range, stroke) = (self.area.x_range(), Stroke::new(1.0, colour));
        self.ui.painter().hline(range, y - 0.5, stroke);
    }

    /// A row in the accessibility tree, at this place among those of the table.
    fn row(&mut self, at: usize, rect: Rect) -> Ui {
        let row = accessible::part(self.ui, ("row", at), rect, Role::Row);
        row.ctx()
            .accesskit_node_builder(row.unique_id(), |node| node.set_row_index(at));
        row
    }

    /// A row of headings for each level; columns under one heading share it.
    pub fn headings(&mut self) {
        let table = self.grid.table();
        let levels = table.levels();
        let mut top = self.headings_top;
        for level in 0..levels {
            let height = level_height(self.ui, table, level);
            let line = Rect::from_x_y_ranges(self.area.x_range(), top..=top + height);
            let mut row = self.row(level, line);
            let lowest = level + 1 == levels;
            if lowest {
                self.word_headings(&mut row, top, height);
            }
            for (first, end) in table.groups(level) {
                let width = self.columns[first..end].iter().sum();
                let at = pos2(self.lefts[first], top);
                let rect = Rect::from_min_size(at, vec2(width, height));
                if !self.ui.is_rect_visible(rect) {
                    continue;
                }
                let palette = Palette::of(self.ui);
                let text = table.heading(first, level);
                let (font, colour, align) = match (lowest, level) {
                    (true, _) => (theme::label(), palette.mute, Align2::RIGHT_CENTER),
                    (false, 0) => (theme::label(), palette.mute, Align2::CENTER_CENTER),
                    _ => (theme::strong_label(), palette.ink, Align2::CENTER_CENTER),
                };
                paint_cell(self.ui, rect, text, font, colour, align);
                let heading = Heading {
                    role: Role::ColumnHeader,
                    text,
                    column: table.words.len() + first,
                    span: end - first,
                };
                heading.add(&mut row, rect);
            }
            top += height;
            self.line_at(top, false);
        }
    }

    /// The headings above the words at the left.
    fn word_headings(&self, row: &mut Ui, top: f32, height: f32) {
        let mute = Palette::of(self.ui).mute;
        let mut left = self.area.left();
        let words = self.grid.table().words.iter().zip(&self.grid.words);
        for (at, (heading, width)) in words.enumerate() {
            let rect = Rect::from_min_size(pos2(left, top), vec2(*width, height));
            let (font, align) = (theme::label(), Align2::LEFT_CENTER);
            paint_cell(self.ui, rect, &heading.label, font, mute, align);
            Heading::of_words(Role::ColumnHeader, &heading.label, at).add(row, rect);
            left += width;
        }
    }

    /// The lines; of a large table those that can be seen.
    pub fn lines(&mut self, cursor: Option<CellPlace>) {
        let table = self.grid.table();
        let large = table.lines.len() * table.columns.len() > WHOLE;
        let mut before: Option<&Line> = None;
        for (at, line) in table.lines.iter().enumerate() {
            let whole = self.line_rect(at, self.area.left(), self.area.width());
            if !large || self.ui.is_rect_visible(whole) {
                let mut row = self.row(table.levels() + at, whole);
                self.words(&mut row, at, line, before);
                for column in 0..table.columns.len() {
                    let place = CellPlace { line: at, column };
                    if !large || self.ui.is_rect_visible(self.cell_rect(place)) {
                        self.cell(&mut row, place, cursor == Some(place));
                    }
                }
                let next = table.lines.get(at + 1);
                let totals = next.is_some_and(|next| next.kind == LineKind::Total);
                self.line_at(whole.bottom(), totals);
            }
            if line.kind != LineKind::Subset {
                before = Some(line);
            }
        }
    }

    /// The words at the left of a line.
    fn words(&self, row: &mut Ui, at: usize, line: &Line, before: Option<&Line>) {
        let palette = Palette::of(self.ui);
        let mut left = self.area.left();
        for (level, (label, width)) in line.labels.iter().zip(&self.grid.words).enumerate() {
            let mut rect = self.line_rect(at, left, *width);
            left += width;
            Heading::of_words(Role::RowHeader, label, level).add(row, rect);
            // What a row shares with the one above it is painted once.
            let shared = before.and_then(|before| before.labels.get(..=level));
            let last = level + 1 == line.labels.len();
            if line.kind == LineKind::Row && !last && shared == line.labels.get(..=level) {
                continue;
            }
            let (font, colour) = match line.kind {
                LineKind::Row => (theme::body(), palette.ink),
                LineKind::Total => (theme::strong(), palette.ink),
                LineKind::Subset => (theme::label(), palette.mute),
            };
            if line.kind == LineKind::Subset {
                rect.min.x += INDENT;
            }
            paint_cell(self.ui, rect, label, font, colour, Align2::LEFT_CENTER);
        }
    }

    /// A number, which opens its cases where it has any.
    fn cell(&mut self, row: &mut Ui, place: CellPlace, cursor: bool) {
        let palette = Palette::of(self.ui);
        let rect = self.cell_rect(place);
        let table = self.grid.table();
        let (line, column) = (&table.lines[place.line], &table.columns[place.column]);
        let inside = rect.shrink2(vec2(0.0, 0.5));
        let shade = self.grid.shade(place);
        if shade > 0.0 {
            let heat = palette.heat(shade * 0.8);
            self.ui.painter().rect_filled(inside, 0.0, heat);
        }
        let text = &self.grid.cells[place.line][place.column];
        let opens = column.drill_down.is_some();
        let response = self.cell_response(row, place, rect, text, opens);
        let open = self.opened.is_some_and(|opened| {
            opened.line == line.drill_down && Some(&opened.column) == column.drill_down.as_ref()
        });
        let (font, colour) = match opens && response.hovered() {
            true => (theme::strong(), palette.accent),
            false => look(line, column, place.column, open, &palette),
        };
        paint_cell(self.ui, rect, text, font, colour, Align2::RIGHT_CENTER);
        if open || cursor {
            let stroke = Stroke::new(if cursor { 2.0 } else { 1.5 }, palette.accent);
            let painter = self.ui.painter();
            painter.rect_stroke(inside, 0.0, stroke, StrokeKind::Inside);
        }
        if opens && response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            self.clicked = Some(place);
        }
    }

    /// The number in the accessibility tree: in its cell, and a button where it opens.
    fn cell_response(
        &self,
        row: &mut Ui,
        place: CellPlace,
        rect: Rect,
        text: &str,
        opens: bool,
    ) -> Response {
        let (role, sense) = match opens {
            true => (Role::Button, Sense::CLICK),
            false => (Role::Label, Sense::empty()),
        };
        let cell = accessible::part(row, ("cell", place.column), rect, Role::Cell);
        let column = self.grid.table().words.len() + place.column;
        cell.ctx()
            .accesskit_node_builder(cell.unique_id(), |node| node.set_column_index(column));
        let response = cell.interact(rect, self.id.with((place.line, place.column)), sense);
        response.widget_info(|| {
            let name = self.grid.name(self.definition, place);
            WidgetInfo::labeled(role, true, format!("{name}: {text}"))
        });
        response
    }
}

/// The font and colour of a number that is not pointed at: totals and the number that is open stand out, zeroes do not.
fn look(
    line: &Line,
    column: &Column,
    at: usize,
    open: bool,
    palette: &Palette,
) -> (FontId, Color32) {
    let total = line.kind == LineKind::Total || column.part == Part::Total;
    match (line.kind, total || open) {
        (LineKind::Subset, _) => (theme::label(), palette.mute),
        (_, true) => (theme::strong(), palette.ink),
        _ if column.part != Part::Part => (theme::body(), palette.mute),
        _ if line.numbers[at].unwrap_or_default() == 0.0 => (theme::body(), palette.faint),
        _ => (theme::body(), palette.ink),
    }
}

/// A heading that is painted, for the accessibility tree.
struct Heading<'a> {
    role: Role,
    text: &'a str,
    /// The first column it stands above, or in which it stands.
    column: usize,
    /// How many columns it stands above.
    span: usize,
}

impl<'a> Heading<'a> {
    fn of_words(role: Role, text: &'a str, column: usize) -> Self {
        Self {
            role,
            text,
            column,
            span: 1,
        }
    }

    /// Puts it below its row. Its text lies in it, as that of a number does.
    fn add(&self, row: &mut Ui, rect: Rect) {
        let heading = accessible::part(row, (self.role, self.column), rect, self.role);
        heading
            .ctx()
            .accesskit_node_builder(heading.unique_id(), |node| {
                node.set_column_index(self.column);
                node.set_column_span(self.span);
            });
        let id = heading.unique_id().with("text");
        let text = heading.interact(rect, id, Sense::empty());
        text.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
    }
}
