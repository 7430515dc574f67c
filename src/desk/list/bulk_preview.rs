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
use crate::desk::list::bulk_lacking::Asked;
use crate::desk::parts::case_count::case_count;
use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::language::Language;
use crate::register::Definition;

/// How many different changes are written out; the others are counted together.
const MOST_CHANGES: usize = 12;
/// How high the preview grows before it scrolls, in points.
const MOST_HEIGHT: f32 = 380.0;

/// What the user does with the preview.
pub enum PreviewAnswer {
    /// Nothing yet.
    None,
    /// Go back to choose something else.
    Back,
    /// Look again with what was filled in.
    FillIn,
    /// Store the change.
    Store,
}

/// Draws the preview over everything else.
pub fn preview_ui(ui: &Ui, bulk: &mut BulkChange, model: &Model) -> PreviewAnswer {
    let language = model.language;
    let Some(vault) = &model.vault else {
        return PreviewAnswer::Back;
    };
    let Some(definition) = vault.definition(&bulk.register) else {
        return PreviewAnswer::Back;
    };
    let closes = bulk.closing.is_some();
    let title = language.say(
        if closes {
            "bulk-close-title"
        } else {
            "bulk-title"
        },
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
                let asked = Asked {
                    definition: &definition,
                    closing: None,
                    today: model.clock.today(),
                    language,
                };
                let scroll = ScrollArea::vertical().max_height(MOST_HEIGHT);
                scroll.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    plan_ui(ui, preview, &definition, language);
                    bulk.lacking.ui(ui, &preview.lacking, &asked);
                });
                preview.plan.changed()
            }
            Stage::Choosing | Stage::Planning(_) | Stage::Storing(_) => {
                busy_ui(ui, language);
                0
            }
        };
        ui.add_space(4.0);
        answer = match bulk.lacking.is_touched() {
            true => buttons_ui(
                ui,
                Some(PreviewAnswer::FillIn),
                "bulk-close-look",
                vault,
                language,
            ),
            false => {
                let store = (changes > 0).then_some(PreviewAnswer::Store);
                let text = if closes { "bulk-close-do" } else { "bulk-do" };
                buttons_ui(ui, store, text, vault, language)
            }
        };
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

/// Draws the button that goes on, where there is anything to go on with, and the one that goes back.
fn buttons_ui(
    ui: &mut Ui,
    on: Option<PreviewAnswer>,
    text: &str,
    vault: &OpenVault,
    language: Language,
) -> PreviewAnswer {
    let registers = &vault.registers;
    let mut answer = PreviewAnswer::None;
    ui.horizontal(|ui| {
        let text = language.text(text);
        let button = Button::new(&text).icon(icons::CHOSEN);
        let button = button.shortcut(Command::Save.shortcut(registers));
        let clicked = button.enabled(on.is_some()).primary(ui).clicked();
        let keys = Command::Save.keys(registers);
        let by_keys = keys.is_some_and(|keys| ui.input_mut(|input| input.consume_shortcut(&keys)));
        if let Some(on) = on.filter(|_| clicked || by_keys) {
            answer = on;
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
    ui.scope(|ui| {
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
        let refused = (preview.plan.refused() - preview.lacking.len()) as i64;
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
