//! Takes back an entry of a timeline, for a reason: it stays in the history, but neither shows nor counts any more.

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

/// The id under which the reason is typed.
const REASON: &str = "reason";

/// The form in which the reason is typed.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// The entry.
    pub entry: Entry,
    /// The register of the case on whose timeline it stands.
    pub home: String,
    /// The entry in words.
    title: String,
    inputs: Inputs,
    /// The request by which it is being stored.
    pub saving: Option<RequestId>,
}

impl Withdrawal {
    /// A form for this entry.
    pub fn new(entry: Entry, home: String, title: String) -> Self {
        Self {
            entry,
            home,
            title,
            inputs: Inputs::new(),
            saving: None,
        }
    }

    /// Takes the entry back with the reason that is typed.
    pub fn save(&mut self, model: &mut Model) {
        if self.saving.is_some() {
            return;
        }
        if let Some(operation) = self.read(model.operation(), model.language) {
            let request = Request::Record(self.home.clone(), operation);
            self.saving = Some(model.ask_for(Pending::Withdrawal, request));
        }
    }

    /// The operation that takes the entry back; none without a reason, with a fault beside the field.
    fn read(&mut self, operation: Operation, language: Language) -> Option<Operation> {
        self.inputs.faults.clear();
        let reason = self.inputs.text(REASON).to_owned();
        if reason.is_empty() {
            self.inputs
                .fault(REASON, language.text("timeline-needs-reason"));
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

    /// The form, above the timeline.
    pub fn withdrawal_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let (language, today) = (model.language, model.clock.today());
        let palette = Palette::of(ui);
        let opening = self.inputs.take_focus;
        inlay(ui, opening, |ui| {
            let what = [("what", self.title.as_str().into())];
            let text = language.say("timeline-withdraw-what", &what);
            label_ui(ui, text, theme::heading(), palette.ink);
            let mut fields = FieldContext {
                inputs: &mut self.inputs,
                scope: "withdrawal",
                language,
                today,
            };
            let label = language.text("timeline-withdraw-reason");
            let width = ui.available_width();
            fields.line_ui(ui, REASON, &label, "", width);
            ui.horizontal_wrapped(|ui| {
                let label = language.text("timeline-withdraw-do");
                let button = Button::new(&label).shortcut(model.shortcut(&Command::Save));
                if button.enabled(self.saving.is_none()).primary(ui).clicked() {
                    model.actions.push(Command::Save);
                }
                let label = language.text("entry-leave");
                let button = Button::new(&label).shortcut(model.shortcut(&Command::Close));
                if button.secondary(ui).clicked() {
                    model.actions.push(Command::Close);
                }
            });
        });
    }
}
