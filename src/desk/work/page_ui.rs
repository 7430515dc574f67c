//! Draws the screen with the list of work: its header and toolbar, and the card of the list.

use egui::{Ui, vec2};

use crate::desk::backend::owner_filter::{OwnerFilter, SavedOwnerFilter};
use crate::desk::backend::task_order::TaskId;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::page_header::page_header;
use crate::desk::kit::widgets::{card, empty, room};
use crate::desk::state::model::Model;
use crate::desk::work::page::WorkPage;
use crate::desk::work::toolbar::toolbar_ui;
use crate::language::Language;

/// Draws the screen. `storing` are the tasks that are being stored, which are left out. Returns the owner filter that is
/// to be saved, when another one was chosen.
pub fn work_ui(
    ui: &mut Ui,
    work: &mut WorkPage,
    model: &mut Model,
    storing: Vec<TaskId>,
) -> Option<SavedOwnerFilter> {
    work.refresh(model, storing.clone());
    let language = model.language;
    header_ui(ui, work, model);
    let before = work.filter.owner.clone();
    ui.horizontal_wrapped(|ui| toolbar_ui(ui, work, model));
    ui.add_space(4.0);
    let was_changed = work.filter.owner != before;
    work.owner_was_chosen |= was_changed;
    let saved = was_changed.then(|| work.filter.owner.to_saved());
    work.refresh(model, storing);
    let room = room(ui);
    card(ui, 1, |ui| {
        ui.set_min_size(room - vec2(4.0, 4.0));
        ui.set_max_size(room - vec2(4.0, 4.0));
        if work.lines.is_empty() {
            empty_ui(ui, work, language);
        } else {
            work.list_ui(ui, model);
        }
    });
    saved.flatten()
}

fn header_ui(ui: &mut Ui, work: &WorkPage, model: &mut Model) {
    let language = model.language;
    let title = match &work.filter.owner {
        OwnerFilter::Mine => language.text("work"),
        OwnerFilter::Team => language.text("work-of-team"),
        OwnerFilter::Colleague(name) => {
            language.say("work-of-colleague", &[("name", name.as_str().into())])
        }
        OwnerFilter::Nobody => language.text("work-of-nobody"),
    };
    let [late, today, week, _] = work.section_counts.map(|count| (count as i64).into());
    let counts = [("late", late), ("today", today), ("week", week)];
    let subtitle = language.say("work-subtitle", &counts);
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    let actions = &mut model.actions;
    page_header(ui, &title, &subtitle, |ui| {
        let is_selected = work.selected.is_some();
        let label = language.text("task-done");
        let keys = Command::TaskDone.shortcut(&registers);
        let done = Button::new(&label).icon(icons::CHOSEN).shortcut(keys);
        if done.enabled(is_selected).primary(ui).clicked() {
            actions.push(Command::TaskDone);
        }
        let label = language.text("task-put-off");
        let keys = Command::PutOffTask.shortcut(&registers);
        let later = Button::new(&label).icon(icons::LATER).shortcut(keys);
        if later.enabled(is_selected).secondary(ui).clicked() {
            actions.push(Command::PutOffTask);
        }
    });
}

fn empty_ui(ui: &mut Ui, work: &WorkPage, language: Language) {
    let (title, next) = match work.filter.owner {
        OwnerFilter::Mine => ("work-empty", "work-empty-next"),
        _ => ("work-empty", "work-empty-others"),
    };
    ui.vertical(|ui| {
        ui.set_width(ui.available_width());
        empty(ui, icons::WORK, &language.text(title), &language.text(next));
    });
}
