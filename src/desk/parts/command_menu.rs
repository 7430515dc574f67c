//! Commands as the entries of a menu, each with its icon and shortcut.

use egui::Ui;

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::language::Language;
use crate::register::Registers;

/// Draws the commands as entries of a menu; returns the one that was chosen.
pub fn commands_ui(
    ui: &mut Ui,
    commands: impl IntoIterator<Item = Command>,
    registers: &Registers,
    language: Language,
) -> Option<Command> {
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut chosen = None;
    for command in commands {
        let label = command.label(registers, language);
        let icon = command.icon(registers);
        let button = Button::new(&label).icon(&icon);
        let entry = button.entry(ui, false, command.shortcut(registers));
        if entry.on_hover_text(command.about(language)).clicked() {
            chosen = Some(command);
        }
    }
    chosen
}
