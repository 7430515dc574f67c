//! The table of many years on the screen: an indicator a row, its average and its range, then its years side by side.

use egui::accesskit::Role;
use egui::{Align2, Id, Key, Modifiers, Ui, WidgetInfo, vec2};

use super::over_years::OverYears;
use super::state::IndicatorPage;
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::kit::density;
use crate::desk::kit::field::text_field;
use crate::desk::kit::icons;
use crate::desk::kit::table::{Column, Gesture, Order, Row, Rows, Table};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{
    Tone, empty, notice, paint_cell, paint_row, paragraph, room, sized_card,
};
use crate::desk::state::model::Model;
use crate::figures::{ManyYears, YearsRow, written_amount};
use crate::language::Language;
use crate::register::read_year;
use crate::report::{average_in_words, indicator_contradictions, range_in_words};

const MARK: f32 = 34.0;
const NAME: f32 = 250.0;
const NUMBER: f32 = 62.0;
const RANGE: f32 = 180.0;

impl IndicatorPage {
    /// Draws the table of the years up to this one.
    pub(super) fn over_years_ui(
        &mut self,
        ui: &mut Ui,
        known: &IndicatorBook,
        model: &Model,
        last: i32,
    ) {
        let language = model.language;
        let Some(vault) = &model.vault else { return };
        self.first_year_ui(ui, language);
        let years = self.over_years.years(known, vault, last);
        let table = OverYears::table(known, years.clone());
        let ids = table.rows.iter().map(|row| row.indicator.id.clone());
        let ids: Vec<String> = ids.collect();
        self.over_years.on_screen = Some((ids, years));
        if table.rows.is_empty() {
            let next = language.text("indicators-empty-next");
            let title = language.text("indicator-years-none");
            empty(ui, icons::INDICATORS, &title, &next);
            return;
        }
        let notes = indicator_contradictions(&table, language);
        for note in notes.iter().take(3) {
            notice(ui, icons::WARNING, note, Tone::Warn);
        }
        let size = room(ui) - vec2(4.0, 4.0);
        let take_focus = std::mem::take(&mut self.take_focus);
        let mut opened = None;
        sized_card(ui, 1, size, |ui| {
            opened = self.over_years.table_ui(ui, &table, take_focus, language);
        });
        if let Some(id) = opened {
            self.over_years.shown = false;
            self.take_focus = true;
            self.select(&id);
        }
    }

    /// The field for the first year, and what can be done with the keys.
    fn first_year_ui(&mut self, ui: &mut Ui, language: Language) {
        let over = &mut self.over_years;
        let typed = over.from.trim();
        let fault = match typed.is_empty() || read_year(typed).is_ok() {
            true => None,
            false => Some(language.text("indicator-years-not-a-year")),
        };
        ui.horizontal_top(|ui| {
            let label = language.text("indicator-years-from");
            let hint = language.text("indicator-years-from-hint");
            let id = Id::unique("indicators from year");
            text_field(
                ui,
                id,
                &label,
                &mut over.from,
                &hint,
                fault.as_deref(),
                150.0,
            );
            ui.vertical(|ui| {
                ui.add_space(24.0);
                let keys = language.text("indicator-years-keys");
                paragraph(ui, &keys, theme::label(), Palette::of(ui).mute);
            });
        });
        ui.add_space(4.0);
    }
}

impl OverYears {
    /// Draws the table. Returns the indicator that is opened.
    fn table_ui(
        &mut self,
        ui: &mut Ui,
        table: &ManyYears<'_>,
        take_focus: bool,
        language: Language,
    ) -> Option<String> {
        let columns = columns(table, ui.available_width(), language);
        self.cursor = self.cursor.min(table.rows.len().saturating_sub(1));
        let count = [("count", (table.rows.len() as i64).into())];
        let name = language.say("indicator-years-list-name", &count);
        let grid = Table {
            id: Id::unique("indicators over years"),
            name: &name,
            columns: &columns,
            cursor: Some(self.cursor),
            take_focus,
            row: density::height(ui, theme::ROW),
        };
        let mut rows = Painted {
            table,
            chosen: &|id| self.chosen.contains(id),
            cursor: self.cursor,
            language,
        };
        let (whole, gesture) = grid.show(ui, &mut self.table, &mut self.widths, &mut rows);
        match gesture {
            Some(Gesture::Clicked(to, _)) => self.cursor = to,
            Some(Gesture::Went { to, .. }) => self.cursor = to,
            Some(Gesture::Sideways { right }) => self.table.go_sideways(right),
            Some(Gesture::Sorted(_) | Gesture::Widened) | None => {}
        }
        let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let id = table.rows.get(self.cursor)?.indicator.id.clone();
        if whole.has_focus() && pressed(ui, Key::Space) {
            self.choose(&id);
        }
        (whole.has_focus() && pressed(ui, Key::Enter)).then_some(id)
    }
}

