//! The tasks of one case, each with its buttons.

use egui::{Align, Layout, Margin, Ui, vec2};

use crate::desk::backend::task_order::TaskId;
use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, low_row, tag};
use crate::desk::parts::task_text;
use crate::desk::state::action::{Action, TaskAction};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{CaseFile, Definition, TaskSource, Value};
use crate::store::OpenTask;

/// The least room in which both buttons are written out beside the text of a task, in points.
const ROOMY: f32 = 520.0;
/// How many tasks of a case are shown.
const MOST: usize = 3;

/// The tasks of a case, the one that is due first on top, and the next action where it has no date yet.
struct CaseTasks {
    dated: Vec<OpenTask>,
    undated: Option<String>,
}

impl CaseTasks {
    fn of(model: &Model, definition: &Definition, case: &CaseFile) -> Self {
        let vault = model.vault.as_ref();
        let dated = vault.map(|vault| vault.tasks_of(&definition.id, case.key).cloned());
        let dated: Vec<OpenTask> = dated.into_iter().flatten().collect();
        let planned = dated
            .iter()
            .any(|task| task.source == TaskSource::NextAction);
        let next = definition.next_action.as_ref().filter(|_| !planned);
        let undated = match next.and_then(|next| case.state.values.get(&next.what)) {
            Some(Value::Text(what)) if case.state.closing().is_none() => Some(what.clone()),
            _ => None,
        };
        Self { dated, undated }
    }
}

/// Draws the tasks of a case, the one that is due first on top. A next action without a date is no task yet, and is shown too.
pub fn tasks_ui(ui: &mut Ui, model: &mut Model, definition: &Definition, case: &CaseFile) {
    let CaseTasks { dated, undated } = CaseTasks::of(model, definition, case);
    if dated.is_empty() && undated.is_none() {
        return;
    }
    let palette = Palette::of(ui);
    frame(palette.soft, palette.soft).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 10.0;
        for task in dated.iter().take(MOST) {
            task_ui(ui, model, definition, case, task, false);
        }
        if let Some(what) = undated {
            undated_ui(ui, what);
        }
    });
}

/// Draws the task of a case that is due first, with a border that says how urgent it is.
pub fn next_task_ui(ui: &mut Ui, model: &mut Model, definition: &Definition, case: &CaseFile) {
    let CaseTasks { dated, undated } = CaseTasks::of(model, definition, case);
    let palette = Palette::of(ui);
    let mut dated = dated.iter();
    let first = dated.next();
    let border = match first {
        Some(task) => {
            let (_, tone) = task_text::due_tag(task.due, model.clock.wall(), model.language);
            match tone {
                Tone::Bad => palette.bad.0,
                Tone::Warn => palette.warn.0,
                Tone::Quiet | Tone::Accent | Tone::Ok => palette.line,
            }
        }
        None => palette.line,
    };
    if first.is_none() && undated.is_none() {
        return;
    }
    frame(palette.panel, border).show(ui, |ui| {
        ui.set_width(ui.available_width());
        match (first, undated) {
            (Some(task), _) => task_ui(ui, model, definition, case, task, true),
            (None, Some(what)) => undated_ui(ui, what),
            (None, None) => {}
        }
    });
}

/// Draws the other tasks of a case, each on a line.
pub fn other_tasks_ui(ui: &mut Ui, model: &mut Model, definition: &Definition, case: &CaseFile) {
    let CaseTasks { dated, undated } = CaseTasks::of(model, definition, case);
    let undated = undated.filter(|_| !dated.is_empty());
    let others: Vec<&OpenTask> = dated.iter().skip(1).take(MOST - 1).collect();
    if others.is_empty() && undated.is_none() {
        return;
    }
    let palette = Palette::of(ui);
    frame(palette.soft, palette.soft).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        for task in others {
            task_line_ui(ui, model, definition, case, task);
        }
        if let Some(what) = undated {
            undated_ui(ui, what);
        }
    });
}

