//! The head of a case: its number, status and title, and the buttons of what can be done with it.

use egui::{Popup, Ui};

use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, tag};
use crate::desk::parts::case_text::{status_tag, summary, title};
use crate::desk::parts::command_menu::commands_ui;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{CaseFile, CaseState, Definition, Registers};
use crate::store::Dossier;

/// The commands that have a button of their own in the case.
const BUTTONS: [Command; 5] = [
    Command::EditCase,
    Command::Contact,
    Command::NextStep,
    Command::FinishCase,
    Command::ReopenCase,
];

/// The head. Returns whether the button was pressed that shows all fields of the case, or fewer again.
pub fn head_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    dossier: &Dossier,
    all_facts: bool,
    open_menu: bool,
) -> bool {
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return false;
    };
    let language = model.language;
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        label_ui(ui, &case.number, theme::body(), palette.mute);
        tags_ui(ui, model, definition, &case.state);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let close = language.text("case-close-panel");
            let button = Button::new("").icon(icons::CLOSE).name(close);
            if button.link(ui).clicked() {
                model.actions.push(Command::Close);
            }
            more_ui(ui, model, definition, &case.state, &registers, open_menu);
            accessible::read_from_left(ui);
        });
    });
    label_ui(ui, title(definition, case), theme::title(), palette.ink);
    let mut line = summary(definition, case, language);
    if let Some(reports) = reports(definition, dossier) {
        let reports = [("count", reports.into())];
        line = format!("{line} · {}", language.say("case-reports", &reports));
    }
    ui.add(egui::Label::new(egui::RichText::new(line).color(palette.mute)).wrap());
    ui.horizontal_wrapped(|ui| {
        commands_row_ui(ui, model, definition, &case.state, &registers);
        facts_button_ui(ui, all_facts, language)
    })
    .inner
}

/// The status of the case, and its priority where it is not an ordinary one.
fn tags_ui(ui: &mut Ui, model: &Model, definition: &Definition, state: &CaseState) {
    let (language, today) = (model.language, model.clock.today());
    // An event of a register without statuses has none.
    if definition.has_spells() || !definition.statuses.is_empty() {
        let (text, tone) = status_tag(definition, state, today, language);
        tag(ui, &text, tone);
    }
    if let Some((text, tone)) = priority(definition, state, language) {
        tag(ui, &text, tone);
    }
}

/// The buttons that change the case, and end it or open it again.
fn commands_row_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    state: &CaseState,
    registers: &Registers,
) {
    let mut commands = vec![(Command::EditCase, "command-edit-case")];
    if definition.has_spells() {
        commands.push(match state.closing() {
            None => (Command::FinishCase, "command-finish-case"),
            Some(_) => (Command::ReopenCase, "command-reopen-case"),
        });
    }
    for (command, text) in commands {
        let label = model.text(text);
        let icon = command.icon(registers);
        let button = Button::new(&label)
            .icon(&icon)
            .shortcut(command.shortcut(registers));
        if button.bordered_chip(ui).clicked() {
            model.actions.push(command);
        }
    }
}

/// The button that shows all fields, or fewer again. Returns whether it was pressed.
fn facts_button_ui(ui: &mut Ui, all_facts: bool, language: Language) -> bool {
    let (name, icon) = match all_facts {
        true => ("case-fewer-facts", icons::LESS),
        false => ("case-all-facts", icons::MORE),
    };
    let label = language.text("case-facts");
    let button = Button::new(&label).name(language.text(name)).after(icon);
    button.bordered_chip(ui).clicked()
}

/// The menu of everything else that can be done with the case.
fn more_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    state: &CaseState,
    registers: &Registers,
    open: bool,
) {
    let language = model.language;
    let name = language.text("case-more-actions");
    let response = Button::new("")
        .icon(icons::MORE_ACTIONS)
        .name(&name)
        .link(ui);
    if open {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&response));
        response.request_focus();
    }
    Popup::menu(&response).accessible_name(&name).show(|ui| {
        ui.set_width(320.0);
        let mut commands = Command::of_case(definition, state, model.clock.today());
        // These have a button of their own.
        commands.retain(|command| !BUTTONS.contains(command));
        model
            .actions
            .extend(commands_ui(ui, commands, registers, language));
    });
}

/// The priority of the case, where it has one that is not ordinary.
fn priority(
    definition: &Definition,
    state: &CaseState,
    language: Language,
) -> Option<(String, Tone)> {
    let field = definition.field(definition.work.priority.as_ref()?)?;
    let text = field.display(state.values.get(&field.id)?, language);
    match definition.priority_of(state) {
        0 => Some((text, Tone::Bad)),
        1 => None,
        _ => Some((text, Tone::Quiet)),
    }
}

/// How many reports there are of the same problem, the case itself included, where the register counts them.
fn reports(definition: &Definition, dossier: &Dossier) -> Option<i64> {
    let kind = definition.report_kind()?;
    let entries = dossier.entries.iter().map(|entry| &entry.state);
    let more = entries.filter(|entry| entry.kind == kind.id && !entry.withdrawn);
    i64::try_from(more.count()).ok().map(|more| more + 1)
}
