//! The story of a case on the screen. The keyboard is on the whole of it: arrows go from one item to the next. Only what
//! is in sight is drawn, so that a long story costs no more than a short one; a screen reader finds every item.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    CornerRadius, EventFilter, Galley, Id, Key, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::press::Press;
use super::story::{Item, Sort, when};
use super::theme::{self, Palette};
use super::widgets::{focus_ring, say};
use crate::language::Language;
use crate::register::{ATTACHMENT, Definition, SETTLED};

/// How many lines of a text are shown before more is asked for.
const LINES: usize = 3;
/// Where the text of an item begins.
const INDENT: f32 = 30.0;

/// How the story is shown.
#[derive(Default)]
pub struct StoryView {
    /// What is shown of it; none is everything that stands.
    filter: Option<Sort>,
    /// The item the keyboard is on.
    at: usize,
    /// The items of which everything is shown.
    open: BTreeSet<usize>,
    /// How high the items were when they were drawn last, so that those out of sight keep their room.
    heights: BTreeMap<usize, f32>,
    width: f32,
    /// Whether it is to take the keyboard.
    pub take_focus: bool,
}

/// What the user wants of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To put it right.
    Edit,
    /// To take it back.
    Withdraw,
    /// To open its document, or the case it leads to.
    Open,
    /// To keep its document elsewhere.
    SaveAs,
}

impl StoryView {
    /// Another story, or the same one told anew: what is known of heights is of no use any more.
    pub fn told_anew(&mut self) {
        self.heights.clear();
    }

    /// The story of another case.
    pub fn of_another(&mut self) {
        *self = Self {
            take_focus: self.take_focus,
            ..Self::default()
        };
    }
}

/// The filters above the story: everything, each kind of entry there is, changes, and what was taken back.
pub fn filters_ui(
    ui: &mut Ui,
    view: &mut StoryView,
    items: &[Item],
    definition: &Definition,
    language: Language,
) {
    let there: BTreeSet<&Sort> = items.iter().map(|item| &item.sort).collect();
    if there.len() < 2 {
        view.filter = None;
        return;
    }
    let kinds = definition.entries.iter();
    let kinds = kinds.map(|kind| {
        let label = kind.label.text(language).to_owned();
        (Sort::Entry(kind.id.clone()), label)
    });
    let changes = (Sort::Change, language.text("story-changes"));
    let withdrawn = (Sort::Withdrawn, language.text("story-withdrawn-filter"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let mut chip = |ui: &mut Ui, sort: Option<Sort>, label: &str| {
            if Press::new(label).chip(ui, view.filter == sort).clicked() {
                view.filter = sort;
                view.at = 0;
                view.heights.clear();
            }
        };
        chip(ui, None, &language.text("story-all"));
        for (sort, label) in kinds.chain([changes, withdrawn]) {
            if there.contains(&sort) {
                chip(ui, Some(sort), &label);
            }
        }
    });
}

/// The items that pass the filter. Returns what the user wants of one.
pub fn story_ui(
    ui: &mut Ui,
    view: &mut StoryView,
    items: &[Item],
    id: Id,
    today: NaiveDate,
    language: Language,
) -> Option<(usize, Wanted)> {
    let passes = |item: &Item| match &view.filter {
        None => item.sort != Sort::Withdrawn,
        Some(sort) => item.sort == *sort,
    };
    let shown: Vec<usize> = (0..items.len()).filter(|at| passes(&items[*at])).collect();
    view.at = view.at.min(shown.len().saturating_sub(1));
    let width = ui.available_width().floor();
    if view.width != width {
        view.width = width;
        view.heights.clear();
    }
    let focused = ui.memory(|memory| memory.has_focus(id));
    let mut wanted = None;
    let mut moved = false;
    if focused && !shown.is_empty() {
        let (at, key) = keyboard(ui, id, view, &shown);
        moved = at;
        wanted = key.and_then(|key| {
            let place = shown[view.at];
            let offers = offers(&items[place]);
            // Enter does what comes first.
            let first = *offers.first()?;
            let key = match key {
                Wanted::Open if first != Wanted::Withdraw => first,
                key => key,
            };
            offers.contains(&key).then_some((place, key))
        });
    }
    let top = ui.cursor().min;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (place, at) in shown.iter().copied().enumerate() {
        let selected = place == view.at && (focused || view.take_focus);
        let looked = Looked {
            today,
            language,
            selected,
            open: view.open.contains(&at),
        };
        let from = ui.cursor().min.y;
        let drawn = item_ui(
            ui,
            &items[at],
            &looked,
            view.heights.get(&at).copied().filter(|_| !selected),
        );
        if let Some(drawn) = drawn {
            let (response, pressed) = drawn;
            if response.clicked() {
                view.at = place;
                view.take_focus = true;
                ui.request_repaint();
            }
            if moved && place == view.at {
                response.scroll_to_me(None);
            }
            match pressed {
                Some(Pressed::More) => {
                    if !view.open.remove(&at) {
                        view.open.insert(at);
                    }
                    view.heights.remove(&at);
                    ui.request_repaint();
                }
                Some(Pressed::Wanted(key)) => wanted = Some((at, key)),
                None => {}
            }
            if !selected {
                view.heights.insert(at, ui.cursor().min.y - from);
            }
        }
    }
    if items.is_empty() {
        let palette = Palette::of(ui);
        say(
            ui,
            language.text("story-nothing"),
            theme::body(),
            palette.mute,
        );
    }
    let bottom = pos2(top.x + width, ui.cursor().min.y.max(top.y + 24.0));
    let area = Rect::from_min_max(top, bottom);
    let whole = ui.interact(area, id, Sense::FOCUSABLE);
    let current = shown
        .get(view.at)
        .map(|at| name(&items[*at], today, language));
    whole.widget_info(|| {
        let count = [("count", (shown.len() as i64).into())];
        let mut info = WidgetInfo::labeled(Role::List, true, language.say("story-name", &count));
        info.current_text_value = current.clone();
        info
    });
    if view.take_focus {
        view.take_focus = false;
        whole.request_focus();
        ui.request_repaint();
    }
    if whole.gained_focus() {
        ui.scroll_to_rect(Rect::from_min_size(top, vec2(width, 80.0)), None);
    }
    focus_ring(ui, &whole, area.expand(3.0), theme::RADIUS);
    wanted
}

