//! Who the user is: asked once, in a card at the foot of the navigation that holds up nothing, and changed in a dialog.

use egui::{Align, Id, Key, Layout, Margin, Ui};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::field::text_field;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui, paragraph};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::desk::state::settings::{Me, initials_of};

/// How many letters initials have at most.
const MOST_INITIALS: usize = 4;
/// How wide the field of the initials is, in points.
const INITIALS: f32 = 72.0;

/// The name and initials that are being typed.
pub struct WhoForm {
    me: Me,
    /// Whether the initials are those that follow from the name.
    follows: bool,
    fault: bool,
    /// Whether the field of the name is to take the keyboard.
    take_focus: bool,
}

impl WhoForm {
    /// Begins with this name.
    pub fn new(me: &Me) -> Self {
        Self {
            me: me.clone(),
            follows: me.initials == initials_of(&me.name),
            fault: false,
            take_focus: false,
        }
    }

    /// The card that asks it. It takes no keyboard.
    pub fn card_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        card(ui, Margin::same(12), |ui| {
            let width = ui.available_width();
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 6.0;
            let palette = Palette::of(ui);
            let language = model.language;
            label_ui(ui, language.text("who-title"), theme::strong(), palette.ink);
            let why = language.text("who-why");
            paragraph(ui, &why, theme::label(), palette.mute);
            let mut done = self.name_ui(ui, "who card", width, model);
            ui.horizontal(|ui| {
                done |= self.initials_ui(ui, "who card", model);
                ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
                    let text = language.text("who-done");
                    done |= Button::new(&text).accented(ui).clicked();
                });
            });
            if done {
                self.answer(model);
            }
        });
    }

    /// The dialog that changes it. Returns whether it stays open.
    pub fn dialog_ui(&mut self, ui: &Ui, model: &mut Model) -> bool {
        let language = model.language;
        let title = language.text("who-title");
        let (mut done, mut close) = (false, false);
        let modal = dialog_ui(ui, "who", &title, 420.0, |ui| {
            let why = language.text("who-why");
            paragraph(ui, &why, theme::body(), Palette::of(ui).mute);
            done |= self.name_ui(ui, "who dialog", 420.0, model);
            done |= self.initials_ui(ui, "who dialog", model);
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let text = language.text("command-save");
                let button = Button::new(&text).shortcut(Some("Enter".to_owned()));
                done |= button.primary(ui).clicked();
                let text = language.text("command-close");
                let keys = model.shortcut(&Command::Close);
                close |= Button::new(&text).shortcut(keys).secondary(ui).clicked();
            });
        });
        let answered = done && self.answer(model);
        !(answered || close || modal.should_close())
    }

    /// The dialog is to begin with the keyboard in the name.
    #[must_use]
    pub fn with_keyboard(mut self) -> Self {
        self.take_focus = true;
        self
    }

    /// Tells who the user is, where a name is typed.
    fn answer(&mut self, model: &mut Model) -> bool {
        let name = self.me.name.trim().to_owned();
        self.fault = name.is_empty();
        if self.fault {
            self.take_focus = true;
            return false;
        }
        let typed = self.me.initials.trim();
        let initials = match typed.is_empty() {
            true => initials_of(&name),
            false => typed.to_owned(),
        };
        model.actions.push(Action::IAm(Me { name, initials }));
        true
    }

    /// The field of the name. Returns whether Enter was pressed in it.
    fn name_ui(&mut self, ui: &mut Ui, place: &str, width: f32, model: &Model) -> bool {
        let fault = self.fault.then(|| model.text("who-name-missing"));
        let label = model.text("who-name");
        let id = Id::unique((place, "name"));
        let name = &mut self.me.name;
        let field = text_field(ui, id, &label, name, "", fault.as_deref(), width);
        if std::mem::take(&mut self.take_focus) {
            field.request_focus();
        }
        if field.changed() {
            self.fault = false;
            if self.follows {
                self.me.initials = initials_of(&self.me.name);
            }
        }
        field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// The field of the initials. Returns whether Enter was pressed in it.
    fn initials_ui(&mut self, ui: &mut Ui, place: &str, model: &Model) -> bool {
        let label = model.text("who-initials");
        let id = Id::unique((place, "initials"));
        let initials = &mut self.me.initials;
        let field = text_field(ui, id, &label, initials, "", None, INITIALS);
        if field.changed() {
            let letters = self.me.initials.chars().take(MOST_INITIALS);
            self.me.initials = letters.collect();
            self.follows = false;
        }
        field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }
}
