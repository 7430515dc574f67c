//! Taking back something on a timeline: it stays in the history, and neither shows nor counts any more.

use egui::Ui;

use super::command::Command;
use super::fields_ui::Typing;
use super::model::Model;
use super::press::Press;
use super::sheet::Sheet;
use super::theme::{self, Palette};
use super::widgets::{inlay, say};
use crate::language::Language;
use crate::register::{Entry, EntryState};
use crate::store::{CaseOf, EntryTarget, EntryWrite, Operation};

/// The name under which the reason is typed.
const REASON: &str = "reason";

/// An entry that is to be taken back, as soon as somebody says why.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// The entry.
    pub entry: Entry,
    /// The register of the case on whose timeline it stands.
    pub home: String,
    /// How it is called.
    what: String,
    sheet: Sheet,
    /// The action by which it is being stored.
    pub saving: Option<String>,
}

impl Withdrawal {
    /// Of this entry.
    pub fn of(entry: Entry, home: String, what: String) -> Self {
        Self {
            entry,
            home,
            what,
            sheet: Sheet::new(),
            saving: None,
        }
    }

    /// The action that takes it back; none without a reason, which is said beside the field.
    pub fn write(&mut self, operation: Operation, language: Language) -> Option<Operation> {
        self.sheet.faults.clear();
        let reason = self.sheet.text(REASON).to_owned();
        if reason.is_empty() {
            self.sheet
                .fault(REASON, language.text("story-needs-reason"));
            self.sheet.take_focus = true;
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
        let opening = self.sheet.take_focus;
        inlay(ui, opening, |ui| {
            let what = [("what", self.what.as_str().into())];
            let text = language.say("story-withdraw-what", &what);
            say(ui, text, theme::heading(), palette.ink);
            let mut typing = Typing {
                sheet: &mut self.sheet,
                scope: "withdrawal",
                language,
                today,
            };
            let label = language.text("story-withdraw-reason");
            let width = ui.available_width();
            typing.line_ui(ui, REASON, &label, "", width);
            ui.horizontal_wrapped(|ui| {
                let label = language.text("story-withdraw-do");
                let press = Press::new(&label).shortcut(model.shortcut(&Command::Save));
                if press.enabled(self.saving.is_none()).primary(ui).clicked() {
                    model.commands.push(Command::Save);
                }
                let label = language.text("entry-leave");
                let press = Press::new(&label).shortcut(model.shortcut(&Command::Close));
                if press.button(ui).clicked() {
                    model.commands.push(Command::Close);
                }
            });
        });
    }
}
