//! The head of a case: one glance at what it is, where, since when, whose, and what comes next.

use chrono::{NaiveDate, NaiveDateTime};
use egui::{Margin, Popup, Sense, Ui, vec2};

use super::case_text::{due_tag, status_tag, summary, title};
use super::command::Command;
use super::icons;
use super::model::Model;
use super::press::Press;
use super::theme::{self, Palette};
use super::widgets::{Tone, say, tag, words};
use crate::language::Language;
use crate::register::{
    CaseFile, CaseState, Definition, Due, EntryState, Registers, TaskSource, Value,
};
use crate::store::Dossier;

/// How many terms are shown.
const TERMS: usize = 3;

/// Number, status, what can be done, and the case in two lines.
pub fn head_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    dossier: &Dossier,
    all_facts: &mut bool,
) {
    let (language, today) = (model.language, model.clock.today());
    let palette = Palette::of(ui);
    let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
    ui.horizontal(|ui| {
        say(ui, &case.number, theme::body(), palette.mute);
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
            if Press::new("")
                .icon(icons::CLOSE)
                .name(close)
                .link(ui)
                .clicked()
            {
                model.commands.push(Command::Close);
            }
            if let Some(registers) = &registers {
                more_ui(ui, model, definition, registers);
            }
        });
    });
    say(ui, title(definition, case), theme::title(), palette.ink);
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
            let press = Press::new(&label)
                .icon(&icon)
                .shortcut(command.shortcut(&registers));
            if press.bordered_chip(ui).clicked() {
                model.commands.push(command);
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
        let press = Press::new(&label).name(language.text(name)).after(icon);
        if press.bordered_chip(ui).clicked() {
            *all_facts = !*all_facts;
        }
    });
}

/// Everything else that can be done with the case, from the commands themselves.
fn more_ui(ui: &mut Ui, model: &mut Model, definition: &Definition, registers: &Registers) {
    let language = model.language;
    let name = language.text("case-more-actions");
    let response = Press::new("")
        .icon(icons::MORE_ACTIONS)
        .name(&name)
        .link(ui);
    Popup::menu(&response).accessible_name(&name).show(|ui| {
        ui.set_width(320.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        let of_all = [Command::Attach, Command::Tie, Command::Timeline];
        for command in Command::of_case(definition).into_iter().chain(of_all) {
            let label = command.label(registers, language);
            let icon = command.icon(registers);
            let keys = command.shortcut(registers);
            let press = Press::new(&label).icon(&icon);
            if press.entry(ui, false, keys).clicked() {
                model.commands.push(command);
            }
        }
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
        .filter(|status| status.open && !status.choice.retired)
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

/// The next action, and the terms that are due first.
pub fn deadlines_ui(
    ui: &mut Ui,
    definition: &Definition,
    case: &CaseFile,
    dossier: &Dossier,
    now: NaiveDateTime,
    language: Language,
) {
    next_action_ui(ui, definition, &case.state, now.date(), language);
    let timeline: Vec<EntryState> = dossier
        .entries
        .iter()
        .map(|entry| entry.state.clone())
        .collect();
    let mut tasks = definition.tasks(&case.state, &timeline);
    tasks.retain(|task| match task.source {
        TaskSource::NextAction => false,
        TaskSource::Term(_) => true,
        // A case that lies still asks for a look only once it does.
        TaskSource::Idle => task.due.day <= now.date(),
    });
    tasks.sort_by_key(|task| task.due);
    let palette = Palette::of(ui);
    for task in tasks.iter().take(TERMS) {
        let what = match &task.source {
            TaskSource::Term(id) => definition
                .term(id)
                .map_or(id.clone(), |term| term.label.text(language).to_owned()),
            _ => {
                let days = i64::from(definition.work.idle_days.unwrap_or_default());
                language.say("task-idle-look", &[("days", days.into())])
            }
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 24.0;
            say(ui, icons::TERM, theme::icon(), palette.mute);
            let date = [("date", language.date(task.due.day).into())];
            let by = match task.due.time {
                None => language.say("case-due", &date),
                Some(time) => {
                    let time = time.format("%H:%M").to_string();
                    let [date] = date;
                    language.say("case-due-at", &[date, ("time", time.into())])
                }
            };
            let what = format!("{what}  ");
            words(
                ui,
                &[
                    (&what, theme::body(), palette.ink),
                    (&by, theme::label(), palette.mute),
                ],
            );
            let (text, tone) = due_words(task.due, now, language);
            tag(ui, &text, tone);
        });
    }
}

/// How long there is until something is due: in days, or by the hour where that matters today.
fn due_words(due: Due, now: NaiveDateTime, language: Language) -> (String, Tone) {
    let days = (due.day - now.date()).num_days();
    let said = |id: &str| language.say(id, &[("days", days.abs().into())]);
    let time = due.time.map(|time| time.format("%H:%M").to_string());
    match (days, time) {
        (..0, _) => (said("due-late"), Tone::Bad),
        (0, Some(time)) if due.is_past(now) => (
            language.say("due-since", &[("time", time.into())]),
            Tone::Bad,
        ),
        (0, Some(time)) => (format!("{} {time}", language.text("due-today")), Tone::Warn),
        (0, None) => (language.text("due-today"), Tone::Warn),
        (1..=3, _) => (said("due-in"), Tone::Warn),
        _ => (said("due-in"), Tone::Quiet),
    }
}

/// What happens next, and by when.
fn next_action_ui(
    ui: &mut Ui,
    definition: &Definition,
    state: &CaseState,
    today: NaiveDate,
    language: Language,
) {
    let Some(next) = &definition.next_action else {
        return;
    };
    let Some(Value::Text(what)) = state.values.get(&next.what) else {
        return;
    };
    if !state.open_at_end_of(today) {
        return;
    }
    let palette = Palette::of(ui);
    egui::Frame::new()
        .fill(palette.soft)
        .corner_radius(egui::CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                say(ui, icons::DATE, theme::icon(), palette.mute);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let what = egui::RichText::new(what).font(theme::strong());
                    ui.add(egui::Label::new(what).wrap());
                    if let Some(Value::Date(due)) = state.values.get(&next.due) {
                        ui.horizontal(|ui| {
                            let date = [("date", language.date(*due).into())];
                            let text = language.say("case-due", &date);
                            say(ui, text, theme::body(), palette.mute);
                            if let Some((text, tone)) = due_tag(definition, state, today, language)
                            {
                                tag(ui, &text, tone);
                            }
                        });
                    }
                });
            });
        });
}
