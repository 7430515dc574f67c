//! The cases of a meeting in their order, each with whether something is typed or stored about it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align2, Rect, Response, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::kit::accessible;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_row, paint_tag};
use crate::desk::meeting::discussion::MeetingPage;
use crate::desk::parts::case_text::title;
use crate::desk::parts::task_text;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition};

/// The height of a row, in points.
const ROW: f32 = 50.0;

/// The list. A click goes to a case.
pub fn case_list_ui(
    ui: &mut Ui,
    meeting: &mut MeetingPage,
    model: &mut Model,
    definition: &Arc<Definition>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let row_height = density::height(ui, ROW);
    let mut clicked = None;
    let count = meeting.cases.len();
    let scroll = ScrollArea::vertical().id_salt("meeting cases");
    let scroll = scroll.auto_shrink(false);
    let show = std::mem::take(&mut meeting.show);
    scroll.show_viewport(ui, |ui, seen| {
        ui.set_height(row_height * count as f32);
        let name = definition.case_words.many.text(model.language);
        accessible::region(ui, Role::Table, name);
        let origin = ui.max_rect().min;
        let width = ui.available_width();
        let place = |at: usize| {
            let top = pos2(origin.x, origin.y + row_height * at as f32);
            Rect::from_min_size(top, vec2(width, row_height))
        };
        if show {
            ui.scroll_to_rect(place(meeting.at), None);
        }
        let first = (seen.min.y / row_height) as usize;
        let last = (seen.max.y / row_height).ceil() as usize;
        for at in first..last.min(count) {
            let row = Row::new(meeting, at, model, definition);
            if row.ui(ui, place(at), definition, model.language).clicked() {
                clicked = Some(at);
            }
        }
    });
    if let Some(at) = clicked {
        meeting.go_to(at);
    }
}

/// How far a case of the meeting is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Untouched,
    /// Something is typed that is not stored.
    Typed,
    /// A decision was stored.
    Handled,
}

/// A case in the list.
struct Row {
    key: CaseKey,
    /// The case, once it is at hand.
    case: Option<Arc<CaseFile>>,
    /// When its first task is due.
    due: Option<(String, Tone)>,
    selected: bool,
    progress: Progress,
}

impl Row {
    fn new(meeting: &MeetingPage, at: usize, model: &mut Model, definition: &Definition) -> Self {
        let key = meeting.cases[at];
        let (now, language) = (model.clock.wall(), model.language);
        let vault = model.vault.as_mut();
        let (case, due) = vault.map_or((None, None), |vault| {
            let case = vault.case(&definition.id, key);
            let task = vault.nearest_task(&definition.id, key);
            (
                case,
                task.map(|task| task_text::due_tag(task.due, now, language)),
            )
        });
        let progress = match (meeting.is_typed(key), meeting.handled.contains(&key)) {
            (true, _) => Progress::Typed,
            (false, true) => Progress::Handled,
            (false, false) => Progress::Untouched,
        };
        Self {
            key,
            case,
            due,
            selected: at == meeting.at,
            progress,
        }
    }

    fn ui(&self, ui: &mut Ui, rect: Rect, definition: &Definition, language: Language) -> Response {
        let id = ui.scope_id().with(("case", self.key.0));
        let response = ui.interact(rect, id, Sense::CLICK);
        let cells = self.cells(definition, language);
        response.widget_info(|| {
            let known = cells.iter().filter(|cell| !cell.is_empty());
            let known: Vec<&str> = known.map(String::as_str).collect();
            WidgetInfo::selected(Role::Row, true, self.selected, known.join(", "))
        });
        accessible::name_cells(ui, &response, Role::Cell, &[rect; 4], &cells);
        paint_row(ui, rect, self.selected, true, response.hovered());
        self.paint(ui, rect, definition);
        response
    }

    /// Its cells as a screen reader reads them: number, title, when its first task is due, and how far it is.
    fn cells(&self, definition: &Definition, language: Language) -> [String; 4] {
        let case = self.case.as_deref();
        [
            case.map_or_else(String::new, |case| case.number.clone()),
            case.map_or_else(String::new, |case| title(definition, case)),
            self.due.clone().map_or_else(String::new, |(text, _)| text),
            match self.progress {
                Progress::Untouched => String::new(),
                Progress::Typed => language.text("meeting-typed"),
                Progress::Handled => language.text("meeting-handled"),
            },
        ]
    }

    fn paint(&self, ui: &Ui, rect: Rect, definition: &Definition) {
        let palette = Palette::of(ui);
        let align = Align2::LEFT_CENTER;
        let (icon, colour) = match self.progress {
            Progress::Untouched => ("", palette.mute),
            Progress::Typed => (icons::EDIT, palette.warn.0),
            Progress::Handled => (icons::FINISH, palette.ok.0),
        };
        let left = rect
            .with_max_x(rect.left() + 40.0)
            .translate(vec2(6.0, 0.0));
        paint_cell(ui, left, icon, theme::icon(), colour, align);
        let Some(case) = &self.case else { return };
        let right = rect.with_min_x(rect.left() + 34.0);
        let upper = right.with_max_y(rect.center().y + 2.0);
        let upper = upper.with_min_y(rect.top() + 5.0);
        let lower = right.with_min_y(rect.center().y + 1.0);
        let lower = lower.with_max_y(rect.bottom() - 5.0);
        let ink = palette.ink;
        paint_cell(ui, upper, &case.number, theme::strong(), ink, align);
        let line = title(definition, case);
        paint_cell(ui, lower, &line, theme::label(), palette.mute, align);
        if let Some((text, tone)) = &self.due {
            let galley = ui
                .painter()
                .layout_no_wrap(text.clone(), theme::label(), ink);
            let x = rect.right() - 10.0 - galley.size().x - 16.0;
            paint_tag(ui, pos2(x, upper.center().y), text, *tone);
        }
    }
}
