//! The first screen, when no vault is open: make a vault, open one, or look around in one with invented cases.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use egui::{Align, Id, Layout, Margin, Ui, vec2};

use crate::desk::backend::protocol::Request;
use crate::desk::command::Command;
use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::button::Button;
use crate::desk::kit::field::text_field;
use crate::desk::kit::file_dialog::FileDialog;
use crate::desk::kit::icons;
use crate::desk::kit::memo::Memo;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, label_ui, notice};
use crate::desk::state::model::{Message, Model};
use crate::desk::state::pending::Pending;
use crate::places;
use crate::store::{Backups, Vault};

/// What is typed on the first screen.
pub struct FirstScreen {
    folder: String,
    /// What there is in the folder; looked up when another folder is typed, not in every frame.
    found: Memo<PathBuf, Found>,
    picker: FileDialog,
}

impl FirstScreen {
    /// With the folder of the vault that was open last, or of this user's own vault.
    pub fn new(last: Option<&Path>) -> Self {
        let own = places::own_vault().unwrap_or_default();
        let folder = last.unwrap_or(&own);
        Self {
            folder: folder.display().to_string(),
            found: Memo::default(),
            picker: FileDialog::default(),
        }
    }

    /// The folder that is typed.
    pub fn folder(&self) -> PathBuf {
        PathBuf::from(self.folder.trim())
    }
}

/// What there is in a folder.
#[derive(Clone, Copy)]
struct Found {
    vault: bool,
    backups: bool,
}

/// The screen.
pub fn first_screen_ui(ui: &mut Ui, screen: &mut FirstScreen, model: &mut Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    let width = 620.0_f32.min(ui.available_width() - 48.0);
    let margin = ((ui.available_width() - width) / 2.0).floor();
    let top = ((ui.available_height() - 560.0) / 2.5).max(24.0);
    ui.add_space(top);
    ui.horizontal_top(|ui| {
        ui.add_space(margin);
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.horizontal(|ui| {
                label_ui(
                    ui,
                    icons::MARK,
                    egui::FontId::proportional(30.0),
                    palette.accent,
                );
                let font = egui::FontId::new(26.0, theme::bold());
                let title = label_ui(ui, "Peildatum", font, palette.ink);
                accessible::heading(&title, "Peildatum", Level::Page);
            });
            label_ui(
                ui,
                language.text("first-screen"),
                theme::body(),
                palette.mute,
            );
            ui.add_space(8.0);
            if let Some(Message { text, tone, .. }) = &model.message
                && *tone == Tone::Bad
            {
                notice(ui, icons::WARNING, text, Tone::Bad);
                ui.add_space(4.0);
            }
            vault_card(ui, screen, model, width);
            ui.add_space(8.0);
            demo_card(ui, model, width);
            ui.add_space(12.0);
            below_ui(ui, model);
        });
    });
}

/// The language and the theme, and whether something is under way.
fn below_ui(ui: &mut Ui, model: &mut Model) {
    let language = model.language;
    ui.horizontal(|ui| {
        for (command, text) in [
            (Command::Language, "command-language"),
            (Command::Theme, "command-theme"),
        ] {
            if Button::new(&language.text(text)).link(ui).clicked() {
                model.actions.push(command);
            }
        }
        if model.is_busy() {
            ui.add(egui::Spinner::new());
            let told = model.message.as_ref();
            let told = told.filter(|message| message.tone != Tone::Bad);
            let busy = told.map_or_else(
                || language.text("status-busy"),
                |message| message.text.clone(),
            );
            let busy = egui::RichText::new(busy).color(Palette::of(ui).mute);
            ui.add(egui::Label::new(busy).wrap());
        }
    });
}

/// A folder: open the vault in it, or make one there.
fn vault_card(ui: &mut Ui, screen: &mut FirstScreen, model: &mut Model, width: f32) {
    let palette = Palette::of(ui);
    let language = model.language;
    card(ui, Margin::same(20), |ui| {
        ui.set_width(width - 42.0);
        label_ui(
            ui,
            language.text("first-screen-vault"),
            theme::heading(),
            palette.ink,
        );
        let text =
            egui::RichText::new(language.text("first-screen-vault-text")).color(palette.mute);
        ui.add(egui::Label::new(text).wrap());
        ui.add_space(4.0);
        let browse = language.text("browse");
        ui.horizontal_top(|ui| {
            let id = Id::unique("vault folder");
            let room = ui.available_width() - 130.0;
            let label = language.text("folder");
            text_field(ui, id, &label, &mut screen.folder, "", None, room);
            ui.vertical(|ui| {
                ui.add_space(20.0);
                if Button::new(&browse).secondary(ui).clicked() {
                    screen.picker.folder(ui);
                }
                if let Some(folder) = screen.picker.chosen() {
                    screen.folder = folder.display().to_string();
                }
            });
        });
        ui.add_space(4.0);
        vault_buttons_ui(ui, screen, model);
    });
}

/// Opens the vault in the folder, or makes one where there is none.
fn vault_buttons_ui(ui: &mut Ui, screen: &mut FirstScreen, model: &mut Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    let folder = screen.folder();
    let usable = !screen.folder.trim().is_empty() && !model.is_busy();
    let found: Result<_, Infallible> = screen.found.get(folder.clone(), |folder| {
        let backups = Backups::of(folder).list();
        Ok(Found {
            vault: Vault::exists(folder) && !Vault::is_half_made(folder),
            backups: backups.is_ok_and(|backups| !backups.is_empty()),
        })
    });
    let Ok(found) = found;
    let Found { vault, backups } = *found;
    ui.horizontal(|ui| {
        if vault {
            let open = language.text("first-screen-open");
            let button = Button::new(&open).icon(icons::FOLDER).enabled(usable);
            if button.primary(ui).clicked() {
                model.ask_for(Pending::Vault, Request::Open(folder));
            }
            let text = language.text("first-screen-exists");
            label_ui(ui, text, theme::label(), palette.ok.0);
        } else {
            let create = language.text("first-screen-create");
            let button = Button::new(&create).icon(icons::NEW_FOLDER).enabled(usable);
            if button.primary(ui).clicked() {
                model.ask_for(Pending::Vault, Request::Create(folder));
            }
            let text = language.text("first-screen-is-new");
            label_ui(ui, text, theme::label(), palette.mute);
        }
        let text = language.text("command-backups");
        if backups && Button::new(&text).enabled(usable).link(ui).clicked() {
            model.actions.push(Command::Backups);
        }
    });
}

/// A vault with invented cases, to look around in.
fn demo_card(ui: &mut Ui, model: &mut Model, width: f32) {
    let palette = Palette::of(ui);
    let language = model.language;
    card(ui, Margin::same(20), |ui| {
        ui.set_width(width - 42.0);
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(width - 260.0, 0.0), |ui| {
                ui.vertical(|ui| {
                    label_ui(
                        ui,
                        language.text("first-screen-demo"),
                        theme::heading(),
                        palette.ink,
                    );
                    let text = language.text("first-screen-demo-text");
                    let text = egui::RichText::new(text).color(palette.mute);
                    ui.add(egui::Label::new(text).wrap());
                });
            });
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let look = language.text("first-screen-look-around");
                let button = Button::new(&look)
                    .icon(icons::EXPLORE)
                    .enabled(!model.is_busy());
                if button.secondary(ui).clicked()
                    && let Some(folder) = places::free_demo_folder(Vault::is_half_made)
                {
                    model.ask_for(Pending::Vault, Request::Demo(folder));
                }
            });
        });
    });
}
