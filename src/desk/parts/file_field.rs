//! The field for the path of a file to write or to read: typed, or chosen in the file dialog of the system. An existing file is
//! overwritten only after the user confirmed that.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Ui};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::field::text_field;
use crate::desk::kit::file_dialog::FileDialog;
use crate::desk::kit::icons;
use crate::file_names;
use crate::language::Language;
use crate::places;
use crate::register::Registers;

/// The field, with the path that is typed in it.
#[derive(Default)]
pub struct FileField {
    path: String,
    fault: Option<String>,
    /// The existing file that may be overwritten: the user was told of it here, or confirmed it in the file dialog.
    confirmed: Option<PathBuf>,
    picker: FileDialog,
    /// Whether the keyboard is on the button that opens the file dialog.
    on_browse: bool,
    /// Whether it is to take the keyboard.
    pub take_focus: bool,
}

/// What the user chose in a dialog that makes a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAction {
    /// Make the file.
    Make,
    /// Close the dialog.
    Cancel,
}

/// The path that is typed, without the quotation marks that Windows puts around a copied path.
pub fn file_named(typed: &str) -> PathBuf {
    PathBuf::from(typed.trim().trim_matches('"'))
}

impl FileField {
    /// With this path to begin with, and the keyboard.
    pub fn new(path: String) -> Self {
        Self {
            path,
            take_focus: true,
            ..Self::default()
        }
    }

    /// With a path that does not exist yet, in this folder or else in that for documents: `name.ending`, `name (2).ending`.
    pub fn proposed(folder: Option<&Path>, name: &str, ending: &str) -> Self {
        let folder = folder.filter(|folder| folder.is_dir()).map(Path::to_owned);
        let folder = folder.or_else(places::documents).unwrap_or_default();
        // A case number is kept as an import brought it, and may hold what the name of a file cannot.
        let name = file_names::safe(name, Some('-'));
        let numbered = (2..100).map(|number| format!("{name} ({number}).{ending}"));
        let mut names = std::iter::once(format!("{name}.{ending}")).chain(numbered);
        let free = names.find(|name| !folder.join(name).exists());
        let path = folder.join(free.unwrap_or_else(|| format!("{name}.{ending}")));
        Self {
            path: path.display().to_string(),
            ..Self::default()
        }
    }

    /// The path that is typed now.
    fn file(&self) -> PathBuf {
        file_named(&self.path)
    }

    /// Gives the file another extension, and so another kind.
    pub fn set_ending(&mut self, ending: &str) {
        self.path = self.file().with_extension(ending).display().to_string();
        self.fault = None;
    }

    /// The path, and whether an existing file may be overwritten. Where nothing is typed there is none, and the field shows the
    /// text with the id `missing` as its fault.
    pub fn named(&mut self, missing: &str, language: Language) -> Option<(PathBuf, bool)> {
        let file = self.file();
        if file.as_os_str().is_empty() {
            self.refused(language.text(missing), None);
            return None;
        }
        self.fault = None;
        let overwrite = self.replaces();
        Some((file, overwrite))
    }

    /// The file could not be made: shows this sentence as the fault of the field. Where that was because the file `exists`,
    /// it is overwritten when the user asks again.
    pub fn refused(&mut self, sentence: String, exists: Option<&Path>) {
        self.fault = Some(sentence);
        self.confirmed = exists.map(Path::to_owned);
        self.take_focus = true;
    }

    /// Whether the path is that of an existing file that may be overwritten.
    pub fn replaces(&self) -> bool {
        self.confirmed.as_ref() == Some(&self.file())
    }

    /// Draws the field for the path.
    pub fn field_ui(&mut self, ui: &mut Ui, label: &str, width: f32) {
        let before = self.path.clone();
        let fault = self.fault.clone();
        let id = Id::unique("file");
        let response = text_field(ui, id, label, &mut self.path, "", fault.as_deref(), width);
        if before != self.path {
            self.fault = None;
        }
        if std::mem::take(&mut self.take_focus) {
            response.request_focus();
        }
    }

    /// Draws the button that opens the file dialog of the system: to save a file or to open one. Returns whether a path was
    /// chosen there.
    pub fn browse_ui(&mut self, ui: &mut Ui, saves: bool, language: Language) -> bool {
        let browse = Button::new(&language.text("browse")).secondary(ui);
        self.on_browse = browse.has_focus();
        if browse.clicked() {
            match saves {
                true => self.picker.save(ui, &self.file()),
                false => self.picker.file(ui),
            }
        }
        let Some(path) = self.picker.chosen() else {
            return false;
        };
        // The dialog of the system asked already whether an existing file may be overwritten.
        self.confirmed = path.exists().then(|| path.clone());
        self.path = path.display().to_string();
        self.fault = None;
        true
    }

    /// Draws the field with its button. Where the user gave the file another extension that is one of these, returns it: it
    /// means another kind of file.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        extensions: &[&'static str],
        language: Language,
    ) -> Option<&'static str> {
        let before = self.path.clone();
        ui.horizontal_top(|ui| {
            self.field_ui(ui, &language.text("paper-file"), 430.0);
            ui.vertical(|ui| {
                ui.add_space(20.0);
                self.browse_ui(ui, true, language);
            });
        });
        let file = self.file();
        let typed = file.extension().and_then(|extension| extension.to_str());
        let typed = typed.filter(|_| before != self.path)?;
        let mut extensions = extensions.iter().copied();
        extensions.find(|extension| typed.eq_ignore_ascii_case(extension))
    }

    /// Draws the buttons below it. Enter makes the file, unless the keyboard is on another button.
    pub fn buttons_ui(
        &self,
        ui: &mut Ui,
        registers: &Registers,
        language: Language,
    ) -> Option<FileAction> {
        ui.add_space(4.0);
        let row = ui.horizontal(|ui| {
            let text = language.text(if self.replaces() {
                "paper-replace"
            } else {
                "paper-make"
            });
            let button = Button::new(&text).icon(icons::PAPER);
            let make = button.shortcut(Some("Enter".to_owned())).primary(ui);
            let text = language.text("command-close");
            let keys = Command::Close.shortcut(registers);
            let close = Button::new(&text).shortcut(keys).secondary(ui);
            let elsewhere = make.has_focus() || close.has_focus() || self.on_browse;
            let entered = ui.input(|input| input.key_pressed(Key::Enter));
            if close.clicked() {
                Some(FileAction::Cancel)
            } else {
                (make.clicked() || (entered && !elsewhere)).then_some(FileAction::Make)
            }
        });
        row.inner
    }
}
