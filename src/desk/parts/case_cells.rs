//! The cells of a case in a list, by the columns of its definition: in the list of a register and under a figure.

use chrono::NaiveDate;
use egui::{Align2, Color32, FontId, Rect, Ui, pos2, vec2};

use crate::desk::backend::case_order::orders;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_tag, tag_size};
use crate::desk::parts::case_text::status_tag;
use crate::language::Language;
use crate::register::{BEGIN, CaseFile, Definition, END, NUMBER, OUTCOME, STATUS};
use crate::report::{CaseColumn, CaseDays, Content, DUE, LAST_CONTACT};

/// The case of a row, with what its cells say of it.
pub struct CellText<'a> {
    /// The case; none while it is being fetched.
    pub case: Option<&'a CaseFile>,
    /// The tag of its first task.
    pub due: Option<(String, Tone)>,
    /// When something last happened in it, where that is asked for.
    pub last_contact: Option<NaiveDate>,
    /// The present day.
    pub today: NaiveDate,
}

impl CaseColumn {
    /// The width of a column whose content always has the same length, in points.
    fn width(&self) -> Option<f32> {
        match self {
            Self::Number => Some(126.0),
            Self::Begin | Self::End | Self::LastContact => Some(118.0),
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
            Self::Due => Some(DUE.to_owned()),
            Self::LastContact => Some(LAST_CONTACT.to_owned()),
            Self::Flag(_) => None,
            Self::Field(at) => {
                let field = &definition.fields[*at];
                (field.splits() || orders(field)).then(|| field.id.clone())
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
        // The first task has a tag of its own.
        let days = CaseDays {
            due: None,
            last_contact: row.last_contact,
        };
        match self.content(definition, case, days, row.today, language) {
            Content::Nothing if *self == Self::LastContact => String::new(),
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
/// How wide the content of a column is of which nothing was seen yet.
const USUAL: f32 = 120.0;

/// What stands around the text of a cell, in points.
const AROUND: f32 = 18.0;
/// The narrowest and the widest that a column is of itself.
const LIMITS: std::ops::RangeInclusive<f32> = 64.0..=320.0;

/// How much room columns want, in points: that of what stands in them as far as it was `seen`, or else what is usual for
/// their kind, and in any case that of their heading.
pub fn wanted_widths(
    ui: &Ui,
    shown: &[CaseColumn],
    definition: &Definition,
    seen: impl Fn(&CaseColumn) -> Option<f32>,
    language: Language,
) -> Vec<f32> {
    let text_width = |text: String, font: FontId| {
        let painter = ui.painter();
        painter.layout_no_wrap(text, font, Color32::WHITE).size().x
    };
    let wanted = shown.iter().map(|column| {
        let label = column.label(definition, language);
        // With room for the arrow that says how the list is sorted.
        let heading = text_width(format!("{label} ↓"), theme::strong_label());
        let content = seen(column).unwrap_or_else(|| column.width().unwrap_or(USUAL));
        let width = (content.max(heading) + AROUND).ceil();
        width.clamp(*LIMITS.start(), *LIMITS.end())
    });
    wanted.collect()
}

/// How wide what a column shows of a case is, in points.
pub fn content_width(ui: &Ui, column: &CaseColumn, text: &str) -> f32 {
    let font = match column {
        CaseColumn::Status | CaseColumn::Due => return tag_size(ui, text).x,
        CaseColumn::Number => theme::strong(),
        _ => theme::body(),
    };
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, Color32::WHITE);
    galley.size().x
}

/// Divides this room among columns that want so much: where there is more, each gets its share of the rest; where there is
/// less, the widest are cut down to one width, so that a narrow one is never cut off for a wide one.
pub fn fit(wanted: &[f32], room: f32) -> Vec<f32> {
    let all: f32 = wanted.iter().sum();
    if wanted.is_empty() || all <= room {
        let more = (room - all).max(0.0) / wanted.len().max(1) as f32;
        return wanted.iter().map(|width| (width + more).floor()).collect();
    }
    let mut sorted = wanted.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut left = room;
    let mut most = LEAST;
    for (at, width) in sorted.iter().enumerate() {
        let share = left / (sorted.len() - at) as f32;
        if *width > share {
            most = share;
            break;
        }
        left -= width;
    }
    // In too little room the table scrolls sideways.
    let most = most.max(LEAST);
    wanted.iter().map(|width| width.min(most).floor()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_column_is_never_cut_off_for_a_wide_one() {
        assert_eq!(fit(&[100.0, 200.0], 400.0), [150.0, 250.0]);
        assert_eq!(fit(&[120.0, 300.0, 400.0], 520.0), [120.0, 200.0, 200.0]);
        assert_eq!(fit(&[300.0, 90.0, 110.0], 400.0), [200.0, 90.0, 110.0]);
        assert_eq!(
            fit(&[300.0, 300.0], 100.0),
            [LEAST, LEAST],
            "then it scrolls"
        );
        assert!(fit(&[], 100.0).is_empty());
    }
}
