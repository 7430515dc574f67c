//! The cases behind a number, under the figure: what makes a number a door.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align, Layout, Margin, Sense, Ui, vec2};

use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, focus_ring, label_ui, paint_cell, tag};
use crate::desk::parts::case_cells::{CellText, shown_columns, widths};
use crate::desk::parts::task_text::first_due;
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::figures::{Columns, FigureError, Measure, Order};
use crate::register::Definition;
use crate::report::CaseColumn;

/// How many cases are shown under a figure; the whole list is one step further.
const PREVIEW: usize = 8;

/// How much of the cases comes into view when they are opened, in points: their heading. Where it is seen nothing moves.
const HEAD: f32 = 60.0;

/// The cases behind the number that was clicked.
pub fn behind_card(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    model: &mut Model,
    definition: &Arc<Definition>,
    columns: &Columns,
    width: f32,
) {
    let Some(behind) = figures.opened.clone() else {
        return;
    };
    let language = model.language;
    let palette = Palette::of(ui);
    let key = (behind.figure.clone(), figures.generation);
    let rows = figures.rows_behind.get(key, |(figure, _)| {
        let mut rows = columns.rows(&figure.slice, figure.period, figure.measure)?;
        columns.sort(&mut rows, Order::Begin, true)?;
        let counted = columns.total(&figure.slice, figure.period, figure.measure)?;
        Ok::<_, FigureError>((rows, counted))
    });
    let Ok(behind_it) = rows else { return };
    let (rows, counted) = &*behind_it;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        accessible::region(ui, Role::Table, &behind.name);
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            label_ui(ui, &behind.name, theme::heading(), palette.ink);
            let count = rows.len() as u64;
            let word = definition.case_word(count).text(language);
            let said = match behind.figure.measure {
                Measure::Reports => language.say(
                    "reports-in-cases",
                    &[
                        ("reports", (*counted).into()),
                        ("count", count.into()),
                        ("cases", word.into()),
                    ],
                ),
                _ => format!("{} {word}", language.count(rows.len() as i64)),
            };
            tag(ui, &said, Tone::Accent);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let text = language.text("figures-open-list");
                if Button::new(&text).link(ui).clicked() {
                    let name = behind.name.clone();
                    let register = definition.id.clone();
                    model.list_cases_behind(register, behind.figure.clone(), name);
                }
            });
        });
        let shown = shown_columns(definition, ui.available_width());
        let widths = widths(&shown, ui.available_width());
        let today = model.clock.today();
        let row_at = |ui: &mut Ui, sense: Sense| {
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), theme::ROW), sense);
            let line = egui::Stroke::new(1.0, palette.line);
            ui.painter()
                .hline(rect.x_range(), rect.bottom() - 0.5, line);
            let mut left = rect.left();
            let cells: Vec<egui::Rect> = widths
                .iter()
                .map(|width| {
                    let cell = egui::Rect::from_min_size(
                        egui::pos2(left, rect.top()),
                        vec2(*width, rect.height()),
                    );
                    left += width;
                    cell
                })
                .collect();
            (rect, response, cells)
        };
        ui.spacing_mut().item_spacing.y = 0.0;
        let (_, header, cells) = row_at(ui, Sense::hover());
        let labels = shown.iter().map(|column| match column {
            // Counted as of the reference date, a case may stand elsewhere by now.
            CaseColumn::Status if behind.figure.period.to != today => language.text("status-now"),
            _ => column.label(definition, language),
        });
        let labels: Vec<String> = labels.collect();
        for (label, rect) in labels.iter().zip(&cells) {
            let align = egui::Align2::LEFT_CENTER;
            paint_cell(ui, *rect, label, theme::label(), palette.mute, align);
        }
        ui.ctx()
            .accesskit_node_builder(header.id, |node| node.set_role(Role::Row));
        accessible::name_cells(ui, &header, Role::ColumnHeader, &cells, labels);
        for row in rows.iter().take(PREVIEW) {
            let Some(key) = columns.key(*row) else {
                continue;
            };
            let case = model
                .vault
                .as_mut()
                .and_then(|vault| vault.case(&definition.id, key));
            let (rect, response, cells) = row_at(ui, Sense::click());
            response.widget_info(|| {
                let number = case.as_deref().map_or("", |case| case.number.as_str());
                egui::WidgetInfo::labeled(Role::Row, true, number)
            });
            if response.hovered() {
                ui.painter().rect_filled(rect, 0.0, palette.soft);
            }
            focus_ring(ui, &response, rect.shrink(2.0), 2);
            let now = model.clock.wall();
            let vault = model.vault.as_ref();
            let due = vault
                .zip(case.as_deref())
                .and_then(|(vault, case)| first_due(vault, definition, case, now, language));
            let case = case.as_deref();
            let told = CellText { case, due, today };
            // The row is called by the number of its case, which stands in the first column.
            let texts = shown.iter().map(|column| match column {
                CaseColumn::Number => String::new(),
                _ => column.text(definition, &told, language),
            });
            accessible::name_cells(ui, &response, Role::Cell, &cells, texts);
            for (column, rect) in shown.iter().zip(cells) {
                column.paint(ui, rect, definition, &told, language);
            }
            if response
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .clicked()
            {
                let name = behind.name.clone();
                model.list_cases_behind(definition.id.clone(), behind.figure.clone(), name);
                model
                    .actions
                    .push(Action::OpenCase(definition.id.clone(), key));
            }
        }
        if rows.len() > PREVIEW {
            ui.add_space(8.0);
            let rest = (rows.len() - PREVIEW) as i64;
            let text = language.say("figures-more", &[("count", rest.into())]);
            label_ui(ui, text, theme::label(), palette.mute);
        }
        if std::mem::take(&mut figures.reveal) {
            // More of it would take the number that was opened out of view.
            let card = ui.min_rect();
            let head = card.with_max_y(card.bottom().min(card.top() + HEAD));
            ui.scroll_to_rect(head, None);
        }
    });
    ui.add_space(theme::GAP - 8.0);
}
