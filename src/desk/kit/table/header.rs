//! The header of a table: what stands in each column, by which one the rows are sorted, and how wide each is.

use egui::accesskit::{Role, SortDirection};
use egui::{Align2, CursorIcon, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{self, Palette};
use super::super::widgets::{focus_ring, paint_cell};
use super::{Column, Gesture, Order, Table, TableState, Widths};

/// The narrowest and the widest that a column can be made.
const LIMITS: std::ops::RangeInclusive<u16> = 60..=800;
/// How close to the line between two columns the mouse takes hold of it.
const GRIP: f32 = 4.0;

impl Table<'_> {
    /// Draws the header. Returns what was done there: a column to sort by, or one that is as wide now as it is to be.
    pub(super) fn header_ui(
        &self,
        ui: &mut Ui,
        state: &mut TableState,
        widths: &mut Widths,
        rect: Rect,
        cells: &[Rect],
    ) -> Option<Gesture> {
        let palette = Palette::of(ui);
        let line = Stroke::new(1.0, palette.line);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
        let mut done = None;
        for (at, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            let cell = Rect::from_x_y_ranges(cell.x_range(), rect.y_range());
            if self.cell_ui(ui, state, rect, column, cell) {
                done = Some(Gesture::Sorted(at));
            }
        }
        // Above the cells, so that the line between two of them is within reach.
        for (column, cell) in self.columns.iter().zip(cells) {
            if self.grip_ui(ui, widths, column, rect, cell.right()) {
                done = Some(Gesture::Widened);
            }
        }
        done
    }

    /// One column's part of the header. Says whether the rows are to be sorted by it.
    fn cell_ui(
        &self,
        ui: &mut Ui,
        state: &mut TableState,
        header: Rect,
        column: &Column,
        cell: Rect,
    ) -> bool {
        let palette = Palette::of(ui);
        let (arrow, direction) = match column.order {
            Order::Descending => (" ↓", Some(SortDirection::Descending)),
            Order::Ascending => (" ↑", Some(SortDirection::Ascending)),
            Order::None | Order::Never => ("", None),
        };
        let (font, colour) = match direction {
            Some(_) => (theme::strong_label(), palette.ink),
            None => (theme::label(), palette.mute),
        };
        if let Some(icon) = column.icon {
            let (centre, font) = (Align2::CENTER_CENTER, theme::icon());
            ui.painter()
                .text(cell.center(), centre, icon, font, palette.mute);
        } else {
            let text = format!("{}{arrow}", column.label);
            let align = match column.numbers {
                true => Align2::RIGHT_CENTER,
                false => Align2::LEFT_CENTER,
            };
            paint_cell(ui, cell, &text, font, colour, align);
        }
        let sense = match column.order {
            Order::Never => Sense::hover(),
            _ => Sense::click(),
        };
        let response = ui.interact(
            cell.shrink2(vec2(GRIP, 0.0)),
            self.id.with(("header", &column.id)),
            sense,
        );
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.label));
        if let Some(direction) = direction {
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_sort_direction(direction);
            });
        }
        if column.order == Order::Never {
            return false;
        }
        focus_ring(ui, &response, cell.shrink(4.0), 2);
        if response.gained_focus() {
            let out =
                (cell.left() - header.left()).min(0.0) + (cell.right() - header.right()).max(0.0);
            state.left += out;
        }
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }

    /// The line behind a column, by which it is made wider or narrower; a double click gives it back its own width. Says
    /// whether that was done.
    fn grip_ui(
        &self,
        ui: &Ui,
        widths: &mut Widths,
        column: &Column,
        header: Rect,
        right: f32,
    ) -> bool {
        if !header.x_range().contains(right - 1.0) {
            return false;
        }
        let around = Rect::from_x_y_ranges(right - GRIP..=right + GRIP, header.y_range());
        // Not a stop of Tab: it is there for the mouse.
        let id = self.id.with(("width", &column.id));
        let grip = ui.interact(around, id, Sense::CLICK | Sense::DRAG);
        let grip = grip.on_hover_and_drag_cursor(CursorIcon::ResizeColumn);
        if grip.hovered() || grip.dragged() {
            let line = Stroke::new(2.0, Palette::of(ui).accent);
            let at = pos2(right - 1.0, header.center().y);
            ui.painter().vline(at.x, header.y_range().shrink(6.0), line);
        }
        if grip.double_clicked() {
            widths.reset(column);
        } else if grip.dragged()
            && let Some(at) = grip.interact_pointer_pos()
        {
            let width = widths.of(column) + at.x - right;
            let width = (width.round() as u16).clamp(*LIMITS.start(), *LIMITS.end());
            widths.set(column, width);
        }
        grip.double_clicked() || grip.drag_stopped()
    }
}
