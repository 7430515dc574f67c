//! What an import would do or did: how many rows are new, changed or refused and why, and which values changed.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, FontId, Margin, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::state::{Outcome, Stage};
use crate::desk::indicators::words::differences;
use crate::desk::kit::accessible;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, label_ui, notice, paint_cell, paragraph};
use crate::desk::state::model::Model;
use crate::desk::transfer::counts_ui::counts_ui;
use crate::exchange::{FiguresImported, Report};
use crate::figures::{DistrictFact, DistrictFacts, YearChange, YearValue};
use crate::language::{Explain, Language};
use crate::report::DistrictTable;

/// As many lines of a table are shown.
const MOST_LINES: usize = 200;

/// What a file would do, or did.
pub fn outcome_card(ui: &mut Ui, outcome: &Outcome, model: &Model, width: f32) {
    let palette = Palette::of(ui);
    let language = model.language;
    let Outcome { found, stage, .. } = outcome;
    let FiguresImported {
        imported,
        changes,
        gaps,
        unplaced,
    } = found;
    let report = &imported.report;
    let undone = "import-values-were-undone";
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        let (icon, id, tone) = match (stage, imported.held_back) {
            (_, true) => (icons::WARNING, "import-was-held-back", Tone::Warn),
            (Stage::Done, false) => (icons::FINISH, "import-was-done", Tone::Ok),
            (Stage::Previewed, false) => (icons::DATE, "import-would-do", Tone::Accent),
            (Stage::Undone, false) => (icons::UNDO, undone, Tone::Warn),
        };
        let counts = [
            ("read", (report.read as i64).into()),
            ("added", (report.added as i64).into()),
            ("updated", (report.updated as i64).into()),
        ];
        notice(ui, icon, &language.say(id, &counts), tone);
        counts_ui(ui, report, language);
        if !report.ignored.is_empty() {
            let columns = report.ignored.join(", ");
            let text = language.say("import-ignored-columns", &[("columns", columns.into())]);
            paragraph(ui, &text, theme::label(), palette.mute);
        }
    });
    if !report.problems.is_empty() {
        ui.add_space(8.0);
        problems_card(ui, report, model, width);
    }
    if !(gaps.is_empty() && unplaced.is_empty()) {
        ui.add_space(8.0);
        card(ui, Margin::same(16), |ui| {
            ui.set_width(width - 34.0);
            for gap in gaps {
                notice(ui, icons::WARNING, &gap.explain(language), Tone::Warn);
            }
            if !unplaced.is_empty() {
                let names = [("names", unplaced.join(", ").into())];
                let text = language.say("districts-unplaced", &names);
                notice(ui, icons::WARNING, &text, Tone::Warn);
            }
        });
    }
    if !changes.is_empty() {
        ui.add_space(8.0);
        changes_card(ui, changes, model, width);
    }
}

/// Every refusal: row, column, value, and what would be right.
fn problems_card(ui: &mut Ui, report: &Report, model: &Model, width: f32) {
    let language = model.language;
    let lines = report.problems.iter().take(MOST_LINES).map(|problem| {
        [
            problem.row.to_string(),
            problem.column.clone().unwrap_or_else(|| "–".to_owned()),
            problem.value.clone(),
            problem.problem.explain(language),
        ]
    });
    let table = Lines {
        title: language.text("import-refusals"),
        headings: ["row", "column", "value", "message"]
            .map(|part| language.text(&format!("import-header-{part}"))),
        widths: [60.0, 150.0, 150.0],
        lines: lines.collect(),
        count: report.problems.len(),
    };
    table.card_ui(ui, language, width);
}

