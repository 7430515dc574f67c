//! The case on the screen and another one turn out to be one: what becomes of them is shown before it is done.

use egui::{Id, Margin, Modal, ScrollArea, Ui};

use super::app::Desk;
use super::command::Command;
use super::icons;
use super::press::Press;
use super::theme::{self, Palette};
use super::widgets::{Tone, notice, say};
use super::worker::Request;
use crate::register::CaseFile;
use crate::store::MergePlan;

/// How high the list of what becomes of the cases grows before it scrolls.
const MOST: f32 = 420.0;
/// How much stands above and below that list.
const AROUND: f32 = 320.0;

/// Two cases that are to be one, and what that comes to.
pub struct Merging {
    plan: Box<MergePlan>,
    /// Whether one of both changed since it was shown.
    changed: bool,
    /// The action by which they are being merged.
    saving: Option<String>,
    take_focus: bool,
}

/// What the user wants.
enum Wish {
    Merge,
    /// The other one remains.
    Swap,
    Leave,
}

impl Desk {
    /// Asks what merging a case into another one comes to.
    pub(super) fn plan_merge(&mut self, remaining: CaseFile, other: CaseFile) {
        self.model
            .ask(Request::PlanMerge(Box::new((remaining, other))));
    }

    /// The clerk says what merging comes to; where it was to be done, something changed first.
    pub(super) fn merge_planned(&mut self, plan: Box<MergePlan>, changed: bool) {
        self.merging = Some(Merging {
            plan,
            changed,
            saving: None,
            take_focus: true,
        });
    }

    /// Whether this is the merge; then the case that remains is shown.
    pub(super) fn merged(&mut self, operation: &str) -> bool {
        let ours = |merging: &mut Merging| merging.saving.as_deref() == Some(operation);
        let Some(merging) = self.merging.take_if(ours) else {
            return false;
        };
        let MergePlan {
            remaining, other, ..
        } = *merging.plan;
        let numbers = [
            ("number", other.number.as_str().into()),
            ("into", remaining.number.as_str().into()),
        ];
        let text = self.model.language.say("merge-done", &numbers);
        self.model.tell(text, Tone::Ok);
        self.model.open_case = Some((remaining.register, remaining.key));
        true
    }

    /// The merge could not be stored: it is shown as it was.
    pub(super) fn not_merged(&mut self, operation: &str) {
        if let Some(merging) = &mut self.merging {
            merging.saving.take_if(|saving| saving == operation);
        }
    }

    /// What merging comes to, while it is asked.
    pub(super) fn merging_ui(&mut self, ui: &Ui) {
        let Some(mut merging) = self.merging.take() else {
            return;
        };
        match self.merge_ui(ui, &mut merging) {
            None => self.merging = Some(merging),
            Some(Wish::Merge) => {
                let operation = self.model.operation();
                merging.saving = Some(operation.id.clone());
                self.model
                    .ask(Request::Merge(merging.plan.clone(), operation));
                self.merging = Some(merging);
            }
            Some(Wish::Swap) => self.plan_merge(merging.plan.other, merging.plan.remaining),
            Some(Wish::Leave) => self.give_back_keyboard(),
        }
    }

    fn merge_ui(&self, ui: &Ui, merging: &mut Merging) -> Option<Wish> {
        let model = &self.model;
        let language = model.language;
        let registers = &model.vault.as_ref()?.registers;
        let definition = registers.get(&merging.plan.remaining.register)?;
        let sections = merging.plan.summary(definition, language);
        let numbers = [
            ("number", merging.plan.other.number.as_str().into()),
            ("into", merging.plan.remaining.number.as_str().into()),
        ];
        let title = language.say("merge-of", &numbers);
        let id = Id::unique("merging");
        let area = Modal::default_area(id).accessible_name(&title);
        let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
        let mut wish = None;
        let most = (ui.ctx().content_rect().height() - AROUND).clamp(120.0, MOST);
        let modal = Modal::new(id).area(area).frame(frame).show(ui, |ui| {
            let palette = Palette::of(ui);
            ui.set_width(640.0);
            say(ui, &title, theme::title(), palette.ink);
            if merging.changed {
                let text = language.text("merge-changed");
                notice(ui, icons::WARNING, &text, Tone::Warn);
            }
            let label = language.text("merge-explained");
            let label = egui::RichText::new(label).font(theme::label());
            ui.add(egui::Label::new(label.color(palette.mute)).wrap());
            ui.add_space(8.0);
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 4.0;
                for (heading, lines) in &sections {
                    say(ui, heading.as_str(), theme::strong(), palette.ink);
                    for line in lines {
                        let line = egui::RichText::new(line).font(theme::body());
                        ui.add(egui::Label::new(line.color(palette.ink)).wrap());
                    }
                    ui.add_space(8.0);
                }
            });
            ui.add_space(12.0);
            ui.horizontal_wrapped(|ui| {
                let free = merging.saving.is_none();
                let text = language.text("merge-do");
                let press = Press::new(&text).icon(icons::GATHER).enabled(free);
                let keys = Command::Save.shortcut(registers);
                let merge = press.shortcut(keys).primary(ui);
                if std::mem::take(&mut merging.take_focus) {
                    merge.request_focus();
                }
                let save = Command::Save.keys(registers);
                let saved =
                    save.is_some_and(|keys| ui.input_mut(|input| input.consume_shortcut(&keys)));
                if free && (merge.clicked() || saved) {
                    wish = Some(Wish::Merge);
                }
                let text = language.say("merge-swap", &numbers);
                let press = Press::new(&text).icon(icons::SWAP).enabled(free);
                if press.button(ui).clicked() {
                    wish = Some(Wish::Swap);
                }
                let text = language.text("command-close");
                let keys = Command::Close.shortcut(registers);
                if Press::new(&text).shortcut(keys).button(ui).clicked() {
                    wish = Some(Wish::Leave);
                }
            });
        });
        match wish {
            None if modal.should_close() => Some(Wish::Leave),
            wish => wish,
        }
    }
}
