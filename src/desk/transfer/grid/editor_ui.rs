//! The cell that is being typed in, over the cells around it, and what is offered below it.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{
    Align2, Area, CornerRadius, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Order, Rect,
    ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::column::CellKind;
use super::editing::{Editing, Mode};
use super::keys::field_id;
use super::state::GridPage;
use super::typing::Typing;
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};

/// How high what is offered is at most, in points.
const OFFERED: f32 = 240.0;
/// How many lines a field for several lines has.
const LINES: usize = 4;

/// Draws the cell that is being typed in, at this place.
pub(super) fn editor_ui(ui: &mut Ui, page: &mut GridPage, cell: Rect, label: &str, by: Typing<'_>) {
    let Some(editing) = &page.editing else { return };
    match editing.mode {
        Mode::Typing => typing_ui(ui, editing, cell, label),
        Mode::Within => field_ui(ui, page, cell, label, by),
    }
    offered_ui(ui, page, cell, label, by);
}

/// The text that is typed, with the line behind it where the next letter comes.
fn typing_ui(ui: &mut Ui, editing: &Editing, cell: Rect, label: &str) {
    let palette = Palette::of(ui);
    let text = editing.text.replace('\n', " ");
    let mut job = LayoutJob::simple_singleline(text, theme::body(), palette.ink);
    job.wrap.max_width = f32::INFINITY;
    let galley = ui.painter().layout_job(job);
    let wanted = cell.left() + galley.size().x + 20.0;
    let most = ui.clip_rect().right();
    let rect = cell.with_max_x(wanted.max(cell.right()).min(most.max(cell.right())));
    paint_frame(ui, rect);
    let typed = ui.interact(rect, Id::unique("grid typing"), Sense::empty());
    typed.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, label);
        info.current_text_value = Some(editing.text.clone());
        info
    });
    // Of a text that is too long its end is seen.
    let inner = rect.shrink2(vec2(8.0, 2.0));
    let over = (galley.size().x + 2.0 - inner.width()).max(0.0);
    let at = pos2(inner.left() - over, rect.center().y - galley.size().y / 2.0);
    let end = at.x + galley.size().x + 1.0;
    let height = galley.size().y;
    let painter = ui
        .painter()
        .with_clip_rect(inner.expand(2.0).intersect(ui.clip_rect()));
    painter.galley(at, galley, palette.ink);
    let line = Stroke::new(2.0, palette.accent);
    painter.vline(end, at.y..=at.y + height, line);
}

/// A field with the text of the cell.
fn field_ui(ui: &mut Ui, page: &mut GridPage, cell: Rect, label: &str, by: Typing<'_>) {
    let place = page.block.cursor;
    let long = page.kind(place.column, by.definition) == CellKind::Long;
    let Some(editing) = &mut page.editing else {
        return;
    };
    let wide = if long {
        cell.width().max(320.0)
    } else {
        cell.width().max(120.0)
    };
    let rect = cell.with_max_x((cell.left() + wide).min(ui.clip_rect().right().max(cell.right())));
    let edit = match long {
        true => TextEdit::multiline(&mut editing.text)
            .desired_rows(LINES)
            .return_key(KeyboardShortcut::new(Modifiers::ALT, Key::Enter)),
        false => TextEdit::singleline(&mut editing.text).align(Align2::LEFT_CENTER),
    };
    let edit = edit
        .id(field_id())
        .desired_width(rect.width() - 16.0)
        .frame(Frame::NONE.inner_margin(Margin::symmetric(8, 4)));
    let response = match long {
        false => {
            paint_frame(ui, rect);
            let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
            inside.add(edit.min_size(rect.size()))
        }
        true => {
            let area = Area::new(Id::unique("grid long text"))
                .order(Order::Foreground)
                .fixed_pos(rect.min);
            let shown = area.show(ui, |ui| {
                let palette = Palette::of(ui);
                let frame = Frame::new()
                    .fill(palette.panel)
                    .stroke(Stroke::new(2.0, palette.accent));
                frame.show(ui, |ui| ui.add(edit)).inner
            });
            shown.inner
        }
    };
    let response = response.accessible_name(label);
    if std::mem::take(&mut editing.take_focus) {
        response.request_focus();
        let end = egui::text::CCursor::new(editing.text.chars().count());
        if let Some(mut state) = egui::text_edit::TextEditState::load(ui, field_id()) {
            let cursor = egui::text::CCursorRange::one(end);
            state.cursor.set_char_range(Some(cursor));
            state.store(ui, field_id());
        }
        ui.ctx().request_repaint();
    } else if response.lost_focus() && ui.input(|input| input.pointer.any_pressed()) {
        // Escape takes the keyboard away too, and gives up what is typed.
        page.commit(by);
        return;
    }
    if response.changed() {
        page.changes += 1;
        page.offer(by);
    }
}

fn paint_frame(ui: &Ui, rect: Rect) {
    let palette = Palette::of(ui);
    let stroke = Stroke::new(2.0, palette.accent);
    let corner = CornerRadius::same(2);
    ui.painter()
        .rect(rect, corner, palette.panel, stroke, StrokeKind::Inside);
}

/// What is offered, below the cell or above it where there is no room. The arrows go through it; a click takes one.
fn offered_ui(ui: &mut Ui, page: &mut GridPage, cell: Rect, label: &str, by: Typing<'_>) {
    let Some(editing) = &page.editing else { return };
    if editing.offered.is_empty() {
        return;
    }
    let (offered, chosen) = (editing.offered.clone(), editing.chosen);
    let window = ui.ctx().content_rect();
    let above = window.bottom() - cell.bottom() < OFFERED.min(40.0 * offered.len() as f32);
    let (at, pivot) = match above {
        true => (cell.left_top(), Align2::LEFT_BOTTOM),
        false => (cell.left_bottom(), Align2::LEFT_TOP),
    };
    let area = Area::new(Id::unique("grid offered"))
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(at);
    let mut picked = None;
    area.show(ui, |ui| {
        Frame::menu(ui.style()).show(ui, |ui| {
            ui.set_width(cell.width().clamp(200.0, 360.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            let list = UiBuilder::new()
                .accessibility_role(Role::ListBox)
                .accessibility_label(label);
            let scroll = ScrollArea::vertical();
            let scroll = scroll.max_height(OFFERED).min_scrolled_height(OFFERED);
            scroll.show(ui, |ui| {
                ui.scope_builder(list, |ui| {
                    for (place, text) in offered.iter().enumerate() {
                        let name = format!("{label} {text}");
                        let button = Button::new(text).name(name).unfocusable().in_list_box();
                        let entry = button.entry(ui, chosen == Some(place), None);
                        if chosen == Some(place) && !entry.hovered() {
                            entry.scroll_to_me(None);
                        }
                        if entry.clicked() {
                            picked = Some(place);
                        }
                    }
                });
            });
        });
    });
    if let (Some(place), Some(editing)) = (picked, &mut page.editing) {
        let text = offered[place].clone();
        let kind = page.content.columns().get(editing.place.column);
        let kind = kind.map(|target| CellKind::of(target, by.definition));
        let several = kind == Some(CellKind::Choices { several: true });
        editing.text = Editing::completed(&editing.text, &text, several);
        editing.chosen = None;
        page.commit(by);
        page.take_focus = true;
    }
}
