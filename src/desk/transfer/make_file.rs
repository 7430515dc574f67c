//! The dialog that makes a file of what it says: a sentence about its contents, and where it comes.

use std::path::PathBuf;

use egui::Ui;

use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::paragraph;
use crate::desk::parts::file_field::{FileAction, FileField};
use crate::desk::state::model::Model;

/// What is in the dialog.
pub(super) struct MakeFile<'a> {
    /// Tells it from other dialogs.
    pub salt: &'static str,
    /// The id of its title.
    pub title: &'a str,
    /// The id of what the file will hold.
    pub contents: &'a str,
    /// Where the file comes.
    pub file: &'a mut FileField,
}

impl MakeFile<'_> {
    /// Draws the dialog. Returns the file that is to be made with whether it may replace one, and whether the dialog stays
    /// open. Nothing is made while something else is being made.
    pub fn ui(self, ui: &Ui, model: &Model) -> (Option<(PathBuf, bool)>, bool) {
        let language = model.language;
        let Some(registers) = model.vault.as_ref().map(|vault| &vault.registers) else {
            return (None, false);
        };
        let title = language.text(self.title);
        let mut wanted = None;
        let modal = dialog_ui(ui, self.salt, &title, 560.0, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            let mute = Palette::of(ui).mute;
            paragraph(ui, &language.text(self.contents), theme::body(), mute);
            self.file.ui(ui, &[], language);
            wanted = self.file.buttons_ui(ui, registers, language);
        });
        let stays = wanted != Some(FileAction::Cancel) && !modal.should_close();
        let makes = wanted == Some(FileAction::Make) && !model.is_busy();
        let named = makes.then(|| self.file.named("paper-no-name", language));
        (named.flatten(), stays)
    }
}
