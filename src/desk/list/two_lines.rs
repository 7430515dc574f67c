//! A case in a list on two lines, as it stands beside an open case: where it is or whom it is about and when something is
//! due, and below that its number, what it is about and who handles it.

use egui::{Align2, Rect, Ui, pos2};

use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_tag, tag_size};
use crate::desk::parts::case_cells::CellText;
use crate::desk::parts::case_text::{short_title, status_tag};
use crate::language::Language;
use crate::register::{CaseFile, Definition, FieldKind};
use crate::report::CaseColumn;

/// How high both lines are together, in points.
const BOTH_LINES: f32 = 44.0;

/// What stands on both lines.
pub(super) struct TwoLines {
    title: String,
    below: String,
    tag: Option<(String, Tone)>,
    owner: String,
}

impl TwoLines {
    /// What stands there of a case: of the `shown` columns what is not said otherwise.
    pub fn of(
        definition: &Definition,
        case: &CaseFile,
        text: &CellText<'_>,
        shown: &[CaseColumn],
        language: Language,
    ) -> Self {
        let title = short_title(definition, case);
        let owner_field = definition.work.owner.as_ref();
        let said = |column: &&CaseColumn| {
            let field = column.field(definition);
            let named = field.is_some_and(|field| {
                let names = matches!(field.kind, FieldKind::Address | FieldKind::Person);
                names || Some(&field.id) == owner_field
            });
            let elsewhere = matches!(
                column,
                CaseColumn::Number
                    | CaseColumn::Due
                    | CaseColumn::Status
                    | CaseColumn::Begin
                    | CaseColumn::LastContact
            );
            !named && !elsewhere
        };
        let number = (title != case.number).then(|| case.number.clone());
        let others = shown.iter().filter(said);
        let others = others.map(|column| column.text(definition, text, language));
        let others = others.filter(|text| !text.is_empty() && text != "–");
        let below: Vec<String> = number.into_iter().chain(others).collect();
        let tag = text.due.clone().or_else(|| {
            let has_status = definition.has_spells() || !definition.statuses.is_empty();
            has_status.then(|| status_tag(definition, &case.state, text.today, language))
        });
        let tag = tag.or_else(|| {
            let day = case.state.came()?;
            Some((language.date(day), Tone::Quiet))
        });
        let owner = definition.owner_of(&case.state).unwrap_or_default();
        Self {
            title,
            below: below.join(" · "),
            tag,
            owner: owner.to_owned(),
        }
    }

    /// Both lines of the wide column, as they are read out.
    pub fn left(&self) -> String {
        format!("{}, {}", self.title, self.below)
    }

    /// Both lines of the narrow column.
    pub fn right(&self) -> String {
        let tag = self.tag.as_ref().map_or("", |(text, _)| text.as_str());
        let parts = [tag, self.owner.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }

    /// Paints them in these two columns.
    pub fn paint(&self, ui: &Ui, cells: &[Rect]) {
        let &[wide, narrow] = cells else { return };
        let palette = Palette::of(ui);
        let (left, right) = (Align2::LEFT_CENTER, Align2::RIGHT_CENTER);
        let [upper, lower] = halves(narrow);
        let mut room = narrow.right();
        if let Some((text, tone)) = &self.tag {
            let width = tag_size(ui, text).x;
            let from = (narrow.right() - 8.0 - width).max(narrow.left());
            paint_tag(ui, pos2(from, upper.center().y), text, *tone);
            room = from;
        }
        paint_cell(ui, lower, &self.owner, theme::label(), palette.mute, right);
        let owner = ui
            .painter()
            .layout_no_wrap(self.owner.clone(), theme::label(), palette.mute);
        let before_owner = narrow.right() - owner.size().x - 16.0;
        let [upper, lower] = halves(wide);
        let upper = upper.with_max_x(room.max(upper.left()));
        paint_cell(ui, upper, &self.title, theme::strong(), palette.ink, left);
        let lower = lower.with_max_x(before_owner.max(lower.left()));
        paint_cell(ui, lower, &self.below, theme::label(), palette.mute, left);
    }
}

/// The upper and the lower line of a cell.
fn halves(cell: Rect) -> [Rect; 2] {
    let middle = cell.center().y + 1.0;
    let around = ((cell.height() - BOTH_LINES) / 2.0).max(0.0);
    let upper = cell
        .with_min_y(cell.top() + around)
        .with_max_y(middle + 1.0);
    let lower = cell.with_min_y(middle).with_max_y(cell.bottom() - around);
    [upper, lower]
}