/// Arrows, Home and End move; Enter, Delete and the space bar do something. Returns whether the keyboard moved.
fn keyboard(ui: &Ui, id: Id, view: &mut StoryView, shown: &[usize]) -> (bool, Option<Wanted>) {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let before = view.at;
    let last = shown.len() - 1;
    let mut wanted = None;
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
        if pressed(Key::ArrowDown) {
            view.at = (view.at + 1).min(last);
        }
        if pressed(Key::ArrowUp) {
            view.at = view.at.saturating_sub(1);
        }
        if pressed(Key::Home) {
            view.at = 0;
        }
        if pressed(Key::End) {
            view.at = last;
        }
        if pressed(Key::Space) && !view.open.remove(&shown[view.at]) {
            view.open.insert(shown[view.at]);
        }
        if pressed(Key::Enter) {
            wanted = Some(Wanted::Open);
        }
        if pressed(Key::Delete) {
            wanted = Some(Wanted::Withdraw);
        }
        if pressed(Key::F2) {
            wanted = Some(Wanted::Edit);
        }
    });
    (view.at != before, wanted)
}

/// What can be done with an item.
fn offers(item: &Item) -> Vec<Wanted> {
    let Some(entry) = &item.entry else {
        return Vec::new();
    };
    match entry.state.kind.as_str() {
        SETTLED => vec![Wanted::Withdraw],
        ATTACHMENT => vec![Wanted::Open, Wanted::SaveAs, Wanted::Edit, Wanted::Withdraw],
        // What stands in the other case is put right there.
        _ if item.home.is_some() => vec![Wanted::Open, Wanted::Withdraw],
        _ if item.leads_to.is_some() => vec![Wanted::Open, Wanted::Edit, Wanted::Withdraw],
        _ => vec![Wanted::Edit, Wanted::Withdraw],
    }
}

/// What was pressed in an item.
enum Pressed {
    More,
    Wanted(Wanted),
}

/// How an item is looked at.
struct Looked {
    today: NaiveDate,
    language: Language,
    selected: bool,
    open: bool,
}

/// What a screen reader says of an item.
fn name(item: &Item, today: NaiveDate, language: Language) -> String {
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
fn item_ui(
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
                if Press::new(&label).unfocusable().small(ui).clicked() {
                    pressed = Some(Pressed::More);
                }
            }
            for offer in offers {
                let (id, keys) = match offer {
                    Wanted::Edit if item.leads_to.is_none() && !is_document(item) => {
                        ("story-edit", Some("Enter"))
                    }
                    Wanted::Edit => ("story-edit", Some("F2")),
                    Wanted::Withdraw => ("story-withdraw", Some("Del")),
                    Wanted::Open => ("story-open", Some("Enter")),
                    Wanted::SaveAs => ("story-save-as", None),
                };
                let label = looked.language.text(id);
                let press = Press::new(&label).shortcut(keys.map(str::to_owned));
                if press.unfocusable().small(ui).clicked() {
                    pressed = Some(Pressed::Wanted(offer));
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
