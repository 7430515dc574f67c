//! The screen of a case meeting: the cases at the left, the one that is discussed at the right, and below what is known
//! of it what is decided.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align, Layout, Margin, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::desk::command::Command;
use crate::desk::command::kinds::decision;
use crate::desk::form::course::status_ui;
use crate::desk::form::entry_card::meanwhile_ui;
use crate::desk::form::entry_form::{EntryForm, HAPPENED};
use crate::desk::form::fields::FieldContext;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{
    Tone, card, label_ui, notice, paint_cell, paint_row, paint_tag, room, tag,
};
use crate::desk::meeting::discussion::MeetingPage;
use crate::desk::parts::case_text::{status_tag, summary, title};
use crate::desk::parts::task_list::tasks_ui;
use crate::desk::parts::task_text;
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition, EntryKind, EntryState, FieldKind, SETTLED};
use crate::store::Dossier;

/// How wide the list of cases is.
const LIST: f32 = 340.0;
/// How high a case is in it.
const CASE: f32 = 50.0;
/// How much of the timeline is shown.
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
        side(ui, list, &mut |ui| cases_ui(ui, meeting, model, definition));
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
    let usable = decision(definition).is_some();
    let storing = meeting.current().is_some_and(|key| meeting.is_storing(key));
    let commands = &mut model.actions;
    route::page_header(ui, &title, &subtitle, |ui| {
        let label = language.text("meeting-store");
        let keys = Command::Save.shortcut(&registers);
        let press = Button::new(&label).icon(icons::CHOSEN).shortcut(keys);
        if press.enabled(usable && !storing).primary(ui).clicked() {
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

/// The cases in their order, with a tick for what was handled.
fn cases_ui(
    ui: &mut Ui,
    meeting: &mut MeetingPage,
    model: &mut Model,
    definition: &Arc<Definition>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut clicked = None;
    let count = meeting.cases.len();
    let scroll = ScrollArea::vertical().id_salt("meeting cases");
    let scroll = scroll.auto_shrink(false);
    let show = std::mem::take(&mut meeting.show);
    scroll.show_viewport(ui, |ui, seen| {
        ui.set_height(CASE * count as f32);
        let name = definition.case_words.many.text(model.language);
        accessible::region(ui, Role::Table, name);
        let origin = ui.max_rect().min;
        let width = ui.available_width();
        let place = |at: usize| {
            let top = pos2(origin.x, origin.y + CASE * at as f32);
            Rect::from_min_size(top, vec2(width, CASE))
        };
        if show {
            ui.scroll_to_rect(place(meeting.at), None);
        }
        let first = (seen.min.y / CASE) as usize;
        let last = (seen.max.y / CASE).ceil() as usize;
        for at in first..last.min(count) {
            let key = meeting.cases[at];
            let mark = match (meeting.handled.contains(&key), meeting.is_typed(key)) {
                (_, true) => Mark::Typed,
                (true, false) => Mark::Handled,
                (false, false) => Mark::None,
            };
            let row = (place(at), key, at == meeting.at, mark);
            if case_row_ui(ui, row, model, definition) {
                clicked = Some(at);
            }
        }
    });
    if let Some(at) = clicked {
        meeting.go_to(at);
    }
}

/// How far a case of the meeting is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Typed,
    Handled,
}

fn case_row_ui(
    ui: &mut Ui,
    (rect, key, selected, mark): (Rect, CaseKey, bool, Mark),
    model: &mut Model,
    definition: &Arc<Definition>,
) -> bool {
    let language = model.language;
    let palette = Palette::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(("case", key.0)), Sense::CLICK);
    let Some(vault) = &mut model.vault else {
        return false;
    };
    let case = vault.case(&definition.id, key);
    let task = vault.nearest_task(&definition.id, key);
    let due = task.map(|task| task_text::due_tag(task.due, model.clock.wall(), language));
    let said = match mark {
        Mark::None => None,
        Mark::Typed => Some(language.text("meeting-typed")),
        Mark::Handled => Some(language.text("meeting-handled")),
    };
    let cells = [
        case.as_ref()
            .map_or_else(String::new, |case| case.number.clone()),
        case.as_ref()
            .map_or_else(String::new, |case| title(definition, case)),
        due.clone().map_or_else(String::new, |(text, _)| text),
        said.unwrap_or_default(),
    ];
    response.widget_info(|| {
        let known = cells.iter().filter(|cell| !cell.is_empty());
        let known: Vec<&str> = known.map(String::as_str).collect();
        WidgetInfo::selected(Role::Row, true, selected, known.join(", "))
    });
    accessible::name_cells(ui, &response, Role::Cell, &[rect; 4], &cells);
    paint_row(ui, rect, selected, true, response.hovered());
    let align = egui::Align2::LEFT_CENTER;
    let (icon, colour) = match mark {
        Mark::None => ("", palette.mute),
        Mark::Typed => (icons::EDIT, palette.warn.0),
        Mark::Handled => (icons::FINISH, palette.ok.0),
    };
    let left = rect
        .with_max_x(rect.left() + 40.0)
        .translate(vec2(6.0, 0.0));
    paint_cell(ui, left, icon, theme::icon(), colour, align);
    let words = rect.with_min_x(rect.left() + 34.0);
    let Some(case) = case else { return false };
    let upper = words.with_max_y(rect.center().y + 2.0);
    let upper = upper.with_min_y(rect.top() + 5.0);
    let lower = words.with_min_y(rect.center().y + 1.0);
    let lower = lower.with_max_y(rect.bottom() - 5.0);
    let ink = palette.ink;
    paint_cell(ui, upper, &case.number, theme::strong(), ink, align);
    let line = title(definition, &case);
    paint_cell(ui, lower, &line, theme::label(), palette.mute, align);
    if let Some((text, tone)) = due {
        let galley = ui
            .painter()
            .layout_no_wrap(text.clone(), theme::label(), ink);
        let x = rect.right() - 10.0 - galley.size().x - 16.0;
        paint_tag(ui, pos2(x, upper.center().y), &text, tone);
    }
    response.clicked()
}

/// The case that is discussed: one glance, what happened last, and what is decided.
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
    match decision(definition) {
        Some(kind) => {
            let form = meeting.form(definition, kind, &case, model.clock.wall());
            let today = model.clock.today();
            meanwhile_ui(ui, form, definition, language);
            // What is being stored is not changed meanwhile.
            ui.add_enabled_ui(!form.is_saving(), |ui| {
                decision_ui(ui, form, definition, kind, (language, today));
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

/// What happened last.
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
                let words = kind.map(|kind| entry_words(kind, state, language));
                if let Some(words) = words.filter(|words| !words.is_empty()) {
                    let words = egui::RichText::new(words).color(palette.mute);
                    ui.add(egui::Label::new(words).wrap());
                }
            });
        });
    }
}

