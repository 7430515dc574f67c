//! Draws when and with what outcome many cases are closed.

use egui::Ui;

use crate::desk::command::Command;
use crate::desk::form::closing::closing_of;
use crate::desk::form::fields::{FieldContext, third};
use crate::desk::kit::button::Button;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::icons;
use crate::desk::list::bulk_change::{BulkChange, GivenSetting};
use crate::desk::parts::case_count::case_count;
use crate::desk::state::model::Model;
use crate::language::{Explain, Language};
use crate::register::{Closing, Definition, END, Fault, OUTCOME, Setting};

impl BulkChange {
    /// Draws what is asked of the end of all cases. Returns whether the dialog stays open.
    pub(super) fn closing_ui(&mut self, ui: &Ui, model: &mut Model) -> bool {
        let (language, today) = (model.language, model.clock.today());
        let Some(vault) = &model.vault else {
            return false;
        };
        let registers = vault.registers.clone();
        let (Some(definition), Some(inputs)) =
            (vault.definition(&self.register), &mut self.closing)
        else {
            return false;
        };
        let count = case_count(&definition, self.cases.len(), language);
        let title = language.say("bulk-close-title", &count);
        let mut goes_on = false;
        let mut leaves = false;
        let modal = dialog_ui(ui, "bulk", &title, 600.0, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let mut fields = FieldContext {
                inputs,
                scope: "closing together",
                language,
                today,
            };
            if let Some(end) = &definition.end {
                let width = third(ui);
                let hint = language.text("date-hint");
                fields.day_ui(ui, END, end.label.text(language), &hint, width);
            }
            fields.outcome_ui(ui, &definition, false);
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                let text = language.text("bulk-close-look");
                let button = Button::new(&text).icon(icons::CHOSEN);
                let button = button.shortcut(Command::Save.shortcut(&registers));
                let keys = Command::Save.keys(&registers);
                let pressed =
                    keys.is_some_and(|keys| ui.input_mut(|it| it.consume_shortcut(&keys)));
                goes_on = button.primary(ui).clicked() || pressed;
                let text = language.text("form-cancel");
                let keys = Command::Close.shortcut(&registers);
                leaves = Button::new(&text).shortcut(keys).secondary(ui).clicked();
            });
        });
        if goes_on && let Some(given) = self.read_closing(&definition, model) {
            self.give(given, model);
            ui.request_repaint();
        }
        !leaves && !modal.should_close()
    }

    /// The end as it is typed; none where something is wrong, which then stands beside its field.
    fn read_closing(&mut self, definition: &Definition, model: &Model) -> Option<GivenSetting> {
        let (language, today) = (model.language, model.clock.today());
        let inputs = self.closing.as_mut()?;
        inputs.faults.clear();
        let date = inputs.read_day(END, today, language);
        if date.is_none() {
            inputs.fault(END, language.text("bulk-close-needs-day"));
        }
        let outcome = definition.outcome.as_ref();
        if outcome.is_some_and(|outcome| outcome.required) && inputs.choice(OUTCOME).is_none() {
            inputs.fault(OUTCOME, Fault::NoOutcome.explain(language));
        }
        if !inputs.faults.is_empty() {
            inputs.go_to_fault([END, OUTCOME].map(str::to_owned));
            return None;
        }
        let closing = closing_of(inputs, definition, date?, None);
        let text = words(&closing, definition, language);
        let setting = Setting::End(closing);
        Some(GivenSetting { setting, text })
    }
}

/// An end in words: "Geëindigd op: 30-11-2025; Uitkomst: Opgelost".
fn words(closing: &Closing, definition: &Definition, language: Language) -> String {
    let end = definition.end.as_ref().map(|end| end.label.text(language));
    let mut words = format!(
        "{}: {}",
        end.unwrap_or_default(),
        language.date(closing.date)
    );
    if let (Some(outcome), Some(id)) = (&definition.outcome, &closing.outcome)
        && let Some(choice) = outcome.choice(id)
    {
        let (label, choice) = (outcome.label.text(language), choice.label.text(language));
        words = format!("{words}; {label}: {choice}");
    }
    words
}
