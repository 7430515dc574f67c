//! The dialog in which the user chooses how everything is drawn: light or dark, how large, how
//! close together. What is chosen shows at once.

use egui::Ui;

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::density::Density;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, paragraph};
use crate::desk::state::action::{Action, Look};
use crate::desk::state::model::Model;
use crate::desk::state::settings::{Size, Theme};

/// How wide the dialog is, in points.
const WIDTH: f32 = 460.0;

/// The dialog, with what is chosen.
pub struct AppearanceDialog(Look);

impl AppearanceDialog {
    /// Begins with this choice.
    pub fn new(look: Look) -> Self {
        Self(look)
    }

    /// Draws the dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, model: &mut Model) -> bool {
        let language = model.language;
        let title = language.text("appearance-title");
        let mut chosen = self.0;
        let mut close = false;
        let modal = dialog_ui(ui, "appearance", &title, WIDTH, |ui| {
            heading(ui, &language.text("appearance-theme"));
            ui.horizontal_wrapped(|ui| {
                for theme in Theme::ALL {
                    let text = language.text(theme.text_id());
                    if Button::new(&text)
                        .option(ui, chosen.theme == theme)
                        .clicked()
                    {
                        chosen.theme = theme;
                    }
                }
            });
            heading(ui, &language.text("appearance-density"));
            ui.horizontal_wrapped(|ui| {
                for density in Density::ALL {
                    let text = language.text(density.text_id());
                    let on = chosen.density == density;
                    if Button::new(&text).option(ui, on).clicked() {
                        chosen.density = density;
                    }
                }
            });
            heading(ui, &language.text("appearance-size"));
            ui.horizontal_wrapped(|ui| {
                for size in Size::ALL {
                    let text = format!("{}%", size.percent());
                    if Button::new(&text).option(ui, chosen.size == size).clicked() {
                        chosen.size = size;
                    }
                }
            });
            let keys = language.text("appearance-size-keys");
            paragraph(ui, &keys, theme::label(), Palette::of(ui).mute);
            ui.add_space(12.0);
            let text = language.text("command-close");
            let keys = model.shortcut(&Command::Close);
            close = Button::new(&text).shortcut(keys).secondary(ui).clicked();
        });
        if chosen != self.0 {
            self.0 = chosen;
            model.actions.push(Action::Look(chosen));
        }
        !(close || modal.should_close())
    }
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(6.0);
    label_ui(ui, text, theme::label(), Palette::of(ui).mute);
}
