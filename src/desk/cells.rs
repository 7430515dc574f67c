//! What a list shows of a case, column by column, made from the definition; in the list of a register and under a figure.

use chrono::NaiveDate;
use egui::{Align2, Rect, Ui, pos2, vec2};

use super::case_text::status_tag;
use super::theme::{self, Palette};
use super::widgets::{Tone, paint_cell, paint_tag};
use crate::language::Language;
use crate::register::{
    BEGIN, CaseFile, Definition, END, FieldKind, NUMBER, OUTCOME, STATUS, Sensitivity,
};

/// By what the column is kept that says by when something is due.
const DUE: &str = "uiterlijk";

/// What a column of the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The case number.
    Number,
    /// When it began, or happened.
    Begin,
    /// When it ended.
    End,
    /// Where it stands.
    Status,
    /// How it ended.
    Outcome,
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
            Self::Begin | Self::End => Some(118.0),
            Self::Status => Some(136.0),
            Self::Due => Some(132.0),
            Self::Outcome | Self::Field(_) => None,
        }
    }

    /// By what this column is kept: the id of a field, or what a column of an import is called.
    pub fn id<'a>(&self, definition: &'a Definition) -> &'a str {
        match self {
            Self::Number => NUMBER,
            Self::Begin => BEGIN,
            Self::End => END,
            Self::Status => STATUS,
            Self::Outcome => OUTCOME,
            Self::Due => DUE,
            Self::Field(at) => &definition.fields[*at].id,
        }
    }

    /// The column that is kept by this id, where the register has it.
    pub fn named(definition: &Definition, id: &str) -> Option<Self> {
        let mut all = Self::all(definition).into_iter();
        all.find(|shown| shown.id(definition) == id)
    }

    /// Every column a list of this register can have. By when the next action is due stands in a column of its own. A long
    /// text from the police is read in the case, or not at all.
    pub fn all(definition: &Definition) -> Vec<Self> {
        let mut all = vec![Self::Number, Self::Begin];
        all.extend(definition.has_spells().then_some(Self::End));
        all.extend((!definition.statuses.is_empty()).then_some(Self::Status));
        all.extend(definition.outcome.as_ref().map(|_| Self::Outcome));
        all.extend(plans(definition).then_some(Self::Due));
        let fields = definition.fields.iter().enumerate();
        let due = definition.next_action.as_ref().map(|next| &next.due);
        let fields = fields.filter(|(_, field)| {
            let text = field.kind == FieldKind::LongText;
            let read_elsewhere = text && field.sensitivity == Sensitivity::Police;
            !read_elsewhere && due != Some(&field.id)
        });
        all.extend(fields.map(|(at, _)| Self::Field(at)));
        all
    }

    /// By what the list is sorted when this column is chosen.
    pub fn sort_id(&self, definition: &Definition) -> Option<String> {
        match self {
            Self::Number => Some(NUMBER.to_owned()),
            Self::Begin => Some(BEGIN.to_owned()),
            Self::End => Some(END.to_owned()),
            Self::Status => Some(STATUS.to_owned()),
            Self::Outcome => Some(OUTCOME.to_owned()),
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
            Self::End | Self::Outcome => {
                let end = definition.end.as_ref().map(|end| &end.label);
                let outcome = definition.outcome.as_ref().map(|outcome| &outcome.label);
                let label = if *self == Self::End { end } else { outcome };
                label.map_or_else(String::new, |label| label.text(language).to_owned())
            }
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
    /// Whether numbers stand in it.
    pub fn is_number(&self, definition: &Definition) -> bool {
        match self {
            Self::Field(at) => definition.fields[*at].kind == FieldKind::Number,
            _ => false,
        }
    }

    /// What this column says of a case; tags say it in their own way.
    pub fn text(&self, definition: &Definition, case: &CaseFile, language: Language) -> String {
        let none = || "–".to_owned();
        match self {
            Self::Number => case.number.clone(),
            Self::Begin => case
                .state
                .opened()
                .map_or_else(String::new, |day| language.date(day)),
            Self::End => {
                let closing = case.state.closing();
                closing.map_or_else(none, |closing| language.date(closing.date))
            }
            Self::Outcome => {
                let closing = case.state.closing();
                let id = closing.and_then(|closing| closing.outcome.as_ref());
                let outcome = definition.outcome.as_ref();
                id.and_then(|id| outcome?.choice(id))
                    .map_or_else(none, |choice| choice.label.text(language).to_owned())
            }
            Self::Status | Self::Due => String::new(),
            Self::Field(at) => {
                let field = &definition.fields[*at];
                let value = case.state.values.get(&field.id);
                value.map_or_else(none, |value| field.display(value, language))
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
            _ => self.text(definition, case, language),
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
            _ => {
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
                let align = match self.is_number(definition) {
                    true => Align2::RIGHT_CENTER,
                    false => Align2::LEFT_CENTER,
                };
                paint_cell(ui, rect, &text, font, colour, align);
            }
        }
    }
}

/// Whether something can be due in a case of this register.
fn plans(definition: &Definition) -> bool {
    let idle = definition.work.idle_days.is_some();
    definition.next_action.is_some() || !definition.terms.is_empty() || idle
}

/// The columns of a list: those that were chosen, by their ids, or else the standard ones.
pub fn columns_of(definition: &Definition, chosen: &[String], room: f32) -> Vec<Shown> {
    let chosen = chosen.iter();
    let chosen: Vec<Shown> = chosen
        .filter_map(|id| Shown::named(definition, id))
        .collect();
    match chosen.is_empty() {
        true => shown_columns(definition, room),
        false => chosen,
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
    if plans(definition) {
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
