//! The tasks of one case, each with its buttons.

use egui::{Align, Layout, Margin, Ui, vec2};

use crate::desk::backend::task_order::TaskId;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, tag};
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

/// Draws the tasks of a case, the one that is due first on top. A next action without a date is no task yet, and is shown too.
pub fn tasks_ui(ui: &mut Ui, model: &mut Model, definition: &Definition, case: &CaseFile) {
    let Some(vault) = &model.vault else { return };
    let tasks = vault.tasks_of(&definition.id, case.key);
    let tasks: Vec<OpenTask> = tasks.cloned().collect();
    let planned = tasks
        .iter()
        .any(|task| task.source == TaskSource::NextAction);
    let next = definition.next_action.as_ref().filter(|_| !planned);
    let undated = match next.and_then(|next| case.state.values.get(&next.what)) {
        Some(Value::Text(what)) if case.state.closing().is_none() => Some(what.clone()),
        _ => None,
    };
    if tasks.is_empty() && undated.is_none() {
        return;
    }
    let palette = Palette::of(ui);
    egui::Frame::new()
        .fill(palette.soft)
        .corner_radius(egui::CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 10.0;
            for task in tasks.iter().take(MOST) {
                task_ui(ui, model, definition, case, task);
            }
            if let Some(what) = undated {
                let what = egui::RichText::new(what).font(theme::strong());
                ui.add(egui::Label::new(what).wrap());
            }
        });
}

fn task_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    task: &OpenTask,
) {
    let language = model.language;
    let palette = Palette::of(ui);
    let what = task_text::what(definition, &task.source, Some(case), language);
    let statutory = task_text::is_statutory(definition, &task.source);
    // Beside a list there is little room: the button that is used less often is an icon there.
    let roomy = ui.available_width() >= ROOMY;
    let buttons = match (roomy, statutory) {
        (true, false) => 224.0,
        (false, false) => 128.0,
        (_, true) => 86.0,
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
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
                ui.spacing_mut().interact_size.y = 20.0;
                due_ui(ui, model, task, statutory);
            });
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            action = buttons_ui(ui, &what, statutory, roomy, language);
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
    language: Language,
) -> Option<TaskAction> {
    let mut action = None;
    if !statutory {
        let text = language.text("task-put-off");
        let button = match roomy {
            true => Button::new(&text),
            false => Button::new("").icon(icons::LATER),
        };
        let response = button.name(format!("{text} {what}")).secondary(ui);
        if response.on_hover_text(&text).clicked() {
            action = Some(TaskAction::PutOff);
        }
    }
    let text = language.text("task-done");
    let button = Button::new(&text).name(format!("{text} {what}"));
    if button.secondary(ui).clicked() {
        action = Some(TaskAction::Done);
    }
    action
}
