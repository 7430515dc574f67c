//! A table as it is drawn in a frame: its header, the rows that can be seen, and the bars beside them.

use egui::accesskit::Role;
use egui::{
    Event, Id, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::bar::{self, Along, bar_ui};
use super::column::Column;
use super::gesture::Gesture;
use super::header::Header;
use super::keys::keyboard;
use super::rows::{Row, Rows};
use super::scroll::{Scroll, View};
use super::widths::Widths;
use crate::desk::kit::accessible;
use crate::desk::kit::density;
use crate::desk::kit::theme::{self, Palette};

/// How much of its width a table may need for the bar beside its rows, in points.
pub const BESIDE: f32 = bar::WIDTH;
/// How far one press of an arrow goes sideways, in points.
const SIDEWAYS: f32 = 80.0;

/// A table, as it is to be drawn in this frame.
pub struct Table<'a> {
    /// Its id, unique in the window.
    pub id: Id,
    /// Its accessible name, with how many rows it has.
    pub name: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// The row that the keyboard is on.
    pub cursor: Option<usize>,
    /// Whether it is to take the keyboard.
    pub take_focus: bool,
    /// How high a row is, in points.
    pub row: f32,
}

/// What is remembered of a table from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct TableState {
    scroll: Scroll,
    /// How many points are scrolled out of view at the left.
    pub(super) left: f32,
    /// The row that is to come into view.
    show: Option<usize>,
    /// The column that is to.
    show_column: Option<usize>,
    /// Whether its owner draws the ring around what has the keyboard.
    own_ring: bool,
}

impl TableState {
    /// Brings a row into view when the table is drawn next.
    pub fn show(&mut self, row: usize) {
        self.show = Some(row);
    }

    /// Of a table whose owner draws the ring around what has the keyboard.
    pub fn with_own_ring() -> Self {
        Self {
            own_ring: true,
            ..Self::default()
        }
    }

    /// Brings a column into view when the table is drawn next.
    pub fn show_column(&mut self, column: usize) {
        self.show_column = Some(column);
    }

    /// Scrolls left or right as far as one press of a key does.
    pub fn go_sideways(&mut self, right: bool) {
        self.left += if right { SIDEWAYS } else { -SIDEWAYS };
    }
}

/// Where the parts of a table are in this frame.
struct Parts {
    /// The whole table.
    area: Rect,
    header: Rect,
    body: Rect,
    /// How wide all columns are together.
    wide: f32,
    /// How many rows there are, and how high the room for them is.
    view: View,
}

