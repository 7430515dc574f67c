//! A row about which somebody can decide something, beside the case that it is about.

use egui::{Align, Grid, Key, Layout, Margin, RichText, ScrollArea, Ui};

use super::state::CaseImport;
use crate::desk::backend::import_look::ImportLook;
use crate::desk::backend::row_question::{QuestionAbout, RowQuestion};
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui};
use crate::desk::state::model::Model;
use crate::exchange::{Decision, DuplicateReason};
use crate::language::Language;

/// How high the lines are at most, in points.
const LINES: f32 = 150.0;

/// Draws the card; returns what was decided.
pub(super) fn question_card(
    ui: &mut Ui,
    import: &CaseImport,
    look: &ImportLook,
    language: Language,
) -> Option<Decision> {
    let questions = &look.table.questions;
    let question = questions.get(import.rows.question)?;
    let palette = Palette::of(ui);
    let mut decided = None;
    card(ui, Margin::same(12), |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let title = language.text(match question.about {
                QuestionAbout::Duplicate(_) | QuestionAbout::Double { .. } => {
                    "import-possible-duplicate"
                }
                QuestionAbout::Conflict { .. } => "import-conflict",
            });
            label_ui(ui, title, theme::heading(), palette.ink);
            let place = language.say(
                "import-duplicate-of",
                &[
                    ("at", (import.rows.question as i64 + 1).into()),
                    ("all", (questions.len() as i64).into()),
                ],
            );
            label_ui(ui, place, theme::body(), palette.mute);
            let why = match &question.about {
                QuestionAbout::Duplicate(why) | QuestionAbout::Double { why, .. } => {
                    language.text(match why {
                        DuplicateReason::Address => "import-same-address",
                        DuplicateReason::Person => "import-same-person",
                        DuplicateReason::Content => "import-same-content",
                    })
                }
                QuestionAbout::Conflict { actor, date } => language.say(
                    "import-conflict-by",
                    &[("actor", actor.into()), ("date", date.into())],
                ),
            };
            label_ui(ui, why, theme::label(), palette.mute);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (decision, id, key) in decisions(&question.about) {
                    let text = language.text(id);
                    let button = Button::new(&text).shortcut(Some(key.name().to_owned()));
                    let chosen = question.decision == Some(decision);
                    if button.chip(ui, chosen).clicked() {
                        decided = Some(decision);
                    }
                }
            });
        });
        ScrollArea::vertical()
            .id_salt("import question lines")
            .max_height(LINES)
            .show(ui, |ui| lines_ui(ui, question, language));
    });
    decided
}

/// What can be decided, with the id of its text and its key.
pub(super) fn decisions(about: &QuestionAbout) -> Vec<(Decision, &'static str, Key)> {
    let skip = (Decision::Skip, "import-duplicate-skip", Key::O);
    let both = (Decision::Both, "import-duplicate-both", Key::B);
    match about {
        QuestionAbout::Duplicate(_) => vec![
            skip,
            both,
            (Decision::Merge, "import-duplicate-merge", Key::M),
        ],
        QuestionAbout::Double { .. } => vec![skip, both],
        QuestionAbout::Conflict { .. } => vec![
            skip,
            (Decision::Stored, "import-conflict-stored", Key::S),
            (Decision::Row, "import-conflict-row", Key::B),
        ],
    }
}

fn lines_ui(ui: &mut Ui, question: &RowQuestion, language: Language) {
    let palette = Palette::of(ui);
    let width = (ui.available_width() - 140.0) / 3.0 - 16.0;
    let row = [("row", question.row.to_string().into())];
    let number = [("number", (&question.number).into())];
    let in_sheet = language.say("import-duplicate-row", &row);
    let here = language.say("import-duplicate-known", &number);
    let headings = match question.about {
        QuestionAbout::Duplicate(_) => [in_sheet, here, language.text("import-duplicate-together")],
        QuestionAbout::Double { row, .. } => {
            let earlier = [("row", row.to_string().into())];
            let earlier = language.say("import-duplicate-row", &earlier);
            [in_sheet, earlier, String::new()]
        }
        QuestionAbout::Conflict { .. } => {
            [language.text("import-conflict-exported"), here, in_sheet]
        }
    };
    let [one, other] = question.about.sides();
    Grid::new("import question")
        .num_columns(4)
        .spacing([16.0, 6.0])
        .show(ui, |ui| {
            label_ui(ui, "", theme::label(), palette.mute);
            for heading in headings {
                label_ui(ui, heading, theme::label(), palette.mute);
            }
            ui.end_row();
            for line in &question.lines {
                let differs = line.texts[one] != line.texts[other];
                label_ui(ui, &line.label, theme::label(), palette.mute);
                for (at, text) in line.texts.iter().enumerate() {
                    let is_side = at == one || at == other;
                    let font = match differs && !is_side {
                        true => theme::strong(),
                        false => theme::body(),
                    };
                    let mut text = RichText::new(text).font(font).color(palette.ink);
                    if differs && is_side {
                        text = text.background_color(palette.warn.1);
                    }
                    ui.allocate_ui(egui::vec2(width, 18.0), |ui| {
                        ui.set_width(width);
                        ui.add(egui::Label::new(text).truncate());
                    });
                }
                ui.end_row();
            }
        });
}

/// Decides what becomes of the row on the card; the next one is shown.
pub(super) fn decide(import: &mut CaseImport, decision: Decision, model: &mut Model) {
    let (Some(look), Some(chosen)) = (&import.look, &mut import.import) else {
        return;
    };
    let questions = &look.table.questions;
    let Some(question) = questions.get(import.rows.question) else {
        return;
    };
    chosen.decisions.rows.insert(question.row, decision);
    import.rows.question = (import.rows.question + 1).min(questions.len() - 1);
    if let Some(next) = questions.get(import.rows.question) {
        import.rows.row = Some(next.row);
        import.rows.reveal = true;
    }
    import.look_again(false, model);
}
