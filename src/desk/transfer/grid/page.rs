//! The page with the grid: its header, the rows, and what is to be said about the cell that the keys are on.

use std::time::Duration;

use egui::{CornerRadius, EventFilter, Rect, Stroke, StrokeKind, Ui, UiBuilder};

use super::below_ui::{self, below_ui};
use super::column::{label_of, required_columns};
use super::editor_ui::editor_ui;
use super::keys::{grid_id, take_keys};
use super::menus::{columns_menu, context_menu, rows_menu};
use super::mouse::{area_of, take_mouse};
use super::rows_ui::{DrawnRow, GridRows, MARGIN, paint_margin};
use super::state::GridPage;
use super::typing::Typing;
use super::widths::widths_of;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::table::{BESIDE, Column, Order, Table};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::parts::case_count::case_count;
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::exchange::Target;
use crate::register::Definition;

/// Draws the page.
pub fn grid_ui(ui: &mut Ui, page: &mut GridPage, model: &mut Model) {
    let vault = model.vault.as_ref();
    let Some(definition) = vault.and_then(|vault| vault.definition(&page.register)) else {
        return;
    };
    let by = Typing {
        definition: &definition,
        today: model.clock.today(),
        language: model.language,
    };
    if std::mem::replace(&mut page.language, by.language) != by.language {
        page.checks.again();
    }
    take_keys(ui, page, by, model);
    header_ui(ui, page, model, &definition);
    toolbar_ui(ui, page, model, &definition);
    let drawn = table_ui(ui, page, model, by);
    take_mouse(ui, page, &drawn, by);
    context_menu(ui, page, &drawn, by.language);
    ui.add_space(4.0);
    below_ui(ui, page, model, by);
    leave(ui, page);
    let now = ui.input(|input| input.time);
    if let Some(wait) = page.check(&definition, now, model) {
        let wait = Duration::from_secs_f64(wait);
        ui.ctx().request_repaint_after(wait);
    }
}

/// The title, when the draft was saved, and the buttons.
fn header_ui(ui: &mut Ui, page: &mut GridPage, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let many = definition.case_words.many.text(language);
    let title = language.say("grid-title", &[("cases", many.into())]);
    let saved_at = model.draft_saved_at(page.draft_id());
    let subtitle = match (page.is_storing(), saved_at) {
        (true, _) => language.text("form-saving"),
        (false, Some(time)) => language.say("draft-saved-new", &[("time", time.into())]),
        (false, None) => language.text("grid-subtitle"),
    };
    let ready = page.checks.ready;
    let text = match ready {
        0 => language.text("command-save"),
        ready => language.say("grid-save", &case_count(definition, ready, language)),
    };
    let enabled = !page.is_storing() && !page.content.is_blank();
    let keys = |command: &Command| model.shortcut(command);
    let (save, close) = (keys(&Command::Save), keys(&Command::Close));
    route::page_header(ui, &title, &subtitle, |ui| {
        let button = Button::new(&text).icon(icons::CHOSEN).enabled(enabled);
        if button.shortcut(save).primary(ui).clicked() {
            model.actions.push(Command::Save);
        }
        let text = language.text("command-close");
        if Button::new(&text).shortcut(close).secondary(ui).clicked() {
            model.actions.push(Command::Close);
        }
    });
}

/// The menus, and how many rows need a look.
fn toolbar_ui(ui: &mut Ui, page: &mut GridPage, model: &Model, definition: &Definition) {
    let language = model.language;
    ui.horizontal_wrapped(|ui| {
        columns_menu(ui, page, definition, language);
        rows_menu(ui, page, language);
        let wrong = page.wrong_rows();
        if wrong > 0 {
            let count = [("count", (wrong as i64).into())];
            let text = language.say("grid-wrong-rows", &count);
            let button = Button::new(&text).icon(icons::WARNING);
            if button.warning(ui).clicked()
                && let Some(place) = page.next_wrong()
            {
                page.go_to(place);
                page.take_focus = true;
            }
        }
    });
    ui.add_space(2.0);
}