/// A task on one line, with the button that says it is done.
fn task_line_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    task: &OpenTask,
) {
    let language = model.language;
    let palette = Palette::of(ui);
    let what = task_text::what(definition, &task.source, Some(case), language);
    let (due, tone) = task_text::due_tag(task.due, model.clock.wall(), language);
    let roomy = ui.available_width() > 340.0;
    low_row(ui, |ui| {
        let layout = Layout::right_to_left(Align::Center);
        ui.with_layout(layout, |ui| {
            let text = language.text("task-done");
            let button = Button::new(&text).name(format!("{text} {what}"));
            if button.link(ui).clicked() {
                let done = Action::Task(TaskId::of(task), TaskAction::Done);
                model.actions.push(done);
            }
            tag(ui, &due, tone);
            if roomy {
                let day = [("date", language.date(task.due.day).into())];
                let day = language.say("case-due", &day);
                label_ui(ui, day, theme::label(), palette.mute);
            }
            let layout = Layout::left_to_right(Align::Center);
            ui.with_layout(layout, |ui| {
                let words = egui::RichText::new(&what).font(theme::body());
                ui.add(egui::Label::new(words.color(palette.ink)).truncate());
            });
            accessible::read_from_left(ui);
        });
    });
}

fn undated_ui(ui: &mut Ui, what: String) {
    let what = egui::RichText::new(what).font(theme::strong());
    ui.add(egui::Label::new(what).wrap());
}

fn frame(fill: egui::Color32, border: egui::Color32) -> egui::Frame {
    egui::Frame::new()
        .fill(fill)
        .stroke(egui::Stroke::new(1.0, border))
        .corner_radius(egui::CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::symmetric(12, 8))
}

fn task_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    task: &OpenTask,
    with_keys: bool,
) {
    let language = model.language;
    let palette = Palette::of(ui);
    let keys = |command: Command| model.shortcut(&command).filter(|_| with_keys);
    let keys = [keys(Command::PutOffTask), keys(Command::TaskDone)];
    let what = task_text::what(definition, &task.source, Some(case), language);
    let statutory = task_text::is_statutory(definition, &task.source);
    // Beside a list there is little room: the button that is used less often is an icon there.
    let roomy = ui.available_width() >= ROOMY;
    let buttons = match (roomy, statutory) {
        (true, false) => 256.0,
        (false, false) => 148.0,
        (_, true) => 106.0,
    };
    let mut action = None;
    ui.horizontal_top(|ui| {
        label_ui(ui, icons::DATE, theme::icon(), palette.mute);
        let width = (ui.available_width() - buttons).max(120.0);
        let layout = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let words = egui::RichText::new(&what).font(theme::strong());
            ui.add(egui::Label::new(words).wrap());
            ui.spacing_mut().interact_size.y = 20.0;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
                due_ui(ui, model, task, statutory);
            });
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            action = buttons_ui(ui, &what, statutory, roomy, keys, language);
            accessible::read_from_left(ui);
        });
    });
    if let Some(action) = action {
        model.actions.push(Action::Task(TaskId::of(task), action));
    }
}

/// When it is due, and whether that is a statutory term.
fn due_ui(ui: &mut Ui, model: &Model, task: &OpenTask, statutory: bool) {
    let language = model.language;
    let palette = Palette::of(ui);
    let date = ("date", language.date(task.due.day).into());
    let time = task.due.time.map(|time| time.format("%H:%M").to_string());
    let text = match time {
        None => language.say("case-due", &[date]),
        Some(time) => language.say("case-due-at", &[date, ("time", time.into())]),
    };
    label_ui(ui, text, theme::label(), palette.mute);
    let (text, tone) = task_text::due_tag(task.due, model.clock.wall(), language);
    tag(ui, &text, tone);
    if statutory {
        label_ui(
            ui,
            language.text("task-statutory"),
            theme::label(),
            palette.mute,
        );
    }
}

/// The buttons of a task. What the law sets cannot be put off.
fn buttons_ui(
    ui: &mut Ui,
    what: &str,
    statutory: bool,
    roomy: bool,
    [put_off, done]: [Option<String>; 2],
    language: Language,
) -> Option<TaskAction> {
    let mut action = None;
    // From the right: what is done most stands at the end.
    let text = language.text("task-done");
    let button = Button::new(&text)
        .shortcut(done)
        .name(format!("{text} {what}"));
    if button.secondary(ui).clicked() {
        action = Some(TaskAction::Done);
    }
    if !statutory {
        let text = language.text("task-put-off");
        let button = match roomy {
            true => Button::new(&text).shortcut(put_off),
            false => Button::new("").icon(icons::LATER),
        };
        let response = button.name(format!("{text} {what}")).secondary(ui);
        if response.on_hover_text(&text).clicked() {
            action = Some(TaskAction::PutOff);
        }
    }
    action
}
