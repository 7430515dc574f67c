//! A column of the sheet: its heading, examples of what is in it, and how much of it is filled.

use egui::accesskit::Role;
use egui::{Align2, Id, Key, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::link_note::{certainty, note};
use super::state::CaseImport;
use crate::desk::backend::import_look::ImportLook;
use crate::desk::kit::accessible;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{
    Tone, focus_ring_at, paint_cell, paint_left, paint_row, paint_tag, tag_size,
};
use crate::exchange::Certainty;
use crate::language::Language;

/// How much room the count of its cells has beside its heading, in points.
const COUNT: f32 = 40.0;

/// Draws a column of the sheet: its heading, examples, and how much of it is filled.
pub(super) fn column_ui(
    ui: &mut Ui,
    import: &CaseImport,
    look: &ImportLook,
    at: usize,
    rect: Rect,
    language: Language,
) -> Response {
    let palette = Palette::of(ui);
    let column = &look.columns.columns[at];
    let links: Vec<_> = look
        .mapping
        .links()
        .iter()
        .filter(|link| link.column == at)
        .collect();
    let skipped = links.is_empty();
    let id = Id::unique(("import column", at));
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    let selected = import.column == at;
    paint_row(ui, rect, selected, false, response.hovered());
    if selected {
        focus_ring_at(ui, rect.shrink(2.0), 0);
        let opening = import.take_keys
            || ui.input(|input| input.key_down(Key::ArrowDown) || input.key_down(Key::ArrowUp));
        if opening {
            ui.scroll_to_rect(rect, None);
        }
    }
    let colour = if skipped { palette.mute } else { palette.ink };
    let inner = rect.shrink2(vec2(8.0, 3.0));
    let (top, bottom) = inner.split_top_bottom_at_fraction(0.54);
    let (count, font, right) = (
        language.count(column.filled as i64),
        theme::label(),
        Align2::RIGHT_CENTER,
    );
    paint_cell(ui, top, &count, font, palette.mute, right);
    let name = top.with_max_x(top.right() - COUNT);
    paint_left(ui, name, &column.name, theme::strong(), colour);
    let mut end = bottom.right();
    if skipped && column.filled > 0 {
        let text = language.text("import-skipped");
        end -= tag_size(ui, &text).x + 8.0;
        paint_tag(ui, pos2(end, bottom.center().y - 1.0), &text, Tone::Warn);
    }
    let examples = column.examples.join(", ");
    let below = bottom.with_max_x(end);
    paint_left(ui, below, &examples, theme::label(), palette.mute);
    let said = said(look, at, &column.name, language);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, selected, &said));
    accessible::list_box_option(ui, response.id, selected);
    response
}

/// A column in words: what it feeds, and how sure that is.
fn said(look: &ImportLook, at: usize, name: &str, language: Language) -> String {
    let links = look.mapping.links().iter().filter(|link| link.column == at);
    let fed: Vec<String> = links
        .map(|link| {
            let sure = match certainty(look, link) {
                Certainty::Certain => "import-certain",
                Certainty::Likely => "import-likely",
                Certainty::Doubtful => "import-doubtful",
            };
            format!(
                "{} ({}, {})",
                look.target_label(&link.target),
                language.text(sure),
                note(look, link, language)
            )
        })
        .collect();
    match fed.is_empty() {
        true => format!("{name}, {}", language.text("import-skipped")),
        false => format!("{name}, {}", fed.join(", ")),
    }
}
