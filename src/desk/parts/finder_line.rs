//! A line of the finder: its icon and text with the letters that were typed, where it is, and its status.

use std::ops::Range;

use chrono::NaiveDate;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Key, Rect, Response, Sense, Ui, vec2};

use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::fuzzy::prefix_matches;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_tag, tag_size};
use crate::desk::parts::case_text::{status_tag, title};
use crate::language::Language;
use crate::register::{CaseFile, FieldKind, Registers, Sensitivity};
use crate::store::TypedNumber;

/// How high a line is, in points.
pub const LINE: f32 = 36.0;
/// How high the heading of a section is, in points.
pub const HEADING: f32 = 26.0;
/// How many letters of a text are shown on either side of a word that was found in it.
const AROUND: usize = 24;

/// A line of the finder.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// A character of the icon font.
    pub icon: String,
    /// Its text.
    pub text: String,
    /// The bytes of the text that were typed.
    pub marks: Vec<Range<usize>>,
    /// Where it is, or its shortcut.
    pub detail: String,
    /// The tag with its status.
    pub tag: Option<(String, Tone)>,
    /// The heading of its section; the lines of a section follow each other.
    pub section: String,
}

impl Line {
    /// A line of this text.
    pub fn new(icon: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            icon: icon.into(),
            text: text.into(),
            ..Self::default()
        }
    }

    /// With where it is, or its shortcut.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// With these letters marked.
    #[must_use]
    pub fn marked(mut self, marks: Vec<Range<usize>>) -> Self {
        self.marks = marks;
        self
    }

    /// In the section with this heading.
    #[must_use]
    pub fn under(mut self, section: &str) -> Self {
        section.clone_into(&mut self.section);
        self
    }

    /// The line of a case that was found by these words; none where its register is unknown.
    pub fn of_case(
        case: &CaseFile,
        words: &str,
        today: NaiveDate,
        registers: &Registers,
        language: Language,
    ) -> Option<Self> {
        let definition = registers.get(&case.register)?;
        let title = title(definition, case);
        let mut text = case.number.clone();
        if title != case.number {
            text = format!("{text}  ·  {title}");
        }
        if prefix_matches(&text, words).is_empty()
            && let Some(around) = around(case, words, registers, language)
        {
            text = format!("{text}  ·  {around}");
        }
        let typed = TypedNumber::read(words).filter(|typed| typed.fits(&case.number).is_some());
        let marks = match typed {
            Some(typed) => {
                let end = case.number.len();
                let digits = typed.ending().len().min(end);
                let mut marks = prefix_matches(&text[..end - digits], words);
                marks.push(end - digits..end);
                marks
            }
            None => prefix_matches(&text, words),
        };
        let place = Command::Register(case.register.clone());
        Some(Self {
            marks,
            detail: place.label(registers, language),
            tag: Some(status_tag(definition, &case.state, today, language)),
            ..Self::new(definition.icon.clone(), text)
        })
    }

    /// Draws the line, as an option of the list box around it.
    pub fn ui(&self, ui: &mut Ui, selected: bool) -> Response {
        let palette = Palette::of(ui);
        let size = vec2(ui.available_width(), LINE);
        let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
        if selected || response.hovered() {
            let fill = match selected {
                true => palette.accent_soft,
                false => palette.soft,
            };
            ui.painter().rect_filled(rect, 4.0, fill);
        }
        let moves = |input: &egui::InputState| {
            let down = &input.keys_down;
            down.contains(&Key::ArrowDown) || down.contains(&Key::ArrowUp)
        };
        if selected && ui.input(moves) {
            response.scroll_to_me(None);
        }
        response.widget_info(|| {
            let role = egui::accesskit::Role::ListBoxOption;
            egui::WidgetInfo::labeled(role, true, &self.text)
        });
        accessible::list_box_option(ui, response.id, selected);
        let colour = match selected {
            true => palette.accent,
            false => palette.ink,
        };
        let start = rect.left_center() + vec2(10.0, 0.0);
        let left = Align2::LEFT_CENTER;
        ui.painter()
            .text(start, left, &self.icon, theme::icon(), colour);
        let mut right = rect.right();
        if !self.detail.is_empty() {
            let end = rect.with_min_x(right - 190.0);
            let (font, align) = (theme::label(), Align2::RIGHT_CENTER);
            paint_cell(ui, end, &self.detail, font, palette.mute, align);
            right = end.left();
        }
        if let Some((text, tone)) = &self.tag {
            right -= tag_size(ui, text).x + 8.0;
            paint_tag(ui, egui::pos2(right, rect.center().y), text, *tone);
        }
        let middle = rect.with_min_x(rect.left() + 34.0).with_max_x(right);
        self.text_ui(ui, middle, colour);
        response
    }

    /// The text, with the letters that were typed in bold.
    fn text_ui(&self, ui: &Ui, rect: Rect, colour: egui::Color32) {
        let inner = rect.shrink2(vec2(8.0, 0.0));
        let mut job = LayoutJob {
            wrap: TextWrapping::truncate_at_width(inner.width().max(0.0)),
            ..LayoutJob::default()
        };
        let mut at = 0;
        for mark in &self.marks {
            let plain = TextFormat::simple(theme::body(), colour);
            job.append(&self.text[at..mark.start], 0.0, plain);
            let marked = TextFormat::simple(theme::strong(), Palette::of(ui).accent);
            job.append(&self.text[mark.clone()], 0.0, marked);
            at = mark.end;
        }
        let plain = TextFormat::simple(theme::body(), colour);
        job.append(&self.text[at..], 0.0, plain);
        let galley = ui.painter().layout_job(job);
        let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), inner);
        ui.painter().galley(at.min, galley, colour);
    }
}

/// The heading above the lines of a section.
pub fn heading_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    let size = vec2(ui.available_width(), HEADING);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        let role = egui::accesskit::Role::Label;
        egui::WidgetInfo::labeled(role, true, text)
    });
    let at = rect.with_min_x(rect.left() + 2.0).translate(vec2(0.0, 2.0));
    let (font, align) = (theme::label(), Align2::LEFT_CENTER);
    paint_cell(ui, at, text, font, palette.mute, align);
}

/// The piece of a text around the first word that was found, for a case whose title does not hold it. Fields of police origin
/// are not searched, and not shown.
fn around(
    case: &CaseFile,
    words: &str,
    registers: &Registers,
    language: Language,
) -> Option<String> {
    let definition = registers.get(&case.register)?;
    let written = definition.fields.iter().filter(|field| {
        let kind = matches!(
            field.kind,
            FieldKind::Text | FieldKind::LongText | FieldKind::Person | FieldKind::Address
        );
        kind && field.sensitivity != Sensitivity::Police
    });
    let values = written.filter_map(|field| {
        let value = case.state.values.get(&field.id)?;
        Some(field.display(value, language))
    });
    values.into_iter().find_map(|text| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mark = prefix_matches(&text, words).into_iter().next()?;
        let before = text[..mark.start].char_indices().rev();
        let from = before.take(AROUND).last().map_or(mark.start, |(at, _)| at);
        let mut after = text[mark.end..].char_indices();
        let to = after
            .nth(AROUND)
            .map_or(text.len(), |(at, _)| mark.end + at);
        let (begins, ends) = (from == 0, to == text.len());
        let piece = text[from..to].trim();
        Some(match (begins, ends) {
            (true, true) => piece.to_owned(),
            (true, false) => format!("{piece}…"),
            (false, true) => format!("…{piece}"),
            (false, false) => format!("…{piece}…"),
        })
    })
}