impl Table<'_> {
    /// Draws the table in the room there is. Returns the response of the whole, which may have the keyboard, and what the
    /// user did.
    pub fn show(
        &self,
        ui: &mut Ui,
        state: &mut TableState,
        widths: &mut Widths,
        rows: &mut impl Rows,
    ) -> (Response, Option<Gesture>) {
        let area = ui.available_rect_before_wrap();
        let table = self.whole(ui, area, rows.count());
        let header = density::height(ui, theme::ROW);
        let parts = self.parts(widths, area, header, rows.count());
        let mut gesture = None;
        if table.has_focus() {
            gesture = keyboard(ui, self.id, self.cursor, parts.view);
        }
        if let Some(Gesture::Went { to, .. }) = gesture {
            state.show = Some(to);
        }
        scroll(ui, state, &parts);
        let columns = self.columns_at(state, widths, &parts);
        // The header comes first, as it is read first.
        let in_header = self.header_ui(ui, state, widths, &parts, &columns);
        let clicked = self.rows_ui(ui, state.scroll, &parts, &columns, table.has_focus(), rows);
        gesture = in_header.or(clicked).or(gesture);
        let scrolled = self.bars_ui(ui, state, &parts);
        ui.advance_cursor_after_rect(area);
        // Whoever used the mouse on any part of the table goes on with the keys.
        let sorted =
            matches!(gesture, Some(Gesture::Sorted(_))) && ui.rect_contains_pointer(parts.header);
        if scrolled || sorted || matches!(gesture, Some(Gesture::Clicked(..))) {
            table.request_focus();
        }
        if table.has_focus() && !state.own_ring {
            let stroke = Stroke::new(2.0, Palette::of(ui).accent);
            ui.painter()
                .rect_stroke(area, 4.0, stroke, StrokeKind::Inside);
        }
        (table, gesture)
    }

    /// The table as a whole: what Tab comes to, and what a screen reader meets.
    fn whole(&self, ui: &Ui, area: Rect, rows: usize) -> Response {
        let table = ui.interact(area, self.id, Sense::FOCUSABLE | Sense::CLICK);
        table.widget_info(|| WidgetInfo::labeled(Role::Table, true, self.name));
        ui.ctx().accesskit_node_builder(table.id, |node| {
            // The header is a row too.
            node.set_row_count(rows + 1);
            node.set_column_count(self.columns.len());
        });
        if self.take_focus {
            table.request_focus();
        }
        if table.gained_focus() {
            // egui lets the arrows be taken only by what had the keyboard in the frame before as well.
            ui.request_repaint();
        }
        table
    }

    /// Where the parts are: the rows stand below the header and beside the bars.
    fn parts(&self, widths: &Widths, area: Rect, header: f32, rows: usize) -> Parts {
        let wide: f32 = self.columns.iter().map(|column| widths.of(column)).sum();
        let mut body = area.with_min_y(area.top() + header);
        let row = self.row;
        let scrolls = |body: Rect| {
            let room = body.height();
            View { rows, room, row }.scrolls()
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
        let room = body.height();
        Parts {
            area,
            header: Rect::from_min_max(area.min, body.right_top()),
            body,
            wide,
            view: View { rows, room, row },
        }
    }

    /// Where the columns are, as far as they are scrolled sideways.
    fn columns_at(&self, state: &mut TableState, widths: &Widths, parts: &Parts) -> Vec<Rect> {
        let most = (parts.wide - parts.body.width()).max(0.0);
        if let Some(shown) = state.show_column.take() {
            let mut all = self.columns.iter().map(|column| widths.of(column));
            let begin: f32 = all.by_ref().take(shown).sum();
            let end = begin + all.next().unwrap_or_default();
            // Of one that is wider than the room its begin is seen.
            state.left = state.left.max(end - parts.body.width()).min(begin);
        }
        state.left = state.left.clamp(0.0, most);
        let mut left = parts.body.left() - state.left;
        let columns = self.columns.iter().map(|column| {
            let right = left + widths.of(column);
            let rect = Rect::from_x_y_ranges(left..=right, parts.body.y_range());
            left = right;
            rect
        });
        columns.collect()
    }

    /// Draws the header. Returns what was done in it.
    fn header_ui(
        &self,
        ui: &mut Ui,
        state: &mut TableState,
        widths: &mut Widths,
        parts: &Parts,
        columns: &[Rect],
    ) -> Option<Gesture> {
        let row = UiBuilder::new()
            .max_rect(parts.header)
            .accessibility_parent(self.id)
            .accessibility_role(Role::Row);
        ui.scope_builder(row, |ui| {
            ui.shrink_clip_rect(parts.header);
            accessible::place(ui, parts.header);
            ui.ctx()
                .accesskit_node_builder(ui.unique_id(), |node| node.set_row_index(0));
            let header = Header {
                id: self.id,
                columns: self.columns,
                rect: parts.header,
            };
            let done = header.ui(ui, widths, columns);
            state.left += done.scroll;
            done.gesture
        })
        .inner
    }

    /// Draws the rows of which anything can be seen. Returns the one that was clicked.
    fn rows_ui(
        &self,
        ui: &mut Ui,
        scroll: Scroll,
        parts: &Parts,
        columns: &[Rect],
        focused: bool,
        rows: &mut impl Rows,
    ) -> Option<Gesture> {
        let body = parts.body;
        let seen = scroll.seen(parts.view);
        let more = seen.len();
        let about = seen.start.saturating_sub(more)..(seen.end + more).min(rows.count());
        rows.prepare(about);
        let group = UiBuilder::new()
            .max_rect(body)
            .accessibility_parent(self.id)
            .accessibility_role(Role::RowGroup);
        ui.scope_builder(group, |ui| {
            ui.shrink_clip_rect(body);
            accessible::place(ui, body);
            let mut clicked = None;
            let whole = ui.clip_rect();
            // The heading of the rows that can be seen stays above them.
            let stays = rows.heading_of(seen.start);
            let heading = stays.map(|at| (at, body.top()));
            let others = seen.filter(|at| Some(*at) != stays);
            let others = others.map(|at| (at, body.top() + scroll.below(at, parts.view)));
            let below = body.with_min_y(body.top() + stays.map_or(0.0, |_| self.row));
            for (at, top) in heading.into_iter().chain(others) {
                let seen = if Some(at) == stays { body } else { below };
                ui.set_clip_rect(whole.intersect(seen));
                let size = vec2(body.width(), self.row);
                let rect = Rect::from_min_size(pos2(body.left(), top), size);
                let cells = columns.iter();
                let cells: Vec<Rect> = cells
                    .map(|column| Rect::from_x_y_ranges(column.x_range(), rect.y_range()))
                    .collect();
                // What is scrolled out of view cannot be clicked: the header is there.
                let id = self.id.with(("row", at));
                let response = ui.interact(rect.intersect(seen), id, Sense::CLICK);
                let row = Row {
                    at,
                    rect,
                    cells: &cells,
                    response: &response,
                    focused,
                };
                rows.row_ui(ui, &row);
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_row_index(at + 1);
                });
                if response.clicked() {
                    clicked = Some(Gesture::Clicked(at, held_with_click(ui)));
                }
            }
            clicked
        })
        .inner
    }

    /// Draws the bars where there is more than can be seen. Returns whether one of them was used.
    fn bars_ui(&self, ui: &Ui, state: &mut TableState, parts: &Parts) -> bool {
        let Parts {
            area, body, view, ..
        } = *parts;
        let mut scrolled = false;
        if body.right() < area.right() {
            let rect = Rect::from_min_max(body.right_top(), pos2(area.right(), body.bottom()));
            let share = view.room / (view.rows.max(1) as f32 * view.row);
            let part = state.scroll.part(view);
            let id = self.id.with("down");
            if let Some(part) = bar_ui(ui, id, rect, Along::Right, share, part) {
                state.scroll.go_to(part, view);
                scrolled = true;
            }
        }
        if body.bottom() < area.bottom() {
            let rect = Rect::from_min_max(body.left_bottom(), pos2(body.right(), area.bottom()));
            let way = parts.wide - body.width();
            let part = f64::from(state.left / way);
            let share = body.width() / parts.wide;
            let id = self.id.with("sideways");
            if let Some(part) = bar_ui(ui, id, rect, Along::Below, share, part) {
                state.left = part as f32 * way;
                scrolled = true;
            }
        }
        scrolled
    }
}

/// Scrolls as far as the wheel says, and brings into view the row that is to be seen.
fn scroll(ui: &Ui, state: &mut TableState, parts: &Parts) {
    if ui.rect_contains_pointer(parts.area) {
        let by = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta));
        state.scroll.by(-by.y, parts.view);
        state.left -= by.x;
    }
    if let Some(row) = state.show.take() {
        state.scroll.show(row, parts.view);
    }
    state.scroll.keep_within(parts.view);
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
