//! The case file beside its list on the screen: what it is at a glance, what belongs to it, and its timeline.

use std::sync::Arc;

use egui::{
    Align2, CornerRadius, Id, Margin, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2,
};

use crate::desk::case::documents_ui::documents_ui;
use crate::desk::case::facts::{facts_ui, rule_ui};
use crate::desk::case::head::{actions_ui, head_ui};
use crate::desk::case::ladder::{CaseLadder, status_steps};
use crate::desk::case::links::{LinkAction, links_ui};
use crate::desk::case::panel::CasePanel;
use crate::desk::case::steps_ui::steps_ui;
use crate::desk::case::timeline::filters_ui::timeline_head_ui;
use crate::desk::case::timeline::item::Item;
use crate::desk::case::timeline::timeline_ui::timeline_ui;
use crate::desk::case::withdrawal::Withdrawal;
use crate::desk::command::Command;
use crate::desk::form::entry_form::card::entry_ui;
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui, low_row};
use crate::desk::parts::task_list::{next_task_ui, other_tasks_ui};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition};
use crate::store::Dossier;

/// From this width on the ladder and the fields stand beside the timeline, in points; below it they stand under it.
const WIDE: f32 = 520.0;
/// How wide they are there.
const SIDE: f32 = 196.0;
/// The least height for the timeline below a head that stays where it is; in less the whole panel scrolls.
const LEAST_TIMELINE: f32 = 180.0;

/// The panel of the selected case, with the form of an entry that is open in it.
pub fn case_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Arc<Definition>,
    key: CaseKey,
    entry: Option<&mut EntryForm>,
    panel: &mut CasePanel,
) {
    let Some(case) = model
        .vault
        .as_mut()
        .and_then(|vault| vault.case(&definition.id, key))
    else {
        return;
    };
    panel.show(&definition.id, key);
    let dossier = model.dossier(&definition.id, key);
    let entry_is_open = entry.is_some();
    card(ui, Margin::same(0), |ui| {
        ui.set_min_size(ui.available_size());
        let whole = ui.available_rect_before_wrap();
        let loaded = dossier.clone().unwrap_or_default();
        let head_height = panel.head_height;
        if whole.height() - head_height < LEAST_TIMELINE {
            // Large letters in a small window: then nothing stays where it is.
            scrolled(ui, ("case", key.0), |ui| {
                let top = ui.cursor().top();
                glance_ui(ui, model, definition, &case, &loaded, panel);
                panel.head_height = ui.cursor().top() - top + 24.0;
                rule_ui(ui);
                inner_ui(ui, model, definition, &case, dossier.as_ref(), entry, panel);
                ui.add_space(8.0);
                side_ui(ui, model, definition, &case, &loaded);
            });
            return;
        }
        margin().show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            glance_ui(ui, model, definition, &case, &loaded, panel);
        });
        let line = ui.cursor().top();
        panel.head_height = line - whole.top();
        let palette = Palette::of(ui);
        let stroke = Stroke::new(1.0, palette.line);
        ui.painter().hline(whole.x_range(), line, stroke);
        let below = whole.with_min_y(line + 1.0);
        let beside = whole.width() >= WIDE && !entry_is_open && !panel.has_form();
        let (left, right) = match beside {
            true => below.split_left_right_at_x(below.right() - SIDE),
            false => (below, Rect::NOTHING),
        };
        within(ui, left, |ui| {
            scrolled(ui, ("case", key.0), |ui| {
                inner_ui(ui, model, definition, &case, dossier.as_ref(), entry, panel);
                if !beside {
                    ui.add_space(8.0);
                    side_ui(ui, model, definition, &case, &loaded);
                }
            });
        });
        if beside {
            let corner = CornerRadius {
                se: theme::CARD_RADIUS,
                ..CornerRadius::ZERO
            };
            ui.painter().rect_filled(right, corner, palette.background);
            ui.painter().vline(right.left(), right.y_range(), stroke);
            within(ui, right, |ui| {
                scrolled(ui, ("side", key.0), |ui| {
                    side_ui(ui, model, definition, &case, &loaded);
                });
            });
        }
    });
}

/// Draws something in a part of the panel.
fn within(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(rect);
    ui.scope_builder(builder, |ui| {
        ui.shrink_clip_rect(rect);
        content(ui);
    });
}

/// Draws something that scrolls, with the margin of the panel around it.
fn scrolled(ui: &mut Ui, salt: (&str, i64), content: impl FnOnce(&mut Ui)) {
    let scroll = ScrollArea::vertical().id_salt(salt).auto_shrink(false);
    scroll.show(ui, |ui| {
        margin().show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            content(ui);
        });
    });
}

