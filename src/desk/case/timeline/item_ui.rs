//! One item of a timeline on the screen.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, CornerRadius, Galley, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::case::timeline::item::{Item, ItemAction, ItemKind};
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::language::Language;

/// How many lines of a text are shown before more is asked for.
const LINES: usize = 3;
/// How far the text of an item stands from its left side, in points.
const INDENT: f32 = 30.0;

/// What was pressed in an item.
pub enum Pressed {
    /// The button that shows the whole text, or its first lines again.
    More,
    /// The button of an action.
    Action(ItemAction),
}

/// An item that was drawn.
pub struct DrawnItem {
    /// Its response.
    pub response: Response,
    /// What was pressed in it.
    pub pressed: Option<Pressed>,
}

/// How an item is drawn.
pub struct ItemLook {
    /// The present day.
    pub today: NaiveDate,
    /// The language of the screen.
    pub language: Language,
    /// Whether the keyboard is on it: then it has its buttons.
    pub selected: bool,
    /// Whether its whole text is shown.
    pub open: bool,
    /// Whether it is the last one: from any other a line goes on to the next.
    pub last: bool,
}

/// Draws an item. One that is out of sight and whose height is known takes only its room; then nothing is returned.
pub fn item_ui(
    ui: &mut Ui,
    item: &Item,
    look: &ItemLook,
    height: Option<f32>,
) -> Option<DrawnItem> {
    let width = ui.available_width().floor();
    let spoken = || item.spoken(look.today, look.language);
    if let Some(height) = height {
        let room = Rect::from_min_size(ui.cursor().min, vec2(width, height));
        if !ui.is_rect_visible(room) {
            let (_, response) = ui.allocate_exact_size(room.size(), Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, spoken()));
            return None;
        }
    }
    let layout = ItemLayout::of(ui, item, look, width);
    let (rect, response) = ui.allocate_exact_size(vec2(width, layout.height), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, look.selected, spoken()));
    layout.paint(ui, item, rect, look);
    let more = match (layout.elided, look.open) {
        (true, _) => Some("timeline-more"),
        (false, true) if layout.long => Some("timeline-less"),
        _ => None,
    };
    let pressed = buttons_ui(ui, item, look, more);
    Some(DrawnItem { response, pressed })
}

/// The buttons below an item: the one for its whole text, and where it is selected those of its actions.
fn buttons_ui(ui: &mut Ui, item: &Item, look: &ItemLook, more: Option<&str>) -> Option<Pressed> {
    let actions = match look.selected {
        true => item.actions(),
        false => Vec::new(),
    };
    if more.is_none() && actions.is_empty() {
        return None;
    }
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
        ui.add_space(INDENT - 6.0);
        if let Some(more) = more {
            let label = look.language.text(more);
            if Button::new(&label).unfocusable().small(ui).clicked() {
                pressed = Some(Pressed::More);
            }
        }
        for action in actions {
            let (id, keys) = text_and_keys(action, item);
            let label = look.language.text(id);
            let button = Button::new(&label).shortcut(keys.map(str::to_owned));
            if button.unfocusable().small(ui).clicked() {
                pressed = Some(Pressed::Action(action));
            }
        }
    });
    pressed
}

/// The text id of an action, and the keys that do it.
fn text_and_keys(action: ItemAction, item: &Item) -> (&'static str, Option<&'static str>) {
    match action {
        // Enter opens what can be opened.
        ItemAction::Edit if item.linked_case.is_none() && !item.is_document() => {
            ("timeline-edit", Some("Enter"))
        }
        ItemAction::Edit => ("timeline-edit", Some("F2")),
        ItemAction::Withdraw => ("timeline-withdraw", Some("Del")),
        ItemAction::Open => ("timeline-open", Some("Enter")),
        ItemAction::SaveAs => ("timeline-save-as", None),
        ItemAction::Undo => ("command-undo", Some("Del")),
    }
}

