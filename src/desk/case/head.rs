//! The head of a case: its number, status and title, and the buttons of what can be done with it.

use egui::{Id, Popup, Ui};

use crate::desk::command::Command;
use crate::desk::command::kinds::everyday_kind;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::page_header::fitting_actions;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, low_row, tag};
use crate::desk::parts::case_text::{about, district, short_title, since, status_tag};
use crate::desk::parts::command_menu::command_menu_ui;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{CaseFile, CaseState, Definition, Registers};
use crate::store::Dossier;

/// The commands that always have a button of their own in the case.
const BUTTONS: [Command; 5] = [
    Command::EditCase,
    Command::Contact,
    Command::NextStep,
    Command::FinishCase,
    Command::ReopenCase,
];

/// How many buttons stand below the next action.
const ACTIONS: usize = 3;

/// The head: which case it is, and one line of facts.
pub fn head_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    dossier: &Dossier,
    open_menu: bool,
) {
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    let language = model.language;
    let palette = Palette::of(ui);
    low_row(ui, |ui| {
        // A case without another title is called by its number, which then stands there once.
        if short_title(definition, case) != case.number {
            label_ui(ui, &case.number, theme::body(), palette.mute);
        }
        tags_ui(ui, model, definition, &case.state);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let close = language.text("case-close-panel");
            let button = Button::new("").icon(icons::CLOSE).name(&close);
            if button.link(ui).on_hover_text(close).clicked() {
                model.actions.push(Command::Close);
            }
            more_ui(ui, model, definition, &case.state, &registers, open_menu);
            let edit = Command::EditCase.label(&registers, language);
            let button = Button::new("").icon(icons::EDIT).name(&edit);
            let keys = Command::EditCase.shortcut(&registers).unwrap_or_default();
            if button
                .link(ui)
                .on_hover_text(format!("{edit} ({keys})"))
                .clicked()
            {
                model.actions.push(Command::EditCase);
            }
            accessible::read_from_left(ui);
        });
    });
    let text = full_title(definition, case, language);
    let text = egui::RichText::new(text).font(theme::title());
    ui.add(egui::Label::new(text.color(palette.ink)).truncate());
    let line = facts_line(definition, case, dossier, language);
    ui.add(egui::Label::new(egui::RichText::new(line).color(palette.mute)).wrap());
}

/// Where the case is or whom it is about, with its district.
fn full_title(definition: &Definition, case: &CaseFile, language: Language) -> String {
    let name = short_title(definition, case);
    match district(definition, case, language) {
        Some(district) if name != case.number => format!("{name}, {district}"),
        _ => name,
    }
}

/// What it is about, since when, how often it was reported and who handles it.
fn facts_line(
    definition: &Definition,
    case: &CaseFile,
    dossier: &Dossier,
    language: Language,
) -> String {
    let mut parts = about(definition, case, language);
    parts.extend(since(definition, case, language));
    if let Some(reports) = reports(definition, dossier) {
        parts.push(language.say("case-reports", &[("count", reports.into())]));
    }
    parts.extend(definition.owner_of(&case.state).map(str::to_owned));
    parts.join(" · ")
}

/// The buttons of what is done most in a case: a contact, the next step, ending it or opening it again; where a register
/// has fewer of these, its other kinds of entries.
pub fn actions_ui(ui: &mut Ui, model: &mut Model, definition: &Definition, state: &CaseState) {
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    let language = model.language;
    let short = everyday_kind(definition).map(|kind| kind.short_label().text(language));
    let mut commands = Command::of_case(definition, state, model.clock.today());
    commands.retain(|command| *command != Command::EditCase);
    let own = |command: &Command| BUTTONS.contains(command);
    let (own, others): (Vec<Command>, Vec<Command>) = commands.into_iter().partition(own);
    let kinds = others.into_iter();
    let kinds = kinds.filter(|command| matches!(command, Command::Enter(_)));
    let at = own.len().min(1);
    let fill: Vec<Command> = kinds.take(ACTIONS.saturating_sub(own.len())).collect();
    let (first, last) = own.split_at(at);
    let shown = first.iter().chain(&fill).chain(last);
    ui.horizontal(|ui| {
        fitting_actions(ui, Id::unique("actions of the case"), |ui| {
            for command in shown {
                let (label, name) = match (command, short) {
                    (Command::Contact, Some(short)) => (short.to_owned(), None),
                    (Command::FinishCase, _) => (language.text("command-finish-case"), None),
                    (Command::ReopenCase, _) => (language.text("command-reopen-case"), None),
                    (Command::Enter(id), _) => {
                        let kind = definition.entry_kind(id);
                        let label = kind.map(|kind| kind.short_label().text(language));
                        let name = command.label(&registers, language);
                        (label.unwrap_or(id).to_owned(), Some(name))
                    }
                    _ => (command.label(&registers, language), None),
                };
                let icon = command.icon(&registers);
                let button = Button::new(&label)
                    .icon(&icon)
                    .shortcut(command.shortcut(&registers));
                let button = match name {
                    Some(name) => button.name(name),
                    None => button,
                };
                if button.secondary(ui).clicked() {
                    model.actions.push(command.clone());
                }
            }
        });
    });
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
    let menu = Popup::default_response_id(&response);
    if open {
        Popup::open_id(ui.ctx(), menu);
        response.request_focus();
    }
    let mut commands = Command::of_case(definition, state, model.clock.today());
    // These have a button of their own.
    commands.retain(|command| !BUTTONS.contains(command));
    let chosen = command_menu_ui(&response, menu, &name, commands, registers, language);
    model.actions.extend(chosen);
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
