//! The page on which something is typed for the timeline of a case, as it is taken down on the telephone.

use std::sync::Arc;

use egui::{Margin, ScrollArea, Ui};

use super::case_text::{status_tag, title};
use super::command::Command;
use super::course_ui::status_ui;
use super::entry_form::{EntryForm, HAPPENED};
use super::fields_ui::{Typing, third};
use super::form_ui::{Beside, hints_ui, kept_line};
use super::model::Model;
use super::press::Press;
use super::shell;
use super::theme::{self, Palette};
use super::widgets::{card, say, tag};
use crate::register::{CaseFile, Definition};

/// The page.
pub fn entry_page_ui(
    ui: &mut Ui,
    entry: &mut EntryForm,
    model: &mut Model,
    definition: &Arc<Definition>,
) {
    let language = model.language;
    let kind = definition.entry_kind(&entry.kind);
    let label = kind.map_or("", |kind| kind.label.text(language));
    let heading = language.say(
        "entry-heading",
        &[
            ("kind", label.into()),
            ("number", entry.case.number.as_str().into()),
        ],
    );
    let kept = model.kept(&entry.keeping.draft);
    let faults = entry.sheet.faults.len();
    let line = kept_line(entry.saving, faults, kept.as_deref(), true, language);
    shell::page_header(ui, &heading, &line, |ui| {
        let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
        let shortcut =
            |command: &Command| registers.as_ref().and_then(|known| command.shortcut(known));
        let label = language.text("command-save");
        let save = Press::new(&label).shortcut(shortcut(&Command::Save));
        if save.enabled(!entry.saving).primary(ui).clicked() {
            model.commands.push(Command::Save);
        }
        let label = language.text("command-close");
        let close = Press::new(&label).shortcut(shortcut(&Command::Close));
        if close.button(ui).clicked() {
            model.commands.push(Command::Close);
        }
        if entry.sheet.touched {
            let label = language.text("command-discard");
            if Press::new(&label).enabled(!entry.saving).link(ui).clicked() {
                model.commands.push(Command::Discard);
            }
        }
    });
    let beside = Beside::of(ui);
    if !beside.fits() {
        card(ui, Margin::symmetric(14, 8), |ui| {
            ui.set_width(ui.available_width());
            on_case_ui(ui, entry, model, definition);
        });
        ui.add_space(4.0);
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let today = model.clock.today();
        beside.page_ui(
            ui,
            entry,
            |ui, entry| {
                ui.add_enabled_ui(!entry.saving, |ui| {
                    ui.spacing_mut().item_spacing.y = 14.0;
                    let mut typing = Typing {
                        scope: &entry.keeping.draft.clone(),
                        sheet: &mut entry.sheet,
                        language,
                        today,
                    };
                    let Some(kind) = kind else { return };
                    typing.fields_ui(ui, &kind.fields);
                    let (width, hint) = (third(ui), language.text("date-time-hint"));
                    let label = language.text("entry-happened");
                    typing.line_ui(ui, HAPPENED, &label, &hint, width);
                    let asked = entry.case_fields(definition);
                    let mut typing = Typing {
                        scope: &entry.keeping.draft.clone(),
                        sheet: &mut entry.sheet,
                        language,
                        today,
                    };
                    typing.fields_ui(ui, &asked);
                    if kind.moves && entry.entry.is_none() {
                        status_ui(ui, &mut typing, definition);
                    }
                });
            },
            |ui, entry| {
                card(ui, Margin::same(16), |ui| {
                    ui.set_width(ui.available_width());
                    on_case_ui(ui, entry, model, definition);
                });
                ui.add_space(theme::GAP);
                hints_ui(ui, model);
            },
        );
    });
    entry.sheet.take_focus = false;
}

/// The case it comes to stand with, and the way back where it began as a new one.
fn on_case_ui(ui: &mut Ui, entry: &EntryForm, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let palette = Palette::of(ui);
    let CaseFile { number, state, .. } = &entry.case;
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.horizontal(|ui| {
        say(ui, number, theme::strong(), palette.ink);
        let (text, tone) = status_tag(definition, state, model.clock.today(), language);
        tag(ui, &text, tone);
    });
    let place = title(definition, &entry.case);
    say(ui, place, theme::body(), palette.mute);
    if entry.from_case {
        let note = egui::RichText::new(language.text("entry-adds")).font(theme::label());
        ui.add(egui::Label::new(note.color(palette.mute)).wrap());
        let label = language.text("entry-back-to-case");
        let command = Command::AddToKnown(None);
        let vault = model.vault.as_ref();
        let keys = vault.and_then(|vault| command.shortcut(&vault.registers));
        if Press::new(&label).shortcut(keys).button(ui).clicked() {
            model.commands.push(command);
        }
    }
}
