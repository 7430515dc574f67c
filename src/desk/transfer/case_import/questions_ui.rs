//! What is beside the columns: how many rows are ready, the question about day and month, and the values that are no choice
//! yet.

use egui::accesskit::Role;
use egui::{
    Align, Align2, Id, Layout, Margin, Rect, Response, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use super::small_text::small;
use super::state::{CaseImport, counts};
use super::values_ui::values_card;
use crate::desk::backend::import_look::ImportLook;
use crate::desk::kit::field::text_field;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, focus_ring, label_ui, paint_cell, paragraph, tag};
use crate::desk::state::model::Model;
use crate::exchange::{ColumnDates, RowOutcome};
use crate::language::Language;
use crate::register::{DateOrder, Definition, read_day_in};

/// As many examples of a date are read in both ways.
const EXAMPLES: usize = 1;

/// Draws the cards.
pub(super) fn questions_ui(
    ui: &mut Ui,
    import: &mut CaseImport,
    model: &mut Model,
    definition: &Definition,
) {
    let Some(look) = import.look.take() else {
        return;
    };
    let language = model.language;
    let mut answered = None;
    ScrollArea::vertical()
        .id_salt("import questions")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            ready_card(ui, &look, language);
            for (column, dates) in look.mapping.date_questions() {
                answered = dates_card(ui, &look, column, dates, language)
                    .map(|order| (column, order))
                    .or(answered);
            }
            values_card(ui, import, &look, model, definition);
            name_card(ui, import, language);
        });
    let name = answered.and_then(|(column, _)| look.mapping.names().get(column).cloned());
    import.look = Some(look);
    if let (Some((_, order)), Some(name), Some(chosen)) = (answered, name, &mut import.import) {
        chosen.choices.orders.insert(name, order);
        import.take_keys = true;
        import.look_again(false, model);
    }
}

/// How many rows are ready, and what the others wait for.
fn ready_card(ui: &mut Ui, look: &ImportLook, language: Language) {
    let palette = Palette::of(ui);
    let (ready, refused) = counts(&look.report);
    let all = look.report.read;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            let number = language.count(ready as i64);
            label_ui(ui, number, theme::title(), palette.ink);
            let of = [("count", (all as i64).into())];
            label_ui(
                ui,
                language.say("import-of-rows-ready", &of),
                theme::body(),
                palette.ink,
            );
        });
        if refused > 0 {
            let count = [("count", (refused as i64).into())];
            small(ui, &language.say("import-not-yet", &count));
        }
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
        ui.painter().rect_filled(rect, 3.0, palette.warn.1);
        if all > 0 {
            let width = rect.width() * ready as f32 / all as f32;
            let done = rect.with_max_x(rect.left() + width);
            ui.painter().rect_filled(done, 3.0, palette.ok.0);
        }
        if let Some(why) = waiting_for(look, language) {
            paragraph(ui, &why, theme::label(), palette.mute);
        }
    });
}

/// What the refused rows wait for: how often which field.
fn waiting_for(look: &ImportLook, language: Language) -> Option<String> {
    let group = look.table.groups.get(&RowOutcome::Refused)?;
    let mut wrong = vec![0_i64; look.table.columns.len()];
    for row in &group.rows {
        let mut columns: Vec<usize> = row.problems.iter().filter_map(|one| one.column).collect();
        columns.sort_unstable();
        columns.dedup();
        for at in columns {
            wrong[at] += 1;
        }
    }
    let mut fields: Vec<(i64, &str)> = wrong
        .into_iter()
        .zip(&look.table.columns)
        .filter(|(count, _)| *count > 0)
        .map(|(count, column)| (count, column.label.as_str()))
        .collect();
    fields.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let parts = fields.into_iter().take(3).map(|(count, field)| {
        language.say(
            "import-waits-for",
            &[
                ("count", count.into()),
                ("field", field.to_lowercase().into()),
            ],
        )
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The question whether the day or the month comes first; returns the answer that was given.
fn dates_card(
    ui: &mut Ui,
    look: &ImportLook,
    column: usize,
    dates: &ColumnDates,
    language: Language,
) -> Option<DateOrder> {
    let palette = Palette::of(ui);
    let name = look
        .mapping
        .names()
        .get(column)
        .cloned()
        .unwrap_or_default();
    let mut answer = None;
    card(ui, Margin::same(12), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            let title = language.text("import-day-or-month");
            label_ui(ui, title, theme::heading(), palette.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (id, tone) = match dates.is_open() {
                    true => ("import-open", Tone::Warn),
                    false => ("import-chosen", Tone::Ok),
                };
                tag(ui, &language.text(id), tone);
            });
        });
        let example = dates.examples.first().cloned().unwrap_or_default();
        let text = language.say(
            "import-day-or-month-why",
            &[
                ("column", name.clone().into()),
                ("count", (dates.either as i64).into()),
                ("example", example.into()),
            ],
        );
        paragraph(ui, &text, theme::label(), palette.mute);
        for (order, id) in [
            (DateOrder::Day, "import-order-day"),
            (DateOrder::Month, "import-order-month"),
        ] {
            let label = language.text(id);
            let read: Vec<String> = dates
                .examples
                .iter()
                .take(EXAMPLES)
                .filter_map(|written| {
                    let day = read_day_in(written, order).ok()?;
                    Some(language.say(
                        "import-date-is",
                        &[
                            ("written", written.into()),
                            ("day", language.day_in_words(day).into()),
                        ],
                    ))
                })
                .collect();
            let said = format!("{name}, {label}");
            let chosen = dates.chosen == Some(order);
            if radio_ui(ui, &said, &label, &read.join(", "), chosen).clicked() {
                answer = Some(order);
            }
        }
    });
    answer
}

/// A choice with what it means below it.
fn radio_ui(ui: &mut Ui, name: &str, label: &str, below: &str, chosen: bool) -> Response {
    let palette = Palette::of(ui);
    let size = vec2(ui.available_width(), 46.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if chosen || response.hovered() {
        let fill = if chosen {
            palette.accent_soft
        } else {
            palette.soft
        };
        ui.painter().rect_filled(rect, 4.0, fill);
    }
    let centre = pos2(rect.left() + 14.0, rect.top() + 15.0);
    let ring = if chosen { palette.accent } else { palette.mute };
    ui.painter()
        .circle_stroke(centre, 7.0, egui::Stroke::new(1.5, ring));
    if chosen {
        ui.painter().circle_filled(centre, 4.0, palette.accent);
    }
    let text = Rect::from_min_max(pos2(rect.left() + 22.0, rect.top() + 3.0), rect.max);
    let (top, bottom) = text.split_top_bottom_at_y(rect.top() + 25.0);
    paint_cell(
        ui,
        top,
        label,
        theme::strong(),
        palette.ink,
        Align2::LEFT_CENTER,
    );
    paint_cell(
        ui,
        bottom,
        below,
        theme::label(),
        palette.mute,
        Align2::LEFT_CENTER,
    );
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name));
    focus_ring(ui, &response, rect, 4);
    response.on_hover_text(below)
}

/// Under which name the mapping is kept.
fn name_card(ui: &mut Ui, import: &mut CaseImport, language: Language) {
    card(ui, Margin::same(12), |ui| {
        let width = ui.available_width();
        ui.set_width(width);
        let id = Id::unique("mapping name");
        let label = language.text("import-mapping-name");
        text_field(ui, id, &label, &mut import.name, "", None, width);
        let palette = Palette::of(ui);
        let why = language.text("import-mapping-why");
        paragraph(ui, &why, theme::label(), palette.mute);
    });
}
