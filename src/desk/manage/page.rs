//! The screen: at the left everything that can be managed, then the list that is open, and beside that the selected item.

use egui::accesskit::Role;
use egui::style::ScrollAnimation;
use egui::{ScrollArea, Ui, vec2};

use super::state::ManagePage;
use super::subjects::{self, register_of};
use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, empty, label_ui, notice, room, sized_card};
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::language::Explain;
use crate::register::{Registers, Subject};

/// How wide the list of what can be managed is, in points, and how wide in a small window.
const SUBJECTS: f32 = 236.0;
const NARROW_SUBJECTS: f32 = 196.0;
/// In a narrower room the list of what can be managed is narrower too.
const ROOMY: f32 = 1080.0;
/// In a narrower room the pane of the selected item stands below the table.
pub(super) const BESIDE: f32 = 620.0;
/// How wide the pane of the selected item is.
const ITEM: f32 = 340.0;

/// The page.
pub fn manage_ui(ui: &mut Ui, manage: &mut ManagePage, model: &mut Model) {
    let Some(vault) = &model.vault else { return };
    let registers = vault.registers.clone();
    let language = model.language;
    let Some(subject) = manage.subject.clone() else {
        return;
    };
    header_ui(ui, manage, model, &registers, &subject);
    misfits_ui(ui, model, &registers);
    moved_ui(ui, model, &subject);
    let wide = match ui.available_width() > ROOMY {
        true => SUBJECTS,
        false => NARROW_SUBJECTS,
    };
    let whole = room(ui) - vec2(4.0, 4.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        sized_card(ui, 8, vec2(wide, whole.y), |ui| {
            accessible::region(ui, Role::Group, &language.text("manage-subjects"));
            ScrollArea::vertical()
                .id_salt("managed subjects")
                .auto_shrink(false)
                .show(ui, |ui| {
                    subjects_ui(ui, manage, model, &registers, &subject);
                });
        });
        // What was chosen just now is what is shown, and takes the keyboard.
        let subject = manage.subject.clone().unwrap_or(subject.clone());
        ui.vertical(|ui| match &subject {
            Subject::Register(_) => manage.definition_ui(ui, &subject, model),
            _ => list_ui(ui, manage, model, &subject, whole.y),
        });
    });
}

/// The table, with the pane of the selected item beside it, or below it where there is little room.
fn list_ui(
    ui: &mut Ui,
    manage: &mut ManagePage,
    model: &mut Model,
    subject: &Subject,
    height: f32,
) {
    let wide = ui.available_width() - 4.0;
    let pane = (wide * 0.42).clamp(280.0, ITEM + 60.0);
    let language = model.language;
    let nothing = manage.lines(subject, model).is_empty();
    let beside = wide >= BESIDE;
    let (table, pane) = match beside {
        true => (
            vec2(wide - pane - theme::GAP - 4.0, height),
            vec2(pane, height),
        ),
        false => {
            let upper = (height * 0.46).floor();
            (vec2(wide, upper), vec2(wide, height - upper - theme::GAP))
        }
    };
    let mut cards = |ui: &mut Ui| {
        sized_card(ui, 1, table, |ui| {
            if nothing && !manage.adding {
                let title = language.text("manage-empty");
                let next = language.text("manage-empty-next");
                empty(ui, icons::ADD, &title, &next);
            } else {
                manage.table_ui(ui, subject, model);
            }
        });
        sized_card(ui, 16, pane, |ui| {
            manage.item_ui(ui, subject, model);
        });
    };
    ui.spacing_mut().item_spacing = vec2(theme::GAP, theme::GAP);
    match beside {
        true => drop(ui.horizontal_top(cards)),
        false => cards(ui),
    }
}

