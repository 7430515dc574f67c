//! The file that something goes to or comes from: typed, or chosen in the system's own dialog. Nothing goes in the place of
//! a file that is there before that was asked.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Ui};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::file_dialog::FileDialog;
use crate::desk::kit::icons;
use crate::desk::kit::widgets::text_field;
use crate::language::Language;
use crate::places;
use crate::register::Registers;

/// A file, while it is being named.
#[derive(Default)]
pub struct FileField {
    path: String,
    fault: Option<String>,
    /// The file that stood in the way, or of which the system's dialog asked already whether it may go: the second time
    /// it goes.
    in_the_way: Option<PathBuf>,
    picker: FileDialog,
    /// Whether the keyboard is on the button that looks for a place.
    on_browse: bool,
    /// Whether it is to take the keyboard.
    pub take_focus: bool,
}

/// What the user wants of a dialog that makes a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Make the file.
    Make,
    /// Leave it.
    Leave,
}

/// The file that is meant by what is typed. Quotation marks around a path come from copying.
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

    /// A name of which there is no file yet, in this folder or else in that for documents.
    pub fn proposed(folder: Option<&Path>, name: &str, ending: &str) -> Self {
        let folder = folder.filter(|folder| folder.is_dir()).map(Path::to_owned);
        let folder = folder.or_else(places::documents).unwrap_or_default();
        // A case number comes from a file verbatim, and may hold what a name of a file cannot.
        let name: String = name
            .chars()
            .map(|letter| match places::can_stand_in_a_name(letter) {
                true => letter,
                false => '-',
            })
            .collect();
        let numbered = (2..100).map(|number| format!("{name} ({number}).{ending}"));
        let mut names = std::iter::once(format!("{name}.{ending}")).chain(numbered);
        let free = names.find(|name| !folder.join(name).exists());
        let path = folder.join(free.unwrap_or_else(|| format!("{name}.{ending}")));
        Self {
            path: path.display().to_string(),
            ..Self::default()
        }
    }

    /// The file as it is named now.
    fn file(&self) -> PathBuf {
        file_named(&self.path)
    }

    /// Another kind of file: the name ends otherwise.
    pub fn set_ending(&mut self, ending: &str) {
        self.path = self.file().with_extension(ending).display().to_string();
        self.fault = None;
    }

    /// The file that is named, and whether one that is there may go; none with what is wrong beside it.
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

    /// It could not be done: what is typed stays, with why beside it. A file that stood in the way may go when that is
    /// asked again.
    pub fn refused(&mut self, sentence: String, exists: Option<&Path>) {
        self.fault = Some(sentence);
        self.in_the_way = exists.map(Path::to_owned);
        self.take_focus = true;
    }

    /// Whether the file that is named goes in the place of one that is there.
    pub fn replaces(&self) -> bool {
        self.in_the_way.as_ref() == Some(&self.file())
    }

    /// The field in which it is typed.
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

    /// The button that looks for it with the system's own dialog. Returns whether one was chosen there.
    pub fn browse_ui(&mut self, ui: &mut Ui, goes_out: bool, language: Language) -> bool {
        let browse = Button::new(&language.text("browse")).button(ui);
        self.on_browse = browse.has_focus();
        if browse.clicked() {
            match goes_out {
                true => self.picker.save(ui, &self.file()),
                false => self.picker.file(ui),
            }
        }
        let Some(path) = self.picker.chosen() else {
            return false;
        };
        // The system's own dialog asked already whether a file that is there may go.
        self.in_the_way = path.exists().then(|| path.clone());
        self.path = path.display().to_string();
        self.fault = None;
        true
    }

    /// Asks for the file. Returns the ending where one of these was typed or chosen: whoever writes another one means
    /// another kind of file.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        known: &[&'static str],
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
        let ending = file.extension().and_then(|ending| ending.to_str());
        let ending = ending.filter(|_| before != self.path)?;
        let mut known = known.iter().copied();
        known.find(|known| ending.eq_ignore_ascii_case(known))
    }

    /// The buttons below it. Enter makes the file, unless the keyboard is on another button.
    pub fn buttons_ui(
        &self,
        ui: &mut Ui,
        registers: &Registers,
        language: Language,
    ) -> Option<Wanted> {
        ui.add_space(4.0);
        let row = ui.horizontal(|ui| {
            let text = language.text(if self.replaces() {
                "paper-replace"
            } else {
                "paper-make"
            });
            let press = Button::new(&text).icon(icons::PAPER);
            let make = press.shortcut(Some("Enter".to_owned())).primary(ui);
            let text = language.text("command-close");
            let keys = Command::Close.shortcut(registers);
            let close = Button::new(&text).shortcut(keys).button(ui);
            let elsewhere = make.has_focus() || close.has_focus() || self.on_browse;
            let entered = ui.input(|input| input.key_pressed(Key::Enter));
            if close.clicked() {
                Some(Wanted::Leave)
            } else {
                (make.clicked() || (entered && !elsewhere)).then_some(Wanted::Make)
            }
        });
        row.inner
    }
}
