//! The buttons of a form: store, leave, and throw away.

use egui::Ui;

use crate::desk::command::Command;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::button::Button;
use crate::desk::state::model::Model;

/// What the buttons say: the same commands are called differently on a page, in a case, and where a case ends.
pub struct ButtonTexts {
    /// To store what is typed.
    pub store: String,
    /// To leave the form.
    pub leave: String,
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
    let button = Button::new(&texts.store).shortcut(model.shortcut(&Command::Save));
    if button
        .enabled(!saving && model.lost.is_none())
        .primary(ui)
        .clicked()
    {
        model.actions.push(Command::Save);
    }
    let button = Button::new(&texts.leave).shortcut(model.shortcut(&Command::Close));
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
