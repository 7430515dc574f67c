//! The card with the table of a figure and its balance.

use egui::{Margin, Ui};

use super::crosstab_ui::{Names, crosstab_ui};
use super::figures_ui::Figures;
use super::icons;
use super::theme::{self, Palette};
use super::widgets::{card, say, words};

/// The table with its balance below it.
pub fn table_card(ui: &mut Ui, figures: &mut Figures, names: &Names<'_>, width: f32) {
    let palette = Palette::of(ui);
    let language = names.language;
    card(ui, Margin::same(4), |ui| {
        ui.set_width(width - 10.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let open = figures.behind.as_ref().and_then(|behind| behind.door);
        let mut cursor = figures.cursor;
        if let Some(door) = crosstab_ui(
            ui,
            names,
            &mut cursor,
            open,
            std::mem::take(&mut figures.take_focus),
        ) {
            figures.open(names, door);
        }
        figures.cursor = cursor;
        egui::Frame::new()
            .inner_margin(Margin::symmetric(8, 12))
            .show(ui, |ui| {
                if let Some(balance) = names.table.balance {
                    let count = |number: u64| language.count(number as i64);
                    let mute = |text: &'static str| (language.text(text), false);
                    let pieces = [
                        mute("balance-opening"),
                        (count(balance.opening), true),
                        mute("balance-inflow"),
                        (count(balance.inflow), true),
                        mute("balance-reopened"),
                        (count(balance.reopened), true),
                        (" = ".to_owned(), false),
                        (count(balance.handled()), true),
                        mute("balance-finished"),
                        (count(balance.finished), true),
                        mute("balance-closing"),
                        (count(balance.closing), true),
                    ];
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = 6.0;
                        say(ui, icons::BALANCED, theme::icon(), palette.ok.0);
                        let pieces: Vec<_> = pieces
                            .iter()
                            .map(|(text, strong)| match strong {
                                true => (text.as_str(), theme::strong(), palette.ink),
                                false => (text.as_str(), theme::body(), palette.mute),
                            })
                            .collect();
                        words(ui, &pieces);
                    });
                }
                if !names.table.adds_up {
                    ui.add_space(6.0);
                    let text = language.text("figures-do-not-add-up");
                    words(ui, &[(&text, theme::label(), palette.mute)]);
                }
            });
    });
}
