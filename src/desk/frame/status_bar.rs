//! The status bar below every screen: the last message with what can be done about it, the vault, and the help.

use std::path::Path;

use egui::{Align, Layout, Stroke, Ui};

use crate::desk::backend::protocol::Request;
use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, text_width};
use crate::desk::state::action::Action;
use crate::desk::state::model::{Message, Model};
use crate::language::Language;
use crate::register::CaseFile;

/// Draws the status bar. Says whether the message is too long for it, and has to be drawn elsewhere.
pub fn status_bar_ui(ui: &mut Ui, model: &mut Model) -> bool {
    let mut too_long = false;
    let palette = Palette::of(ui);
    let language = model.language;
    let line = Stroke::new(1.0, palette.line);
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
    ui.horizontal_centered(|ui| {
        ui.add_space(theme::PAGE - 8.0);
        if model.is_busy() {
            ui.add(egui::Spinner::new().size(14.0));
            label_ui(
                ui,
                language.text("status-busy"),
                theme::label(),
                palette.mute,
            );
        } else {
            let drafts = model.vault.as_ref().map_or(0, |vault| vault.drafts.len());
            let (text, tone) = match (&model.message, i64::try_from(drafts)) {
                (Some(Message { text, tone, .. }), _) => (text.clone(), *tone),
                (None, Ok(count @ 1..)) => {
                    let text = language.say("status-drafts", &[("count", count.into())]);
                    (text, Tone::Quiet)
                }
                (None, _) => (language.text("status-saved"), Tone::Quiet),
            };
            let colour = if tone == Tone::Quiet {
                palette.mute
            } else {
                tone.colours(&palette).0
            };
            let room = ui.available_width() - beside_message(ui, model);
            too_long = model.message.is_some()
                && matches!(tone, Tone::Warn | Tone::Bad)
                && text_width(ui, &text, theme::label()) > room;
            let text = match too_long {
                true => language.text("status-message-above"),
                false => text,
            };
            let text = egui::RichText::new(text).font(theme::label()).color(colour);
            ui.scope(|ui| {
                ui.set_max_width(room.max(120.0));
                let message = ui.add(egui::Label::new(text).truncate());
                // A screen reader reads it out when it changes.
                ui.ctx().accesskit_node_builder(message.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
            });
            follow_up_ui(ui, model);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(theme::PAGE - 8.0);
            let help = language.text("status-help");
            if Button::new(&help).small(ui).clicked() {
                model.actions.push(Command::Help);
            }
            ui.add_space(12.0);
            if let Some(vault) = &model.vault {
                let folder = vault.folder.display().to_string();
                let text = vault_text(&vault.folder, language);
                label_ui(ui, text, theme::label(), palette.mute).on_hover_text(folder);
            }
            accessible::read_from_left(ui);
        });
    });
    too_long
}

/// The text with the name of the vault.
fn vault_text(folder: &Path, language: Language) -> String {
    let name = folder.file_name().unwrap_or(folder.as_os_str());
    let name = name.to_string_lossy().into_owned();
    language.say("status-vault", &[("vault", name.into())])
}

/// How much room what stands beside the message takes, in points.
fn beside_message(ui: &Ui, model: &Model) -> f32 {
    let language = model.language;
    let width = |text: String| {
        let colour = Palette::of(ui).mute;
        let laid = ui.painter().layout_no_wrap(text, theme::label(), colour);
        laid.size().x + ui.spacing().item_spacing.x
    };
    // A small button has its icon and some room beside its text.
    let mut taken = theme::PAGE + 24.0 + width(language.text("status-help"));
    if let Some(vault) = &model.vault {
        taken += width(vault_text(&vault.folder, language));
    }
    if let Some((label, keys)) = offered(model) {
        taken += 60.0 + width(format!("{label} {}", keys.unwrap_or_default()));
    }
    let message = model.message.as_ref();
    if message.is_some_and(|message| message.file.is_some()) {
        taken += 44.0 + width(language.text("paper-open"));
    }
    if let Some(case) = message.and_then(|message| message.case.as_ref()) {
        taken += 44.0 + width(go_to(case, language));
    }
    taken
}

/// What is said on the button that opens a case.
fn go_to(case: &CaseFile, language: Language) -> String {
    language.say(
        "message-open-case",
        &[("number", case.number.as_str().into())],
    )
}

/// The name and shortcut of the command that is offered with the message.
fn offered(model: &Model) -> Option<(String, Option<String>)> {
    let offer = model.message.as_ref()?.offer.as_ref()?;
    let registers = &model.vault.as_ref()?.registers;
    let label = offer.label(registers, model.language);
    Some((label, offer.shortcut(registers)))
}

/// The buttons beside the message: a command, such as undoing, and opening the file.
fn follow_up_ui(ui: &mut Ui, model: &mut Model) {
    let language = model.language;
    let Some(message) = &model.message else {
        return;
    };
    let Message {
        offer, file, case, ..
    } = message.clone();
    if let (Some((label, keys)), Some(offer)) = (offered(model), offer) {
        let registers = model.vault.as_ref().map(|vault| &vault.registers);
        let icon = registers
            .map(|registers| offer.icon(registers))
            .unwrap_or_default();
        let button = Button::new(&label).icon(&icon).shortcut(keys);
        if button.small(ui).clicked() {
            model.actions.push(offer);
        }
    }
    if let Some(file) = file {
        let text = language.text("paper-open");
        if Button::new(&text).icon(icons::PAPER).small(ui).clicked() {
            model.ask(Request::OpenFile(file));
        }
    }
    if let Some(case) = case {
        let text = go_to(&case, language);
        if Button::new(&text).icon(icons::NEXT).small(ui).clicked() {
            let open = Action::OpenCase(case.register, case.key);
            model.actions.push(open);
        }
    }
}
