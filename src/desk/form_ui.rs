//! The form on the screen, made from the definition: one form serves every register.

use std::sync::Arc;

use egui::{Margin, ScrollArea, Ui, vec2};

use super::command::Command;
use super::course_ui::case_form_ui;
use super::form::{Form, Purpose};
use super::icons;
use super::model::Model;
use super::press::Press;
use super::theme::{self, Palette};
use super::widgets::{Tone, card, notice, say, words};
use super::{case_text, shell};
use crate::language::Language;
use crate::register::{CaseState, Definition};

/// What the user did with a conflict.
enum Settled {
    /// What was typed goes over what was stored meanwhile.
    Apply,
    /// What was stored meanwhile stays.
    Keep,
}

/// The page of a form.
pub fn form_ui(ui: &mut Ui, form: &mut Form, model: &mut Model, definition: &Arc<Definition>) {
    let language = model.language;
    shell::page_header(
        ui,
        &heading(form, definition, language),
        &subtitle(form, language),
        |ui| {
            let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
            let shortcut =
                |command: &Command| registers.as_ref().and_then(|known| command.shortcut(known));
            let label = language.text("command-save");
            let save = Press::new(&label).shortcut(shortcut(&Command::Save));
            if save.enabled(!form.saving).primary(ui).clicked() {
                model.commands.push(Command::Save);
            }
            let label = language.text("command-close");
            let close = Press::new(&label).shortcut(shortcut(&Command::Close));
            if close.button(ui).clicked() {
                model.commands.push(Command::Close);
            }
            if form.sheet.touched {
                let label = language.text("command-discard");
                if Press::new(&label).enabled(!form.saving).link(ui).clicked() {
                    model.commands.push(Command::Discard);
                }
            }
        },
    );
    if let Some(settled) = conflict_ui(ui, form, definition, language) {
        settle(form, definition, &settled, model);
    }
    let wide = ui.available_width() > 980.0;
    let vault = model.vault.as_ref();
    let save_keys = vault.and_then(|vault| Command::Save.shortcut(&vault.registers));
    let save_keys = save_keys.unwrap_or_default();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            let hints = if wide { 300.0 + theme::GAP } else { 0.0 };
            let width = (ui.available_width() - hints - 12.0).min(860.0);
            ui.vertical(|ui| {
                ui.set_width(width);
                card(ui, Margin::same(20), |ui| {
                    ui.set_width(width - 42.0);
                    // What is being stored is not changed meanwhile.
                    ui.add_enabled_ui(!form.saving, |ui| {
                        case_form_ui(ui, form, definition, language);
                    });
                });
                ui.add_space(theme::PAGE);
            });
            if wide {
                ui.vertical(|ui| hints_ui(ui, definition, &save_keys, language));
            }
        });
    });
    form.sheet.take_focus = false;
}

fn heading(form: &Form, definition: &Definition, language: Language) -> String {
    let number = form.case.as_ref().map_or("", |case| case.number.as_str());
    let id = match form.purpose {
        Purpose::New => return definition.case_words.new.text(language).to_owned(),
        Purpose::Change => "form-change",
        Purpose::Finish => "form-finish",
        Purpose::Reopen => "form-reopen",
    };
    language.say(id, &[("number", number.into())])
}

fn subtitle(form: &Form, language: Language) -> String {
    let id = match (form.saving, form.sheet.faults.len(), form.purpose) {
        (true, _, _) => "form-saving",
        (_, 1.., _) => "form-has-faults",
        (_, _, Purpose::New) => "form-not-counted-yet",
        _ => "form-not-saved-yet",
    };
    language.say(id, &[("count", (form.sheet.faults.len() as i64).into())])
}

/// Shows what was stored meanwhile beside what was typed, and asks.
fn conflict_ui(
    ui: &mut Ui,
    form: &Form,
    definition: &Definition,
    language: Language,
) -> Option<Settled> {
    let stored = form.conflict.as_ref()?;
    let before = &form.case.as_ref()?.state;
    let palette = Palette::of(ui);
    let mut settled = None;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(ui.available_width());
        let arguments = [("number", stored.number.as_str().into())];
        notice(
            ui,
            icons::WARNING,
            &language.say("conflict", &arguments),
            Tone::Warn,
        );
        for change in before.changes_to(&stored.state) {
            let (label, line) = case_text::change_line(definition, &change, language);
            words(
                ui,
                &[
                    (&format!("{label}  "), theme::label(), palette.mute),
                    (&line, theme::body(), palette.ink),
                ],
            );
        }
        ui.horizontal(|ui| {
            if Press::new(&language.text("conflict-apply"))
                .button(ui)
                .clicked()
            {
                settled = Some(Settled::Apply);
            }
            if Press::new(&language.text("conflict-keep"))
                .button(ui)
                .clicked()
            {
                settled = Some(Settled::Keep);
            }
        });
    });
    ui.add_space(theme::GAP);
    settled
}

fn settle(form: &mut Form, definition: &Definition, settled: &Settled, model: &mut Model) {
    let Some(stored) = form.conflict.take() else {
        return;
    };
    let today = model.clock.today();
    match settled {
        Settled::Keep => {
            form.sheet.touched = false;
            model.commands.push(Command::Close);
        }
        Settled::Apply => {
            let before: CaseState = form
                .case
                .as_ref()
                .map(|case| case.state.clone())
                .unwrap_or_default();
            let Some(mine) = form.write(definition, today, model.language) else {
                return;
            };
            // Only what was changed here goes over the other version; the rest of it stays.
            let mut merged = *stored.clone();
            merged.state = stored.state.clone().with(&before.changes_to(&mine.state));
            let mut next = Form::of_case(definition, merged, Purpose::Change, today);
            next.case = Some(*stored);
            next.sheet.touched = true;
            *form = next;
            model.commands.push(Command::Save);
        }
    }
}

/// Beside the form: the keys, and why this is recorded at all.
fn hints_ui(ui: &mut Ui, definition: &Definition, save_keys: &str, language: Language) {
    let palette = Palette::of(ui);
    card(ui, Margin::same(16), |ui| {
        ui.set_width(268.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        say(
            ui,
            language.text("hint-keys"),
            theme::heading(),
            palette.ink,
        );
        for (keys, meaning) in [
            ("Tab", "hint-tab"),
            ("A–Z", "hint-letter"),
            ("← →", "hint-arrows"),
            ("v  +14  21-11", "hint-dates"),
            (save_keys, "command-save"),
        ] {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                ui.spacing_mut().interact_size.y = 20.0;
                let (rect, _) = ui.allocate_exact_size(vec2(88.0, 18.0), egui::Sense::hover());
                let at = rect.left_center();
                let align = egui::Align2::LEFT_CENTER;
                ui.painter()
                    .text(at, align, keys, theme::strong_label(), palette.ink);
                let text = egui::RichText::new(language.text(meaning)).font(theme::label());
                ui.add(egui::Label::new(text.color(palette.mute)).wrap());
            });
        }
    });
    ui.add_space(theme::GAP);
    card(ui, Margin::same(16), |ui| {
        ui.set_width(268.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        say(
            ui,
            language.text("hint-purpose"),
            theme::heading(),
            palette.ink,
        );
        for text in [&definition.purpose, &definition.legal_ground] {
            let text = egui::RichText::new(text.text(language)).font(theme::label());
            ui.add(egui::Label::new(text.color(palette.mute)).wrap());
        }
    });
}
