//! What is to be said about the cell that the keys are on, below the rows: what is wrong, which case it may be and what to
//! do about that, or how its text is read.

use egui::{Margin, ScrollArea, Ui};

use super::column::{CellKind, label_of};
use super::state::GridPage;
use super::typing::Typing;
use crate::desk::backend::rows_check::CellProblem;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui, paragraph};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::exchange::{Decision, Duplicate, DuplicateOf, DuplicateReason};

/// How high it is, in points: what is said does not move the rows.
pub(super) const HEIGHT: f32 = 78.0;

/// Draws it.
pub(super) fn below_ui(ui: &mut Ui, page: &mut GridPage, model: &mut Model, by: Typing<'_>) {
    card(ui, Margin::symmetric(14, 8), |ui| {
        ui.set_width(ui.available_width());
        ui.set_height(HEIGHT - 18.0);
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
        let Some(row) = page.content.rows().get(page.block.cursor.row).cloned() else {
            return;
        };
        let column = page.block.cursor.column;
        let mut problems: Vec<CellProblem> = page.problems(&row).into_iter().cloned().collect();
        // Where nothing is wrong in this cell, it is said what is wrong elsewhere in the row.
        problems.sort_by_key(|problem| problem.column != Some(column));
        let duplicate = page.checks.of(&row).and_then(|row| row.duplicate.clone());
        // A long sentence does not push the page out of the window.
        let room = ScrollArea::vertical().auto_shrink(false);
        room.show(ui, |ui| match (problems.first(), duplicate) {
            (Some(first), _) => wrong_ui(ui, page, first, problems.len() - 1, by),
            (None, Some(duplicate)) => duplicate_ui(ui, page, &duplicate, model),
            (None, None) => reading_ui(ui, page, by),
        });
    });
}

fn wrong_ui(ui: &mut Ui, page: &GridPage, problem: &CellProblem, more: usize, by: Typing<'_>) {
    let palette = Palette::of(ui);
    ui.horizontal_top(|ui| {
        label_ui(ui, icons::WARNING, theme::icon(), palette.bad.0);
        let columns = page.content.columns();
        let target = problem.column.and_then(|column| columns.get(column));
        let name = target.map(|target| label_of(target, columns, by.definition, by.language));
        if let Some(name) = name {
            label_ui(ui, name, theme::strong(), palette.ink);
        }
        ui.vertical(|ui| {
            paragraph(ui, &problem.sentence, theme::body(), palette.bad.0);
            if more > 0 {
                let count = [("count", (more as i64).into())];
                let text = by.language.say("grid-more-wrong", &count);
                label_ui(ui, text, theme::label(), palette.mute);
            }
        });
    });
}

/// The known case that the row may be, with a door to it, and what becomes of the row.
fn duplicate_ui(ui: &mut Ui, page: &mut GridPage, duplicate: &Duplicate, model: &mut Model) {
    let language = model.language;
    let palette = Palette::of(ui);
    let row = page.block.cursor.row;
    let decision = page.content.rows().get(row).and_then(|row| row.decision);
    ui.horizontal(|ui| {
        label_ui(ui, icons::COPY, theme::icon(), palette.warn.0);
        let number = [("number", duplicate.name(language).into())];
        let text = language.say("grid-may-be", &number);
        label_ui(ui, text, theme::body(), palette.ink);
        let why = language.text(match duplicate.why {
            DuplicateReason::Address => "import-same-address",
            DuplicateReason::Person => "import-same-person",
            DuplicateReason::Content => "import-same-content",
        });
        label_ui(ui, why, theme::label(), palette.mute);
    });
    ui.horizontal(|ui| {
        for (chosen, id) in [
            (Decision::Both, "import-duplicate-both"),
            (Decision::Merge, "import-duplicate-merge"),
            (Decision::Skip, "import-duplicate-skip"),
        ] {
            let is_case = matches!(duplicate.of, DuplicateOf::Case { .. });
            if chosen == Decision::Merge && !is_case {
                continue;
            }
            let text = language.text(id);
            let selected = decision == Some(chosen);
            if Button::new(&text).chip(ui, selected).clicked() {
                let next = (!selected).then_some(chosen);
                page.change(|content| content.decide(row, next));
            }
        }
        let DuplicateOf::Case { key, number } = &duplicate.of else {
            return;
        };
        let text = language.say("grid-open-case", &[("number", number.into())]);
        if Button::new(&text).link(ui).clicked() {
            let open = Action::OpenCase(page.register.clone(), *key);
            model.actions.push(open);
        }
    });
}

/// How the text of the cell is read, where it is not called so.
fn reading_ui(ui: &mut Ui, page: &GridPage, by: Typing<'_>) {
    let place = page.block.cursor;
    let text = page.content.text(place);
    match page.checks.reading(place.column, text) {
        Some(reading) => {
            let words = [("text", text.into()), ("reading", reading.into())];
            let text = by.language.say("grid-read-as", &words);
            paragraph(ui, &text, theme::body(), Palette::of(ui).ink);
        }
        None => hint_ui(ui, page, by),
    }
}

/// What can be typed in the cell, and the keys.
fn hint_ui(ui: &mut Ui, page: &GridPage, by: Typing<'_>) {
    let palette = Palette::of(ui);
    let kind = page.kind(page.block.cursor.column, by.definition);
    let id = match kind {
        CellKind::Choices { several: false } => "grid-hint-choice",
        CellKind::Choices { several: true } => "grid-hint-choices",
        CellKind::Day | CellKind::Moment => "grid-hint-date",
        CellKind::Long => "grid-hint-long",
        CellKind::Suggested | CellKind::Text => "grid-hint",
    };
    paragraph(ui, &by.language.text(id), theme::body(), palette.mute);
    label_ui(
        ui,
        by.language.text("grid-keys"),
        theme::label(),
        palette.faint,
    );
}
