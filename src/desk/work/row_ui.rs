//! Draws one task of the list of work: when it is due, what is to be done, in which case, and by whom.

use egui::accesskit::Role;
use egui::{Align2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::kit::accessible;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_row, paint_tag, tag_size};
use crate::desk::parts::case_text::{district, title};
use crate::desk::parts::task_text::{due_tag, is_statutory, what};
use crate::desk::state::model::Model;
use crate::language::{Label, Language};
use crate::register::{CaseFile, Definition};
use crate::store::OpenTask;

/// A row of the list.
pub struct Row<'a> {
    /// The task.
    pub task: &'a OpenTask,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether the list has the keyboard.
    pub focused: bool,
    /// The index of its line.
    pub at: usize,
}

/// The width of the column with the tag of the due date, in points.
const DUE: f32 = 148.0;
/// In less width than this, in points, a row leaves out the register and the owner.
const NARROW: f32 = 560.0;

/// The texts of a task.
struct TaskText {
    due: String,
    tone: Tone,
    what: String,
    /// Of a task with a statutory term: the word for that.
    statutory: Option<String>,
    /// Of a task in a case with the highest priority: its label.
    urgent: Option<String>,
    /// Number, title and district of the case; none while it is on its way.
    case: Option<String>,
    register: String,
    icon: String,
    /// Who is to do it, or the word for nobody.
    owner: String,
}

/// Draws a task. A case that is on its way is drawn as a quiet bar.
pub fn row_ui(ui: &mut Ui, rect: Rect, row: &Row<'_>, model: &mut Model) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("task", row.at)), Sense::CLICK);
    let Some(text) = TaskText::of(row.task, model) else {
        return response;
    };
    let cells = text.cells();
    response.widget_info(|| {
        let known = cells.iter().filter(|cell| !cell.is_empty());
        let known: Vec<&str> = known.map(String::as_str).collect();
        WidgetInfo::selected(Role::Row, true, row.selected, known.join(", "))
    });
    accessible::name_cells(ui, &response, Role::Cell, &[rect; 4], &cells);
    paint_row(ui, rect, row.selected, row.focused, response.hovered());
    let due_at = pos2(rect.left() + 16.0, rect.center().y);
    paint_tag(ui, due_at, &text.due, text.tone);
    // Beside an open case there is no room for the register and the owner: the case says both.
    let narrow = rect.width() < NARROW;
    let right = match narrow {
        true => 8.0,
        false => (rect.width() * 0.24).clamp(150.0, 260.0),
    };
    let middle = Rect::from_x_y_ranges(rect.left() + DUE..=rect.right() - right, rect.y_range());
    task_and_case_ui(ui, middle, &text);
    let right = middle
        .translate(vec2(middle.width(), 0.0))
        .with_max_x(rect.right() - 8.0);
    if !narrow {
        register_and_owner_ui(ui, right, &text, row.task.owner.is_some());
    }
    response
}

/// Draws what is to be done with its tags, and below it the case.
fn task_and_case_ui(ui: &Ui, rect: Rect, text: &TaskText) {
    let palette = Palette::of(ui);
    let align = Align2::LEFT_CENTER;
    let (upper, lower) = halves(rect);
    let mut tags: Vec<(String, Tone)> = Vec::new();
    let urgent = text.urgent.as_ref();
    tags.extend(urgent.map(|text| (format!("{} {text}", icons::URGENT), Tone::Bad)));
    tags.extend(text.statutory.clone().map(|text| (text, Tone::Quiet)));
    // The tags behind the words keep their room: the words are cut off before they are.
    let tags_width: f32 = tags
        .iter()
        .map(|(text, _)| tag_size(ui, text).x + 6.0)
        .sum();
    let galley = ui
        .painter()
        .layout_no_wrap(text.what.clone(), theme::strong(), palette.ink);
    let width = galley.size().x.min(upper.width() - 16.0 - tags_width);
    let words = upper.with_max_x(upper.left() + width + 17.0);
    paint_cell(ui, words, &text.what, theme::strong(), palette.ink, align);
    let mut x = words.right() - 2.0;
    for (text, tone) in tags {
        x += paint_tag(ui, pos2(x, upper.center().y), &text, tone) + 6.0;
    }
    match &text.case {
        Some(case) => paint_cell(ui, lower, case, theme::label(), palette.mute, align),
        None => {
            let left = lower.left_center() + vec2(8.0, 0.0);
            let bar = Rect::from_min_size(left - vec2(0.0, 4.0), vec2(180.0, 8.0));
            ui.painter().rect_filled(bar, 4.0, palette.soft);
        }
    }
}

