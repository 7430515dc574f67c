//! The buttons of a form: store, leave, and throw away.

use egui::Ui;

use crate::desk::command::Command;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::button::Button;
use crate::desk::state::model::Model;

/// The text ids of the buttons: the same commands are called differently on a page and in a case.
pub struct ButtonTexts {
    /// To store what is typed.
    pub store: &'static str,
    /// To leave the form.
    pub leave: &'static str,
}

/// The buttons; the one that throws away only where something was typed.
pub fn buttons_ui(
    ui: &mut Ui,
    model: &mut Model,
    texts: &ButtonTexts,
    inputs: &Inputs,
    saving: bool,
) {
    let language = model.language;
    let label = language.text(texts.store);
    let button = Button::new(&label).shortcut(model.shortcut(&Command::Save));
    if button.enabled(!saving).primary(ui).clicked() {
        model.actions.push(Command::Save);
    }
    let label = language.text(texts.leave);
    let button = Button::new(&label).shortcut(model.shortcut(&Command::Close));
    if button.secondary(ui).clicked() {
        model.actions.push(Command::Close);
    }
    if inputs.touched {
        let label = language.text("command-discard");
        if Button::new(&label).enabled(!saving).link(ui).clicked() {
            model.actions.push(Command::Discard);
        }
    }
}
