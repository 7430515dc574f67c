//! The documents of a case on the screen, and the file that one comes from or goes to.

use std::path::PathBuf;

use egui::{Ui, vec2};

use crate::desk::backend::protocol::{Request, RequestId, TakeOutJob};
use crate::desk::case::documents::attach;
use crate::desk::case::timeline::{Item, Sort};
use crate::desk::case::timeline_ui::ItemAction;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{inlay, label_ui};
use crate::desk::parts::file_field::FileField;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::language::Language;
use crate::register::{ATTACHMENT, CaseKey, EntryKey};
use crate::store::LARGEST_DOCUMENT;

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
    file: FileField,
    /// The request by which it is being attached.
    pub saving: Option<RequestId>,
}

impl DocumentForm {
    /// With this path to begin with.
    pub fn new(way: Way, path: String) -> Self {
        Self {
            way,
            file: FileField::new(path),
            saving: None,
        }
    }

    /// It could not be attached: the path stays, with why beside it.
    pub fn refused(&mut self, sentence: String) {
        self.saving = None;
        self.file.refused(sentence, None);
    }

    /// Carries the document in or out, once its path is good. Returns whether the form is done with.
    pub fn save(&mut self, model: &mut Model) -> bool {
        if self.saving.is_some() {
            return false;
        }
        let Some(path) = self.path(model.language) else {
            return false;
        };
        match self.way.clone() {
            Way::In(register, case) => {
                // It stays until the document is in the vault: a refusal is read beside the path.
                self.saving = Some(attach(register, case, path, Pending::Document, model));
                false
            }
            Way::Out(register, entry, _) => {
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

    /// Whether the document leaves the vault.
    fn goes_out(&self) -> bool {
        matches!(self.way, Way::Out(..))
    }

    /// The path that is typed; none with what is wrong beside it.
    fn path(&mut self, language: Language) -> Option<PathBuf> {
        let (path, replaces) = self.file.named("documents-needs-path", language)?;
        if self.goes_out() && !replaces && path.exists() {
            // The second time it goes, as with everything that is put on paper.
            let sentence = language.text("documents-exists");
            self.file.refused(sentence, Some(&path));
            return None;
        }
        Some(path)
    }

    /// Asks for the file, where the story stands.
    pub fn document_form_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let language = model.language;
        let palette = Palette::of(ui);
        let opening = self.file.take_focus;
        inlay(ui, opening, |ui| {
            let (heading, action) = match &self.way {
                Way::In(..) => (language.text("documents-attach"), "documents-do-attach"),
                Way::Out(_, _, name) => {
                    let file = [("file", name.as_str().into())];
                    (language.say("documents-save", &file), "documents-do-save")
                }
            };
            label_ui(ui, heading, theme::heading(), palette.ink);
            let label = language.text("documents-path");
            let width = ui.available_width();
            // What is on its way is not changed meanwhile.
            ui.add_enabled_ui(self.saving.is_none(), |ui| {
                self.file.field_ui(ui, &label, width);
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
                let goes_out = self.goes_out();
                let replaces = goes_out && self.file.replaces();
                let label = language.text(if replaces { "paper-replace" } else { action });
                let press = Button::new(&label).shortcut(model.shortcut(&Command::Save));
                if press.primary(ui).clicked() {
                    model.actions.push(Command::Save);
                }
                if self.file.browse_ui(ui, goes_out, language) {
                    model.actions.push(Command::Save);
                }
                let label = language.text("entry-leave");
                let press = Button::new(&label).shortcut(model.shortcut(&Command::Close));
                if press.secondary(ui).clicked() {
                    model.actions.push(Command::Close);
                }
            });
        });
    }
}

/// The documents that were attached last. Returns what the user wants of one, by its place in the story.
pub fn documents_ui(
    ui: &mut Ui,
    items: &[Item],
    language: Language,
) -> Option<(usize, ItemAction)> {
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
    label_ui(ui, heading, theme::label(), palette.mute);
    let mut wanted = None;
    for (at, item) in documents {
        let size = item.details.first().map(|(_, size)| size.clone());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
            let width = ui.available_width() - 34.0;
            let name = format!("{}, {}", item.title, size.clone().unwrap_or_default());
            let row = Button::new(&item.title)
                .icon(&item.icon)
                .name(name)
                .width(width);
            if row.shortcut(size).secondary(ui).clicked() {
                wanted = Some((at, ItemAction::Open));
            }
            let file = [("file", item.title.as_str().into())];
            let name = language.say("documents-save", &file);
            let save = Button::new("").icon(icons::SAVE_AS).name(&name).link(ui);
            if save.on_hover_text(&name).clicked() {
                wanted = Some((at, ItemAction::SaveAs));
            }
        });
    }
    wanted
}
