//! The dialog that keeps the rows that are refused in an Excel file to correct.

use std::path::Path;

use egui::Ui;

use crate::desk::backend::import_look::RefusedRowsJob;
use crate::desk::backend::protocol::Request;
use crate::desk::parts::file_field::FileField;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::transfer::make_file::MakeFile;
use crate::exchange::ImportJob;

/// The import, while the file for its refused rows is being named.
pub struct RefusedDialog {
    import: ImportJob,
    file: FileField,
}

impl RefusedDialog {
    /// The refused rows of this import; their file is proposed beside the one that is imported.
    pub fn new(import: ImportJob, model: &Model) -> Self {
        let path = import.source.path();
        let stem = path.and_then(Path::file_stem).unwrap_or_default();
        let file = [("file", stem.to_string_lossy().into_owned().into())];
        let name = model.language.say("refused-file", &file);
        let mut file = FileField::proposed(path.and_then(Path::parent), &name, "xlsx");
        file.take_focus = true;
        Self { import, file }
    }

    /// The file could not be made.
    pub fn refused(&mut self, sentence: String, exists: Option<&Path>) {
        self.file.refused(sentence, exists);
    }

    /// Draws the dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, model: &mut Model) -> bool {
        let dialog = MakeFile {
            salt: "refused rows",
            title: "import-save-refused-title",
            contents: "import-save-refused-why",
            file: &mut self.file,
        };
        let (named, stays) = dialog.ui(ui, model);
        if let Some((to, overwrite)) = named {
            let job = RefusedRowsJob {
                import: self.import.clone(),
                language: model.language,
                to,
                overwrite,
            };
            model.ask_for(Pending::RefusedRows, Request::SaveRefused(Box::new(job)));
        }
        stays
    }
}