/// What an entry says, on one line.
fn entry_words(kind: &EntryKind, state: &EntryState, language: Language) -> String {
    let told = |id: &str| state.kind != SETTLED || id != SETTLED;
    let fields = kind.fields.iter().filter(|field| told(&field.id));
    let known = fields.filter_map(|field| {
        let value = state.values.get(&field.id)?;
        Some((field.kind, field.display(value, language)))
    });
    let mut known: Vec<(FieldKind, String)> = known.collect();
    // What was said tells more than how it was said.
    known.sort_by_key(|(kind, _)| *kind != FieldKind::LongText);
    let words: Vec<String> = known.into_iter().map(|(_, text)| text).collect();
    words.join(" · ")
}

/// What is decided, why, and what happens next.
fn decision_ui(
    ui: &mut Ui,
    form: &mut EntryForm,
    definition: &Definition,
    kind: &EntryKind,
    (language, today): (Language, chrono::NaiveDate),
) {
    let fault = form.inputs.faults.get(HAPPENED).cloned();
    if let Some(fault) = fault {
        notice(ui, icons::WARNING, &fault, Tone::Bad);
    }
    let of_case = form.case_fields(definition);
    let asks_status = form.asks_status(definition);
    let key = format!("meeting {}", form.case.key.0);
    let mut typing = FieldContext {
        inputs: &mut form.inputs,
        scope: &key,
        today,
        language,
    };
    typing.fields_ui(ui, &kind.fields);
    typing.fields_ui(ui, &of_case);
    if asks_status {
        status_ui(ui, &mut typing, definition);
    }
}
