//! The small controls that every screen is made of: texts, tags, cards, notices, text fields, painted rows and cells.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, FontId, Frame, Id, Margin, Rect, Response, RichText, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::icons;
use crate::desk::kit::last_input::by_keyboard;
use crate::desk::kit::theme::{self, Palette};

/// The colour of a message or a tag, by how good or urgent it is. It is always shown with a word: colour alone says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Quiet,
    /// Running, selected.
    Accent,
    /// Well.
    Ok,
    /// Soon.
    Warn,
    /// Late or wrong.
    Bad,
}

impl Tone {
    /// The colours of its text and of the fill behind it.
    pub fn colours(self, palette: &Palette) -> (Color32, Color32) {
        match self {
            Self::Quiet => (palette.mute, palette.soft),
            Self::Accent => (palette.accent, palette.accent_soft),
            Self::Ok => palette.ok,
            Self::Warn => palette.warn,
            Self::Bad => palette.bad,
        }
    }
}

/// The ring around a control, while it has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        focus_ring_at(ui, rect, radius);
    }
}

/// The ring around a part of a control that takes the keys as a whole. Who used the mouse sees none.
pub fn focus_ring_at(ui: &Ui, rect: Rect, radius: u8) {
    if !by_keyboard(ui.ctx()) {
        return;
    }
    let stroke = Stroke::new(2.0, Palette::of(ui).accent);
    let corner = CornerRadius::same(radius + 2);
    ui.painter()
        .rect_stroke(rect.expand(1.0), corner, stroke, StrokeKind::Outside);
}

/// A line of text in one of the fonts of the theme. In that of headings it is a heading to a screen reader as well; an icon
/// is hidden from it.
pub fn label_ui(ui: &mut Ui, text: impl Into<String>, font: FontId, colour: Color32) -> Response {
    let text = text.into();
    let icon = text.starts_with(|letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter));
    let heading = (font == theme::heading()).then(|| text.clone());
    let response = ui.label(RichText::new(text).font(font).color(colour));
    if let Some(text) = heading {
        accessible::heading(&response, &text, Level::Card);
    }
    // An icon stands beside the words that say the same; read out it is a letter that does not exist.
    if icon {
        ui.ctx()
            .accesskit_node_builder(response.id, egui::accesskit::Node::set_hidden);
    }
    response
}

/// Paints a small tag, such as a status; returns how wide it is. It takes no part in the layout, so that it can stand in a
/// cell of a table; where the cell is too narrow for its text, the text ends in an ellipsis.
pub fn paint_tag(ui: &Ui, left_centre: egui::Pos2, text: &str, tone: Tone) -> f32 {
    let (colour, fill) = tone.colours(&Palette::of(ui));
    let mut job = LayoutJob::simple_singleline(text.to_owned(), theme::label(), colour);
    let room = ui.clip_rect().right() - left_centre.x - 18.0;
    job.wrap = TextWrapping::truncate_at_width(room.max(0.0));
    let galley = ui.painter().layout_job(job);
    let size = galley.size() + vec2(16.0, 6.0);
    let rect = Rect::from_min_size(left_centre - vec2(0.0, size.y / 2.0), size);
    ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    ui.painter()
        .galley(rect.min + vec2(8.0, 3.0), galley, colour);
    size.x
}

/// How wide a text is on one line, in points.
pub fn text_width(ui: &Ui, text: &str, font: FontId) -> f32 {
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, Color32::WHITE);
    galley.size().x
}

/// The size of a tag with this text.
pub fn tag_size(ui: &Ui, text: &str) -> Vec2 {
    let (text, font) = (text.to_owned(), theme::label());
    let galley = ui.painter().layout_no_wrap(text, font, Color32::WHITE);
    galley.size() + vec2(16.0, 6.0)
}

/// A small tag in the flow of a layout.
pub fn tag(ui: &mut Ui, text: &str, tone: Tone) {
    let (rect, response) = ui.allocate_exact_size(tag_size(ui, text), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    paint_tag(ui, rect.left_center(), text, tone);
}

/// A card: panel colour, one line around it.
pub fn card<R>(ui: &mut Ui, margin: impl Into<Margin>, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = Palette::of(ui);
    Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CornerRadius::same(theme::CARD_RADIUS))
        .inner_margin(margin)
        .show(ui, content)
        .inner
}

/// A card of this size, with this margin, in which things stand below each other.
pub fn sized_card(ui: &mut Ui, margin: i8, size: Vec2, content: impl FnOnce(&mut Ui)) {
    let inner = size - Vec2::splat(2.0 * f32::from(margin) + 2.0);
    card(ui, Margin::same(margin), |ui| {
        ui.vertical(|ui| {
            ui.set_min_size(inner);
            ui.set_max_size(inner);
            content(ui);
        });
    });
}

/// A form within a card. One that was just opened comes into view; one that is higher than what can be seen is left to
/// the field that has the keyboard, which brings itself into view.
pub fn inlay(ui: &mut Ui, opening: bool, content: impl FnOnce(&mut Ui)) {
    let palette = Palette::of(ui);
    let frame = Frame::new()
        .fill(palette.background)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::same(14));
    let area = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
    if opening && area.response.rect.height() <= ui.clip_rect().height() {
        ui.scroll_to_rect(area.response.rect, None);
    }
}

