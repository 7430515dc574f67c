//! The dialog that keeps the rows that are refused in an Excel file to correct.

use std::path::Path;

use egui::Ui;

use crate::desk::backend::import_look::RefusedRowsJob;
use crate::desk::backend::protocol::Request;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::paragraph;
use crate::desk::parts::file_field::{FileAction, FileField};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::exchange::ImportJob;

/// The import, while the file for its refused rows is being named.
pub struct RefusedDialog {
    import: ImportJob,
    file: FileField,
}

impl RefusedDialog {
    /// The refused rows of this import; their file is proposed beside the one that is imported.
    pub fn new(import: ImportJob, model: &Model) -> Self {
        let stem = import
            .path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        let file = [("file", stem.into_owned().into())];
        let name = model.language.say("refused-file", &file);
        let mut file = FileField::proposed(import.path.parent(), &name, "xlsx");
        file.take_focus = true;
        Self { import, file }
    }

    /// The file could not be made.
    pub fn refused(&mut self, sentence: String, exists: Option<&Path>) {
        self.file.refused(sentence, exists);
    }

    /// Draws the dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, model: &mut Model) -> bool {
        let language = model.language;
        let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
            return false;
        };
        let title = language.text("import-save-refused-title");
        let mut wanted = None;
        let modal = dialog_ui(ui, "refused rows", &title, 560.0, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            let mute = Palette::of(ui).mute;
            paragraph(
                ui,
                &language.text("import-save-refused-why"),
                theme::body(),
                mute,
            );
            self.file.ui(ui, &[], language);
            wanted = self.file.buttons_ui(ui, &registers, language);
        });
        if wanted == Some(FileAction::Make) {
            self.ask(model);
        }
        wanted != Some(FileAction::Cancel) && !modal.should_close()
    }

    fn ask(&mut self, model: &mut Model) {
        if model.is_busy() {
            return;
        }
        let Some((to, overwrite)) = self.file.named("paper-no-name", model.language) else {
            return;
        };
        let job = RefusedRowsJob {
            import: self.import.clone(),
            language: model.language,
            to,
            overwrite,
        };
        model.ask_for(Pending::RefusedRows, Request::SaveRefused(Box::new(job)));
    }
}
