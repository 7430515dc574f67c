//! The rows of the file with what each would do: filters, the table with its groups, and what is wrong with the row that the
//! keys are on.

use egui::accesskit::Role;
use egui::{
    Align, EventFilter, Id, Key, Layout, Margin, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use super::outcomes::{OUTCOMES, outcome_id};
use super::question_ui::{decide, decisions, question_card};
use super::row_line::{RowLook, columns_that_fit, row_line_ui};
use super::rows_state::{Line, Shown, number};
use super::state::{CaseImport, counts};
use crate::desk::backend::import_look::ImportLook;
use crate::desk::backend::import_rows::RowTable;
use crate::desk::kit::button::Button;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{
    TextPiece, card, focus_ring, label_ui, paint_behind, paint_left, paragraph,
};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::exchange::{Decision, RowOutcome};
use crate::language::Language;

/// How high a line of the table is, in points.
const LINE: f32 = 32.0;
/// How high what is wrong with a row is at most.
const WRONG: f32 = 120.0;
/// How high the card with a row about which something can be decided is at most.
const QUESTION: f32 = 230.0;

/// Draws the rows.
pub(super) fn rows_ui(ui: &mut Ui, import: &mut CaseImport, model: &mut Model) {
    let Some(look) = import.look.take() else {
        return;
    };
    let language = model.language;
    filters_ui(ui, import, &look, language);
    let questions = !look.table.questions.is_empty();
    let aside = if questions {
        QUESTION + theme::GAP
    } else {
        0.0
    };
    let room = (ui.available_height() - aside - 12.0).max(160.0);
    let mut corrected = None;
    let mut decided = None;
    card(ui, Margin::ZERO, |ui| {
        ui.set_width(ui.available_width());
        ui.set_height(room);
        ui.spacing_mut().item_spacing.y = 0.0;
        corrected = table_ui(ui, import, &look, model, room);
        decided = keys(ui, import, &look);
    });
    if questions {
        ui.add_space(4.0);
        decided = question_card(ui, import, &look, language).or(decided);
    }
    import.look = Some(look);
    if let (Some((row, column, text)), Some(chosen)) = (corrected, &mut import.import) {
        chosen.corrections.insert((row, column), text);
        import.look_again(false, model);
    }
    if let Some(decision) = decided {
        decide(import, decision, model);
    }
}

/// The chips that choose which rows are shown, and the sum.
fn filters_ui(ui: &mut Ui, import: &mut CaseImport, look: &ImportLook, language: Language) {
    let report = &look.report;
    let text = |id: &str, count: usize| {
        let count = language.count(count as i64);
        format!("{} {count}", language.text(id))
    };
    let mut chips = vec![(Shown::All, text("import-all-rows", report.read))];
    for outcome in OUTCOMES {
        if let Some(group) = look.table.groups.get(&outcome) {
            chips.push((Shown::Only(outcome), text(outcome_id(outcome), group.count)));
        }
    }
    if report.duplicates > 0 {
        chips.push((
            Shown::Duplicates,
            text("import-possible-duplicates", report.duplicates),
        ));
    }
    ui.horizontal_wrapped(|ui| {
        for (shown, label) in chips {
            let selected = import.rows.shown == shown;
            if Button::new(&label).chip(ui, selected).clicked() {
                import.rows.shown = shown;
                import.rows.on_table(&look.table);
                import.take_keys = true;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (ready, refused) = counts(report);
            let said = language.say(
                "import-sum",
                &[
                    ("ready", (ready as i64).into()),
                    ("refused", (refused as i64).into()),
                ],
            );
            label_ui(ui, said, theme::label(), Palette::of(ui).mute);
        });
    });
    ui.add_space(2.0);
}

/// Draws the table; returns the cell that was corrected: row, column of the sheet and text.
fn table_ui(
    ui: &mut Ui,
    import: &mut CaseImport,
    look: &ImportLook,
    model: &mut Model,
    room: f32,
) -> Option<(usize, usize, String)> {
    let language = model.language;
    let table = &look.table;
    let lines = import.rows.lines(table);
    let wrong = wrong_with(import, table, language);
    let width = ui.available_width();
    let below = wrong
        .as_ref()
        .map_or(0.0, |text| wrong_height(ui, text, width));
    let columns = columns_that_fit(ui, table, width);
    header_ui(ui, table, &columns, width, language);
    let mut corrected = None;
    let id = Id::unique("import rows");
    let line_height = density::height(ui, LINE);
    let height = room - line_height - below;
    let scroll = ScrollArea::vertical()
        .id_salt("import rows scroll")
        .auto_shrink(false)
        .max_height(height);
    let scroll = match reveal(import, table, &lines, [line_height, height]) {
        Some(offset) => scroll.vertical_scroll_offset(offset),
        None => scroll,
    };
    scroll.show_rows(ui, line_height, lines.len(), |ui, range| {
        for at in range {
            let (rect, _) = ui.allocate_exact_size(vec2(width, line_height), Sense::hover());
            match lines[at] {
                Line::Group(outcome) => group_ui(ui, import, look, outcome, rect, model),
                Line::More(more) => {
                    let count = [("count", (more as i64).into())];
                    let text = language.say("import-more-rows", &count);
                    let colour = Palette::of(ui).mute;
                    let at = rect.with_min_x(rect.left() + 56.0);
                    paint_left(ui, at, &text, theme::label(), colour);
                }
                Line::Row(outcome, place) => {
                    let row = &table.groups[&outcome].rows[place];
                    let line = RowLook {
                        table,
                        row,
                        outcome,
                        columns: &columns,
                    };
                    corrected = row_line_ui(ui, import, &line, rect, language).or(corrected.take());
                }
            }
        }
    });
    let rect = ui.min_rect();
    let response = ui.interact(rect, id, Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::Table, true, language.text("import-rows")));
    if std::mem::take(&mut import.take_keys) {
        response.request_focus();
    }
    focus_ring(ui, &response, rect.shrink(2.0), 0);
    if let Some(wrong) = wrong {
        wrong_ui(ui, &wrong, width, below);
    }
    corrected
}

