//! The cells of a case in a list, by the columns of its definition: in the list of a register and under a figure.

use chrono::NaiveDate;
use egui::{Align2, Rect, Ui, pos2, vec2};

use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_tag};
use crate::desk::parts::case_text::status_tag;
use crate::language::Language;
use crate::register::{BEGIN, CaseFile, Definition, END, NUMBER, OUTCOME, STATUS};
use crate::report::{CaseColumn, Content};

/// The case of a row, with what its cells say of it.
pub struct CellText<'a> {
    /// The case; none while it is being fetched.
    pub case: Option<&'a CaseFile>,
    /// The tag of its first task.
    pub due: Option<(String, Tone)>,
    /// The present day.
    pub today: NaiveDate,
}

impl CaseColumn {
    /// The width of a column whose content always has the same length, in points.
    fn width(&self) -> Option<f32> {
        match self {
            Self::Number => Some(126.0),
            Self::Begin | Self::End => Some(118.0),
            Self::Status => Some(136.0),
            Self::Due => Some(132.0),
            Self::Outcome | Self::Flag(_) | Self::Field(_) => None,
        }
    }

    /// The id of what the list is sorted by when this column is chosen; none where it cannot be sorted by it.
    pub fn sort_id(&self, definition: &Definition) -> Option<String> {
        match self {
            Self::Number => Some(NUMBER.to_owned()),
            Self::Begin => Some(BEGIN.to_owned()),
            Self::End => Some(END.to_owned()),
            Self::Status => Some(STATUS.to_owned()),
            Self::Outcome => Some(OUTCOME.to_owned()),
            Self::Due | Self::Flag(_) => None,
            Self::Field(at) => {
                let field = &definition.fields[*at];
                field.splits().then(|| field.id.clone())
            }
        }
    }

    /// The text of this column for a case; a tag is no text.
    fn plain_text(
        &self,
        definition: &Definition,
        row: &CellText<'_>,
        language: Language,
    ) -> String {
        let Some(case) = row.case else {
            return String::new();
        };
        match self.content(definition, case, None, row.today, language) {
            Content::Nothing => "–".to_owned(),
            content => content.text(language),
        }
    }

    /// The text of this column for a case, which is that of its tag where it has one.
    pub fn text(&self, definition: &Definition, row: &CellText<'_>, language: Language) -> String {
        let Some(case) = row.case else {
            return String::new();
        };
        match self {
            Self::Status => status_tag(definition, &case.state, row.today, language).0,
            Self::Due => {
                let due = row.due.as_ref();
                due.map_or_else(String::new, |(text, _)| text.clone())
            }
            _ => self.plain_text(definition, row, language),
        }
    }

    /// Paints this column of a case, or a grey bar while the case is being fetched.
    pub fn paint(
        &self,
        ui: &Ui,
        rect: Rect,
        definition: &Definition,
        row: &CellText<'_>,
        language: Language,
    ) {
        let palette = Palette::of(ui);
        let Some(case) = row.case else {
            let bar = Rect::from_center_size(rect.center(), vec2(rect.width() * 0.5, 8.0));
            ui.painter().rect_filled(bar, 4.0, palette.soft);
            return;
        };
        let tag_at = pos2(rect.left() + 8.0, rect.center().y);
        match self {
            Self::Status => {
                let (text, tone) = status_tag(definition, &case.state, row.today, language);
                paint_tag(ui, tag_at, &text, tone);
            }
            Self::Due => {
                if let Some((text, tone)) = &row.due {
                    paint_tag(ui, tag_at, text, *tone);
                }
            }
            _ => {
                let text = self.plain_text(definition, row, language);
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
                let align = match self.is_number(definition) {
                    true => Align2::RIGHT_CENTER,
                    false => Align2::LEFT_CENTER,
                };
                paint_cell(ui, rect, &text, font, colour, align);
            }
        }
    }
}

/// The columns of a list: those with the `chosen` ids, or else the standard ones that fit in this room.
pub fn columns_of(definition: &Definition, chosen: &[String], room: f32) -> Vec<CaseColumn> {
    let chosen = chosen.iter();
    let chosen: Vec<CaseColumn> = chosen
        .filter_map(|id| CaseColumn::named(definition, id))
        .collect();
    match chosen.is_empty() {
        true => shown_columns(definition, room),
        false => chosen,
    }
}

/// The standard columns of a list that fit in this room, in points: number, begin, the fields that the definition names,
/// status, next action. What does not fit is left out: the begin first, then fields from the last one on.
pub fn shown_columns(definition: &Definition, room: f32) -> Vec<CaseColumn> {
    let mut shown = vec![CaseColumn::Number];
    let mut last = Vec::new();
    if definition
        .statuses
        .iter()
        .filter(|status| status.open)
        .count()
        > 1
    {
        last.push(CaseColumn::Status);
    }
    if definition.plans() {
        last.push(CaseColumn::Due);
    }
    let place = |id: &String| definition.fields.iter().position(|field| field.id == *id);
    let mut fields: Vec<CaseColumn> = definition
        .list
        .iter()
        .filter_map(place)
        .map(CaseColumn::Field)
        .collect();
    let needed = |begin: bool, fields: usize| {
        let tags: f32 = last.iter().filter_map(CaseColumn::width).sum();
        let begin = if begin {
            CaseColumn::Begin.width()
        } else {
            None
        };
        let number = CaseColumn::Number.width();
        tags + begin.unwrap_or(0.0) + number.unwrap_or(0.0) + fields as f32 * LEAST
    };
    let begin = needed(true, fields.len().min(3)) <= room;
    if begin {
        shown.push(CaseColumn::Begin);
    }
    while fields.len() > 1 && needed(begin, fields.len()) > room {
        fields.pop();
    }
    shown.extend(fields);
    shown.extend(last);
    shown
}

/// The narrowest column in which a text is still of use, in points.
const LEAST: f32 = 100.0;

/// The width of each column in this room, in points: fixed for numbers, dates and tags; the others share the rest.
pub fn widths(shown: &[CaseColumn], room: f32) -> Vec<f32> {
    let taken: f32 = shown.iter().filter_map(CaseColumn::width).sum();
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
