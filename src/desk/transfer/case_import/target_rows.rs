//! The fields of the register beside the sheet: what is fed, what is proposed, what still can be fed.

use egui::accesskit::Role;
use egui::{Align2, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::link_note::{certainty, note};
use crate::desk::backend::import_look::ImportLook;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{paint_cell, paint_left};
use crate::exchange::{Certainty, Target};
use crate::language::Language;
use crate::register::{AddressPart, Definition};

/// Whether a field is fed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A column feeds it.
    Fed,
    /// It has to be fed, and no column does.
    Missing,
    /// A column is proposed for it.
    Proposed,
    /// Nothing feeds it.
    Free,
}

/// A field of the register.
pub(super) struct TargetRow {
    pub target: Target,
    pub label: String,
    pub kind: RowKind,
    /// The columns that feed it, or that is proposed for it.
    pub columns: Vec<usize>,
}

/// Every field: what is missing first, then what is fed in the order of the sheet, what is proposed, and the others.
pub(super) fn target_rows(
    look: &ImportLook,
    definition: &Definition,
    language: Language,
) -> Vec<TargetRow> {
    let mapping = &look.mapping;
    let rows = Target::all(definition).map(|target| {
        let columns: Vec<usize> = mapping.columns(&target).collect();
        let proposed = mapping
            .proposals()
            .iter()
            .find(|(_, known)| *known == target);
        let (kind, columns) = match (columns.is_empty(), proposed) {
            (false, _) => (RowKind::Fed, columns),
            (true, _) if target == Target::Begin && !mapping.has_begin() => {
                (RowKind::Missing, columns)
            }
            (true, Some((column, _))) => (RowKind::Proposed, vec![*column]),
            (true, None) => (RowKind::Free, columns),
        };
        TargetRow {
            label: target.label(definition, language),
            target,
            kind,
            columns,
        }
    });
    let mut rows: Vec<TargetRow> = rows.collect();
    rows.sort_by_key(|row| {
        let rank = match row.kind {
            RowKind::Missing => 0,
            RowKind::Fed => 1,
            RowKind::Proposed => 2,
            RowKind::Free => 3,
        };
        // Of an address the street is said first.
        let street = matches!(row.target, Target::Part(_, AddressPart::Street));
        (rank, row.columns.first().copied(), !street)
    });
    rows
}

/// A character of the icon font, with its colour.
type Sign = (&'static str, egui::Color32);

/// What is said of a field, and the sign of how sure it is.
fn detail(
    palette: &Palette,
    look: &ImportLook,
    row: &TargetRow,
    language: Language,
) -> (String, Option<Sign>) {
    let link = look
        .mapping
        .links()
        .iter()
        .find(|link| link.target == row.target);
    match (row.kind, link) {
        (RowKind::Fed, Some(link)) => {
            let sign = match certainty(look, link) {
                Certainty::Certain => (icons::FINISH, palette.ok.0),
                Certainty::Likely => (icons::THEME, palette.accent),
                Certainty::Doubtful => (icons::HELP, palette.warn.0),
            };
            (note(look, link, language), Some(sign))
        }
        (RowKind::Missing, _) => (
            language.text("import-needed"),
            Some((icons::WARNING, palette.bad.0)),
        ),
        (RowKind::Proposed, _) => {
            let column = row.columns.first();
            let column = column.and_then(|column| look.mapping.names().get(*column));
            let name = [("column", column.cloned().unwrap_or_default().into())];
            (language.say("import-proposal", &name), None)
        }
        _ => (String::new(), None),
    }
}

/// Draws a field.
pub(super) fn target_row_ui(
    ui: &mut Ui,
    look: &ImportLook,
    row: &TargetRow,
    rect: Rect,
    selected: bool,
    language: Language,
) -> Response {
    let palette = Palette::of(ui);
    let id = Id::unique(("import field", row.target.id()));
    let response = ui.interact(rect, id, Sense::CLICK);
    let inner = rect.shrink2(vec2(0.0, 2.0));
    if selected || (response.hovered() && row.kind != RowKind::Free) {
        let fill = if selected {
            palette.accent_soft
        } else {
            palette.soft
        };
        ui.painter().rect_filled(inner, 4.0, fill);
    }
    let (detail, sign) = detail(&palette, look, row, language);
    if row.kind == RowKind::Proposed {
        let stroke = Stroke::new(1.0, palette.mute);
        ui.painter()
            .rect_stroke(inner, 4.0, stroke, StrokeKind::Inside);
    }
    let colour = match row.kind {
        RowKind::Fed => palette.ink,
        RowKind::Missing => palette.bad.0,
        RowKind::Proposed => palette.mute,
        RowKind::Free => palette.faint,
    };
    let mut right = rect.right() - 4.0;
    if let Some((icon, colour)) = sign {
        let at = egui::pos2(right - 18.0, rect.center().y);
        ui.painter()
            .text(at, Align2::LEFT_CENTER, icon, theme::icon(), colour);
        right -= 22.0;
    }
    let name = ui
        .painter()
        .layout_no_wrap(row.label.clone(), theme::body(), colour);
    let text_left = rect.left() + 16.0;
    let label = Rect::from_x_y_ranges(text_left - 8.0..=right, rect.y_range());
    let note_left = (text_left + name.size().x + 12.0).min(right);
    let note_rect = Rect::from_x_y_ranges(note_left..=right, rect.y_range());
    let detail_colour = match row.kind {
        RowKind::Proposed => palette.accent,
        _ => palette.mute,
    };
    paint_left(ui, label, &row.label, theme::body(), colour);
    if row.target == Target::Begin {
        let at = egui::pos2(text_left + name.size().x + 4.0, rect.center().y);
        let (align, star) = (Align2::LEFT_CENTER, "*");
        ui.painter()
            .text(at, align, star, theme::strong(), palette.bad.0);
    }
    paint_cell(
        ui,
        note_rect,
        &detail,
        theme::label(),
        detail_colour,
        Align2::RIGHT_CENTER,
    );
    let said = match detail.is_empty() {
        true => row.label.clone(),
        false => format!("{}, {detail}", row.label),
    };
    // The keys of the columns beside it do what a click does here.
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    response
}