/// How far the table is scrolled to bring the row into view that the keys went to; nothing where they did not.
fn reveal(
    import: &mut CaseImport,
    table: &RowTable,
    lines: &[Line],
    [line, height]: [f32; 2],
) -> Option<f32> {
    if !std::mem::take(&mut import.rows.reveal) {
        return None;
    }
    let row = import.rows.row?;
    let at = lines
        .iter()
        .position(|line| number(table, *line) == Some(row))?;
    Some((at as f32 * line - height / 2.0).max(0.0))
}

fn header_ui(
    ui: &mut Ui,
    table: &RowTable,
    columns: &[(usize, Rect)],
    width: f32,
    language: Language,
) {
    let palette = Palette::of(ui);
    let height = density::height(ui, LINE);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let cell = |left: f32, width: f32| {
        Rect::from_min_size(pos2(rect.left() + left, rect.top()), vec2(width, height))
    };
    let first = [
        (cell(8.0, 52.0), language.text("import-header-row")),
        (cell(60.0, 100.0), language.text("import-what-happens")),
    ];
    let named = columns.iter().map(|(at, place)| {
        (
            cell(place.left(), place.width()),
            table.columns[*at].label.clone(),
        )
    });
    for (rect, text) in first.into_iter().chain(named) {
        paint_left(ui, rect, &text, theme::label(), palette.mute);
    }
    let stroke = Stroke::new(1.0, palette.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, stroke);
}

