//! The dialog that makes a diagnosis for a helpdesk: what will stand in it, and the file.

use std::path::Path;

use chrono::NaiveDateTime;
use egui::Ui;

use crate::desk::backend::diagnosis_job::DiagnosisJob;
use crate::desk::backend::protocol::Request;
use crate::desk::parts::file_field::FileField;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::transfer::make_file::MakeFile;
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
        let dialog = MakeFile {
            salt: "diagnose",
            title: "diagnose-title",
            contents: "diagnose-contents",
            file: &mut self.file,
        };
        let (named, stays) = dialog.ui(ui, model);
        if let Some((to, overwrite)) = named {
            let job = DiagnosisJob {
                settings: self.settings.clone(),
                graphics: self.graphics.clone(),
                language: model.language,
                to,
                overwrite,
            };
            model.ask_for(Pending::Diagnose, Request::Diagnose(Box::new(job)));
        }
        stays
    }
}
