//! The bar with the file: its name, its sheet, the row with its headings, and what was left out.

use egui::{Align, Id, Layout, Margin, Ui};

use super::small_text::small;
use super::state::CaseImport;
use crate::desk::backend::import_look::ImportLook;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::menu::{MenuEntry, arrow, menu_ui};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui};
use crate::desk::state::model::Model;
use crate::exchange::{Decisions, SheetChoice};
use crate::language::Language;

/// From which width on, in points, what was read stands beside the file and not below it.
const NARROW: f32 = 560.0;
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
        let narrow = ui.available_width() < NARROW;
        ui.horizontal(|ui| {
            let palette = Palette::of(ui);
            label_ui(ui, icons::PAPER, theme::icon(), palette.mute);
            let name = look.import.source.file_name();
            label_ui(ui, name, theme::strong(), palette.ink);
            chosen = sheet_menu(ui, look, language).or_else(|| header_menu(ui, look, language));
            let text = language.text("import-another");
            another = Button::new(&text).link(ui).clicked();
            if !narrow {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        for text in read_texts(look, language) {
                            let end = Layout::right_to_left(Align::Min);
                            ui.with_layout(end, |ui| small(ui, &text));
                        }
                    });
                });
            }
        });
        if narrow {
            small(ui, &read_texts(look, language).join(" · "));
        }
    });
    if another {
        return import.choose_another();
    }
    if let (Some(choice), Some(import_of)) = (chosen, &mut import.import) {
        import_of.sheet = choice;
        import_of.corrections.clear();
        import_of.decisions = Decisions::default();
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
    let entries = sheets.iter().enumerate();
    let entries = entries.map(|(place, sheet)| MenuEntry::new(sheet, place == at));
    let chosen = menu(ui, "import sheet", &text, &entries.collect::<Vec<_>>())?;
    Some(SheetChoice {
        sheet: sheets.get(chosen).cloned(),
        header_row: None,
    })
}

/// The menu of the rows that may hold the headings; returns what was chosen.
fn header_menu(ui: &mut Ui, look: &ImportLook, language: Language) -> Option<SheetChoice> {
    let row = look.head.header_row.to_string();
    let text = language.say("import-header", &[("row", row.into())]);
    let entries = look.head.above.iter().map(|(number, content)| {
        let content: String = content.chars().take(LONGEST_ROW).collect();
        let holds = *number == look.head.header_row;
        MenuEntry::new(format!("{number}   {content}"), holds)
    });
    let chosen = menu(ui, "import header", &text, &entries.collect::<Vec<_>>())?;
    Some(SheetChoice {
        sheet: look.import.sheet.sheet.clone(),
        header_row: look.head.above.get(chosen).map(|(number, _)| *number),
    })
}

/// A button with its menu; returns the place of what was chosen.
fn menu(ui: &mut Ui, salt: &str, text: &str, entries: &[MenuEntry]) -> Option<usize> {
    let menu = Id::unique(salt);
    let button = Button::new(text).after(arrow(ui, menu)).bordered_chip(ui);
    menu_ui(&button, menu, text, entries)
}
