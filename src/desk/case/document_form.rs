//! The form for a document: the path of the file that is attached to a case, or in which a document is saved.

use std::path::PathBuf;

use egui::{RichText, Ui};

use crate::desk::backend::protocol::{AttachJob, Request, RequestId, TakeOutJob};
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{inlay, label_ui};
use crate::desk::parts::file_field::FileField;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::file_names;
use crate::language::Language;
use crate::register::{CaseKey, EntryKey};
use crate::store::LARGEST_DOCUMENT;

/// What the form is for.
#[derive(Clone, Debug)]
pub enum DocumentPurpose {
    /// To attach a file to a case.
    Attach {
        /// The register.
        register: String,
        /// The case.
        case: CaseKey,
    },
    /// To save a document in a file.
    SaveAs {
        /// The register in which its entry stands.
        register: String,
        /// The entry that holds it.
        entry: EntryKey,
        /// Its name.
        name: String,
    },
}

/// The form, as it is filled in.
pub struct DocumentForm {
    purpose: DocumentPurpose,
    file: FileField,
    /// The request by which the document is being attached.
    pub saving: Option<RequestId>,
}

impl DocumentForm {
    /// A form with this path filled in.
    pub fn new(purpose: DocumentPurpose, path: String) -> Self {
        Self {
            purpose,
            file: FileField::new(path),
            saving: None,
        }
    }

    /// The file could not be attached: the path stays, with the reason beside it.
    pub fn on_refused(&mut self, sentence: String) {
        self.saving = None;
        self.file.refused(sentence, None);
    }

    /// Attaches the file or saves the document, where the path is good. Returns whether the form is done with.
    pub fn save(&mut self, model: &mut Model) -> bool {
        if self.saving.is_some() {
            return false;
        }
        let Some(path) = self.path(model.language) else {
            return false;
        };
        match self.purpose.clone() {
            DocumentPurpose::Attach { register, case } => {
                // It stays until the document is in the vault: a refusal is read beside the path.
                self.saving = Some(attach(register, case, path, Pending::Document, model));
                false
            }
            DocumentPurpose::SaveAs {
                register, entry, ..
            } => {
                model.ask(Request::TakeOut(TakeOutJob {
                    register,
                    entry,
                    to: path,
                    open: false,
                }));
                true
            }
        }
    }

    /// Whether a document is saved in a file, and not attached.
    fn saves(&self) -> bool {
        matches!(self.purpose, DocumentPurpose::SaveAs { .. })
    }

    /// The path that is typed; none where something is wrong with it, with the reason beside it.
    fn path(&mut self, language: Language) -> Option<PathBuf> {
        let (path, replaces) = self.file.named("documents-needs-path", language)?;
        if self.saves() && !replaces && path.exists() {
            // Saved a second time it replaces the file, as with everything that is put on paper.
            let sentence = language.text("documents-exists");
            self.file.refused(sentence, Some(&path));
            return None;
        }
        Some(path)
    }

    /// The form, above the timeline.
    pub fn document_form_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let language = model.language;
        let palette = Palette::of(ui);
        let opening = self.file.take_focus;
        inlay(ui, opening, |ui| {
            label_ui(ui, self.heading(language), theme::heading(), palette.ink);
            let label = language.text("documents-path");
            let width = ui.available_width();
            // The path of a file that is being attached is not changed meanwhile.
            ui.add_enabled_ui(self.saving.is_none(), |ui| {
                self.file.field_ui(ui, &label, width);
            });
            if !self.saves() {
                let size = i64::try_from(LARGEST_DOCUMENT / (1024 * 1024)).unwrap_or_default();
                let hint = language.say("documents-hint", &[("size", size.into())]);
                let hint = RichText::new(hint).font(theme::label());
                ui.add(egui::Label::new(hint.color(palette.mute)).wrap());
            }
            if let Some(name) = self.running() {
                let warning = language.say("documents-runs", &[("file", name.into())]);
                label_ui(ui, warning, theme::label(), palette.bad.0);
            }
            ui.horizontal_wrapped(|ui| self.buttons_ui(ui, model));
        });
    }

    /// The name of the document that is saved, where opening it may run something.
    fn running(&self) -> Option<&str> {
        match &self.purpose {
            DocumentPurpose::SaveAs { name, .. } if file_names::runs(name) => Some(name),
            _ => None,
        }
    }

    fn heading(&self, language: Language) -> String {
        match &self.purpose {
            DocumentPurpose::Attach { .. } => language.text("documents-attach"),
            DocumentPurpose::SaveAs { name, .. } => {
                language.say("documents-save", &[("file", name.as_str().into())])
            }
        }
    }

    fn buttons_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let language = model.language;
        let saves = self.saves();
        let text = match saves {
            true if self.file.replaces() => "paper-replace",
            true => "documents-do-save",
            false => "documents-do-attach",
        };
        let label = language.text(text);
        let button = Button::new(&label).shortcut(model.shortcut(&Command::Save));
        if button.primary(ui).clicked() {
            model.actions.push(Command::Save);
        }
        if self.file.browse_ui(ui, saves, language) {
            model.actions.push(Command::Save);
        }
        let label = language.text("entry-leave");
        let button = Button::new(&label).shortcut(model.shortcut(&Command::Close));
        if button.secondary(ui).clicked() {
            model.actions.push(Command::Close);
        }
    }
}

/// Attaches a file to a case. The answer goes to `pending`.
pub fn attach(
    register: String,
    case: CaseKey,
    path: PathBuf,
    pending: Pending,
    model: &mut Model,
) -> RequestId {
    let operation = model.operation();
    let job = AttachJob {
        register,
        case,
        path,
        operation,
    };
    model.ask_for(pending, Request::Attach(job))
}
