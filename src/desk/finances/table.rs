//! The table with the amounts of a document: those that follow from others are marked right, rounded or wrong.

use egui::accesskit::Role;
use egui::{Align2, FontId, Id, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::desk::kit::accessible;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_tag, tag_size};
use crate::figures::{BudgetCell, BudgetRow, BudgetTable, Finding, Phase, Relation};
use crate::language::letters::capital;
use crate::language::{Explain, Language};
use crate::register::Amount;

/// How wide the kinds are, and an amount with what is said of it.
const KIND: f32 = 190.0;
const AMOUNT: f32 = 124.0;
const LINE: f32 = 30.0;

/// How wide the table is.
#[derive(Clone, Copy)]
struct Widths {
    /// The column of a year.
    amount: f32,
    whole: f32,
}

/// The table; in a narrow window it can be moved sideways.
pub fn table_ui(ui: &mut Ui, table: &BudgetTable, language: Language) {
    let id = (&table.municipality, &table.document, table.convention);
    ScrollArea::horizontal().id_salt(id).show(ui, |ui| {
        accessible::region(ui, Role::Table, &table.document);
        let columns = table.columns.len() as f32;
        let amount = ((ui.available_width() - KIND) / columns).clamp(AMOUNT, 190.0);
        let widths = Widths {
            amount,
            whole: KIND + amount * columns,
        };
        ui.spacing_mut().item_spacing.y = 0.0;
        head_ui(ui, table, widths);
        let mut item = "";
        for (at, row) in table.rows.iter().enumerate() {
            if row.item != item {
                item = &row.item;
                item_ui(ui, item, widths.whole);
            }
            let id = Id::unique((id, at));
            row_ui(ui, row, id, &table.columns, widths, language);
        }
    });
}

fn head_ui(ui: &mut Ui, table: &BudgetTable, widths: Widths) {
    let palette = Palette::of(ui);
    let size = vec2(widths.whole, 40.0);
    let (rect, row) = ui.allocate_exact_size(size, Sense::hover());
    ui.ctx()
        .accesskit_node_builder(row.id, |node| node.set_role(Role::Row));
    let names = table.columns.iter();
    let names = names.map(|(year, phase)| format!("{year} {}", phase.name()));
    let names = std::iter::once(String::new()).chain(names);
    let cells = vec![rect; table.columns.len() + 1];
    accessible::name_cells(ui, &row, Role::ColumnHeader, &cells, names);
    let amount = widths.amount;
    for (at, (year, phase)) in table.columns.iter().enumerate() {
        let left = rect.left() + KIND + amount * at as f32;
        let cell = |top: f32| Rect::from_min_size(pos2(left, rect.top() + top), vec2(amount, 20.0));
        let (year, align) = (year.to_string(), Align2::RIGHT_CENTER);
        paint_cell(
            ui,
            cell(0.0),
            &year,
            theme::strong_label(),
            palette.ink,
            align,
        );
        let phase = capital(phase.name());
        paint_cell(ui, cell(17.0), &phase, theme::label(), palette.mute, align);
    }
}

fn item_ui(ui: &mut Ui, item: &str, wide: f32) {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(wide, LINE), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, palette.soft);
    let (font, align) = (theme::strong_label(), Align2::LEFT_CENTER);
    paint_cell(ui, rect, item, font, palette.ink, align);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, item));
}

