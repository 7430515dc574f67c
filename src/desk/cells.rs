//! What a list shows of a case, column by column, made from the definition; in the list of a register and under a figure.

use chrono::NaiveDate;
use egui::{Align2, Rect, Ui, pos2, vec2};

use super::case_text::status_tag;
use super::theme::{self, Palette};
use super::widgets::{Tone, paint_cell, paint_tag};
use crate::language::Language;
use crate::register::{BEGIN, CaseFile, Definition, NUMBER, STATUS};

/// What a column of the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The case number.
    Number,
    /// When it began, or happened.
    Begin,
    /// Where it stands.
    Status,
    /// By when what is to be done first is due.
    Due,
    /// A field, by its place in the definition.
    Field(usize),
}

/// What is told of a case in its row.
pub struct Told<'a> {
    /// The case; none while it is on its way.
    pub case: Option<&'a CaseFile>,
    /// The tag of what is to be done first.
    pub due: Option<(String, Tone)>,
    /// The present day.
    pub today: NaiveDate,
}

impl Shown {
    /// The width of a column whose content always has the same length.
    fn width(&self) -> Option<f32> {
        match self {
            Self::Number => Some(126.0),
            Self::Begin => Some(118.0),
            Self::Status => Some(136.0),
            Self::Due => Some(132.0),
            Self::Field(_) => None,
        }
    }

    /// By what the list is sorted when this column is chosen.
    pub fn sort_id(&self, definition: &Definition) -> Option<String> {
        match self {
            Self::Number => Some(NUMBER.to_owned()),
            Self::Begin => Some(BEGIN.to_owned()),
            Self::Status => Some(STATUS.to_owned()),
            Self::Due => None,
            Self::Field(at) => {
                let field = &definition.fields[*at];
                field.splits().then(|| field.id.clone())
            }
        }
    }

    /// The header.
    pub fn label(&self, definition: &Definition, language: Language) -> String {
        match self {
            Self::Number => language.text("number"),
            Self::Begin => definition.begin.label.text(language).to_owned(),
            Self::Status => language.text("status"),
            Self::Due => definition
                .next_action
                .as_ref()
                .and_then(|next| definition.field(&next.due))
                .map_or_else(
                    || language.text("task-due"),
                    |field| field.label.text(language).to_owned(),
                ),
            Self::Field(at) => definition.fields[*at].label.text(language).to_owned(),
        }
    }
}

impl Shown {
    /// What this column says of a case; tags say it in their own way.
    pub fn text(&self, definition: &Definition, case: &CaseFile, language: Language) -> String {
        match self {
            Self::Number => case.number.clone(),
            Self::Begin => case
                .state
                .opened()
                .map_or_else(String::new, |day| language.date(day)),
            Self::Status | Self::Due => String::new(),
            Self::Field(at) => {
                let field = &definition.fields[*at];
                let value = case.state.values.get(&field.id);
                value.map_or_else(|| "–".to_owned(), |value| field.display(value, language))
            }
        }
    }

    /// What a screen reader says of this column: the text, or what stands in its tag.
    pub fn said(&self, definition: &Definition, told: &Told<'_>, language: Language) -> String {
        let Some(case) = told.case else {
            return String::new();
        };
        match self {
            Self::Status => status_tag(definition, &case.state, told.today, language).0,
            Self::Due => {
                let due = told.due.as_ref();
                due.map_or_else(String::new, |(text, _)| text.clone())
            }
            Self::Number | Self::Begin | Self::Field(_) => self.text(definition, case, language),
        }
    }

    /// Paints this column of a case, or a quiet bar while the case is on its way.
    pub fn paint(
        &self,
        ui: &Ui,
        rect: Rect,
        definition: &Definition,
        told: &Told<'_>,
        language: Language,
    ) {
        let palette = Palette::of(ui);
        let Some(case) = told.case else {
            let bar = Rect::from_center_size(rect.center(), vec2(rect.width() * 0.5, 8.0));
            ui.painter().rect_filled(bar, 4.0, palette.soft);
            return;
        };
        let tag_at = pos2(rect.left() + 8.0, rect.center().y);
        match self {
            Self::Status => {
                let (text, tone) = status_tag(definition, &case.state, told.today, language);
                paint_tag(ui, tag_at, &text, tone);
            }
            Self::Due => {
                if let Some((text, tone)) = &told.due {
                    paint_tag(ui, tag_at, text, *tone);
                }
            }
            Self::Number | Self::Begin | Self::Field(_) => {
                let text = self.text(definition, case, language);
                let number = *self == Self::Number;
                let font = if number {
                    theme::strong()
                } else {
                    theme::body()
                };
                let colour = if text == "–" {
                    palette.faint
                } else {
                    palette.ink
                };
                paint_cell(ui, rect, &text, font, colour, Align2::LEFT_CENTER);
            }
        }
    }
}

/// The columns of a list that fit in this room, from the definition: number, begin, its own fields, status, next action.
/// What does not fit is left out from the end of its own fields, and the begin before that.
pub fn shown_columns(definition: &Definition, room: f32) -> Vec<Shown> {
    let mut shown = vec![Shown::Number];
    let mut last = Vec::new();
    if definition
        .statuses
        .iter()
        .filter(|status| status.open)
        .count()
        > 1
    {
        last.push(Shown::Status);
    }
    let work = &definition.work;
    if definition.next_action.is_some() || !definition.terms.is_empty() || work.idle_days.is_some()
    {
        last.push(Shown::Due);
    }
    let place = |id: &String| definition.fields.iter().position(|field| field.id == *id);
    let mut fields: Vec<Shown> = definition
        .list
        .iter()
        .filter_map(place)
        .map(Shown::Field)
        .collect();
    let needed = |begin: bool, fields: usize| {
        let tags: f32 = last.iter().filter_map(Shown::width).sum();
        let begin = if begin { Shown::Begin.width() } else { None };
        let number = Shown::Number.width();
        tags + begin.unwrap_or(0.0) + number.unwrap_or(0.0) + fields as f32 * LEAST
    };
    let begin = needed(true, fields.len().min(3)) <= room;
    if begin {
        shown.push(Shown::Begin);
    }
    while fields.len() > 1 && needed(begin, fields.len()) > room {
        fields.pop();
    }
    shown.extend(fields);
    shown.extend(last);
    shown
}

/// The narrowest a column may be in which a text is still of use.
const LEAST: f32 = 100.0;

/// How wide each column is: fixed for numbers, dates and tags; the rest is shared.
pub fn widths(shown: &[Shown], room: f32) -> Vec<f32> {
    let taken: f32 = shown.iter().filter_map(Shown::width).sum();
    let shared = shown
        .iter()
        .filter(|column| column.width().is_none())
        .count()
        .max(1);
    let each = ((room - taken) / shared as f32).floor().max(LEAST);
    shown
        .iter()
        .map(|column| column.width().unwrap_or(each))
        .collect()
}
