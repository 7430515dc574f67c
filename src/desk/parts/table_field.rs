//! The field for the file of a table that is read: its path is typed, dropped, or chosen in the file dialog of the system.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Ui};

use crate::desk::kit::button::Button;
use crate::desk::kit::field::text_field;
use crate::desk::kit::file_dialog::FileDialog;
use crate::desk::parts::file_field::file_named;
use crate::language::Language;

/// The widest the field is, in points.
const WIDEST: f32 = 820.0;
/// How much room the buttons behind it take: the one that opens the file dialog, and the one that reads the file.
const BROWSE: f32 = 160.0;
const LOOK: f32 = 140.0;

/// The field, with the path that is typed in it.
#[derive(Default)]
pub struct TableField {
    path: String,
    picker: FileDialog,
    /// Whether it is to take the keyboard.
    pub take_focus: bool,
    /// Whether it is to lose the keyboard.
    pub leave_focus: bool,
}

impl TableField {
    /// An empty field that takes the keyboard.
    pub fn with_keyboard() -> Self {
        Self {
            take_focus: true,
            ..Self::default()
        }
    }

    /// The path as it is typed.
    pub fn typed(&self) -> &str {
        &self.path
    }

    /// The file that is named; none where nothing is typed.
    pub fn file(&self) -> Option<PathBuf> {
        let file = file_named(&self.path);
        (!file.as_os_str().is_empty()).then_some(file)
    }

    /// Names this file.
    pub fn set(&mut self, file: &Path) {
        self.path = file.display().to_string();
    }

    /// Draws the field with this id and its button, and where `looks` is given one more that reads the file, which is
    /// pressed only where that is so. Returns whether the file is to be read.
    pub fn ui(&mut self, ui: &mut Ui, id: Id, looks: Option<bool>, language: Language) -> bool {
        let mut read = false;
        ui.horizontal_top(|ui| {
            let buttons = BROWSE + looks.map_or(0.0, |_| LOOK);
            let room = (ui.available_width() - buttons).clamp(160.0, WIDEST);
            let label = language.text("import-file");
            let hint = language.text("import-file-hint");
            let field = text_field(ui, id, &label, &mut self.path, &hint, None, room);
            if std::mem::take(&mut self.take_focus) {
                field.request_focus();
            }
            if std::mem::take(&mut self.leave_focus) {
                field.surrender_focus();
            }
            read = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.vertical(|ui| {
                // Beside the field, below its label.
                ui.add_space(20.0);
                ui.horizontal(|ui| read |= self.buttons_ui(ui, looks, language));
            });
        });
        read
    }

    fn buttons_ui(&mut self, ui: &mut Ui, looks: Option<bool>, language: Language) -> bool {
        let browse = language.text("browse");
        if Button::new(&browse).secondary(ui).clicked() {
            self.picker.table(ui, &language.text("picker-tables"));
        }
        let chosen = self.picker.chosen();
        if let Some(file) = &chosen {
            self.set(file);
        }
        let Some(can_look) = looks else {
            return chosen.is_some();
        };
        let look = language.text("import-look");
        let button = Button::new(&look).enabled(can_look && self.file().is_some());
        button.secondary(ui).clicked() || chosen.is_some()
    }
}
