//! The header of a table: the headings of its columns, by which the rows are sorted, and the lines between them, by which
//! columns are made wider or narrower.

use egui::accesskit::{Role, SortDirection};
use egui::{Align2, CursorIcon, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::column::{Column, Order};
use super::gesture::Gesture;
use super::widths::Widths;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{focus_ring, paint_cell};

/// The narrowest and the widest that a column can be made, in points.
const LIMITS: std::ops::RangeInclusive<u16> = 60..=800;
/// How close to the line between two columns the mouse takes hold of it.
const GRIP: f32 = 4.0;

/// The header, as it is to be drawn in this frame.
pub(super) struct Header<'a> {
    /// The id of its table.
    pub id: Id,
    pub columns: &'a [Column],
    pub rect: Rect,
}

/// What was done in the header.
#[derive(Default)]
pub(super) struct Done {
    /// A column to sort by, or one whose width was set.
    pub gesture: Option<Gesture>,
    /// How far the table has to scroll sideways to show the heading the keyboard came to, in points.
    pub scroll: f32,
}

impl Header<'_> {
    /// Draws it above columns that stand here.
    pub fn ui(&self, ui: &mut Ui, widths: &mut Widths, columns: &[Rect]) -> Done {
        let line = Stroke::new(1.0, Palette::of(ui).line);
        ui.painter()
            .hline(self.rect.x_range(), self.rect.bottom() - 0.5, line);
        let mut done = Done::default();
        for (at, (column, rect)) in self.columns.iter().zip(columns).enumerate() {
            let cell = Rect::from_x_y_ranges(rect.x_range(), self.rect.y_range());
            self.heading_ui(ui, at, column, cell, &mut done);
        }
        // Above the headings, so that the line between two of them is within reach.
        for (at, rect) in columns.iter().enumerate() {
            if self.grip_ui(ui, widths, at, rect.right()) {
                done.gesture = Some(Gesture::Widened);
            }
        }
        done
    }

    /// The heading of one column.
    fn heading_ui(&self, ui: &mut Ui, at: usize, column: &Column, cell: Rect, done: &mut Done) {
        let direction = match column.order {
            Order::Descending => Some(SortDirection::Descending),
            Order::Ascending => Some(SortDirection::Ascending),
            Order::None | Order::Never => None,
        };
        paint_heading(ui, column, cell);
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
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_column_index(at);
            if let Some(direction) = direction {
                node.set_sort_direction(direction);
            }
        });
        if column.order == Order::Never {
            return;
        }
        focus_ring(ui, &response, cell.shrink(4.0), 2);
        if response.gained_focus() {
            let (left, right) = (self.rect.left(), self.rect.right());
            done.scroll += (cell.left() - left).min(0.0) + (cell.right() - right).max(0.0);
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            done.gesture = Some(Gesture::Sorted(at));
        }
    }

    /// The line behind a column, by which it is made wider or narrower; a double click gives it back its own width. Returns
    /// whether that was done.
    fn grip_ui(&self, ui: &Ui, widths: &mut Widths, place: usize, right: f32) -> bool {
        let Some(column) = self.columns.get(place).filter(|column| !column.fixed) else {
            return false;
        };
        if !self.rect.x_range().contains(right - 1.0) {
            return false;
        }
        let around = Rect::from_x_y_ranges(right - GRIP..=right + GRIP, self.rect.y_range());
        // Not a stop of Tab: it is there for the mouse.
        let id = self.id.with(("width", &column.id));
        let grip = ui.interact(around, id, Sense::CLICK | Sense::DRAG);
        let grip = grip.on_hover_and_drag_cursor(CursorIcon::ResizeColumn);
        if grip.hovered() || grip.dragged() {
            let line = Stroke::new(2.0, Palette::of(ui).accent);
            let at = pos2(right - 1.0, self.rect.center().y);
            ui.painter()
                .vline(at.x, self.rect.y_range().shrink(6.0), line);
        }
        if grip.double_clicked() {
            widths.reset(column);
        } else if grip.dragged()
            && let Some(at) = grip.interact_pointer_pos()
        {
            self.widen(widths, place, at.x - right);
        }
        grip.double_clicked() || grip.drag_stopped()
    }
}

impl Header<'_> {
    /// Makes a column wider, or narrower, by this much. The room is that of the next columns at its right, as far as they
    /// can do with less; what lies to the left stays where it is.
    fn widen(&self, widths: &mut Widths, place: usize, by: f32) {
        let limit = |width: f32| (width.round() as u16).clamp(*LIMITS.start(), *LIMITS.end());
        let Some((column, others)) = self.columns[place..].split_first() else {
            return;
        };
        let before = widths.of(column);
        let width = limit(before + by);
        let mut more = f32::from(width) - before;
        widths.set(column, width);
        for other in others {
            let had = widths.of(other);
            let has = limit(had - more);
            widths.set(other, has);
            more -= had - f32::from(has);
            // What is given back goes to the next column alone.
            if more.abs() < 1.0 || by < 0.0 {
                break;
            }
        }
    }
}

/// A heading, or the icon in its place, with an arrow where the rows are sorted by it.
fn paint_heading(ui: &Ui, column: &Column, cell: Rect) {
    let palette = Palette::of(ui);
    if let Some(icon) = column.icon {
        let (centre, font) = (Align2::CENTER_CENTER, theme::icon());
        ui.painter()
            .text(cell.center(), centre, icon, font, palette.mute);
        return;
    }
    let arrow = match column.order {
        Order::Descending => " ↓",
        Order::Ascending => " ↑",
        Order::None | Order::Never => "",
    };
    let (font, colour) = match arrow.is_empty() {
        true => (theme::label(), palette.mute),
        false => (theme::strong_label(), palette.ink),
    };
    let align = match column.numbers {
        true => Align2::RIGHT_CENTER,
        false => Align2::LEFT_CENTER,
    };
    let text = format!("{}{arrow}", column.label);
    paint_cell(ui, cell, &text, font, colour, align);
}
