//! The bar with the file: its name, its sheet, the row with its headings, and what was left out.

use egui::{Align, Layout, Margin, Popup, PopupCloseBehavior, Ui};

use super::small_text::small;
use super::state::CaseImport;
use crate::desk::backend::import_look::ImportLook;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui};
use crate::desk::state::model::Model;
use crate::exchange::SheetChoice;
use crate::language::Language;

/// As much of a row is shown among the rows that may hold the headings.
const LONGEST_ROW: usize = 60;

/// Draws the bar.
pub(super) fn file_bar(ui: &mut Ui, import: &mut CaseImport, model: &mut Model) {
    let Some(look) = &import.look else { return };
    let language = model.language;
    let mut chosen = None;
    let mut another = false;
    card(ui, Margin::symmetric(16, 8), |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let palette = Palette::of(ui);
            label_ui(ui, icons::PAPER, theme::icon(), palette.mute);
            let name = look.import.path.file_name().unwrap_or_default();
            label_ui(ui, name.to_string_lossy(), theme::strong(), palette.ink);
            chosen = sheet_menu(ui, look, language).or_else(|| header_menu(ui, look, language));
            let text = language.text("import-another");
            another = Button::new(&text).link(ui).clicked();
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for text in read_texts(look, language) {
                        ui.with_layout(Layout::right_to_left(Align::Min), |ui| small(ui, &text));
                    }
                });
            });
        });
    });
    if another {
        return import.choose_another();
    }
    if let (Some(choice), Some(import_of)) = (chosen, &mut import.import) {
        import_of.sheet = choice;
        import_of.corrections.clear();
        import_of.decisions.clear();
        import.look_again(true, model);
    }
}

/// How many rows were read, and which were left out.
fn read_texts(look: &ImportLook, language: Language) -> Vec<String> {
    let read = [("count", (look.report.read as i64).into())];
    let mut texts = vec![language.say("import-rows-read", &read)];
    let (titles, totals) = (look.head.titles as i64, look.columns.totals.len() as i64);
    let left_out = match (titles, totals) {
        (0, 0) => None,
        (_, 0) => Some("import-left-titles"),
        (0, _) => Some("import-left-totals"),
        _ => Some("import-left-both"),
    };
    texts.extend(
        left_out
            .map(|id| language.say(id, &[("titles", titles.into()), ("totals", totals.into())])),
    );
    texts
}

/// The menu of the sheets of a workbook; returns what was chosen.
fn sheet_menu(ui: &mut Ui, look: &ImportLook, language: Language) -> Option<SheetChoice> {
    let sheets = &look.head.sheets;
    if sheets.len() < 2 {
        return None;
    }
    let at = look.head.sheet.unwrap_or_default();
    let current = sheets.get(at).cloned().unwrap_or_default();
    let text = language.say("import-sheet", &[("sheet", current.into())]);
    let mut chosen = None;
    let response = Button::new(&text).after(icons::MORE).bordered_chip(ui);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .accessible_name(&text)
        .show(|ui| {
            ui.set_width(240.0);
            for (place, sheet) in sheets.iter().enumerate() {
                if Button::new(sheet).entry(ui, place == at, None).clicked() {
                    chosen = Some(SheetChoice {
                        sheet: Some(sheet.clone()),
                        header_row: None,
                    });
                }
            }
        });
    chosen
}

/// The menu of the rows that may hold the headings; returns what was chosen.
fn header_menu(ui: &mut Ui, look: &ImportLook, language: Language) -> Option<SheetChoice> {
    let row = look.head.header_row.to_string();
    let text = language.say("import-header", &[("row", row.into())]);
    let mut chosen = None;
    let response = Button::new(&text).after(icons::MORE).bordered_chip(ui);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .accessible_name(&text)
        .show(|ui| {
            ui.set_width(420.0);
            for (number, content) in &look.head.above {
                let content: String = content.chars().take(LONGEST_ROW).collect();
                let line = format!("{number}   {content}");
                let selected = *number == look.head.header_row;
                if Button::new(&line).entry(ui, selected, None).clicked() {
                    chosen = Some(SheetChoice {
                        sheet: look.import.sheet.sheet.clone(),
                        header_row: Some(*number),
                    });
                }
            }
        });
    chosen
}
