//! The screen of a case meeting: the cases at the left, at the right the one that is discussed with the form for what is
//! decided.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Align, Layout, Margin, ScrollArea, Sense, Stroke, Ui, vec2};

use crate::desk::command::Command;
use crate::desk::form::entry_form::conflict_ui::conflict_ui;
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::field_ids::HAPPENED;
use crate::desk::form::fields::FieldContext;
use crate::desk::form::status_field::status_field;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, label_ui, notice, room, tag};
use crate::desk::meeting::case_list::case_list_ui;
use crate::desk::meeting::discussion::MeetingPage;
use crate::desk::parts::case_text::{status_tag, summary, title};
use crate::desk::parts::task_list::tasks_ui;
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::language::Language;
use crate::register::{CaseFile, Definition, EntryKind, EntryState, FieldKind, SETTLED};
use crate::store::Dossier;

/// The width of the list of cases, in points.
const LIST: f32 = 340.0;
/// How many entries of the timeline are shown.
const LAST: usize = 4;

/// The page of a meeting.
pub fn meeting_ui(
    ui: &mut Ui,
    meeting: &mut MeetingPage,
    model: &mut Model,
    definition: &Arc<Definition>,
) {
    header_ui(ui, meeting, model, definition);
    let room = room(ui);
    let list = LIST.min(room.x * 0.4);
    let beside = room.x - list - theme::GAP;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        let side = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
            let layout = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(width, room.y), layout, |ui| {
                card(ui, 1, |ui| {
                    ui.set_min_size(vec2(width - 4.0, room.y - 4.0));
                    ui.set_max_size(vec2(width - 4.0, room.y - 4.0));
                    content(ui);
                });
            });
        };
        side(ui, list, &mut |ui| {
            case_list_ui(ui, meeting, model, definition);
        });
        side(ui, beside, &mut |ui| {
            ScrollArea::vertical()
                .id_salt(("meeting", meeting.current().map(|key| key.0)))
                .auto_shrink(false)
                .show(ui, |ui| {
                    egui::Frame::new()
                        .inner_margin(Margin::same(18))
                        .show(ui, |ui| {
                            ui.spacing_mut().item_spacing.y = 8.0;
                            case_ui(ui, meeting, model, definition);
                        });
                });
        });
    });
}

fn header_ui(ui: &mut Ui, meeting: &MeetingPage, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    let register = definition.label.text(language);
    let title = language.say("meeting-title", &[("register", register.into())]);
    let subtitle = language.say(
        "meeting-subtitle",
        &[
            ("handled", (meeting.handled.len() as i64).into()),
            ("all", (meeting.cases.len() as i64).into()),
        ],
    );
    let usable = definition.decision_kind().is_some();
    let storing = meeting.current().is_some_and(|key| meeting.is_storing(key));
    let commands = &mut model.actions;
    route::page_header(ui, &title, &subtitle, |ui| {
        let label = language.text("meeting-store");
        let keys = Command::Save.shortcut(&registers);
        let button = Button::new(&label).icon(icons::CHOSEN).shortcut(keys);
        if button.enabled(usable && !storing).primary(ui).clicked() {
            commands.push(Command::Save);
        }
        for (command, id) in [
            (Command::MeetingPaper, "meeting-paper"),
            (Command::EndMeeting, "meeting-end"),
        ] {
            let label = language.text(id);
            let icon = command.icon(&registers);
            let keys = command.shortcut(&registers);
            if Button::new(&label)
                .icon(&icon)
                .shortcut(keys)
                .secondary(ui)
                .clicked()
            {
                commands.push(command);
            }
        }
    });
}

