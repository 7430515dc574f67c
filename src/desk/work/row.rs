//! One task in the list of work: by when, what, in which case, and whose.

use egui::accesskit::Role;
use egui::{Align2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::kit::accessible;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_row, paint_tag};
use crate::desk::parts::case_text::{district, title};
use crate::desk::parts::task_text::{due_tag, is_statutory, what};
use crate::desk::state::model::Model;
use crate::register::{CaseFile, Definition};
use crate::store::OpenTask;

/// A task as it stands in the list.
pub struct Row<'a> {
    /// The task.
    pub task: &'a OpenTask,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether the list has the keyboard.
    pub focused: bool,
    /// Its place in the list.
    pub at: usize,
}

/// The width of the tag that says by when.
const DUE: f32 = 148.0;

/// Paints a task. A case that is on its way shows as a quiet bar.
pub fn row_ui(ui: &mut Ui, rect: Rect, row: &Row<'_>, model: &mut Model) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("task", row.at)), Sense::CLICK);
    let language = model.language;
    let palette = Palette::of(ui);
    let task = row.task;
    let Some(vault) = &mut model.vault else {
        return response;
    };
    let case = vault.case(&task.register, task.case);
    let Some(definition) = vault.definition(&task.register) else {
        return response;
    };
    let (due, tone) = due_tag(task.due, model.clock.wall(), language);
    let case_line = case
        .as_deref()
        .map(|case| case_line(&definition, case, language));
    let what = what(&definition, &task.source, case.as_deref(), language);
    let statutory = is_statutory(&definition, &task.source);
    let urgent = urgent(&definition, task).map(|choice| choice.text(language).to_lowercase());
    let nobody = language.text("work-nobody");
    let owner = task.owner.as_deref().unwrap_or(&nobody);
    let law = language.text("task-statutory");
    let tags = statutory.then(|| law.clone()).into_iter();
    let what_and_tags = std::iter::once(what.clone()).chain(tags.chain(urgent.clone()));
    let cells = [
        due.clone(),
        what_and_tags.collect::<Vec<_>>().join(", "),
        case_line.clone().unwrap_or_default(),
        format!("{}, {owner}", definition.label.text(language)),
    ];
    response.widget_info(|| {
        let known = cells.iter().filter(|cell| !cell.is_empty());
        let known: Vec<&str> = known.map(String::as_str).collect();
        WidgetInfo::selected(Role::Row, true, row.selected, known.join(", "))
    });
    accessible::name_cells(ui, &response, Role::Cell, &[rect; 4], &cells);
    paint_row(ui, rect, row.selected, row.focused, response.hovered());
    paint_tag(ui, pos2(rect.left() + 16.0, rect.center().y), &due, tone);
    let right = (rect.width() * 0.24).clamp(150.0, 260.0);
    let left = rect.left() + DUE;
    let text = Rect::from_x_y_ranges(left..=rect.right() - right, rect.y_range());
    let (upper, lower) = halves(text);
    // The tags behind the words keep their room: the words are cut off before they are.
    let mut tags: Vec<(String, Tone)> = Vec::new();
    tags.extend(urgent.map(|text| (format!("{} {text}", icons::URGENT), Tone::Bad)));
    tags.extend(statutory.then_some((law, Tone::Quiet)));
    let measured: f32 = tags.iter().map(|(text, _)| tag_width(ui, text) + 6.0).sum();
    let galley = ui
        .painter()
        .layout_no_wrap(what.clone(), theme::strong(), palette.ink);
    let width = galley.size().x.min(upper.width() - 16.0 - measured);
    let words = upper.with_max_x(upper.left() + width + 17.0);
    let align = Align2::LEFT_CENTER;
    paint_cell(ui, words, &what, theme::strong(), palette.ink, align);
    let mut x = words.right() - 2.0;
    for (text, tone) in tags {
        x += paint_tag(ui, pos2(x, upper.center().y), &text, tone) + 6.0;
    }
    match case_line {
        Some(line) => paint_cell(ui, lower, &line, theme::label(), palette.mute, align),
        None => {
            let left = lower.left_center() + vec2(8.0, 0.0);
            let bar = Rect::from_min_size(left - vec2(0.0, 4.0), vec2(180.0, 8.0));
            ui.painter().rect_filled(bar, 4.0, palette.soft);
        }
    }
    let (upper, lower) = halves(text.translate(vec2(text.width(), 0.0)));
    let (upper, lower) = (
        upper.with_max_x(rect.right() - 8.0),
        lower.with_max_x(rect.right() - 8.0),
    );
    let icon = upper.with_max_x(upper.left() + 34.0);
    let mute = palette.mute;
    paint_cell(ui, icon, &definition.icon, theme::icon(), mute, align);
    let label = definition.label.text(language);
    let beside = upper.with_min_x(upper.left() + 24.0);
    paint_cell(ui, beside, label, theme::body(), palette.ink, align);
    let colour = match task.owner {
        Some(_) => palette.mute,
        None => palette.warn.0,
    };
    let below = lower.with_min_x(lower.left() + 24.0);
    paint_cell(ui, below, owner, theme::label(), colour, align);
    response
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

fn tag_width(ui: &Ui, text: &str) -> f32 {
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), theme::label(), egui::Color32::WHITE);
    galley.size().x + 16.0
}

/// Number, title and district of a case on one line.
fn case_line(
    definition: &Definition,
    case: &CaseFile,
    language: crate::language::Language,
) -> String {
    let mut parts = vec![case.number.clone()];
    let title = title(definition, case);
    parts.extend((title != case.number).then_some(title));
    parts.extend(district(definition, case, language));
    parts.join(" · ")
}

/// The label of the highest priority, where the case has it.
fn urgent<'a>(definition: &'a Definition, task: &OpenTask) -> Option<&'a crate::language::Label> {
    let field = definition.field(definition.work.priority.as_ref()?)?;
    let first = field.choices.first()?;
    (task.priority == 0).then_some(&first.label)
}
