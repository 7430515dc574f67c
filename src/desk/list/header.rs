//! The header of a list: the register, how many cases are shown, and what can be done with them.

use egui::Ui;

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::page_header::page_header;
use crate::desk::list::case_list::CaseList;
use crate::desk::state::model::Model;
use crate::register::Definition;

/// Draws the header of the list of a register.
pub fn list_header_ui(ui: &mut Ui, list: &CaseList, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let registers = vault.registers.clone();
    let columns = vault.columns(&definition.id);
    let all = columns.map_or(0, |columns| columns.len());
    let subtitle = list.subtitle(definition, all, language);
    let can_meet = !list.rows.is_empty() && definition.decision_kind().is_some();
    let actions = &mut model.actions;
    page_header(ui, definition.label.text(language), &subtitle, |ui| {
        let label = definition.case_words.new.text(language);
        let keys = Command::NewCase.shortcut(&registers);
        let new = Button::new(label).icon(icons::ADD).shortcut(keys);
        if new.primary(ui).clicked() {
            actions.push(Command::NewCase);
        }
        let mut action = |command: Command, label: &str, icon: &str| {
            let name = language.text(label);
            let full = command.label(&registers, language);
            let keys = command.shortcut(&registers);
            let button = Button::new(&name).icon(icon).shortcut(keys);
            let button = match command {
                Command::Meeting | Command::EnterMany => button.name(full),
                _ => button,
            };
            if button.secondary(ui).clicked() {
                actions.push(command);
            }
        };
        action(Command::EnterMany, "grid-open", icons::GRID);
        action(Command::Import, "command-import", icons::IMPORT);
        action(Command::Export, "command-export", icons::EXPORT);
        if can_meet {
            action(Command::Meeting, "meeting-begin", icons::MEETING);
        }
    });
}
