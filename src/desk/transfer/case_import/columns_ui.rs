//! The sheet on the left, the register on the right, and lines between what belongs together.

use egui::accesskit::Role;
use egui::{
    Align2, EventFilter, Id, Key, Margin, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2,
};

use super::link_note::certainty;
use super::links_painting::{Ends, dragged_line, link_line};
use super::sheet_column::column_ui;
use super::state::CaseImport;
use super::target_rows::{RowKind, TargetRow, target_row_ui, target_rows};
use crate::desk::backend::import_look::ImportLook;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui, paint_cell};
use crate::desk::state::action::{Action, ImportPick};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::Definition;

/// How high a column of the sheet is, in points.
const COLUMN: f32 = 42.0;
/// How high a field of the register is.
const FIELD: f32 = 34.0;
/// How wide the lines between them are, and in a narrow window.
const LINES: f32 = 84.0;
const NARROW_LINES: f32 = 52.0;
/// From which width of the card it is narrow.
const NARROW: f32 = 560.0;

/// What is to be done with a column.
#[derive(Clone, Copy)]
enum ColumnAction {
    Pick(usize),
    Skip(usize),
    Take(usize),
    Link(usize, usize),
}

/// Draws the card with both lists.
pub(super) fn columns_ui(
    ui: &mut Ui,
    import: &mut CaseImport,
    model: &mut Model,
    definition: &Definition,
) {
    let language = model.language;
    let Some(look) = import.look.take() else {
        return;
    };
    let rows = target_rows(&look, definition, language);
    let mut action = None;
    card(ui, Margin::ZERO, |ui| {
        let width = ui.available_width();
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        let lines = if width < NARROW { NARROW_LINES } else { LINES };
        let left = ((width - lines) * 0.45).round();
        headings_ui(ui, width, (left, left + lines), definition, language);
        let room = (ui.available_height() - 36.0).max(120.0);
        let high = COLUMN * look.columns.columns.len() as f32;
        let high = high.max(FIELD * rows.len() as f32);
        ScrollArea::vertical()
            .id_salt("import columns")
            .auto_shrink(false)
            .max_height(room)
            .show(ui, |ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(width, high), Sense::hover());
                let sheet = rect.with_max_x(rect.left() + left);
                let register = rect.with_min_x(rect.left() + left + lines);
                action = lists_ui(ui, import, &look, &rows, (sheet, register), language);
            });
        footer_ui(ui, width, language);
    });
    import.look = Some(look);
    if let Some(action) = action {
        carry_out(action, import, &rows, model);
    }
}

fn carry_out(action: ColumnAction, import: &mut CaseImport, rows: &[TargetRow], model: &mut Model) {
    match action {
        ColumnAction::Pick(column) => model
            .actions
            .push(Action::ImportPick(ImportPick::Target(column))),
        ColumnAction::Skip(column) => import.decide_column(column, &[], model),
        ColumnAction::Take(column) => import.take_proposal(column, model),
        ColumnAction::Link(column, row) => {
            let Some(row) = rows.get(row) else { return };
            let mut targets = import.fed_by(column);
            if !targets.contains(&row.target) {
                targets.push(row.target.clone());
                import.decide_column(column, &targets, model);
            }
        }
    }
}

/// The headings of both lists. The sheet ends at the first of these places, and the register begins at the second.
fn headings_ui(
    ui: &mut Ui,
    width: f32,
    (end, begin): (f32, f32),
    definition: &Definition,
    language: Language,
) {
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 40.0), Sense::hover());
    let side = rect.with_max_x(rect.left() + end);
    ui.painter().rect_filled(side, 0.0, palette.side);
    let register = [("register", definition.label.text(language).into())];
    let register = language.say("import-register", &register);
    for (title, about, place) in [
        (language.text("import-your-sheet"), "import-filled", side),
        (
            register,
            "import-certainty",
            rect.with_min_x(rect.left() + begin),
        ),
    ] {
        let place = place.shrink2(vec2(8.0, 0.0));
        let (about, font) = (language.text(about), theme::label());
        let drawn = ui
            .painter()
            .layout_no_wrap(about.clone(), font.clone(), palette.mute);
        paint_cell(ui, place, &about, font, palette.mute, Align2::RIGHT_CENTER);
        let place = place.with_max_x(place.right() - drawn.size().x - 8.0);
        let (font, align) = (theme::heading(), Align2::LEFT_CENTER);
        paint_cell(ui, place, &title, font, palette.ink, align);
    }
    let stroke = egui::Stroke::new(1.0, palette.line);
    ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
}