/// An item laid out in lines.
struct ItemLayout {
    title: Arc<Galley>,
    date: Arc<Galley>,
    /// What stands below the title.
    lines: Vec<Arc<Galley>>,
    /// Of all of it, in points.
    height: f32,
    /// Whether there is more of the text than is shown.
    elided: bool,
    /// Whether the text is longer than is shown at first.
    long: bool,
}

impl ItemLayout {
    fn of(ui: &Ui, item: &Item, look: &ItemLook, width: f32) -> Self {
        let palette = Palette::of(ui);
        let painter = ui.painter();
        let date = item.when(look.today, look.language);
        let date = painter.layout_no_wrap(date, theme::label(), palette.mute);
        let ink = match item.kind {
            ItemKind::Withdrawn => palette.mute,
            ItemKind::Entry(_) | ItemKind::Change => palette.ink,
        };
        let room = width - INDENT - 8.0;
        let mut title = LayoutJob::simple_singleline(item.title.clone(), theme::strong(), ink);
        title.wrap = TextWrapping::truncate_at_width((room - date.size().x - 12.0).max(40.0));
        let title = painter.layout_job(title);
        let mut lines = Vec::new();
        if !item.details.is_empty() {
            let job = pairs_job(&item.details, palette.mute, &palette, room);
            lines.push(painter.layout_job(job));
        }
        let (mut elided, mut long) = (false, false);
        if !item.text.is_empty() {
            let mut job = LayoutJob::simple(item.text.clone(), theme::body(), ink, room);
            if !look.open {
                job.wrap.max_rows = LINES;
            }
            let text = painter.layout_job(job);
            elided = text.elided;
            long = text.rows.len() > LINES;
            lines.push(text);
        }
        for change in item.changes.chunks(1) {
            lines.push(painter.layout_job(pairs_job(change, palette.ink, &palette, room)));
        }
        if !item.note.is_empty() {
            let note = item.note.clone();
            lines.push(painter.layout(note, theme::label(), palette.faint, room));
        }
        let below: f32 = lines.iter().map(|line| line.size().y + 2.0).sum();
        Self {
            height: 6.0 + title.size().y.max(20.0) + below + 8.0,
            title,
            date,
            lines,
            elided,
            long,
        }
    }

    fn paint(&self, ui: &Ui, item: &Item, rect: Rect, look: &ItemLook) {
        let palette = Palette::of(ui);
        if look.selected {
            let fill = palette.accent_soft;
            ui.painter()
                .rect_filled(rect, CornerRadius::same(theme::RADIUS), fill);
        }
        let top = rect.top() + 6.0;
        let icon = pos2(rect.left() + 4.0, top + 10.0);
        let align = egui::Align2::LEFT_CENTER;
        ui.painter()
            .text(icon, align, &item.icon, theme::icon(), palette.mute);
        let left = rect.left() + INDENT;
        let painter = ui.painter();
        if !look.last {
            let line = egui::Stroke::new(1.0, palette.line);
            painter.vline(icon.x + 9.0, (top + 24.0)..=rect.bottom() + 2.0, line);
        }
        painter.galley(pos2(left, top), Arc::clone(&self.title), palette.ink);
        let date = pos2(rect.right() - 8.0 - self.date.size().x, top + 3.0);
        painter.galley(date, Arc::clone(&self.date), palette.mute);
        let mut y = top + self.title.size().y.max(20.0);
        for line in &self.lines {
            painter.galley(pos2(left, y + 1.0), Arc::clone(line), palette.mute);
            y += line.size().y + 2.0;
        }
    }
}

/// Labels with their values behind each other on one line.
fn pairs_job(
    pairs: &[(String, String)],
    value_colour: Color32,
    palette: &Palette,
    width: f32,
) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (at, (label, value)) in pairs.iter().enumerate() {
        if at > 0 {
            let faint = TextFormat::simple(theme::body(), palette.faint);
            job.append("  ·  ", 0.0, faint);
        }
        if !label.is_empty() {
            let mute = TextFormat::simple(theme::label(), palette.mute);
            job.append(&format!("{label}  "), 0.0, mute);
        }
        let format = TextFormat::simple(theme::body(), value_colour);
        job.append(value, 0.0, format);
    }
    job.wrap.max_width = width;
    job
}
