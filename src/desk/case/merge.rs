//! The dialog that merges another case into the one on the screen: what becomes of both is shown before it is done.

use egui::{ScrollArea, Ui};

use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, notice};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::language::{Argument, Language};
use crate::register::{CaseFile, Registers};
use crate::store::MergePlan;

/// How high the list of what becomes of the cases grows before it scrolls, in points.
const MOST: f32 = 420.0;
/// The height of the rest of the dialog and the room around it, in points.
const AROUND: f32 = 320.0;

/// The dialog.
pub struct MergeDialog {
    plan: Box<MergePlan>,
    /// Whether one of both cases changed while an earlier plan was shown.
    changed: bool,
    /// The request by which they are being merged.
    saving: Option<RequestId>,
    take_focus: bool,
}

/// What the user chose.
enum Choice {
    Merge,
    /// To merge the remaining case into the other one instead.
    Swap,
    Leave,
}

/// Asks the vault what would become of both when the other case is merged into the remaining one.
pub fn plan_merge(remaining: CaseFile, other: CaseFile, model: &mut Model) {
    let request = Request::PlanMerge(Box::new(remaining), Box::new(other));
    model.ask_for(Pending::Merge, request);
}

impl MergeDialog {
    /// A dialog that shows this plan. `changed` where it comes in place of one that was to be carried out.
    pub fn new(plan: Box<MergePlan>, changed: bool) -> Self {
        Self {
            plan,
            changed,
            saving: None,
            take_focus: true,
        }
    }

    /// The cases were merged: the remaining one is opened.
    pub fn on_stored(self, model: &mut Model) {
        let MergePlan {
            remaining, other, ..
        } = *self.plan;
        let numbers = [
            ("number", other.number.as_str().into()),
            ("into", remaining.number.as_str().into()),
        ];
        let text = model.language.say("merge-done", &numbers);
        model.notify(text, Tone::Ok);
        let open = Action::OpenCase(remaining.register, remaining.key);
        model.actions.push(open);
    }

    /// The merge could not be stored: it can be tried again.
    pub fn on_refused(&mut self) {
        self.saving = None;
    }

    /// Whether this request is the one by which the cases are being merged.
    pub fn is_saved_by(&self, request: RequestId) -> bool {
        self.saving == Some(request)
    }

    /// Draws the dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, model: &mut Model) -> bool {
        match self.dialog_ui(ui, model) {
            None => true,
            Some(Choice::Merge) => {
                let request = Request::Merge(self.plan.clone(), model.operation());
                self.saving = Some(model.ask_for(Pending::Merge, request));
                true
            }
            Some(Choice::Swap) => {
                let (remaining, other) = (self.plan.other.clone(), self.plan.remaining.clone());
                plan_merge(remaining, other, model);
                true
            }
            Some(Choice::Leave) => false,
        }
    }

    fn dialog_ui(&mut self, ui: &Ui, model: &Model) -> Option<Choice> {
        let language = model.language;
        let registers = &model.vault.as_ref()?.registers;
        let definition = registers.get(&self.plan.remaining.register)?;
        let sections = self.plan.summary(definition, language);
        let title = language.say("merge-of", &self.numbers());
        let most = (ui.ctx().content_rect().height() - AROUND).clamp(120.0, MOST);
        let modal = dialog_ui(ui, "merging", &title, 640.0, |ui| {
            let palette = Palette::of(ui);
            if self.changed {
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
                    label_ui(ui, heading.as_str(), theme::strong(), palette.ink);
                    for line in lines {
                        let line = egui::RichText::new(line).font(theme::body());
                        ui.add(egui::Label::new(line.color(palette.ink)).wrap());
                    }
                    ui.add_space(8.0);
                }
            });
            ui.add_space(12.0);
            ui.horizontal_wrapped(|ui| self.buttons_ui(ui, registers, language))
                .inner
        });
        match modal.inner {
            None if modal.should_close() => Some(Choice::Leave),
            choice => choice,
        }
    }

    fn buttons_ui(
        &mut self,
        ui: &mut Ui,
        registers: &Registers,
        language: Language,
    ) -> Option<Choice> {
        let mut choice = None;
        let free = self.saving.is_none();
        let text = language.text("merge-do");
        let button = Button::new(&text).icon(icons::GATHER).enabled(free);
        let merge = button
            .shortcut(Command::Save.shortcut(registers))
            .primary(ui);
        if std::mem::take(&mut self.take_focus) {
            merge.request_focus();
        }
        let save = Command::Save.keys(registers);
        let saved = save.is_some_and(|keys| ui.input_mut(|input| input.consume_shortcut(&keys)));
        if free && (merge.clicked() || saved) {
            choice = Some(Choice::Merge);
        }
        let text = language.say("merge-swap", &self.numbers());
        let button = Button::new(&text).icon(icons::SWAP).enabled(free);
        if button.secondary(ui).clicked() {
            choice = Some(Choice::Swap);
        }
        let text = language.text("command-close");
        let button = Button::new(&text).shortcut(Command::Close.shortcut(registers));
        if button.secondary(ui).clicked() {
            choice = Some(Choice::Leave);
        }
        choice
    }

    /// The number of the other case, and that of the one into which it is merged.
    fn numbers(&self) -> [(&'static str, Argument<'_>); 2] {
        [
            ("number", self.plan.other.number.as_str().into()),
            ("into", self.plan.remaining.number.as_str().into()),
        ]
    }
}