fn margin() -> egui::Frame {
    egui::Frame::new().inner_margin(Margin::symmetric(16, 10))
}

fn inner_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &Arc<CaseFile>,
    dossier: Option<&Arc<Dossier>>,
    entry: Option<&mut EntryForm>,
    panel: &mut CasePanel,
) {
    let items = dossier.map(|dossier| panel.items(model, definition, case, dossier));
    let dossier = dossier.cloned().unwrap_or_default();
    if let Some(form) = entry {
        form.take_in_newer_entry(&dossier.entries, definition);
        entry_ui(ui, form, model, definition);
    }
    if let Some(withdrawal) = &mut panel.withdrawal {
        withdrawal.withdrawal_ui(ui, model);
    }
    if let Some(document) = &mut panel.document {
        document.document_form_ui(ui, model);
    }
    other_tasks_ui(ui, model, definition, case);
    panel.other_cases.ui(ui, model, &dossier);
    match links_ui(ui, model, &dossier) {
        Some(LinkAction::Link(other)) => model.actions.push(Action::Link(other)),
        Some(LinkAction::Unlink {
            entry,
            register,
            title,
        }) => panel.withdrawal = Some(Withdrawal::new(*entry, register, title)),
        None => {}
    }
    if let Some(items) = &items
        && let Some((place, action)) = documents_ui(ui, items, model.language)
        && let Some(item) = items.get(place)
    {
        panel.carry_out(action, item, &definition.id, model);
    }
    match items {
        Some(items) => items_ui(ui, model, definition, &items, panel),
        None => loading_ui(ui, model.language),
    }
}

/// What the case is at a glance, which stays while the timeline scrolls: its head, what happens next, and what is done most.
fn glance_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    dossier: &Dossier,
    panel: &mut CasePanel,
) {
    let open_menu = std::mem::take(&mut panel.open_menu);
    head_ui(ui, model, definition, case, dossier, open_menu);
    next_task_ui(ui, model, definition, case);
    ui.add_space(2.0);
    actions_ui(ui, model, definition, &case.state);
}

/// What stands beside the timeline: the ladder of measures, the statuses, and the fields.
fn side_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    dossier: &Dossier,
) {
    let (language, today) = (model.language, model.clock.today());
    if let Some(ladder) = CaseLadder::of(definition, &case.state, dossier, language) {
        let counts = [
            ("at", (ladder.at as i64).into()),
            ("of", (ladder.steps.len() as i64).into()),
        ];
        let note = match ladder.at {
            0 => String::new(),
            _ => language.say("ladder-at", &counts),
        };
        side_heading_ui(ui, &language.text("ladder-heading"), &note);
        if let Some(place) = steps_ui(ui, &ladder.steps) {
            match ladder.entry(place) {
                Some(entry) => {
                    let edit = Action::EditEntry(Box::new(entry.clone()));
                    model.actions.push(edit);
                }
                None => model.actions.push(Command::NextStep),
            }
        }
        ui.add_space(10.0);
    }
    let statuses = status_steps(definition, &case.state, today, language);
    if !statuses.is_empty() {
        side_heading_ui(ui, &language.text("case-course"), "");
        steps_ui(ui, &statuses);
        ui.add_space(10.0);
    }
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    facts_ui(ui, definition, case, language);
}

/// A heading with a note at its right.
fn side_heading_ui(ui: &mut Ui, text: &str, note: &str) {
    let palette = Palette::of(ui);
    low_row(ui, |ui| {
        label_ui(ui, text, theme::heading(), palette.ink);
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| {
            label_ui(ui, note, theme::label(), palette.mute);
        });
    });
}

/// The timeline with its filters.
fn items_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    items: &[Item],
    panel: &mut CasePanel,
) {
    let (language, today) = (model.language, model.clock.today());
    let view = &mut panel.timeline;
    timeline_head_ui(ui, view, items, definition, language);
    let id = Id::unique(("timeline", &definition.id));
    if let Some((place, action)) = timeline_ui(ui, view, items, id, today, language)
        && let Some(item) = items.get(place)
    {
        panel.carry_out(action, item, &definition.id, model);
    }
}

fn loading_ui(ui: &mut Ui, language: Language) {
    let (rect, _) = ui.allocate_exact_size(vec2(180.0, 24.0), Sense::hover());
    let waiting = language.text("loading");
    let faint = Palette::of(ui).faint;
    let at = rect.left_center();
    ui.painter()
        .text(at, Align2::LEFT_CENTER, waiting, theme::body(), faint);
}
