//! The rows of the grid as they are drawn: what stands in each cell, what is wrong in it, and what is read otherwise than it
//! is written.

use std::ops::Range;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, Rect, Response, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::content::GridRow;
use super::place::Place;
use super::state::GridPage;
use crate::desk::backend::rows_check::{CellProblem, CheckedRow};
use crate::desk::kit::icons;
use crate::desk::kit::table::{Row, Rows};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::paint_cell;
use crate::exchange::{Decision, RowOutcome};
use crate::language::Language;

/// How wide the margin with the numbers of the rows is, in points.
pub(super) const MARGIN: f32 = 58.0;

/// A row that was drawn in this frame.
pub(super) struct DrawnRow {
    pub at: usize,
    pub cells: Vec<Rect>,
    /// The part of the row that can be seen.
    pub seen: Rect,
    pub response: Response,
}

/// The rows as the table draws them.
pub(super) struct GridRows<'a> {
    pub page: &'a GridPage,
    pub language: Language,
    /// The column of who handles a case, with who that is where nobody is named.
    pub owner: Option<(usize, &'a str)>,
    pub drawn: Vec<DrawnRow>,
}

impl Rows for GridRows<'_> {
    fn count(&self) -> usize {
        self.page.content.rows().len()
    }

    fn prepare(&mut self, _rows: Range<usize>) {}

    fn row_ui(&mut self, ui: &mut Ui, row: &Row<'_>) {
        let Some(found) = self.page.content.rows().get(row.at) else {
            return;
        };
        let checked = self.page.checks.of(found);
        let problems = self.page.problems(found);
        let is_blank = found.is_blank();
        let pointer = ui.input(|input| input.pointer.hover_pos());
        let mut told = None;
        for (column, rect) in row.cells.iter().enumerate() {
            let place = Place {
                row: row.at,
                column,
            };
            let problem = problem_in(&problems, column);
            let owner = self.owner.filter(|(at, _)| *at == column && !is_blank);
            self.cell_ui(
                ui,
                place,
                *rect,
                problem.is_some(),
                owner.map(|(_, owner)| owner),
            );
            if problem.is_some() && pointer.is_some_and(|pointer| rect.contains(pointer)) {
                told = problem;
            }
        }
        let palette = Palette::of(ui);
        let line = Stroke::new(1.0, palette.line);
        ui.painter()
            .hline(row.rect.x_range(), row.rect.bottom() - 0.5, line);
        let said = self.said(row.at, found, checked, problems.len());
        row.response
            .widget_info(|| WidgetInfo::labeled(Role::Row, true, &said));
        row.name_cells(ui, &found.cells);
        let response = row.response.clone();
        let response = match told {
            Some(sentence) => response.on_hover_text_at_pointer(sentence),
            None => response,
        };
        self.drawn.push(DrawnRow {
            at: row.at,
            cells: row.cells.to_vec(),
            seen: row.rect.intersect(ui.clip_rect()),
            response,
        });
    }
}

impl GridRows<'_> {
    fn cell_ui(&self, ui: &Ui, place: Place, rect: Rect, wrong: bool, owner: Option<&str>) {
        let palette = Palette::of(ui);
        let selected = self.page.block.contains(place) && !self.page.block.is_one();
        let fill = match (wrong, selected) {
            (true, _) => Some(palette.bad.1),
            (false, true) => Some(palette.accent_soft),
            (false, false) => None,
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, 0.0, fill);
        }
        if wrong && selected {
            let inside = rect.shrink(1.0);
            let line = Stroke::new(1.0, palette.accent);
            ui.painter()
                .rect_stroke(inside, 0.0, line, egui::StrokeKind::Inside);
        }
        let line = Stroke::new(1.0, palette.line);
        ui.painter().vline(rect.right() - 0.5, rect.y_range(), line);
        let text = self.page.content.text(place);
        let shown = text.replace('\n', " ");
        let reading = self.page.checks.reading(place.column, text);
        let reading = reading.filter(|_| !wrong);
        match (reading, owner) {
            (Some(reading), _) => paint_reading(ui, rect, &shown, &reading),
            (None, Some(owner)) if text.is_empty() => paint_text(ui, rect, owner, palette.faint),
            _ => paint_text(ui, rect, &shown, palette.ink),
        }
        if wrong {
            let below = Rect::from_min_max(
                pos2(rect.left(), rect.bottom() - 3.0),
                rect.right_bottom() - vec2(1.0, 1.0),
            );
            ui.painter().rect_filled(below, 0.0, palette.bad.0);
        }
    }

    /// A row in words: its number, what becomes of it, and what stands in it.
    fn said(&self, at: usize, row: &GridRow, checked: Option<&CheckedRow>, wrong: usize) -> String {
        let number = (at + 1).to_string();
        let state = match (checked, row.is_blank()) {
            (_, true) => self.language.text("grid-row-empty"),
            (None, _) => String::new(),
            (Some(checked), _) => state_of(checked, row, wrong, self.language),
        };
        let texts = row.cells.iter().map(String::as_str);
        let parts = [number.as_str(), state.as_str()].into_iter().chain(texts);
        let parts = parts.filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// What becomes of a row, in a few words.
fn state_of(checked: &CheckedRow, row: &GridRow, wrong: usize, language: Language) -> String {
    let of = |id: &str, number: &str| language.say(id, &[("number", number.into())]);
    match (checked.outcome, &checked.duplicate, &checked.changes) {
        (RowOutcome::Refused, ..) if wrong == 0 => language.text("grid-row-unfinished"),
        (RowOutcome::Refused, ..) => {
            let count = wrong as i64;
            language.say("grid-row-wrong", &[("count", count.into())])
        }
        (RowOutcome::Skipped, ..) => language.text("import-outcome-skipped"),
        (_, Some(duplicate), _) if row.decision.is_none() => {
            of("grid-row-known", &duplicate.name(language))
        }
        (_, _, Some(number)) => of("grid-row-changes", number),
        _ => language.text("grid-row-ready"),
    }
}

/// What is wrong in this column of a row.
fn problem_in<'a>(problems: &[&'a CellProblem], column: usize) -> Option<&'a str> {
    let mut problems = problems.iter();
    let found = problems.find(|problem| problem.column == Some(column))?;
    Some(&found.sentence)
}

