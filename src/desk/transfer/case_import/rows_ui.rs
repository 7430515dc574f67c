//! The rows of the file with what each would do: filters, the table with its groups, and what is wrong with the row that the
//! keys are on.

use egui::accesskit::Role;
use egui::{
    Align, EventFilter, Id, Key, Layout, Margin, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use super::outcomes::{OUTCOMES, outcome_id};
use super::question_ui::{decide, decisions, question_card};
use super::row_line::{FIRST, RowLook, columns_beside, row_line_ui};
use super::rows_state::{Line, Shown, number};
use super::state::{CaseImport, counts};
use super::wrong_ui::{wrong_height, wrong_ui, wrong_with};
use crate::desk::backend::import_look::ImportLook;
use crate::desk::backend::import_rows::RowTable;
use crate::desk::kit::button::Button;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, card, focus_ring, label_ui, paint_behind, paint_left};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::exchange::{Decision, RowOutcome};
use crate::language::Language;

/// How high a line of the table is, in points.
const LINE: f32 = 32.0;
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
    let columns = columns_beside(ui, table, width);
    let end = columns.last().map_or(0.0, |(_, place)| place.right());
    let seen = ui.max_rect().x_range();
    let wide = end.max(width);
    let mut corrected = None;
    let id = Id::unique("import rows");
    let line_height = density::height(ui, LINE);
    let height = room - line_height - below;
    let cell = cell_to_show(import, table);
    let scroll = ScrollArea::vertical()
        .id_salt("import rows scroll")
        .auto_shrink(false)
        .max_height(height);
    let scroll = match reveal(import, table, &lines, [line_height, height]) {
        Some(offset) => scroll.vertical_scroll_offset(offset),
        None => scroll,
    };
    let sideways = ScrollArea::horizontal()
        .id_salt("import columns beside")
        .auto_shrink(false)
        .max_height(room - below);
    let sideways = match import.rows.left.take() {
        Some(left) => sideways.horizontal_scroll_offset(left),
        None => sideways,
    };
    let shown = sideways.show(ui, |ui| {
        ui.set_width(wide);
        header_ui(ui, table, &columns, [seen.min, wide], language);
        scroll.show_rows(ui, line_height, lines.len(), |ui, range| {
            for at in range {
                let (rect, _) = ui.allocate_exact_size(vec2(wide, line_height), Sense::hover());
                // Of a line that is no row everything is in view, however far the columns went sideways.
                let in_view = Rect::from_x_y_ranges(seen, rect.y_range());
                match lines[at] {
                    Line::Group(outcome) => group_ui(ui, import, look, outcome, in_view, model),
                    Line::More(more) => more_ui(ui, in_view, more, language),
                    Line::Row(outcome, place) => {
                        let row = &table.groups[&outcome].rows[place];
                        let line = RowLook {
                            table,
                            row,
                            outcome,
                            columns: &columns,
                            left: seen.min,
                        };
                        let done = row_line_ui(ui, import, &line, rect, language);
                        corrected = done.or(corrected.take());
                    }
                }
            }
        });
    });
    let place = cell.and_then(|cell| columns.iter().find(|(at, _)| *at == cell));
    if let Some((_, place)) = place {
        let left = shown.state.clamped_offset().x;
        show_sideways(ui, import, *place, [left, width]);
    }
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

/// The column that is to come into view: that of the cell whose correction begins, or else the first with something wrong in
/// the row that the keys went to.
fn cell_to_show(import: &CaseImport, table: &RowTable) -> Option<usize> {
    if let Some(editing) = &import.rows.editing {
        return editing.take_focus.then_some(editing.column);
    }
    let (_, row) = import.rows.current(table).filter(|_| import.rows.reveal)?;
    row.problems.iter().find_map(|problem| problem.column)
}

/// Scrolls sideways as far as is needed to see a column beside the begin of its row. The table is scrolled so far `left` now,
/// and so wide is what is seen of it.
fn show_sideways(ui: &Ui, import: &mut CaseImport, place: Rect, [left, width]: [f32; 2]) {
    let wanted = left.max(place.right() - width).min(place.left() - FIRST);
    if (wanted - left).abs() > 0.5 {
        import.rows.left = Some(wanted);
        ui.ctx().request_repaint();
    }
}

/// The line that says how many rows there are besides those above it.
fn more_ui(ui: &Ui, rect: Rect, more: usize, language: Language) {
    let count = [("count", (more as i64).into())];
    let text = language.say("import-more-rows", &count);
    let at = rect.with_min_x(rect.left() + 56.0);
    paint_left(ui, at, &text, theme::label(), Palette::of(ui).mute);
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
    [left, width]: [f32; 2],
    language: Language,
) {
    let palette = Palette::of(ui);
    let height = density::height(ui, LINE);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let first = [
        (8.0, 52.0, "import-header-row"),
        (60.0, FIRST - 60.0, "import-what-happens"),
    ];
    for (from, width, id) in first {
        let place = pos2(left + from, rect.top());
        let place = Rect::from_min_size(place, vec2(width, height));
        let (text, font) = (language.text(id), theme::label());
        paint_left(ui, place, &text, font, palette.mute);
    }
    let seen = ui.clip_rect();
    ui.set_clip_rect(seen.with_min_x(seen.left().max(left + FIRST)));
    for (at, place) in columns {
        let corner = pos2(rect.left() + place.left(), rect.top());
        let cell = Rect::from_min_size(corner, vec2(place.width(), height));
        let label = &table.columns[*at].label;
        paint_left(ui, cell, label, theme::label(), palette.mute);
    }
    ui.set_clip_rect(seen);
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
    ];
    let end = paint_behind(ui, pos2(rect.left() + 44.0, centre), 12.0, &pieces);
    let (keep, mut room) = (language.text("import-save-refused"), rect.right());
    if outcome == RowOutcome::Refused {
        let inside = egui::UiBuilder::new()
            .max_rect(rect.with_max_x(rect.right() - 12.0))
            .layout(Layout::right_to_left(Align::Center));
        let link = ui
            .scope_builder(inside, |ui| Button::new(&keep).link(ui))
            .inner;
        if link.clicked() {
            model.actions.push(Action::SaveRefused);
        }
        room = link.rect.left();
    }
    let words = rect.with_min_x(end + 4.0).with_max_x(room.max(end + 4.0));
    paint_left(ui, words, &about, theme::label(), mute);
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
