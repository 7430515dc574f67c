//! A row of the table: its cells with what they were, what is wrong in them, and the cell that is being corrected.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Id, Key, Margin, Rect, Sense, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::outcomes::outcome_id;
use super::state::CaseImport;
use crate::desk::backend::import_rows::{CellText, RowTable, RowText};
use crate::desk::kit::accessible;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_left, paint_row, paint_tag};
use crate::exchange::RowOutcome;
use crate::language::Language;

/// Where the first cell begins, behind the number of the row and what becomes of it, in points.
pub(super) const FIRST: f32 = 164.0;
/// How narrow and how wide a column is.
const NARROWEST: f32 = 80.0;
const WIDEST: f32 = 230.0;
/// As much wider than its content is a column where there is room.
const MOST_SPARE: f32 = 40.0;
/// As many rows are measured.
const MEASURED: usize = 60;

/// A row as it is drawn.
pub(super) struct RowLook<'a> {
    pub table: &'a RowTable,
    pub row: &'a RowText,
    pub outcome: RowOutcome,
    /// The columns, each with its place from the left of the table.
    pub columns: &'a [(usize, Rect)],
    /// Where what is seen of the table begins: the number of a row stays there, however far the columns went sideways.
    pub left: f32,
}

/// The columns beside each other, as wide as what stands in them. Where there is more room they share it; where there is
/// less the table scrolls sideways.
pub(super) fn columns_beside(ui: &Ui, table: &RowTable, width: f32) -> Vec<(usize, Rect)> {
    let columns = 0..table.columns.len();
    let widths: Vec<f32> = columns.map(|at| column_width(ui, table, at)).collect();
    let room = width - FIRST - 8.0 - widths.iter().sum::<f32>();
    let spare = (room / widths.len().max(1) as f32).clamp(0.0, MOST_SPARE);
    let mut left = FIRST;
    let placed = widths.iter().enumerate().map(|(at, width)| {
        let rect = Rect::from_min_size(pos2(left, 0.0), vec2(width + spare, 0.0));
        left += width + spare;
        (at, rect)
    });
    placed.collect()
}

fn column_width(ui: &Ui, table: &RowTable, at: usize) -> f32 {
    let measure = |text: &str| {
        let font = theme::body();
        let colour = egui::Color32::WHITE;
        ui.painter()
            .layout_no_wrap(text.to_owned(), font, colour)
            .size()
            .x
    };
    let groups = table.groups.values();
    let rows = groups.flat_map(|group| group.rows.iter().take(MEASURED));
    let texts = rows.filter_map(|row| row.cells.get(at));
    let widths = texts.map(|cell| {
        let before = cell
            .before
            .as_ref()
            .map_or(0.0, |before| measure(before) + 24.0);
        measure(&cell.text) + before
    });
    let label = measure(&table.columns[at].label);
    let widest = widths.fold(label, f32::max);
    (widest + 20.0).clamp(NARROWEST, WIDEST)
}

/// Draws a row; returns the cell that was corrected: row, column of the sheet and text.
pub(super) fn row_line_ui(
    ui: &mut Ui,
    import: &mut CaseImport,
    line: &RowLook<'_>,
    rect: Rect,
    language: Language,
) -> Option<(usize, usize, String)> {
    let row = line.row;
    let response = ui.interact(rect, Id::unique(("import row", row.row)), Sense::CLICK);
    let selected = import.rows.row == Some(row.row);
    paint_row(ui, rect, selected, false, response.hovered());
    let cell_at = |place: &Rect| {
        let left = rect.left() + place.left();
        Rect::from_min_size(pos2(left, rect.top()), vec2(place.width(), rect.height()))
    };
    let outcome = language.text(outcome_id(line.outcome));
    let begin = rect.with_min_x(line.left);
    begin_ui(ui, line, begin, &outcome);
    let seen = ui.clip_rect();
    ui.set_clip_rect(seen.with_min_x(seen.left().max(line.left + FIRST)));
    let mut corrected = None;
    for (column, place) in line.columns {
        let cell_rect = cell_at(place);
        let editing = import.rows.editing.as_ref();
        if editing.is_some_and(|one| one.row == row.row && one.column == *column) {
            corrected = edit_ui(ui, import, line, *column, cell_rect).or(corrected);
        } else {
            let wrong = row
                .problems
                .iter()
                .any(|problem| problem.column == Some(*column));
            cell_ui(ui, &row.cells[*column], cell_rect, wrong);
        }
    }
    ui.set_clip_rect(seen);
    let cells = line
        .columns
        .iter()
        .map(|(at, _)| row.cells[*at].text.as_str());
    let cells: Vec<&str> = cells.collect();
    let said = format!("{}, {outcome}, {}", row.row, cells.join(", "));
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &said));
    let rects: Vec<Rect> = line
        .columns
        .iter()
        .map(|(_, place)| cell_at(place))
        .collect();
    accessible::name_cells(ui, &response, Role::Cell, &rects, cells);
    if response.clicked() {
        import.rows.row = Some(row.row);
        import.rows.show_question(line.table);
        import.take_keys = true;
    }
    if response.double_clicked() {
        let pointer = response.interact_pointer_pos();
        let clicked = pointer.and_then(|pointer| {
            let mut columns = line.columns.iter();
            columns.find(|(_, place)| cell_at(place).contains(pointer))
        });
        import
            .rows
            .edit(line.table, clicked.map(|(column, _)| *column));
    }
    corrected
}

