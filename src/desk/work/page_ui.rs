//! Draws the screen with the list of work: its header and toolbar, and the card of the list.

use egui::accesskit::Role;
use egui::{Rect, Ui, UiBuilder, vec2};

use crate::desk::backend::owner_filter::{OwnerFilter, SavedOwnerFilter};
use crate::desk::backend::task_order::TaskId;
use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::divider::{PanelWidth, divider_ui};
use crate::desk::kit::icons;
use crate::desk::kit::page_header::page_header;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::{card, empty, room};
use crate::desk::state::model::Model;
use crate::desk::work::page::WorkPage;
use crate::desk::work::toolbar::toolbar_ui;
use crate::language::Language;

/// The least width in which the list and a case stand side by side, in points.
const BOTH: f32 = 730.0;
/// The least width of the list beside a case, and of the case beside the list.
const LEAST: [f32; 2] = [284.0, 380.0];

/// Draws the screen, with the case of the selected task beside the list where `case_ui` draws it. `storing` are the tasks
/// that are being stored, which are left out. Returns the owner filter that is to be saved, when another one was chosen,
/// and whether the case was made wider or narrower.
pub fn work_ui(
    ui: &mut Ui,
    work: &mut WorkPage,
    model: &mut Model,
    storing: Vec<TaskId>,
    panel: &mut PanelWidth,
    case_ui: Option<impl FnOnce(&mut Ui, &mut Model)>,
) -> (Option<SavedOwnerFilter>, bool) {
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
    let both = room.x >= BOTH;
    let area = ui.available_rect_before_wrap();
    let saved = saved.flatten();
    let case_ui = match case_ui {
        Some(case_ui) if !both => {
            case_ui(ui, model);
            return (saved, false);
        }
        case_ui => case_ui,
    };
    let [list, case] = LEAST;
    let beside = case_ui.as_ref().map_or(0.0, |_| {
        panel.show(
            (room.x * 0.58).clamp(case, 860.0),
            case..=room.x - theme::GAP - list,
        )
    });
    let gap = if beside > 0.0 { theme::GAP } else { 0.0 };
    let left = area.with_max_x(area.left() + room.x - beside - gap);
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        card(ui, 1, |ui| {
            let size = left.size() - vec2(4.0, 4.0);
            ui.set_min_size(size);
            ui.set_max_size(size);
            if work.lines.is_empty() {
                empty_ui(ui, work, language);
            } else {
                work.list_ui(ui, model);
            }
        });
    });
    let Some(case_ui) = case_ui else {
        return (saved, false);
    };
    let right = area.left() + room.x;
    let case = Rect::from_x_y_ranges(right - beside..=right, area.y_range());
    ui.scope_builder(UiBuilder::new().max_rect(case), |ui| {
        accessible::region(ui, Role::Complementary, &model.text("landmark-case"));
        case_ui(ui, model);
    });
    let line = right - beside - gap / 2.0;
    let line = Rect::from_x_y_ranges(line..=line, area.y_range());
    let name = model.text("panel-case");
    let widened = divider_ui(ui, &name, line, panel, |at| right - at - gap / 2.0);
    (saved, widened)
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