/// Paints the margin beside the rows: their numbers, and a mark where one needs a look.
pub(super) fn paint_margin(ui: &Ui, page: &GridPage, drawn: &[DrawnRow], left: f32) {
    let palette = Palette::of(ui);
    let rows = page.block.rows();
    for row in drawn {
        let seen = Rect::from_x_y_ranges(left..=left + MARGIN, row.seen.y_range());
        let Some(whole) = row.cells.first() else {
            continue;
        };
        let rect = Rect::from_x_y_ranges(seen.x_range(), whole.y_range());
        let painter = ui.painter().with_clip_rect(seen.intersect(ui.clip_rect()));
        let fill = match rows.contains(&row.at) {
            true => palette.accent_soft,
            false => palette.side,
        };
        painter.rect_filled(rect, 0.0, fill);
        let line = Stroke::new(1.0, palette.line);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
        painter.vline(rect.right() - 0.5, rect.y_range(), line);
        let number = rect.right_center() - vec2(8.0, 0.0);
        let text = (row.at + 1).to_string();
        painter.text(
            number,
            Align2::RIGHT_CENTER,
            text,
            theme::label(),
            palette.mute,
        );
        let mark = page.content.rows().get(row.at).and_then(|found| {
            let checked = page.checks.of(found)?;
            let wrong = !page.problems(found).is_empty();
            mark_of(checked, found.decision, wrong, &palette)
        });
        if let Some((icon, colour)) = mark {
            let at = rect.left_center() + vec2(6.0, 0.0);
            let font = egui::FontId::new(16.0, egui::FontFamily::Proportional);
            painter.text(at, Align2::LEFT_CENTER, icon, font, colour);
        }
    }
}

fn mark_of(
    checked: &CheckedRow,
    decision: Option<Decision>,
    wrong: bool,
    palette: &Palette,
) -> Option<(&'static str, Color32)> {
    match (checked.outcome, decision) {
        (RowOutcome::Refused, _) => wrong.then_some((icons::WARNING, palette.bad.0)),
        (RowOutcome::Skipped, _) => Some((icons::CLOSE, palette.mute)),
        (_, None) if checked.duplicate.is_some() => Some((icons::COPY, palette.warn.0)),
        (RowOutcome::Changed, _) => Some((icons::EDIT, palette.accent)),
        _ => None,
    }
}

fn paint_text(ui: &Ui, rect: Rect, text: &str, colour: Color32) {
    let font = theme::body();
    paint_cell(ui, rect, text, font, colour, Align2::LEFT_CENTER);
}

/// What is written, and behind an arrow what it is read as.
fn paint_reading(ui: &Ui, rect: Rect, text: &str, reading: &str) {
    let palette = Palette::of(ui);
    let mut job = LayoutJob::default();
    let quiet = TextFormat::simple(theme::body(), palette.mute);
    job.append(text, 0.0, quiet.clone());
    job.append(" → ", 0.0, quiet);
    let read = TextFormat::simple(theme::body(), palette.ink);
    job.append(reading, 0.0, read);
    job.wrap = TextWrapping::truncate_at_width((rect.width() - 16.0).max(0.0));
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.ink);
}