fn header_ui(
    ui: &mut Ui,
    manage: &ManagePage,
    model: &mut Model,
    registers: &Registers,
    subject: &Subject,
) {
    let language = model.language;
    let subtitle = match subject {
        Subject::Register(_) => "manage-about-definition",
        Subject::Texts(_) => "manage-about-texts",
        Subject::List(_) if subjects::is_people(registers, subject) => "manage-about-people",
        Subject::List(_) => "manage-about-shared",
        Subject::Choices { .. } => "manage-about-choices",
        Subject::Indicators => "manage-about-indicators",
    };
    let title = match manage.definitions.new {
        true => language.text("manage-new-register"),
        false => subjects::full_label(registers, subject, language),
    };
    let definition = matches!(subject, Subject::Register(_));
    let storable = manage.definitions.storable(subject).is_some();
    let changed = model
        .vault
        .as_ref()
        .is_some_and(|vault| vault.changed.versions.contains_key(subject));
    route::page_header(ui, &title, &language.text(subtitle), |ui| {
        let mut act = |ui: &mut Ui, command: Command, primary: bool, enabled: bool, text: &str| {
            let label = language.text(text);
            let icon = command.icon(registers);
            let button = Button::new(&label).icon(&icon);
            let button = button
                .shortcut(command.shortcut(registers))
                .enabled(enabled);
            let response = match primary {
                true => button.primary(ui),
                false => button.secondary(ui),
            };
            if response.clicked() {
                model.actions.push(command);
            }
        };
        if definition {
            act(ui, Command::Save, true, storable, "command-save");
            let new = "manage-new-register-action";
            act(ui, Command::NewItem, false, true, new);
        } else {
            act(ui, Command::NewItem, false, true, "manage-new-action");
        }
        act(ui, Command::ListHistory, false, changed, "manage-history");
    });
}

/// Changes that were made in the program and no longer fit what is shipped.
fn misfits_ui(ui: &mut Ui, model: &Model, registers: &Registers) {
    let language = model.language;
    let misfits = model.vault.iter().flat_map(|vault| &vault.changed.misfits);
    for (subject, mistakes) in misfits {
        let name = subjects::full_label(registers, subject, language);
        let mistakes = mistakes.iter().map(|mistake| mistake.explain(language));
        let mistakes = mistakes.collect::<Vec<_>>().join("\n");
        let arguments = [("what", name.into()), ("mistakes", mistakes.into())];
        let text = language.say("manage-misfit", &arguments);
        notice(ui, icons::WARNING, &text, Tone::Warn);
        ui.add_space(6.0);
    }
}

/// By how much the figures of past years moved when the definition of this register came to say otherwise when a case runs.
fn moved_ui(ui: &mut Ui, model: &Model, open: &Subject) {
    let vault = model.vault.as_ref();
    let Subject::Register(id) = open else { return };
    let moved = vault.and_then(|vault| vault.changed.moved.get(id));
    if let Some(moved) = moved {
        let years = moved.text(model.language);
        let text = model
            .language
            .say("manage-moved", &[("years", years.into())]);
        notice(ui, icons::HISTORY, &text, Tone::Quiet);
        ui.add_space(6.0);
    }
}

/// Everything that can be managed. Only the register that is open is unfolded.
fn subjects_ui(
    ui: &mut Ui,
    manage: &mut ManagePage,
    model: &mut Model,
    registers: &Registers,
    open: &Subject,
) {
    let language = model.language;
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut chosen = None;
    heading(ui, &language.text("manage-shared"));
    for subject in subjects::shared(registers) {
        let label = subjects::label(registers, &subject, language);
        if Button::new(&label)
            .entry(ui, subject == *open, None)
            .clicked()
        {
            chosen = Some(subject);
        }
    }
    ui.add_space(8.0);
    heading(ui, &language.text("manage-registers"));
    for definition in registers.all() {
        let unfolded = register_of(open) == Some(&definition.id);
        let label = definition.label.text(language);
        let button = Button::new(label).icon(&definition.icon);
        let after = (!unfolded).then(|| icons::MORE.to_owned());
        if button.entry(ui, false, after).clicked() {
            chosen = subjects::of_register(definition).into_iter().next();
        }
        if !unfolded {
            continue;
        }
        let own = ui.scope(|ui| {
            for subject in subjects::of_register(definition) {
                ui.horizontal(|ui| {
                    ui.add_space(22.0);
                    let label = subjects::label(registers, &subject, language);
                    let name = subjects::full_label(registers, &subject, language);
                    let button = Button::new(&label).name(name);
                    if button.entry(ui, subject == *open, None).clicked() {
                        chosen = Some(subject);
                    }
                });
            }
        });
        if std::mem::take(&mut manage.show_unfolded) {
            let whole = own.response.rect;
            ui.scroll_to_rect_animation(whole, None, ScrollAnimation::none());
        }
    }
    if let Some(subject) = chosen {
        manage.definitions.new = false;
        manage.open(subject, model);
    }
}

fn heading(ui: &mut Ui, label: &str) {
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        label_ui(ui, label, theme::label(), Palette::of(ui).mute);
    });
}
