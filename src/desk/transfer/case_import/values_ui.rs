//! The values that are no choice yet: each once, with how often it stands there and what it means.

use egui::{Align, Align2, Layout, Margin, Sense, Ui, vec2};

use super::state::CaseImport;
use crate::desk::backend::import_look::ImportLook;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, label_ui, paint_cell, paint_left, tag};
use crate::desk::state::action::{Action, ImportPick};
use crate::desk::state::model::Model;
use crate::exchange::{Meaning, ValueLine};
use crate::language::Language;
use crate::register::{Choice, Definition, find};

/// As many values are listed.
const MOST_VALUES: usize = 200;

/// Draws the card.
pub(super) fn values_card(
    ui: &mut Ui,
    import: &mut CaseImport,
    look: &ImportLook,
    model: &mut Model,
    definition: &Definition,
) {
    let lines = look.mapping.values();
    if lines.is_empty() {
        return;
    }
    let language = model.language;
    let palette = Palette::of(ui);
    let open = lines.iter().filter(|line| line.is_open()).count() as i64;
    let mut picked = None;
    card(ui, Margin::same(12), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            let title = language.text("import-values-title");
            label_ui(ui, title, theme::heading(), palette.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if open > 0 {
                    let count = [("count", open.into())];
                    tag(ui, &language.say("import-values-open", &count), Tone::Warn);
                }
            });
        });
        for (at, line) in lines.iter().take(MOST_VALUES).enumerate() {
            ui.separator();
            let name = look.mapping.names().get(line.column);
            let name = name.map_or("", String::as_str);
            if line_ui(ui, line, name, definition, language).clicked() {
                picked = Some(at);
            }
        }
        let rest = lines.len().saturating_sub(MOST_VALUES) as i64;
        if rest > 0 {
            let text = language.say("figures-more", &[("count", rest.into())]);
            label_ui(ui, text, theme::label(), palette.mute);
        }
    });
    if let Some(at) = picked {
        import.column = lines[at].column;
        let pick = ImportPick::Meaning(lines[at].column, lines[at].written.clone());
        model.actions.push(Action::ImportPick(pick));
    }
}

/// Draws a value: what is written and how often, and below it what it means.
fn line_ui(
    ui: &mut Ui,
    line: &ValueLine,
    column: &str,
    definition: &Definition,
    language: Language,
) -> egui::Response {
    let palette = Palette::of(ui);
    let count = language.say(
        "import-value-count",
        &[
            ("column", column.into()),
            ("count", (line.count as i64).into()),
        ],
    );
    let size = vec2(ui.available_width(), 20.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let rect = rect.expand2(vec2(8.0, 0.0));
    let font = theme::label();
    let drawn = ui
        .painter()
        .layout_no_wrap(count.clone(), font.clone(), palette.mute);
    paint_cell(ui, rect, &count, font, palette.mute, Align2::RIGHT_CENTER);
    let written = format!("“{}”", line.written);
    let left = rect.with_max_x(rect.right() - drawn.size().x - 12.0);
    paint_left(ui, left, &written, theme::body(), palette.ink);
    ui.horizontal(|ui| {
        let meaning = meaning_text(line, definition, language);
        let name = language.say(
            "import-value-name",
            &[
                ("value", (&line.written).into()),
                ("meaning", meaning.as_str().into()),
            ],
        );
        let width = ui.available_width() - 28.0;
        let button = Button::new(&meaning).name(name);
        let response = match line.is_open() {
            true => button.after(icons::MORE).bordered_chip(ui),
            false => button.width(width).link(ui).on_hover_text(&meaning),
        };
        let sign = match (line.is_open(), line.decided) {
            (true, _) => (icons::HELP, palette.warn.0),
            (_, true) => (icons::CHOSEN, palette.ok.0),
            (_, false) => (icons::THEME, palette.accent),
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label_ui(ui, sign.0, theme::icon(), sign.1);
        });
        response
    })
    .inner
}

/// What a value means, in words.
pub(super) fn meaning_text(
    line: &ValueLine,
    definition: &Definition,
    language: Language,
) -> String {
    if line.is_open() {
        let field = line.targets.first();
        let field = field.map(|target| target.label(definition, language).to_lowercase());
        let field = [("field", field.unwrap_or_default().into())];
        return language.say("import-choose-value", &field);
    }
    let parts = line.meanings.iter().map(|(target, meaning)| {
        let choices = target.choices(definition);
        let labels = |ids: &std::collections::BTreeSet<String>, between: &str| {
            let labels = ids.iter().map(|id| label(&choices, id, language));
            labels.collect::<Vec<_>>().join(between)
        };
        match meaning {
            Meaning::Choices(ids) => labels(ids, " + "),
            Meaning::Unknown => language.text("import-left-unknown"),
            Meaning::ByAddress(ids) => {
                let or = format!(" {} ", language.text("import-or"));
                let districts = [("choices", labels(ids, &or).into())];
                language.say("import-by-address", &districts)
            }
        }
    });
    parts.collect::<Vec<_>>().join(" + ")
}

fn label(choices: &[Choice], id: &str, language: Language) -> String {
    let choice = find(choices, id);
    choice.map_or_else(
        || id.to_owned(),
        |choice| choice.label.text(language).to_owned(),
    )
}