/// Paints the background of a row and the line below it; a selected row with a `bar` is the one the keyboard is on.
pub fn paint_row(ui: &Ui, rect: Rect, selected: bool, bar: bool, hovered: bool) {
    let palette = Palette::of(ui);
    if selected {
        ui.painter().rect_filled(rect, 0.0, palette.accent_soft);
        if bar {
            let bar = rect.with_max_x(rect.left() + 3.0);
            ui.painter().rect_filled(bar, 0.0, palette.accent);
        }
    } else if hovered {
        ui.painter().rect_filled(rect, 0.0, palette.soft);
    }
    let line = Stroke::new(1.0, palette.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// A sentence with an icon on a coloured background: a fault, a warning, a success.
pub fn notice(ui: &mut Ui, icon: &str, text: &str, tone: Tone) {
    let (colour, fill) = tone.colours(&Palette::of(ui));
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                label_ui(ui, icon, theme::icon(), colour);
                let label = egui::Label::new(RichText::new(text).font(theme::body()).color(colour));
                ui.add(label.wrap());
            });
        });
}

/// Drawn where there is nothing yet: what will stand here, and the next step.
pub fn empty(ui: &mut Ui, icon: &str, title: &str, next: &str) {
    let palette = Palette::of(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(40.0);
        label_ui(
            ui,
            icon,
            FontId::new(40.0, egui::FontFamily::Proportional),
            palette.faint,
        );
        ui.add_space(4.0);
        label_ui(ui, title, theme::heading(), palette.ink);
        label_ui(ui, next, theme::body(), palette.mute);
        ui.add_space(16.0);
    });
}

/// Says that something is under way.
pub fn busy_ui(ui: &mut Ui, text: String) {
    ui.add(egui::Spinner::new());
    label_ui(ui, text, theme::body(), Palette::of(ui).mute);
}

/// A row that is no higher than what stands in it; one of egui is as high as a control.
pub fn low_row<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal(content).inner
    })
    .inner
}

/// A field for the words of a search, over the whole width.
pub fn search_field(ui: &mut Ui, id: Id, label: &str, hint: &str, words: &mut String) -> Response {
    let palette = Palette::of(ui);
    // A frame of its own takes the place of the margin of the field.
    let room = Margin {
        left: 34,
        right: 6,
        top: 8,
        bottom: 8,
    };
    let edit = egui::TextEdit::singleline(words)
        .id(id)
        .desired_width(ui.available_width() - 20.0)
        .frame(Frame::NONE.inner_margin(room))
        .font(FontId::proportional(16.0))
        .hint_text(hint);
    let response = ui.add(edit).accessible_name(label);
    let at = egui::pos2(response.rect.left() + 8.0, response.rect.center().y);
    let (align, icon) = (Align2::LEFT_CENTER, icons::SEARCH);
    ui.painter()
        .text(at, align, icon, theme::icon(), palette.mute);
    response
}

/// Paints keys as keys, the last one ending at this place; returns how much room they take.
pub fn paint_keys(ui: &Ui, right_centre: egui::Pos2, keys: &str) -> f32 {
    let palette = Palette::of(ui);
    let mut right = right_centre.x;
    for key in keys.split(' ').rev() {
        let (text, font) = (key.to_owned(), theme::strong_label());
        let galley = ui.painter().layout_no_wrap(text, font, palette.mute);
        let width = (galley.size().x + 12.0).max(22.0);
        let at = egui::pos2(right - width, right_centre.y - 11.0);
        let rect = Rect::from_min_size(at, vec2(width, 22.0));
        let stroke = Stroke::new(1.0, palette.line);
        let corner = CornerRadius::same(4);
        ui.painter()
            .rect(rect, corner, palette.soft, stroke, StrokeKind::Inside);
        let at = rect.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, palette.mute);
        right -= width + 4.0;
    }
    right_centre.x - right
}

/// Paints a text in a cell; where it does not fit it ends in an ellipsis.
pub fn paint_cell(ui: &Ui, rect: Rect, text: &str, font: FontId, colour: Color32, align: Align2) {
    let inner = rect.shrink2(vec2(8.0, 0.0));
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = TextWrapping::truncate_at_width(inner.width().max(0.0));
    let galley = ui.painter().layout_job(job);
    let anchored = align.align_size_within_rect(galley.size(), inner);
    ui.painter().galley(anchored.min, galley, colour);
}

/// Paints a text at the left of a cell; where it does not fit it ends in an ellipsis.
pub fn paint_left(ui: &Ui, rect: Rect, text: &str, font: FontId, colour: Color32) {
    paint_cell(ui, rect, text, font, colour, Align2::LEFT_CENTER);
}

/// Paints texts behind each other, from this place on and this far apart. Returns where the last one ends.
pub fn paint_behind(
    ui: &Ui,
    left_centre: egui::Pos2,
    between: f32,
    pieces: &[TextPiece<'_>],
) -> f32 {
    let mut at = left_centre;
    let mut end = at.x;
    for piece in pieces {
        let (align, font) = (Align2::LEFT_CENTER, piece.font.clone());
        end = ui
            .painter()
            .text(at, align, piece.text, font, piece.colour)
            .right();
        at.x = end + between;
    }
    end
}

/// A piece of a running text, with its own font and colour.
#[derive(Clone, Debug)]
pub struct TextPiece<'a> {
    /// The text.
    pub text: &'a str,
    /// Its font.
    pub font: FontId,
    /// Its colour.
    pub colour: Color32,
}

/// A running text over as many lines as it needs.
pub fn paragraph(ui: &mut Ui, text: &str, font: FontId, colour: Color32) -> Response {
    paragraph_of(ui, &[TextPiece { text, font, colour }])
}

/// A running text of several pieces.
pub fn paragraph_of(ui: &mut Ui, pieces: &[TextPiece<'_>]) -> Response {
    let mut job = LayoutJob::default();
    for piece in pieces {
        let format = egui::TextFormat::simple(piece.font.clone(), piece.colour);
        job.append(piece.text, 0.0, format);
    }
    ui.add(egui::Label::new(job).wrap())
}

/// The size of the room that is left, in whole points.
pub fn room(ui: &Ui) -> Vec2 {
    ui.available_size().floor()
}