fn columns(table: &ManyYears<'_>, room: f32, language: Language) -> Vec<Column> {
    let column = |id: String, label: String, width: f32, numbers: bool| Column {
        id,
        label,
        icon: None,
        width,
        order: Order::Never,
        fixed: false,
        numbers,
    };
    let years = table.years.len() as f32;
    let rest = room - MARK - NUMBER * (years + 1.0) - RANGE - 16.0;
    let heading = |id: &str| language.text(id);
    let mut columns = vec![
        Column {
            fixed: true,
            ..column(
                "chosen".to_owned(),
                heading("indicator-years-chosen"),
                MARK,
                false,
            )
        },
        column(
            "name".to_owned(),
            heading("indicators-indicator"),
            rest.max(NAME),
            false,
        ),
    ];
    // What is said of all years together stands first, where it is in view.
    columns.extend([
        column(
            "average".to_owned(),
            heading("indicator-average"),
            NUMBER + 24.0,
            true,
        ),
        column("range".to_owned(), heading("indicator-range"), RANGE, false),
    ]);
    let years = table.years.iter().map(i32::to_string);
    columns.extend(years.map(|year| column(year.clone(), year, NUMBER, true)));
    if let Some(mark) = columns.first_mut() {
        mark.icon = Some(icons::CHOSEN);
    }
    columns
}

struct Painted<'a> {
    table: &'a ManyYears<'a>,
    chosen: &'a dyn Fn(&str) -> bool,
    cursor: usize,
    language: Language,
}

impl Rows for Painted<'_> {
    fn count(&self) -> usize {
        self.table.rows.len()
    }

    fn row_ui(&mut self, ui: &mut Ui, row: &Row<'_>) {
        let Some(line) = self.table.rows.get(row.at) else {
            return;
        };
        let palette = Palette::of(ui);
        let selected = self.cursor == row.at;
        paint_row(ui, row.rect, selected, row.focused, row.response.hovered());
        let chosen = (self.chosen)(&line.indicator.id);
        let texts = self.texts(line, chosen);
        for (at, (text, rect)) in texts.iter().zip(row.cells).enumerate() {
            let number = at == 2 || at > 3;
            let (align, font, ink) = match (at, number) {
                (0, _) => {
                    let mark = if chosen { icons::CHOSEN } else { "" };
                    let place = rect.center();
                    let font = theme::icon();
                    ui.painter()
                        .text(place, Align2::CENTER_CENTER, mark, font, palette.accent);
                    continue;
                }
                (_, true) if text == "–" => (Align2::RIGHT_CENTER, theme::body(), palette.faint),
                (_, true) => (Align2::RIGHT_CENTER, theme::body(), palette.ink),
                (1, _) => (Align2::LEFT_CENTER, theme::body(), palette.ink),
                _ => (Align2::LEFT_CENTER, theme::label(), palette.mute),
            };
            paint_cell(ui, *rect, text, font, ink, align);
        }
        row.response.widget_info(|| {
            let name = self.name_of(&texts);
            WidgetInfo::selected(Role::Row, true, chosen, name)
        });
        row.name_cells(ui, texts);
    }
}

impl Painted<'_> {
    /// What stands in the cells of a row: whether it is chosen, its name, its average, its range and its years.
    fn texts(&self, row: &YearsRow<'_>, chosen: bool) -> Vec<String> {
        let language = self.language;
        let chosen = match chosen {
            true => language.text("indicator-years-chosen"),
            false => String::new(),
        };
        let mut texts = vec![chosen, row.indicator.label.text(language).to_owned()];
        texts.push(match average_in_words(row, language) {
            none if none.is_empty() => "–".to_owned(),
            average => average,
        });
        texts.push(match row.breaks.first() {
            None => range_in_words(row, language),
            Some(year) => {
                let year = [("year", year.to_string().into())];
                language.say("indicator-years-break", &year)
            }
        });
        texts.extend(row.figures.iter().map(|figure| {
            let written = |amount| written_amount(amount, row.indicator.unit, language);
            let amount = figure.actual.map(|actual| written(actual.amount));
            amount.unwrap_or_else(|| "–".to_owned())
        }));
        texts
    }

    /// The row as a screen reader reads it out: the years of which something is known.
    fn name_of(&self, texts: &[String]) -> String {
        let years = self.table.years.iter().map(i32::to_string);
        let years = years.zip(texts.iter().skip(4));
        let years = years.filter(|(_, text)| *text != "–");
        let years: Vec<String> = years.map(|(year, text)| format!("{year} {text}")).collect();
        let name = texts.get(1).map_or("", String::as_str);
        let mut parts = vec![name.to_owned()];
        parts.extend(years);
        let behind = ["indicator-average", "indicator-range"];
        for (id, text) in behind.iter().zip(texts.iter().skip(2)) {
            if !text.is_empty() && text != "–" {
                parts.push(format!("{} {text}", self.language.text(id).to_lowercase()));
            }
        }
        parts.join(", ")
    }
}
