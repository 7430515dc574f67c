//! A table of any length on the screen. It draws what can be seen, scrolls by rows, and has the keyboard on the whole of
//! it; what stands in its rows, and what a key means for them, is up to who shows it.

mod bar;
mod header;
mod keys;
mod scroll;
#[cfg(test)]
mod tests;
mod widths;

use std::ops::Range;

use egui::accesskit::Role;
use egui::{
    Event, Id, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use self::bar::{Along, bar_ui};
use self::scroll::{Scroll, View};
pub use self::widths::Widths;
use crate::desk::kit::theme::{self, Palette};

/// How much of its width a table may need for the bar beside its rows.
pub const BESIDE: f32 = bar::WIDTH;
/// How far one press of an arrow goes sideways, in points.
const SIDEWAYS: f32 = 80.0;

/// A table, as it is to be drawn in this frame.
pub struct Table<'a> {
    /// What it is in the window.
    pub id: Id,
    /// What it is called, and how many rows it has.
    pub name: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// The row that the keyboard is on.
    pub cursor: Option<usize>,
    /// Whether it is to take the keyboard.
    pub take_focus: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// By what its width is remembered.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What stands above it in place of what it is called.
    pub icon: Option<&'static str>,
    /// Whether numbers stand in it, under each other at its right.
    pub numbers: bool,
    /// How wide it is while nobody made it wider.
    pub width: f32,
    /// How the rows are sorted by it.
    pub order: Order,
}

/// How rows are sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// They cannot be.
    Never,
    /// They are not.
    None,
    /// The first one first.
    Ascending,
    /// The last one first.
    Descending,
}

/// What stands in a table.
pub trait Rows {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// These rows are about to be drawn, or lie just beyond what is.
    fn prepare(&mut self, rows: Range<usize>);

    /// Paints a row and says what it is.
    fn row_ui(&mut self, ui: &mut Ui, row: &Row<'_>);
}

/// A row that is to be painted.
pub struct Row<'a> {
    /// Which one.
    pub at: usize,
    /// Where it is; part of it may lie out of view.
    pub rect: Rect,
    /// Where each column of it is.
    pub cells: &'a [Rect],
    /// What the mouse does with it.
    pub response: &'a Response,
    /// Whether the table has the keyboard.
    pub focused: bool,
}

/// What is remembered of a table from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct TableState {
    scroll: Scroll,
    /// How many points have gone out of view on the left.
    left: f32,
    /// The row that is to come into view.
    show: Option<usize>,
}

/// What the user did in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Clicked a row, with these keys held down.
    Clicked(usize, Modifiers),
    /// Went to a row by the keys; with Shift held down where it `extends`.
    Went {
        /// The row.
        to: usize,
        /// Whether that was upwards.
        up: bool,
        /// Whether Shift was held down.
        extends: bool,
    },
    /// Pressed the arrow to the left, or to the right.
    Sideways {
        /// Whether to the right.
        right: bool,
    },
    /// Chose the column to sort by.
    Sorted(usize),
    /// Made a column wider or narrower, or as it usually is.
    Widened,
}

impl TableState {
    /// Brings a row into view when the table is drawn next.
    pub fn show(&mut self, row: usize) {
        self.show = Some(row);
    }

    /// Goes left, or right, as far as one press of a key does.
    pub fn go_sideways(&mut self, right: bool) {
        self.left += if right { SIDEWAYS } else { -SIDEWAYS };
    }
}

