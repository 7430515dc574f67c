//! Draws a document: lines of text that are not too long to read, headings that a screen reader can jump between, and links
//! that Tab comes to.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::style::ScrollAnimation;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, CornerRadius, CursorIcon, FontFamily, FontId, Galley, Id, Label, Margin, Pos2, Rect,
    Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::document::{Block, BlockKind, Document, Look};
use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::focus_ring_at;

/// How wide a line of text is at most: some seventy-five letters.
pub const MEASURE: f32 = 524.0;
/// How high a line of text is.
const LINE: f32 = 23.0;
/// How far the items of a list are indented.
const INDENT: f32 = 22.0;

/// The font of the text.
fn text_font(strong: bool) -> FontId {
    let family = if strong {
        theme::bold()
    } else {
        FontFamily::Proportional
    };
    FontId::new(15.0, family)
}

impl Document {
    /// Draws the document. `salt` tells the links of one document from those of another, and the heading with this place
    /// among all headings is scrolled to the top. Returns where a link leads to that was followed.
    pub fn ui(&self, ui: &mut Ui, salt: &str, heading: Option<usize>) -> Option<&str> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut followed = None;
        let mut headings = 0;
        let mut before = None;
        for (at, block) in self.blocks.iter().enumerate() {
            ui.add_space(gap(before, block));
            before = Some(block);
            match block.kind {
                BlockKind::Heading(level) => {
                    let response = heading_ui(ui, block, level);
                    if heading == Some(headings) {
                        let rect = response.rect.expand2(vec2(0.0, 8.0));
                        let none = ScrollAnimation::none();
                        ui.scroll_to_rect_animation(rect, Some(Align::TOP), none);
                    }
                    headings += 1;
                }
                BlockKind::Text => {
                    let link = text_ui(ui, block, Id::unique((salt, at)));
                    followed = link.or(followed);
                }
                BlockKind::Code => code_ui(ui, block),
                BlockKind::Rule => {
                    ui.scope(|ui| {
                        ui.set_max_width(MEASURE);
                        ui.separator();
                    });
                }
            }
        }
        followed
    }
}

/// How much room there is between two blocks.
fn gap(before: Option<&Block>, block: &Block) -> f32 {
    let Some(before) = before else { return 0.0 };
    match (before.kind, block.kind) {
        (_, BlockKind::Heading(2)) => 30.0,
        (_, BlockKind::Heading(_)) => 22.0,
        (BlockKind::Heading(1), _) => 12.0,
        (BlockKind::Heading(_), _) => 6.0,
        (_, _) if block.marker.is_some() && before.depth > 0 => 5.0,
        (BlockKind::Code, _) | (_, BlockKind::Code) => 12.0,
        (_, _) => 10.0,
    }
}

fn heading_ui(ui: &mut Ui, block: &Block, level: u8) -> Response {
    let font = match level {
        1 => theme::title(),
        2 => FontId::new(17.0, theme::bold()),
        _ => text_font(true),
    };
    let palette = Palette::of(ui);
    let mut job = LayoutJob::default();
    for span in &block.spans {
        let mut format = TextFormat::simple(font.clone(), palette.ink);
        if span.look.code {
            format.font_id = FontId::monospace(font.size - 1.0);
        }
        job.append(&span.text, 0.0, format);
    }
    job.wrap.max_width = ui.available_width().min(MEASURE);
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let level = match level {
        1 => Level::Card,
        2 => Level::Section,
        _ => Level::Subsection,
    };
    let text = block.text();
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &text));
    accessible::heading(&response, &text, level);
    ui.painter().galley(rect.min, galley, palette.ink);
    response
}

/// A paragraph or an item. Returns where the link leads to that was followed in it.
fn text_ui<'a>(ui: &mut Ui, block: &'a Block, id: Id) -> Option<&'a str> {
    let palette = Palette::of(ui);
    let indent = indent_of(block);
    let galley = laid_out(ui, block);
    let size = galley.size() + vec2(indent, 0.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, block.text()));
    let start = rect.min + vec2(indent, 0.0);
    if ui.is_rect_visible(rect) {
        if block.is_quote {
            let bar = rect.with_max_x(rect.left() + 3.0);
            ui.painter().rect_filled(bar, 1.5, palette.accent);
        }
        if let Some(marker) = &block.marker {
            let format = format_of(Look::default(), &palette);
            let mut job = LayoutJob::default();
            job.append(marker, 0.0, format);
            let marker = ui.painter().layout_job(job);
            let at = pos2(start.x - marker.size().x - 8.0, start.y);
            ui.painter().galley(at, marker, palette.mute);
        }
        let spans = block.spans.iter().enumerate();
        for (at, _) in spans.filter(|(_, span)| span.look.code) {
            for piece in pieces(block, |span| span == at, &galley, start) {
                let ground = piece.expand2(vec2(2.0, 0.0));
                ui.painter().rect_filled(ground, 3.0, palette.soft);
            }
        }
        ui.painter().galley(start, Arc::clone(&galley), palette.ink);
    }
    let mut followed = None;
    for (at, link) in block.links.iter().enumerate() {
        if link_ui(ui, block, at, &galley, start, id.with(at)) {
            followed = Some(link.as_str());
        }
    }
    followed
}

/// How far the text of a block is indented.
fn indent_of(block: &Block) -> f32 {
    let quoted = if block.is_quote { 16.0 } else { 0.0 };
    INDENT * block.depth as f32 + quoted
}

