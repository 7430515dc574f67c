//! What would become of many cases, before it is done.

use egui::{Id, Margin, Modal, RichText, ScrollArea, Ui};

use crate::desk::backend::bulk_plan_text::BulkPlanText;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, notice};
use crate::desk::list::bulk_change::{BulkChange, Stage};
use crate::desk::state::model::Model;
use crate::language::{Argument, Language};
use crate::register::Definition;

/// So many cases, as a text asks for them.
pub fn of_cases(
    definition: &Definition,
    count: usize,
    language: Language,
) -> [(&'static str, Argument<'_>); 2] {
    let word = definition.case_word(count as u64).text(language);
    [("count", (count as i64).into()), ("cases", word.into())]
}

/// How many kinds of change are written out.
const MOST: usize = 12;

/// What the user says to it.
pub enum Answer {
    /// Nothing yet.
    None,
    /// Something else is to be given.
    Back,
    /// It is to be done.
    Do,
}

/// The preview, over everything else.
pub fn preview_ui(ui: &Ui, bulk: &BulkChange, model: &Model) -> Answer {
    let language = model.language;
    let Some(vault) = &model.vault else {
        return Answer::Back;
    };
    let Some(definition) = vault.definition(&bulk.register) else {
        return Answer::Back;
    };
    let title = language.say(
        "bulk-title",
        &of_cases(&definition, bulk.cases.len(), language),
    );
    let save = Command::Save.keys(&vault.registers);
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
    let area = Modal::default_area(Id::unique("bulk")).accessible_name(&title);
    let mut answer = Answer::None;
    let modal = Modal::new(Id::unique("bulk"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            let palette = Palette::of(ui);
            ui.set_width(600.0);
            ui.spacing_mut().item_spacing.y = 8.0;
            label_ui(ui, &title, theme::title(), palette.ink);
            label_ui(ui, bulk.words(), theme::body(), palette.mute);
            if let Some(text) = &bulk.notice {
                notice(ui, icons::WARNING, text, Tone::Warn);
            }
            let changed = match &bulk.stage {
                Stage::Shown(told) => {
                    told_ui(ui, told, &definition, language);
                    told.plan.changed()
                }
                Stage::Looking | Stage::Asked(_) | Stage::Storing(..) => {
                    ui.horizontal(|ui| {
                        ui.add(egui::Spinner::new().size(16.0));
                        label_ui(
                            ui,
                            language.text("status-busy"),
                            theme::body(),
                            palette.mute,
                        );
                    });
                    0
                }
            };
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                let text = language.text("bulk-do");
                let press = Button::new(&text).icon(icons::CHOSEN);
                let press = press.shortcut(Command::Save.shortcut(&vault.registers));
                let press = press.enabled(changed > 0);
                let pressed = press.primary(ui).clicked();
                let by_keys =
                    save.is_some_and(|keys| ui.input_mut(|input| input.consume_shortcut(&keys)));
                if changed > 0 && (pressed || by_keys) {
                    answer = Answer::Do;
                }
                let text = language.text("bulk-back");
                let keys = Command::Close.shortcut(&vault.registers);
                if Button::new(&text).shortcut(keys).secondary(ui).clicked() {
                    answer = Answer::Back;
                }
            });
        });
    match answer {
        Answer::None if modal.should_close() && !matches!(bulk.stage, Stage::Storing(..)) => {
            Answer::Back
        }
        answer => answer,
    }
}

/// What changes and of how many, how many have it already, and which are refused and why.
fn told_ui(ui: &mut Ui, told: &BulkPlanText, definition: &Definition, language: Language) {
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
        for (change, count) in told.changes.iter().take(MOST) {
            let mut arguments = of_cases(definition, *count, language).to_vec();
            arguments.push(("change", change.as_str().into()));
            let text = language.say("bulk-change", &arguments);
            line(ui, icons::EDIT, text, palette.accent);
        }
        let rest: usize = told.changes.iter().skip(MOST).map(|(_, count)| count).sum();
        if rest > 0 {
            let text = language.say("bulk-other-changes", &of_cases(definition, rest, language));
            line(ui, icons::EDIT, text, palette.accent);
        }
        let already = told.plan.already_so() as i64;
        if already > 0 {
            let text = language.say("bulk-already-so", &[("count", already.into())]);
            line(ui, icons::CHOSEN, text, palette.mute);
        }
        let refused = told.plan.refused() as i64;
        if refused > 0 {
            let text = language.say("bulk-refused", &[("count", refused.into())]);
            line(ui, icons::WARNING, text, palette.warn.0);
        }
        for (numbers, why) in &told.refusals {
            let text = format!("{numbers}: {why}");
            let text = RichText::new(text).font(theme::label()).color(palette.mute);
            ui.horizontal_top(|ui| {
                ui.add_space(28.0);
                ui.add(egui::Label::new(text).wrap());
            });
        }
    });
}
