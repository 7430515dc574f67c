//! Files that are dropped on the window.

use std::path::PathBuf;

use egui::Context;

use super::screens::Session;
use crate::desk::case::document_form::attach;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::state::route::Route;
use crate::desk::transfer::import_page::ImportPage;

impl Session {
    /// Files that are dropped belong to the case that is on the screen; without one the first is imported into the register.
    pub fn take_dropped(&mut self, ctx: &Context, model: &mut Model) {
        let paths: Vec<PathBuf> = ctx.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_owned()).collect()
        });
        let Some(first) = paths.first() else { return };
        // With a case selected it is a document of that case, even while its fields are still being read.
        if let Some((register, case)) = self.selected() {
            for path in paths {
                attach(register.clone(), case, path, Pending::Attachment, model);
            }
            return;
        }
        if self.route == Route::Finances {
            self.finances.dropped(first, model);
            return;
        }
        self.leave_import(model);
        let mut import = match (&self.route, self.register(model)) {
            (Route::Indicators, _) => ImportPage::of_indicators(),
            (_, Some(definition)) => {
                self.go(Route::Register(definition.id.clone()), model);
                ImportPage::of_register(&definition.id)
            }
            (_, None) => return,
        };
        import.dropped(first, model);
        self.import = Some(import);
    }
}
