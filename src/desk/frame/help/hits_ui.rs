//! What was found in the help, below each other: what it is called, and the piece of text in which the words stand.

use std::ops::Range;

use egui::accesskit::{Live, Role};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::place::Topic;
use super::search::Hit;
use crate::desk::kit::accessible;
use crate::desk::kit::fuzzy::prefix_matches;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, paint_keys};
use crate::desk::parts::finder_line;
use crate::language::Language;

/// How wide a hit is at most.
const MEASURE: f32 = 640.0;

/// Draws the hits, with the one at this place selected; it is scrolled into view when the arrows moved. Returns the place of
/// the one that was clicked.
pub fn hits_ui(
    ui: &mut Ui,
    hits: &[Hit],
    words: &str,
    selected: usize,
    moved: bool,
    language: Language,
) -> Option<usize> {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    let text = match hits.len() {
        0 => language.text("help-nothing"),
        count => language.say("help-found", &[("count", (count as i64).into())]),
    };
    let count = ui
        .horizontal(|ui| {
            ui.add_space(12.0);
            label_ui(ui, text, theme::label(), palette.mute)
        })
        .inner;
    // What was found is read out while the keyboard stays in the field.
    ui.ctx()
        .accesskit_node_builder(count.id, |node| node.set_live(Live::Polite));
    accessible::region(ui, Role::ListBox, &language.text("search-found"));
    let (mut clicked, mut group) = (None, "");
    for (at, hit) in hits.iter().enumerate() {
        let heading = match hit.topic {
            Topic::Chapter(_) => "help-manual",
            Topic::Keys => "help-keys",
            Topic::Words => "help-words",
        };
        if heading != group {
            group = heading;
            finder_line::heading_ui(ui, &language.text(heading));
        }
        let response = hit_ui(ui, hit, words, at == selected);
        if at == selected && moved {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            clicked = Some(at);
        }
    }
    clicked
}

fn hit_ui(ui: &mut Ui, hit: &Hit, words: &str, selected: bool) -> Response {
    let palette = Palette::of(ui);
    let width = ui.available_width().min(MEASURE);
    let room = width - 24.0;
    let ink = if selected {
        palette.accent
    } else {
        palette.ink
    };
    let title = Marked {
        text: &hit.title,
        words,
        plain: (theme::strong(), ink),
        marked: (theme::strong(), palette.accent),
    };
    let keys = hit
        .keys
        .as_ref()
        .map_or(0.0, |keys| 30.0 * keys.split(' ').count() as f32 + 30.0);
    let title = ui.painter().layout_job(title.job(room - keys, 1));
    let excerpt = Marked {
        text: &hit.excerpt,
        words,
        plain: (theme::body(), palette.mute),
        marked: (theme::strong(), palette.ink),
    };
    let excerpt = ui.painter().layout_job(excerpt.job(room, 2));
    let between = if hit.excerpt.is_empty() {
        0.0
    } else {
        2.0 + excerpt.size().y
    };
    let size = vec2(width, title.size().y + between + 14.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    response.widget_info(|| {
        let name = format!("{}: {}", hit.title, hit.excerpt);
        WidgetInfo::labeled(Role::ListBoxOption, true, name)
    });
    accessible::list_box_option(ui, response.id, selected);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if selected || response.hovered() {
        let fill = if selected {
            palette.accent_soft
        } else {
            palette.soft
        };
        ui.painter().rect_filled(rect, 6.0, fill);
    }
    let at = rect.min + vec2(12.0, 7.0);
    let below = pos2(at.x, at.y + title.size().y + 2.0);
    if let Some(keys) = &hit.keys {
        let place = pos2(rect.right() - 12.0, at.y + title.size().y / 2.0);
        paint_keys(ui, place, keys);
    }
    ui.painter().galley(at, title, ink);
    ui.painter().galley(below, excerpt, palette.mute);
    response
}

/// A text in which the beginnings of words that were typed stand out.
struct Marked<'a> {
    text: &'a str,
    words: &'a str,
    plain: (FontId, Color32),
    marked: (FontId, Color32),
}

impl Marked<'_> {
    /// In this room, over so many lines at most.
    fn job(&self, room: f32, lines: usize) -> LayoutJob {
        let mut job = LayoutJob {
            wrap: TextWrapping {
                max_width: room.max(0.0),
                max_rows: lines,
                ..TextWrapping::default()
            },
            ..LayoutJob::default()
        };
        let mut append = |range: Range<usize>, (font, colour): &(FontId, Color32)| {
            let format = TextFormat::simple(font.clone(), *colour);
            job.append(&self.text[range], 0.0, format);
        };
        let mut at = 0;
        for mark in prefix_matches(self.text, self.words) {
            append(at..mark.start, &self.plain);
            append(mark.clone(), &self.marked);
            at = mark.end;
        }
        append(at..self.text.len(), &self.plain);
        job
    }
}
