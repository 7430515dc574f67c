//! The dialog for the name of a saved view.

use egui::{Id, Key, Ui};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::field::text_field;
use crate::desk::state::model::Model;
use crate::desk::state::saved_views::is_taken;
use crate::store::View;

/// The dialog, with the view whose name is being typed.
pub struct NameDialog {
    view: View,
    /// Whether the view is new.
    new: bool,
    fault: Option<String>,
    fresh: bool,
}

/// What the user chose.
pub enum NameChoice {
    /// Nothing yet.
    None,
    /// To save the view under the name that is typed.
    Save(View),
    /// To close the dialog.
    Close,
}

impl NameDialog {
    /// Begins with the name that the view has.
    pub fn new(view: View, new: bool) -> Self {
        Self {
            view,
            new,
            fault: None,
            fresh: true,
        }
    }

    /// The dialog.
    pub fn ui(&mut self, ui: &Ui, model: &Model) -> NameChoice {
        let language = model.language;
        let id = if self.new {
            "view-name-new"
        } else {
            "view-name"
        };
        let title = language.text(id);
        let (mut save, mut close) = (false, false);
        let modal = dialog_ui(ui, "view name", &title, 420.0, |ui| {
            let name = text_field(
                ui,
                Id::unique("name of the view"),
                &language.text("view-name-label"),
                &mut self.view.name,
                &language.text("view-name-hint"),
                self.fault.as_deref(),
                420.0,
            );
            if std::mem::take(&mut self.fresh) {
                name.request_focus();
            }
            save |= name.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let share = language.text("view-share-label");
            let button = Button::new(&share);
            if button.option(ui, self.view.shared).clicked() {
                self.view.shared = !self.view.shared;
            }
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let text = language.text("command-save");
                let button = Button::new(&text).shortcut(Some("Enter".to_owned()));
                save |= button.primary(ui).clicked();
                let text = language.text("command-close");
                let keys = model.shortcut(&Command::Close);
                close |= Button::new(&text).shortcut(keys).secondary(ui).clicked();
            });
        });
        if save {
            let name = self.view.name.trim().to_owned();
            self.view.name = name;
            let fault = match self.view.name.is_empty() {
                true => Some("view-name-missing"),
                false if is_taken(model, &self.view) => Some("view-name-taken"),
                false => None,
            };
            self.fault = fault.map(|id| language.text(id));
            if self.fault.is_none() {
                return NameChoice::Save(self.view.clone());
            }
            self.fresh = true;
        }
        match close || modal.should_close() {
            true => NameChoice::Close,
            false => NameChoice::None,
        }
    }
}