/// The rows below their headings, beside the margin with their numbers. Returns the rows that were drawn.
fn table_ui(ui: &mut Ui, page: &mut GridPage, model: &Model, by: Typing<'_>) -> Vec<DrawnRow> {
    let palette = Palette::of(ui);
    let room = ui.available_rect_before_wrap();
    let height = (room.height() - below_ui::HEIGHT - 12.0).max(3.0 * theme::ROW);
    let area = Rect::from_min_size(room.min, egui::vec2(room.width(), height));
    let corner = CornerRadius::same(theme::CARD_RADIUS);
    let stroke = Stroke::new(1.0, palette.line);
    ui.painter()
        .rect(area, corner, palette.panel, stroke, StrokeKind::Inside);
    let inside = area.with_min_x(area.left() + MARGIN);
    let columns = columns(ui, page, by, inside.width() - BESIDE);
    let owner = by.definition.work.owner.as_deref();
    let is_owner = |target: &Target| matches!(target, Target::Field(id) if Some(&**id) == owner);
    let owner = page.content.columns().iter().position(is_owner);
    if page.take_focus && page.types_within() {
        page.editing
            .iter_mut()
            .for_each(|one| one.take_focus = true);
    }
    let mut rows = GridRows {
        page: &*page,
        language: by.language,
        owner: owner.map(|at| (at, model.actor.as_str())),
        drawn: Vec::new(),
    };
    let many = by.definition.case_words.many.text(by.language);
    let name = by.language.say("grid-title", &[("cases", many.into())]);
    let table = Table {
        id: grid_id(),
        name: &name,
        columns: &columns,
        cursor: Some(page.block.cursor.row),
        take_focus: page.take_focus && !page.types_within(),
        row: theme::ROW,
    };
    let (mut state, mut widths) = (page.table.clone(), page.widths.clone());
    let response = ui
        .scope_builder(UiBuilder::new().max_rect(inside), |ui| {
            table.show(ui, &mut state, &mut widths, &mut rows).0
        })
        .inner;
    let drawn = rows.drawn;
    (page.table, page.widths, page.take_focus) = (state, widths, false);
    ui.advance_cursor_after_rect(area);
    let focused = response.has_focus() || page.editing.is_some();
    if focused {
        // Tab goes from cell to cell.
        let filter = EventFilter {
            tab: true,
            vertical_arrows: true,
            horizontal_arrows: true,
            escape: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(grid_id(), filter));
    }
    paint_margin(ui, page, &drawn, area.left());
    if focused {
        ring_ui(ui, area);
    }
    cursor_ui(ui, page, &drawn, focused, by);
    drawn
}

/// The ring around the rows and their margin, while they have the keyboard.
fn ring_ui(ui: &Ui, area: Rect) {
    let stroke = Stroke::new(2.0, Palette::of(ui).accent);
    let corner = CornerRadius::same(theme::CARD_RADIUS);
    ui.painter()
        .rect_stroke(area, corner, stroke, StrokeKind::Inside);
}

/// The frame around the cell that the keys are on, or the field in it.
fn cursor_ui(ui: &mut Ui, page: &mut GridPage, drawn: &[DrawnRow], focused: bool, by: Typing<'_>) {
    let cursor = page.block.cursor;
    let row = drawn.iter().find(|row| row.at == cursor.row);
    let cell = row.and_then(|row| row.cells.get(cursor.column)).copied();
    let (Some(cell), Some(area)) = (cell, area_of(drawn)) else {
        return;
    };
    let palette = Palette::of(ui);
    if page.editing.is_none() {
        let (width, colour) = match focused {
            true => (2.0, palette.accent),
            false => (1.0, palette.mute),
        };
        let painter = ui.painter().with_clip_rect(area);
        let stroke = Stroke::new(width, colour);
        painter.rect_stroke(cell, 2.0, stroke, StrokeKind::Inside);
        return;
    }
    let columns = page.content.columns();
    let label = columns
        .get(cursor.column)
        .map(|target| label_of(target, columns, by.definition, by.language));
    // It takes no part in the layout: the rows stay where they are.
    let mut inside = ui.new_child(UiBuilder::new().max_rect(area));
    inside.shrink_clip_rect(area);
    let label = label.unwrap_or_default();
    editor_ui(&mut inside, page, cell, &label, by);
}

/// The columns as the table draws them; a star stands with those that have to be filled in.
fn columns(ui: &Ui, page: &GridPage, by: Typing<'_>, room: f32) -> Vec<Column> {
    let targets = page.content.columns();
    let required = required_columns(by.definition);
    let labels = targets.iter().map(|target| {
        let label = label_of(target, targets, by.definition, by.language);
        match required.contains(target) {
            true => format!("{label} *"),
            false => label,
        }
    });
    let labels: Vec<String> = labels.collect();
    let widths = widths_of(ui, page, &labels, by.definition, room);
    let columns = targets.iter().zip(labels).zip(widths);
    columns
        .map(|((target, label), width)| Column {
            id: target.id(),
            label,
            icon: None,
            numbers: false,
            width,
            order: Order::Never,
            fixed: false,
        })
        .collect()
}

/// The keyboard goes on to what comes before or behind the grid.
fn leave(ui: &Ui, page: &mut GridPage) {
    if let Some(direction) = page.leave.take() {
        ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(grid_id(), EventFilter::default());
            memory.move_focus(direction);
        });
        ui.ctx().request_repaint();
    }
}
