//! One item of the story on the screen, laid out in lines.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{CornerRadius, Galley, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::case::timeline::{Item, Sort, when};
use crate::desk::case::timeline_ui::{ItemAction, offers};
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::language::Language;
use crate::register::ATTACHMENT;

/// How many lines of a text are shown before more is asked for.
const LINES: usize = 3;
/// Where the text of an item begins.
const INDENT: f32 = 30.0;

/// What was pressed in an item.
pub enum Pressed {
    More,
    ItemAction(ItemAction),
}

/// How an item is looked at.
pub struct Looked {
    pub today: NaiveDate,
    pub language: Language,
    pub selected: bool,
    pub open: bool,
}

/// What a screen reader says of an item.
pub fn name(item: &Item, today: NaiveDate, language: Language) -> String {
    let pair = |(label, value): &(String, String)| format!("{label} {value}").trim().to_owned();
    let changes = item
        .changes
        .iter()
        .map(|(label, value)| format!("{label}  {value}"));
    let parts = [item.title.clone(), when(item, today, language)].into_iter();
    let parts = parts
        .chain(item.details.iter().map(pair))
        .chain([item.text.replace('\n', " ")])
        .chain(changes)
        .chain([item.note.clone()]);
    parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// One item; where it is out of sight and its height is known, only its room. Returns what was drawn and pressed.
pub fn item_ui(
    ui: &mut Ui,
    item: &Item,
    looked: &Looked,
    height: Option<f32>,
) -> Option<(Response, Option<Pressed>)> {
    let width = ui.available_width().floor();
    let name = || name(item, looked.today, looked.language);
    if let Some(height) = height {
        let room = Rect::from_min_size(ui.cursor().min, vec2(width, height));
        if !ui.is_rect_visible(room) {
            let (_, response) = ui.allocate_exact_size(room.size(), Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, name()));
            return None;
        }
    }
    let laid = Laid::out(ui, item, looked, width);
    let (rect, response) = ui.allocate_exact_size(vec2(width, laid.height), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, looked.selected, name()));
    laid.paint(ui, item, rect, looked.selected);
    let mut pressed = None;
    let more = match (laid.elided, looked.open) {
        (true, _) => Some("story-more"),
        (false, true) if laid.long => Some("story-less"),
        _ => None,
    };
    let offers = if looked.selected {
        offers(item)
    } else {
        Vec::new()
    };
    if more.is_some() || !offers.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
            ui.add_space(INDENT - 6.0);
            if let Some(more) = more {
                let label = looked.language.text(more);
                if Button::new(&label).unfocusable().small(ui).clicked() {
                    pressed = Some(Pressed::More);
                }
            }
            for offer in offers {
                let (id, keys) = match offer {
                    ItemAction::Edit if item.leads_to.is_none() && !is_document(item) => {
                        ("story-edit", Some("Enter"))
                    }
                    ItemAction::Edit => ("story-edit", Some("F2")),
                    ItemAction::Withdraw => ("story-withdraw", Some("Del")),
                    ItemAction::Open => ("story-open", Some("Enter")),
                    ItemAction::SaveAs => ("story-save-as", None),
                    ItemAction::Undo => ("command-undo", Some("Del")),
                };
                let label = looked.language.text(id);
                let press = Button::new(&label).shortcut(keys.map(str::to_owned));
                if press.unfocusable().small(ui).clicked() {
                    pressed = Some(Pressed::ItemAction(offer));
                }
            }
        });
    }
    Some((response, pressed))
}

fn is_document(item: &Item) -> bool {
    let entry = item.entry.as_ref();
    entry.is_some_and(|entry| entry.state.kind == ATTACHMENT)
}

/// An item laid out in lines.
struct Laid {
    title: Arc<Galley>,
    date: Arc<Galley>,
    below: Vec<Arc<Galley>>,
    height: f32,
    /// Whether there is more of the text than is shown.
    elided: bool,
    /// Whether the text is longer than is shown at first.
    long: bool,
}

impl Laid {
    fn out(ui: &Ui, item: &Item, looked: &Looked, width: f32) -> Self {
        let palette = Palette::of(ui);
        let painter = ui.painter();
        let date = when(item, looked.today, looked.language);
        let date = painter.layout_no_wrap(date, theme::label(), palette.mute);
        let withdrawn = item.sort == Sort::Withdrawn;
        let ink = if withdrawn { palette.mute } else { palette.ink };
        let room = width - INDENT - 8.0;
        let mut title = LayoutJob::simple_singleline(item.title.clone(), theme::strong(), ink);
        title.wrap = TextWrapping::truncate_at_width((room - date.size().x - 12.0).max(40.0));
        let title = painter.layout_job(title);
        let pairs = |pairs: &[(String, String)], apart: &str, value| {
            let mut job = LayoutJob::default();
            for (at, (label, said)) in pairs.iter().enumerate() {
                if at > 0 {
                    job.append(apart, 0.0, TextFormat::simple(theme::body(), palette.faint));
                }
                if !label.is_empty() {
                    let label = format!("{label}  ");
                    job.append(
                        &label,
                        0.0,
                        TextFormat::simple(theme::label(), palette.mute),
                    );
                }
                job.append(said, 0.0, TextFormat::simple(theme::body(), value));
            }
            job.wrap.max_width = room;
            job
        };
        let mut below = Vec::new();
        if !item.details.is_empty() {
            below.push(painter.layout_job(pairs(&item.details, "  ·  ", palette.mute)));
        }
        let (mut elided, mut long) = (false, false);
        if !item.text.is_empty() {
            let mut job = LayoutJob::simple(item.text.clone(), theme::body(), palette.mute, room);
            if !looked.open {
                job.wrap.max_rows = LINES;
            }
            let text = painter.layout_job(job);
            elided = text.elided;
            long = text.rows.len() > LINES;
            below.push(text);
        }
        for change in &item.changes {
            let change = std::slice::from_ref(change);
            below.push(painter.layout_job(pairs(change, "", palette.ink)));
        }
        if !item.note.is_empty() {
            let note = item.note.clone();
            below.push(painter.layout(note, theme::label(), palette.faint, room));
        }
        let lines: f32 = below.iter().map(|line| line.size().y + 2.0).sum();
        Self {
            height: 6.0 + title.size().y.max(20.0) + lines + 8.0,
            title,
            date,
            below,
            elided,
            long,
        }
    }

    fn paint(&self, ui: &Ui, item: &Item, rect: Rect, selected: bool) {
        let palette = Palette::of(ui);
        if selected {
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
        painter.galley(pos2(left, top), Arc::clone(&self.title), palette.ink);
        let date = pos2(rect.right() - 8.0 - self.date.size().x, top + 3.0);
        painter.galley(date, Arc::clone(&self.date), palette.mute);
        let mut y = top + self.title.size().y.max(20.0);
        for line in &self.below {
            painter.galley(pos2(left, y + 1.0), Arc::clone(line), palette.mute);
            y += line.size().y + 2.0;
        }
    }
}
