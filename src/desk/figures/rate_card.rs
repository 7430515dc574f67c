//! The card with a figure for every thousand dwellings, or of what else is known of districts. It is asked for on the card
//! itself; where the year is not known, it says so and offers the nearest one by its name.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align2, Margin, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, label_ui, notice, paint_cell, paragraph};
use crate::desk::state::model::Model;
use crate::figures::{Columns, DistrictFacts, Per, RateError, YearValues};
use crate::language::{Explain, Language};
use crate::register::Registers;
use crate::report::{RateQuestion, RateTable};

const LINE: f32 = 30.0;
const LEVEL: f32 = 18.0;
const NAME: f32 = 170.0;
const CELL: f32 = 108.0;

/// What has to be known to give a figure for every thousand of something.
struct Known {
    registers: Registers,
    values: Arc<YearValues>,
}

/// Draws the card, where districts have characteristics and the figure can be a rate of them.
pub fn rate_card(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    model: &mut Model,
    columns: &Columns,
    width: f32,
) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let (_, values, _) = vault.indicators();
    let known = Known {
        registers: vault.registers.clone(),
        values,
    };
    let Some(facts) = DistrictFacts::of(&known.registers, &known.values) else {
        return;
    };
    let Some(question) = figures.question().cloned() else {
        return;
    };
    if !question.quantity.has_shares() {
        return;
    }
    ui.add_space(theme::GAP - 8.0);
    card(ui, Margin::same(12), |ui| {
        ui.set_width(width - 26.0);
        label_ui(
            ui,
            language.text("rate-title"),
            theme::heading(),
            Palette::of(ui).ink,
        );
        ui.horizontal_wrapped(|ui| {
            for kind in facts.kinds.choices.iter().filter(|kind| kind.is_current()) {
                // Those of a tenure follow by themselves where a figure is split by it.
                if facts.whole(&kind.id).is_some() {
                    continue;
                }
                let on = figures.per.as_ref().is_some_and(|per| per.kind == kind.id);
                let label = kind.label.text(language);
                if Button::new(label).chip(ui, on).clicked() {
                    let per = Per {
                        kind: kind.id.clone(),
                        year: None,
                    };
                    figures.per = (!on).then_some(per);
                }
            }
        });
        let Some(per) = figures.per.clone() else {
            let text = language.text("rate-choose");
            paragraph(ui, &text, theme::label(), Palette::of(ui).mute);
            return;
        };
        let asked = RateQuestion {
            title: &question.title,
            figure: &question.figure,
            quantity: &question.quantity,
            per: &per,
        };
        match RateTable::of(columns, facts, asked, language) {
            Ok(table) => table_ui(ui, &table, language),
            Err(error) => {
                notice(ui, icons::WARNING, &error.explain(language), Tone::Warn);
                if let RateError::UnknownYear {
                    nearest: Some(nearest),
                    ..
                } = error
                {
                    let year = [("year", nearest.to_string().into())];
                    let label = language.say("rate-take-year", &year);
                    if Button::new(&label)
                        .icon(icons::DATE)
                        .secondary(ui)
                        .clicked()
                    {
                        figures.per = Some(Per {
                            year: Some(nearest),
                            ..per
                        });
                    }
                }
            }
        }
    });
}

/// Draws the table. In a narrow window it can be moved sideways.
fn table_ui(ui: &mut Ui, table: &RateTable, language: Language) {
    let palette = Palette::of(ui);
    for line in &table.about {
        paragraph(ui, line, theme::body(), palette.ink);
    }
    egui::ScrollArea::horizontal()
        .id_salt("rates")
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            accessible::region(ui, Role::Table, &table.title);
            let head = table.words.iter().chain(&table.headings).cloned();
            head_ui(ui, table, head.collect());
            for (at, (labels, cells)) in table.lines.iter().enumerate() {
                let cells = cells.iter().map(|rate| table.written(*rate, language));
                let texts = labels.iter().cloned().chain(cells).collect();
                let total = table.has_total && at + 1 == table.lines.len();
                row_ui(ui, table, texts, total);
            }
        });
    for note in &table.notes {
        paragraph(ui, note, theme::label(), palette.mute);
    }
}

/// The headings: of two fields across the top, the second one below the first.
fn head_ui(ui: &mut Ui, table: &RateTable, texts: Vec<String>) {
    let levels = texts.iter().map(|text| text.split(" · ").count()).max();
    let levels = levels.unwrap_or(1);
    let words = table.words.len();
    let wide = NAME * words as f32 + CELL * table.headings.len() as f32;
    let size = vec2(wide, LEVEL * levels as f32 + 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let palette = Palette::of(ui);
    let rule = egui::Stroke::new(1.0, palette.line);
    ui.painter().hline(rect.x_range(), rect.bottom(), rule);
    let mut left = rect.left();
    for (at, text) in texts.iter().enumerate() {
        let (width, align) = match at < words {
            true => (NAME, Align2::LEFT_CENTER),
            false => (CELL, Align2::RIGHT_CENTER),
        };
        let parts: Vec<&str> = text.split(" · ").collect();
        let above = levels - parts.len();
        for (level, part) in parts.into_iter().enumerate() {
            let top = rect.top() + 4.0 + LEVEL * (above + level) as f32;
            let cell = egui::Rect::from_min_size(pos2(left, top), vec2(width, LEVEL));
            paint_cell(ui, cell, part, theme::strong_label(), palette.ink, align);
        }
        left += width;
    }
    let name = texts.join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &name));
    let cells = vec![rect; texts.len()];
    accessible::name_cells(ui, &response, Role::ColumnHeader, &cells, texts);
}

fn row_ui(ui: &mut Ui, table: &RateTable, texts: Vec<String>, strong: bool) {
    let words = table.words.len();
    let wide = NAME * words as f32 + CELL * table.headings.len() as f32;
    let (rect, response) = ui.allocate_exact_size(vec2(wide, LINE), Sense::hover());
    let palette = Palette::of(ui);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom(),
        egui::Stroke::new(1.0, palette.line),
    );
    let font = if strong {
        theme::strong_label()
    } else {
        theme::body()
    };
    let mut left = rect.left();
    for (at, text) in texts.iter().enumerate() {
        let (width, align) = match at < words {
            true => (NAME, Align2::LEFT_CENTER),
            false => (CELL, Align2::RIGHT_CENTER),
        };
        let cell = egui::Rect::from_min_size(pos2(left, rect.top()), vec2(width, LINE));
        paint_cell(ui, cell, text, font.clone(), palette.ink, align);
        left += width;
    }
    let name = texts.join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &name));
    let cells = vec![rect; texts.len()];
    accessible::name_cells(ui, &response, Role::Cell, &cells, texts);
}