fn row_ui(
    ui: &mut Ui,
    row: &BudgetRow,
    id: Id,
    columns: &[(i32, Phase)],
    widths: Widths,
    language: Language,
) {
    let Widths { amount, whole } = widths;
    let (rect, response) = ui.allocate_exact_size(vec2(whole, LINE), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, name_of(row, columns, language)));
    let amounts = row.cells.iter().map(|cell| {
        let amount = cell.as_ref().map(|cell| cell.amount.written(0, language));
        amount.unwrap_or_default()
    });
    let texts = std::iter::once(row.kind.name().to_owned()).chain(amounts);
    let cells = vec![rect; row.cells.len() + 1];
    accessible::name_cells(ui, &response, Role::Cell, &cells, texts);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let palette = Palette::of(ui);
    let kind = capital(row.kind.name());
    // What others are parts of is a total.
    let mut checks = row.cells.iter().flatten().flat_map(|cell| &cell.checks);
    let total = checks.any(|check| check.relation == Relation::Parts);
    let font = if total {
        theme::strong()
    } else {
        theme::body()
    };
    let name = rect.with_max_x(rect.left() + KIND);
    let align = Align2::LEFT_CENTER;
    paint_cell(ui, name, &kind, font.clone(), palette.ink, align);
    for (at, cell) in row.cells.iter().enumerate() {
        let Some(cell) = cell else { continue };
        let left = rect.left() + KIND + amount * at as f32;
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(amount, LINE));
        cell_ui(ui, place, cell, font.clone(), language);
        let sentences = cell.checks.iter().map(|check| check.explain(language));
        let sentences: Vec<String> = sentences.collect();
        if !sentences.is_empty() {
            let hover = ui.interact(place, id.with(at), Sense::hover());
            hover.on_hover_text(sentences.join("\n"));
        }
    }
    let line = Stroke::new(1.0, palette.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// A row as a screen reader reads it out.
fn name_of(row: &BudgetRow, columns: &[(i32, Phase)], language: Language) -> String {
    let cells = row.cells.iter().zip(columns);
    let cells = cells.filter_map(|(cell, (year, phase))| {
        let cell = cell.as_ref()?;
        let amount = cell.amount.written(0, language);
        let text = format!("{year} {} {amount}", phase.name());
        Some(match verdict(cell, language) {
            Some((verdict, _)) => format!("{text} ({verdict})"),
            None => text,
        })
    });
    let cells = cells.collect::<Vec<_>>().join(", ");
    format!("{}, {}: {cells}", row.item, row.kind.name())
}

/// Whether an amount that follows from others is right, in a word.
fn verdict(cell: &BudgetCell, language: Language) -> Option<(String, Finding)> {
    let check = cell.worst()?;
    let id = match check.finding() {
        Finding::Right => "finances-cell-right",
        Finding::Rounded => "finances-cell-rounded",
        Finding::Wrong => "finances-cell-wrong",
    };
    let difference = check.difference().written(0, language);
    let word = language.say(id, &[("difference", difference.into())]);
    Some((word, check.finding()))
}

/// An amount, with a mark before it where it follows from others.
fn cell_ui(ui: &Ui, rect: Rect, cell: &BudgetCell, font: FontId, language: Language) {
    let palette = Palette::of(ui);
    let verdict = verdict(cell, language);
    let ink = match &verdict {
        Some((_, Finding::Wrong)) => palette.bad.0,
        _ if cell.amount == Amount::default() => palette.faint,
        _ => palette.ink,
    };
    let text = cell.amount.written(0, language);
    let galley = ui.painter().layout_no_wrap(text.clone(), font.clone(), ink);
    let before = pos2(rect.right() - 14.0 - galley.size().x, rect.center().y);
    paint_cell(ui, rect, &text, font, ink, Align2::RIGHT_CENTER);
    let tag = |word: &str, tone: Tone| {
        let left = before - vec2(tag_size(ui, word).x, 0.0);
        paint_tag(ui, left, word, tone);
    };
    match verdict {
        Some((word, Finding::Wrong)) => tag(&word, Tone::Bad),
        // The word for it is wider than what a column leaves beside its amount; who points at it reads the sentence.
        Some((_, Finding::Rounded)) => tag("±", Tone::Warn),
        Some((_, Finding::Right)) => {
            let (font, colour) = (FontId::proportional(14.0), palette.ok.0);
            let (align, icon) = (Align2::RIGHT_CENTER, icons::CHOSEN);
            ui.painter().text(before, align, icon, font, colour);
        }
        None => {}
    }
}
