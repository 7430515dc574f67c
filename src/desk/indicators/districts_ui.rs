//! What is known of districts on the screen: the fields of the line that is selected, and the lines.

use egui::accesskit::Role;
use egui::{Align2, Id, Key, Modifiers, Ui, WidgetInfo, vec2};

use super::districts::{FactLine, lines};
use super::state::IndicatorPage;
use crate::desk::kit::density;
use crate::desk::kit::field::text_field;
use crate::desk::kit::icons;
use crate::desk::kit::table::{Column, Gesture, Order, Row, Rows, Table};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{
    Tone, empty, label_ui, notice, paint_cell, paint_row, paragraph, room, sized_card,
};
use crate::desk::state::model::Model;
use crate::figures::DistrictFact;
use crate::language::Language;
use crate::report::DistrictTable;

impl IndicatorPage {
    /// Draws what is known of districts in this year.
    pub(super) fn districts_ui(&mut self, ui: &mut Ui, model: &Model, year: i32) {
        let language = model.language;
        let Some(vault) = &model.vault else { return };
        let (_, values, _) = vault.indicators();
        let lines = lines(&vault.registers, &values, year);
        if lines.is_empty() {
            let text = language.text("districts-no-lists");
            empty(ui, icons::INDICATORS, &text, "");
            return;
        }
        self.districts.cursor = self.districts.cursor.min(lines.len() - 1);
        let at = self.districts.cursor;
        self.fill_fact(&lines[at], &values);
        if let Some(fault) = &self.fault {
            notice(ui, icons::WARNING, fault, Tone::Bad);
        }
        self.fields_of_fact(ui, &lines[at], language);
        let size = room(ui) - vec2(4.0, 4.0);
        sized_card(ui, 1, size, |ui| self.facts_table_ui(ui, &lines, language));
    }

    fn fields_of_fact(&mut self, ui: &mut Ui, line: &FactLine, language: Language) {
        let palette = Palette::of(ui);
        label_ui(ui, line.name(language), theme::heading(), palette.ink);
        let page = &mut self.districts;
        ui.horizontal_top(|ui| {
            let id = Id::unique("district amount");
            let (label, fault) = (language.text("districts-amount"), page.fault.clone());
            let fault = fault.as_deref();
            let field = text_field(ui, id, &label, &mut page.amount, "", fault, 160.0);
            if std::mem::take(&mut page.take_field) {
                field.request_focus();
            }
            let id = Id::unique("district source");
            let label = language.text("indicators-source");
            text_field(ui, id, &label, &mut page.source, "", None, 260.0);
            ui.vertical(|ui| {
                ui.add_space(24.0);
                let keys = language.text("districts-keys");
                paragraph(ui, &keys, theme::label(), palette.mute);
            });
        });
        ui.add_space(4.0);
    }

    fn facts_table_ui(&mut self, ui: &mut Ui, lines: &[FactLine], language: Language) {
        let column = |id: &str, text: &str, width: f32, numbers: bool| Column {
            id: id.to_owned(),
            label: language.text(text),
            icon: None,
            width,
            order: Order::Never,
            fixed: false,
            numbers,
        };
        let rest = (ui.available_width() - 180.0 - 240.0 - 130.0 - 16.0).max(160.0);
        let columns = [
            column("district", "districts-district", 180.0, false),
            column("kind", "districts-kind", 240.0, false),
            column("amount", "districts-amount", 130.0, true),
            column("source", "indicators-source", rest, false),
        ];
        let count = [("count", (lines.len() as i64).into())];
        let name = language.say("districts-list-name", &count);
        let page = &mut self.districts;
        let table = Table {
            id: Id::unique("districts"),
            name: &name,
            columns: &columns,
            cursor: Some(page.cursor),
            take_focus: std::mem::take(&mut self.take_focus),
            row: density::height(ui, theme::ROW),
        };
        let mut rows = Painted {
            lines,
            cursor: page.cursor,
            language,
        };
        let (whole, gesture) = table.show(ui, &mut page.table, &mut page.widths, &mut rows);
        match gesture {
            Some(Gesture::Clicked(to, _) | Gesture::Went { to, .. }) => page.cursor = to,
            Some(Gesture::Sideways { right }) => page.table.go_sideways(right),
            Some(Gesture::Sorted(_) | Gesture::Widened) | None => {}
        }
        let enter = |ui: &Ui| ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if whole.has_focus() && enter(ui) {
            page.take_field = true;
        }
    }
}

struct Painted<'a> {
    lines: &'a [FactLine],
    cursor: usize,
    language: Language,
}

impl Rows for Painted<'_> {
    fn count(&self) -> usize {
        self.lines.len()
    }

    fn row_ui(&mut self, ui: &mut Ui, row: &Row<'_>) {
        let Some(line) = self.lines.get(row.at) else {
            return;
        };
        let (palette, language) = (Palette::of(ui), self.language);
        let selected = self.cursor == row.at;
        paint_row(ui, row.rect, selected, row.focused, row.response.hovered());
        let fact = DistrictFact::of(&line.value);
        let texts = [
            line.district.text(language).to_owned(),
            line.kind.text(language).to_owned(),
            DistrictTable::written(fact, language),
            line.value.source.clone().unwrap_or_default(),
        ];
        for (at, (text, rect)) in texts.iter().zip(row.cells).enumerate() {
            let (font, ink, align) = match (at, fact.is_some()) {
                (2, true) => (theme::strong(), palette.ink, Align2::RIGHT_CENTER),
                (2, false) => (theme::body(), palette.faint, Align2::RIGHT_CENTER),
                (3, _) => (theme::label(), palette.mute, Align2::LEFT_CENTER),
                _ => (theme::body(), palette.ink, Align2::LEFT_CENTER),
            };
            paint_cell(ui, *rect, text, font, ink, align);
        }
        row.response.widget_info(|| {
            let name = format!("{}: {}", line.name(language), texts[2]);
            WidgetInfo::selected(Role::Row, true, selected, name)
        });
        row.name_cells(ui, texts);
    }
}