/// Draws the begin of a row: its number in the file, and what becomes of it.
fn begin_ui(ui: &Ui, line: &RowLook<'_>, rect: Rect, outcome: &str) {
    let palette = Palette::of(ui);
    let number = rect
        .with_max_x(rect.left() + 60.0)
        .with_min_x(rect.left() + 8.0);
    let text = line.row.row.to_string();
    paint_left(ui, number, &text, theme::body(), palette.mute);
    let tone = match line.outcome {
        RowOutcome::Refused => Tone::Bad,
        RowOutcome::Changed => Tone::Accent,
        RowOutcome::New => Tone::Ok,
        RowOutcome::Unchanged | RowOutcome::Skipped => Tone::Quiet,
    };
    let at = pos2(rect.left() + 68.0, rect.center().y);
    paint_tag(ui, at, outcome, tone);
}

/// Draws a cell: struck through what it was, bold what it becomes, underlined what is wrong.
fn cell_ui(ui: &Ui, cell: &CellText, rect: Rect, wrong: bool) {
    let palette = Palette::of(ui);
    let Some(before) = &cell.before else {
        let colour = if wrong { palette.bad.0 } else { palette.ink };
        paint_left(ui, rect, &cell.text, theme::body(), colour);
        if wrong {
            let text = cell.text.clone();
            let drawn = ui.painter().layout_no_wrap(text, theme::body(), colour);
            let width = drawn.size().x.clamp(24.0, (rect.width() - 16.0).max(24.0));
            let line = Rect::from_min_size(
                pos2(rect.left() + 8.0, rect.bottom() - 7.0),
                vec2(width, 2.0),
            );
            ui.painter().rect_filled(line, 0.0, palette.bad.0);
        }
        return;
    };
    let mut job = LayoutJob::default();
    let struck = TextFormat {
        strikethrough: Stroke::new(1.0, palette.mute),
        ..TextFormat::simple(theme::body(), palette.mute)
    };
    job.append(before, 0.0, struck);
    job.append(" → ", 0.0, TextFormat::simple(theme::body(), palette.mute));
    job.append(
        &cell.text,
        0.0,
        TextFormat::simple(theme::strong(), palette.ink),
    );
    job.wrap = TextWrapping::truncate_at_width((rect.width() - 16.0).max(0.0));
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.ink);
}

/// Draws the field of the cell that is being corrected. Enter ends it, and so does a click elsewhere; Escape gives it up,
/// which closes it as it closes everything that is on top.
fn edit_ui(
    ui: &mut Ui,
    import: &mut CaseImport,
    line: &RowLook<'_>,
    column: usize,
    rect: Rect,
) -> Option<(usize, usize, String)> {
    let editing = import.rows.editing.as_mut()?;
    let label = &line.table.columns[column].label;
    let rect = rect.shrink2(vec2(2.0, 2.0));
    // It takes no part in the layout: the row stays as high as the others.
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
    inside.spacing_mut().interact_size.y = rect.height();
    let field = TextEdit::singleline(&mut editing.text)
        .id(Id::unique("import correction"))
        .desired_width(rect.width() - 12.0)
        .min_size(rect.size())
        .align(Align2::LEFT_CENTER)
        .margin(Margin::symmetric(6, 2));
    let response = inside.add(field).accessible_name(label);
    if std::mem::take(&mut editing.take_focus) {
        response.request_focus();
        return None;
    }
    let ended = ui.input(|input| {
        input.key_pressed(Key::Enter) || input.key_pressed(Key::Tab) || input.pointer.any_pressed()
    });
    if !response.lost_focus() || !ended {
        return None;
    }
    let editing = import.rows.editing.take()?;
    import.take_keys = true;
    let changed = editing.text != editing.before;
    changed.then_some((editing.row, editing.source, editing.text))
}