/// Draws both lists and the lines; returns what was done.
fn lists_ui(
    ui: &mut Ui,
    import: &mut CaseImport,
    look: &ImportLook,
    rows: &[TargetRow],
    (sheet, register): (Rect, Rect),
    language: Language,
) -> Option<ColumnAction> {
    let palette = Palette::of(ui);
    ui.painter().rect_filled(sheet, 0.0, palette.side);
    let id = Id::unique("import columns list");
    let list_box = UiBuilder::new()
        .scope_id(id)
        .max_rect(sheet)
        .sense(Sense::FOCUSABLE)
        .accessibility_role(Role::ListBox)
        .accessibility_label(language.text("import-your-sheet"));
    let mut action = None;
    let field_at = |at: usize| {
        let top = register.top() + FIELD * at as f32;
        Rect::from_min_size(
            pos2(register.left(), top),
            vec2(register.width() - 8.0, FIELD),
        )
    };
    let list = ui.scope_builder(list_box, |ui| {
        for at in 0..look.columns.columns.len() {
            let top = sheet.top() + COLUMN * at as f32;
            let rect = Rect::from_min_size(pos2(sheet.left(), top), vec2(sheet.width(), COLUMN));
            let response = column_ui(ui, import, look, at, rect, language);
            if response.clicked() {
                import.column = at;
            }
            if response.double_clicked() {
                action = Some(ColumnAction::Pick(at));
            }
            if response.drag_started() {
                (import.column, import.dragged) = (at, Some(at));
            }
        }
    });
    if std::mem::take(&mut import.take_keys) {
        list.response.request_focus();
    }
    if ui.memory(|memory| memory.has_focus(id)) {
        action = action.or_else(|| keys(ui, id, import, look));
    }
    let from = |column: usize| pos2(sheet.right(), sheet.top() + COLUMN * (column as f32 + 0.5));
    lines_ui(ui, import, look, rows, &from, &field_at);
    for (at, row) in rows.iter().enumerate() {
        let rect = field_at(at);
        let fed = row.columns.contains(&import.column) && row.kind == RowKind::Fed;
        let response = target_row_ui(ui, look, row, rect, fed, language);
        if response.clicked() {
            if let Some(column) = row.columns.first() {
                import.column = *column;
                list.response.request_focus();
            }
            if row.kind == RowKind::Proposed {
                action = row
                    .columns
                    .first()
                    .map(|column| ColumnAction::Take(*column));
            }
        }
    }
    action.or_else(|| dropped(ui, import, rows, &from, &field_at))
}

/// The lines between columns and fields.
fn lines_ui(
    ui: &Ui,
    import: &CaseImport,
    look: &ImportLook,
    rows: &[TargetRow],
    from: &dyn Fn(usize) -> egui::Pos2,
    field_at: &dyn Fn(usize) -> Rect,
) {
    for link in look.mapping.links() {
        let at = rows.iter().position(|row| row.target == link.target);
        let Some(at) = at else { continue };
        let ends = Ends {
            from: from(link.column),
            to: field_at(at).left_center(),
        };
        link_line(
            ui,
            ends,
            certainty(look, link),
            import.column == link.column,
        );
    }
}

/// A column that is dragged follows the pointer; where it is let go on a field it feeds that field.
fn dropped(
    ui: &Ui,
    import: &mut CaseImport,
    rows: &[TargetRow],
    from: &dyn Fn(usize) -> egui::Pos2,
    field_at: &dyn Fn(usize) -> Rect,
) -> Option<ColumnAction> {
    let column = import.dragged?;
    let pointer = ui.input(|input| input.pointer.latest_pos());
    if let Some(pointer) = pointer {
        dragged_line(ui, from(column), pointer);
    }
    if ui.input(|input| input.pointer.any_down()) {
        return None;
    }
    import.dragged = None;
    let pointer = pointer?;
    let at = (0..rows.len()).find(|at| field_at(*at).expand2(vec2(24.0, 0.0)).contains(pointer))?;
    Some(ColumnAction::Link(column, at))
}

/// What the keys do: arrows walk, Enter picks another field, Delete skips, O takes what is proposed.
fn keys(ui: &Ui, id: Id, import: &mut CaseImport, look: &ImportLook) -> Option<ColumnAction> {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = look.columns.columns.len().saturating_sub(1);
    let before = import.column;
    let action = ui.input(|input| {
        if input.key_pressed(Key::ArrowDown) {
            import.column = (import.column + 1).min(last);
        }
        if input.key_pressed(Key::ArrowUp) {
            import.column = import.column.saturating_sub(1);
        }
        let column = import.column;
        if input.key_pressed(Key::Enter) {
            Some(ColumnAction::Pick(column))
        } else if input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace) {
            Some(ColumnAction::Skip(column))
        } else if input.key_pressed(Key::O) {
            Some(ColumnAction::Take(column))
        } else {
            None
        }
    });
    if before != import.column {
        ui.ctx().request_repaint();
    }
    action
}

/// What the keys do, and what the signs mean.
fn footer_ui(ui: &mut Ui, width: f32, language: Language) {
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 34.0), Sense::hover());
    let stroke = egui::Stroke::new(1.0, palette.line);
    ui.painter().hline(rect.x_range(), rect.top(), stroke);
    let inside = UiBuilder::new().max_rect(rect.shrink2(vec2(16.0, 6.0)));
    ui.scope_builder(inside, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            // In a narrow window the signs need the room: the keys stand in the manual too.
            let keys = [("Enter", "import-key-pick"), ("Del", "import-key-skip")];
            for (key, id) in keys.into_iter().filter(|_| width >= NARROW) {
                label_ui(ui, key, theme::strong_label(), palette.mute);
                label_ui(ui, language.text(id), theme::label(), palette.mute);
                ui.add_space(8.0);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                for (icon, colour, id) in [
                    (icons::HELP, palette.warn.0, "import-doubtful"),
                    (icons::THEME, palette.accent, "import-likely"),
                    (icons::FINISH, palette.ok.0, "import-certain"),
                ] {
                    label_ui(ui, language.text(id), theme::label(), palette.mute);
                    label_ui(ui, icon, theme::icon(), colour);
                    ui.add_space(6.0);
                }
            });
        });
    });
}
