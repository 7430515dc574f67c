//! How a table is drawn: headings, words, shades, numbers, and what is open or has the keyboard.

use egui::accesskit::Role;
use egui::{Align2, CursorIcon, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{Grid, INDENT, Place, headings_height, level_height, name};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::paint_cell;
use crate::desk::parts::drill_down::OpenCases;
use crate::register::Definition;
use crate::report::{Line, LineKind, Part};

/// A table of no more numbers than this is drawn as a whole, so that a screen reader has all of it.
const WHOLE: usize = 1000;

pub(super) struct Painting<'a> {
    pub ui: &'a mut Ui,
    pub grid: &'a Grid,
    pub definition: &'a Definition,
    /// How wide the columns are drawn.
    pub columns: &'a [f32],
    /// Where they begin.
    pub lefts: &'a [f32],
    pub area: Rect,
    pub id: Id,
    pub opened: Option<&'a OpenCases>,
    /// The number that was clicked.
    pub pressed: Option<Place>,
}

impl Painting<'_> {
    fn line_rect(&self, line: usize, left: f32, width: f32) -> Rect {
        let headings = headings_height(self.grid.table());
        let top = self.area.top() + headings;
        let (from, to) = (self.grid.tops[line], self.grid.tops[line + 1]);
        Rect::from_min_size(pos2(left, top + from), vec2(width, to - from))
    }

    /// Where a number stands.
    pub fn cell_rect(&self, (line, column): Place) -> Rect {
        self.line_rect(line, self.lefts[column], self.columns[column])
    }

    fn line_at(&self, y: f32, strong: bool) {
        let palette = Palette::of(self.ui);
        let colour = if strong { palette.mute } else { palette.line };
        let (range, stroke) = (self.area.x_range(), Stroke::new(1.0, colour));
        self.ui.painter().hline(range, y - 0.5, stroke);
    }

    /// A row of headings for each level; columns under one heading share it.
    pub fn headings(&mut self) {
        let palette = Palette::of(self.ui);
        let table = self.grid.table();
        let levels = table.levels();
        let mut top = self.area.top();
        for level in 0..levels {
            let height = level_height(table, level);
            let lowest = level + 1 == levels;
            for (first, end) in table.groups(level) {
                let width = self.columns[first..end].iter().sum();
                let at = pos2(self.lefts[first], top);
                let rect = Rect::from_min_size(at, vec2(width, height));
                if !self.ui.is_rect_visible(rect) {
                    continue;
                }
                let text = table.heading(first, level);
                let (font, colour, align) = match (lowest, level) {
                    (true, _) => (theme::label(), palette.mute, Align2::RIGHT_CENTER),
                    (false, 0) => (theme::label(), palette.mute, Align2::CENTER_CENTER),
                    _ => (theme::strong_label(), palette.ink, Align2::CENTER_CENTER),
                };
                paint_cell(self.ui, rect, text, font, colour, align);
            }
            if lowest {
                let mut left = self.area.left();
                for (heading, width) in table.words.iter().zip(&self.grid.words) {
                    let rect = Rect::from_min_size(pos2(left, top), vec2(*width, height));
                    let (font, align) = (theme::label(), Align2::LEFT_CENTER);
                    paint_cell(self.ui, rect, &heading.label, font, palette.mute, align);
                    left += width;
                }
            }
            top += height;
            self.line_at(top, false);
        }
    }

    /// The lines; of a large table those that can be seen.
    pub fn lines(&mut self, cursor: Option<Place>) {
        let table = self.grid.table();
        let large = table.lines.len() * table.columns.len() > WHOLE;
        let mut before: Option<&Line> = None;
        for (at, line) in table.lines.iter().enumerate() {
            let whole = self.line_rect(at, self.area.left(), self.area.width());
            if !large || self.ui.is_rect_visible(whole) {
                self.words(at, line, before);
                for column in 0..table.columns.len() {
                    let place = (at, column);
                    if !large || self.ui.is_rect_visible(self.cell_rect(place)) {
                        self.cell(place, cursor == Some(place));
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

    fn words(&self, at: usize, line: &Line, before: Option<&Line>) {
        let palette = Palette::of(self.ui);
        let mut left = self.area.left();
        for (level, (label, width)) in line.labels.iter().zip(&self.grid.words).enumerate() {
            let mut rect = self.line_rect(at, left, *width);
            left += width;
            // What a row shares with the one above it is said once.
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

    fn cell(&mut self, (at, across): Place, cursor: bool) {
        let palette = Palette::of(self.ui);
        let rect = self.cell_rect((at, across));
        let (line, column) = (
            &self.grid.table().lines[at],
            &self.grid.table().columns[across],
        );
        let inside = rect.shrink2(vec2(0.0, 0.5));
        let shade = self.grid.shade(at, across);
        if shade > 0.0 {
            let heat = palette.heat(shade * 0.8);
            self.ui.painter().rect_filled(inside, 0.0, heat);
        }
        let text = &self.grid.cells[at][across];
        let is_door = column.drill_down.is_some();
        let (role, sense) = match is_door {
            true => (Role::Button, Sense::CLICK),
            false => (Role::Cell, Sense::empty()),
        };
        let response = self.ui.interact(rect, self.id.with((at, across)), sense);
        response.widget_info(|| {
            let name = name(self.grid, self.definition, (at, across));
            WidgetInfo::labeled(role, true, format!("{name}: {text}"))
        });
        let open = self.opened.is_some_and(|opened| {
            opened.line == line.drill_down && Some(&opened.column) == column.drill_down.as_ref()
        });
        let total = line.kind == LineKind::Total || column.part == Part::Total;
        let (font, colour) = match (line.kind, total || open) {
            _ if is_door && response.hovered() => (theme::strong(), palette.accent),
            (LineKind::Subset, _) => (theme::label(), palette.mute),
            (_, true) => (theme::strong(), palette.ink),
            _ if column.part != Part::Part => (theme::body(), palette.mute),
            _ if line.numbers[across].unwrap_or_default() == 0.0 => (theme::body(), palette.faint),
            _ => (theme::body(), palette.ink),
        };
        paint_cell(self.ui, rect, text, font, colour, Align2::RIGHT_CENTER);
        if open || cursor {
            let stroke = Stroke::new(if cursor { 2.0 } else { 1.5 }, palette.accent);
            let painter = self.ui.painter();
            painter.rect_stroke(inside, 0.0, stroke, StrokeKind::Inside);
        }
        if is_door && response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            self.pressed = Some((at, across));
        }
    }
}