/// The case that is discussed: what it is at a glance, what happened last, and the form for what is decided.
fn case_ui(
    ui: &mut Ui,
    meeting: &mut MeetingPage,
    model: &mut Model,
    definition: &Arc<Definition>,
) {
    let language = model.language;
    let Some(key) = meeting.current() else { return };
    let fetched = model
        .vault
        .as_mut()
        .and_then(|vault| vault.case(&definition.id, key));
    let Some(case) = fetched else { return };
    let dossier = model.dossier(&definition.id, key).unwrap_or_default();
    head_ui(ui, model, definition, &case);
    tasks_ui(ui, model, definition, &case);
    last_ui(ui, definition, &dossier, language);
    let palette = Palette::of(ui);
    let line = Stroke::new(1.0, palette.line);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 13.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, line);
    match definition.decision_kind() {
        Some(kind) => {
            let form = meeting.form(definition, kind, &case, model.clock.wall());
            let today = model.clock.today();
            conflict_ui(ui, form, definition, language);
            // What is being stored is not changed meanwhile.
            ui.add_enabled_ui(!form.is_saving(), |ui| {
                decision_ui(ui, form, definition, kind, language, today);
            });
        }
        None => notice(
            ui,
            icons::WARNING,
            &language.text("meeting-no-decisions"),
            Tone::Warn,
        ),
    }
}

fn head_ui(ui: &mut Ui, model: &Model, definition: &Definition, case: &CaseFile) {
    let language = model.language;
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        label_ui(ui, &case.number, theme::body(), palette.mute);
        let today = model.clock.today();
        let (text, tone) = status_tag(definition, &case.state, today, language);
        tag(ui, &text, tone);
    });
    label_ui(ui, title(definition, case), theme::title(), palette.ink);
    let mut line = summary(definition, case, language);
    if let Some(owner) = definition.owner_of(&case.state) {
        line = format!("{line} · {owner}");
    }
    let line = egui::RichText::new(line).color(palette.mute);
    ui.add(egui::Label::new(line).wrap());
}

/// The last entries of the timeline.
fn last_ui(ui: &mut Ui, definition: &Definition, dossier: &Dossier, language: Language) {
    let standing = dossier
        .entries
        .iter()
        .filter(|entry| !entry.state.withdrawn);
    let last: Vec<&EntryState> = standing.map(|entry| &entry.state).take(LAST).collect();
    if last.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    let heading = language.text("meeting-last");
    label_ui(ui, heading, theme::heading(), palette.ink);
    for state in last {
        let kind = definition.entry_kind(&state.kind);
        let label = kind.map_or(state.kind.as_str(), |kind| kind.label.text(language));
        let icon = kind.map_or(icons::HISTORY, |kind| kind.icon.as_str());
        ui.horizontal_top(|ui| {
            label_ui(ui, icon, theme::icon(), palette.mute);
            let date = language.date(state.happened.date());
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.horizontal(|ui| {
                    label_ui(ui, label, theme::strong(), palette.ink);
                    label_ui(ui, date, theme::label(), palette.mute);
                });
                let text = kind.map(|kind| entry_text(kind, state, language));
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    let text = egui::RichText::new(text).color(palette.mute);
                    ui.add(egui::Label::new(text).wrap());
                }
            });
        });
    }
}

/// The values of an entry on one line, long texts first.
fn entry_text(kind: &EntryKind, state: &EntryState, language: Language) -> String {
    // A task that was done has the id of its term, which nobody reads.
    let fields = kind.fields.iter();
    let fields = fields.filter(|field| state.kind != SETTLED || field.id != SETTLED);
    let texts = fields.filter_map(|field| {
        let value = state.values.get(&field.id)?;
        Some((field.kind, field.display(value, language)))
    });
    let mut texts: Vec<(FieldKind, String)> = texts.collect();
    texts.sort_by_key(|(kind, _)| *kind != FieldKind::LongText);
    let texts: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
    texts.join(" · ")
}

/// The form for what is decided, why, and what happens next.
fn decision_ui(
    ui: &mut Ui,
    form: &mut EntryForm,
    definition: &Definition,
    kind: &EntryKind,
    language: Language,
    today: NaiveDate,
) {
    let fault = form.inputs.faults.get(HAPPENED).cloned();
    if let Some(fault) = fault {
        notice(ui, icons::WARNING, &fault, Tone::Bad);
    }
    let of_case = form.case_fields(definition);
    let begun = !form.case.state.is_before();
    let asks_status = form.asks_status(definition);
    let key = format!("meeting {}", form.case.key.0);
    let mut fields = FieldContext {
        inputs: &mut form.inputs,
        scope: &key,
        today,
        language,
    };
    fields.required_fields_ui(ui, &kind.fields);
    fields.required_fields_ui(ui, &of_case);
    if asks_status {
        fields.fields_ui(ui, status_field(definition, begun).iter());
    }
}
