//! Commands as the entries of a menu, each with its icon and shortcut.

use egui::{Id, Response, Ui};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::menu::{Menu, MenuEntry, MenuKeys, set_menu_width};
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

/// Draws a menu of commands below what opens it; returns the one that was chosen.
pub fn command_menu_ui(
    opener: &Response,
    menu: Id,
    name: &str,
    commands: Vec<Command>,
    registers: &Registers,
    language: Language,
) -> Option<Command> {
    Menu::new(opener, menu, name).show(|ui, keys| {
        set_menu_width(ui, &entries_of(&commands, registers, language));
        command_entries_ui(ui, commands, registers, language, keys)
    })
}

/// Draws the commands as the entries of a menu; returns the one that was chosen.
pub fn command_entries_ui(
    ui: &mut Ui,
    commands: Vec<Command>,
    registers: &Registers,
    language: Language,
    keys: &mut MenuKeys,
) -> Option<Command> {
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
