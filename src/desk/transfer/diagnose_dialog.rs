//! The dialog that makes a diagnosis for a helpdesk: what will stand in it, and the file.

use std::path::Path;

use chrono::NaiveDateTime;
use egui::{Label, RichText, Ui};

use crate::desk::backend::diagnosis_job::DiagnosisJob;
use crate::desk::backend::protocol::Request;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::parts::file_field::{FileAction, FileField};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::diagnosis::{self, Graphics};

/// What the window knows for a diagnosis, while its file is being named.
pub struct DiagnoseDialog {
    settings: Vec<(&'static str, String)>,
    graphics: Graphics,
    file: FileField,
}

impl DiagnoseDialog {
    /// With these settings and this drawing of the window. The file is proposed in this folder, and named after this moment.
    pub fn new(
        settings: Vec<(&'static str, String)>,
        graphics: Graphics,
        folder: Option<&Path>,
        now: NaiveDateTime,
    ) -> Self {
        let mut file = FileField::proposed(folder, &diagnosis::name(now), diagnosis::ENDING);
        file.take_focus = true;
        Self {
            settings,
            graphics,
            file,
        }
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
        let title = language.text("diagnose-title");
        let mut wanted = None;
        let modal = dialog_ui(ui, "diagnose", &title, 560.0, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            let palette = Palette::of(ui);
            let contents = RichText::new(language.text("diagnose-contents"));
            let contents = contents.font(theme::body()).color(palette.mute);
            ui.add(Label::new(contents).wrap());
            self.file.ui(ui, &[], language);
            wanted = self.file.buttons_ui(ui, &registers, language);
        });
        if wanted == Some(FileAction::Make) {
            self.ask(model);
        }
        wanted != Some(FileAction::Cancel) && !modal.should_close()
    }

    /// Asks for the diagnosis, unless one is being made.
    fn ask(&mut self, model: &mut Model) {
        if model.is_busy() {
            return;
        }
        let Some((to, overwrite)) = self.file.named("paper-no-name", model.language) else {
            return;
        };
        let job = DiagnosisJob {
            settings: self.settings.clone(),
            graphics: self.graphics.clone(),
            language: model.language,
            to,
            overwrite,
        };
        model.ask_for(Pending::Diagnose, Request::Diagnose(Box::new(job)));
    }
}
