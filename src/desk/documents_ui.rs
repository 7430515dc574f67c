//! The documents of a case on the screen, and the file that one comes from or goes to.

use std::path::{Path, PathBuf};

use egui::{Ui, vec2};

use super::command::Command;
use super::fields_ui::Typing;
use super::icons;
use super::model::Model;
use super::picker::Picker;
use super::press::Press;
use super::sheet::Sheet;
use super::story::{Item, Sort};
use super::story_ui::Wanted;
use super::theme::{self, Palette};
use super::widgets::{inlay, say};
use crate::language::Language;
use crate::register::{ATTACHMENT, CaseKey, EntryKey};
use crate::store::LARGEST_DOCUMENT;

/// The name under which the path is typed.
const PATH: &str = "bestand";
/// How many documents are shown above the story, in which they all stand.
const SHOWN: usize = 4;

/// Where a document goes.
#[derive(Clone, Debug)]
pub enum Way {
    /// Onto the timeline of this case of this register.
    In(String, CaseKey),
    /// From this entry of this register, with its name, to a file.
    Out(String, EntryKey, String),
}

/// The file that a document comes from or goes to, as it is typed or chosen.
pub struct DocumentForm {
    /// Where the document goes.
    pub way: Way,
    sheet: Sheet,
    picker: Picker,
    /// The file that is there already and of which was asked, here or in the system's dialog, whether it may go.
    asked: Option<String>,
    /// The action by which it is being attached.
    pub saving: Option<String>,
}

impl DocumentForm {
    /// With this path to begin with.
    pub fn new(way: Way, path: String) -> Self {
        let mut sheet = Sheet::new();
        sheet.texts.insert(PATH.to_owned(), path);
        Self {
            way,
            sheet,
            picker: Picker::default(),
            asked: None,
            saving: None,
        }
    }

    /// It could not be attached: the path stays, with why beside it.
    pub fn refused(&mut self, sentence: String) {
        self.saving = None;
        self.sheet.fault(PATH, sentence);
        self.sheet.take_focus = true;
    }

    /// The path that is typed; none with what is wrong beside it.
    pub fn path(&mut self, language: Language) -> Option<PathBuf> {
        self.sheet.faults.clear();
        // Quotation marks around a path come from copying.
        let typed = self.sheet.text(PATH).trim_matches('"').to_owned();
        let path = PathBuf::from(&typed);
        let out = matches!(self.way, Way::Out(..));
        let fault = match typed.is_empty() {
            true => "documents-needs-path",
            false if out && path.exists() && self.asked.as_ref() != Some(&typed) => {
                // The second time it goes, as with everything that is put on paper.
                self.asked = Some(typed);
                "documents-exists"
            }
            false => return Some(path),
        };
        self.sheet.fault(PATH, language.text(fault));
        self.sheet.take_focus = true;
        None
    }

    /// Asks for the file, where the story stands.
    pub fn document_form_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let (language, today) = (model.language, model.clock.today());
        let palette = Palette::of(ui);
        let opening = self.sheet.take_focus;
        if let Some(path) = self.picker.chosen() {
            let path = path.display().to_string();
            self.sheet.texts.insert(PATH.to_owned(), path.clone());
            self.asked = Some(path);
            model.commands.push(Command::Save);
        }
        inlay(ui, opening, |ui| {
            let (heading, action) = match &self.way {
                Way::In(..) => (language.text("documents-attach"), "documents-do-attach"),
                Way::Out(_, _, name) => {
                    let file = [("file", name.as_str().into())];
                    (language.say("documents-save", &file), "documents-do-save")
                }
            };
            say(ui, heading, theme::heading(), palette.ink);
            let mut typing = Typing {
                sheet: &mut self.sheet,
                scope: "document",
                language,
                today,
            };
            let label = language.text("documents-path");
            let width = ui.available_width();
            // What is on its way is not changed meanwhile.
            ui.add_enabled_ui(self.saving.is_none(), |ui| {
                typing.line_ui(ui, PATH, &label, "", width);
            });
            if matches!(self.way, Way::In(..)) {
                let size = i64::try_from(LARGEST_DOCUMENT / (1024 * 1024)).unwrap_or_default();
                let hint = language.say("documents-hint", &[("size", size.into())]);
                let hint = egui::RichText::new(hint)
                    .font(theme::label())
                    .color(palette.mute);
                ui.add(egui::Label::new(hint).wrap());
            }
            ui.horizontal_wrapped(|ui| {
                let typed = self.sheet.text(PATH).trim_matches('"');
                let out = matches!(self.way, Way::Out(..));
                let replaces =
                    out && self.asked.as_deref() == Some(typed) && !self.sheet.faults.is_empty();
                let label = language.text(if replaces { "paper-replace" } else { action });
                let press = Press::new(&label).shortcut(model.shortcut(&Command::Save));
                if press.primary(ui).clicked() {
                    model.commands.push(Command::Save);
                }
                if Press::new(&language.text("browse")).button(ui).clicked() {
                    match &self.way {
                        Way::In(..) => self.picker.file(ui),
                        Way::Out(_, _, name) => self.picker.save(ui, Path::new(name)),
                    }
                }
                let label = language.text("entry-leave");
                let press = Press::new(&label).shortcut(model.shortcut(&Command::Close));
                if press.button(ui).clicked() {
                    model.commands.push(Command::Close);
                }
            });
        });
    }
}

/// The documents that were attached last. Returns what the user wants of one, by its place in the story.
pub fn documents_ui(ui: &mut Ui, items: &[Item], language: Language) -> Option<(usize, Wanted)> {
    let document = Sort::Entry(ATTACHMENT.to_owned());
    let documents = items.iter().enumerate();
    let documents = documents.filter(|(_, item)| item.sort == document);
    let documents: Vec<(usize, &Item)> = documents.take(SHOWN).collect();
    if documents.is_empty() {
        return None;
    }
    let palette = Palette::of(ui);
    ui.add_space(2.0);
    let heading = language.text("documents-heading");
    say(ui, heading, theme::label(), palette.mute);
    let mut wanted = None;
    for (at, item) in documents {
        let size = item.details.first().map(|(_, size)| size.clone());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
            let width = ui.available_width() - 34.0;
            let name = format!("{}, {}", item.title, size.clone().unwrap_or_default());
            let row = Press::new(&item.title)
                .icon(&item.icon)
                .name(name)
                .width(width);
            if row.shortcut(size).button(ui).clicked() {
                wanted = Some((at, Wanted::Open));
            }
            let file = [("file", item.title.as_str().into())];
            let name = language.say("documents-save", &file);
            let save = Press::new("").icon(icons::SAVE_AS).name(&name).link(ui);
            if save.on_hover_text(&name).clicked() {
                wanted = Some((at, Wanted::SaveAs));
            }
        });
    }
    wanted
}
