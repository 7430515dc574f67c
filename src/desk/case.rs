//! A case file beside its list: one glance first, then everything that is known, then its history.

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Europe::Amsterdam;
use egui::{Align2, Margin, ScrollArea, Sense, Ui, vec2};

use super::case_text::{change_line, due_tag, spells_line, status_tag, summary, title};
use super::command::Command;
use super::icons;
use super::model::Model;
use super::press::Press;
use super::theme::{self, Palette};
use super::widgets::{card, say, tag, words};
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, CaseState, Definition, FieldKind, Revision, Value};

/// The panel of the case that is selected.
pub fn case_ui(ui: &mut Ui, model: &mut Model, definition: &Arc<Definition>, key: CaseKey) {
    let Some(case) = model
        .vault
        .as_mut()
        .and_then(|vault| vault.case(&definition.id, key))
    else {
        return;
    };
    let dossier = model.dossier(&definition.id, key).unwrap_or_default();
    let language = model.language;
    let today = model.clock.today();
    card(ui, Margin::same(0), |ui| {
        ui.set_min_size(ui.available_size());
        ScrollArea::vertical()
            .id_salt(("case", key.0))
            .auto_shrink(false)
            .show(ui, |ui| {
                egui::Frame::new()
                    .inner_margin(Margin::same(18))
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = 8.0;
                        head_ui(ui, model, definition, &case, today);
                        process_ui(ui, definition, &case.state, today, language);
                        next_action_ui(ui, definition, &case.state, today, language);
                        facts_ui(ui, definition, &case, language);
                        history_ui(ui, definition, &dossier.history, language);
                    });
            });
    });
}

/// Number, status, what can be done, and the case in two lines.
fn head_ui(
    ui: &mut Ui,
    model: &mut Model,
    definition: &Definition,
    case: &CaseFile,
    today: NaiveDate,
) {
    let language = model.language;
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        say(ui, &case.number, theme::body(), palette.mute);
        let (text, tone) = status_tag(definition, &case.state, today, language);
        tag(ui, &text, tone);
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
        });
    });
    say(ui, title(definition, case), theme::title(), palette.ink);
    let line = summary(definition, case, language);
    ui.add(egui::Label::new(egui::RichText::new(line).color(palette.mute)).wrap());
    ui.horizontal(|ui| {
        let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
        let mut action = |ui: &mut Ui, command: Command, text: &str| {
            let Some(registers) = &registers else { return };
            let label = language.text(text);
            let icon = command.icon(registers);
            let press = Press::new(&label)
                .icon(&icon)
                .shortcut(command.shortcut(registers));
            if press.button(ui).clicked() {
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
    });
}

/// The open statuses in the order of the process, up to where the case stands.
fn process_ui(
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
        .inner_margin(Margin::symmetric(14, 10))
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

/// Every field that is known: label above value, two in a row; long texts over the whole width.
fn facts_ui(ui: &mut Ui, definition: &Definition, case: &CaseFile, language: Language) {
    let palette = Palette::of(ui);
    let mut facts: Vec<(String, String)> = Vec::new();
    let mut texts: Vec<(String, String)> = Vec::new();
    if definition.has_spells() {
        let label = language.text("duration");
        facts.push((label, spells_line(definition, &case.state.spells, language)));
    }
    let next = definition.next_action.as_ref();
    let shown_above = |id: &str| next.is_some_and(|next| next.what == id || next.due == id);
    for field in &definition.fields {
        let Some(value) = case.state.values.get(&field.id) else {
            continue;
        };
        if shown_above(&field.id) && case.state.closing().is_none() {
            continue;
        }
        let fact = (
            field.label.text(language).to_owned(),
            field.display(value, language),
        );
        if field.kind == FieldKind::LongText {
            texts.push(fact);
        } else {
            facts.push(fact);
        }
    }
    let half = ((ui.available_width() - 16.0) / 2.0).floor().max(0.0);
    ui.add_space(4.0);
    for pair in facts.chunks(2) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for (label, text) in pair {
                ui.allocate_ui_with_layout(
                    vec2(half, 0.0),
                    egui::Layout::top_down(egui::Align::Min),
                    |ui| fact_ui(ui, label, text, half),
                );
            }
        });
    }
    let width = ui.available_width();
    for (label, text) in &texts {
        fact_ui(ui, label, text, width);
    }
    let line = egui::Stroke::new(1.0, palette.line);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 9.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}

fn fact_ui(ui: &mut Ui, label: &str, text: &str, width: f32) {
    let palette = Palette::of(ui);
    ui.set_width(width);
    ui.spacing_mut().item_spacing.y = 1.0;
    say(ui, label, theme::label(), palette.mute);
    let text = egui::RichText::new(text)
        .font(theme::body())
        .color(palette.ink);
    ui.add(egui::Label::new(text).wrap().selectable(true));
}

/// Who changed what, when, newest first.
fn history_ui(ui: &mut Ui, definition: &Definition, history: &[Revision], language: Language) {
    let palette = Palette::of(ui);
    say(
        ui,
        language.text("case-history"),
        theme::heading(),
        palette.ink,
    );
    for revision in history {
        let when = revision.recorded.with_timezone(&Amsterdam);
        let first = revision.version == 1;
        let what = match (&revision.reason, first) {
            (Some(reason), _) => reason.clone(),
            (None, true) => language.text("case-recorded"),
            (None, false) => language.text("case-changed"),
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let icon = if first { icons::ADD } else { icons::HISTORY };
            say(ui, icon, theme::icon(), palette.mute);
            let moment = language.date(when.date_naive());
            let moment = format!("{moment} {}", when.format("%H:%M"));
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(layout, |ui| {
                say(ui, moment, theme::label(), palette.mute);
                let layout = egui::Layout::left_to_right(egui::Align::Center);
                ui.with_layout(layout, |ui| {
                    let what = egui::RichText::new(&what).font(theme::strong());
                    ui.add(egui::Label::new(what.color(palette.ink)).truncate());
                });
            });
        });
        let by = language.say("case-by", &[("actor", revision.actor.as_str().into())]);
        let indent = 26.0;
        egui::Frame::new()
            .inner_margin(Margin {
                left: indent as i8,
                ..Margin::ZERO
            })
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                say(ui, by, theme::label(), palette.mute);
                // The first revision is the case itself; what it says stands above.
                if !first {
                    for change in &revision.changes {
                        let (label, line) = change_line(definition, change, language);
                        words(
                            ui,
                            &[
                                (&format!("{label}  "), theme::label(), palette.mute),
                                (&line, theme::body(), palette.ink),
                            ],
                        );
                    }
                }
            });
        ui.add_space(4.0);
    }
    if history.is_empty() {
        let (rect, _) = ui.allocate_exact_size(vec2(180.0, 24.0), Sense::hover());
        let at = rect.left_center();
        let waiting = language.text("loading");
        ui.painter().text(
            at,
            Align2::LEFT_CENTER,
            waiting,
            theme::body(),
            palette.faint,
        );
    }
}
