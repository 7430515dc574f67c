//! What is to be done in one case, each task with the ways to settle it.

use egui::{Align, Layout, Margin, Ui};

use super::icons;
use super::model::{Model, Say};
use super::press::Press;
use super::task_text;
use super::theme::{self, Palette};
use super::widgets::{say, tag};
use super::work::TaskId;
use crate::register::{CaseFile, Definition, TaskSource, Value};
use crate::store::OpenTask;

/// The tasks of a case, what is due first on top. A next action without a date is no task yet, and stands here too.
pub fn tasks_ui(ui: &mut Ui, model: &mut Model, definition: &Definition, case: &CaseFile) {
    let Some(vault) = &model.vault else { return };
    let tasks = vault.tasks_of(&definition.id, case.key).to_vec();
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
            for task in &tasks {
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
    let what = task_text::what(definition, &task.source, case, language);
    let statutory = task_text::is_statutory(definition, &task.source);
    ui.horizontal(|ui| {
        say(ui, icons::DATE, theme::icon(), palette.mute);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mut button = |ui: &mut Ui, id: &str, said: Say| {
                let text = language.text(id);
                let name = format!("{text} {what}");
                if Press::new(&text).name(name).button(ui).clicked() {
                    model.settle = Some((TaskId::of(task), said));
                }
            };
            // What the law sets cannot wait, so nothing offers that.
            if !statutory {
                button(ui, "task-put-off", Say::PutOff);
            }
            button(ui, "task-done", Say::Done);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let what = egui::RichText::new(&what).font(theme::strong());
                ui.add(egui::Label::new(what).wrap());
                ui.horizontal_wrapped(|ui| {
                    let date = ("date", language.date(task.due.day).into());
                    let text = match task.due.time.map(|time| time.format("%H:%M").to_string()) {
                        None => language.say("case-due", &[date]),
                        Some(time) => language.say("case-due-at", &[date, ("time", time.into())]),
                    };
                    say(ui, text, theme::body(), palette.mute);
                    let (text, tone) = task_text::due_tag(task.due, model.clock.wall(), language);
                    tag(ui, &text, tone);
                    if statutory {
                        tag(
                            ui,
                            &language.text("task-statutory"),
                            super::widgets::Tone::Quiet,
                        );
                    }
                });
            });
        });
    });
}
