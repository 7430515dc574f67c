//! Draws the preview of a bulk change: what would become of the cases.

use egui::{RichText, ScrollArea, Ui};

use crate::desk::backend::bulk_plan_text::BulkPlanText;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, notice};
use crate::desk::list::bulk_change::{BulkChange, Stage};
use crate::desk::parts::case_count::case_count;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Definition, Registers};

/// How many different changes are written out; the others are counted together.
const MOST_CHANGES: usize = 12;

/// What the user does with the preview.
pub enum PreviewAnswer {
    /// Nothing yet.
    None,
    /// Go back to choose something else.
    Back,
    /// Store the change.
    Store,
}

/// Draws the preview over everything else.
pub fn preview_ui(ui: &Ui, bulk: &BulkChange, model: &Model) -> PreviewAnswer {
    let language = model.language;
    let Some(vault) = &model.vault else {
        return PreviewAnswer::Back;
    };
    let Some(definition) = vault.definition(&bulk.register) else {
        return PreviewAnswer::Back;
    };
    let title = language.say(
        "bulk-title",
        &case_count(&definition, bulk.cases.len(), language),
    );
    let mut answer = PreviewAnswer::None;
    let modal = dialog_ui(ui, "bulk", &title, 600.0, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let palette = Palette::of(ui);
        label_ui(ui, bulk.given_text(), theme::body(), palette.mute);
        if let Some(text) = &bulk.notice {
            notice(ui, icons::WARNING, text, Tone::Warn);
        }
        let changes = match &bulk.stage {
            Stage::Preview(preview) => {
                plan_ui(ui, preview, &definition, language);
                preview.plan.changed()
            }
            Stage::Choosing | Stage::Planning(_) | Stage::Storing(_) => {
                busy_ui(ui, language);
                0
            }
        };
        ui.add_space(4.0);
        answer = buttons_ui(ui, changes > 0, &vault.registers, language);
    });
    match answer {
        PreviewAnswer::None if modal.should_close() && !matches!(bulk.stage, Stage::Storing(_)) => {
            PreviewAnswer::Back
        }
        answer => answer,
    }
}

/// Draws that the vault service is at work.
fn busy_ui(ui: &mut Ui, language: Language) {
    let mute = Palette::of(ui).mute;
    ui.horizontal(|ui| {
        ui.add(egui::Spinner::new().size(16.0));
        label_ui(ui, language.text("status-busy"), theme::body(), mute);
    });
}

/// Draws the buttons that store the change, where there is any, and that go back.
fn buttons_ui(
    ui: &mut Ui,
    has_changes: bool,
    registers: &Registers,
    language: Language,
) -> PreviewAnswer {
    let mut answer = PreviewAnswer::None;
    ui.horizontal(|ui| {
        let text = language.text("bulk-do");
        let button = Button::new(&text).icon(icons::CHOSEN);
        let button = button.shortcut(Command::Save.shortcut(registers));
        let clicked = button.enabled(has_changes).primary(ui).clicked();
        let keys = Command::Save.keys(registers);
        let by_keys = keys.is_some_and(|keys| ui.input_mut(|input| input.consume_shortcut(&keys)));
        if has_changes && (clicked || by_keys) {
            answer = PreviewAnswer::Store;
        }
        let text = language.text("bulk-back");
        let keys = Command::Close.shortcut(registers);
        if Button::new(&text).shortcut(keys).secondary(ui).clicked() {
            answer = PreviewAnswer::Back;
        }
    });
    answer
}

/// Draws the changes with the number of cases of each, how many cases have the setting already, and which are refused and
/// why.
fn plan_ui(ui: &mut Ui, preview: &BulkPlanText, definition: &Definition, language: Language) {
    let palette = Palette::of(ui);
    let scroll = ScrollArea::vertical().max_height(300.0);
    scroll.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let line = |ui: &mut Ui, icon: &str, text: String, colour| {
            ui.horizontal(|ui| {
                label_ui(ui, icon, theme::icon(), colour);
                let text = RichText::new(text).font(theme::body()).color(palette.ink);
                ui.add(egui::Label::new(text).wrap());
            });
        };
        for (change, count) in preview.changes.iter().take(MOST_CHANGES) {
            let mut arguments = case_count(definition, *count, language).to_vec();
            arguments.push(("change", change.as_str().into()));
            let text = language.say("bulk-change", &arguments);
            line(ui, icons::EDIT, text, palette.accent);
        }
        let rest: usize = preview
            .changes
            .iter()
            .skip(MOST_CHANGES)
            .map(|(_, count)| count)
            .sum();
        if rest > 0 {
            let text = language.say(
                "bulk-other-changes",
                &case_count(definition, rest, language),
            );
            line(ui, icons::EDIT, text, palette.accent);
        }
        let already = preview.plan.already_so() as i64;
        if already > 0 {
            let text = language.say("bulk-already-so", &[("count", already.into())]);
            line(ui, icons::CHOSEN, text, palette.mute);
        }
        let refused = preview.plan.refused() as i64;
        if refused > 0 {
            let text = language.say("bulk-refused", &[("count", refused.into())]);
            line(ui, icons::WARNING, text, palette.warn.0);
        }
        for (numbers, why) in &preview.refusals {
            let text = format!("{numbers}: {why}");
            let text = RichText::new(text).font(theme::label()).color(palette.mute);
            ui.horizontal_top(|ui| {
                ui.add_space(28.0);
                ui.add(egui::Label::new(text).wrap());
            });
        }
    });
}