/// The heading of the rows with an outcome; a click folds them away.
fn group_ui(
    ui: &mut Ui,
    import: &mut CaseImport,
    look: &ImportLook,
    outcome: RowOutcome,
    rect: Rect,
    model: &mut Model,
) {
    let language = model.language;
    let palette = Palette::of(ui);
    let Some(group) = look.table.groups.get(&outcome) else {
        return;
    };
    let id = Id::unique(("import group", outcome_id(outcome)));
    let response = ui.interact(rect, id, Sense::click());
    ui.painter().rect_filled(rect, 0.0, palette.background);
    let folded = import.rows.folded.contains(&outcome);
    let icon = if folded { icons::NEXT } else { icons::MORE };
    let name = language.text(outcome_id(outcome));
    let count = language.count(group.count as i64);
    let about = match outcome {
        RowOutcome::Refused => language.text("import-about-refused"),
        RowOutcome::Changed => {
            let cells = [("count", (group.changes as i64).into())];
            language.say("import-about-changed", &cells)
        }
        RowOutcome::New if group.duplicates > 0 => {
            let count = [("count", (group.duplicates as i64).into())];
            language.say("import-about-new", &count)
        }
        RowOutcome::Unchanged => language.text("import-about-unchanged"),
        RowOutcome::New | RowOutcome::Skipped => String::new(),
    };
    let centre = rect.center().y;
    let mute = palette.mute;
    let piece = |text, font, colour| TextPiece { text, font, colour };
    let icon = [piece(icon, theme::icon(), mute)];
    paint_behind(ui, pos2(rect.left() + 16.0, centre), 0.0, &icon);
    let pieces = [
        piece(&name, theme::strong(), palette.ink),
        piece(&count, theme::body(), mute),
        piece(&about, theme::label(), mute),
    ];
    paint_behind(ui, pos2(rect.left() + 44.0, centre), 12.0, &pieces);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, palette.line),
    );
    let said = format!("{name} {count}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.clicked() && !import.rows.folded.remove(&outcome) {
        import.rows.folded.insert(outcome);
    }
    if outcome == RowOutcome::Refused {
        let text = language.text("import-save-refused");
        let right = Rect::from_min_max(pos2(rect.right() - 260.0, rect.top()), rect.max);
        let inside = egui::UiBuilder::new()
            .max_rect(right.shrink2(vec2(12.0, 0.0)))
            .layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(inside, |ui| {
            if Button::new(&text).link(ui).clicked() {
                model.actions.push(Action::SaveRefused);
            }
        });
    }
}

/// What is wrong with the row that the keys are on.
fn wrong_with(import: &CaseImport, table: &RowTable, language: Language) -> Option<String> {
    let (_, row) = import.rows.current(table)?;
    let problems = row.problems.iter().map(|problem| {
        let column = problem.column.and_then(|at| table.columns.get(at));
        match column {
            Some(column) => language.say(
                "import-in-column",
                &[
                    ("row", row.row.to_string().into()),
                    ("column", (&column.label).into()),
                    ("problem", (&problem.sentence).into()),
                ],
            ),
            None => language.say(
                "import-in-row",
                &[
                    ("row", row.row.to_string().into()),
                    ("problem", (&problem.sentence).into()),
                ],
            ),
        }
    });
    let problems: Vec<String> = problems.collect();
    (!problems.is_empty()).then(|| problems.join("\n"))
}

/// How high it is to say what is wrong; what is longer scrolls.
fn wrong_height(ui: &Ui, text: &str, width: f32) -> f32 {
    let (text, colour) = (text.to_owned(), Palette::of(ui).bad.0);
    let wrapped = ui
        .painter()
        .layout(text, theme::body(), colour, width - 40.0);
    (wrapped.size().y + 16.0).min(WRONG)
}

fn wrong_ui(ui: &mut Ui, text: &str, width: f32, height: f32) {
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, palette.bad.1);
    let inside = egui::UiBuilder::new().max_rect(rect.shrink2(vec2(16.0, 6.0)));
    ui.scope_builder(inside, |ui| {
        ScrollArea::vertical()
            .id_salt("import wrong")
            .max_height(height - 12.0)
            .show(ui, |ui| {
                paragraph(ui, text, theme::body(), palette.bad.0);
            });
    });
}

/// What the keys do in the table; returns what was decided about the row on the card.
fn keys(ui: &Ui, import: &mut CaseImport, look: &ImportLook) -> Option<Decision> {
    let id = Id::unique("import rows");
    if import.rows.editing.is_some() || !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let table = &look.table;
    let pressed = |key| ui.input(|input| input.key_pressed(key) && input.modifiers.is_none());
    for (key, by) in [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, 10),
        (Key::PageUp, -10),
    ] {
        if pressed(key) {
            import.rows.step(table, by);
            ui.ctx().request_repaint();
        }
    }
    if pressed(Key::Enter) {
        import.rows.edit(table, None);
        ui.ctx().request_repaint();
    }
    let question = table.questions.get(import.rows.question)?;
    let mut decisions = decisions(&question.about).into_iter();
    decisions
        .find(|(_, _, key)| pressed(*key))
        .map(|(decision, _, _)| decision)
}