/// Draws the register with its icon, and below it the owner.
fn register_and_owner_ui(ui: &Ui, rect: Rect, text: &TaskText, has_owner: bool) {
    let palette = Palette::of(ui);
    let align = Align2::LEFT_CENTER;
    let (upper, lower) = halves(rect);
    let icon = upper.with_max_x(upper.left() + 34.0);
    paint_cell(ui, icon, &text.icon, theme::icon(), palette.mute, align);
    let beside = upper.with_min_x(upper.left() + 24.0);
    paint_cell(
        ui,
        beside,
        &text.register,
        theme::body(),
        palette.ink,
        align,
    );
    let colour = match has_owner {
        true => palette.mute,
        false => palette.warn.0,
    };
    let below = lower.with_min_x(lower.left() + 24.0);
    paint_cell(ui, below, &text.owner, theme::label(), colour, align);
}

impl TaskText {
    /// The texts of a task; none where its register is gone. A case that is not cached is requested.
    fn of(task: &OpenTask, model: &mut Model) -> Option<Self> {
        let language = model.language;
        let vault = model.vault.as_mut()?;
        let case = vault.case(&task.register, task.case);
        let definition = vault.definition(&task.register)?;
        let (due, tone) = due_tag(task.due, model.clock.wall(), language);
        let urgent = urgent(&definition, task);
        let owner = task.owner.clone();
        Some(Self {
            due,
            tone,
            what: what(&definition, &task.source, case.as_deref(), language),
            statutory: is_statutory(&definition, &task.source)
                .then(|| language.text("task-statutory")),
            urgent: urgent.map(|choice| choice.text(language).to_lowercase()),
            case: case
                .as_deref()
                .map(|case| case_line(&definition, case, language)),
            register: definition.label.text(language).to_owned(),
            icon: definition.icon.clone(),
            owner: owner.unwrap_or_else(|| language.text("work-nobody")),
        })
    }

    /// Its cells as a screen reader reads them: the due date, what is to be done, the case, and register with owner.
    fn cells(&self) -> [String; 4] {
        let tags = self.statutory.iter().chain(&self.urgent).cloned();
        let what: Vec<String> = std::iter::once(self.what.clone()).chain(tags).collect();
        [
            self.due.clone(),
            what.join(", "),
            self.case.clone().unwrap_or_default(),
            format!("{}, {}", self.register, self.owner),
        ]
    }
}

/// The upper and the lower line of a row.
fn halves(rect: Rect) -> (Rect, Rect) {
    let middle = rect.center().y;
    let upper = rect.with_min_y(rect.top() + 5.0).with_max_y(middle + 2.0);
    let lower = rect
        .with_min_y(middle + 1.0)
        .with_max_y(rect.bottom() - 5.0);
    (upper, lower)
}

/// Number, title and district of a case on one line.
fn case_line(definition: &Definition, case: &CaseFile, language: Language) -> String {
    let mut parts = vec![case.number.clone()];
    let title = title(definition, case);
    parts.extend((title != case.number).then_some(title));
    parts.extend(district(definition, case, language));
    parts.join(" · ")
}

/// The label of the highest priority, where the case has it.
fn urgent<'a>(definition: &'a Definition, task: &OpenTask) -> Option<&'a Label> {
    let field = definition.field(definition.work.priority.as_ref()?)?;
    let first = field.choices.first()?;
    (task.priority == 0).then_some(&first.label)
}