/// The lines of a paragraph or an item.
fn laid_out(ui: &Ui, block: &Block) -> Arc<Galley> {
    let palette = Palette::of(ui);
    let mut job = LayoutJob::default();
    for span in &block.spans {
        job.append(&span.text, 0.0, format_of(span.look, &palette));
    }
    job.wrap.max_width = ui.available_width().min(MEASURE) - indent_of(block);
    ui.painter().layout_job(job)
}

fn format_of(look: Look, palette: &Palette) -> TextFormat {
    let mut format = TextFormat::simple(text_font(look.strong), palette.ink);
    format.line_height = Some(LINE);
    format.italics = look.emphasis;
    if look.code {
        format.font_id = FontId::monospace(13.5);
    }
    if look.link.is_some() {
        format.color = palette.accent;
    }
    format
}

/// A link, around the letters of it that are painted already. Returns whether it was followed.
fn link_ui(ui: &Ui, block: &Block, link: usize, galley: &Galley, start: Pos2, id: Id) -> bool {
    let is_part = |span: usize| block.spans[span].look.link == Some(link);
    let pieces = pieces(block, is_part, galley, start);
    let Some(first) = pieces.first() else {
        return false;
    };
    let response = ui.interact(*first, id, Sense::click());
    let spans = block.spans.iter();
    let text: String = spans
        .filter(|span| span.look.link == Some(link))
        .map(|span| span.text.as_str())
        .collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &text));
    // What goes on in the next line is the same link.
    let rest = pieces[1..]
        .iter()
        .any(|piece| ui.rect_contains_pointer(*piece));
    let hovered = rest || response.hovered();
    if hovered {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(first.expand(24.0), None);
    }
    let width = if hovered { 2.0 } else { 1.0 };
    let underline = Stroke::new(width, Palette::of(ui).accent);
    for piece in &pieces {
        ui.painter()
            .hline(piece.x_range(), piece.bottom() - 2.0, underline);
        if response.has_focus() {
            focus_ring_at(ui, *piece, 2);
        }
    }
    response.clicked() || (rest && ui.input(|input| input.pointer.primary_clicked()))
}

/// Where the letters of some of the spans stand, which follow each other: a piece in each line, from above the capitals to
/// below the baseline.
fn pieces(
    block: &Block,
    is_part: impl Fn(usize) -> bool,
    galley: &Galley,
    start: Pos2,
) -> Vec<Rect> {
    let spans = block.spans.iter().enumerate();
    let mut letters = spans.flat_map(|(at, span)| span.text.chars().map(move |_| at));
    let mut pieces = Vec::new();
    for row in &galley.rows {
        let mut piece = Rect::NOTHING;
        for glyph in &row.glyphs {
            if letters.next().is_some_and(&is_part) {
                let baseline = start + row.pos.to_vec2() + glyph.pos.to_vec2();
                let top = baseline - vec2(0.0, 15.0);
                piece |= Rect::from_min_size(top, vec2(glyph.advance_width, 19.5));
            }
        }
        if row.ends_with_newline {
            letters.next();
        }
        if piece.is_positive() {
            pieces.push(piece);
        }
    }
    pieces
}

/// Code over the whole width, of which a part can be selected and copied.
fn code_ui(ui: &mut Ui, block: &Block) {
    let palette = Palette::of(ui);
    let indent = INDENT * block.depth as f32;
    let margin = Margin::symmetric(14, 10);
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        egui::Frame::new()
            .fill(palette.soft)
            .corner_radius(CornerRadius::same(theme::RADIUS))
            .inner_margin(margin)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                let text = egui::RichText::new(block.text())
                    .font(FontId::monospace(13.0))
                    .line_height(Some(19.0))
                    .color(palette.ink);
                ui.add(Label::new(text).selectable(true).wrap());
            });
    });
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;

    use super::*;
    use crate::language::Language;
    use crate::manual::chapters;

    /// How many letters stand in each line of a chapter, in this room.
    fn lines(markdown: &'static str, room: f32) -> Vec<usize> {
        let document = Document::read(markdown);
        let mut has_fonts = false;
        let lines = Vec::new();
        let mut harness = Harness::new_ui_state(
            move |ui, lines: &mut Vec<usize>| {
                // The fonts are there from the next frame on.
                if !std::mem::replace(&mut has_fonts, true) {
                    theme::apply(ui);
                    return;
                }
                ui.set_max_width(room);
                let texts = document.blocks.iter();
                for block in texts.filter(|block| block.kind == BlockKind::Text) {
                    let galley = laid_out(ui, block);
                    lines.extend(galley.rows.iter().map(|row| row.glyphs.len()));
                }
            },
            lines,
        );
        harness.run_steps(2);
        std::mem::take(harness.state_mut())
    }

    #[test]
    fn no_line_is_too_long_to_read_and_most_are_long_enough() {
        for language in Language::ALL {
            for chapter in chapters(language) {
                let lines = lines(&chapter.text, 1200.0);
                let most = lines.iter().filter(|letters| **letters <= 76).count();
                assert!(most * 10 > lines.len() * 9, "{}: {lines:?}", chapter.id);
                let longest = lines.iter().max().copied().unwrap_or_default();
                assert!((60..84).contains(&longest), "{}: {longest}", chapter.id);
            }
        }
    }
}