/// Every value that is new or other: of which indicator and year, and what it was and becomes.
fn changes_card(ui: &mut Ui, changes: &[YearChange], model: &Model, width: f32) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let (indicators, values, _) = vault.indicators();
    let facts = DistrictFacts::of(&vault.registers, &values);
    let lines = changes.iter().take(MOST_LINES).filter_map(|change| {
        let known = indicators.get(&change.key.indicator);
        let (name, changed) = match known {
            Some(indicator) => (
                indicator.label.text(language).to_owned(),
                differences(indicator, &change.before, &change.after, language).join("; "),
            ),
            None => (facts?.label(&change.key, language)?, fact(change, language)),
        };
        let new = change.before == YearValue::default();
        let kind = if new {
            "import-value-new"
        } else {
            "import-value-other"
        };
        Some([
            change.key.year.to_string(),
            language.text(kind),
            name,
            changed,
        ])
    });
    let table = Lines {
        title: language.text("import-values"),
        headings: ["year", "kind", "indicator", "change"]
            .map(|part| language.text(&format!("import-value-{part}"))),
        widths: [60.0, 110.0, 300.0],
        lines: lines.collect(),
        count: changes.len(),
    };
    table.card_ui(ui, language, width);
}

/// What became of a value of a district: "5.000", or "4.900 → 5.000".
fn fact(change: &YearChange, language: Language) -> String {
    let both = [&change.before, &change.after].map(DistrictFact::of);
    let known = both.into_iter().filter(Option::is_some);
    let written = known.map(|fact| DistrictTable::written(fact, language));
    written.collect::<Vec<String>>().join(" → ")
}

/// A table of lines of which the last cell may be higher than one line of text.
struct Lines {
    title: String,
    headings: [String; 4],
    /// Of the columns before the last one, which takes the rest.
    widths: [f32; 3],
    /// The lines that are shown.
    lines: Vec<[String; 4]>,
    /// How many lines there are, shown or not.
    count: usize,
}

impl Lines {
    fn card_ui(&self, ui: &mut Ui, language: Language, width: f32) {
        let palette = Palette::of(ui);
        card(ui, Margin::same(16), |ui| {
            ui.set_width(width - 34.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            accessible::region(ui, Role::Table, &self.title);
            label_ui(ui, &self.title, theme::heading(), palette.ink);
            ui.add_space(6.0);
            let header = self.line_ui(ui, &self.headings, &theme::label(), palette.mute);
            name_cells(ui, &header, Role::ColumnHeader, &self.headings);
            for cells in &self.lines {
                let line = self.line_ui(ui, cells, &theme::body(), palette.ink);
                name_cells(ui, &line, Role::Cell, cells);
            }
            let rest = self.count.saturating_sub(MOST_LINES) as i64;
            if rest > 0 {
                ui.add_space(6.0);
                let text = language.say("figures-more", &[("count", rest.into())]);
                label_ui(ui, text, theme::label(), palette.mute);
            }
        });
    }

    fn line_ui(
        &self,
        ui: &mut Ui,
        cells: &[String; 4],
        font: &FontId,
        colour: Color32,
    ) -> Response {
        let room = ui.available_width();
        let last = room - self.widths.iter().sum::<f32>() - 16.0;
        let text = cells[3].clone();
        let message = ui.painter().layout(text, font.clone(), colour, last);
        let height = (message.size().y + 14.0).max(theme::ROW);
        let (rect, response) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, cells.join(", ")));
        let mut left = rect.left();
        for (text, width) in cells.iter().zip(self.widths) {
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, theme::ROW));
            paint_cell(ui, cell, text, font.clone(), colour, Align2::LEFT_CENTER);
            left += width;
        }
        let at = pos2(left + 8.0, rect.top() + 8.0);
        ui.painter().galley(at, message, colour);
        let stroke = Stroke::new(1.0, Palette::of(ui).line);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, stroke);
        response
    }
}

/// Puts the cells of a line in the accessibility tree.
fn name_cells(ui: &mut Ui, line: &Response, role: Role, cells: &[String; 4]) {
    accessible::name_cells(ui, line, role, &[line.rect; 4], cells);
}
