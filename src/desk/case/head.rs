//! The head of a case: one glance at what it is, where, since when, whose, and what comes next.

use chrono::NaiveDate;
use egui::{Popup, Sense, Ui, vec2};

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

/// What has a button of its own in the case.
const BUTTONS: [Command; 5] = [
    Command::EditCase,
    Command::Contact,
    Command::NextStep,
    Command::FinishCase,
    Command::ReopenCase,
];

/// Number, status, what can be done, and the case in two lines.
pub fn head_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    dossier: &Dossier,
    all_facts: &mut bool,
    opens_menu: bool,
) {
    let (language, today) = (model.language, model.clock.today());
    let palette = Palette::of(ui);
    let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
    ui.horizontal(|ui| {
        label_ui(ui, &case.number, theme::body(), palette.mute);
        // An event only happens: without statuses it stands nowhere.
        if definition.has_spells() || !definition.statuses.is_empty() {
            let (text, tone) = status_tag(definition, &case.state, today, language);
            tag(ui, &text, tone);
        }
        if let Some((text, tone)) = priority(definition, &case.state, language) {
            tag(ui, &text, tone);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let close = language.text("case-close-panel");
            if Button::new("")
                .icon(icons::CLOSE)
                .name(close)
                .link(ui)
                .clicked()
            {
                model.actions.push(Command::Close);
            }
            if let Some(registers) = &registers {
                more_ui(ui, model, definition, &case.state, registers, opens_menu);
            }
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
    let Some(registers) = registers else { return };
    ui.horizontal_wrapped(|ui| {
        let mut action = |ui: &mut Ui, command: Command, text: &str| {
            let label = language.text(text);
            let icon = command.icon(&registers);
            let press = Button::new(&label)
                .icon(&icon)
                .shortcut(command.shortcut(&registers));
            if press.bordered_chip(ui).clicked() {
                model.actions.push(command);
            }
        };
        action(ui, Command::EditCase, "command-edit-case");
        if definition.has_spells() {
            if case.state.closing().is_none() {
                action(ui, Command::FinishCase, "command-finish-case");
            } else {
                action(ui, Command::ReopenCase, "command-reopen-case");
            }
        }
        let (name, icon) = match *all_facts {
            true => ("case-fewer-facts", icons::LESS),
            false => ("case-all-facts", icons::MORE),
        };
        let label = language.text("case-facts");
        let press = Button::new(&label).name(language.text(name)).after(icon);
        if press.bordered_chip(ui).clicked() {
            *all_facts = !*all_facts;
        }
    });
}

/// Everything else that can be done with the case, from the commands themselves.
fn more_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    state: &CaseState,
    registers: &Registers,
    opens: bool,
) {
    let language = model.language;
    let name = language.text("case-more-actions");
    let response = Button::new("")
        .icon(icons::MORE_ACTIONS)
        .name(&name)
        .link(ui);
    if opens {
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

/// How urgent the case is, where somebody said so and it is not an ordinary one.
fn priority(
    definition: &Definition,
    state: &CaseState,
    language: Language,
) -> Option<(String, Tone)> {
    let field = definition.field(definition.work.priority.as_ref()?)?;
    let said = field.display(state.values.get(&field.id)?, language);
    match definition.priority_of(state) {
        0 => Some((said, Tone::Bad)),
        1 => None,
        _ => Some((said, Tone::Quiet)),
    }
}

/// How many reports there are of the same problem, where the register counts them: the first one is the case itself.
fn reports(definition: &Definition, dossier: &Dossier) -> Option<i64> {
    let kind = definition.report_kind()?;
    let entries = dossier.entries.iter().map(|entry| &entry.state);
    let more = entries.filter(|entry| entry.kind == kind.id && !entry.withdrawn);
    i64::try_from(more.count()).ok().map(|more| more + 1)
}

/// The open statuses in the order of the process, up to where the case stands.
pub fn process_ui(
    ui: &mut Ui,
    definition: &Definition,
    state: &CaseState,
    today: NaiveDate,
    language: Language,
) {
    let steps: Vec<_> = definition
        .statuses
        .iter()
        .filter(|status| status.open && status.choice.is_current())
        .take(8)
        .collect();
    let open = state.open_at_end_of(today) || state.closing().is_none();
    if steps.len() < 2 || !open {
        return;
    }
    let palette = Palette::of(ui);
    let at = steps
        .iter()
        .position(|step| Some(&step.choice.id) == state.status.as_ref());
    let width = ui.available_width();
    let each = (width - 6.0 * (steps.len() - 1) as f32) / steps.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(width, 30.0), Sense::hover());
    for (place, step) in steps.iter().enumerate() {
        let left = rect.left() + place as f32 * (each + 6.0);
        let bar = egui::Rect::from_min_size(egui::pos2(left, rect.top() + 4.0), vec2(each, 4.0));
        let (colour, font, ink) = match at {
            Some(at) if place < at => (palette.series[0].1, theme::label(), palette.mute),
            Some(at) if place == at => (palette.accent, theme::strong_label(), palette.ink),
            _ => (palette.soft, theme::label(), palette.mute),
        };
        ui.painter().rect_filled(bar, 2.0, colour);
        // Where there is no room for every name, the one that counts is written out.
        if each < 84.0 && at != Some(place) {
            continue;
        }
        let name = step.choice.label.text(language).to_owned();
        let galley = ui.painter().layout_no_wrap(name, font, ink);
        let left = bar.left().min(rect.right() - galley.size().x);
        let below = egui::pos2(left, bar.bottom() + 4.0);
        ui.painter().galley(below, galley, ink);
    }
}