impl Table<'_> {
    /// Draws the table in the room there is. Returns the whole of it, which may have the keyboard, and what was done.
    pub fn show(
        &self,
        ui: &mut Ui,
        state: &mut TableState,
        widths: &mut Widths,
        rows: &mut impl Rows,
    ) -> (Response, Option<Gesture>) {
        let area = ui.available_rect_before_wrap();
        let table = ui.interact(area, self.id, Sense::FOCUSABLE | Sense::CLICK);
        table.widget_info(|| WidgetInfo::labeled(Role::Table, true, self.name));
        ui.ctx().accesskit_node_builder(table.id, |node| {
            node.set_row_count(rows.count());
            node.set_column_count(self.columns.len());
        });
        if self.take_focus {
            table.request_focus();
        }
        if table.gained_focus() {
            // egui lets the arrows be taken only by what had the keyboard in the frame before as well.
            ui.request_repaint();
        }
        let (body, wide) = self.body_of(widths, area, rows.count());
        let view = View {
            rows: rows.count(),
            room: body.height(),
        };
        let mut gesture = None;
        if table.has_focus() {
            gesture = self.keyboard(ui, view);
        }
        if let Some(Gesture::Went { to, .. }) = gesture {
            state.show = Some(to);
        }
        self.scroll(ui, state, area, view);
        let left = (wide - body.width()).max(0.0);
        state.left = state.left.clamp(0.0, left);
        let mut at = body.left() - state.left;
        let mut across = Vec::with_capacity(self.columns.len());
        for column in self.columns {
            let right = at + widths.of(column);
            across.push(Rect::from_x_y_ranges(at..=right, body.y_range()));
            at = right;
        }
        let focused = table.has_focus();
        let clicked = self.rows_ui(ui, state.scroll, body, &across, focused, rows);
        gesture = clicked.or(gesture);
        let header = Rect::from_min_max(area.min, body.right_top());
        let builder = UiBuilder::new().max_rect(header);
        let in_header = ui
            .scope_builder(builder, |ui| {
                ui.shrink_clip_rect(header);
                self.header_ui(ui, state, widths, header, &across)
            })
            .inner;
        gesture = in_header.or(gesture);
        let scrolled = self.bars_ui(ui, state, area, body, wide, view);
        ui.advance_cursor_after_rect(area);
        // Whoever used the mouse on any part of the table goes on with the keys.
        let sorted =
            matches!(gesture, Some(Gesture::Sorted(_))) && ui.rect_contains_pointer(header);
        if scrolled || sorted || matches!(gesture, Some(Gesture::Clicked(..))) {
            table.request_focus();
        }
        if table.has_focus() {
            let stroke = Stroke::new(2.0, Palette::of(ui).accent);
            ui.painter()
                .rect_stroke(area, 4.0, stroke, StrokeKind::Inside);
        }
        (table, gesture)
    }

    /// The room for the rows, below the header and beside the bars, and how wide all columns are together.
    fn body_of(&self, widths: &Widths, area: Rect, rows: usize) -> (Rect, f32) {
        let wide: f32 = self.columns.iter().map(|column| widths.of(column)).sum();
        let mut body = area.with_min_y(area.top() + theme::ROW);
        let scrolls = |body: Rect| {
            let room = body.height();
            View { rows, room }.scrolls()
        };
        if scrolls(body) {
            body.max.x -= bar::WIDTH;
        }
        if wide > body.width() + 0.5 {
            body.max.y -= bar::WIDTH;
            // The bar below may take the room of the last row.
            if body.max.x == area.max.x && scrolls(body) {
                body.max.x -= bar::WIDTH;
            }
        }
        (body, wide)
    }

    /// The rows of which anything can be seen. Returns the one that was clicked.
    fn rows_ui(
        &self,
        ui: &mut Ui,
        scroll: Scroll,
        body: Rect,
        across: &[Rect],
        focused: bool,
        rows: &mut impl Rows,
    ) -> Option<Gesture> {
        let view = View {
            rows: rows.count(),
            room: body.height(),
        };
        let seen = scroll.seen(view);
        let more = seen.len();
        let about = seen.start.saturating_sub(more)..(seen.end + more).min(rows.count());
        rows.prepare(about);
        let builder = UiBuilder::new().max_rect(body);
        ui.scope_builder(builder, |ui| {
            ui.shrink_clip_rect(body);
            let mut clicked = None;
            for at in seen {
                let top = body.top() + scroll.below(at);
                let size = vec2(body.width(), theme::ROW);
                let rect = Rect::from_min_size(pos2(body.left(), top), size);
                let across = across.iter();
                let cells: Vec<Rect> = across
                    .map(|column| Rect::from_x_y_ranges(column.x_range(), rect.y_range()))
                    .collect();
                // What has gone out of view cannot be clicked: the header is there.
                let id = self.id.with(("row", at));
                let response = ui.interact(rect.intersect(body), id, Sense::CLICK);
                let row = Row {
                    at,
                    rect,
                    cells: &cells,
                    response: &response,
                    focused,
                };
                rows.row_ui(ui, &row);
                ui.ctx()
                    .accesskit_node_builder(response.id, |node| node.set_row_index(at));
                if response.clicked() {
                    clicked = Some(Gesture::Clicked(at, held_with_click(ui)));
                }
            }
            clicked
        })
        .inner
    }

    /// Takes what the wheel says, and brings into view what is to be seen.
    fn scroll(&self, ui: &Ui, state: &mut TableState, area: Rect, view: View) {
        if ui.rect_contains_pointer(area) {
            let by = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta));
            state.scroll.by(-by.y, view);
            state.left -= by.x;
        }
        if let Some(row) = state.show.take() {
            state.scroll.show(row, view);
        }
        state.scroll.keep_within(view);
    }

    /// The bars where there is more than can be seen. Says whether one of them was used.
    fn bars_ui(
        &self,
        ui: &Ui,
        state: &mut TableState,
        area: Rect,
        body: Rect,
        wide: f32,
        view: View,
    ) -> bool {
        let mut scrolled = false;
        if body.right() < area.right() {
            let rect = Rect::from_min_max(body.right_top(), pos2(area.right(), body.bottom()));
            let share = view.room / (view.rows.max(1) as f32 * theme::ROW);
            let part = state.scroll.part(view);
            let id = self.id.with("down");
            if let Some(part) = bar_ui(ui, id, rect, Along::Right, share, part) {
                state.scroll.go_to(part, view);
                scrolled = true;
            }
        }
        if body.bottom() < area.bottom() {
            let rect = Rect::from_min_max(body.left_bottom(), pos2(body.right(), area.bottom()));
            let way = wide - body.width();
            let part = f64::from(state.left / way);
            let share = body.width() / wide;
            let id = self.id.with("sideways");
            if let Some(part) = bar_ui(ui, id, rect, Along::Below, share, part) {
                state.left = part as f32 * way;
                scrolled = true;
            }
        }
        scrolled
    }
}

/// What was held down with the click of this frame.
fn held_with_click(ui: &Ui) -> Modifiers {
    ui.input(|input| {
        let held = input.events.iter().rev().find_map(|event| match event {
            Event::PointerButton { modifiers, .. } => Some(*modifiers),
            _ => None,
        });
        held.unwrap_or(input.modifiers)
    })
}
