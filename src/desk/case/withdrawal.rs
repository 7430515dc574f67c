//! Taking back something on a timeline: it stays in the history, and neither shows nor counts any more.

use egui::Ui;

use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::command::Command;
use crate::desk::form::fields::FieldContext;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{inlay, label_ui};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::language::Language;
use crate::register::{Entry, EntryState};
use crate::store::{CaseOf, EntryTarget, EntryWrite, Operation};

/// The name under which the reason is typed.
const REASON: &str = "reden";

/// An entry that is to be taken back, as soon as somebody says why.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// The entry.
    pub entry: Entry,
    /// The register of the case on whose timeline it stands.
    pub home: String,
    /// How it is called.
    what: String,
    inputs: Inputs,
    /// The request by which it is being stored.
    pub saving: Option<RequestId>,
}

impl Withdrawal {
    /// Of this entry.
    pub fn of(entry: Entry, home: String, what: String) -> Self {
        Self {
            entry,
            home,
            what,
            inputs: Inputs::new(),
            saving: None,
        }
    }

    /// Takes it back with the reason that was typed.
    pub fn save(&mut self, model: &mut Model) {
        if self.saving.is_some() {
            return;
        }
        if let Some(operation) = self.write(model.operation(), model.language) {
            let request = Request::Record(self.home.clone(), operation);
            self.saving = Some(model.ask_for(Pending::Withdrawal, request));
        }
    }

    /// The operation that takes it back; none without a reason, which is said beside the field.
    fn write(&mut self, operation: Operation, language: Language) -> Option<Operation> {
        self.inputs.faults.clear();
        let reason = self.inputs.text(REASON).to_owned();
        if reason.is_empty() {
            self.inputs
                .fault(REASON, language.text("story-needs-reason"));
            self.inputs.take_focus = true;
            return None;
        }
        let state = EntryState {
            withdrawn: true,
            ..self.entry.state.clone()
        };
        let mut write = EntryWrite::new(CaseOf::Existing(self.entry.case), state);
        write.target = EntryTarget::Existing {
            key: self.entry.key,
            version: self.entry.version,
        };
        Some(operation.because(&reason).with_entry(write))
    }

    /// Why, asked where the story stands.
    pub fn withdrawal_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let (language, today) = (model.language, model.clock.today());
        let palette = Palette::of(ui);
        let opening = self.inputs.take_focus;
        inlay(ui, opening, |ui| {
            let what = [("what", self.what.as_str().into())];
            let text = language.say("story-withdraw-what", &what);
            label_ui(ui, text, theme::heading(), palette.ink);
            let mut typing = FieldContext {
                inputs: &mut self.inputs,
                scope: "withdrawal",
                language,
                today,
            };
            let label = language.text("story-withdraw-reason");
            let width = ui.available_width();
            typing.line_ui(ui, REASON, &label, "", width);
            ui.horizontal_wrapped(|ui| {
                let label = language.text("story-withdraw-do");
                let press = Button::new(&label).shortcut(model.shortcut(&Command::Save));
                if press.enabled(self.saving.is_none()).primary(ui).clicked() {
                    model.actions.push(Command::Save);
                }
                let label = language.text("entry-leave");
                let press = Button::new(&label).shortcut(model.shortcut(&Command::Close));
                if press.secondary(ui).clicked() {
                    model.actions.push(Command::Close);
                }
            });
        });
    }
}
