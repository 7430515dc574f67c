//! The dialog with everything that was typed for a value: who, when, what and why, and the way back to it.

use egui::{ScrollArea, Ui};

use super::state::IndicatorPage;
use super::words::differences;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{empty, label_ui, paragraph};
use crate::desk::state::model::Model;
use crate::figures::{YearKey, YearValue};
use crate::language::Language;
use crate::register::Indicator;
use crate::store::SharedRevision;

/// A value as it was stored once, with who stored it and when.
type Revision = (SharedRevision, YearValue);

/// The history of a value.
pub struct History {
    key: YearKey,
    /// The newest first; none until they arrive.
    revisions: Option<Vec<Revision>>,
}

impl History {
    /// Of this value; its revisions are still to arrive.
    pub fn of(key: YearKey) -> Self {
        Self {
            key,
            revisions: None,
        }
    }

    /// The revisions of a value arrived.
    pub fn on_revisions(&mut self, key: &YearKey, revisions: Vec<Revision>) {
        if self.key == *key {
            self.revisions = Some(revisions);
        }
    }

    /// The dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, page: &mut IndicatorPage, model: &mut Model) -> bool {
        let language = model.language;
        let Some(indicators) = model.vault.as_ref().map(|vault| vault.indicators().0) else {
            return false;
        };
        let Some(indicator) = indicators.get(&self.key.indicator) else {
            return false;
        };
        let arguments = [
            ("indicator", indicator.label.text(language).into()),
            ("year", self.key.year.to_string().into()),
        ];
        let title = language.say("indicators-history-of", &arguments);
        let (mut open, mut back) = (true, None);
        let modal = dialog_ui(ui, "history of a value", &title, 620.0, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            back = self.revisions_ui(ui, indicator, language);
            ui.add_space(4.0);
            let label = language.text("command-close");
            let close = Button::new(&label).shortcut(model.shortcut(&Command::Close));
            open &= !close.secondary(ui).clicked();
        });
        if let Some(value) = back {
            let arguments = [
                ("indicator", indicator.label.text(language).into()),
                ("year", self.key.year.to_string().into()),
            ];
            let text = language.say("indicators-said-back", &arguments);
            page.change(model, self.key.clone(), value, text, None);
            open = false;
        }
        open && !modal.should_close()
    }

    /// The revisions, once they arrived. Returns the value that is to be restored.
    fn revisions_ui(
        &self,
        ui: &mut Ui,
        indicator: &Indicator,
        language: Language,
    ) -> Option<YearValue> {
        let revisions = self.revisions.as_ref()?;
        if revisions.is_empty() {
            let title = language.text("indicators-history-empty");
            let next = language.text("indicators-history-empty-next");
            empty(ui, icons::HISTORY, &title, &next);
        }
        let mut back = None;
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for (at, revision) in revisions.iter().enumerate() {
                if revision_ui(ui, &revision.0, at > 0, language) {
                    back = Some(revision.1.clone());
                }
                let before = revisions.get(at + 1).map(|(_, value)| value.clone());
                let before = before.unwrap_or_default();
                for line in differences(indicator, &before, &revision.1, language) {
                    paragraph(ui, &line, theme::body(), Palette::of(ui).ink);
                }
                ui.separator();
            }
        });
        back
    }
}

/// When a revision was stored, by whom and why. Returns whether it is to be restored, which is offered for a past one.
fn revision_ui(ui: &mut Ui, revision: &SharedRevision, is_past: bool, language: Language) -> bool {
    let palette = Palette::of(ui);
    let when = language.moment(revision.recorded);
    let mut restore = false;
    ui.horizontal(|ui| {
        label_ui(ui, &when, theme::strong(), palette.ink);
        label_ui(ui, &revision.actor, theme::body(), palette.mute);
        if is_past {
            let label = language.text("manage-back-to");
            let name = format!("{label} {when}, {}", revision.version);
            restore = Button::new(&label).name(name).link(ui).clicked();
        }
    });
    if let Some(reason) = revision.why(language) {
        paragraph(ui, &reason, theme::label(), palette.mute);
    }
    restore
}
