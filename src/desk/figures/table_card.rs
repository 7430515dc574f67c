//! The card with the table of a figure: its numbers, and below them the balance and the notes.

use egui::{Margin, Ui};

use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, card, label_ui, paragraph, paragraph_of};
use crate::desk::parts::crosstab::{CrosstabState, Grid, crosstab_ui};
use crate::figures::Balance;
use crate::language::Language;
use crate::register::Definition;

/// The margins and the line of the card, above and below together, in points.
const AROUND: f32 = 10.0;

/// Draws the table, in a card that is at least this high. A cell that is opened shows its cases under the figure. Returns
/// how high the card wants to be.
pub fn table_card(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    grid: &Grid,
    definition: &Definition,
    width: f32,
    least: f32,
) -> f32 {
    let palette = Palette::of(ui);
    let publication = &grid.publication;
    card(ui, Margin::same(4), |ui| {
        ui.set_width(width - AROUND);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_min_height((least - AROUND).max(0.0));
        let top = ui.cursor().top();
        let state = CrosstabState {
            take_focus: std::mem::take(&mut figures.take_focus),
            cursor: &mut figures.cursor,
            opened: figures.open_cases.as_ref(),
        };
        let opened = crosstab_ui(ui, "figure", grid, definition, state);
        if let Some(cell) = opened {
            figures.open_cell(grid, cell, definition);
        }
        let below = egui::Frame::new().inner_margin(Margin::symmetric(8, 12));
        below.show(ui, |ui| {
            if let Some(balance) = publication.balance {
                balance_ui(ui, balance, publication.language);
            }
            for note in &publication.notes {
                ui.add_space(6.0);
                paragraph(ui, note, theme::label(), palette.mute);
            }
        });
        ui.cursor().top() - top + AROUND
    })
}

/// "Beginstand 98 + instroom 112 + heropend 0 = 210 = afgerond 68 + eindstand 142", the numbers bold.
fn balance_ui(ui: &mut Ui, balance: Balance, language: Language) {
    let palette = Palette::of(ui);
    let count = |number: u64| (language.count(number as i64), true);
    let mute = |text: &'static str| (language.text(text), false);
    let pieces = [
        mute("balance-opening"),
        count(balance.opening),
        mute("balance-inflow"),
        count(balance.inflow),
        mute("balance-reopened"),
        count(balance.reopened),
        (" = ".to_owned(), false),
        count(balance.handled()),
        mute("balance-finished"),
        count(balance.finished),
        mute("balance-closing"),
        count(balance.closing),
    ];
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        label_ui(ui, icons::BALANCED, theme::icon(), palette.ok.0);
        let pieces = pieces.iter().map(|(text, strong)| {
            let (font, colour) = match strong {
                true => (theme::strong(), palette.ink),
                false => (theme::body(), palette.mute),
            };
            TextPiece { text, font, colour }
        });
        paragraph_of(ui, &pieces.collect::<Vec<_>>());
    });
}
