//! Commands as the entries of a menu, each with its icon and shortcut.

use egui::{Id, Ui};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::menu::{MenuEntry, MenuKeys, set_menu_width};
use crate::language::Language;
use crate::register::Registers;

/// The commands as entries, to see how much room they want.
pub fn entries_of(
    commands: &[Command],
    registers: &Registers,
    language: Language,
) -> Vec<MenuEntry> {
    let entries = commands.iter().map(|command| MenuEntry {
        detail: command.shortcut(registers),
        ..MenuEntry::new(command.label(registers, language), false)
    });
    entries.collect()
}

/// Draws the commands as the entries of a menu; returns the one that was chosen.
pub fn commands_ui(
    ui: &mut Ui,
    menu: Id,
    commands: Vec<Command>,
    registers: &Registers,
    language: Language,
) -> Option<Command> {
    set_menu_width(ui, &entries_of(&commands, registers, language));
    let mut keys = MenuKeys::default();
    let chosen = command_entries_ui(ui, commands, registers, language, &mut keys);
    keys.take(ui, menu, true);
    chosen
}

/// The same among other entries, whose keys are taken with those of the others.
pub fn command_entries_ui(
    ui: &mut Ui,
    commands: Vec<Command>,
    registers: &Registers,
    language: Language,
    keys: &mut MenuKeys,
) -> Option<Command> {
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut chosen = None;
    for command in commands {
        let label = command.label(registers, language);
        let icon = command.icon(registers);
        let button = Button::new(&label).icon(&icon);
        let entry = button.entry(ui, false, command.shortcut(registers));
        keys.add(&entry, &label, false);
        if entry.on_hover_text(command.about(language)).clicked() {
            chosen = Some(command);
        }
    }
    chosen
}
